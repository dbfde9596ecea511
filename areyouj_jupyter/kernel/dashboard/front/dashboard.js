var Gt=`/**
 * Copyright (c) 2014 The xterm.js authors. All rights reserved.
 * Copyright (c) 2012-2013, Christopher Jeffrey (MIT License)
 * https://github.com/chjj/term.js
 * @license MIT
 *
 * Permission is hereby granted, free of charge, to any person obtaining a copy
 * of this software and associated documentation files (the "Software"), to deal
 * in the Software without restriction, including without limitation the rights
 * to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
 * copies of the Software, and to permit persons to whom the Software is
 * furnished to do so, subject to the following conditions:
 *
 * The above copyright notice and this permission notice shall be included in
 * all copies or substantial portions of the Software.
 *
 * THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
 * IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
 * FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
 * AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
 * LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
 * OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
 * THE SOFTWARE.
 *
 * Originally forked from (with the author's permission):
 *   Fabrice Bellard's javascript vt100 for jslinux:
 *   http://bellard.org/jslinux/
 *   Copyright (c) 2011 Fabrice Bellard
 *   The original design remains. The terminal itself
 *   has been extended to include xterm CSI codes, among
 *   other features.
 */

/**
 *  Default styles for xterm.js
 */

.xterm {
    cursor: text;
    position: relative;
    user-select: none;
    -ms-user-select: none;
    -webkit-user-select: none;
}

.xterm.focus,
.xterm:focus {
    outline: none;
}

.xterm .xterm-helpers {
    position: absolute;
    top: 0;
    /**
     * The z-index of the helpers must be higher than the canvases in order for
     * IMEs to appear on top.
     */
    z-index: 5;
}

.xterm .xterm-helper-textarea {
    padding: 0;
    border: 0;
    margin: 0;
    /* Move textarea out of the screen to the far left, so that the cursor is not visible */
    position: absolute;
    opacity: 0;
    left: -9999em;
    top: 0;
    width: 0;
    height: 0;
    z-index: -5;
    /** Prevent wrapping so the IME appears against the textarea at the correct position */
    white-space: nowrap;
    overflow: hidden;
    resize: none;
}

.xterm .composition-view {
    /* TODO: Composition position got messed up somewhere */
    background: #000;
    color: #FFF;
    display: none;
    position: absolute;
    white-space: nowrap;
    z-index: 1;
}

.xterm .composition-view.active {
    display: block;
}

.xterm .xterm-viewport {
    /* On OS X this is required in order for the scroll bar to appear fully opaque */
    background-color: #000;
    overflow-y: scroll;
    cursor: default;
    position: absolute;
    right: 0;
    left: 0;
    top: 0;
    bottom: 0;
}

.xterm .xterm-screen {
    position: relative;
}

.xterm .xterm-screen canvas {
    position: absolute;
    left: 0;
    top: 0;
}

.xterm-char-measure-element {
    display: inline-block;
    visibility: hidden;
    position: absolute;
    top: 0;
    left: -9999em;
    line-height: normal;
}

.xterm.enable-mouse-events {
    /* When mouse events are enabled (eg. tmux), revert to the standard pointer cursor */
    cursor: default;
}

.xterm.xterm-cursor-pointer,
.xterm .xterm-cursor-pointer {
    cursor: pointer;
}

.xterm.column-select.focus {
    /* Column selection mode */
    cursor: crosshair;
}

.xterm .xterm-accessibility:not(.debug),
.xterm .xterm-message {
    position: absolute;
    left: 0;
    top: 0;
    bottom: 0;
    right: 0;
    z-index: 10;
    color: transparent;
    pointer-events: none;
}

.xterm .xterm-accessibility-tree:not(.debug) *::selection {
  color: transparent;
}

.xterm .xterm-accessibility-tree {
  font-family: monospace;
  user-select: text;
  white-space: pre;
}

.xterm .xterm-accessibility-tree > div {
  transform-origin: left;
  width: fit-content;
}

.xterm .live-region {
    position: absolute;
    left: -9999px;
    width: 1px;
    height: 1px;
    overflow: hidden;
}

.xterm-dim {
    /* Dim should not apply to background, so the opacity of the foreground color is applied
     * explicitly in the generated class and reset to 1 here */
    opacity: 1 !important;
}

.xterm-underline-1 { text-decoration: underline; }
.xterm-underline-2 { text-decoration: double underline; }
.xterm-underline-3 { text-decoration: wavy underline; }
.xterm-underline-4 { text-decoration: dotted underline; }
.xterm-underline-5 { text-decoration: dashed underline; }

.xterm-overline {
    text-decoration: overline;
}

.xterm-overline.xterm-underline-1 { text-decoration: overline underline; }
.xterm-overline.xterm-underline-2 { text-decoration: overline double underline; }
.xterm-overline.xterm-underline-3 { text-decoration: overline wavy underline; }
.xterm-overline.xterm-underline-4 { text-decoration: overline dotted underline; }
.xterm-overline.xterm-underline-5 { text-decoration: overline dashed underline; }

.xterm-strikethrough {
    text-decoration: line-through;
}

.xterm-screen .xterm-decoration-container .xterm-decoration {
	z-index: 6;
	position: absolute;
}

.xterm-screen .xterm-decoration-container .xterm-decoration.xterm-decoration-top-layer {
	z-index: 7;
}

.xterm-decoration-overview-ruler {
    z-index: 8;
    position: absolute;
    top: 0;
    right: 0;
    pointer-events: none;
}

.xterm-decoration-top {
    z-index: 2;
    position: relative;
}



/* Derived from vs/base/browser/ui/scrollbar/media/scrollbar.css */

/* xterm.js customization: Override xterm's cursor style */
.xterm .xterm-scrollable-element > .scrollbar {
    cursor: default;
}

/* Arrows */
.xterm .xterm-scrollable-element > .scrollbar > .scra {
	cursor: pointer;
	font-size: 11px !important;
}

.xterm .xterm-scrollable-element > .visible {
	opacity: 1;

	/* Background rule added for IE9 - to allow clicks on dom node */
	background:rgba(0,0,0,0);

	transition: opacity 100ms linear;
	/* In front of peek view */
	z-index: 11;
}
.xterm .xterm-scrollable-element > .invisible {
	opacity: 0;
	pointer-events: none;
}
.xterm .xterm-scrollable-element > .invisible.fade {
	transition: opacity 800ms linear;
}

/* Scrollable Content Inset Shadow */
.xterm .xterm-scrollable-element > .shadow {
	position: absolute;
	display: none;
}
.xterm .xterm-scrollable-element > .shadow.top {
	display: block;
	top: 0;
	left: 3px;
	height: 3px;
	width: 100%;
	box-shadow: var(--vscode-scrollbar-shadow, #000) 0 6px 6px -6px inset;
}
.xterm .xterm-scrollable-element > .shadow.left {
	display: block;
	top: 3px;
	left: 0;
	height: 100%;
	width: 3px;
	box-shadow: var(--vscode-scrollbar-shadow, #000) 6px 0 6px -6px inset;
}
.xterm .xterm-scrollable-element > .shadow.top-left-corner {
	display: block;
	top: 0;
	left: 0;
	height: 3px;
	width: 3px;
}
.xterm .xterm-scrollable-element > .shadow.top.left {
	box-shadow: var(--vscode-scrollbar-shadow, #000) 6px 0 6px -6px inset;
}
`;var S,Zt,fs,Y,gt,Ne,Vt,Oe,Yt,bt,_t,er,xe=Symbol.for("pv"),Be={},He=[],gs=/^m(i|n|o|s|text|space)$/,xt=Array.isArray,tr=He.slice,oe=Object.assign;function se(t){t&&t.parentNode&&t.remove()}function qe(t,e,r,n,s){var o={type:t,props:e,key:r,ref:n,__k:null,__:null,__b:0,__e:null,__c:null,constructor:xe,__v:s||++Zt,__i:-1,__u:0};return!s&&S.vnode&&S.vnode(o),o}function X(t){return t.children}function De(t,e){this.props=t,this.context=e,this.__g=0}function ee(t,e){if(e==null)return t.__&&ee(t.__,t.__i+1);for(var r;e<t.__k.length;e++)if((r=t.__k[e])&&r.__e)return r.__e;return typeof t.type!="function"||t.props.__P?null:ee(t)}function _s(t){var e,r=t.__v,n=r.__e,s=[],o=[],i=t.__P;i&&((e=oe({constructor:xe},r)).__v=r.__v+1,S.vnode&&S.vnode(e),vt(i,e,r,t.__n,i.namespaceURI,32&r.__u?[n]:null,s,n||ee(r),32&r.__u,o),e.__v=r.__v,e.__.__k[e.__i]=e,ar(s,e,o),r.__=r.__e=null,e.__e!=n&&rr(e))}function rr(t){if((t=t.__)&&t.__c&&!t.props.__P)return t.__e=null,t.__k.some(function(e){return e&&(t.__e=e.__e)}),rr(t)}function kt(t){(8&t.__g||(t.__g|=8,Y.push(t),Ne++))&&gt==S.debounceRendering||((gt=S.debounceRendering)||queueMicrotask)(nr)}function nr(){try{for(var t,e=1;Y.length;)Y.length>e&&Y.sort(Vt),t=Y.shift(),e=Y.length,8&t.__g&&_s(t)}finally{(Ne=Y.length)&&(gt||queueMicrotask)(nr)}}function sr(t,e,r,n,s,o,i,a,u,d,c){var m,h,p,g,b,_,k=n.__k||He,w=e.length;for(u=ks(r,e,k,u,w),m=0;m<w;m++)(p=r.__k[m])!=null&&(h=~p.__i&&k[p.__i]||Be,p.__i=m,_=vt(t,p,h,s,o,i,a,u,d,c),g=p.__e,(h.ref!=p.ref||8&h.__u)&&(h.ref&&wt(h.ref,null,p,h),p.ref&&c.push(p.ref,p.__c||g,p)),b=b||g,4&p.__u?(u=or(p,u,t,!h.__v),h.__e&&(h.__e=null)):typeof p.type=="function"&&_!==void 0?u=_:g&&(u=g.nextSibling),p.__u&=-21);return r.__e=b,u}function ks(t,e,r,n,s){var o,i,a,u,d,c,m,h,p,g=r.length,b=g,_=0,k=0,w=t.__k=Array(s);for(o=0;o<s;o++)(i=e[o])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=w[o]=qe(null,i):xt(i)?i=w[o]=qe(X,{children:i}):i.constructor===xe&&i.__b?i=w[o]=qe(i.type,i.props,i.key,i.ref,i.__v):w[o]=i,u=o+_,i.__=t,i.__b=t.__b+1,a=null,~(d=i.__i=bs(i,r,u,b))&&(b--,(a=r[d])&&(a.__u|=2)),a&&a.__v?(i.__u|=16,d==u-1?_--:d==u+1?_++:d!=u&&(d>u?_--:_++,k=1)):(~d||(s>g?_--:s<g&&_++),typeof i.type!="function"&&(i.__u|=4))):w[o]=null;if(k){for(c=[],m=[],o=0;o<s;o++)if((i=w[o])&&16&i.__u){for(_=0,h=c.length;_<h;)c[p=_+h>>1]<i.__i?_=p+1:h=p;c[_]=i.__i,m[o]=_+1}for(_=c.length;o--;)m[o]&&(m[o]==_?_--:w[o].__u|=4)}if(b)for(o=0;o<g;o++)!(a=r[o])||2&a.__u||(a.__e==n&&(n=ee(a)),yt(a,a));return n}function or(t,e,r,n){var s,o,i,a;if(typeof t.type=="function"){if(t.props.__P)return e;if(s=t.__k)for(o=0;o<s.length;o++)s[o]&&(s[o].__=t,e=or(s[o],e,r,!1));return e}for(e&&!e.parentNode&&(e=ee(t))&&!e.parentNode&&(e=null),i=t.__e,a=e;a&&a.nodeType==8;)a=a.nextSibling;for(i!=a&&(!n&&r.moveBefore&&i.parentNode?r.moveBefore(i,e):r.insertBefore(i,e||null)),e=i;(e=e&&e.nextSibling)&&e.nodeType==8&&!e.data.startsWith("$s"););return e}function bs(t,e,r,n){var s,o=t.key,i=t.type,a=e[r],u=a&&!(2&a.__u);if(a===null&&o==null||u&&o==a.key&&i==a.type)return r;if(n>(u?1:0)){for(s=r-1;s>=0;s--)if((a=e[s])&&!(2&a.__u)&&o==a.key&&i==a.type)return s;for(s=r+1;s<e.length;s++)if((a=e[s])&&!(2&a.__u)&&o==a.key&&i==a.type)return s}return-1}function Kt(t,e,r){r==null&&(r=""),e[0]=="-"?t.setProperty(e,r):t[e]=r}function Le(t,e,r,n,s){var o,i;if(e=="style")if(typeof r=="string")t.style.cssText=r;else{if(typeof n=="string"&&(t.style.cssText=n=""),n)for(e in n)r&&e in r||Kt(t.style,e);if(r)for(e in r)n&&r[e]==n[e]||Kt(t.style,e,r[e])}else if(e[0]=="o"&&e[1]=="n")typeof r!="function"&&(r=null),typeof n!="function"&&(n=null),(t.__e||(t.__e={}))[e]=r,r&&n||(i=_t[e]||(_t[e]=xs(e)),(t.__a||(t.__a={}))[e]=bt,o=e!=(e=e.replace(Yt,"$1")),(e=e.slice(2))[0]<"a"&&(e=e.toLowerCase()),r?t.addEventListener(e,i,o):t.removeEventListener(e,i,o));else{if(s=="http://www.w3.org/2000/svg")e=e.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(e!="width"&&e!="height"&&e!="href"&&e!="list"&&e!="form"&&e!="tabIndex"&&e!="download"&&e!="rowSpan"&&e!="colSpan"&&e!="role"&&e!="popover"&&e in t)try{return void(t[e]=r??"")}catch{}if(typeof r=="function")return;r==null||r===!1&&e[4]!="-"?t.removeAttribute(e):t.setAttribute(e,e=="popover"&&r==1?"":r)}}function xs(t){return function(e){var r=this.__e;if(r){if(r=r[t],e[Oe]==null)e[Oe]=bt++;else if(e[Oe]<this.__a[t])return;return r(S.event?S.event(e):e)}}}function vt(t,e,r,n,s,o,i,a,u,d){var c,m,h,p,g,b,_,k,w,x,M,W,Z,G,q,V,z,j,B=e.type;if(e.constructor!==xe)return null;128&r.__u&&(u=32&r.__u,c=r.__c.__z)&&(e.__u|=u,m=o=[],c.nodeType==8?a=ze(c,o):o.push(c),a=o[0]||a),(c=S.__b)&&c(e);e:if(typeof B=="function"){h=i.length;try{if(k=e.props,w=(c=B.prototype)&&c.render,x=(c=B.contextType)&&n[c.__c],M=c?x?x.props.value:c.__:n,(p=r.__c)?(e.__c=p,2&p.__g&&(p.__g|=1)):(w?e.__c=p=new B(k,M):(e.__c=p=new De(k,M),p.constructor=B,p.render=ws),x&&x.sub(p),p.state||(p.state={}),p.__n=n,p.__g|=8,p.__h=[],p.__k=[]),w&&(p.__s||(p.__s=p.state),B.getDerivedStateFromProps&&(p.__s==p.state&&(p.__s=oe({},p.__s)),oe(p.__s,B.getDerivedStateFromProps(k,p.__s)))),g=p.props,b=p.state,p.__v=e,r.__c){if(k!==g&&w&&!B.getDerivedStateFromProps&&p.componentWillReceiveProps&&p.componentWillReceiveProps(k,M),e.__v==r.__v&&!(8&p.__g)||!(4&p.__g)&&p.shouldComponentUpdate&&p.shouldComponentUpdate(k,p.__s,M)===!1){e.__v!=r.__v&&(p.props=k,p.state=p.__s,p.__g&=-9),e.__e=r.__e,e.__k=r.__k,e.__k.some(function($){$&&($.__=e)}),He.push.apply(p.__h,p.__k),p.__k=[],p.__h.length&&i.push(p),a=ee(r);break e}p.componentWillUpdate&&p.componentWillUpdate(k,p.__s,M),w&&p.componentDidUpdate&&p.__h.push(function(){p.componentDidUpdate(g,b,_)})}else w&&!B.getDerivedStateFromProps&&p.componentWillMount&&p.componentWillMount(),w&&p.componentDidMount&&p.__h.push(p.componentDidMount);p.context=M,p.props=k,p.__P=t,p.__g&=-5,W=S.__r,Z=w?25:0;do p.__g&=-9,W&&W(e),c=p.render(p.props,p.state=p.__s,p.context);while(8&p.__g&&++Z<25);w&&(He.push.apply(p.__h,p.__k),p.__k=[]),p.state=p.__s,p.getChildContext&&(n=oe({},n,p.getChildContext())),w&&r.__c&&p.getSnapshotBeforeUpdate&&(_=p.getSnapshotBeforeUpdate(g,b)),G=c&&c.type===X&&c.key==null?c.props.children:c,k.__P&&(c=a,s=(t=k.__P).namespaceURI,u=o=null,r.props&&r.props.__P!=t&&(r.__k.some(function($){$&&yt($,$)}),r.__k=null),a=r.__k?ee(r,0):null),a=sr(t,xt(G)?G:[G],e,r,n,s,o,i,a,u,d),k.__P&&(e.__e=null,a=c),e.__u&=-161,m&&m.some(se),p.__h.length&&i.push(p),1&p.__g&&(p.__g&=-4)}catch($){if(i.length=h,e.__v=null,u||o)if($&&$.then){if(e.__u|=128|u,o){for(~(z=o.indexOf(a||void 0))||(z=o.length);(j=o[z-1])&&j.nodeType==8;)z--;for(;z<o.length;z++)if(j=o[z])if(o[z]=null,q){if(j==V)break}else{if(j.nodeType!=8)break;j.data.startsWith("$s")&&(V=ze(q=j))}}if(!q){for(;a&&a.nodeType==8&&a.nextSibling;)a=a.nextSibling;q=a}(c=ze(q=e.__c.__z||(e.__c.__z=q)))?(e.__e=q,a=c):e.__e=a,a=a&&a.nextSibling}else o&&o.some(se);else e.__e=r.__e;e.__k||(e.__k=r.__k||[]),$&&$.then||ir(e),S.__e($,e,r)}}else a=e.__e=vs(r.__e,e,r,n,s,o,i,u,d,t);return(c=S.diffed)&&c(e),a}function ze(t,e){if(t&&t.nodeType==8&&t.data.startsWith("$s"))for(var r=1;t=t.nextSibling;){if(t.nodeType==8){if(t.data.startsWith("$s"))r++;else if(t.data.startsWith("/$s")&&!--r)return t}e&&e.push(t)}}function ir(t){t&&(t.__c&&(t.__c.__g|=4),t.__k&&t.__k.some(ir))}function ar(t,e,r){for(var n=0;n<r.length;)wt(r[n++],r[n++],r[n++]);S.__c&&S.__c(e,t),t.some(function(s){try{t=s.__h,s.__h=[],t.some(function(o){o.call(s)})}catch(o){S.__e(o,s.__v)}})}function vs(t,e,r,n,s,o,i,a,u,d){var c,m,h,p,g,b,_,k,w=r.props||Be,x=e.props,M=e.type;if(M=="svg"?s="http://www.w3.org/2000/svg":M=="math"?s="http://www.w3.org/1998/Math/MathML":s||(s="http://www.w3.org/1999/xhtml"),o){for(c=0;c<o.length;c++)if((g=o[c])&&(M?g.localName==M:g.nodeType==3)){t=g,o[c]=null;break}}if(!t){if(k=d.ownerDocument||document,!M)return k.createTextNode(x);t=k.createElementNS(s,M,x.is?x:d),a&&(S.__m&&S.__m(e,o),a=!1),o=null}if(M){if(d=M=="template"&&t.content||t,o=M=="textarea"&&x.defaultValue!=null?null:o&&tr.call(d.childNodes),!a&&o)for(w={},c=0;c<t.attributes.length;c++)w[(g=t.attributes[c]).name]=g.value;for(c in w)g=w[c],c=="dangerouslySetInnerHTML"?h=g:c=="children"||c in x||c=="value"&&"defaultValue"in x||c=="checked"&&"defaultChecked"in x||Le(t,c,null,g,s);for(c in x)g=x[c],c=="children"?p=g:c=="dangerouslySetInnerHTML"?m=g:c=="value"?b=g:c=="checked"?_=g:a&&typeof g!="function"||w[c]===g||Le(t,c,g,w[c],s);m?(a||h&&(m.__html==h.__html||m.__html==t.innerHTML)||(t.innerHTML=m.__html),e.__k=[]):(h&&(t.textContent=""),(M=="foreignObject"||s=="http://www.w3.org/1998/Math/MathML"&&gs.test(M))&&(s="http://www.w3.org/1999/xhtml"),sr(d,xt(p)?p:[p],e,r,n,s,o,i,o?o[0]:r.__k&&ee(r,0),a,u),o&&o.some(se)),a&&M!="textarea"||(c="value",M=="progress"&&b==null?t.removeAttribute(c):b==null||b===t[c]&&(M!="progress"||b)||Le(t,c,b,w[c],s),c="checked",_!=null&&_!=t[c]&&Le(t,c,_,w[c],s))}else w===x||a&&t.data==x||(t.data=x);return t}function wt(t,e,r,n){try{typeof t=="function"?e?e.__x=t(e)||1:n&&(n=n.__c||n.__e)&&(e=n.__x)&&(n.__x=null,typeof e=="function"?e():t(null)):t.current=e}catch(s){S.__e(s,r)}}function yt(t,e,r){var n,s,o,i;if(S.unmount&&S.unmount(t),!(n=t.ref)||n.current&&n.current!=t.__e||wt(n,null,e,t),n=t.__c){if(n.componentWillUnmount)try{n.componentWillUnmount()}catch(a){S.__e(a,e)}n.__P=n.__n=null}if(n=t.__k)for(i=0;i<n.length;i++)n[i]&&yt(n[i],e,typeof t.type!="function"||r&&!t.props.__P);!r&&(n=t.__c)&&(n=n.__z)&&(s=ze(n,o=[]))&&(n==t.__e&&o.some(se),se(s),se(n)),r||se(t.__e),t.__e=t.__c=t.__=null}function ws(t,e,r){return this.constructor(t,r)}function St(t,e){var r,n,s,o;S.__&&S.__(t,e),e.nodeType==9&&(e=e.documentElement),n=(r=t&&32&t.__u)?null:e.__k,e.__k=qe(X,{children:[t]}),s=[],o=[],vt(e,e.__k,n||Be,Be,e.namespaceURI,n?null:e.firstChild?tr.call(e.childNodes):null,s,n?n.__e:e.firstChild,r,o),ar(s,e.__k,o),e.__k.props.children=null}function lr(t){function e(r){var n,s;return this.getChildContext||(n=new Set,(s={})[e.__c]=this,this.getChildContext=function(){return s},this.shouldComponentUpdate=function(o){this.props.value!=o.value&&n.forEach(function(i){i.__g|=4,kt(i)})},this.sub=function(o){n.add(o);var i=o.componentWillUnmount;o.componentWillUnmount=function(){n.delete(o),i&&i.call(o)}}),r.children}return e.__c="__cC"+er++,e.__=t,e.Provider=(e.Consumer=function(r,n){return r.children(n)}).contextType=e,e}S={__e:function(t,e,r,n){for(var s,o,i;e=e.__;)if((s=e.__c)&&!(1&s.__g)){s.__g|=4;try{if((i=(o=s.constructor)&&o.getDerivedStateFromError)&&s.setState(o.getDerivedStateFromError(t)),s.componentDidCatch&&(s.componentDidCatch(t,n||{}),i=1),i&&8&s.__g)return void(s.__g|=2)}catch(a){t=a}}throw Ne=0,t}},Zt=0,fs=function(t){return t!=null&&t.constructor===xe},De.prototype.setState=function(t,e){var r=this.__s;r&&r!=this.state||(r=this.__s=oe({},this.state)),typeof t=="function"&&(t=t(oe({},r),this.props)),t&&(oe(r,t),this.__v&&(e&&this.__k.push(e),kt(this)))},De.prototype.forceUpdate=function(t){this.__v&&(this.__g|=4,t&&this.__h.push(t),kt(this))},De.prototype.render=X,Y=[],Ne=0,Vt=function(t,e){return t.__v.__b-e.__v.__b},Oe=Symbol(),Yt=/(PointerCapture)$|Capture$/i,bt=0,_t={},er=0;var Xe=class{constructor(e){this._hold=e;this._again=()=>{document.hidden||this._wake()};this._isDisposed=!1;this._wake=()=>{};window.addEventListener("online",this._again),document.addEventListener("visibilitychange",this._again),this._go()}get isDisposed(){return this._isDisposed}dispose(){this._isDisposed=!0,window.removeEventListener("online",this._again),document.removeEventListener("visibilitychange",this._again),this._wake()}async _go(){let e=500;for(;!this._isDisposed;)e=await this._hold().catch(()=>!1)?500:Math.min(2*e,3e4),await this._rest(e*(.75+Math.random()/2))}async _rest(e){if(!this._isDisposed){let r=0;await new Promise(n=>{this._wake=n,r=window.setTimeout(n,e)}),window.clearTimeout(r)}}};var O=class{constructor(){this._listeners=new Set}connect(e){return this._listeners.add(e),()=>{this._listeners.delete(e)}}emit(e){for(let r of[...this._listeners])try{r(e)}catch(n){console.error(n)}}};var je=class{constructor(e){this.server=e;this._agents=new Map;this._changed=new O;this._connection="connecting";this._moved=new O;this._owner=null;this._notified=new O;this._queued=new O;this._refreshed=new O;this._said=new O;this._sessions=new Map;this._tasked=new O;this._line=new Xe(()=>this._hold())}get changed(){return this._changed}get moved(){return this._moved}get notified(){return this._notified}get refreshed(){return this._refreshed}get queued(){return this._queued}get said(){return this._said}get tasked(){return this._tasked}get connection(){return this._connection}get sessions(){return[...this._sessions.values()]}get agents(){return[...this._agents.values()].sort((e,r)=>e.name.localeCompare(r.name))}get owner(){return this._owner}get stopped(){let e=new Set(this.sessions.map(r=>r.agent_id));return this.agents.filter(r=>!e.has(r.id))}session(e){return this._sessions.get(e)}dispose(){this._line.dispose(),this.server.dispose()}async _hold(){await this.server.follow(r=>this._on(r));let e=this._connection==="open";return this._line.isDisposed||this._change(()=>this._connection="lost"),e}_on(e){if(!this._line.isDisposed)switch(e.type.split(":").pop()){case"snapshot":return this._change(()=>this._replace(e.data)),this._refreshed.emit();case"agent-changed":return this._change(()=>ve(this._agents,e.data));case"status-changed":return this._move(e.data);case"notification":return this._notified.emit(e.data);case"queue-changed":return this._queued.emit(e.data);case"message":return this._said.emit(e.data);case"task-changed":return this._tasked.emit(e.data)}}_replace(e){this._connection="open",this._owner=e.owner,this._sessions=new Map(e.sessions.map(r=>[r.id,r])),this._agents=new Map(e.agents.map(r=>[r.id,r]))}_move(e){let r=this._sessions.get(e.id);this._change(()=>ve(this._sessions,e)),"removed"in e||this._moved.emit({before:r,after:e})}_change(e){e(),this._changed.emit()}};function ve(t,e){"removed"in e?t.delete(e.id):t.set(e.id,e)}function cr(t){return t.request("GET",["specs"])}function ur(t,e){return t.request("POST",["agents"],e)}function pr(t,e,r){return t.request("PUT",["agents",e],r)}function Ue(t,e){return t.request("POST",["sessions"],e)}function dr(t,e){return t.request("GET",["sessions",e,"screen"])}function hr(t,e){return t.request("DELETE",["sessions",e])}function mr(t,e,r){return t.request("POST",["sessions",e,"messages"],r)}function fr(t,e,r){return t.request("GET",["instances",e,"messages"],void 0,r?{before:String(r)}:{})}function gr(t,e){return t.request("GET",["sessions",e,"queue"])}function Fe(t,e,r){return t.request("PUT",["sessions",e,"queue","paused"],r)}function We(t,e,r,n){return t.request("PUT",["sessions",e,"queue",r],n)}function _r(t,e,r){return t.request("DELETE",["sessions",e,"queue",r])}function Je(t,e,r){return t.request("POST",["sessions",e,"queue",r,"retry"])}function kr(t,e,r){return t.request("POST",["sessions",e,"answer"],r)}function br(t,e){return t.request("POST",["sessions",e,"interrupt"])}function xr(t,e){return t.request("DELETE",["sessions",e,"input"])}function Qe(t,e){return t.request("POST",["sessions",e,"restart"])}function vr(t,e){return t.request("PUT",["sessions",e,"seen"])}function wr(t){return t.request("GET",["tasks"])}function yr(t,e){return t.request("POST",["tasks"],e)}function Sr(t,e,r){return t.request("PUT",["tasks",e],r)}function Tr(t,e,r){return t.request("POST",["tasks",e,"assign"],r)}var Ge=class{constructor(e){this._crew=e;this._asked=new Set;this._changed=new O;this._queues=new Map;e.queued.connect(r=>this._put(r)),e.refreshed.connect(()=>this._renew())}get changed(){return this._changed}queue(e){return this._queues.get(e)}want(e){!this._queues.has(e)&&!this._asked.has(e)&&(this._asked.add(e),gr(this._crew.server,e).then(r=>this._queues.has(e)||this._put(r)).catch(()=>{}).finally(()=>this._asked.delete(e)))}_renew(){let e=[...this._queues.keys()];this._queues.clear(),this._crew.sessions.filter(n=>e.includes(n.id)||ys(n)).forEach(({id:n})=>this.want(n))}_put(e){this._queues.set(e.session_id,e),this._changed.emit()}};function ys({pending:t,status:e}){return t>0||["busy","awaiting_input","rate_limited"].includes(e.state)}var Ke=class{constructor(e){this._crew=e;this._changed=new O;this._late=null;this._problem="";this._sorted=null;this._tasks=new Map;e.tasked.connect(r=>this._on(r)),e.refreshed.connect(()=>this._fetch())}get changed(){return this._changed}get list(){return this._sorted=this._sorted??[...this._tasks.values()].sort((e,r)=>Ss(e.id,r.id)),this._sorted}task(e){return this._tasks.get(e)}get problem(){return this._problem}_fetch(){let e=[];this._late=e,wr(this._crew.server).then(({tasks:r})=>{this._late===e&&(this._late=null,this._tasks=new Map(r.map(n=>[n.id,n])),e.forEach(n=>ve(this._tasks,n)),this._tell(""))},r=>this._tell(r.message))}_on(e){this._late?.push(e),ve(this._tasks,e),this._tell(this._problem)}_tell(e){this._problem=e,this._sorted=null,this._changed.emit()}},Ss=new Intl.Collator("en",{numeric:!0}).compare;var ie,E,Tt,Mr,Mt=Object.is,ye=0,Or=[],Rt=[],P=S,Rr=P.__b,Er=P.__r,Ar=P.diffed,Pr=P.__c,Cr=P.unmount,$r=P.__;function Se(t,e){P.__h&&P.__h(E,t,ye||e),ye=0;var r=E.__H||(E.__H={__:[],__h:[]});return t>=r.__.length&&r.__.push({}),r.__[t]}function T(t){return ye=1,Te(zr,t)}function Te(t,e,r){var n=Se(ie++,2);if(n.t=t,!n.__c&&(n.__=[r?r(e):zr(void 0,e),function(o){var i=(n.__N||n.__)[0],a=n.t(i,o);Mt(i,a)||(n.__N=[a,n.__[1]],n.__c.setState({}))}],n.__c=E,!E.__f)){E.__f=!0;var s=E.shouldComponentUpdate;E.shouldComponentUpdate=function(o,i,a){var u=this.__H;if(!u)return!0;var d=!1,c=this.props!=o;if(u.__.some(function(h){h.__N&&(d=!0,Mt(h.__[0],h.__N[0])||(c=!0))}),s){var m=s.call(this,o,i,a);return d?m||c:m}return!d||c}}return n.__}function A(t,e){var r=Se(ie++,3);!P.__s&&At(r.__H,e)&&(r.__P=!0,r.__=t,r.u=e,E.__H.__h.push(r))}function qr(t,e){var r=Se(ie++,4);!P.__s&&At(r.__H,e)&&(r.__P=!1,r.__=t,r.u=e,E.__h.push(r))}function I(t){return ye=5,Ze(function(){return{current:t}},[])}function Ze(t,e){var r=Se(ie++,7);return At(r.__H,e)&&(r.__=t(),r.__H=e),r.__}function Ve(t,e){return ye=8,Ze(function(){return t},e)}function Dr(t){var e=E.context[t.__c],r=Se(ie++,9);return r.c=t,e?(r.__==null&&(r.__=!0,e.sub(E)),e.props.value):t.__}function Ts(){var t;do{for(;t=Rt.shift();)try{we(t)}catch(r){P.__e(r,{__:(t=t.__P)&&t.__v})}for(;t=Or.shift();){var e=t.__H;if(t.__P&&e)try{e.__h.some(we),e.__h.some(Et),e.__h=[]}catch(r){e.__h=[],P.__e(r,t.__v)}}}while(Rt.length)}P.__b=function(t){E=null,Rr&&Rr(t)},P.__=function(t,e){t&&e.__k&&e.__k.__m&&(t.__m=e.__k.__m),$r&&$r(t,e)},P.__r=function(t){Er&&Er(t),ie=0;var e=(E=t.__c).__H;e&&(Tt==E?E.__h=[]:(e.__h.some(we),e.__h.some(Et),ie=0),e.__h=[],e.__.some(function(r){r.__N&&(r.__=r.__N),r.u=r.__N=void 0})),Tt=E},P.diffed=function(t){Ar&&Ar(t);var e=t.__c;e&&e.__H&&(e.__H.__h.length&&Lr(Or.push(e)),e.__H.__.some(function(r){r.u&&(r.__H=r.u)})),Tt=E=null},P.__c=function(t,e){e.some(function(r){try{r.__h.some(we),r.__h=r.__h.filter(function(n){return!n.__||Et(n)})}catch(n){r.__h=[function(){throw n}]}}),Pr&&Pr(t,e)},P.unmount=function(t){Cr&&Cr(t);var e,r,n=t.__c;n&&n.__H&&(n.__H.__.some(function(s){try{if(s.__P&&s.__c){if(r===void 0){for(r=t.__;r&&(!r.__c||!r.__c.__P);)r=r.__;r=r&&r.__c}s.__P=r,Lr(Rt.push(s))}else we(s)}catch(o){e=o}}),n.__H=void 0,e&&P.__e(e,n.__v))};var Ir=typeof requestAnimationFrame=="function";function Ms(t){var e,r=function(){clearTimeout(n),Ir&&cancelAnimationFrame(e),setTimeout(t)},n=setTimeout(r,35);Ir&&(e=requestAnimationFrame(r))}function Lr(t){t!=1&&Mr==P.requestAnimationFrame||((Mr=P.requestAnimationFrame)||Ms)(Ts)}function we(t){var e=E,r=t.__c;typeof r=="function"&&(t.__c=void 0,r()),E=e}function Et(t){var e=E;t.__c=t.__(),E=e}function At(t,e){return!t||t.length!=e.length||e.some(function(r,n){return!Mt(r,t[n])})}function zr(t,e){return typeof e=="function"?e(t):e}var fe={"needs-you":"▲",done:"✔",working:"◐",starting:"◌",idle:"○",exited:"✕"};function J(t){switch(t.state){case"awaiting_input":return"needs-you";case"idle":return t.seen?"idle":"done";case"busy":case"rate_limited":case"stopping":return"working";default:return t.state}}function Ye(t,e){return t.agent.localeCompare(e.agent)||t.started_at-e.started_at}function Nr(t){let e=n=>t.filter(s=>J(s.status)===n).length;return["needs-you","working","done","idle","starting","exited"].map(n=>[n,e(n)]).filter(([,n],s)=>n||s<4)}function Me(t,e,r){switch(t){case"needs-you":return r._n("needs you","need you",e);case"working":return r.__("working");case"done":return r.__("done");case"idle":return r.__("idle");case"starting":return r.__("starting");case"exited":return r.__("exited")}}function ge(t,e,r){if(t.holder)return t.holder==="view_only"?r.__("view only"):r.__("not answering");let n=Pt(e-t.since);switch(t.state){case"awaiting_input":return r.__("needs you: %1",t.reason??r.__("question"));case"rate_limited":return t.until?r.__("rate limit until %1",Ct(t.until)):r.__("rate limit");case"stopping":return r.__("stopping");case"busy":return r.__("working %1",n);case"idle":return t.seen?r.__("idle %1",n):r.__("done %1",n);default:return Me(J(t),1,r)}}function Br({holder:t},e){return t==="view_only"?e.__("Runs in another version of AreYouJ or for another server. Stop it before you start it again."):t?e.__("Its terminal process is not responding. Wait, or stop the agent."):""}function Hr(t){return t<1e9?`${Math.round(t/1e6)} MB`:`${(t/1e9).toFixed(1)} GB`}function et(t){return t?t<.005?"<$0.01":`$${t.toFixed(2)}`:""}function Xr(t,e,r){if(t&&J(t.status)===J(e.status)&&t.status.prompt?.id===e.status.prompt?.id)return"";switch(J(e.status)){case"needs-you":return r.__("%1 needs you: %2",e.agent,e.status.reason??r.__("question"));case"done":return r.__("%1 is done",e.agent);case"exited":return r.__("%1 has exited",e.agent);default:return""}}function Pt(t){let e=Math.max(0,Math.floor(t)),r=Math.floor(e/60);return r<1?`${e} s`:r<60?`${r} min`:`${Math.floor(r/60)} h ${r%60} min`}function Ct(t){return new Date(t*1e3).toLocaleTimeString([],{hour:"2-digit",minute:"2-digit"})}function jr(t){return t.replace(/^(\s*)([─━═╌┄-])\2{9,}\s*$/gm,(e,r,n)=>r+n.repeat(10))}var f={__:(t,...e)=>t.replace(/%(\d)/g,(r,n)=>String(e[Number(n)-1])),_n:(t,e,r)=>r===1?t:e};var Rs=Symbol.for("pv"),Es=0;function l(t,e,r,n,s,o){e||(e={});var i,a,u=e;if("ref"in u&&typeof t!="function")for(a in u={},e)a=="ref"?i=e[a]:u[a]=e[a];var d={type:t,props:u,key:r,ref:i,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Rs,__v:--Es,__i:-1,__u:0};return(s||o)&&(d.__source=s,d.__self=o),S.vnode&&S.vnode(d),d}var As=5e3;function C({label:t,hint:e,sign:r,off:n,act:s}){return l("button",{type:"button",class:r?"button sign":"button",title:e??t,"aria-label":r?t:void 0,"aria-disabled":n,onClick:()=>n||s(),children:r??t})}function $t(t){let[e,r]=T(!1);return A(()=>{let n=e?setTimeout(()=>r(!1),As):0;return()=>clearTimeout(n)},[e]),l("button",{type:"button",class:e?"button asking":"button",onBlur:()=>r(!1),onClick:()=>{r(!e),e&&t.act()},children:e?t.question:t.label})}function ae({text:t,onDismiss:e}){return t?l("p",{class:"problem",role:"alert",children:[t," ",l(C,{label:f.__("Dismiss"),sign:"✕",act:e})]}):null}var tt=class{constructor(e,r){this._crew=e;this.session=r;this._before=null;this._changed=new O;this._messages=new Map;this._problem="";this._ends=[e.said.connect(n=>this._onSaid(n)),e.refreshed.connect(()=>this._renew())],this._renew()}get changed(){return this._changed}get messages(){let e=[...this._messages.values()],r=({in_reply_to:n,seq:s})=>(n&&this._messages.get(n)?.seq)??s;return e.sort((n,s)=>Number(r(n))-Number(r(s))||n.seq-s.seq)}get more(){return this._before!==null}get problem(){return this._problem}dispose(){this._ends.forEach(e=>e())}earlier(){this._fetch(this._before??void 0)}_renew(){this._messages.clear(),this._fetch()}_fetch(e){fr(this._crew.server,this.session,e).then(r=>{r.messages.forEach(n=>this._put(n)),this._before=r.before,this._tell("")},r=>this._tell(r.message))}_onSaid(e){e.session_id===this.session&&(this._put(e),this._tell(this._problem))}_put(e){let r=this._messages.get(e.id);(!r||r.updated_at<=e.updated_at)&&this._messages.set(e.id,e)}_tell(e){this._problem=e,this._changed.emit()}};var Ur=lr(null),{Provider:Fr}=Ur;function y(){let t=Dr(Ur);if(!t)throw new Error("A view stands outside of a dashboard.");return t}function rt(t){let[,e]=Te(r=>r+1,0);A(()=>t.connect(()=>e(void 0)),[t])}function te(){let[t,e]=T(Date.now()/1e3);return A(()=>{let r=setInterval(()=>e(Date.now()/1e3),1e3);return()=>clearInterval(r)},[]),t}function le(){let[t,e]=T("");return[Ve(async n=>{try{return await n,e(""),!0}catch(s){return e(s.message),!1}},[]),t,()=>e("")]}var Ps=/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g,Cs=/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;function D(t){return t.replace(/\r\n/g,`
`).replace(Ps,e=>$s(e.charCodeAt(0))).replace(Cs,e=>`⟨U+${e.charCodeAt(0).toString(16).toUpperCase()}⟩`)}function $s(t){return t<32?String.fromCharCode(9216+t):t===127?"␡":`⟨${t.toString(16).toUpperCase()}⟩`}function Wr({sender_type:t,agent:e,origin:r},n){if(t==="agent")return e;switch(r){case"terminal":return n.__("You, in the terminal");case"task":return n.__("A task");default:return n.__("You")}}function Jr(t,e){return[Is(t,e),t.usage&&Ls(t.usage,e)].filter(Boolean).join(" · ")}function Qr({sender_type:t,status:e}){return t==="user"&&["error","cancelled","uncertain"].includes(e)}function Is({sender_type:t,status:e},r){let n={pending:r.__("Queued"),sending:r.__("Sending"),processing:r.__("Running"),error:r.__("Failed"),cancelled:r.__("Cancelled"),uncertain:r.__("May not have arrived")};return t==="user"?n[e]??"":""}function Ls({input_tokens:t,output_tokens:e,cost_usd:r},n){let s=(t??0)+(e??0);return[s?n.__("%1 tokens",s.toLocaleString()):"",et(r)].filter(Boolean).join(", ")}function qt(){return{async:!1,breaks:!1,extensions:null,gfm:!0,hooks:null,pedantic:!1,renderer:null,silent:!1,tokenizer:null,walkTokens:null}}var he=qt();function on(t){he=t}var ue={exec:()=>null};function ce(t){let e=[];return r=>{let n=Math.max(0,Math.min(3,r-1)),s=e[n];return s||(s=t(n),e[n]=s),s}}function v(t,e=""){let r=typeof t=="string"?t:t.source,n={replace:(s,o)=>{let i=typeof o=="string"?o:o.source;return i=i.replace(L.caret,"$1"),r=r.replace(s,i),n},getRegex:()=>new RegExp(r,e)};return n}var an=((t="")=>{try{return!!new RegExp("(?<=1)(?<!1)"+t)}catch{return!1}})(),L={codeRemoveIndent:/^(?: {0,3}\t| {1,4})/gm,listInterruptsParagraph:/^ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/,outputLinkReplace:/\\([\[\]])/g,indentCodeCompensation:/^(\s+)(?:```)/,beginningSpace:/^\s+/,endingHash:/#$/,startingSpaceChar:/^ /,endingSpaceChar:/ $/,endingSpaceTabChar:/[ \t]$/,nonSpaceChar:/[^ ]/,newLineCharGlobal:/\n/g,tabCharGlobal:/\t/g,leadingSpaceTab:/^[ \t]+/,multipleSpaceGlobal:/\s+/g,blankLine:/^[ \t]*$/,doubleBlankLine:/\n[ \t]*\n[ \t]*$/,blockquoteStart:/^ {0,3}>/,blockquoteSetextReplace:/\n {0,3}((?:=+|-+)[ \t]*)(?=\n|$)/g,blockquoteSetextReplace2:/^ {0,3}>[ \t]?/gm,blockquoteMarkerWhitespace:/^( {0,3}>)(\t[ \t]*)/gm,nestedBlockMarker:/^ {0,3}(?:(?:[*+-]|\d{1,9}[.)])(?: |$)|> ?)/,listReplaceNesting:/^ {1,4}(?=( {4})*[^ ])/g,listIsTask:/^\[[ xX]\][ \t]+\S/,listReplaceTask:/^\[[ xX]\][ \t]+/,listTaskCheckbox:/\[[ xX]\]/,anyLine:/\n.*\n/,hrefBrackets:/^<(.*)>$/,tableDelimiter:/[:|]/,tableAlignChars:/^\||\| *$/g,tableRowBlankLine:/\n[ \t]*$/,tableAlignRight:/^ *-+: *$/,tableAlignCenter:/^ *:-+: *$/,tableAlignLeft:/^ *:-+ *$/,startATag:/^<a /i,endATag:/^<\/a>/i,startPreScriptTag:/^<(pre|code|kbd|script)(\s|>)/i,endPreScriptTag:/^<\/(pre|code|kbd|script)(\s|>)/i,startAngleBracket:/^</,endAngleBracket:/>$/,pedanticHrefTitle:/^([^'"]*[^\s])\s+(['"])(.*)\2/,unicodeAlphaNumeric:/[\p{L}\p{N}]/u,numericCharacterReference:/&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));/,numericCharacterReferenceOrAmpersand:/&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g,escapeTest:/[&<>"']/,escapeReplace:/[&<>"']/g,escapeTestNoEncode:/[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/,escapeReplaceNoEncode:/[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g,caret:/(^|[^\[])\^/g,percentDecode:/%25/g,findPipe:/\|/g,splitPipe:/ \|/,slashPipe:/\\\|/g,carriageReturn:/\r\n|\r/g,spaceLine:/^ +$/gm,notSpaceStart:/^\S*/,endingNewline:/\n$/,listItemRegex:t=>new RegExp(`^( {0,3}${t})((?:[	 ][^\\n]*)?(?:\\n|$))`),nextBulletRegex:ce(t=>new RegExp(`^ {0,${t}}(?:[*+-]|\\d{1,9}[.)])((?:[ 	][^\\n]*)?(?:\\n|$))`)),hrRegex:ce(t=>new RegExp(`^ {0,${t}}((?:-[ 	]*){3,}|(?:_[ 	]*){3,}|(?:\\*[ 	]*){3,})(?:\\n+|$)`)),fencesBeginRegex:ce(t=>new RegExp(`^ {0,${t}}(?:\`\`\`|~~~)`)),headingBeginRegex:ce(t=>new RegExp(`^ {0,${t}}#{1,6}(?:\\s|$)`)),pedanticHeadingBeginRegex:ce(t=>new RegExp(`^ {0,${t}}#`)),htmlBeginRegex:ce(t=>new RegExp(`^ {0,${t}}(?:</?(?:${zt})(?:[ \\t]+|$|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)`,"i")),blockquoteBeginRegex:ce(t=>new RegExp(`^ {0,${t}}>`)),nestedContainerMarkers:/^(?: {0,3}(?:(?:[*+-]|\d{1,9}[.)])[ \t]+|>[ \t]?))+/},Os=/^(?:[ \t]*(?:\n|$))+/,qs=/^((?: {4}| {0,3}\t)[^\n]+(?:\n(?:[ \t]*(?:\n|$))*)?)+/,Ds=/^ {0,3}(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})([^\n]*)(?:\n|$)(?:|([\s\S]*?)(?:\n|$))(?: {0,3}(?:(?=`)\1`*|(?=~)\1~*) *(?=\n|$)|$)/,Ae=/^ {0,3}((?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/,zs=/^ {0,3}(#{1,6})(?=\s|$)(.*)(?:\n+|$)/,Dt=/ {0,3}(?:[*+-]|\d{1,9}[.)])/,zt="address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul",Pe=v(" {0,3}(?:</?(?:tag)(?:[ \\t]+|\\n|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)").replace("tag",zt).getRegex(),ln=/^(?!bull |blockCode|fences|blockquote|heading|html|table)((?:.|\n(?!\s*?\n|bull |fences|blockquote|heading|hr|html|table))+?)\n {0,3}(=+|-+)[ \t]*(?:\n+|$)/,cn=v(ln).replace(/bull/g,Dt).replace(/blockCode/g,/(?: {4}| {0,3}\t)/).replace(/fences/g,/ {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g,/ {0,3}>/).replace(/heading/g,/ {0,3}#{1,6}(?:\s|$)/).replace(/hr/g,/ {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/\|table/g,"").replace(/html/g,Pe).getRegex(),Ns=v(ln).replace(/bull/g,Dt).replace(/blockCode/g,/(?: {4}| {0,3}\t)/).replace(/fences/g,/ {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g,/ {0,3}>/).replace(/heading/g,/ {0,3}#{1,6}(?:\s|$)/).replace(/hr/g,/ {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/table/g,/ {0,3}\|?(?:[:\- ]*\|)+[\:\- ]*\n/).replace(/html/g,Pe).getRegex(),Nt=/^([^\n]+(?:\n(?!hr|heading|lheading|blockquote|fences|list|html|table|[ \t]+\n)[^\n]+)*)/,Bs=/^[^\n]+/,Bt=/(?!\s*\])(?:\\[\s\S]|[^\[\]\\\n]|\n(?![ \t]*\n))+/,Hs=v(/^ {0,3}\[(label)\]: *(?:\n[ \t]*)?([^<\s][^\s]*|<(?:\\.|[^\n<>\\])*>)(?:(?: +(?:\n[ \t]*)?| *\n[ \t]*)(title))? *(?:\n+|$)/).replace("label",Bt).replace("title",/(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\\n]|\n(?!\n))*'|\((?:\\[\s\S]|[^()\\])*\))/).getRegex(),Xs=v(/^(bull)([ \t][^\n]*?)?(?:\n|$)/).replace(/bull/g,Dt).getRegex(),Ht=/<!--(?:-?>|[\s\S]*?(?:-->|$))/,js=v("^ {0,3}(?:<(script|pre|style|textarea)[\\s>][\\s\\S]*?(?:</\\1>[^\\n]*\\n*|$)|comment[^\\n]*(\\n+|$)|<\\?[\\s\\S]*?(?:\\?>[^\\n]*\\n*|$)|<![A-Z][\\s\\S]*?(?:>[^\\n]*\\n*|$)|<!\\[CDATA\\[[\\s\\S]*?(?:\\]\\]>[^\\n]*\\n*|$)|</?(tag)(?:[ \\t]+|\\n|/?>|$)[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|<(?!(?:script|pre|style|textarea)(?![a-z0-9-]))([a-z][a-z0-9-]*)(?:attribute)*?[ \\t]*/?>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|</[a-z][a-z0-9-]*\\s*>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$))","i").replace("comment",Ht).replace("tag",zt).replace("attribute",/[ \t]+[a-zA-Z:_][\w.:-]*(?:[ \t]*=[ \t]*"[^"\n]*"|[ \t]*=[ \t]*'[^'\n]*'|[ \t]*=[ \t]*[^\s"'=<>`]+)?/).getRegex(),un=t=>v(Nt).replace("hr",Ae).replace("heading"," {0,3}#{1,6}(?:\\s|$)").replace("|lheading","").replace("|table","").replace("blockquote"," {0,3}>").replace("fences"," {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list",t).replace("html",Pe).getRegex(),Us=un(/ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/),Fs=un(/ {0,3}(?:[*+-]|\d{1,9}[.)])(?:[ \t]|\n|$)/),Ws=v(/^( {0,3}> ?(?:(?![ \t]*(?:\n|$))(paragraph)|[^\n]*)(?:\n|$))+/).replace("paragraph",Fs).getRegex(),Xt={blockquote:Ws,code:qs,def:Hs,fences:Ds,heading:zs,hr:Ae,html:js,lheading:cn,list:Xs,newline:Os,paragraph:Us,table:ue,text:Bs},Gr=v("^ *([^\\n ].*)\\n {0,3}((?:\\| *)?:?-+:? *(?:\\| *:?-+:? *)*(?:\\| *)?)(?:\\n((?:(?! *\\n|hr|heading|blockquote|code|fences|list|html).*(?:\\n|$))*)\\n*|$)").replace("hr",Ae).replace("heading"," {0,3}#{1,6}(?:\\s|$)").replace("blockquote"," {0,3}>").replace("code","(?: {4}| {0,3}	)[^\\n]").replace("fences"," {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list"," {0,3}(?:[*+-]|1[.)])[ \\t]").replace("html",Pe).getRegex(),Js={...Xt,lheading:Ns,table:Gr,paragraph:v(Nt).replace("hr",Ae).replace("heading"," {0,3}#{1,6}(?:\\s|$)").replace("|lheading","").replace("table",Gr).replace("blockquote"," {0,3}>").replace("fences"," {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list"," {0,3}(?:[*+-]|1[.)])[ \\t]+[^ \\t\\n]").replace("html",Pe).getRegex()},Qs={...Xt,html:v(`^ *(?:comment(?: *\\n|\\s*$)|<(tag)[\\s\\S]+?</\\1>(?: *\\n{2,}|\\s*$)|<tag(?:"[^"]*"|'[^']*'|\\s[^'"/>\\s]*)*?/?>(?: *\\n{2,}|\\s*$))`).replace("comment",Ht).replace(/tag/g,"(?!(?:a|em|strong|small|s|cite|q|dfn|abbr|data|time|code|var|samp|kbd|sub|sup|i|b|u|mark|ruby|rt|rp|bdi|bdo|span|br|wbr|ins|del|img)\\b)\\w+(?!:|[^\\w\\s@]*@)\\b").getRegex(),def:/^ *\[([^\]]+)\]: *<?([^\s>]+)>?(?: +(["(][^\n]+[")]))? *(?:\n+|$)/,heading:/^(#{1,6})(.*)(?:\n+|$)/,fences:ue,lheading:/^(.+?)\n {0,3}(=+|-+) *(?:\n+|$)/,paragraph:v(Nt).replace("hr",Ae).replace("heading",` *#{1,6} *[^
]`).replace("|table","").replace("blockquote"," {0,3}>").replace("|fences","").replace("|list","").replace("|html","").replace("|tag","").replace("lheading",cn).getRegex()},Gs=/^\\([!"#$%&'()*+,\-./:;<=>?@\[\]\\^_`{|}~])/,Ks=/^(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/,pn=/^( {2,}|\\)\n(?!\s*$)[ \t]*/,Zs=/^(`+|[^`])(?:(?= {2,}\n)|[\s\S]*?(?:(?=[\\<!\[`*_]|\b_|$)|[^ ](?= {2,}\n)))/,Q=/[\p{P}\p{S}]/u,ke=/[\s\p{P}\p{S}]/u,Ce=/[^\s\p{P}\p{S}]/u,Vs=v(/^((?![*_])punctSpace)/,"u").replace(/punctSpace/g,ke).getRegex(),Ys=/[\p{Pi}\p{Ps}"']/u,dn=/(?!~)[\p{P}\p{S}]/u,eo=/(?!~)[\s\p{P}\p{S}]/u,to=/(?:[^\s\p{P}\p{S}]|~)/u,ro=v(/link|precode-code|html/,"g").replace("link",/\[(?:[^\[\]`]|(?<a>`+)[^`]+\k<a>(?!`))*?\]\((?:\\[\s\S]|[^\\\(\)]|\((?:\\[\s\S]|[^\\\(\)])*\))*\)/).replace("precode-",an?"(?<!`)()":"(^^|[^`])").replace("code",/(?<b>`+)[^`]+\k<b>(?!`)/).replace("html",/<(?! )[^<>]*?>/).getRegex(),hn=/^(?:\*+(?:((?!\*)punct)|([^\s*]))?)|^_+(?:((?!_)punct)|([^\s_]))?/,no=v(hn,"u").replace(/punct/g,Q).getRegex(),so=v(hn,"u").replace(/punct/g,dn).getRegex(),oo=/^(?:\*+(?:((?!\*)(?!openQuote)punct)|([^\s*]))?)|^_+(?:((?!_)(?!openQuote)punct)|([^\s_]))?/,io=v(oo,"u").replace(/openQuote/g,Ys).replace(/punct/g,Q).getRegex(),mn="^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)punctSpace(\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|notPunctSpace(\\*+)(?=notPunctSpace)",ao=v(mn,"gu").replace(/notPunctSpace/g,Ce).replace(/punctSpace/g,ke).replace(/punct/g,Q).getRegex(),lo=v(mn,"gu").replace(/notPunctSpace/g,to).replace(/punctSpace/g,eo).replace(/punct/g,dn).getRegex(),co="^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)[\\s](\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|(?:(?!\\*)punct|notPunctSpace)(\\*+)(?!\\*)(?=notPunctSpace)",uo=v(co,"gu").replace(/notPunctSpace/g,Ce).replace(/punctSpace/g,ke).replace(/punct/g,Q).getRegex(),po=v("^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)punctSpace(_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)","gu").replace(/notPunctSpace/g,Ce).replace(/punctSpace/g,ke).replace(/punct/g,Q).getRegex(),ho="^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)[\\s](_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)|(?:(?!_)punct|notPunctSpace)(_+)(?!_)(?=notPunctSpace)",mo=v(ho,"gu").replace(/notPunctSpace/g,Ce).replace(/punctSpace/g,ke).replace(/punct/g,Q).getRegex(),fo=v(/^~~?(?:((?!~)punct)|[^\s~])/,"u").replace(/punct/g,Q).getRegex(),go="^[^~]+(?=[^~])|(?!~)punct(~~?)(?=[\\s]|$)|notPunctSpace(~~?)(?!~)(?=punctSpace|$)|(?!~)punctSpace(~~?)(?=notPunctSpace)|[\\s](~~?)(?!~)(?=punct)|(?!~)punct(~~?)(?!~)(?=punct)|notPunctSpace(~~?)(?=notPunctSpace)",_o=v(go,"gu").replace(/notPunctSpace/g,Ce).replace(/punctSpace/g,ke).replace(/punct/g,Q).getRegex(),ko=v(/\\(punct)/,"gu").replace(/punct/g,Q).getRegex(),bo=v(/(`+)(?:[^`]|[^`][\s\S]*?[^`])\1(?!`)|`+|\\(punct)/,"gu").replace(/punct/g,Q).getRegex(),xo=v(/^<(scheme:[^\s\x00-\x1f<>]*|email)>/).replace("scheme",/[a-zA-Z][a-zA-Z0-9+.-]{1,31}/).replace("email",/[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+(@)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+(?![-_])/).getRegex(),vo=v(Ht).replace("(?:-->|$)","-->").getRegex(),wo=v("^comment|^</[a-zA-Z][a-zA-Z0-9-]*\\s*>|^<[a-zA-Z][a-zA-Z0-9-]*(?:attribute)*?\\s*/?>|^<\\?[\\s\\S]*?\\?>|^<![a-zA-Z]+\\s[\\s\\S]*?>|^<!\\[CDATA\\[[\\s\\S]*?\\]\\]>").replace("comment",vo).replace("attribute",/\s+[a-zA-Z:_][\w.:-]*(?:\s*=\s*"[^"]*"|\s*=\s*'[^']*'|\s*=\s*[^\s"'=<>`]+)?/).getRegex(),fn=/\[(?:\\[\s\S]|[^\[\]\\])*\]/,ot=v(/(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\])|[^\[\]\\`])*?/).replace("brackets",fn).getRegex(),yo=v(/^!?\[(label)\]\([ \t\n]*(href)(?:(?:[ \t]+(?:\n[ \t]*)?|\n[ \t]*)(title))?[ \t\n]*\)/).replace("label",ot).replace("href",/<(?:\\.|[^\n<>\\])*>|(?!<)[^ \t\n\x00-\x1f]+|(?=\))/).replace("title",/"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\((?:\\[\s\S]|[^)\\])*\)/).getRegex(),So=v(/^!?\[(label)\]\[(ref)\]/).replace("label",ot).replace("ref",Bt).getRegex(),To=v(/^!?\[(ref)\](?:\[\])?/).replace("ref",Bt).getRegex(),Kr=/(?!\s*\])(?:\\[\s\S]|[^\[\]\\]){1,999}/,Mo=v(/(?:[^\[\]\\`]*(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\]))){0,999}?[^\[\]\\`]*?/).replace("brackets",fn).getRegex(),Ro=v("reflink|nolink(?!\\()","g").replace("reflink",v(/^!?\[(label)\]\[(ref)\]/).replace("label",Mo).replace("ref",Kr).getRegex()).replace("nolink",v(/^!?\[(ref)\](?:\[\])?/).replace("ref",Kr).getRegex()).getRegex(),Zr=/[hH][tT][tT][pP][sS]?|[fF][tT][pP]/,Eo=/[A-Za-z0-9._+-]+@[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/,Ao=v(/(?:mailto:email|xmpp:email(?:\/[A-Za-z0-9@.]+)?)/).replace(/email/g,Eo).getRegex(),jt={_backpedal:ue,anyPunctuation:ko,anyPunctuationOutsideCode:bo,autolink:xo,blockSkip:ro,br:pn,code:Ks,del:ue,delLDelim:ue,delRDelim:ue,emStrongLDelim:no,emStrongRDelimAst:ao,emStrongRDelimUnd:po,escape:Gs,link:yo,nolink:To,punctuation:Vs,reflink:So,reflinkSearch:Ro,tag:wo,text:Zs,url:ue},Po={...jt,emStrongLDelim:io,emStrongRDelimAst:uo,emStrongRDelimUnd:mo,link:v(/^!?\[(label)\]\((.*?)\)/).replace("label",ot).getRegex(),reflink:v(/^!?\[(label)\]\s*\[([^\]]*)\]/).replace("label",ot).getRegex()},It={...jt,emStrongRDelimAst:lo,emStrongLDelim:so,delLDelim:fo,delRDelim:_o,url:v(/^emailProtocol|^((?:protocol):\/\/|www\.)(?:[a-zA-Z0-9\-]+\.?)+[^\s<]*|^email/).replace("emailProtocol",Ao).replace("protocol",Zr).replace("email",/[A-Za-z0-9._+-]+(@)[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/).getRegex(),_backpedal:/(?:[^?!.,:;*_'"~()&]+|\([^)]*\)|&(?![a-zA-Z0-9]+;$)|[?!.,:;*_'"~)]+(?!$))+/,del:/^(~~?)(?=[^\s~])((?:\\[\s\S]|[^\\])*?(?:\\[\s\S]|[^\s~\\]))\1(?=[^~]|$)/,text:v(/^(?:[^a-zA-Z0-9](?=emailProtocol)|(`+|~+|[^`~])(?:(?=[`~])|(?= {2,}\n)|(?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@)|[\s\S]*?(?:(?=[\\<!\[`*~_]|\b_|protocol:\/\/|wwwStart|$)|[^ ](?= {2,}\n)|[^a-zA-Z0-9](?=emailProtocol)|[^a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-](?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@))))/).replace("protocol",Zr).replace(/emailProtocol/g,/(?:mailto|xmpp):/).replace("wwwStart",an?"(?<![^\\s*_~(])www\\.":"www\\.").getRegex()},Co={...It,br:v(pn).replace("{2,}","*").getRegex(),text:v(It.text).replace("\\b_","\\b_| {2,}\\n").replace(/\{2,\}/g,"*").getRegex()},nt={normal:Xt,gfm:Js,pedantic:Qs},Re={normal:jt,gfm:It,breaks:Co,pedantic:Po},$o={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;"},Vr=t=>$o[t];function N(t,e){if(e){if(L.escapeTest.test(t))return t.replace(L.escapeReplace,Vr)}else if(L.escapeTestNoEncode.test(t))return t.replace(L.escapeReplaceNoEncode,Vr);return t}function Io(t){return L.numericCharacterReference.test(t)?t.replace(L.numericCharacterReferenceOrAmpersand,(e,r,n)=>{if(r===void 0&&n===void 0)return"&amp;";let s=r===void 0?Number.parseInt(n,16):Number.parseInt(r,10);return s===0||s>1114111||s>=55296&&s<=57343?"�":s===38?"&amp;":String.fromCodePoint(s)}):t}function Yr(t){try{t=encodeURI(t).replace(L.percentDecode,"%")}catch{return null}return t}function en(t,e){let r=t.replace(L.findPipe,(o,i,a)=>{let u=!1,d=i;for(;--d>=0&&a[d]==="\\";)u=!u;return u?"|":" |"}),n=r.split(L.splitPipe),s=0;if(n[0].trim()||n.shift(),n.length>0&&!n.at(-1)?.trim()&&n.pop(),e)if(n.length>e)n.splice(e);else for(;n.length<e;)n.push("");for(;s<n.length;s++)n[s]=n[s].trim().replace(L.slashPipe,"|");return n}function K(t,e,r){let n=t.length;if(n===0)return"";let s=0;for(;s<n;){let o=t.charAt(n-s-1);if(o===e&&!r)s++;else if(o!==e&&r)s++;else break}return t.slice(0,n-s)}function tn(t){let e=t.split(`
`),r=e.length-1;for(;r>=0&&L.blankLine.test(e[r]);)r--;return e.length-r<=2?t:e.slice(0,r+1).join(`
`)}function it(t){return t.trim().replace(L.multipleSpaceGlobal," ").toLowerCase().toUpperCase().toLowerCase()}function rn(t,e){if(t.indexOf(e[0])===-1&&t.indexOf(e[1])===-1)return-1;let r=0;for(let n=0;n<t.length;n++)if(t[n]==="\\")n++;else if(t[n]===e[0])r++;else if(t[n]===e[1]&&(r--,r<0))return n;return r>0?-2:-1}var _e=new WeakMap;function Ut(t){let e={"*":-1,_:-1},r=-1,n=t.length;for(let s=0;s<n;s++){let o=t[s];if(o!=="*"&&o!=="_"&&o!=="~")continue;let i=s===0?`
`:t[s-1],a=s+1;for(;a<n&&t[a]===o;)a++;i!==" "&&i!=="	"&&i!==`
`&&i!=="\r"&&i!=="\f"&&(o==="~"?r=s:e[o]=s),s=a-1}return{maskedSrc:t,lastPossibleEmStrongCloserIndex:e,lastPossibleDelCloserIndex:r}}function Lo(t,e){let r=Ut(e),n=_e.get(t);n?n.push(r):_e.set(t,[r])}function Oo(t){let e=_e.get(t);e&&(e.pop(),e.length===0&&_e.delete(t))}function gn(t,e,r){let n=_e.get(t)?.at(-1);return n&&n.maskedSrc===e?n.lastPossibleEmStrongCloserIndex[r]:Ut(e).lastPossibleEmStrongCloserIndex[r]}function _n(t,e){let r=_e.get(t)?.at(-1);return r&&r.maskedSrc===e?r.lastPossibleDelCloserIndex:Ut(e).lastPossibleDelCloserIndex}function st(t,e=0){let r=e,n="";for(let s of t)if(s==="	"){let o=4-r%4;n+=" ".repeat(o),r+=o}else n+=s,r++;return n}function qo(t,e){let r="";for(let n=0;n<t.length;n++){if(t[n]==="`"){let s=e.inline.code.exec(t.slice(n));if(s){r+=s[0],n+=s[0].length-1;continue}}if(t[n]==="\\"&&(t[n+1]==="["||t[n+1]==="]")){r+=t[n+1],n++;continue}r+=t[n]}return r}function nn(t,e,r,n,s){let o=e.href,i=e.title||null,a=qo(t[1],s),u=t[0].charAt(0)==="!",d=n.state.inLink,c=n.state.linkEmitted,m=n.state.inRawBlock;n.state.inLink=!0,n.state.linkEmitted=!1;let h=n.inlineTokens(a),p=n.state.linkEmitted;if(n.state.linkEmitted=c,n.state.inLink=d,!u){if(p){n.state.inRawBlock=m;return}n.state.linkEmitted=!0}return{type:u?"image":"link",raw:r,href:o,title:i,text:a,tokens:h}}function Do(t,e,r){let n=t.match(r.other.indentCodeCompensation);if(n===null)return e;let s=n[1];return e.split(`
`).map(o=>{let i=o.match(r.other.beginningSpace);if(i===null)return o;let[a]=i;return o.slice(Math.min(a.length,s.length))}).join(`
`)}function sn(t,e,r,n){if(!e.includes("<"))return!1;for(let s=0;s<e.length;s++){if(e[s]==="\\"){s++;continue}if(e[s]==="`"){let a=n.inline.code.exec(e.slice(s));if(a){s+=a[0].length-1;continue}}if(e[s]!=="<")continue;let o=t.slice(r+s),i=n.inline.tag.exec(o)||n.inline.autolink.exec(o);if(i){if(i[0].length>e.length-s)return!0;s+=i[0].length-1}}return!1}var pe=class{options;rules;lexer;constructor(t){this.options=t||he}space(t){let e=this.rules.block.newline.exec(t);if(e&&e[0].length>0)return{type:"space",raw:e[0]}}code(t){let e=this.rules.block.code.exec(t);if(e){let r=this.options.pedantic?e[0]:tn(e[0]),n=r.replace(this.rules.other.codeRemoveIndent,"");return{type:"code",raw:r,codeBlockStyle:"indented",text:n}}}fences(t){let e=this.rules.block.fences.exec(t);if(e){let r=e[0],n=Do(r,e[3]||"",this.rules);return e[3]!==void 0&&(n===""||n.endsWith(`
`))&&(n+=`
`),{type:"code",raw:r,lang:e[2]?e[2].trim().replace(this.rules.inline.anyPunctuation,"$1"):e[2],text:n}}}heading(t){let e=this.rules.block.heading.exec(t);if(e){let r=e[2].trim();if(this.rules.other.endingHash.test(r)){let n=K(r,"#");(this.options.pedantic||!n||this.rules.other.endingSpaceTabChar.test(n))&&(r=n.trim())}return{type:"heading",raw:K(e[0],`
`),depth:e[1].length,text:r,tokens:this.lexer.inline(r)}}}hr(t){let e=this.rules.block.hr.exec(t);if(e)return{type:"hr",raw:K(e[0],`
`)}}blockquote(t){let e=this.rules.block.blockquote.exec(t);if(e){let r=K(e[0],`
`).split(`
`),n="",s="",o=[];for(;r.length>0;){let i=!1,a=[],u;for(u=0;u<r.length;u++)if(this.rules.other.blockquoteStart.test(r[u]))a.push(r[u]),i=!0;else if(!i)a.push(r[u]);else break;r=r.slice(u);let d=a.join(`
`),c=d.replace(this.rules.other.blockquoteMarkerWhitespace,(p,g,b)=>b.startsWith(" ")?g+" "+b.slice(1):g+st(b,g.length)).replace(this.rules.other.blockquoteSetextReplace,`
    $1`).replace(this.rules.other.blockquoteSetextReplace2,"");n=n?`${n}
${d}`:d,s=s?`${s}
${c}`:c;let m=this.lexer.state.top;if(this.lexer.state.top=!0,this.lexer.blockTokens(c,o,!0),this.lexer.state.top=m,r.length===0)break;let h=o.at(-1);if(h?.type==="code"||h?.type==="heading"||h?.type==="hr"||h?.type==="html"||h?.type==="table")break;if(h?.type==="blockquote"){let p=h,g=r.join(`
`),b=p.raw+`
`+g.replace(this.rules.other.blockquoteSetextReplace2,""),_=this.blockquote(b);o[o.length-1]=_;let k=b.substring(_.raw.length).replace(/^\n/,""),w=k?k.split(`
`).length:0,x=w?r.slice(0,-w):r;if(x.length>0&&(n=`${n}
${x.join(`
`)}`),s=s.substring(0,s.length-p.text.length)+_.text,r=r.slice(x.length),r.length>0&&this.rules.other.blockquoteStart.test(r[0]))continue;break}else if(h?.type==="list"){let p=h,g=p.raw+`
`+r.join(`
`),b=this.list(g);o[o.length-1]=b;let _=b.raw.length>p.raw.length?g.slice(p.raw.length+1,b.raw.length).split(`
`).length:0;if(_>0){let k=r.slice(0,_).join(`
`);n=`${n}
${k}`,s=`${s}
${k}`}if(r=r.slice(_),r.length>0&&!this.rules.other.blockquoteStart.test(r[0]))break;continue}}return{type:"blockquote",raw:n,tokens:o,text:s}}}list(t){let e=this.rules.block.list.exec(t);if(e){if(!this.options.pedantic&&this.lexer.state.lastToken?.type==="text"&&!this.rules.other.listInterruptsParagraph.test(t))return;let r=t,n=()=>r.length-t.length,s=e[1].trim(),o=s.length>1,i={type:"list",raw:"",ordered:o,start:o?+s.slice(0,-1):"",loose:!1,items:[]};s=o?`\\d{1,9}\\${s.slice(-1)}`:`\\${s}`,this.options.pedantic&&(s=o?s:"[*+-]");let a=this.rules.other.listItemRegex(s),u=!1;for(;t;){let m=!1,h="";if(!(e=a.exec(t))||this.rules.block.hr.test(t))break;let p=n();t=t.substring(e[0].length);let g=e[2].split(`
`,1)[0],b=e[1].length,_=this.options.pedantic?st(g,b):g.replace(this.rules.other.leadingSpaceTab,W=>st(W,b)),k=t.split(`
`,1)[0],w=!_.trim(),x=0;if(this.options.pedantic?(x=2,h=_.trimStart()):w?x=b+1:(x=_.search(this.rules.other.nonSpaceChar),x=x>4?1:x,h=_.slice(x),x+=b),w&&this.rules.other.blankLine.test(k)&&(t=t.substring(k.length+1),m=!0),!m){let W=this.rules.other.nextBulletRegex(x),Z=this.rules.other.hrRegex(x),G=this.rules.other.fencesBeginRegex(x),q=this.options.pedantic?this.rules.other.pedanticHeadingBeginRegex(x):this.rules.other.headingBeginRegex(x),V=this.rules.other.htmlBeginRegex(x),z=this.rules.other.blockquoteBeginRegex(x),j=!1;for(;t;){let B=t.split(`
`,1)[0],$;if(k=B,this.options.pedantic?(k=k.replace(this.rules.other.listReplaceNesting,"  "),$=k):$=k.replace(this.rules.other.leadingSpaceTab,H=>st(H)),G.test(k)||q.test(k)||V.test(k)||z.test(k)||W.test(k)||Z.test(k))break;if($.search(this.rules.other.nonSpaceChar)>=x||!k.trim())h+=`
`+$.slice(x),j=!1;else{if(w)break;let H=_;if(!this.options.pedantic&&!h.includes(`
`)&&!_.includes("	")){let me;for(;!Z.test(H)&&(me=this.rules.other.nestedBlockMarker.exec(H));)H=H.slice(me[0].length);if(!H.trim())break}if(H.replace(this.rules.other.tabCharGlobal,"    ").search(this.rules.other.nonSpaceChar)>=4||G.test(H)||q.test(H)||V.test(H)||Z.test(H))break;if(!this.options.pedantic&&!j){let me=_.replace(this.rules.other.nestedContainerMarkers,"");if(this.rules.block.fences.test(me)||this.rules.block.heading.test(me)||this.rules.block.hr.test(me))break}let hs=!this.options.pedantic&&/^ {0,3}(?:=+|-+) *$/.test(k)&&this.rules.block.lheading.test(`${_}
${k}`)?`    ${$.replace(/^ {0,3}/,"")}`:k;h+=`
`+hs,j=!0}w=!k.trim(),t=t.substring(B.length+1),_=$.slice(x)}}let M=r.slice(p,n());i.loose||(u?i.loose=!0:this.rules.other.doubleBlankLine.test(M)&&(u=!0)),i.items.push({type:"list_item",raw:M,task:!!this.options.gfm&&this.rules.other.listIsTask.test(h),loose:!1,text:h,tokens:[]})}let d=i.items.at(-1);if(d)d.raw=d.raw.trimEnd(),d.text=d.text.trimEnd();else return;i.raw=r.slice(0,n()).trimEnd();let c=[];for(let m of i.items)if(this.lexer.state.top=!1,c.push(this.lexer.inlineQueue.length),m.tokens=this.lexer.blockTokens(m.text,[]),!i.loose){let h=m.tokens.filter(g=>g.type==="space"),p=h.length>0&&h.some(g=>this.rules.other.anyLine.test(g.raw));i.loose=p}for(let m=0;m<i.items.length;m++){let h=i.items[m],p=h.tokens[0];if(h.task&&(p?.type==="text"||p?.type==="paragraph")){h.text=h.text.replace(this.rules.other.listReplaceTask,""),p.raw=p.raw.replace(this.rules.other.listReplaceTask,""),p.text=p.text.replace(this.rules.other.listReplaceTask,"");let g=this.lexer.inlineQueue;for(let _=c[m];_<g.length;_++)if(g[_].tokens===p.tokens){g[_].src=g[_].src.replace(this.rules.other.listReplaceTask,"");break}let b=this.rules.other.listTaskCheckbox.exec(h.raw);if(b){let _={type:"checkbox",raw:b[0]+" ",checked:b[0]!=="[ ]"};h.checked=_.checked,i.loose?h.tokens[0]&&["paragraph","text"].includes(h.tokens[0].type)&&"tokens"in h.tokens[0]&&h.tokens[0].tokens?(h.tokens[0].raw=_.raw+h.tokens[0].raw,h.tokens[0].text=_.raw+h.tokens[0].text,h.tokens[0].tokens.unshift(_)):h.tokens.unshift({type:"paragraph",raw:_.raw,text:_.raw,tokens:[_]}):h.tokens.unshift(_)}}else h.task&&(h.task=!1)}if(i.loose)for(let m of i.items){m.loose=!0;for(let h of m.tokens)h.type==="text"&&(h.type="paragraph")}return i}}html(t){let e=this.rules.block.html.exec(t);if(e){if(this.lexer.state.lastToken?.type==="paragraph"&&!this.rules.other.htmlBeginRegex(4).test(t))return;let r=tn(e[0]);return{type:"html",block:!0,raw:r,pre:e[1]==="pre"||e[1]==="script"||e[1]==="style",text:r}}}def(t){let e=this.rules.block.def.exec(t);if(e){if(!this.rules.other.startAngleBracket.test(e[2])&&rn(e[2],"()")!==-1)return;let r=it(e[1]),n=e[2]?e[2].replace(this.rules.other.hrefBrackets,"$1").replace(this.rules.inline.anyPunctuation,"$1"):"",s=e[3]?e[3].substring(1,e[3].length-1).replace(this.rules.inline.anyPunctuation,"$1"):e[3];return{type:"def",tag:r,raw:K(e[0],`
`),href:n,title:s}}}table(t){let e=this.rules.block.table.exec(t);if(!e||!this.rules.other.tableDelimiter.test(e[2]))return;let r=en(e[1]),n=e[2].replace(this.rules.other.tableAlignChars,"").split("|"),s=e[3]?.trim()?e[3].replace(this.rules.other.tableRowBlankLine,"").split(`
`):[],o={type:"table",raw:K(e[0],`
`),header:[],align:[],rows:[]};if(r.length===n.length){for(let i of n)this.rules.other.tableAlignRight.test(i)?o.align.push("right"):this.rules.other.tableAlignCenter.test(i)?o.align.push("center"):this.rules.other.tableAlignLeft.test(i)?o.align.push("left"):o.align.push(null);for(let i=0;i<r.length;i++)o.header.push({text:r[i],tokens:this.lexer.inline(r[i]),header:!0,align:o.align[i]});for(let i of s)o.rows.push(en(i,o.header.length).map((a,u)=>({text:a,tokens:this.lexer.inline(a),header:!1,align:o.align[u]})));return o}}lheading(t){let e=this.rules.block.lheading.exec(t);if(e){let r=e[1].trim();return{type:"heading",raw:K(e[0],`
`),depth:e[2].charAt(0)==="="?1:2,text:r,tokens:this.lexer.inline(r)}}}paragraph(t){let e=this.rules.block.paragraph.exec(t);if(e){let r=e[1].charAt(e[1].length-1)===`
`?e[1].slice(0,-1):e[1];return{type:"paragraph",raw:e[0],text:r,tokens:this.lexer.inline(r)}}}text(t){let e=this.rules.block.text.exec(t);if(e)return{type:"text",raw:e[0],text:e[0],tokens:this.lexer.inline(e[0])}}escape(t){if(t.charCodeAt(0)!==92)return;let e=this.rules.inline.escape.exec(t);if(e)return{type:"escape",raw:e[0],text:e[1]}}tag(t){if(t.charCodeAt(0)!==60)return;let e=this.rules.inline.tag.exec(t);if(e)return!this.lexer.state.inLink&&this.rules.other.startATag.test(e[0])?this.lexer.state.inLink=!0:this.lexer.state.inLink&&this.rules.other.endATag.test(e[0])&&(this.lexer.state.inLink=!1),!this.lexer.state.inRawBlock&&this.rules.other.startPreScriptTag.test(e[0])?this.lexer.state.inRawBlock=!0:this.lexer.state.inRawBlock&&this.rules.other.endPreScriptTag.test(e[0])&&(this.lexer.state.inRawBlock=!1),{type:"html",raw:e[0],inLink:this.lexer.state.inLink,inRawBlock:this.lexer.state.inRawBlock,block:!1,text:e[0]}}link(t){if(this.lexer.state.linkParenPossible===!1)return;let e=t.charCodeAt(0);if(e!==91&&e!==33)return;let r=this.rules.inline.link.exec(t);if(r){let n=r[0].charAt(0)==="!"?2:1;if(!this.options.pedantic&&sn(t,r[1],n,this.rules))return;let s=r[2].trim();if(!this.options.pedantic&&this.rules.other.startAngleBracket.test(s)){if(!this.rules.other.endAngleBracket.test(s))return;let u=K(s.slice(0,-1),"\\");if((s.length-u.length)%2===0)return}else{let u=rn(r[2],"()");if(u===-2)return;if(u>-1){let d=(r[0].indexOf("!")===0?5:4)+r[1].length+u;r[2]=r[2].substring(0,u),r[0]=r[0].substring(0,d).trim(),r[3]=""}}let o=K(r[0].slice(0,-1),"\\");if((r[0].length-o.length)%2===0)return;let i=r[2],a="";if(this.options.pedantic){let u=this.rules.other.pedanticHrefTitle.exec(i);u&&(i=u[1],a=u[3])}else a=r[3]?r[3].slice(1,-1):"";return i=i.trim(),this.rules.other.startAngleBracket.test(i)&&(this.options.pedantic&&!this.rules.other.endAngleBracket.test(s)?i=i.slice(1):i=i.slice(1,-1)),nn(r,{href:i&&i.replace(this.rules.inline.anyPunctuation,"$1"),title:a&&a.replace(this.rules.inline.anyPunctuation,"$1")},r[0],this.lexer,this.rules)}}reflink(t,e){let r=t.charCodeAt(0);if(r!==91&&r!==33)return;let n;if((n=this.rules.inline.reflink.exec(t))||(n=this.rules.inline.nolink.exec(t))){let s=n[0].charAt(0)==="!"?2:1;if(!this.options.pedantic&&sn(t,n[1],s,this.rules))return;let o=e[it(n[2]||n[1])];if(!o){let i=n[0].charAt(0);return{type:"text",raw:i,text:i}}return nn(n,o,n[0],this.lexer,this.rules)}}emStrong(t,e,r=""){let n=this.rules.inline.emStrongLDelim.exec(t);if(!n||!n[1]&&!n[2]&&!n[3]&&!n[4])return;let s=n[0][0],o=r===s,i=e.length-t.length,a=i;for(;!this.options.pedantic&&a>0&&e[a-1]===s;)a--;let u=[...e.slice(Math.max(0,a-2),a)].at(-1)??"",d=u==="*"||u==="_"||!!this.rules.inline.punctuation.exec(u);a<i&&(r=u);let c=a<i?d:r==="*"||r==="_"||!!this.rules.inline.punctuation.exec(r);if(n[4]&&r.match(this.rules.other.unicodeAlphaNumeric))return;let m=n[1]||n[3]||"";if(!m||!r||c){let h=[...n[0]].length-1,p,g,b=h,_=0,k=i-a+h,w=!this.options.pedantic&&!!u.trim()&&(!!m||s==="*"&&!d);if(s!=="*"&&s!=="_")return;let x=s==="*"?this.rules.inline.emStrongRDelimAst:this.rules.inline.emStrongRDelimUnd,M=gn(this,e,s),W=e.length-t.length+h;if(M<W)return;e=e.slice(-1*t.length+h);let Z=M-W;for(x.lastIndex=0;(n=x.exec(e))!==null&&!(n.index>Z);){if(p=n[1]||n[2]||n[3]||n[4]||n[5]||n[6],!p)continue;if(g=[...p].length,n[3]||n[4]){b+=g;continue}else if((n[5]||n[6]||w)&&k%3&&!((k+g)%3)){if(o&&(n[5]||n[6]))break;_+=g;continue}if(b-=g,b>0)continue;g=Math.min(g,g+b+_);let G=[...n[0]][0].length,q=t.slice(0,h+n.index+G+g);if(Math.min(h,g)%2){let z=q.slice(1,-1);return{type:"em",raw:q,text:z,tokens:this.lexer.inlineTokens(z)}}let V=q.slice(2,-2);return{type:"strong",raw:q,text:V,tokens:this.lexer.inlineTokens(V)}}}}codespan(t){if(t.charCodeAt(0)!==96)return;let e=this.rules.inline.code.exec(t);if(e){let r=e[2].replace(this.rules.other.newLineCharGlobal," "),n=this.rules.other.nonSpaceChar.test(r),s=this.rules.other.startingSpaceChar.test(r)&&this.rules.other.endingSpaceChar.test(r);return n&&s&&(r=r.substring(1,r.length-1)),{type:"codespan",raw:e[0],text:r}}}br(t){let e=t.charCodeAt(0);if(e!==32&&e!==92&&e!==10)return;let r=this.rules.inline.br.exec(t);if(r)return{type:"br",raw:r[0]}}del(t,e,r=""){if(t.charCodeAt(0)!==126)return;let n=this.rules.inline.delLDelim.exec(t);if(n&&(!n[1]||!r||this.rules.inline.punctuation.exec(r))){let s=[...n[0]].length-1,o,i,a=s,u=this.rules.inline.delRDelim,d=_n(this,e),c=e.length-t.length+s;if(d<c)return;e=e.slice(-1*t.length+s);let m=d-c;for(u.lastIndex=0;(n=u.exec(e))!==null&&!(n.index>m);){if(o=n[1]||n[2]||n[3]||n[4]||n[5]||n[6],!o||(i=[...o].length,i!==s))continue;if(n[3]||n[4]){a+=i;continue}if(a-=i,a>0)continue;i=Math.min(i,i+a);let h=[...n[0]][0].length,p=t.slice(0,s+n.index+h+i),g=p.slice(s,-s);return{type:"del",raw:p,text:g,tokens:this.lexer.inlineTokens(g)}}}}autolink(t){if(t.charCodeAt(0)!==60)return;let e=this.rules.inline.autolink.exec(t);if(e){let r,n;return e[2]==="@"?(r=e[1],n="mailto:"+r):(r=e[1],n=r),{type:"link",raw:e[0],text:r,href:n,autolink:!0,tokens:[{type:"text",raw:r,text:r}]}}}url(t){let e;if(e=this.rules.inline.url.exec(t)){let r,n;if(e[2]==="@")r=e[0],n="mailto:"+r;else{let s;do s=e[0],e[0]=this.rules.inline._backpedal.exec(e[0])?.[0]??"";while(s!==e[0]);r=e[0],e[1]==="www."?n="http://"+e[0]:n=e[0]}return{type:"link",raw:e[0],text:r,href:n,autolink:!0,tokens:[{type:"text",raw:r,text:r}]}}}inlineText(t){let e=this.rules.inline.text.exec(t);if(e){let r=this.lexer.state.inRawBlock;return{type:"text",raw:e[0],text:r?e[0]:Io(e[0]),escaped:r}}}},U=class Lt{tokens;options;state;inlineQueue;tokenizer;constructor(e){this.tokens=[],this.tokens.links=Object.create(null),this.options=e||he,this.options.tokenizer=this.options.tokenizer||new pe,this.tokenizer=this.options.tokenizer,this.tokenizer.options=this.options,this.tokenizer.lexer=this,this.inlineQueue=[],this.state={inLink:!1,inRawBlock:!1,linkEmitted:!1,linkParenPossible:!0,top:!0};let r={other:L,block:nt.normal,inline:Re.normal};this.options.pedantic?(r.block=nt.pedantic,r.inline=Re.pedantic):this.options.gfm&&(r.block=nt.gfm,this.options.breaks?r.inline=Re.breaks:r.inline=Re.gfm),this.tokenizer.rules=r}static get rules(){return{block:nt,inline:Re}}static lex(e,r){return new Lt(r).lex(e)}static lexInline(e,r){return new Lt(r).inlineTokens(e)}lex(e){e=e.replace(L.carriageReturn,`
`),this.blockTokens(e,this.tokens);for(let r=0;r<this.inlineQueue.length;r++){let n=this.inlineQueue[r];this.state.inRawBlock=!1,this.inlineTokens(n.src,n.tokens)}return this.inlineQueue=[],this.tokens}blockTokens(e,r=[],n=!1){this.tokenizer.lexer=this;let s=this.state.lastToken;this.options.pedantic&&(e=e.replace(L.tabCharGlobal,"    ").replace(L.spaceLine,""));let o=1/0,i,a=this.options.gfm&&!this.options.pedantic&&this.tokenizer.paragraph===pe.prototype.paragraph;for(;e;){if(e.length<o)o=e.length;else{this.infiniteLoopError(e.charCodeAt(0));break}this.state.lastToken=r.at(-1);let u;if(this.options.extensions?.block?.some(c=>(u=c.call({lexer:this},e,r))?(e=e.substring(u.raw.length),r.push(u),!0):!1))continue;if(u=this.tokenizer.space(e)){e=e.substring(u.raw.length);let c=r.at(-1);u.raw.length===1&&c!==void 0?c.raw+=`
`:r.push(u);continue}if(u=this.tokenizer.code(e)){e=e.substring(u.raw.length);let c=r.at(-1);c?.type==="paragraph"||c?.type==="text"?(c.raw+=(c.raw.endsWith(`
`)?"":`
`)+u.raw,c.text+=`
`+u.text,this.inlineQueue.at(-1).src=c.text):r.push(u);continue}if(u=this.tokenizer.fences(e)){e=e.substring(u.raw.length),r.push(u);continue}if(u=this.tokenizer.heading(e)){e=e.substring(u.raw.length),r.push(u);continue}if(u=this.tokenizer.hr(e)){e=e.substring(u.raw.length),r.push(u);continue}if(u=this.tokenizer.blockquote(e)){e=e.substring(u.raw.length),r.push(u);continue}if(u=this.tokenizer.list(e)){e=e.substring(u.raw.length),r.push(u);continue}if(u=this.tokenizer.html(e)){e=e.substring(u.raw.length),r.push(u);continue}if(u=this.tokenizer.def(e)){e=e.substring(u.raw.length);let c=r.at(-1);c?.type==="paragraph"||c?.type==="text"?(c.raw+=(c.raw.endsWith(`
`)?"":`
`)+u.raw,c.text+=`
`+u.raw,this.inlineQueue.at(-1).src=c.text):(this.tokens.links[u.tag]||(this.tokens.links[u.tag]={href:u.href,title:u.title}),r.push(u));continue}if(u=this.tokenizer.table(e)){e=e.substring(u.raw.length),r.push(u);continue}if(u=this.tokenizer.lheading(e)){e=e.substring(u.raw.length),r.push(u);continue}let d=e;if(this.options.extensions?.startBlock){let c=1/0,m=e.slice(1),h;this.options.extensions.startBlock.forEach(p=>{h=p.call({lexer:this},m),typeof h=="number"&&h>=0&&(c=Math.min(c,h))}),c<1/0&&c>=0&&(d=e.substring(0,c+1))}if(this.state.top&&(u=this.tokenizer.paragraph(d))){let c=r.at(-1);(n||c===i&&a)&&c?.type==="paragraph"?(c.raw+=(c.raw.endsWith(`
`)?"":`
`)+u.raw,c.text+=`
`+u.text,this.inlineQueue.pop(),this.inlineQueue.at(-1).src=c.text,i=c):(r.push(u),i=u),n=d.length!==e.length,e=e.substring(u.raw.length);continue}if(u=this.tokenizer.text(e)){e=e.substring(u.raw.length);let c=r.at(-1);c?.type==="text"?(c.raw+=(c.raw.endsWith(`
`)?"":`
`)+u.raw,c.text+=`
`+u.text,this.inlineQueue.pop(),this.inlineQueue.at(-1).src=c.text):r.push(u);continue}if(e){this.infiniteLoopError(e.charCodeAt(0));break}}return this.state.top=!0,this.state.lastToken=s,r}inline(e,r=[]){return this.inlineQueue.push({src:e,tokens:r}),r}linkInText(e){if(!e.includes("["))return!1;let r=this.tokenizer.rules.inline.link;for(let n of e.matchAll(this.tokenizer.rules.inline.blockSkip))if(r.test(n[0])&&e.charAt(n.index-1)!=="!")return!0;for(let n of e.matchAll(this.tokenizer.rules.inline.reflinkSearch)){let s=n[0],o=s.lastIndexOf("[");if(!(s.charAt(0)==="!"||!Object.hasOwn(this.tokens.links,it(s.slice(o+1,-1))))&&!(o>1&&this.linkInText(s.slice(1,o-1))))return!0}return!1}inlineTokens(e,r=[]){this.tokenizer.lexer=this;let n=this.state.linkParenPossible;this.state.linkParenPossible=e.includes(")");try{return this.#t(e,r)}finally{this.state.linkParenPossible=n}}#t(e,r){let n=e.includes("*")||e.includes("_")||e.includes("~"),s=n||this.options.hooks?.emStrongMask||this.tokenizer.emStrong!==pe.prototype.emStrong||this.tokenizer.del!==pe.prototype.del?this.#n(e):e;if(!n)return this.#e(e,s,r);Lo(this.tokenizer,s);try{return this.#e(e,s,r)}finally{Oo(this.tokenizer)}}#e(e,r,n){let s=!1,o="",i=1/0;for(;e;){if(e.length<i)i=e.length;else{this.infiniteLoopError(e.charCodeAt(0));break}s||(o=""),s=!1;let a;if(this.options.extensions?.inline?.some(c=>(a=c.call({lexer:this},e,n))?(e=e.substring(a.raw.length),n.push(a),!0):!1))continue;if(a=this.tokenizer.escape(e)){e=e.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.tag(e)){e=e.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.link(e)){e=e.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.reflink(e,this.tokens.links)){e=e.substring(a.raw.length);let c=n.at(-1);a.type==="text"&&c?.type==="text"?(c.raw+=a.raw,c.text+=a.text):n.push(a);continue}let u=e[0];if(u==="*"||u==="_"){let c=r.length-e.length;if(gn(this.tokenizer,r,u)<=c){let m=1;for(;m<e.length&&e.charCodeAt(m)===u.charCodeAt(0);)m++;let h=e.substring(0,m),p=n.at(-1);p?.type==="text"&&!p.escaped?(p.raw+=h,p.text+=h):n.push({type:"text",raw:h,text:h,escaped:!1}),e=e.substring(m),o=u,s=!0;continue}}else if(u==="~"){let c=r.length-e.length;if(_n(this.tokenizer,r)<=c){let m=1;for(;m<e.length&&e.charCodeAt(m)===126;)m++;let h=e.substring(0,m),p=n.at(-1);p?.type==="text"&&!p.escaped?(p.raw+=h,p.text+=h):n.push({type:"text",raw:h,text:h,escaped:!1}),e=e.substring(m),o=u,s=!0;continue}}if(a=this.tokenizer.emStrong(e,r,o)){e=e.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.codespan(e)){e=e.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.br(e)){e=e.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.del(e,r,o)){e=e.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.autolink(e)){e=e.substring(a.raw.length),n.push(a);continue}if(!this.state.inLink&&(a=this.tokenizer.url(e))){e=e.substring(a.raw.length),n.push(a);continue}let d=e;if(this.options.extensions?.startInline){let c=1/0,m=e.slice(1),h;this.options.extensions.startInline.forEach(p=>{h=p.call({lexer:this},m),typeof h=="number"&&h>=0&&(c=Math.min(c,h))}),c<1/0&&c>=0&&(d=e.substring(0,c+1))}if(a=this.tokenizer.inlineText(d)){e=e.substring(a.raw.length),a.raw.slice(-1)!=="_"&&(o=a.raw.slice(-1)),s=!0;let c=n.at(-1);c?.type==="text"?(c.raw+=a.raw,c.text+=a.text):n.push(a);continue}if(e){this.infiniteLoopError(e.charCodeAt(0));break}}return n}#r(e){let{blockSkip:r,tag:n,autolink:s}=this.tokenizer.rules.inline,o="",i=0,a;for(r.lastIndex=0;a=r.exec(e);){let u=a.index+(a[2]?a[2].length:0),d=a.index+a[0].length;if(e.charAt(u)==="<"){let c=e.slice(u),m=n.exec(c)||s.exec(c);if(!m){r.lastIndex=u+1;continue}d=u+m[0].length,r.lastIndex=d}o+=e.slice(i,u)+"["+"a".repeat(d-u-2)+"]",i=d}return o+e.slice(i)}#n(e){let r=e;if(this.tokens.links&&e.includes("[")){let n=this.tokenizer.rules.inline.reflinkSearch,s=o=>{let i=o.lastIndexOf("[");if(!Object.hasOwn(this.tokens.links,it(o.slice(i+1,-1))))return o;if(i>1&&o.charAt(0)!=="!"){let a=o.slice(1,i-1);if(this.linkInText(a))return"["+a.replace(n,s)+"]["+"a".repeat(o.length-i-2)+"]"}return"["+"a".repeat(o.length-2)+"]"};r=r.replace(n,s)}return r=r.replace(this.tokenizer.rules.inline.anyPunctuationOutsideCode,(n,s,o)=>o?"+".repeat(n.length):s?s+n.slice(s.length,-s.length).replace(/`/g,"+")+s:n),r=this.#r(r),r=this.options.hooks?.emStrongMask?.call({lexer:this},r)??r,r}infiniteLoopError(e){let r="Infinite loop on byte: "+e;if(this.options.silent)console.error(r);else throw new Error(r)}},at=class{options;parser;constructor(t){this.options=t||he}space(t){return""}code({text:t,lang:e,escaped:r}){let n=(e||"").match(L.notSpaceStart)?.[0],s=t?t.replace(L.endingNewline,"")+`
`:"";return n?'<pre><code class="language-'+N(n)+'">'+(r?s:N(s,!0))+`</code></pre>
`:"<pre><code>"+(r?s:N(s,!0))+`</code></pre>
`}blockquote({tokens:t}){return`<blockquote>
${this.parser.parse(t)}</blockquote>
`}html({text:t}){return t}def(t){return""}heading({tokens:t,depth:e}){return`<h${e}>${this.parser.parseInline(t)}</h${e}>
`}hr(t){return`<hr>
`}list(t){let e=t.ordered,r=t.start,n="";for(let i=0;i<t.items.length;i++){let a=t.items[i];n+=this.listitem(a)}let s=e?"ol":"ul",o=e&&r!==1?' start="'+r+'"':"";return"<"+s+o+`>
`+n+"</"+s+`>
`}listitem(t){return`<li>${this.parser.parse(t.tokens)}</li>
`}checkbox({checked:t}){return"<input "+(t?'checked="" ':"")+'disabled="" type="checkbox"> '}paragraph({tokens:t}){return`<p>${this.parser.parseInline(t)}</p>
`}table(t){let e="",r="";for(let s=0;s<t.header.length;s++)r+=this.tablecell(t.header[s]);e+=this.tablerow({text:r});let n="";for(let s=0;s<t.rows.length;s++){let o=t.rows[s];r="";for(let i=0;i<o.length;i++)r+=this.tablecell(o[i]);n+=this.tablerow({text:r})}return n&&(n=`<tbody>${n}</tbody>`),`<table>
<thead>
`+e+`</thead>
`+n+`</table>
`}tablerow({text:t}){return`<tr>
${t}</tr>
`}tablecell(t){let e=this.parser.parseInline(t.tokens),r=t.header?"th":"td";return(t.align?`<${r} align="${t.align}">`:`<${r}>`)+e+`</${r}>
`}strong({tokens:t}){return`<strong>${this.parser.parseInline(t)}</strong>`}em({tokens:t}){return`<em>${this.parser.parseInline(t)}</em>`}codespan({text:t}){return`<code>${N(t,!0)}</code>`}br(t){return"<br>"}del({tokens:t}){return`<del>${this.parser.parseInline(t)}</del>`}link({href:t,title:e,text:r,tokens:n,autolink:s}){let o=s?N(r,!0):this.parser.parseInline(n),i=Yr(t);if(i===null)return o;t=N(i,s);let a='<a href="'+t+'"';return e&&(a+=' title="'+N(e)+'"'),a+=">"+o+"</a>",a}image({href:t,title:e,text:r,tokens:n}){n&&(r=this.parser.parseInline(n,this.parser.textRenderer));let s=Yr(t);if(s===null)return N(r);t=s;let o=`<img src="${N(t)}" alt="${N(r)}"`;return e&&(o+=` title="${N(e)}"`),o+=">",o}text(t){return"tokens"in t&&t.tokens?this.parser.parseInline(t.tokens):"escaped"in t&&t.escaped?t.text:N(t.text)}},Ft=class{parser;strong({text:t,tokens:e}){return e?this.parser.parseInline(e,this):t}em({text:t,tokens:e}){return e?this.parser.parseInline(e,this):t}codespan({text:t}){return t}del({text:t,tokens:e}){return e?this.parser.parseInline(e,this):t}html({text:t}){return t}text({text:t}){return t}link({text:t,tokens:e}){return e?this.parser.parseInline(e,this):t}image({text:t,tokens:e}){return e?this.parser.parseInline(e,this):t}br(){return`
`}checkbox({raw:t}){return t}},F=class Ot{options;renderer;textRenderer;constructor(e){this.options=e||he,this.options.renderer=this.options.renderer||new at,this.renderer=this.options.renderer,this.renderer.options=this.options,this.renderer.parser=this,this.textRenderer=new Ft,this.textRenderer.parser=this}static parse(e,r){return new Ot(r).parse(e)}static parseInline(e,r){return new Ot(r).parseInline(e)}parse(e){this.renderer.parser=this;let r="";for(let n=0;n<e.length;n++){let s=e[n];if(this.options.extensions?.renderers?.[s.type]){let i=s,a=this.options.extensions.renderers[i.type].call({parser:this},i);if(a!==!1||!["space","hr","heading","code","table","blockquote","list","checkbox","html","def","paragraph","text"].includes(i.type)){r+=a===!1?"":a??"";continue}}let o=s;switch(o.type){case"space":{r+=this.renderer.space(o);break}case"hr":{r+=this.renderer.hr(o);break}case"heading":{r+=this.renderer.heading(o);break}case"code":{r+=this.renderer.code(o);break}case"table":{r+=this.renderer.table(o);break}case"blockquote":{r+=this.renderer.blockquote(o);break}case"list":{r+=this.renderer.list(o);break}case"checkbox":{r+=this.renderer.checkbox(o);break}case"html":{r+=this.renderer.html(o);break}case"def":{r+=this.renderer.def(o);break}case"paragraph":{r+=this.renderer.paragraph(o);break}case"text":{r+=this.renderer.text(o);break}default:{let i='Token with "'+o.type+'" type was not found.';if(this.options.silent)return console.error(i),"";throw new Error(i)}}}return r}parseInline(e,r=this.renderer){this.renderer.parser=this;let n="";for(let s=0;s<e.length;s++){let o=e[s];if(this.options.extensions?.renderers?.[o.type]){let a=this.options.extensions.renderers[o.type].call({parser:this},o);if(a!==!1||!["escape","html","link","image","checkbox","strong","em","codespan","br","del","text"].includes(o.type)){n+=a===!1?"":a??"";continue}}let i=o;switch(i.type){case"escape":{n+=r.text(i);break}case"html":{n+=r.html(i);break}case"link":{n+=r.link(i);break}case"image":{n+=r.image(i);break}case"checkbox":{n+=r.checkbox(i);break}case"strong":{n+=r.strong(i);break}case"em":{n+=r.em(i);break}case"codespan":{n+=r.codespan(i);break}case"br":{n+=r.br(i);break}case"del":{n+=r.del(i);break}case"text":{n+=r.text(i);break}default:{let a='Token with "'+i.type+'" type was not found.';if(this.options.silent)return console.error(a),"";throw new Error(a)}}}return n}},Ee=class{options;block;constructor(t){this.options=t||he}static passThroughHooks=new Set(["preprocess","postprocess","processAllTokens","emStrongMask"]);static passThroughHooksRespectAsync=new Set(["preprocess","postprocess","processAllTokens"]);preprocess(t){return t}postprocess(t){return t}processAllTokens(t){return t}emStrongMask(t){return t}provideLexer(t=this.block){return t?U.lex:U.lexInline}provideParser(t=this.block){return t?F.parse:F.parseInline}};function re(t,e){if(Array.isArray(e))for(let r=0;r<e.length;r++)t.push(e[r]);else t.push(e)}var zo=class{defaults=qt();options=this.setOptions;parse=this.parseMarkdown(!0);parseInline=this.parseMarkdown(!1);Parser=F;Renderer=at;TextRenderer=Ft;Lexer=U;Tokenizer=pe;Hooks=Ee;constructor(...t){this.use(...t)}walkTokens(t,e){let r=[];for(let n of t)switch(re(r,e.call(this,n)),n.type){case"table":{let s=n;for(let o of s.header)re(r,this.walkTokens(o.tokens,e));for(let o of s.rows)for(let i of o)re(r,this.walkTokens(i.tokens,e));break}case"list":{let s=n;re(r,this.walkTokens(s.items,e));break}default:{let s=n;this.defaults.extensions?.childTokens?.[s.type]?this.defaults.extensions.childTokens[s.type].forEach(o=>{let i=s[o].flat(1/0);re(r,this.walkTokens(i,e))}):s.tokens&&re(r,this.walkTokens(s.tokens,e))}}return r}use(...t){let e=this.defaults.extensions||{renderers:Object.create(null),childTokens:Object.create(null)};return t.forEach(r=>{let n={...r};if(n.async=this.defaults.async||n.async||!1,r.extensions&&(r.extensions.forEach(s=>{if(!s.name)throw new Error("extension name required");if("renderer"in s){let o=e.renderers[s.name];o?e.renderers[s.name]=function(...i){let a=s.renderer.apply(this,i);return a===!1&&(a=o.apply(this,i)),a}:e.renderers[s.name]=s.renderer}if("tokenizer"in s){if(!s.level||s.level!=="block"&&s.level!=="inline")throw new Error("extension level must be 'block' or 'inline'");let o=e[s.level];o?o.unshift(s.tokenizer):e[s.level]=[s.tokenizer],s.start&&(s.level==="block"?e.startBlock?e.startBlock.push(s.start):e.startBlock=[s.start]:s.level==="inline"&&(e.startInline?e.startInline.push(s.start):e.startInline=[s.start]))}"childTokens"in s&&s.childTokens&&(e.childTokens[s.name]=s.childTokens)}),n.extensions=e),r.renderer){let s=this.defaults.renderer||new at(this.defaults);for(let o in r.renderer){if(!(o in s))throw new Error(`renderer '${o}' does not exist`);if(["options","parser"].includes(o))continue;let i=o,a=r.renderer[i],u=s[i];s[i]=(...d)=>{let c=a.apply(s,d);return c===!1&&(c=u.apply(s,d)),c===!1?"":c??""}}n.renderer=s}if(r.tokenizer){let s=this.defaults.tokenizer||new pe(this.defaults);for(let o in r.tokenizer){if(!(o in s))throw new Error(`tokenizer '${o}' does not exist`);if(["options","rules","lexer"].includes(o))continue;let i=o,a=r.tokenizer[i],u=s[i];s[i]=(...d)=>{let c=a.apply(s,d);return c===!1&&(c=u.apply(s,d)),c}}n.tokenizer=s}if(r.hooks){let s=this.defaults.hooks||new Ee;for(let o in r.hooks){if(!(o in s))throw new Error(`hook '${o}' does not exist`);if(["options","block"].includes(o))continue;let i=o,a=r.hooks[i],u=s[i];Ee.passThroughHooks.has(o)?s[i]=d=>{if(s.options.async&&Ee.passThroughHooksRespectAsync.has(o))return(async()=>{let m=await a.call(s,d);return u.call(s,m)})();let c=a.call(s,d);return u.call(s,c)}:s[i]=(...d)=>{if(s.options.async)return(async()=>{let m=await a.apply(s,d);return m===!1&&(m=await u.apply(s,d)),m})();let c=a.apply(s,d);return c===!1&&(c=u.apply(s,d)),c}}n.hooks=s}if(r.walkTokens){let s=this.defaults.walkTokens,o=r.walkTokens;n.walkTokens=function(i){let a=[];return re(a,o.call(this,i)),s&&re(a,s.call(this,i)),a}}this.defaults={...this.defaults,...n}}),this}setOptions(t){return this.defaults={...this.defaults,...t},this}lexer(t,e){return U.lex(t,e??this.defaults)}parser(t,e){return F.parse(t,e??this.defaults)}parseMarkdown(t){return(e,r)=>{let n={...r},s={...this.defaults,...n},o=this.onError(!!s.silent,!!s.async);if(this.defaults.async===!0&&n.async===!1)return o(new Error("marked(): The async option was set to true by an extension. Remove async: false from the parse options object to return a Promise."));if(typeof e>"u"||e===null)return o(new Error("marked(): input parameter is undefined or null"));if(typeof e!="string")return o(new Error("marked(): input parameter is of type "+Object.prototype.toString.call(e)+", string expected"));if(s.hooks&&(s.hooks.options=s,s.hooks.block=t),s.async)return(async()=>{let i=s.hooks?await s.hooks.preprocess(e):e,a=await(s.hooks?await s.hooks.provideLexer(t):t?U.lex:U.lexInline)(i,s),u=s.hooks?await s.hooks.processAllTokens(a):a;s.walkTokens&&await Promise.all(this.walkTokens(u,s.walkTokens));let d=await(s.hooks?await s.hooks.provideParser(t):t?F.parse:F.parseInline)(u,s);return s.hooks?await s.hooks.postprocess(d):d})().catch(o);try{s.hooks&&(e=s.hooks.preprocess(e));let i=(s.hooks?s.hooks.provideLexer(t):t?U.lex:U.lexInline)(e,s);s.hooks&&(i=s.hooks.processAllTokens(i)),s.walkTokens&&this.walkTokens(i,s.walkTokens);let a=(s.hooks?s.hooks.provideParser(t):t?F.parse:F.parseInline)(i,s);return s.hooks&&(a=s.hooks.postprocess(a)),a}catch(i){return o(i)}}}onError(t,e){return r=>{if(r.message+=`
Please report this to https://github.com/markedjs/marked.`,t){let n="<p>An error occurred:</p><pre>"+N(r.message+"",!0)+"</pre>";return e?Promise.resolve(n):n}if(e)return Promise.reject(r);throw r}}},de=new zo;function R(t,e){return de.parse(t,e)}R.options=R.setOptions=function(t){return de.setOptions(t),R.defaults=de.defaults,on(R.defaults),R};R.getDefaults=qt;R.defaults=he;function No(...t){return de.use(...t),R.defaults=de.defaults,on(R.defaults),R}R.use=No;R.walkTokens=function(t,e){return de.walkTokens(t,e)};R.parseInline=de.parseInline;R.Parser=F;R.parser=F.parse;R.Renderer=at;R.TextRenderer=Ft;R.Lexer=U;R.lexer=U.lex;R.Tokenizer=pe;R.Hooks=Ee;R.parse=R;var Pa=R.options,Ca=R.setOptions,$a=R.walkTokens,Ia=R.parseInline;var La=F.parse,kn=U.lex;var Bo=/^(https?|mailto):/i,Ho=20;function bn({text:t}){let e=Ze(()=>be(kn(D(t),{breaks:!0}),0),[t]);return l("div",{class:"markdown",children:e})}function be(t,e){return(t??[]).map(r=>e>Ho?r.raw:Xo(r,e+1))}function Xo(t,e){let r=()=>be(t.tokens,e);switch(t.type){case"space":case"def":return null;case"heading":return jo(t.depth,r());case"paragraph":return l("p",{children:r()});case"code":return l("pre",{children:l("code",{children:t.text})});case"blockquote":return l("blockquote",{children:r()});case"list":return Uo(t,e);case"table":return Fo(t,e);case"hr":return l("hr",{});case"br":return l("br",{});case"strong":return l("strong",{children:r()});case"em":return l("em",{children:r()});case"del":return l("del",{children:r()});case"codespan":return l("code",{children:t.text});case"link":case"image":return Wo(t,r());default:return Jo(t,e)}}function jo(t,e){let r=`h${Math.min(t+2,6)}`;return l(r,{children:e})}function Uo({ordered:t,start:e,items:r},n){let s=r.map(o=>l("li",{children:[o.task&&(o.checked?"☑ ":"☐ "),be(o.tokens.filter(i=>i.type!=="checkbox"),n)]}));return t?l("ol",{start:Number(e)||1,children:s}):l("ul",{children:s})}function Fo({header:t,rows:e},r){return l("table",{children:[l("thead",{children:l("tr",{children:t.map(n=>l("th",{children:be(n.tokens,r)}))})}),l("tbody",{children:e.map(n=>l("tr",{children:n.map(s=>l("td",{children:be(s.tokens,r)}))}))})]})}function Wo({href:t,text:e},r){let n=r.length?r:e||t;return Bo.test(t)?l("a",{href:t,target:"_blank",rel:"noopener noreferrer nofollow",children:n}):n}function Jo(t,e){return t.type==="text"&&t.tokens?be(t.tokens,e):t.type==="text"||t.type==="escape"?t.text:t.raw}function xn({message:t,run:e}){let{crew:r}=y(),{id:n,session_id:s,sender_type:o,kind:i,content:a,status:u,reason:d,created_at:c}=t;if(i!=="text")return l("p",{class:"step",children:D(a)});let m=Wr(t,f),h=new Date(c*1e3);return l("article",{class:"message","aria-label":m,"data-sender":o,"data-status":u,children:[l("p",{class:"facts",children:[l("b",{children:m})," ",l("time",{dateTime:h.toISOString(),children:h.toLocaleTimeString()})," ",Jr(t,f)]}),l(bn,{text:a}),d&&l("p",{class:"hint",children:d}),Qr(t)&&l(C,{label:f.__("Send again"),act:()=>{e(Je(r.server,s,n))}})]})}var Qo=40;function vn({session:t,run:e}){let{crew:r}=y(),[,n]=Te(d=>d+1,0),[s,o]=T(),i=I(null),a=I(!0);A(()=>{let d=new tt(r,t.id);return d.changed.connect(()=>n(void 0)),o(d),()=>d.dispose()},[r,t.id]),qr(()=>{i.current&&a.current&&(i.current.scrollTop=i.current.scrollHeight)});let u=s?.messages??[];return l("div",{class:"conversation",role:"log",tabIndex:0,"aria-label":f.__("Messages of %1",t.agent),ref:i,onScroll:({currentTarget:{scrollHeight:d,scrollTop:c,clientHeight:m}})=>{a.current=d-c-m<Qo},children:[s?.more&&l(C,{label:f.__("Earlier messages"),act:()=>s.earlier()}),s?.problem&&l("p",{class:"hint",children:s.problem}),s&&!u.length&&l("p",{class:"hint",children:f.__("No messages yet.")}),u.map(d=>l(xn,{message:d,run:e},d.id))]})}function lt(t){let{session:e,prompt:r,run:n}=t,{crew:s}=y(),o=te(),[i,a]=T(!1),u=async c=>{i||(a(!0),a(await n(kr(s.server,e.id,{prompt_id:r.id,...c}))))},d=f.__("%1 asks: %2",e.agent,r.kind);return l("article",{class:"prompt","aria-label":d,"aria-busy":i,"data-session":e.id,children:[l("p",{class:"facts",children:[l("span",{class:"glyph","data-look":"needs-you","aria-hidden":"true",children:fe["needs-you"]})," ",l("b",{children:e.agent})," · ",r.kind," · ",Pt(o-r.since)]}),l("pre",{tabIndex:0,"aria-label":d,children:D(jr(r.text))}),l("div",{class:"choices",children:[r.choices.map(c=>l("button",{type:"button",class:"button",disabled:i,onClick:()=>{u({choice:c.key})},children:[l("b",{children:c.key})," ",D(c.label)]},c.key)),r.takes_text&&l(Go,{...t,answered:i,onAnswer:c=>{u({text:c})}})]})]})}function Go(t){let[e,r]=T(""),n=t.prompt.kind==="permission",{agent:s}=t.session;return l("form",{class:"line",onSubmit:o=>{o.preventDefault(),t.onAnswer(e)},children:[l("input",{value:e,disabled:t.answered,placeholder:n?f.__("No, do this instead…"):f.__("Other answer…"),"aria-label":n?f.__("What should %1 do instead?",s):f.__("Other answer for %1",s),onInput:o=>r(o.currentTarget.value)}),l("button",{type:"submit",class:"button",disabled:t.answered||!e.trim(),children:f.__("Answer")})]})}var Ko={composer:"clear",paused:"resume",lost:"restart"};function wn({status:t,pending:e}){return e>0&&t.blocked_since!==null&&t.prompt===null}function yn({blocked:t}){return Ko[t??""]}function Sn(t,e){switch(t){case"clear":return e.__("Clear the input and send");case"resume":return e.__("Resume queue");case"restart":return e.__("Restart")}}function Tn({blocked:t,until:e},r){switch(t){case"composer":return r.__("Messages wait: there is text in the agent’s input line. Send it from the terminal, or clear it.");case"paused":return r.__("Messages wait: the queue is paused.");case"starting":return r.__("Messages wait: the agent is still starting. Its terminal shows why.");case"stopping":return r.__("Messages wait: the agent is still stopping.");case"dialog":return r.__("Messages wait: the agent shows a dialog. Answer it in the terminal.");case"rate limit":return e?r.__("Messages wait: the agent has reached its usage limit and continues at %1.",Ct(e)):r.__("Messages wait: the agent has reached its usage limit.");case"lost":return r.__("Messages wait: the agent has ended.");case"reduced screen":return r.__("Messages wait: the agent’s screen cannot be read well enough to send safely.");case"not answering":return r.__("Messages wait: the agent’s terminal is not responding.");default:return r.__("Messages wait: %1.",t??r.__("unknown"))}}function ct({session:t,run:e}){let{server:r}=y().crew,{id:n,agent:s,status:o}=t,i=yn(o),a={clear:()=>xr(r,n),resume:()=>Fe(r,n,{paused:!1}),restart:()=>Qe(r,n)};return wn(t)?l("div",{class:"held","data-session":n,children:[l("p",{role:"status",children:[l("b",{children:s})," · ",Tn(o,f)]}),i&&l(C,{label:Sn(i,f),act:()=>{e(a[i]())}})]}):null}function ne(t){let e="nativeEvent"in t?t.nativeEvent:t;return e.isComposing||e.keyCode===229?"":e.key}function Mn(t){let{message:e,run:r,place:n}=t,{crew:s}=y(),[o,i]=T(!1),{id:a,session_id:u,status:d}=e,c=async m=>{(m===null||await r(We(s.server,u,a,{content:m})))&&i(!1)};return o&&n>=0?l("li",{children:l(Vo,{message:e,onDone:m=>{c(m)}})}):l("li",{"data-status":d,children:[l("p",{title:e.reason??e.content,children:[n<0&&l("i",{children:[d==="uncertain"?f.__("Uncertain"):f.__("Running")," · "]}),D(e.content)]}),l("span",{class:"acts",children:[n>=0&&l(Zo,{...t,onEdit:()=>i(!0)}),d==="uncertain"&&l(C,{label:f.__("Send again"),sign:"↻",act:()=>{r(Je(s.server,u,a))}})]})]})}function Zo(t){let{message:e,run:r,place:n,count:s,onMove:o,onEdit:i}=t,{crew:a}=y(),u=()=>r(_r(a.server,e.session_id,e.id));return l(X,{children:[l(C,{label:f.__("Move up"),sign:"↑",off:n===0,act:()=>o(n-1)}),l(C,{label:f.__("Move down"),sign:"↓",off:n===s-1,act:()=>o(n+1)}),l(C,{label:f.__("Edit message"),sign:"✎",act:i}),l(C,{label:f.__("Cancel message"),sign:"✕",act:()=>{u()}})]})}function Vo(t){let{message:e,onDone:r}=t,[n,s]=T(e.content),o=I(null);return A(()=>o.current?.focus(),[]),l("textarea",{rows:3,ref:o,"aria-label":f.__("Message text: Enter to save, Escape to cancel"),value:n,onInput:i=>s(i.currentTarget.value),onBlur:()=>r(n===e.content?null:n),onKeyDown:i=>{let a=ne(i);(a==="Escape"||a==="Enter"&&!i.shiftKey)&&(i.preventDefault(),i.stopPropagation(),r(a==="Escape"?null:n))}})}function Rn({session:t,run:e}){let{crew:r,queues:n}=y(),{id:s,agent:o,status:i}=t,a=n.queue(s);A(()=>n.want(s),[n,s,a]);let u=a?.messages??[],d=a?.paused??i.paused,c=u.filter(m=>m.status==="pending");return l("section",{class:"queue","aria-label":f.__("Queue of %1",o),children:[l("p",{class:"facts",children:[u.length?f.__("Queue: %1",u.length):f.__("Queue: empty"),d&&` · ${f.__("paused")}`,l(C,{label:d?f.__("Resume queue"):f.__("Pause queue"),act:()=>{e(Fe(r.server,s,{paused:!d}))}})]}),l("ol",{children:u.map(m=>l(Mn,{message:m,run:e,place:c.indexOf(m),count:c.length,onMove:h=>{e(We(r.server,s,m.id,{position:h}))}},m.id))})]})}function $e(){let t=crypto.getRandomValues(new Uint8Array(16));return Array.from(t,e=>e.toString(16).padStart(2,"0")).join("")}function En({session:t,run:e}){let{crew:r}=y(),[n,s]=T(""),[o,i]=T(!1),a=I($e()),u=c=>{a.current=$e(),s(c)},d=async()=>{o||!n.trim()||(i(!0),await e(mr(r.server,t.id,{content:n,idempotency_key:a.current}))&&u(""),i(!1))};return l("form",{class:"line",onSubmit:c=>{c.preventDefault(),d()},children:[l("textarea",{rows:2,"aria-label":f.__("Message for %1",t.agent),placeholder:f.__("Message (Shift+Enter: new line)"),readOnly:o,value:n,onInput:c=>u(c.currentTarget.value),onKeyDown:c=>{ne(c)==="Enter"&&!c.shiftKey&&(c.preventDefault(),d())}}),l("button",{type:"submit",class:"button",disabled:o||!n.trim(),children:f.__("Send")})]})}function An({id:t,status:e},r,n){let{server:s}=y().crew,o=I(!1),i=e.state==="idle"&&!e.seen,a=Ve(()=>{i&&vr(s,t).catch(()=>{})},[s,t,i]);return A(()=>{r&&(!o.current||Yo(n.current))&&a(),o.current=r},[r,a,n]),a}function Yo(t){let e=t?.getRootNode();return document.hasFocus()&&!!t?.contains(e?.activeElement??null)}function Pn(t){let{tabs:e,shown:r,onChoose:n}=t,s=I(null),o=i=>{let a=ti(ne(i),e.findIndex(u=>u.id===r),e.length);a!==void 0&&(i.preventDefault(),n(e[a].id),s.current?.querySelectorAll("[role=tab]")[a].focus())};return l("div",{class:"tabbar",role:"tablist","aria-label":f.__("Agents"),ref:s,onKeyDown:o,children:e.map(i=>l("button",{id:`tab-${i.id}`,type:"button",role:"tab",class:"tab","aria-selected":i.id===r,tabIndex:i.id===r?0:-1,onClick:()=>n(i.id),"data-look":i.status&&J(i.status),children:[i.status&&l(Ie,{status:i.status}),l("span",{class:"name",children:i.label}),i.status&&l(ei,{status:i.status})]},i.id))})}function Ie({status:t}){return l("span",{class:"glyph","data-look":J(t),"aria-hidden":"true",children:fe[J(t)]})}function ei({status:t}){return l("span",{class:"word",title:ge(t,te(),f),children:Me(J(t),1,f)})}function ti(t,e,r){switch(t){case"ArrowRight":return(e+1)%r;case"ArrowLeft":return(e+r-1)%r;case"Home":return 0;case"End":return r-1;default:return}}var ri=2e3;function Cn({session:t,live:e}){let{crew:r}=y(),[n,s]=T(""),{id:o,agent:i,status:a}=t;return A(()=>{let u=!1,d=()=>{u||(u=!0,dr(r.server,o).then(m=>s(m.lines.map(D).join(`
`))).catch(m=>s(m.message)).finally(()=>u=!1))};d();let c=e?setInterval(d,ri):0;return()=>clearInterval(c)},[r.server,o,e,a.since]),l("pre",{class:"screen text",tabIndex:0,"aria-label":f.__("Screen of %1",i),children:n})}var ni=2,si=1,$n=class{activate(t){this._terminal=t}dispose(){}fit(){let t=this.proposeDimensions();if(!t||!this._terminal||isNaN(t.cols)||isNaN(t.rows))return;let e=this._terminal._core;(this._terminal.rows!==t.rows||this._terminal.cols!==t.cols)&&(e._renderService.clear(),this._terminal.resize(t.cols,t.rows))}proposeDimensions(){if(!this._terminal||!this._terminal.element||!this._terminal.element.parentElement)return;let t=this._terminal._core._renderService.dimensions;if(t.css.cell.width===0||t.css.cell.height===0)return;let e=this._terminal.options.scrollback===0?0:this._terminal.options.overviewRuler?.width||14,r=window.getComputedStyle(this._terminal.element.parentElement),n=parseInt(r.getPropertyValue("height")),s=Math.max(0,parseInt(r.getPropertyValue("width"))),o=window.getComputedStyle(this._terminal.element),i={top:parseInt(o.getPropertyValue("padding-top")),bottom:parseInt(o.getPropertyValue("padding-bottom")),right:parseInt(o.getPropertyValue("padding-right")),left:parseInt(o.getPropertyValue("padding-left"))},a=i.top+i.bottom,u=i.right+i.left,d=n-a,c=s-u-e;return{cols:Math.max(ni,Math.floor(c/t.css.cell.width)),rows:Math.max(si,Math.floor(d/t.css.cell.height))}}};function Wt(t){let e=getComputedStyle(t),r=(o,i)=>e.getPropertyValue(o).trim()||i,n=r("--jp-layout-color0","#ffffff"),s=r("--jp-ui-font-color0","#000000");return{background:n,foreground:s,cursor:s,cursorAccent:n,selectionBackground:r("--jp-editor-selected-focused-background","#8caaff80"),...oi()?ii:{}}}function In(t){let e=new MutationObserver(t);return e.observe(document.body,{attributes:!0,attributeFilter:["data-jp-theme-name","data-jp-theme-light"]}),()=>e.disconnect()}function oi(){return document.body.dataset.jpThemeLight!=="false"}var ii={black:"#24292f",red:"#b3261e",green:"#116329",yellow:"#7d4e00",blue:"#0550ae",magenta:"#8250df",cyan:"#0f6674",white:"#57606a",brightBlack:"#57606a",brightRed:"#a40e26",brightGreen:"#1a7f37",brightYellow:"#633c01",brightBlue:"#0969da",brightMagenta:"#7a3fd0",brightCyan:"#19717f",brightWhite:"#42494f"};var ai=1e3,ut=class{constructor({Terminal:e},r,n,s,o){this._server=r;this._session=n;this._host=s;this._leave=o;this._terminal=new e({...li(s),theme:Wt(s),cursorBlink:!0,scrollback:5e3}),this._terminal.loadAddon(this._fit),this._terminal.open(s),this._terminal.attachCustomKeyEventHandler(i=>this._onKey(i)),this._terminal.onData(i=>this._say(["stdin",i])),this._terminal.onBinary(i=>this._send(Uint8Array.from(i,a=>a.charCodeAt(0)))),this._terminal.onResize(()=>this._tellSize()),this._observer.observe(s),this._endTheme=In(()=>this._terminal.options.theme=Wt(s)),this._connect()}_server;_session;_host;_leave;focus(){this._terminal.focus()}dispose(){this._disposed=!0,clearTimeout(this._timer),this._observer.disconnect(),this._endTheme(),this._socket?.close(),this._terminal.dispose()}_connect(){let e=this._server.terminal(this._session);this._socket=e,e&&(e.onopen=()=>this._resize(),e.onmessage=({data:r})=>{typeof r!="string"?this._terminal.write(new Uint8Array(r)):JSON.parse(r)[0]==="disconnect"&&(this._disposed=!0)},e.onclose=()=>{this._disposed||(this._timer=window.setTimeout(()=>this._connect(),ai))})}_resize(){this._host.clientWidth>0&&this._host.clientHeight>0&&(this._fit.fit(),this._tellSize())}_tellSize(){this._say(["set_size",this._terminal.rows,this._terminal.cols])}_say(e){this._send(JSON.stringify(e))}_send(e){this._socket?.readyState===WebSocket.OPEN&&this._socket.send(e)}_onKey(e){let r=e.type==="keydown",n=ne(e);return n==="F6"?(r&&this._leave(),!1):n==="Enter"&&e.shiftKey?(r&&this._say(["stdin",`
`]),e.preventDefault(),!1):!(e.ctrlKey&&!e.shiftKey&&n==="c"&&this._terminal.hasSelection())}_disposed=!1;_endTheme;_fit=new $n;_observer=new ResizeObserver(()=>this._resize());_socket;_terminal;_timer=0};function li(t){let e=getComputedStyle(t);return{fontFamily:e.fontFamily,fontSize:parseFloat(e.fontSize)}}var Ln;function On(t){return Ln??=ci(t.get("_xterm")),Ln}async function ci(t){let e=URL.createObjectURL(new Blob([t],{type:"text/javascript"}));try{return await import(e)}finally{URL.revokeObjectURL(e)}}function qn({session:t}){let{crew:e,model:r}=y(),[n,s]=T(""),o=I(null),{id:i,agent:a}=t;return A(()=>{let u,d=!1;return On(r).then(c=>{!d&&o.current&&(u=new ut(c,e.server,i,o.current,()=>ui(o.current)))},c=>s(f.__("Could not display the terminal: %1",c.message))),()=>{d=!0,u?.dispose()}},[e.server,i,r]),l("div",{class:"screen",role:"group","aria-label":f.__("Terminal of %1 (F6 to leave)",a),children:n?l("p",{class:"hint",children:n}):l("div",{class:"xterm-host",ref:o})})}function ui(t){t?.getRootNode()?.querySelector("[role=tab][aria-selected=true]")?.focus()}function Dn({session:t,shown:e}){let[r,n,s]=le(),o=I(null),{id:i,agent:a,status:u,incarnation:d}=t,c=An(t,e,o),m=u.state!=="exited";return l("div",{role:"tabpanel",class:"agent","aria-labelledby":`tab-${i}`,hidden:!e,ref:o,onFocusIn:c,onPointerDown:c,children:[l(di,{session:t,run:r}),l(ae,{text:n,onDismiss:s}),u.prompt&&l(lt,{session:t,prompt:u.prompt,run:r},u.prompt.id),l(ct,{session:t,run:r}),l("div",{class:"halves",children:[e&&l(pi,{session:t,live:m},d),l("div",{class:"side",children:[l(vn,{session:t,run:r}),l(Rn,{session:t,run:r}),m&&l(En,{session:t,run:r}),!m&&l("p",{class:"hint",children:f.__("%1 has exited. Restart it to continue.",a)})]})]})]})}function pi({session:t,live:e}){let{crew:r}=y();return r.server.direct&&e?l(qn,{session:t}):l(Cn,{session:t,live:e})}function di({session:t,run:e}){let{crew:r}=y(),{id:n,agent:s,spec:o,project_path:i,status:a}=t;return l("header",{class:"head",children:[l("p",{class:"facts",children:[l(Ie,{status:a})," ",l("b",{children:ge(a,te(),f)})," · ",o," · ",l("code",{children:i}),a.blocked==="paused"&&` · ${f.__("queue paused")}`,a.holder&&` · ${Br(a,f)}`]}),l("span",{class:"acts",children:[l(C,{label:f.__("Interrupt"),hint:f.__("Stop the current turn"),off:!["busy","awaiting_input","rate_limited"].includes(a.state),act:()=>{e(br(r.server,n))}}),l($t,{label:f.__("Restart"),question:f.__("Restart %1?",s),act:()=>{e(Qe(r.server,n))}}),l($t,{label:a.state==="exited"?f.__("Dismiss"):f.__("Stop"),question:a.state==="exited"?f.__("Dismiss %1?",s):f.__("Stop %1?",s),act:()=>{e(hr(r.server,n))}})]})]})}var zn=/^(localhost|127(\.\d+){3}|\[::1\])$/;function Nn({url:t},e){if(!t||!URL.canParse(t,e))return;let[r,n]=[new URL(t,e),new URL(e)],s=!zn.test(r.hostname)||zn.test(n.hostname);return/^https?:$/.test(r.protocol)&&s?r.href:void 0}function Bn({owner:t}){let e=Nn(t,location.href);return l("p",{class:"notice",role:"status",children:[f.__("Your agents run in another Jupyter server:")," ",e?l("a",{href:e,target:"_blank",rel:"noopener noreferrer",children:e}):f.__("%1 on %2",t.url,t.host),". ",f.__("This server takes over automatically when that one stops.")]})}function pt(t){let{label:e,onInput:r,...n}=t;return l("label",{children:[e,l("input",{...n,onInput:s=>r(s.currentTarget.value)})]})}function Jt(t){let{label:e,value:r,choices:n,onChoose:s}=t;return l("label",{children:[e,l("select",{value:r,onChange:o=>s(o.currentTarget.value),children:n.map(([o,i])=>l("option",{value:o,children:i},o))})]})}function Hn(){let[t,e]=T(!1);return l("details",{class:"form",open:t,onToggle:r=>e(r.currentTarget.open),children:[l("summary",{children:f.__("New agent")}),t&&l(mi,{onDone:()=>e(!1)})]})}var hi={name:"",spec:"",project_path:"",permission_mode:"",model:""};function mi({onDone:t}){let{crew:e,open:r}=y(),[n,s,o]=le(),[i,a]=T([]),[u,d]=T(hi),c=I(void 0);A(()=>{n(cr(e.server).then(a))},[e.server,n]);let m=i.find(({name:p})=>p===u.spec)??i.find(({installed:p})=>p),h=async()=>{await n((async()=>{let g={...u,name:u.name.trim(),spec:m?.name??""};c.current=await fi(e,c.current,g),r((await Ue(e.server,{agent:c.current.name})).id),t()})())};return l("form",{onSubmit:p=>{p.preventDefault(),h()},children:[l(pt,{label:f.__("Name"),value:u.name,required:!0,onInput:p=>d({...u,name:p})}),l(Jt,{label:f.__("Agent"),value:m?.name,choices:i.map(({name:p,display_name:g,installed:b})=>[p,b?g:f.__("%1 (not installed)",g)]),onChoose:p=>d({...u,spec:p,permission_mode:"",model:""})}),l(pt,{label:f.__("Folder"),value:u.project_path,placeholder:f.__("the server's root folder"),onInput:p=>d({...u,project_path:p})}),m&&l(gi,{spec:m,values:u,onChange:p=>d({...u,...p})}),l("button",{type:"submit",class:"button",disabled:!m?.installed,children:f.__("Start")}),m&&!m.installed&&l("p",{class:"hint",children:m.install}),l(ae,{text:s,onDismiss:o})]})}function fi({server:t},e,r){let{permission_mode:n,model:s,...o}=r,i={...o,settings:{permission_mode:n||null,model:s||null}};return e?pr(t,e.id,i):ur(t,i)}function gi(t){let{spec:e,values:r,onChange:n}=t;return l(X,{children:[e.permission_modes.length>1&&l(Jt,{label:f.__("Permissions"),value:r.permission_mode||e.permission_modes[0],choices:e.permission_modes.map(s=>[s,s]),onChoose:s=>n({permission_mode:s})}),e.takes_model&&l(pt,{label:f.__("Model"),value:r.model,placeholder:f.__("Default"),onInput:s=>n({model:s})})]})}function Xn({sessions:t}){let{crew:e}=y();if(e.connection==="connecting")return l("p",{class:"hint",children:f.__("Connecting…")});if(!t.length)return l("p",{class:"hint",children:f.__('No agent is running. Start one below, or with crew.start("writer", "echo").')});let r=[f.__("Agent"),f.__("Status"),f.__("Works on"),f.__("Waiting"),f.__("Memory"),f.__("Cost")];return l("table",{class:"fleet","aria-label":f.__("Agents"),children:[l("thead",{children:l("tr",{children:r.map(n=>l("th",{scope:"col",children:n},n))})}),l("tbody",{children:t.map(n=>l(_i,{session:n},n.id))})]})}function _i({session:t}){let{queues:e,open:r}=y(),n=te(),{id:s,agent:o,spec:i,project_path:a,status:u,pending:d,metrics:c}=t,m=e.queue(s)?.messages.find(h=>h.status==="processing");return l("tr",{children:[l("th",{scope:"row",children:l("button",{type:"button",class:"link",title:`${i} · ${a}`,onClick:()=>r(s),children:o})}),l("td",{class:"nowrap",children:[l(Ie,{status:u})," ",ge(u,n,f)]}),l("td",{class:"doing",children:m&&D(m.content)}),l("td",{children:d||""}),l("td",{class:"nowrap",children:c.rss_bytes===null?"":Hr(c.rss_bytes)}),l("td",{children:et(c.cost_usd)})]})}var Un={pending:"○","in-progress":"◐",done:"✔"};function Fn(t){let e=new Set(t.map(({parent_id:s})=>s)),r=t.filter(({id:s})=>!e.has(s)),n=s=>r.filter(({status:o})=>o===s).length;return{pending:n("pending"),"in-progress":n("in-progress"),done:n("done")}}function Wn(t,e){let r=new Map(t.map(o=>[o.id,o])),n=new Set;for(let o of t.filter(e))for(let i=o;i&&!n.has(i.id);i=jn(i,r))n.add(i.id);let s=o=>{let i=jn(o,r);return i?1+s(i):0};return t.filter(({id:o})=>n.has(o)).map(o=>[o,s(o)])}function jn({parent_id:t},e){return t===null?void 0:e.get(t)}function Jn({run:t}){let{tasks:e}=y(),{list:r,problem:n}=e,{pending:s,"in-progress":o,done:i}=Fn(r);return l("section",{class:"tasks","aria-label":f.__("Tasks"),children:[l("p",{class:"facts",children:r.length?f.__("Tasks: %1 of %2 done",i,s+o+i):f.__("Tasks")}),n&&l("p",{class:"hint",children:n}),l("ul",{children:Wn(r,()=>!0).map(([a,u])=>l(ki,{task:a,depth:u,run:t},a.id))}),l(bi,{run:t})]})}function ki({task:t,depth:e,run:r}){let{crew:n}=y(),{id:s,title:o,status:i,agent:a,details:u,description:d}=t,c=n.sessions.filter(h=>h.status.state!=="exited").sort(Ye),m=h=>{r(Tr(n.server,s,{agent:h}))};return l("li",{"data-status":i,style:{paddingInlineStart:`${e}em`},children:[l("span",{class:"title",title:u||d,children:[l("span",{"aria-hidden":"true",children:Un[i]})," ",s," ",D(o),a&&l("i",{children:[" ",f.__("for %1",a)]}),l("span",{class:"aloud",children:i})]}),i!=="done"&&l("span",{class:"acts",children:[l("select",{"aria-label":f.__("Assign task %1",s),value:"",onChange:h=>m(h.currentTarget.value),children:[l("option",{value:"",children:f.__("Assign to…")}),c.map(h=>l("option",{value:h.id,children:h.agent},h.id))]}),l(C,{label:f.__("Done"),act:()=>{r(Sr(n.server,s,{status:"done"}))}})]})]})}function bi({run:t}){let{crew:e}=y(),[r,n]=T(""),s=async()=>{r.trim()&&await t(yr(e.server,{title:r}))&&n("")};return l("form",{class:"line",onSubmit:o=>{o.preventDefault(),s()},children:[l("input",{value:r,placeholder:f.__("New task…"),"aria-label":f.__("New task title"),onInput:o=>n(o.currentTarget.value)}),l("button",{type:"submit",class:"button",disabled:!r.trim(),children:f.__("Add")})]})}function Qn({sessions:t}){let[e,r,n]=le();return l("div",{class:"overview",children:[l("p",{class:"totals",children:Nr(t).map(([s,o])=>l("span",{"data-look":s,children:[l("span",{class:"glyph","data-look":s,"aria-hidden":"true",children:fe[s]})," ",l("b",{children:o})," ",Me(s,o,f)]},s))}),l(ae,{text:r,onDismiss:n}),t.map(s=>s.status.prompt&&l(lt,{session:s,prompt:s.status.prompt,run:e},s.status.prompt.id)),t.map(s=>l(ct,{session:s,run:e},s.id)),l(Xn,{sessions:t}),l(xi,{}),l(Hn,{}),l(Jn,{run:e})]})}function xi(){let{crew:t,open:e}=y(),[r,n,s]=le(),{server:o,stopped:i,owner:a}=t,u=d=>r(Ue(o,{agent:d}).then(c=>e(c.id)));return i.length&&!a?l("section",{class:"stopped","aria-label":f.__("Not running"),children:[l(ae,{text:n,onDismiss:s}),l("p",{class:"facts",children:f.__("Not running:")}),i.map(({id:d,name:c})=>l(C,{label:c,hint:f.__("Start %1",c),act:()=>{u(c)}},d))]}):null}var dt="all";function Gn({model:t,...e}){let{crew:r,queues:n,tasks:s}=e;rt(r.changed),rt(n.changed),rt(s.changed);let o=wi(r),[i,a]=T(dt),u=I(new Set).current,d=r.sessions.sort(Ye),c=d.some(m=>m.id===i)?i:dt;return u.add(c),A(()=>a(c),[c]),l(Fr,{value:{...e,model:t,open:a},children:l("section",{class:"dashboard","aria-label":f.__("Agents"),style:{"--height":`${t.get("height")}px`},children:[l(Pn,{tabs:vi(d),shown:c,onChoose:a}),l(yi,{crew:r}),l("div",{role:"tabpanel","aria-labelledby":"tab-all",hidden:c!==dt,tabIndex:-1,children:l(Qn,{sessions:d})}),d.filter(m=>u.has(m.id)).map(m=>l(Dn,{session:m,shown:m.id===c},m.id)),l("div",{class:"aloud",role:"status",children:o})]})})}function vi(t){let e=({agent:n})=>t.filter(s=>s.agent===n).length>1,r=n=>n.agent+(e(n)?` ${n.id.slice(0,4)}`:"");return[{id:dt,label:f.__("All agents")},...t.map(n=>({id:n.id,label:r(n),status:n.status}))]}function wi({moved:t}){let[e,r]=T("");return A(()=>t.connect(({before:n,after:s})=>r(o=>Xr(n,s,f)||o)),[t]),e}function yi({crew:t}){return l(X,{children:[t.connection==="lost"&&l("p",{class:"notice",role:"alert",children:f.__("Connection lost, reconnecting…")}),t.connection==="open"&&t.owner&&l(Bn,{owner:t.owner}),!t.server.direct&&!t.owner&&l("p",{class:"notice",children:f.__("This page cannot reach the agents’ server, so the kernel relays everything: what you do waits while a cell runs, and terminals are shown as text.")})]})}var ht=class{constructor(e){this._model=e;e.on("msg:custom",this._on)}_model;direct=!1;request(e,r,n,s={}){let o=$e();return new Promise((i,a)=>{this._asked.set(o,{resolve:u=>i(u),reject:a}),this._model.send({ask:o,method:e,path:r,query:s,body:n??null})})}follow(e){return this._onEvent=e,this._model.send({follow:!0}),new Promise(r=>this._onLost=r)}terminal(){}dispose(){this._model.off("msg:custom",this._on),this._onLost()}_on=e=>{let r=e;"answer"in r?this._answered(r.answer,r.data,r.failure):"event"in r?this._onEvent(r.event):"lost"in r&&this._onLost()};_answered(e,r,n){let s=this._asked.get(e);this._asked.delete(e),n?s?.reject(new Error(n.message)):s?.resolve(r)}_asked=new Map;_onEvent=()=>{};_onLost=()=>{}};var mt=class extends Error{constructor(r,n){super(r);this.status=n}},Qt=class extends mt{constructor({message:e,reason:r},n){super(e,n),this.reason=r}};async function Kn(t){let{ok:e,status:r,statusText:n}=t,s=await t.text();if(!e){let o=Si(s);throw o?new Qt(o,r):new mt(`The server answered ${r} ${n}; is it AreYouJ's?`,r)}return s?JSON.parse(s):void 0}function Si(t){try{let{message:e,reason:r}=JSON.parse(t);return e&&r?{message:e,reason:r}:void 0}catch{return}}var Ti="areyouj.terminal.v1",ft=class t{constructor(e){this._base=e}_base;direct=!0;static find(){let e=document.getElementById("jupyter-config-data")?.textContent,{baseUrl:r}=JSON.parse(e||"{}"),n=r&&new URL(r,location.href);return n&&n.origin===location.origin?new t(new URL("areyouj/",n)):void 0}async request(e,r,n,s={}){let o=new URL(`api/${r.map(encodeURIComponent).join("/")}`,this._base);o.search=new URLSearchParams(s).toString();let i=await fetch(o,{method:e,headers:{"Content-Type":"application/json","X-XSRFToken":Mi()},body:n&&JSON.stringify(n),cache:"no-store",credentials:"same-origin"});return Kn(i)}follow(e){let r=new WebSocket(this._socketUrl("api/events"));return this._socket=r,r.onmessage=n=>e(JSON.parse(n.data)),new Promise(n=>r.onclose=()=>n())}terminal(e){let r=new WebSocket(this._socketUrl(`terminals/websocket/${encodeURIComponent(e)}`),Ti);return r.binaryType="arraybuffer",r}dispose(){this._socket?.close()}_socketUrl(e){let r=new URL(e,this._base);return r.protocol=r.protocol.replace("http","ws"),r}_socket};function Mi(){return/(?:^|; )_xsrf=([^;]*)/.exec(document.cookie)?.[1]??""}async function Zn(t){let e=ft.find(),r=await e?.request("GET",["health"]).catch(()=>{});return e&&r?.status==="ok"&&Ri(r)===t.get("home")?e:new ht(t)}function Ri({owner:t,data_dir:e}){return`${t.host}:${e}`}var Vn=`/* The form for a new agent. */

.form summary {
  cursor: pointer;
}

.form form {
  align-items: end;
  display: flex;
  flex-wrap: wrap;
  gap: 0.7em;
  padding: 0.5em 0;
}

.form label {
  color: var(--faint);
  display: flex;
  flex-direction: column;
}

.form :is(input, select, .button) {
  height: 2.1em;
}
`;var Yn=`/* One agent: its acts, and the two halves below them. */

.head {
  display: flex;
  flex-wrap: wrap;
  gap: 0.4em;
  justify-content: space-between;
  margin-bottom: 0.7em;
}

.halves {
  display: grid;
  gap: 0.7em;
  grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
  height: var(--height);
}

@container (max-width: 760px) {
  .halves {
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: var(--height) var(--height);
    height: auto;
  }
}
`;var es=`/* What is pressed, chosen and typed into. */

.button,
select {
  background: var(--ground);
  border: 1px solid var(--edge);
  border-radius: 3px;
  color: var(--ink);
  cursor: pointer;
  font: inherit;
  padding: 0.15em 0.7em;
}

.button:hover:not(:disabled, [aria-disabled='true']) {
  border-color: var(--accent);
}

.button:disabled,
.button[aria-disabled='true'] {
  cursor: default;
  opacity: 0.5;
}

.button.asking {
  border-color: var(--bad);
  color: var(--bad);
}

.button.sign {
  border-color: transparent;
  padding: 0 0.35em;
}

.link {
  background: none;
  border: 0;
  color: var(--jp-content-link-color, LinkText);
  cursor: pointer;
  font: inherit;
  font-weight: 600;
  padding: 0;
}

input,
textarea {
  background: var(--jp-input-background, Field);
  border: 1px solid var(--edge);
  border-radius: 3px;
  color: var(--ink);
  font: inherit;
  min-width: 0;
  padding: 0.25em 0.5em;
}

textarea {
  display: block;
  resize: vertical;
  width: 100%;
}
`;var ts=`/* What was said. */

.side {
  display: flex;
  flex-direction: column;
  gap: 0.5em;
  min-height: 0;
}

.conversation {
  border: 1px solid var(--edge);
  display: flex;
  flex: 1;
  flex-direction: column;
  gap: 0.5em;
  min-height: 8em;
  overflow: auto;
  padding: 0.5em;
}

.conversation > * {
  flex: none;
}

.message[data-sender='user'] {
  border-left: 3px solid var(--accent);
  padding-left: 0.5em;
}
`;var rs=`/* The dashboard in its shadow root: JupyterLab's variables where there are some, else the browser's own colours. */

:host {
  display: block;
}

.dashboard {
  --ground: var(--jp-layout-color1, var(--vscode-editor-background, Canvas));
  --raised: var(--jp-layout-color2, color-mix(in srgb, var(--ground) 92%, CanvasText));
  --ink: var(--jp-ui-font-color1, var(--vscode-editor-foreground, CanvasText));
  --faint: var(--jp-ui-font-color2, color-mix(in srgb, var(--ink) 72%, transparent));
  --edge: var(--jp-border-color1, color-mix(in srgb, var(--ink) 25%, transparent));
  --accent: var(--jp-brand-color1, var(--vscode-focusBorder, Highlight));
  --needs-you: var(--jp-warn-color1, #b35900);
  --done: var(--jp-success-color1, #1a7f37);
  --bad: var(--jp-error-color1, #b3261e);

  background: var(--ground);
  border: 1px solid var(--edge);
  color: var(--ink);
  container-type: inline-size;
  font: var(--jp-ui-font-size1, 13px) / 1.4 var(--jp-ui-font-family, system-ui, sans-serif);
}

*,
*::before {
  box-sizing: border-box;
}

[hidden] {
  display: none !important;
}

p,
ol,
ul,
pre,
table {
  margin: 0;
}

:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: -1px;
}
`;var ns=`/* Markdown of agents and users. */

.markdown {
  overflow-wrap: anywhere;
}

.markdown > * {
  margin: 0.3em 0;
}

.markdown :is(pre, code) {
  background: var(--raised);
  font-family: var(--jp-code-font-family, monospace);
  font-size: 0.95em;
}

.markdown pre {
  overflow: auto;
  overflow-wrap: normal;
  padding: 0.4em;
}

.markdown :is(th, td) {
  border: 1px solid var(--edge);
  padding: 0.15em 0.4em;
}

.markdown table {
  border-collapse: collapse;
}

.markdown a {
  color: var(--jp-content-link-color, LinkText);
}
`;var ss=`/* All agents. */

.overview {
  display: flex;
  flex-direction: column;
  gap: 0.7em;
}

.overview > .problem,
.overview > .prompt {
  margin: 0;
}

.totals {
  display: flex;
  flex-wrap: wrap;
  gap: 1.5em;
}

.fleet {
  border-collapse: collapse;
  width: 100%;
}

.fleet :is(th, td) {
  border-bottom: 1px solid var(--edge);
  padding: 0.25em 0.7em 0.25em 0;
  text-align: start;
}

.fleet thead th {
  color: var(--faint);
  font-weight: 400;
}

.fleet .nowrap {
  white-space: nowrap;
}

.fleet .doing {
  max-width: 0;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
  width: 50%;
}

.stopped {
  align-items: baseline;
  display: flex;
  flex-wrap: wrap;
  gap: 0.4em;
}
`;var os=`/* What all tabs are made of. */

[role='tabpanel'] {
  padding: 0.7em;
}

.facts,
.hint,
.step {
  color: var(--faint);
}

.step {
  font-size: 0.9em;
  overflow-wrap: anywhere;
  white-space: pre-wrap;
}

.notice,
.problem,
.prompt {
  border-left: 4px solid var(--needs-you);
  background: var(--raised);
  margin-bottom: 0.7em;
  padding: 0.4em 0.7em;
}

.problem {
  border-color: var(--bad);
}

.notice {
  margin: 0;
}

.line {
  align-items: stretch;
  display: flex;
  gap: 0.4em;
}

.line input {
  flex: 1;
}

.acts {
  display: inline-flex;
  flex: none;
  gap: 0.3em;
}

.aloud {
  height: 1px;
  overflow: hidden;
  position: absolute;
  width: 1px;
  clip-path: inset(50%);
}
`;var is=`/* A prompt. */

.prompt pre {
  font-family: var(--jp-code-font-family, monospace);
  margin: 0.4em 0;
  max-height: 14em;
  overflow: auto;
  overflow-wrap: anywhere;
  white-space: pre-wrap;
}

.choices {
  display: flex;
  flex-wrap: wrap;
  gap: 0.4em;
}
`;var as=`/* What waits for an agent. */

.queue .facts {
  align-items: center;
  display: flex;
  gap: 0.5em;
  justify-content: space-between;
}

.queue ol {
  list-style: none;
  max-height: 10em;
  overflow: auto;
  padding: 0;
}

.queue li {
  align-items: baseline;
  border-top: 1px solid var(--edge);
  display: flex;
  gap: 0.4em;
  justify-content: space-between;
  padding: 0.15em 0;
}

.queue li p:first-child {
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}

.held {
  align-items: center;
  border-left: 4px solid var(--needs-you);
  display: flex;
  flex-wrap: wrap;
  gap: 0.4em;
  margin: 0.4em 0;
  padding: 0 0.6em;
}

.held p {
  margin: 0;
}
`;var ls=`/* One agent's terminal, or its screen as text. */

.screen {
  background: var(--jp-layout-color0, Canvas);
  border: 1px solid var(--edge);
  font-family: var(--jp-code-font-family, monospace);
  font-size: var(--jp-code-font-size, 13px);
  min-height: 0;
  overflow: hidden;
  padding: 0.3em;
}

.screen:focus-within {
  border-color: var(--accent);
}

.screen.text {
  overflow: auto;
}

.xterm-host {
  height: 100%;
}

.xterm .xterm-viewport {
  background: none; /* black in xterm.js's own sheet, which shows where no whole row or column fits */
}
`;var cs=`/* The tabs. */

.tabbar {
  background: var(--raised);
  border-bottom: 1px solid var(--edge);
  display: flex;
  flex-wrap: wrap;
}

.tab {
  align-items: baseline;
  background: none;
  border: 0;
  border-right: 1px solid var(--edge);
  border-top: 2px solid transparent;
  color: var(--faint);
  cursor: pointer;
  display: flex;
  font: inherit;
  gap: 0.4em;
  padding: 0.4em 0.9em;
}

.tab[aria-selected='true'] {
  background: var(--ground);
  border-top-color: var(--accent);
  color: var(--ink);
}

.tab .name {
  font-weight: 600;
  max-width: 16em;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}

.tab .word {
  color: var(--faint);
}

.glyph[data-look='needs-you'] {
  color: var(--needs-you);
}

.glyph[data-look='done'] {
  color: var(--done);
}

.glyph[data-look='working'] {
  color: var(--accent);
}

.glyph[data-look='exited'] {
  color: var(--bad);
}
`;var us=`/* Tasks. */

.tasks ul {
  list-style: none;
  margin-bottom: 0.4em;
  padding: 0;
}

.tasks li {
  align-items: baseline;
  display: flex;
  gap: 0.5em;
  justify-content: space-between;
  padding: 0.15em 0;
}

.tasks li[data-status='done'] .title {
  color: var(--faint);
  text-decoration: line-through;
}
`;var ps=[rs,cs,os,es,is,Yn,ls,ts,ns,as,ss,Vn,us].join(`
`);function Hi(){let t;return{initialize({model:e}){return t=Zn(e).then(Xi),()=>{t.then(({crew:r})=>r.dispose())}},render({model:e,el:r}){let n=r.appendChild(document.createElement("div"));n.className="areyouj-dashboard",n.dataset.lmSuppressShortcuts="true",n.dataset.jpSuppressContextMenu="true";let s=n.attachShadow({mode:"open"});s.append(ds(Gt+ps));let o=s.appendChild(document.createElement("div")),i=document.head.appendChild(ds(ji(e.get("still"))));return t.then(a=>St(l(Gn,{...a,model:e}),o)),()=>{St(null,o),i.remove()}}}}function Xi(t){let e=new je(t);return{crew:e,queues:new Ge(e),tasks:new Ke(e)}}function ds(t){let e=document.createElement("style");return e.textContent=t,e}function ji(t){return`#${t}, .jp-OutputArea-child:has(> * #${t}) { display: none; }`}export{Hi as default};
