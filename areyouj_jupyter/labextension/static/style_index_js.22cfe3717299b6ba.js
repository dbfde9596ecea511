"use strict";(self.rspackChunkareyouj_jupyter=self.rspackChunkareyouj_jupyter||[]).push([["style_index_js"],{"./node_modules/css-loader/dist/cjs.js!./style/base.css"(e,r,o){var t=o("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),n=o.n(t),a=o("./node_modules/css-loader/dist/runtime/api.js"),s=(o.n(a))()(n());s.push([e.id,`/* The side panel; only the theme's own variables, so that it fits every theme. */

.jp-AreYouJ {
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-size: var(--jp-ui-font-size1);
  min-width: 220px;
  overflow-y: auto;
}

.jp-AreYouJ :focus-visible {
  outline: 2px solid var(--jp-brand-color1);
  outline-offset: -2px;
}

.jp-AreYouJ p {
  margin: 0;
}

.jp-AreYouJ ul {
  list-style: none;
  margin: 0;
  padding: 0;
}

.jp-AreYouJ-header {
  align-items: center;
  border-bottom: var(--jp-border-width) solid var(--jp-border-color2);
  display: grid;
  gap: 4px;
  grid-template-columns: 1fr auto;
  padding: 8px 12px;
}

.jp-AreYouJ-header h2 {
  font-size: var(--jp-ui-font-size1);
  font-weight: 600;
  margin: 0;
}

.jp-AreYouJ-summary {
  color: var(--jp-ui-font-color2);
  grid-column: 1 / -1;
}

.jp-AreYouJ-summary:empty {
  display: none;
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

.jp-AreYouJ-head {
  background: transparent;
  border: 0;
  color: inherit;
  cursor: pointer;
  display: grid;
  font: inherit;
  gap: 2px 8px;
  grid-template-columns: 1em minmax(3em, auto) minmax(0, 1fr);
  padding: 8px;
  text-align: left;
  width: 100%;
}

.jp-AreYouJ-head:hover {
  background: var(--jp-layout-color2);
}

.jp-AreYouJ-glyph {
  color: var(--jp-ui-font-color2);
  text-align: center;
}

[data-look='needs-you'] .jp-AreYouJ-glyph {
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

.jp-AreYouJ-prompt,
.jp-AreYouJ-details:not([hidden]),
.jp-AreYouJ-start {
  display: grid;
  gap: 6px;
  grid-template-columns: minmax(0, 1fr);
  padding: 4px 12px 10px;
}

.jp-AreYouJ-prompt pre {
  background: var(--jp-layout-color2);
  font-family: var(--jp-code-font-family);
  font-size: var(--jp-ui-font-size0);
  margin: 0;
  max-height: 16em;
  overflow: auto;
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
  background: var(--jp-layout-color2);
  border: var(--jp-border-width) solid var(--jp-border-color1);
  border-radius: var(--jp-border-radius);
  color: var(--jp-ui-font-color1);
  cursor: pointer;
  font: inherit;
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

.jp-AreYouJ-start {
  border-bottom: var(--jp-border-width) solid var(--jp-border-color2);
  padding-top: 10px;
}

.jp-AreYouJ-start label {
  align-items: center;
  display: grid;
  gap: 8px;
  grid-template-columns: 6em minmax(0, 1fr);
}

.jp-AreYouJ-start .jp-AreYouJ-hint {
  padding: 0;
}

.jp-AreYouJ-stopped {
  padding: 8px 12px;
}

.jp-AreYouJ-stopped summary {
  color: var(--jp-ui-font-color2);
  cursor: pointer;
}

.jp-AreYouJ-stopped li {
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 4px 8px;
  padding: 4px 0;
}

.jp-AreYouJ-stopped .jp-AreYouJ-name {
  flex: 1;
}

/* Heard, not seen. */
.jp-AreYouJ-announcer {
  clip-path: inset(50%);
  height: 1px;
  overflow: hidden;
  position: absolute;
  white-space: nowrap;
  width: 1px;
}
`,""]),o.d(r,{},{A:s})},"./node_modules/css-loader/dist/runtime/api.js"(e){e.exports=function(e){var r=[];return r.toString=function(){return this.map(function(r){var o="",t=void 0!==r[5];return r[4]&&(o+="@supports (".concat(r[4],") {")),r[2]&&(o+="@media ".concat(r[2]," {")),t&&(o+="@layer".concat(r[5].length>0?" ".concat(r[5]):""," {")),o+=e(r),t&&(o+="}"),r[2]&&(o+="}"),r[4]&&(o+="}"),o}).join("")},r.i=function(e,o,t,n,a){"string"==typeof e&&(e=[[null,e,void 0]]);var s={};if(t)for(var i=0;i<this.length;i++){var p=this[i][0];null!=p&&(s[p]=!0)}for(var l=0;l<e.length;l++){var d=[].concat(e[l]);t&&s[d[0]]||(void 0!==a&&(void 0===d[5]||(d[1]="@layer".concat(d[5].length>0?" ".concat(d[5]):""," {").concat(d[1],"}")),d[5]=a),o&&(d[2]&&(d[1]="@media ".concat(d[2]," {").concat(d[1],"}")),d[2]=o),n&&(d[4]?(d[1]="@supports (".concat(d[4],") {").concat(d[1],"}"),d[4]=n):d[4]="".concat(n)),r.push(d))}},r}},"./node_modules/css-loader/dist/runtime/noSourceMaps.js"(e){e.exports=function(e){return e[1]}},"./node_modules/style-loader/dist/runtime/injectStylesIntoStyleTag.js"(e){var r=[];function o(e){for(var o=-1,t=0;t<r.length;t++)if(r[t].identifier===e){o=t;break}return o}function t(e,t){for(var n={},a=[],s=0;s<e.length;s++){var i=e[s],p=t.base?i[0]+t.base:i[0],l=n[p]||0,d="".concat(p," ").concat(l);n[p]=l+1;var u=o(d),c={css:i[1],media:i[2],sourceMap:i[3],supports:i[4],layer:i[5]};if(-1!==u)r[u].references++,r[u].updater(c);else{var m=function(e,r){var o=r.domAPI(r);return o.update(e),function(r){r?(r.css!==e.css||r.media!==e.media||r.sourceMap!==e.sourceMap||r.supports!==e.supports||r.layer!==e.layer)&&o.update(e=r):o.remove()}}(c,t);t.byIndex=s,r.splice(s,0,{identifier:d,updater:m,references:1})}a.push(d)}return a}e.exports=function(e,n){var a=t(e=e||[],n=n||{});return function(e){e=e||[];for(var s=0;s<a.length;s++){var i=o(a[s]);r[i].references--}for(var p=t(e,n),l=0;l<a.length;l++){var d=o(a[l]);0===r[d].references&&(r[d].updater(),r.splice(d,1))}a=p}}},"./node_modules/style-loader/dist/runtime/insertBySelector.js"(e){var r={};e.exports=function(e,o){var t=function(e){if(void 0===r[e]){var o=document.querySelector(e);if(window.HTMLIFrameElement&&o instanceof window.HTMLIFrameElement)try{o=o.contentDocument.head}catch(e){o=null}r[e]=o}return r[e]}(e);if(!t)throw Error("Couldn't find a style target. This probably means that the value for the 'insert' parameter is invalid.");t.appendChild(o)}},"./node_modules/style-loader/dist/runtime/insertStyleElement.js"(e){e.exports=function(e){var r=document.createElement("style");return e.setAttributes(r,e.attributes),e.insert(r,e.options),r}},"./node_modules/style-loader/dist/runtime/setAttributesWithoutAttributes.js"(e,r,o){e.exports=function(e){var r=o.nc;r&&e.setAttribute("nonce",r)}},"./node_modules/style-loader/dist/runtime/styleDomAPI.js"(e){e.exports=function(e){if("u"<typeof document)return{update:function(){},remove:function(){}};var r=e.insertStyleElement(e);return{update:function(o){var t,n,a;t="",o.supports&&(t+="@supports (".concat(o.supports,") {")),o.media&&(t+="@media ".concat(o.media," {")),(n=void 0!==o.layer)&&(t+="@layer".concat(o.layer.length>0?" ".concat(o.layer):""," {")),t+=o.css,n&&(t+="}"),o.media&&(t+="}"),o.supports&&(t+="}"),(a=o.sourceMap)&&"u">typeof btoa&&(t+="\n/*# sourceMappingURL=data:application/json;base64,".concat(btoa(unescape(encodeURIComponent(JSON.stringify(a))))," */")),e.styleTagTransform(t,r,e.options)},remove:function(){var e;null===(e=r).parentNode||e.parentNode.removeChild(e)}}}},"./node_modules/style-loader/dist/runtime/styleTagTransform.js"(e){e.exports=function(e,r){if(r.styleSheet)r.styleSheet.cssText=e;else{for(;r.firstChild;)r.removeChild(r.firstChild);r.appendChild(document.createTextNode(e))}}},"./style/index.js"(e,r,o){var t=o("./node_modules/style-loader/dist/runtime/injectStylesIntoStyleTag.js"),n=o.n(t),a=o("./node_modules/style-loader/dist/runtime/styleDomAPI.js"),s=o.n(a),i=o("./node_modules/style-loader/dist/runtime/insertBySelector.js"),p=o.n(i),l=o("./node_modules/style-loader/dist/runtime/setAttributesWithoutAttributes.js"),d=o.n(l),u=o("./node_modules/style-loader/dist/runtime/insertStyleElement.js"),c=o.n(u),m=o("./node_modules/style-loader/dist/runtime/styleTagTransform.js"),f=o.n(m),j=o("./node_modules/css-loader/dist/cjs.js!./style/base.css"),h={};h.styleTagTransform=f(),h.setAttributes=d(),h.insert=p().bind(null,"head"),h.domAPI=s(),h.insertStyleElement=c(),n()(j.A,h),j.A&&j.A.locals&&j.A.locals}}]);