"use strict";(self.rspackChunkareyouj_jupyter=self.rspackChunkareyouj_jupyter||[]).push([["style_index_js"],{"./node_modules/css-loader/dist/cjs.js!./style/form.css"(e,o,r){var t=r("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),s=r.n(t),a=r("./node_modules/css-loader/dist/runtime/api.js"),n=(r.n(a))()(s());n.push([e.id,`/* Buttons, forms and their dialogs. */

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

.jp-AreYouJ-select {
  position: relative; /* for its arrow */
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

.jp-AreYouJ .jp-mod-styled {
  font: inherit;
}
`,""]),r.d(o,{},{A:n})},"./node_modules/css-loader/dist/cjs.js!./style/log.css"(e,o,r){var t=r("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),s=r.n(t),a=r("./node_modules/css-loader/dist/runtime/api.js"),n=(r.n(a))()(s());n.push([e.id,`/* The log of a session. */

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
`,""]),r.d(o,{},{A:n})},"./node_modules/css-loader/dist/cjs.js!./style/messages.css"(e,o,r){var t=r("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),s=r.n(t),a=r("./node_modules/css-loader/dist/runtime/api.js"),n=(r.n(a))()(s());n.push([e.id,`/* The conversation with a session. */

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

.jp-AreYouJ-codebar {
  float: right;
}
`,""]),r.d(o,{},{A:n})},"./node_modules/css-loader/dist/cjs.js!./style/modes.css"(e,o,r){var t=r("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),s=r.n(t),a=r("./node_modules/css-loader/dist/runtime/api.js"),n=(r.n(a))()(s());n.push([e.id,`/* The colours of the operating system: theirs alone are drawn, and transparent borders and no shadows. */
@media (forced-colors: active) {
  .jp-AreYouJ-row:not([data-look='needs-you'], [data-look='failed'], [data-look='done']) {
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
`,""]),r.d(o,{},{A:n})},"./node_modules/css-loader/dist/cjs.js!./style/panel.css"(e,o,r){var t=r("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),s=r.n(t),a=r("./node_modules/css-loader/dist/runtime/api.js"),n=(r.n(a))()(s());n.push([e.id,`/* The side panel: its head, its sections and their bars. Only the theme's own variables, so that it fits every theme. */

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

.jp-AreYouJ-banner a,
.jp-AreYouJ-hint a {
  color: var(--jp-content-link-color);
  text-decoration: underline;
}
`,""]),r.d(o,{},{A:n})},"./node_modules/css-loader/dist/cjs.js!./style/prompt.css"(e,o,r){var t=r("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),s=r.n(t),a=r("./node_modules/css-loader/dist/runtime/api.js"),n=(r.n(a))()(s());n.push([e.id,`/* A question with its choices. */

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

.jp-AreYouJ-prompt :is(header, pre, form, .jp-AreYouJ-choice) {
  box-sizing: border-box;
  width: 100%;
}

.jp-AreYouJ-choices {
  display: contents;
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
`,""]),r.d(o,{},{A:n})},"./node_modules/css-loader/dist/cjs.js!./style/queue.css"(e,o,r){var t=r("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),s=r.n(t),a=r("./node_modules/css-loader/dist/runtime/api.js"),n=(r.n(a))()(s());n.push([e.id,`/* A queue, and the box that sends into it. */

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

.jp-AreYouJ-send {
  align-items: end;
  display: grid;
  gap: 6px;
  grid-template-columns: minmax(0, 1fr) auto;
}

.jp-AreYouJ-send textarea {
  box-sizing: border-box;
  min-height: 44px;
  resize: vertical;
  width: 100%;
}

.jp-AreYouJ-held {
  border-left: 4px solid var(--jp-warn-color1);
  display: grid;
  gap: 4px;
  margin: 2px 12px 8px;
  padding: 2px 8px;
}

.jp-AreYouJ-queue > .jp-AreYouJ-held,
.jp-AreYouJ-question > .jp-AreYouJ-held {
  margin: 4px 0;
}

.jp-AreYouJ-held p,
.jp-AreYouJ-prompt > p {
  margin: 0;
  overflow-wrap: anywhere;
}
`,""]),r.d(o,{},{A:n})},"./node_modules/css-loader/dist/cjs.js!./style/row.css"(e,o,r){var t=r("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),s=r.n(t),a=r("./node_modules/css-loader/dist/runtime/api.js"),n=(r.n(a))()(s());n.push([e.id,`/* The row of an agent, and what rows of all kinds are made of. */

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

[data-look='failed'] .jp-AreYouJ-glyph {
  color: var(--jp-error-color1);
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
`,""]),r.d(o,{},{A:n})},"./node_modules/css-loader/dist/cjs.js!./style/status.css"(e,o,r){var t=r("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),s=r.n(t),a=r("./node_modules/css-loader/dist/runtime/api.js"),n=(r.n(a))()(s());n.push([e.id,`/* The status bar, and tabs where Jupyter Notebook puts them. */

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
`,""]),r.d(o,{},{A:n})},"./node_modules/css-loader/dist/cjs.js!./style/task.css"(e,o,r){var t=r("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),s=r.n(t),a=r("./node_modules/css-loader/dist/runtime/api.js"),n=(r.n(a))()(s());n.push([e.id,`/* The tasks. */

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

.jp-AreYouJ-task .jp-AreYouJ-markdown {
  padding: 0 12px 8px 24px;
}
`,""]),r.d(o,{},{A:n})},"./node_modules/css-loader/dist/runtime/api.js"(e){e.exports=function(e){var o=[];return o.toString=function(){return this.map(function(o){var r="",t=void 0!==o[5];return o[4]&&(r+="@supports (".concat(o[4],") {")),o[2]&&(r+="@media ".concat(o[2]," {")),t&&(r+="@layer".concat(o[5].length>0?" ".concat(o[5]):""," {")),r+=e(o),t&&(r+="}"),o[2]&&(r+="}"),o[4]&&(r+="}"),r}).join("")},o.i=function(e,r,t,s,a){"string"==typeof e&&(e=[[null,e,void 0]]);var n={};if(t)for(var i=0;i<this.length;i++){var d=this[i][0];null!=d&&(n[d]=!0)}for(var l=0;l<e.length;l++){var p=[].concat(e[l]);t&&n[p[0]]||(void 0!==a&&(void 0===p[5]||(p[1]="@layer".concat(p[5].length>0?" ".concat(p[5]):""," {").concat(p[1],"}")),p[5]=a),r&&(p[2]&&(p[1]="@media ".concat(p[2]," {").concat(p[1],"}")),p[2]=r),s&&(p[4]?(p[1]="@supports (".concat(p[4],") {").concat(p[1],"}"),p[4]=s):p[4]="".concat(s)),o.push(p))}},o}},"./node_modules/css-loader/dist/runtime/noSourceMaps.js"(e){e.exports=function(e){return e[1]}},"./node_modules/style-loader/dist/runtime/injectStylesIntoStyleTag.js"(e){var o=[];function r(e){for(var r=-1,t=0;t<o.length;t++)if(o[t].identifier===e){r=t;break}return r}function t(e,t){for(var s={},a=[],n=0;n<e.length;n++){var i=e[n],d=t.base?i[0]+t.base:i[0],l=s[d]||0,p="".concat(d," ").concat(l);s[d]=l+1;var u=r(p),c={css:i[1],media:i[2],sourceMap:i[3],supports:i[4],layer:i[5]};if(-1!==u)o[u].references++,o[u].updater(c);else{var j=function(e,o){var r=o.domAPI(o);return r.update(e),function(o){o?(o.css!==e.css||o.media!==e.media||o.sourceMap!==e.sourceMap||o.supports!==e.supports||o.layer!==e.layer)&&r.update(e=o):r.remove()}}(c,t);t.byIndex=n,o.splice(n,0,{identifier:p,updater:j,references:1})}a.push(p)}return a}e.exports=function(e,s){var a=t(e=e||[],s=s||{});return function(e){e=e||[];for(var n=0;n<a.length;n++){var i=r(a[n]);o[i].references--}for(var d=t(e,s),l=0;l<a.length;l++){var p=r(a[l]);0===o[p].references&&(o[p].updater(),o.splice(p,1))}a=d}}},"./node_modules/style-loader/dist/runtime/insertBySelector.js"(e){var o={};e.exports=function(e,r){var t=function(e){if(void 0===o[e]){var r=document.querySelector(e);if(window.HTMLIFrameElement&&r instanceof window.HTMLIFrameElement)try{r=r.contentDocument.head}catch(e){r=null}o[e]=r}return o[e]}(e);if(!t)throw Error("Couldn't find a style target. This probably means that the value for the 'insert' parameter is invalid.");t.appendChild(r)}},"./node_modules/style-loader/dist/runtime/insertStyleElement.js"(e){e.exports=function(e){var o=document.createElement("style");return e.setAttributes(o,e.attributes),e.insert(o,e.options),o}},"./node_modules/style-loader/dist/runtime/setAttributesWithoutAttributes.js"(e,o,r){e.exports=function(e){var o=r.nc;o&&e.setAttribute("nonce",o)}},"./node_modules/style-loader/dist/runtime/styleDomAPI.js"(e){e.exports=function(e){if("u"<typeof document)return{update:function(){},remove:function(){}};var o=e.insertStyleElement(e);return{update:function(r){var t,s,a;t="",r.supports&&(t+="@supports (".concat(r.supports,") {")),r.media&&(t+="@media ".concat(r.media," {")),(s=void 0!==r.layer)&&(t+="@layer".concat(r.layer.length>0?" ".concat(r.layer):""," {")),t+=r.css,s&&(t+="}"),r.media&&(t+="}"),r.supports&&(t+="}"),(a=r.sourceMap)&&"u">typeof btoa&&(t+="\n/*# sourceMappingURL=data:application/json;base64,".concat(btoa(unescape(encodeURIComponent(JSON.stringify(a))))," */")),e.styleTagTransform(t,o,e.options)},remove:function(){var e;null===(e=o).parentNode||e.parentNode.removeChild(e)}}}},"./node_modules/style-loader/dist/runtime/styleTagTransform.js"(e){e.exports=function(e,o){if(o.styleSheet)o.styleSheet.cssText=e;else{for(;o.firstChild;)o.removeChild(o.firstChild);o.appendChild(document.createTextNode(e))}}},"./style/index.js"(e,o,r){var t=r("./node_modules/style-loader/dist/runtime/injectStylesIntoStyleTag.js"),s=r.n(t),a=r("./node_modules/style-loader/dist/runtime/styleDomAPI.js"),n=r.n(a),i=r("./node_modules/style-loader/dist/runtime/insertBySelector.js"),d=r.n(i),l=r("./node_modules/style-loader/dist/runtime/setAttributesWithoutAttributes.js"),p=r.n(l),u=r("./node_modules/style-loader/dist/runtime/insertStyleElement.js"),c=r.n(u),j=r("./node_modules/style-loader/dist/runtime/styleTagTransform.js"),m=r.n(j),f=r("./node_modules/css-loader/dist/cjs.js!./style/panel.css"),g={};g.styleTagTransform=m(),g.setAttributes=p(),g.insert=d().bind(null,"head"),g.domAPI=n(),g.insertStyleElement=c(),s()(f.A,g),f.A&&f.A.locals&&f.A.locals;var h=r("./node_modules/css-loader/dist/cjs.js!./style/row.css"),A={};A.styleTagTransform=m(),A.setAttributes=p(),A.insert=d().bind(null,"head"),A.domAPI=n(),A.insertStyleElement=c(),s()(h.A,A),h.A&&h.A.locals&&h.A.locals;var x=r("./node_modules/css-loader/dist/cjs.js!./style/prompt.css"),v={};v.styleTagTransform=m(),v.setAttributes=p(),v.insert=d().bind(null,"head"),v.domAPI=n(),v.insertStyleElement=c(),s()(x.A,v),x.A&&x.A.locals&&x.A.locals;var b=r("./node_modules/css-loader/dist/cjs.js!./style/queue.css"),y={};y.styleTagTransform=m(),y.setAttributes=p(),y.insert=d().bind(null,"head"),y.domAPI=n(),y.insertStyleElement=c(),s()(b.A,y),b.A&&b.A.locals&&b.A.locals;var J=r("./node_modules/css-loader/dist/cjs.js!./style/form.css"),Y={};Y.styleTagTransform=m(),Y.setAttributes=p(),Y.insert=d().bind(null,"head"),Y.domAPI=n(),Y.insertStyleElement=c(),s()(J.A,Y),J.A&&J.A.locals&&J.A.locals;var w=r("./node_modules/css-loader/dist/cjs.js!./style/task.css"),k={};k.styleTagTransform=m(),k.setAttributes=p(),k.insert=d().bind(null,"head"),k.domAPI=n(),k.insertStyleElement=c(),s()(w.A,k),w.A&&w.A.locals&&w.A.locals;var _=r("./node_modules/css-loader/dist/cjs.js!./style/status.css"),T={};T.styleTagTransform=m(),T.setAttributes=p(),T.insert=d().bind(null,"head"),T.domAPI=n(),T.insertStyleElement=c(),s()(_.A,T),_.A&&_.A.locals&&_.A.locals;var S=r("./node_modules/css-loader/dist/cjs.js!./style/messages.css"),z={};z.styleTagTransform=m(),z.setAttributes=p(),z.insert=d().bind(null,"head"),z.domAPI=n(),z.insertStyleElement=c(),s()(S.A,z),S.A&&S.A.locals&&S.A.locals;var M=r("./node_modules/css-loader/dist/cjs.js!./style/log.css"),I={};I.styleTagTransform=m(),I.setAttributes=p(),I.insert=d().bind(null,"head"),I.domAPI=n(),I.insertStyleElement=c(),s()(M.A,I),M.A&&M.A.locals&&M.A.locals;var E=r("./node_modules/css-loader/dist/cjs.js!./style/modes.css"),C={};C.styleTagTransform=m(),C.setAttributes=p(),C.insert=d().bind(null,"head"),C.domAPI=n(),C.insertStyleElement=c(),s()(E.A,C),E.A&&E.A.locals&&E.A.locals}}]);