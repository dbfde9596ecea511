"use strict";(self.rspackChunkareyouj_jupyter=self.rspackChunkareyouj_jupyter||[]).push([["style_index_js"],{"./node_modules/css-loader/dist/cjs.js!./style/base.css"(r,o,e){var t=e("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),a=e.n(t),i=e("./node_modules/css-loader/dist/runtime/api.js"),p=(e.n(i))()(a());p.push([r.id,`/* The side panel; only the theme's own variables, so that it fits every theme. */

.jp-AreYouJ {
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-size: var(--jp-ui-font-size1);
  min-width: 220px;
  overflow-y: auto;
}

:is(.jp-AreYouJ, .jp-AreYouJ-form) :focus-visible {
  outline: 2px solid var(--jp-brand-color1);
  outline-offset: -2px;
}

.jp-AreYouJ:focus {
  outline: none;
}

:is(.jp-AreYouJ, .jp-AreYouJ-form) ::placeholder {
  color: var(--jp-ui-font-color2);
  font-style: italic; /* in high contrast its colour is that of a text */
  opacity: 1;
}

.jp-AreYouJ p:not(:where(.jp-RenderedMarkdown *)) {
  margin: 0;
}

.jp-AreYouJ ul:not(:where(.jp-RenderedMarkdown *)) {
  list-style: none;
  margin: 0;
  padding: 0;
}

.jp-AreYouJ-header {
  align-items: center;
  border-bottom: var(--jp-border-width) solid var(--jp-border-color2);
  display: grid;
  gap: 8px;
  grid-template-columns: 1fr auto;
  padding: 8px 12px;
}

.jp-AreYouJ :is(h2, h3, h4):not(:where(.jp-RenderedMarkdown *)) {
  font-size: var(--jp-ui-font-size1);
  font-weight: 600;
  margin: 0;
}

.jp-AreYouJ-totals {
  display: flex;
  flex-wrap: wrap;
  gap: 4px;
  grid-column: 1 / -1;
}

.jp-AreYouJ-total {
  background: transparent;
  border: var(--jp-border-width) solid var(--jp-border-color2);
  border-radius: 12px;
  color: var(--jp-ui-font-color1);
  cursor: pointer;
  display: flex;
  font: inherit;
  gap: 4px;
  min-height: 24px;
  padding: 2px 8px;
}

.jp-AreYouJ-total[data-count='0'] {
  color: var(--jp-ui-font-color2);
}

.jp-AreYouJ-total:hover {
  background: var(--jp-layout-color2);
}

.jp-AreYouJ-total[aria-pressed='true'] {
  background: var(--jp-layout-color3);
  border-color: var(--jp-brand-color1);
}

.jp-AreYouJ-icon svg {
  display: block;
  width: 16px;
}

.jp-AreYouJ-section > summary {
  align-items: center;
  background: var(--jp-layout-color2);
  border-bottom: var(--jp-border-width) solid var(--jp-border-color2);
  cursor: pointer;
  display: flex;
  gap: 6px;
  list-style: none;
  min-height: 26px;
  padding: 0 12px 0 8px;
}

.jp-AreYouJ-section > summary::-webkit-details-marker {
  display: none;
}

.jp-AreYouJ-section > summary::before {
  content: '▸';
  text-align: center;
  width: 1em;
}

.jp-AreYouJ-section[open] > summary::before {
  content: '▾';
}

.jp-AreYouJ-section > summary h3 {
  flex: 1;
  font-size: var(--jp-ui-font-size0);
  letter-spacing: 0.03em;
  text-transform: uppercase;
}

.jp-AreYouJ-count {
  color: var(--jp-ui-font-color2);
  font-size: var(--jp-ui-font-size0);
}

.jp-AreYouJ-filterbar {
  align-items: center;
  display: grid;
  gap: 6px;
  grid-template-columns: minmax(0, 1fr) auto;
  padding: 6px 12px;
}

.jp-AreYouJ .jp-AreYouJ-filter {
  box-sizing: border-box;
  margin: 0;
  width: 100%;
}

.jp-AreYouJ-act[aria-pressed='true'] {
  background: var(--jp-layout-color3);
  box-shadow: inset 0 0 0 1px var(--jp-brand-color1);
}

.jp-AreYouJ-project {
  align-items: baseline;
  border-bottom: var(--jp-border-width) solid var(--jp-border-color2);
  display: flex;
  gap: 8px;
  padding: 6px 12px 4px;
}

.jp-AreYouJ-project > .jp-AreYouJ-facts {
  flex: 1;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}

.jp-AreYouJ-hint,
.jp-AreYouJ-banner,
.jp-AreYouJ-error {
  line-height: 1.4;
  overflow-wrap: anywhere;
  padding: 8px 12px;
}

.jp-AreYouJ-hint {
  color: var(--jp-ui-font-color2);
}

.jp-AreYouJ-banner {
  background: var(--jp-layout-color2);
  border-left: 4px solid var(--jp-warn-color1);
}

.jp-AreYouJ-error {
  border-left: 4px solid var(--jp-error-color1);
}

.jp-AreYouJ-row {
  border-bottom: var(--jp-border-width) solid var(--jp-border-color2);
  border-left: 4px solid transparent;
}

.jp-AreYouJ-row[data-look='needs-you'] {
  border-left-color: var(--jp-warn-color1);
}

.jp-AreYouJ-row[data-look='done'] {
  border-left-color: var(--jp-success-color1);
}

.jp-AreYouJ-row[data-over='true'] {
  box-shadow: inset 0 0 0 2px var(--jp-brand-color1);
}

.jp-AreYouJ-top {
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
}

.jp-AreYouJ-head {
  background: transparent;
  border: 0;
  color: inherit;
  cursor: pointer;
  display: grid;
  font: inherit;
  gap: 2px 8px;
  grid-template-columns: 1em fit-content(48%) minmax(0, 1fr); /* a long name leaves the state some room */
  padding: 8px 4px 8px 8px;
  text-align: left;
}

.jp-AreYouJ-row:hover .jp-AreYouJ-top {
  background: var(--jp-layout-color2);
}

.jp-AreYouJ-more,
.jp-AreYouJ-act {
  background: transparent;
  border: 0;
  border-radius: var(--jp-border-radius);
  color: var(--jp-ui-font-color1);
  cursor: pointer;
  min-height: 24px;
  min-width: 24px;
  padding: 0 4px;
}

.jp-AreYouJ-top > .jp-AreYouJ-more {
  align-self: start;
  margin-top: 4px;
}

.jp-AreYouJ-more svg,
.jp-AreYouJ-act svg {
  display: block;
  margin: auto;
  width: 16px;
}

.jp-AreYouJ-more:hover,
.jp-AreYouJ-act:hover {
  background: var(--jp-layout-color3);
}

.jp-AreYouJ-act[aria-disabled='true'] {
  cursor: default;
  opacity: 0.4;
}

.jp-AreYouJ-doing {
  grid-column: 2 / -1;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}

.jp-AreYouJ-glyph {
  color: var(--jp-ui-font-color2);
  text-align: center;
}

[data-look='needs-you'] .jp-AreYouJ-glyph,
.jp-AreYouJ-prompt .jp-AreYouJ-glyph {
  color: var(--jp-warn-color1);
}

[data-look='done'] .jp-AreYouJ-glyph {
  color: var(--jp-success-color1);
}

[data-look='working'] .jp-AreYouJ-glyph {
  color: var(--jp-info-color1);
}

.jp-AreYouJ-name {
  font-weight: 600;
  min-width: 0;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}

.jp-AreYouJ-state {
  overflow-wrap: anywhere;
  text-align: right;
}

.jp-AreYouJ-facts {
  color: var(--jp-ui-font-color2);
  font-size: var(--jp-ui-font-size0);
  grid-column: 2 / -1;
  overflow-wrap: anywhere;
}

.jp-AreYouJ-spec svg {
  height: 14px;
  margin-right: 4px;
  vertical-align: -3px;
  width: 14px;
}

.jp-AreYouJ-prompt,
.jp-AreYouJ-details:not([hidden]) {
  display: grid;
  gap: 6px;
  grid-template-columns: minmax(0, 1fr);
  padding: 4px 12px 10px;
}

.jp-AreYouJ-prompt {
  border-bottom: var(--jp-border-width) solid var(--jp-border-color2);
  border-left: 4px solid var(--jp-warn-color1);
  justify-items: start;
  padding: 8px;
}

.jp-AreYouJ-prompt > :is(header, pre, form, .jp-AreYouJ-choice) {
  box-sizing: border-box;
  width: 100%;
}

.jp-AreYouJ-prompt > header {
  display: grid;
  gap: 8px;
  grid-template-columns: 1em fit-content(48%) minmax(0, 1fr);
}

.jp-AreYouJ-question {
  margin-bottom: 4px;
  max-width: 640px;
}

.jp-AreYouJ-question > .jp-AreYouJ-prompt {
  border-bottom: 0;
}

.jp-AreYouJ-line {
  display: grid;
  gap: 6px;
  grid-template-columns: minmax(0, 1fr) auto;
}

.jp-AreYouJ-queue > header {
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 6px;
}

.jp-AreYouJ-queue h4 {
  flex: 1;
}

.jp-AreYouJ-queue ol {
  list-style: none;
  margin: 0;
  padding: 0;
}

.jp-AreYouJ-item {
  align-items: center;
  border-top: 2px solid transparent;
  display: grid;
  gap: 4px;
  grid-template-columns: minmax(0, 1fr) auto;
}

.jp-AreYouJ-item[draggable='true'] {
  cursor: grab;
}

.jp-AreYouJ-item[data-over='true'] {
  border-top-color: var(--jp-brand-color1);
}

.jp-AreYouJ-item > p {
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}

.jp-AreYouJ-item > textarea {
  box-sizing: border-box;
  grid-column: 1 / -1;
  width: 100%;
}

.jp-AreYouJ-acts {
  display: flex;
}

.jp-AreYouJ-prompt pre {
  background: var(--jp-layout-color2);
  font-family: var(--jp-code-font-family);
  font-size: var(--jp-ui-font-size0);
  margin: 0;
  max-height: 16em;
  overflow: auto;
  overflow-wrap: anywhere; /* nothing of a command may be out of sight */
  padding: 6px;
  white-space: pre-wrap;
}

.jp-AreYouJ-send {
  align-items: end;
  display: grid;
  gap: 6px;
  grid-template-columns: minmax(0, 1fr) auto;
}

.jp-AreYouJ .jp-mod-styled {
  font: inherit;
}

.jp-AreYouJ-send textarea {
  box-sizing: border-box;
  min-height: 44px;
  resize: vertical;
  width: 100%;
}

.jp-AreYouJ-buttons {
  display: flex;
  flex-wrap: wrap;
  gap: 6px;
}

.jp-AreYouJ-button {
  align-items: center;
  background: var(--jp-layout-color2);
  border: var(--jp-border-width) solid var(--jp-border-color1);
  border-radius: var(--jp-border-radius);
  color: var(--jp-ui-font-color1);
  cursor: pointer;
  display: inline-flex;
  font: inherit;
  gap: 4px;
  min-height: 24px;
  overflow-wrap: anywhere;
  padding: 2px 10px;
}

.jp-AreYouJ-button:hover:not(:disabled) {
  background: var(--jp-layout-color3);
}

.jp-AreYouJ-button:disabled {
  cursor: default;
  opacity: 0.6;
}

.jp-AreYouJ-choice {
  text-align: left;
}

.jp-AreYouJ-stopped li {
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 4px 8px;
  padding: 4px 12px;
}

.jp-AreYouJ-stopped .jp-AreYouJ-name {
  flex: 1;
}

.jp-AreYouJ-field {
  align-items: center;
  display: grid;
  gap: 2px 12px;
  grid-template-columns: 8em minmax(0, 1fr);
  padding: 4px 0;
}

.jp-AreYouJ-field:has(> textarea) > label {
  align-self: start;
  padding-top: 5px;
}

.jp-AreYouJ-field > :is(input:not([type='checkbox']), textarea) {
  box-sizing: border-box;
  margin: 0;
  width: 100%;
}

.jp-AreYouJ-select > select {
  appearance: none;
  background: var(--jp-input-background);
  border: var(--jp-border-width) solid var(--jp-input-border-color);
  border-radius: var(--jp-border-radius);
  color: var(--jp-ui-font-color0);
  cursor: pointer;
  font: inherit;
  height: 28px;
  padding: 0 24px 0 7px;
  width: 100%;
}

.jp-AreYouJ-field > textarea {
  background: var(--jp-layout-color0);
  border: var(--jp-border-width) solid var(--jp-border-color0);
  color: var(--jp-ui-font-color0);
  font-family: var(--jp-code-font-family);
  padding: 4px 7px;
  resize: vertical;
}

.jp-AreYouJ-field > [aria-invalid='true'] {
  border-color: var(--jp-error-color1);
}

.jp-AreYouJ-form .jp-mod-styled {
  font-size: var(--jp-ui-font-size1);
}

.jp-AreYouJ-form > .jp-AreYouJ-error {
  background: var(--jp-layout-color1);
  bottom: 0;
  position: sticky;
}

.jp-AreYouJ-check {
  grid-template-columns: auto minmax(0, 1fr);
  justify-items: start;
  margin-left: calc(8em + 12px);
  padding: 2px 0;
}

.jp-AreYouJ-check > input {
  margin: 0;
  order: -1;
}

.jp-AreYouJ-field > .jp-AreYouJ-hint {
  grid-column: 2;
  margin: 0;
  padding: 0;
}

.jp-AreYouJ-field > .jp-AreYouJ-hint[data-problem='true'] {
  color: color-mix(in srgb, var(--jp-error-color1) 80%, var(--jp-ui-font-color0));
}

.jp-AreYouJ-further > summary {
  cursor: pointer;
  padding: 4px 0;
}

.jp-AreYouJ-dialog .jp-Dialog-content {
  border: var(--jp-border-width) solid var(--jp-border-color1); /* where shadows cannot be seen */
  max-height: 90vh;
  max-width: 560px;
  width: 90vw;
}

.jp-AreYouJ-taskbar {
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 6px;
  padding: 6px 12px;
}

.jp-AreYouJ-taskbar > .jp-AreYouJ-select {
  flex: 1;
  min-width: 6em;
}

.jp-AreYouJ-progress {
  color: var(--jp-ui-font-color2);
  display: grid;
  font-size: var(--jp-ui-font-size0);
  padding: 0 12px 6px;
}

.jp-AreYouJ-progress > progress {
  accent-color: var(--jp-success-color1);
  width: 100%;
}

.jp-AreYouJ-task {
  content-visibility: auto;
  contain-intrinsic-size: auto 30px;
}

.jp-AreYouJ-task:hover > .jp-AreYouJ-top {
  background: var(--jp-layout-color2);
}

.jp-AreYouJ-tasktitle {
  background: transparent;
  border: 0;
  color: inherit;
  cursor: pointer;
  display: grid;
  font: inherit;
  gap: 0 6px;
  grid-template-columns: 1em minmax(0, 1fr);
  overflow-wrap: anywhere;
  padding: 5px 4px;
  text-align: left;
}

.jp-AreYouJ-task[data-status='done'] .jp-AreYouJ-tasktitle {
  color: var(--jp-ui-font-color2);
}

.jp-AreYouJ-task[data-status='done'] .jp-AreYouJ-glyph {
  color: var(--jp-success-color1);
}

.jp-AreYouJ-task[data-status='in-progress'] .jp-AreYouJ-glyph {
  color: var(--jp-info-color1);
}

.jp-AreYouJ-task .jp-RenderedMarkdown {
  font-size: var(--jp-ui-font-size1);
}

.jp-AreYouJ-codebar {
  float: right;
}

.jp-AreYouJ-task .jp-AreYouJ-markdown {
  padding: 0 12px 8px 24px;
}

.jp-AreYouJ-hint a {
  color: var(--jp-content-link-color);
  text-decoration: underline;
}

.jp-AreYouJ-status button {
  background: transparent;
  border: 0;
  color: inherit;
  cursor: pointer;
  font: inherit;
  padding: 0 4px;
}

.jp-AreYouJ-status [data-look='needs-you'] {
  border-bottom: 2px solid var(--jp-warn-color1);
  font-weight: 600;
}

.jp-AreYouJ-status button[data-lost='true'] {
  opacity: 0.5;
}

/* A tab below the document of Jupyter Notebook, which gives it no height; its own layout writes a smaller one. */
.jp-AreYouJ-below {
  min-height: 280px !important;
}

/* The conversation with a session. */

.jp-AreYouJ-messages {
  display: flex;
  flex-direction: column;
  height: 100%;
  overflow: hidden;
}

.jp-AreYouJ-scroll {
  display: flex;
  flex: 1;
  flex-direction: column-reverse;
  min-height: 0;
  overflow-y: auto;
}

.jp-AreYouJ-scroll > div {
  box-sizing: border-box;
  margin: 0 auto auto;
  max-width: 960px;
  padding: 12px 16px;
  width: 100%;
}

.jp-AreYouJ-messages > .jp-AreYouJ-send {
  border-top: var(--jp-border-width) solid var(--jp-border-color2);
  padding: 8px 16px;
}

.jp-AreYouJ-step {
  margin: 2px 0;
  padding: 0 8px 0 20px;
  color: var(--jp-ui-font-color2);
  overflow-wrap: anywhere;
  white-space: pre-wrap;
}

.jp-AreYouJ-message {
  border-left: 3px solid var(--jp-border-color2);
  contain-intrinsic-size: auto 120px;
  content-visibility: auto;
  margin: 0 0 12px;
  padding: 0 0 4px 12px;
}

.jp-AreYouJ-message[data-sender='agent'] {
  border-left-color: var(--jp-brand-color1);
}

.jp-AreYouJ-message:is([data-status='error'], [data-status='uncertain']) {
  border-left-color: var(--jp-error-color1);
}

.jp-AreYouJ-message > header {
  align-items: center;
  color: var(--jp-ui-font-color2);
  display: flex;
  flex-wrap: wrap;
  font-size: var(--jp-ui-font-size0);
  gap: 4px 12px;
}

.jp-AreYouJ-message > header > b {
  color: var(--jp-ui-font-color1);
  font-size: var(--jp-ui-font-size1);
}

.jp-AreYouJ-message > header > span {
  flex: 1;
}

.jp-AreYouJ-markdown {
  overflow-wrap: anywhere;
}

.jp-AreYouJ-markdown .jp-RenderedMarkdown a:is(:link, :visited, :hover) {
  text-decoration: underline;
}

.jp-AreYouJ-markdown .jp-RenderedMarkdown {
  padding: 0;
}

.jp-AreYouJ-markdown .jp-RenderedMarkdown > :last-child {
  margin-bottom: 4px;
}

.jp-AreYouJ-log {
  border-collapse: collapse;
  width: 100%;
}

.jp-AreYouJ-log :is(th, td) {
  border-bottom: var(--jp-border-width) solid var(--jp-border-color2);
  overflow-wrap: anywhere;
  padding: 3px 8px;
  text-align: left;
  vertical-align: top;
}

.jp-AreYouJ-log :is(td:first-child, td:last-child) {
  color: var(--jp-ui-font-color2);
}

.jp-AreYouJ-log [data-kind='status'] > td:nth-child(3) {
  font-weight: 600;
}

/* The colours of the operating system: theirs alone are drawn, and transparent borders and no shadows. */
@media (forced-colors: active) {
  .jp-AreYouJ-row:not([data-look='needs-you'], [data-look='done']) {
    border-left-color: Canvas;
  }

  .jp-AreYouJ-item:not([data-over='true']) {
    border-top-color: Canvas;
  }

  .jp-AreYouJ-row[data-over='true'] {
    outline: 2px solid Highlight;
    outline-offset: -2px;
  }

  :is(.jp-AreYouJ-total, .jp-AreYouJ-act)[aria-pressed='true'] {
    background: Highlight;
    color: HighlightText;
    forced-color-adjust: none;
  }

  [aria-pressed='true'] > .jp-AreYouJ-glyph {
    color: inherit;
  }

  :is(.jp-AreYouJ, .jp-AreYouJ-form) .jp-icon3[fill] {
    fill: currentcolor;
  }
}

/* Nothing of ours moves by itself; what JupyterLab turns in our tabs stands still where that is asked for. */
@media (prefers-reduced-motion: reduce) {
  [id^='areyouj-'] .jp-SpinnerContent {
    animation: none;
  }
}

/* Heard, not seen. */
.jp-AreYouJ-heard,
.jp-AreYouJ-announcer {
  clip-path: inset(50%);
  height: 1px;
  overflow: hidden;
  position: absolute;
  white-space: nowrap;
  width: 1px;
}
`,""]),e.d(o,{},{A:p})},"./node_modules/css-loader/dist/runtime/api.js"(r){r.exports=function(r){var o=[];return o.toString=function(){return this.map(function(o){var e="",t=void 0!==o[5];return o[4]&&(e+="@supports (".concat(o[4],") {")),o[2]&&(e+="@media ".concat(o[2]," {")),t&&(e+="@layer".concat(o[5].length>0?" ".concat(o[5]):""," {")),e+=r(o),t&&(e+="}"),o[2]&&(e+="}"),o[4]&&(e+="}"),e}).join("")},o.i=function(r,e,t,a,i){"string"==typeof r&&(r=[[null,r,void 0]]);var p={};if(t)for(var n=0;n<this.length;n++){var s=this[n][0];null!=s&&(p[s]=!0)}for(var d=0;d<r.length;d++){var l=[].concat(r[d]);t&&p[l[0]]||(void 0!==i&&(void 0===l[5]||(l[1]="@layer".concat(l[5].length>0?" ".concat(l[5]):""," {").concat(l[1],"}")),l[5]=i),e&&(l[2]&&(l[1]="@media ".concat(l[2]," {").concat(l[1],"}")),l[2]=e),a&&(l[4]?(l[1]="@supports (".concat(l[4],") {").concat(l[1],"}"),l[4]=a):l[4]="".concat(a)),o.push(l))}},o}},"./node_modules/css-loader/dist/runtime/noSourceMaps.js"(r){r.exports=function(r){return r[1]}},"./node_modules/style-loader/dist/runtime/injectStylesIntoStyleTag.js"(r){var o=[];function e(r){for(var e=-1,t=0;t<o.length;t++)if(o[t].identifier===r){e=t;break}return e}function t(r,t){for(var a={},i=[],p=0;p<r.length;p++){var n=r[p],s=t.base?n[0]+t.base:n[0],d=a[s]||0,l="".concat(s," ").concat(d);a[s]=d+1;var u=e(l),c={css:n[1],media:n[2],sourceMap:n[3],supports:n[4],layer:n[5]};if(-1!==u)o[u].references++,o[u].updater(c);else{var j=function(r,o){var e=o.domAPI(o);return e.update(r),function(o){o?(o.css!==r.css||o.media!==r.media||o.sourceMap!==r.sourceMap||o.supports!==r.supports||o.layer!==r.layer)&&e.update(r=o):e.remove()}}(c,t);t.byIndex=p,o.splice(p,0,{identifier:l,updater:j,references:1})}i.push(l)}return i}r.exports=function(r,a){var i=t(r=r||[],a=a||{});return function(r){r=r||[];for(var p=0;p<i.length;p++){var n=e(i[p]);o[n].references--}for(var s=t(r,a),d=0;d<i.length;d++){var l=e(i[d]);0===o[l].references&&(o[l].updater(),o.splice(l,1))}i=s}}},"./node_modules/style-loader/dist/runtime/insertBySelector.js"(r){var o={};r.exports=function(r,e){var t=function(r){if(void 0===o[r]){var e=document.querySelector(r);if(window.HTMLIFrameElement&&e instanceof window.HTMLIFrameElement)try{e=e.contentDocument.head}catch(r){e=null}o[r]=e}return o[r]}(r);if(!t)throw Error("Couldn't find a style target. This probably means that the value for the 'insert' parameter is invalid.");t.appendChild(e)}},"./node_modules/style-loader/dist/runtime/insertStyleElement.js"(r){r.exports=function(r){var o=document.createElement("style");return r.setAttributes(o,r.attributes),r.insert(o,r.options),o}},"./node_modules/style-loader/dist/runtime/setAttributesWithoutAttributes.js"(r,o,e){r.exports=function(r){var o=e.nc;o&&r.setAttribute("nonce",o)}},"./node_modules/style-loader/dist/runtime/styleDomAPI.js"(r){r.exports=function(r){if("u"<typeof document)return{update:function(){},remove:function(){}};var o=r.insertStyleElement(r);return{update:function(e){var t,a,i;t="",e.supports&&(t+="@supports (".concat(e.supports,") {")),e.media&&(t+="@media ".concat(e.media," {")),(a=void 0!==e.layer)&&(t+="@layer".concat(e.layer.length>0?" ".concat(e.layer):""," {")),t+=e.css,a&&(t+="}"),e.media&&(t+="}"),e.supports&&(t+="}"),(i=e.sourceMap)&&"u">typeof btoa&&(t+="\n/*# sourceMappingURL=data:application/json;base64,".concat(btoa(unescape(encodeURIComponent(JSON.stringify(i))))," */")),r.styleTagTransform(t,o,r.options)},remove:function(){var r;null===(r=o).parentNode||r.parentNode.removeChild(r)}}}},"./node_modules/style-loader/dist/runtime/styleTagTransform.js"(r){r.exports=function(r,o){if(o.styleSheet)o.styleSheet.cssText=r;else{for(;o.firstChild;)o.removeChild(o.firstChild);o.appendChild(document.createTextNode(r))}}},"./style/index.js"(r,o,e){var t=e("./node_modules/style-loader/dist/runtime/injectStylesIntoStyleTag.js"),a=e.n(t),i=e("./node_modules/style-loader/dist/runtime/styleDomAPI.js"),p=e.n(i),n=e("./node_modules/style-loader/dist/runtime/insertBySelector.js"),s=e.n(n),d=e("./node_modules/style-loader/dist/runtime/setAttributesWithoutAttributes.js"),l=e.n(d),u=e("./node_modules/style-loader/dist/runtime/insertStyleElement.js"),c=e.n(u),j=e("./node_modules/style-loader/dist/runtime/styleTagTransform.js"),m=e.n(j),f=e("./node_modules/css-loader/dist/cjs.js!./style/base.css"),g={};g.styleTagTransform=m(),g.setAttributes=l(),g.insert=s().bind(null,"head"),g.domAPI=p(),g.insertStyleElement=c(),a()(f.A,g),f.A&&f.A.locals&&f.A.locals}}]);