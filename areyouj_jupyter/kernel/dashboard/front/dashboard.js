var tr=`/**
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
`;var y,nr,Rs,ee,xt,Be,sr,ze,or,St,wt,ir,Se=Symbol.for("pv"),Ue={},Xe=[],Es=/^m(i|n|o|s|text|space)$/,Fe=Array.isArray,ar=Xe.slice,ae=Object.assign;function ie(t){t&&t.parentNode&&t.remove()}function qe(t,e,r,n,s){var o={type:t,props:e,key:r,ref:n,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Se,__v:s||++nr,__i:-1,__u:0};return!s&&y.vnode&&y.vnode(o),o}function L(t){return t.children}function te(t,e){this.props=t,this.context=e,this.__g=0}function re(t,e){if(e==null)return t.__&&re(t.__,t.__i+1);for(var r;e<t.__k.length;e++)if((r=t.__k[e])&&r.__e)return r.__e;return typeof t.type!="function"||t.props.__P?null:re(t)}function Ps(t){var e,r=t.__v,n=r.__e,s=[],o=[],i=t.__P;i&&((e=ae({constructor:Se},r)).__v=r.__v+1,y.vnode&&y.vnode(e),Mt(i,e,r,t.__n,i.namespaceURI,32&r.__u?[n]:null,s,n||re(r),32&r.__u,o),e.__v=r.__v,e.__.__k[e.__i]=e,hr(s,e,o),r.__=r.__e=null,e.__e!=n&&lr(e))}function lr(t){if((t=t.__)&&t.__c&&!t.props.__P)return t.__e=null,t.__k.some(function(e){return e&&(t.__e=e.__e)}),lr(t)}function yt(t){(8&t.__g||(t.__g|=8,ee.push(t),Be++))&&xt==y.debounceRendering||((xt=y.debounceRendering)||queueMicrotask)(cr)}function cr(){try{for(var t,e=1;ee.length;)ee.length>e&&ee.sort(sr),t=ee.shift(),e=ee.length,8&t.__g&&Ps(t)}finally{(Be=ee.length)&&(xt||queueMicrotask)(cr)}}function ur(t,e,r,n,s,o,i,a,c,d,u){var f,h,p,_,b,g,k=n.__k||Xe,w=e.length;for(c=Cs(r,e,k,c,w),f=0;f<w;f++)(p=r.__k[f])!=null&&(h=~p.__i&&k[p.__i]||Ue,p.__i=f,g=Mt(t,p,h,s,o,i,a,c,d,u),_=p.__e,(h.ref!=p.ref||8&h.__u)&&(h.ref&&Rt(h.ref,null,p,h),p.ref&&u.push(p.ref,p.__c||_,p)),b=b||_,4&p.__u?(c=pr(p,c,t,!h.__v),h.__e&&(h.__e=null)):typeof p.type=="function"&&g!==void 0?c=g:_&&(c=_.nextSibling),p.__u&=-21);return r.__e=b,c}function Cs(t,e,r,n,s){var o,i,a,c,d,u,f,h,p,_=r.length,b=_,g=0,k=0,w=t.__k=Array(s);for(o=0;o<s;o++)(i=e[o])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=w[o]=qe(null,i):Fe(i)?i=w[o]=qe(L,{children:i}):i.constructor===Se&&i.__b?i=w[o]=qe(i.type,i.props,i.key,i.ref,i.__v):w[o]=i,c=o+g,i.__=t,i.__b=t.__b+1,a=null,~(d=i.__i=As(i,r,c,b))&&(b--,(a=r[d])&&(a.__u|=2)),a&&a.__v?(i.__u|=16,d==c-1?g--:d==c+1?g++:d!=c&&(d>c?g--:g++,k=1)):(~d||(s>_?g--:s<_&&g++),typeof i.type!="function"&&(i.__u|=4))):w[o]=null;if(k){for(u=[],f=[],o=0;o<s;o++)if((i=w[o])&&16&i.__u){for(g=0,h=u.length;g<h;)u[p=g+h>>1]<i.__i?g=p+1:h=p;u[g]=i.__i,f[o]=g+1}for(g=u.length;o--;)f[o]&&(f[o]==g?g--:w[o].__u|=4)}if(b)for(o=0;o<_;o++)!(a=r[o])||2&a.__u||(a.__e==n&&(n=re(a)),Et(a,a));return n}function pr(t,e,r,n){var s,o,i,a;if(typeof t.type=="function"){if(t.props.__P)return e;if(s=t.__k)for(o=0;o<s.length;o++)s[o]&&(s[o].__=t,e=pr(s[o],e,r,!1));return e}for(e&&!e.parentNode&&(e=re(t))&&!e.parentNode&&(e=null),i=t.__e,a=e;a&&a.nodeType==8;)a=a.nextSibling;for(i!=a&&(!n&&r.moveBefore&&i.parentNode?r.moveBefore(i,e):r.insertBefore(i,e||null)),e=i;(e=e&&e.nextSibling)&&e.nodeType==8&&!e.data.startsWith("$s"););return e}function Tt(t,e){return e=e||[],t!=null&&typeof t!="boolean"&&(Fe(t)?t.some(function(r){Tt(r,e)}):e.push(t)),e}function As(t,e,r,n){var s,o=t.key,i=t.type,a=e[r],c=a&&!(2&a.__u);if(a===null&&o==null||c&&o==a.key&&i==a.type)return r;if(n>(c?1:0)){for(s=r-1;s>=0;s--)if((a=e[s])&&!(2&a.__u)&&o==a.key&&i==a.type)return s;for(s=r+1;s<e.length;s++)if((a=e[s])&&!(2&a.__u)&&o==a.key&&i==a.type)return s}return-1}function rr(t,e,r){r==null&&(r=""),e[0]=="-"?t.setProperty(e,r):t[e]=r}function De(t,e,r,n,s){var o,i;if(e=="style")if(typeof r=="string")t.style.cssText=r;else{if(typeof n=="string"&&(t.style.cssText=n=""),n)for(e in n)r&&e in r||rr(t.style,e);if(r)for(e in r)n&&r[e]==n[e]||rr(t.style,e,r[e])}else if(e[0]=="o"&&e[1]=="n")typeof r!="function"&&(r=null),typeof n!="function"&&(n=null),(t.__e||(t.__e={}))[e]=r,r&&n||(i=wt[e]||(wt[e]=$s(e)),(t.__a||(t.__a={}))[e]=St,o=e!=(e=e.replace(or,"$1")),(e=e.slice(2))[0]<"a"&&(e=e.toLowerCase()),r?t.addEventListener(e,i,o):t.removeEventListener(e,i,o));else{if(s=="http://www.w3.org/2000/svg")e=e.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(e!="width"&&e!="height"&&e!="href"&&e!="list"&&e!="form"&&e!="tabIndex"&&e!="download"&&e!="rowSpan"&&e!="colSpan"&&e!="role"&&e!="popover"&&e in t)try{return void(t[e]=r??"")}catch{}if(typeof r=="function")return;r==null||r===!1&&e[4]!="-"?t.removeAttribute(e):t.setAttribute(e,e=="popover"&&r==1?"":r)}}function $s(t){return function(e){var r=this.__e;if(r){if(r=r[t],e[ze]==null)e[ze]=St++;else if(e[ze]<this.__a[t])return;return r(y.event?y.event(e):e)}}}function Mt(t,e,r,n,s,o,i,a,c,d){var u,f,h,p,_,b,g,k,w,v,M,J,Z,G,D,Y,q,X,B=e.type;if(e.constructor!==Se)return null;128&r.__u&&(c=32&r.__u,u=r.__c.__z)&&(e.__u|=c,f=o=[],u.nodeType==8?a=He(u,o):o.push(u),a=o[0]||a),(u=y.__b)&&u(e);e:if(typeof B=="function"){h=i.length;try{if(k=e.props,w=(u=B.prototype)&&u.render,v=(u=B.contextType)&&n[u.__c],M=u?v?v.props.value:u.__:n,(p=r.__c)?(e.__c=p,2&p.__g&&(p.__g|=1)):(w?e.__c=p=new B(k,M):(e.__c=p=new te(k,M),p.constructor=B,p.render=Is),v&&v.sub(p),p.state||(p.state={}),p.__n=n,p.__g|=8,p.__h=[],p.__k=[]),w&&(p.__s||(p.__s=p.state),B.getDerivedStateFromProps&&(p.__s==p.state&&(p.__s=ae({},p.__s)),ae(p.__s,B.getDerivedStateFromProps(k,p.__s)))),_=p.props,b=p.state,p.__v=e,r.__c){if(k!==_&&w&&!B.getDerivedStateFromProps&&p.componentWillReceiveProps&&p.componentWillReceiveProps(k,M),e.__v==r.__v&&!(8&p.__g)||!(4&p.__g)&&p.shouldComponentUpdate&&p.shouldComponentUpdate(k,p.__s,M)===!1){e.__v!=r.__v&&(p.props=k,p.state=p.__s,p.__g&=-9),e.__e=r.__e,e.__k=r.__k,e.__k.some(function($){$&&($.__=e)}),Xe.push.apply(p.__h,p.__k),p.__k=[],p.__h.length&&i.push(p),a=re(r);break e}p.componentWillUpdate&&p.componentWillUpdate(k,p.__s,M),w&&p.componentDidUpdate&&p.__h.push(function(){p.componentDidUpdate(_,b,g)})}else w&&!B.getDerivedStateFromProps&&p.componentWillMount&&p.componentWillMount(),w&&p.componentDidMount&&p.__h.push(p.componentDidMount);p.context=M,p.props=k,p.__P=t,p.__g&=-5,J=y.__r,Z=w?25:0;do p.__g&=-9,J&&J(e),u=p.render(p.props,p.state=p.__s,p.context);while(8&p.__g&&++Z<25);w&&(Xe.push.apply(p.__h,p.__k),p.__k=[]),p.state=p.__s,p.getChildContext&&(n=ae({},n,p.getChildContext())),w&&r.__c&&p.getSnapshotBeforeUpdate&&(g=p.getSnapshotBeforeUpdate(_,b)),G=u&&u.type===L&&u.key==null?u.props.children:u,k.__P&&(u=a,s=(t=k.__P).namespaceURI,c=o=null,r.props&&r.props.__P!=t&&(r.__k.some(function($){$&&Et($,$)}),r.__k=null),a=r.__k?re(r,0):null),a=ur(t,Fe(G)?G:[G],e,r,n,s,o,i,a,c,d),k.__P&&(e.__e=null,a=u),e.__u&=-161,f&&f.some(ie),p.__h.length&&i.push(p),1&p.__g&&(p.__g&=-4)}catch($){if(i.length=h,e.__v=null,c||o)if($&&$.then){if(e.__u|=128|c,o){for(~(q=o.indexOf(a||void 0))||(q=o.length);(X=o[q-1])&&X.nodeType==8;)q--;for(;q<o.length;q++)if(X=o[q])if(o[q]=null,D){if(X==Y)break}else{if(X.nodeType!=8)break;X.data.startsWith("$s")&&(Y=He(D=X))}}if(!D){for(;a&&a.nodeType==8&&a.nextSibling;)a=a.nextSibling;D=a}(u=He(D=e.__c.__z||(e.__c.__z=D)))?(e.__e=D,a=u):e.__e=a,a=a&&a.nextSibling}else o&&o.some(ie);else e.__e=r.__e;e.__k||(e.__k=r.__k||[]),$&&$.then||dr(e),y.__e($,e,r)}}else a=e.__e=Os(r.__e,e,r,n,s,o,i,c,d,t);return(u=y.diffed)&&u(e),a}function He(t,e){if(t&&t.nodeType==8&&t.data.startsWith("$s"))for(var r=1;t=t.nextSibling;){if(t.nodeType==8){if(t.data.startsWith("$s"))r++;else if(t.data.startsWith("/$s")&&!--r)return t}e&&e.push(t)}}function dr(t){t&&(t.__c&&(t.__c.__g|=4),t.__k&&t.__k.some(dr))}function hr(t,e,r){for(var n=0;n<r.length;)Rt(r[n++],r[n++],r[n++]);y.__c&&y.__c(e,t),t.some(function(s){try{t=s.__h,s.__h=[],t.some(function(o){o.call(s)})}catch(o){y.__e(o,s.__v)}})}function Os(t,e,r,n,s,o,i,a,c,d){var u,f,h,p,_,b,g,k,w=r.props||Ue,v=e.props,M=e.type;if(M=="svg"?s="http://www.w3.org/2000/svg":M=="math"?s="http://www.w3.org/1998/Math/MathML":s||(s="http://www.w3.org/1999/xhtml"),o){for(u=0;u<o.length;u++)if((_=o[u])&&(M?_.localName==M:_.nodeType==3)){t=_,o[u]=null;break}}if(!t){if(k=d.ownerDocument||document,!M)return k.createTextNode(v);t=k.createElementNS(s,M,v.is?v:d),a&&(y.__m&&y.__m(e,o),a=!1),o=null}if(M){if(d=M=="template"&&t.content||t,o=M=="textarea"&&v.defaultValue!=null?null:o&&ar.call(d.childNodes),!a&&o)for(w={},u=0;u<t.attributes.length;u++)w[(_=t.attributes[u]).name]=_.value;for(u in w)_=w[u],u=="dangerouslySetInnerHTML"?h=_:u=="children"||u in v||u=="value"&&"defaultValue"in v||u=="checked"&&"defaultChecked"in v||De(t,u,null,_,s);for(u in v)_=v[u],u=="children"?p=_:u=="dangerouslySetInnerHTML"?f=_:u=="value"?b=_:u=="checked"?g=_:a&&typeof _!="function"||w[u]===_||De(t,u,_,w[u],s);f?(a||h&&(f.__html==h.__html||f.__html==t.innerHTML)||(t.innerHTML=f.__html),e.__k=[]):(h&&(t.textContent=""),(M=="foreignObject"||s=="http://www.w3.org/1998/Math/MathML"&&Es.test(M))&&(s="http://www.w3.org/1999/xhtml"),ur(d,Fe(p)?p:[p],e,r,n,s,o,i,o?o[0]:r.__k&&re(r,0),a,c),o&&o.some(ie)),a&&M!="textarea"||(u="value",M=="progress"&&b==null?t.removeAttribute(u):b==null||b===t[u]&&(M!="progress"||b)||De(t,u,b,w[u],s),u="checked",g!=null&&g!=t[u]&&De(t,u,g,w[u],s))}else w===v||a&&t.data==v||(t.data=v);return t}function Rt(t,e,r,n){try{typeof t=="function"?e?e.__x=t(e)||1:n&&(n=n.__c||n.__e)&&(e=n.__x)&&(n.__x=null,typeof e=="function"?e():t(null)):t.current=e}catch(s){y.__e(s,r)}}function Et(t,e,r){var n,s,o,i;if(y.unmount&&y.unmount(t),!(n=t.ref)||n.current&&n.current!=t.__e||Rt(n,null,e,t),n=t.__c){if(n.componentWillUnmount)try{n.componentWillUnmount()}catch(a){y.__e(a,e)}n.__P=n.__n=null}if(n=t.__k)for(i=0;i<n.length;i++)n[i]&&Et(n[i],e,typeof t.type!="function"||r&&!t.props.__P);!r&&(n=t.__c)&&(n=n.__z)&&(s=He(n,o=[]))&&(n==t.__e&&o.some(ie),ie(s),ie(n)),r||ie(t.__e),t.__e=t.__c=t.__=null}function Is(t,e,r){return this.constructor(t,r)}function je(t,e){var r,n,s,o;y.__&&y.__(t,e),e.nodeType==9&&(e=e.documentElement),n=(r=t&&32&t.__u)?null:e.__k,e.__k=qe(L,{children:[t]}),s=[],o=[],Mt(e,e.__k,n||Ue,Ue,e.namespaceURI,n?null:e.firstChild?ar.call(e.childNodes):null,s,n?n.__e:e.firstChild,r,o),hr(s,e.__k,o),e.__k.props.children=null}function We(t){function e(r){var n,s;return this.getChildContext||(n=new Set,(s={})[e.__c]=this,this.getChildContext=function(){return s},this.shouldComponentUpdate=function(o){this.props.value!=o.value&&n.forEach(function(i){i.__g|=4,yt(i)})},this.sub=function(o){n.add(o);var i=o.componentWillUnmount;o.componentWillUnmount=function(){n.delete(o),i&&i.call(o)}}),r.children}return e.__c="__cC"+ir++,e.__=t,e.Provider=(e.Consumer=function(r,n){return r.children(n)}).contextType=e,e}y={__e:function(t,e,r,n){for(var s,o,i;e=e.__;)if((s=e.__c)&&!(1&s.__g)){s.__g|=4;try{if((i=(o=s.constructor)&&o.getDerivedStateFromError)&&s.setState(o.getDerivedStateFromError(t)),s.componentDidCatch&&(s.componentDidCatch(t,n||{}),i=1),i&&8&s.__g)return void(s.__g|=2)}catch(a){t=a}}throw Be=0,t}},nr=0,Rs=function(t){return t!=null&&t.constructor===Se},te.prototype.setState=function(t,e){var r=this.__s;r&&r!=this.state||(r=this.__s=ae({},this.state)),typeof t=="function"&&(t=t(ae({},r),this.props)),t&&(ae(r,t),this.__v&&(e&&this.__k.push(e),yt(this)))},te.prototype.forceUpdate=function(t){this.__v&&(this.__g|=4,t&&this.__h.push(t),yt(this))},te.prototype.render=L,ee=[],Be=0,sr=function(t,e){return t.__v.__b-e.__v.__b},ze=Symbol(),or=/(PointerCapture)$|Capture$/i,St=0,wt={},ir=0;var Je=class{constructor(e){this._hold=e;window.addEventListener("online",this._again),document.addEventListener("visibilitychange",this._again),this._go()}_hold;get isDisposed(){return this._isDisposed}dispose(){this._isDisposed=!0,window.removeEventListener("online",this._again),document.removeEventListener("visibilitychange",this._again),this._wake()}async _go(){let e=500;for(;!this._isDisposed;)e=await this._hold().catch(()=>!1)?500:Math.min(2*e,3e4),await this._rest(e*(.75+Math.random()/2))}async _rest(e){if(!this._isDisposed){let r=0;await new Promise(n=>{this._wake=n,r=window.setTimeout(n,e)}),window.clearTimeout(r)}}_again=()=>{document.hidden||this._wake()};_isDisposed=!1;_wake=()=>{}};var N=class{connect(e){return this._listeners.add(e),()=>{this._listeners.delete(e)}}emit(e){for(let r of[...this._listeners])try{r(e)}catch(n){console.error(n)}}_listeners=new Set};var Qe=class{constructor(e){this.server=e;this._line=new Je(()=>this._hold())}server;get changed(){return this._changed}get moved(){return this._moved}get notified(){return this._notified}get refreshed(){return this._refreshed}get queued(){return this._queued}get said(){return this._said}get tasked(){return this._tasked}get connection(){return this._connection}get sessions(){return[...this._sessions.values()]}get agents(){return[...this._agents.values()].sort((e,r)=>e.name.localeCompare(r.name))}get owner(){return this._owner}get stopped(){let e=new Set(this.sessions.map(r=>r.agent_id));return this.agents.filter(r=>!e.has(r.id))}session(e){return this._sessions.get(e)}dispose(){this._line.dispose(),this.server.dispose()}async _hold(){await this.server.follow(r=>this._on(r));let e=this._connection==="open";return this._line.isDisposed||this._change(()=>this._connection="lost"),e}_on(e){if(!this._line.isDisposed)switch(e.type.split(":").pop()){case"snapshot":return this._change(()=>this._replace(e.data)),this._refreshed.emit();case"agent-changed":return this._change(()=>Te(this._agents,e.data));case"status-changed":return this._move(e.data);case"notification":return this._notified.emit(e.data);case"queue-changed":return this._queued.emit(e.data);case"message":return this._said.emit(e.data);case"task-changed":return this._tasked.emit(e.data)}}_replace(e){this._connection="open",this._owner=e.owner,this._sessions=new Map(e.sessions.map(r=>[r.id,r])),this._agents=new Map(e.agents.map(r=>[r.id,r]))}_move(e){let r=this._sessions.get(e.id);this._change(()=>Te(this._sessions,e)),"removed"in e||this._moved.emit({before:r,after:e})}_change(e){e(),this._changed.emit()}_agents=new Map;_changed=new N;_connection="connecting";_line;_moved=new N;_owner=null;_notified=new N;_queued=new N;_refreshed=new N;_said=new N;_sessions=new Map;_tasked=new N};function Te(t,e){"removed"in e?t.delete(e.id):t.set(e.id,e)}function fr(t){return t.request("GET",["specs"])}function mr(t,e){return t.request("POST",["agents"],e)}function _r(t,e,r){return t.request("PUT",["agents",e],r)}function Ve(t,e){return t.request("POST",["sessions"],e)}function gr(t,e){return t.request("GET",["sessions",e,"screen"])}function kr(t,e){return t.request("DELETE",["sessions",e])}function br(t,e,r){return t.request("POST",["sessions",e,"messages"],r)}function vr(t,e,r){return t.request("GET",["instances",e,"messages"],void 0,r?{before:String(r)}:{})}function xr(t,e){return t.request("GET",["sessions",e,"queue"])}function Ge(t,e,r){return t.request("PUT",["sessions",e,"queue","paused"],r)}function Ke(t,e,r,n){return t.request("PUT",["sessions",e,"queue",r],n)}function wr(t,e,r){return t.request("DELETE",["sessions",e,"queue",r])}function Ze(t,e,r){return t.request("POST",["sessions",e,"queue",r,"retry"])}function yr(t,e,r){return t.request("POST",["sessions",e,"answer"],r)}function Ye(t,e){return t.request("POST",["sessions",e,"interrupt"])}function Sr(t,e){return t.request("DELETE",["sessions",e,"input"])}function et(t,e){return t.request("POST",["sessions",e,"restart"])}function Tr(t,e){return t.request("PUT",["sessions",e,"seen"])}function Mr(t){return t.request("GET",["tasks"])}function Rr(t,e){return t.request("POST",["tasks"],e)}function Er(t,e,r){return t.request("PUT",["tasks",e],r)}function Pr(t,e,r){return t.request("POST",["tasks",e,"assign"],r)}var tt=class{constructor(e){this._crew=e;e.queued.connect(r=>this._put(r)),e.refreshed.connect(()=>this._renew())}_crew;get changed(){return this._changed}queue(e){return this._queues.get(e)}want(e){!this._queues.has(e)&&!this._asked.has(e)&&(this._asked.add(e),xr(this._crew.server,e).then(r=>this._queues.has(e)||this._put(r)).catch(()=>{}).finally(()=>this._asked.delete(e)))}_renew(){let e=[...this._queues.keys()];this._queues.clear(),this._crew.sessions.filter(n=>e.includes(n.id)||Ls(n)).forEach(({id:n})=>this.want(n))}_put(e){this._queues.set(e.session_id,e),this._changed.emit()}_asked=new Set;_changed=new N;_queues=new Map};function Ls({pending:t,status:e}){return t>0||["busy","awaiting_input","rate_limited"].includes(e.state)}var rt=class{constructor(e){this._crew=e;e.tasked.connect(r=>this._on(r)),e.refreshed.connect(()=>this._fetch())}_crew;get changed(){return this._changed}get list(){return this._sorted=this._sorted??[...this._tasks.values()].sort((e,r)=>Ns(e.id,r.id)),this._sorted}task(e){return this._tasks.get(e)}get problem(){return this._problem}_fetch(){let e=[];this._late=e,Mr(this._crew.server).then(({tasks:r})=>{this._late===e&&(this._late=null,this._tasks=new Map(r.map(n=>[n.id,n])),e.forEach(n=>Te(this._tasks,n)),this._tell(""))},r=>this._tell(r.message))}_on(e){this._late?.push(e),Te(this._tasks,e),this._tell(this._problem)}_tell(e){this._problem=e,this._sorted=null,this._changed.emit()}_changed=new N;_late=null;_problem="";_sorted=null;_tasks=new Map},Ns=new Intl.Collator("en",{numeric:!0}).compare;var le,P,Pt,Cr,Ct=Object.is,Re=0,qr=[],At=[],C=y,Ar=C.__b,$r=C.__r,Or=C.diffed,Ir=C.__c,Lr=C.unmount,Nr=C.__;function Ee(t,e){C.__h&&C.__h(P,t,Re||e),Re=0;var r=P.__H||(P.__H={__:[],__h:[]});return t>=r.__.length&&r.__.push({}),r.__[t]}function T(t){return Re=1,ge(Hr,t)}function ge(t,e,r){var n=Ee(le++,2);if(n.t=t,!n.__c&&(n.__=[r?r(e):Hr(void 0,e),function(o){var i=(n.__N||n.__)[0],a=n.t(i,o);Ct(i,a)||(n.__N=[a,n.__[1]],n.__c.setState({}))}],n.__c=P,!P.__f)){P.__f=!0;var s=P.shouldComponentUpdate;P.shouldComponentUpdate=function(o,i,a){var c=this.__H;if(!c)return!0;var d=!1,u=this.props!=o;if(c.__.some(function(h){h.__N&&(d=!0,Ct(h.__[0],h.__N[0])||(u=!0))}),s){var f=s.call(this,o,i,a);return d?f||u:f}return!d||u}}return n.__}function E(t,e){var r=Ee(le++,3);!C.__s&&Lt(r.__H,e)&&(r.__P=!0,r.__=t,r.u=e,P.__H.__h.push(r))}function Ot(t,e){var r=Ee(le++,4);!C.__s&&Lt(r.__H,e)&&(r.__P=!1,r.__=t,r.u=e,P.__h.push(r))}function A(t){return Re=5,Pe(function(){return{current:t}},[])}function Pe(t,e){var r=Ee(le++,7);return Lt(r.__H,e)&&(r.__=t(),r.__H=e),r.__}function Ce(t,e){return Re=8,Pe(function(){return t},e)}function It(t){var e=P.context[t.__c],r=Ee(le++,9);return r.c=t,e?(r.__==null&&(r.__=!0,e.sub(P)),e.props.value):t.__}function Ds(){var t;do{for(;t=At.shift();)try{Me(t)}catch(r){C.__e(r,{__:(t=t.__P)&&t.__v})}for(;t=qr.shift();){var e=t.__H;if(t.__P&&e)try{e.__h.some(Me),e.__h.some($t),e.__h=[]}catch(r){e.__h=[],C.__e(r,t.__v)}}}while(At.length)}C.__b=function(t){P=null,Ar&&Ar(t)},C.__=function(t,e){t&&e.__k&&e.__k.__m&&(t.__m=e.__k.__m),Nr&&Nr(t,e)},C.__r=function(t){$r&&$r(t),le=0;var e=(P=t.__c).__H;e&&(Pt==P?P.__h=[]:(e.__h.some(Me),e.__h.some($t),le=0),e.__h=[],e.__.some(function(r){r.__N&&(r.__=r.__N),r.u=r.__N=void 0})),Pt=P},C.diffed=function(t){Or&&Or(t);var e=t.__c;e&&e.__H&&(e.__H.__h.length&&zr(qr.push(e)),e.__H.__.some(function(r){r.u&&(r.__H=r.u)})),Pt=P=null},C.__c=function(t,e){e.some(function(r){try{r.__h.some(Me),r.__h=r.__h.filter(function(n){return!n.__||$t(n)})}catch(n){r.__h=[function(){throw n}]}}),Ir&&Ir(t,e)},C.unmount=function(t){Lr&&Lr(t);var e,r,n=t.__c;n&&n.__H&&(n.__H.__.some(function(s){try{if(s.__P&&s.__c){if(r===void 0){for(r=t.__;r&&(!r.__c||!r.__c.__P);)r=r.__;r=r&&r.__c}s.__P=r,zr(At.push(s))}else Me(s)}catch(o){e=o}}),n.__H=void 0,e&&C.__e(e,n.__v))};var Dr=typeof requestAnimationFrame=="function";function zs(t){var e,r=function(){clearTimeout(n),Dr&&cancelAnimationFrame(e),setTimeout(t)},n=setTimeout(r,35);Dr&&(e=requestAnimationFrame(r))}function zr(t){t!=1&&Cr==C.requestAnimationFrame||((Cr=C.requestAnimationFrame)||zs)(Ds)}function Me(t){var e=P,r=t.__c;typeof r=="function"&&(t.__c=void 0,r()),P=e}function $t(t){var e=P;t.__c=t.__(),P=e}function Lt(t,e){return!t||t.length!=e.length||e.some(function(r,n){return!Ct(r,t[n])})}function Hr(t,e){return typeof e=="function"?e(t):e}var Br=/^(localhost|127(\.\d+){3}|\[::1\])$/;function Ur({url:t},e){if(!t||!URL.canParse(t,e))return;let[r,n]=[new URL(t,e),new URL(e)],s=!Br.test(r.hostname)||Br.test(n.hostname);return/^https?:$/.test(r.protocol)&&s?r.href:void 0}var qs=Symbol.for("pv"),Hs=0;function l(t,e,r,n,s,o){e||(e={});var i,a,c=e;if("ref"in c&&typeof t!="function")for(a in c={},e)a=="ref"?i=e[a]:c[a]=e[a];var d={type:t,props:c,key:r,ref:i,__k:null,__:null,__b:0,__e:null,__c:null,constructor:qs,__v:--Hs,__i:-1,__u:0};return(s||o)&&(d.__source=s,d.__self=o),y.vnode&&y.vnode(d),d}function Xr({className:t,owner:e,trans:r}){let n=Ur(e,window.location.href);return l("p",{className:t,role:"status",children:[l("b",{children:r.__("Your agents run in another Jupyter server:")})," ",n?l("a",{href:n,target:"_blank",rel:"noopener noreferrer",children:n}):r.__("%1 on %2",e.url,e.host),". ",r.__("This server takes over automatically when that one stops.")]})}var be={"needs-you":"▲",failed:"!",done:"✔",working:"◐",starting:"◌",idle:"○",exited:"✕"};function F(t){switch(t.state){case"awaiting_input":return"needs-you";case"idle":return t.seen?"idle":t.outcome==="failed"?"failed":"done";case"busy":case"rate_limited":case"stopping":return"working";default:return t.state}}function nt(t,e){return t.agent.localeCompare(e.agent)||t.started_at-e.started_at}function Fr(t){let e=n=>t.filter(s=>F(s.status)===n).length;return["needs-you","working","done","idle","failed","starting","exited"].map(n=>[n,e(n)]).filter(([,n],s)=>n||s<4)}function ke(t,e,r){switch(t){case"needs-you":return r._n("needs you","need you",e);case"working":return r.__("working");case"done":return r.__("done");case"failed":return r.__("failed");case"idle":return r.__("idle");case"starting":return r.__("starting");case"exited":return r.__("exited")}}function ve(t,e,r){if(t.holder)return t.holder==="view_only"?r.__("view only"):r.__("not answering");let n=Nt(e-t.since);switch(t.state){case"awaiting_input":return r.__("needs you: %1",t.reason??r.__("question"));case"rate_limited":return t.until?r.__("rate limit until %1",Dt(t.until)):r.__("rate limit");case"stopping":return r.__("stopping");case"busy":return r.__("working %1",n);case"idle":return`${t.outcome==="interrupted"?r.__("interrupted"):ke(F(t),1,r)} ${n}`;default:return ke(F(t),1,r)}}function jr({holder:t},e){return t==="view_only"?e.__("Runs in another version of AreYouJ or for another server. Stop it before you start it again."):t?e.__("Its terminal process is not responding. Wait, or stop the agent."):""}function Wr(t){return t<1e9?`${Math.round(t/1e6)} MB`:`${(t/1e9).toFixed(1)} GB`}function st(t){return t?t<.005?"<$0.01":`$${t.toFixed(2)}`:""}function Jr(t,e,r){if(t&&F(t.status)===F(e.status)&&t.status.prompt?.id===e.status.prompt?.id)return"";switch(F(e.status)){case"needs-you":return r.__("%1 needs you: %2",e.agent,e.status.reason??r.__("question"));case"done":return r.__("%1 is done",e.agent);case"failed":return r.__("%1 failed",e.agent);case"exited":return r.__("%1 has exited",e.agent);default:return""}}function Nt(t){let e=Math.max(0,Math.floor(t)),r=Math.floor(e/60);return r<1?`${e} s`:r<60?`${r} min`:`${Math.floor(r/60)} h ${r%60} min`}function Dt(t){let e=new Date(t*1e3),n=e.toDateString()===new Date().toDateString()?{}:{month:"short",day:"numeric"};return e.toLocaleString([],{...n,hour:"2-digit",minute:"2-digit"})}function Qr(t){return t.replace(/^(\s*)([─━═╌┄-])\2{9,}\s*$/gm,(e,r,n)=>r+n.repeat(10))}var m={__:(t,...e)=>t.replace(/%(\d)/g,(r,n)=>String(e[Number(n)-1])),_n:(t,e,r)=>r===1?t:e};var Bs=5e3;function I({label:t,hint:e,sign:r,off:n,act:s}){return l("button",{type:"button",class:r?"button sign":"button",title:e??t,"aria-label":r?t:void 0,"aria-disabled":n,onClick:()=>n||s(),children:r??t})}function zt(t){let[e,r]=T(!1);return E(()=>{let n=e?setTimeout(()=>r(!1),Bs):0;return()=>clearTimeout(n)},[e]),l("button",{type:"button",class:e?"button asking":"button",onBlur:()=>r(!1),onClick:()=>{r(!e),e&&t.act()},children:e?t.question:t.label})}function ce({text:t,onDismiss:e}){return t?l("p",{class:"problem",role:"alert",children:[t," ",l(I,{label:m.__("Dismiss"),sign:"✕",act:e})]}):null}var ot=class{constructor(e,r){this._crew=e;this.session=r;this._ends=[e.said.connect(n=>this._onSaid(n)),e.refreshed.connect(()=>this._renew())],this._renew()}_crew;session;get changed(){return this._changed}get messages(){let e=[...this._messages.values()],r=({in_reply_to:n,seq:s})=>(n&&this._messages.get(n)?.seq)??s;return e.sort((n,s)=>Number(r(n))-Number(r(s))||n.seq-s.seq)}get more(){return this._before!==null}get problem(){return this._problem}dispose(){this._ends.forEach(e=>e())}earlier(){this._fetch(this._before??void 0)}_renew(){this._messages.clear(),this._fetch()}_fetch(e){vr(this._crew.server,this.session,e).then(r=>{r.messages.forEach(n=>this._put(n)),this._before=r.before,this._tell("")},r=>this._tell(r.message))}_onSaid(e){e.session_id===this.session&&(this._put(e),this._tell(this._problem))}_put(e){let r=this._messages.get(e.id);(!r||r.updated_at<=e.updated_at)&&this._messages.set(e.id,e)}_tell(e){this._problem=e,this._changed.emit()}_before=null;_changed=new N;_ends;_messages=new Map;_problem=""};var Vr=We(null),{Provider:Gr}=Vr;function S(){let t=It(Vr);if(!t)throw new Error("A view stands outside of a dashboard.");return t}function it(t){let[,e]=ge(r=>r+1,0);E(()=>t.connect(()=>e(void 0)),[t])}function ne(){let[t,e]=T(Date.now()/1e3);return E(()=>{let r=setInterval(()=>e(Date.now()/1e3),1e3);return()=>clearInterval(r)},[]),t}function ue(){let[t,e]=T("");return[Ce(async n=>{try{return await n,e(""),!0}catch(s){return e(s.message),!1}},[]),t,()=>e("")]}function Kr({sender_type:t,agent:e,origin:r},n){if(t==="agent")return e;switch(r){case"terminal":return n.__("You, in the terminal");case"task":return n.__("A task");default:return n.__("You")}}function Zr(t,e){return[Us(t,e),t.usage&&Xs(t.usage,e)].filter(Boolean).join(" · ")}function Yr({sender_type:t,status:e}){return t==="user"&&["error","cancelled","uncertain"].includes(e)}function Us({sender_type:t,status:e},r){let n={pending:r.__("Queued"),sending:r.__("Sending"),processing:r.__("Running"),error:r.__("Failed"),cancelled:r.__("Cancelled"),uncertain:r.__("May not have arrived")};return t==="user"?n[e]??"":""}function Xs({input_tokens:t,output_tokens:e,cost_usd:r},n){let s=(t??0)+(e??0);return[s?n.__("%1 tokens",s.toLocaleString()):"",st(r)].filter(Boolean).join(", ")}function en({trans:t,classOf:e,message:r,head:n,text:s,again:o}){let{sender_type:i,status:a,reason:c,created_at:d}=r,u=Kr(r,t);return l("article",{className:e("message"),"aria-label":u,"data-sender":i,"data-status":a,children:[n({from:u,sent:new Date(d*1e3),progress:Zr(r,t)}),s,c&&l("p",{className:e("hint"),children:c}),Yr(r)&&o]})}var Fs=/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g,js=/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;function z(t){return t.replace(/\r\n/g,`
`).replace(Fs,e=>Ws(e.charCodeAt(0))).replace(js,e=>`⟨U+${e.charCodeAt(0).toString(16).toUpperCase()}⟩`)}function Ws(t){return t<32?String.fromCharCode(9216+t):t===127?"␡":`⟨${t.toString(16).toUpperCase()}⟩`}function se(t){return t}function Ut(){return{async:!1,breaks:!1,extensions:null,gfm:!0,hooks:null,pedantic:!1,renderer:null,silent:!1,tokenizer:null,walkTokens:null}}var me=Ut();function dn(t){me=t}var de={exec:()=>null};function pe(t){let e=[];return r=>{let n=Math.max(0,Math.min(3,r-1)),s=e[n];return s||(s=t(n),e[n]=s),s}}function x(t,e=""){let r=typeof t=="string"?t:t.source,n={replace:(s,o)=>{let i=typeof o=="string"?o:o.source;return i=i.replace(O.caret,"$1"),r=r.replace(s,i),n},getRegex:()=>new RegExp(r,e)};return n}var hn=((t="")=>{try{return!!new RegExp("(?<=1)(?<!1)"+t)}catch{return!1}})(),O={codeRemoveIndent:/^(?: {0,3}\t| {1,4})/gm,listInterruptsParagraph:/^ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/,outputLinkReplace:/\\([\[\]])/g,indentCodeCompensation:/^(\s+)(?:```)/,beginningSpace:/^\s+/,endingHash:/#$/,startingSpaceChar:/^ /,endingSpaceChar:/ $/,endingSpaceTabChar:/[ \t]$/,nonSpaceChar:/[^ ]/,newLineCharGlobal:/\n/g,tabCharGlobal:/\t/g,leadingSpaceTab:/^[ \t]+/,multipleSpaceGlobal:/\s+/g,blankLine:/^[ \t]*$/,doubleBlankLine:/\n[ \t]*\n[ \t]*$/,blockquoteStart:/^ {0,3}>/,blockquoteSetextReplace:/\n {0,3}((?:=+|-+)[ \t]*)(?=\n|$)/g,blockquoteSetextReplace2:/^ {0,3}>[ \t]?/gm,blockquoteMarkerWhitespace:/^( {0,3}>)(\t[ \t]*)/gm,nestedBlockMarker:/^ {0,3}(?:(?:[*+-]|\d{1,9}[.)])(?: |$)|> ?)/,listReplaceNesting:/^ {1,4}(?=( {4})*[^ ])/g,listIsTask:/^\[[ xX]\][ \t]+\S/,listReplaceTask:/^\[[ xX]\][ \t]+/,listTaskCheckbox:/\[[ xX]\]/,anyLine:/\n.*\n/,hrefBrackets:/^<(.*)>$/,tableDelimiter:/[:|]/,tableAlignChars:/^\||\| *$/g,tableRowBlankLine:/\n[ \t]*$/,tableAlignRight:/^ *-+: *$/,tableAlignCenter:/^ *:-+: *$/,tableAlignLeft:/^ *:-+ *$/,startATag:/^<a /i,endATag:/^<\/a>/i,startPreScriptTag:/^<(pre|code|kbd|script)(\s|>)/i,endPreScriptTag:/^<\/(pre|code|kbd|script)(\s|>)/i,startAngleBracket:/^</,endAngleBracket:/>$/,pedanticHrefTitle:/^([^'"]*[^\s])\s+(['"])(.*)\2/,unicodeAlphaNumeric:/[\p{L}\p{N}]/u,numericCharacterReference:/&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));/,numericCharacterReferenceOrAmpersand:/&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g,escapeTest:/[&<>"']/,escapeReplace:/[&<>"']/g,escapeTestNoEncode:/[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/,escapeReplaceNoEncode:/[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g,caret:/(^|[^\[])\^/g,percentDecode:/%25/g,findPipe:/\|/g,splitPipe:/ \|/,slashPipe:/\\\|/g,carriageReturn:/\r\n|\r/g,spaceLine:/^ +$/gm,notSpaceStart:/^\S*/,endingNewline:/\n$/,listItemRegex:t=>new RegExp(`^( {0,3}${t})((?:[	 ][^\\n]*)?(?:\\n|$))`),nextBulletRegex:pe(t=>new RegExp(`^ {0,${t}}(?:[*+-]|\\d{1,9}[.)])((?:[ 	][^\\n]*)?(?:\\n|$))`)),hrRegex:pe(t=>new RegExp(`^ {0,${t}}((?:-[ 	]*){3,}|(?:_[ 	]*){3,}|(?:\\*[ 	]*){3,})(?:\\n+|$)`)),fencesBeginRegex:pe(t=>new RegExp(`^ {0,${t}}(?:\`\`\`|~~~)`)),headingBeginRegex:pe(t=>new RegExp(`^ {0,${t}}#{1,6}(?:\\s|$)`)),pedanticHeadingBeginRegex:pe(t=>new RegExp(`^ {0,${t}}#`)),htmlBeginRegex:pe(t=>new RegExp(`^ {0,${t}}(?:</?(?:${Ft})(?:[ \\t]+|$|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)`,"i")),blockquoteBeginRegex:pe(t=>new RegExp(`^ {0,${t}}>`)),nestedContainerMarkers:/^(?: {0,3}(?:(?:[*+-]|\d{1,9}[.)])[ \t]+|>[ \t]?))+/},Js=/^(?:[ \t]*(?:\n|$))+/,Qs=/^((?: {4}| {0,3}\t)[^\n]+(?:\n(?:[ \t]*(?:\n|$))*)?)+/,Vs=/^ {0,3}(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})([^\n]*)(?:\n|$)(?:|([\s\S]*?)(?:\n|$))(?: {0,3}(?:(?=`)\1`*|(?=~)\1~*) *(?=\n|$)|$)/,Oe=/^ {0,3}((?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/,Gs=/^ {0,3}(#{1,6})(?=\s|$)(.*)(?:\n+|$)/,Xt=/ {0,3}(?:[*+-]|\d{1,9}[.)])/,Ft="address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul",Ie=x(" {0,3}(?:</?(?:tag)(?:[ \\t]+|\\n|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)").replace("tag",Ft).getRegex(),fn=/^(?!bull |blockCode|fences|blockquote|heading|html|table)((?:.|\n(?!\s*?\n|bull |fences|blockquote|heading|hr|html|table))+?)\n {0,3}(=+|-+)[ \t]*(?:\n+|$)/,mn=x(fn).replace(/bull/g,Xt).replace(/blockCode/g,/(?: {4}| {0,3}\t)/).replace(/fences/g,/ {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g,/ {0,3}>/).replace(/heading/g,/ {0,3}#{1,6}(?:\s|$)/).replace(/hr/g,/ {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/\|table/g,"").replace(/html/g,Ie).getRegex(),Ks=x(fn).replace(/bull/g,Xt).replace(/blockCode/g,/(?: {4}| {0,3}\t)/).replace(/fences/g,/ {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g,/ {0,3}>/).replace(/heading/g,/ {0,3}#{1,6}(?:\s|$)/).replace(/hr/g,/ {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/table/g,/ {0,3}\|?(?:[:\- ]*\|)+[\:\- ]*\n/).replace(/html/g,Ie).getRegex(),jt=/^([^\n]+(?:\n(?!hr|heading|lheading|blockquote|fences|list|html|table|[ \t]+\n)[^\n]+)*)/,Zs=/^[^\n]+/,Wt=/(?!\s*\])(?:\\[\s\S]|[^\[\]\\\n]|\n(?![ \t]*\n))+/,Ys=x(/^ {0,3}\[(label)\]: *(?:\n[ \t]*)?([^<\s][^\s]*|<(?:\\.|[^\n<>\\])*>)(?:(?: +(?:\n[ \t]*)?| *\n[ \t]*)(title))? *(?:\n+|$)/).replace("label",Wt).replace("title",/(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\\n]|\n(?!\n))*'|\((?:\\[\s\S]|[^()\\])*\))/).getRegex(),eo=x(/^(bull)([ \t][^\n]*?)?(?:\n|$)/).replace(/bull/g,Xt).getRegex(),Jt=/<!--(?:-?>|[\s\S]*?(?:-->|$))/,to=x("^ {0,3}(?:<(script|pre|style|textarea)[\\s>][\\s\\S]*?(?:</\\1>[^\\n]*\\n*|$)|comment[^\\n]*(\\n+|$)|<\\?[\\s\\S]*?(?:\\?>[^\\n]*\\n*|$)|<![A-Z][\\s\\S]*?(?:>[^\\n]*\\n*|$)|<!\\[CDATA\\[[\\s\\S]*?(?:\\]\\]>[^\\n]*\\n*|$)|</?(tag)(?:[ \\t]+|\\n|/?>|$)[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|<(?!(?:script|pre|style|textarea)(?![a-z0-9-]))([a-z][a-z0-9-]*)(?:attribute)*?[ \\t]*/?>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|</[a-z][a-z0-9-]*\\s*>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$))","i").replace("comment",Jt).replace("tag",Ft).replace("attribute",/[ \t]+[a-zA-Z:_][\w.:-]*(?:[ \t]*=[ \t]*"[^"\n]*"|[ \t]*=[ \t]*'[^'\n]*'|[ \t]*=[ \t]*[^\s"'=<>`]+)?/).getRegex(),_n=t=>x(jt).replace("hr",Oe).replace("heading"," {0,3}#{1,6}(?:\\s|$)").replace("|lheading","").replace("|table","").replace("blockquote"," {0,3}>").replace("fences"," {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list",t).replace("html",Ie).getRegex(),ro=_n(/ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/),no=_n(/ {0,3}(?:[*+-]|\d{1,9}[.)])(?:[ \t]|\n|$)/),so=x(/^( {0,3}> ?(?:(?![ \t]*(?:\n|$))(paragraph)|[^\n]*)(?:\n|$))+/).replace("paragraph",no).getRegex(),Qt={blockquote:so,code:Qs,def:Ys,fences:Vs,heading:Gs,hr:Oe,html:to,lheading:mn,list:eo,newline:Js,paragraph:ro,table:de,text:Zs},tn=x("^ *([^\\n ].*)\\n {0,3}((?:\\| *)?:?-+:? *(?:\\| *:?-+:? *)*(?:\\| *)?)(?:\\n((?:(?! *\\n|hr|heading|blockquote|code|fences|list|html).*(?:\\n|$))*)\\n*|$)").replace("hr",Oe).replace("heading"," {0,3}#{1,6}(?:\\s|$)").replace("blockquote"," {0,3}>").replace("code","(?: {4}| {0,3}	)[^\\n]").replace("fences"," {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list"," {0,3}(?:[*+-]|1[.)])[ \\t]").replace("html",Ie).getRegex(),oo={...Qt,lheading:Ks,table:tn,paragraph:x(jt).replace("hr",Oe).replace("heading"," {0,3}#{1,6}(?:\\s|$)").replace("|lheading","").replace("table",tn).replace("blockquote"," {0,3}>").replace("fences"," {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list"," {0,3}(?:[*+-]|1[.)])[ \\t]+[^ \\t\\n]").replace("html",Ie).getRegex()},io={...Qt,html:x(`^ *(?:comment(?: *\\n|\\s*$)|<(tag)[\\s\\S]+?</\\1>(?: *\\n{2,}|\\s*$)|<tag(?:"[^"]*"|'[^']*'|\\s[^'"/>\\s]*)*?/?>(?: *\\n{2,}|\\s*$))`).replace("comment",Jt).replace(/tag/g,"(?!(?:a|em|strong|small|s|cite|q|dfn|abbr|data|time|code|var|samp|kbd|sub|sup|i|b|u|mark|ruby|rt|rp|bdi|bdo|span|br|wbr|ins|del|img)\\b)\\w+(?!:|[^\\w\\s@]*@)\\b").getRegex(),def:/^ *\[([^\]]+)\]: *<?([^\s>]+)>?(?: +(["(][^\n]+[")]))? *(?:\n+|$)/,heading:/^(#{1,6})(.*)(?:\n+|$)/,fences:de,lheading:/^(.+?)\n {0,3}(=+|-+) *(?:\n+|$)/,paragraph:x(jt).replace("hr",Oe).replace("heading",` *#{1,6} *[^
]`).replace("|table","").replace("blockquote"," {0,3}>").replace("|fences","").replace("|list","").replace("|html","").replace("|tag","").replace("lheading",mn).getRegex()},ao=/^\\([!"#$%&'()*+,\-./:;<=>?@\[\]\\^_`{|}~])/,lo=/^(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/,gn=/^( {2,}|\\)\n(?!\s*$)[ \t]*/,co=/^(`+|[^`])(?:(?= {2,}\n)|[\s\S]*?(?:(?=[\\<!\[`*_]|\b_|$)|[^ ](?= {2,}\n)))/,Q=/[\p{P}\p{S}]/u,we=/[\s\p{P}\p{S}]/u,Le=/[^\s\p{P}\p{S}]/u,uo=x(/^((?![*_])punctSpace)/,"u").replace(/punctSpace/g,we).getRegex(),po=/[\p{Pi}\p{Ps}"']/u,kn=/(?!~)[\p{P}\p{S}]/u,ho=/(?!~)[\s\p{P}\p{S}]/u,fo=/(?:[^\s\p{P}\p{S}]|~)/u,mo=x(/link|precode-code|html/,"g").replace("link",/\[(?:[^\[\]`]|(?<a>`+)[^`]+\k<a>(?!`))*?\]\((?:\\[\s\S]|[^\\\(\)]|\((?:\\[\s\S]|[^\\\(\)])*\))*\)/).replace("precode-",hn?"(?<!`)()":"(^^|[^`])").replace("code",/(?<b>`+)[^`]+\k<b>(?!`)/).replace("html",/<(?! )[^<>]*?>/).getRegex(),bn=/^(?:\*+(?:((?!\*)punct)|([^\s*]))?)|^_+(?:((?!_)punct)|([^\s_]))?/,_o=x(bn,"u").replace(/punct/g,Q).getRegex(),go=x(bn,"u").replace(/punct/g,kn).getRegex(),ko=/^(?:\*+(?:((?!\*)(?!openQuote)punct)|([^\s*]))?)|^_+(?:((?!_)(?!openQuote)punct)|([^\s_]))?/,bo=x(ko,"u").replace(/openQuote/g,po).replace(/punct/g,Q).getRegex(),vn="^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)punctSpace(\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|notPunctSpace(\\*+)(?=notPunctSpace)",vo=x(vn,"gu").replace(/notPunctSpace/g,Le).replace(/punctSpace/g,we).replace(/punct/g,Q).getRegex(),xo=x(vn,"gu").replace(/notPunctSpace/g,fo).replace(/punctSpace/g,ho).replace(/punct/g,kn).getRegex(),wo="^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)[\\s](\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|(?:(?!\\*)punct|notPunctSpace)(\\*+)(?!\\*)(?=notPunctSpace)",yo=x(wo,"gu").replace(/notPunctSpace/g,Le).replace(/punctSpace/g,we).replace(/punct/g,Q).getRegex(),So=x("^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)punctSpace(_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)","gu").replace(/notPunctSpace/g,Le).replace(/punctSpace/g,we).replace(/punct/g,Q).getRegex(),To="^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)[\\s](_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)|(?:(?!_)punct|notPunctSpace)(_+)(?!_)(?=notPunctSpace)",Mo=x(To,"gu").replace(/notPunctSpace/g,Le).replace(/punctSpace/g,we).replace(/punct/g,Q).getRegex(),Ro=x(/^~~?(?:((?!~)punct)|[^\s~])/,"u").replace(/punct/g,Q).getRegex(),Eo="^[^~]+(?=[^~])|(?!~)punct(~~?)(?=[\\s]|$)|notPunctSpace(~~?)(?!~)(?=punctSpace|$)|(?!~)punctSpace(~~?)(?=notPunctSpace)|[\\s](~~?)(?!~)(?=punct)|(?!~)punct(~~?)(?!~)(?=punct)|notPunctSpace(~~?)(?=notPunctSpace)",Po=x(Eo,"gu").replace(/notPunctSpace/g,Le).replace(/punctSpace/g,we).replace(/punct/g,Q).getRegex(),Co=x(/\\(punct)/,"gu").replace(/punct/g,Q).getRegex(),Ao=x(/(`+)(?:[^`]|[^`][\s\S]*?[^`])\1(?!`)|`+|\\(punct)/,"gu").replace(/punct/g,Q).getRegex(),$o=x(/^<(scheme:[^\s\x00-\x1f<>]*|email)>/).replace("scheme",/[a-zA-Z][a-zA-Z0-9+.-]{1,31}/).replace("email",/[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+(@)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+(?![-_])/).getRegex(),Oo=x(Jt).replace("(?:-->|$)","-->").getRegex(),Io=x("^comment|^</[a-zA-Z][a-zA-Z0-9-]*\\s*>|^<[a-zA-Z][a-zA-Z0-9-]*(?:attribute)*?\\s*/?>|^<\\?[\\s\\S]*?\\?>|^<![a-zA-Z]+\\s[\\s\\S]*?>|^<!\\[CDATA\\[[\\s\\S]*?\\]\\]>").replace("comment",Oo).replace("attribute",/\s+[a-zA-Z:_][\w.:-]*(?:\s*=\s*"[^"]*"|\s*=\s*'[^']*'|\s*=\s*[^\s"'=<>`]+)?/).getRegex(),xn=/\[(?:\\[\s\S]|[^\[\]\\])*\]/,ct=x(/(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\])|[^\[\]\\`])*?/).replace("brackets",xn).getRegex(),Lo=x(/^!?\[(label)\]\([ \t\n]*(href)(?:(?:[ \t]+(?:\n[ \t]*)?|\n[ \t]*)(title))?[ \t\n]*\)/).replace("label",ct).replace("href",/<(?:\\.|[^\n<>\\])*>|(?!<)[^ \t\n\x00-\x1f]+|(?=\))/).replace("title",/"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\((?:\\[\s\S]|[^)\\])*\)/).getRegex(),No=x(/^!?\[(label)\]\[(ref)\]/).replace("label",ct).replace("ref",Wt).getRegex(),Do=x(/^!?\[(ref)\](?:\[\])?/).replace("ref",Wt).getRegex(),rn=/(?!\s*\])(?:\\[\s\S]|[^\[\]\\]){1,999}/,zo=x(/(?:[^\[\]\\`]*(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\]))){0,999}?[^\[\]\\`]*?/).replace("brackets",xn).getRegex(),qo=x("reflink|nolink(?!\\()","g").replace("reflink",x(/^!?\[(label)\]\[(ref)\]/).replace("label",zo).replace("ref",rn).getRegex()).replace("nolink",x(/^!?\[(ref)\](?:\[\])?/).replace("ref",rn).getRegex()).getRegex(),nn=/[hH][tT][tT][pP][sS]?|[fF][tT][pP]/,Ho=/[A-Za-z0-9._+-]+@[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/,Bo=x(/(?:mailto:email|xmpp:email(?:\/[A-Za-z0-9@.]+)?)/).replace(/email/g,Ho).getRegex(),Vt={_backpedal:de,anyPunctuation:Co,anyPunctuationOutsideCode:Ao,autolink:$o,blockSkip:mo,br:gn,code:lo,del:de,delLDelim:de,delRDelim:de,emStrongLDelim:_o,emStrongRDelimAst:vo,emStrongRDelimUnd:So,escape:ao,link:Lo,nolink:Do,punctuation:uo,reflink:No,reflinkSearch:qo,tag:Io,text:co,url:de},Uo={...Vt,emStrongLDelim:bo,emStrongRDelimAst:yo,emStrongRDelimUnd:Mo,link:x(/^!?\[(label)\]\((.*?)\)/).replace("label",ct).getRegex(),reflink:x(/^!?\[(label)\]\s*\[([^\]]*)\]/).replace("label",ct).getRegex()},qt={...Vt,emStrongRDelimAst:xo,emStrongLDelim:go,delLDelim:Ro,delRDelim:Po,url:x(/^emailProtocol|^((?:protocol):\/\/|www\.)(?:[a-zA-Z0-9\-]+\.?)+[^\s<]*|^email/).replace("emailProtocol",Bo).replace("protocol",nn).replace("email",/[A-Za-z0-9._+-]+(@)[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/).getRegex(),_backpedal:/(?:[^?!.,:;*_'"~()&]+|\([^)]*\)|&(?![a-zA-Z0-9]+;$)|[?!.,:;*_'"~)]+(?!$))+/,del:/^(~~?)(?=[^\s~])((?:\\[\s\S]|[^\\])*?(?:\\[\s\S]|[^\s~\\]))\1(?=[^~]|$)/,text:x(/^(?:[^a-zA-Z0-9](?=emailProtocol)|(`+|~+|[^`~])(?:(?=[`~])|(?= {2,}\n)|(?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@)|[\s\S]*?(?:(?=[\\<!\[`*~_]|\b_|protocol:\/\/|wwwStart|$)|[^ ](?= {2,}\n)|[^a-zA-Z0-9](?=emailProtocol)|[^a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-](?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@))))/).replace("protocol",nn).replace(/emailProtocol/g,/(?:mailto|xmpp):/).replace("wwwStart",hn?"(?<![^\\s*_~(])www\\.":"www\\.").getRegex()},Xo={...qt,br:x(gn).replace("{2,}","*").getRegex(),text:x(qt.text).replace("\\b_","\\b_| {2,}\\n").replace(/\{2,\}/g,"*").getRegex()},at={normal:Qt,gfm:oo,pedantic:io},Ae={normal:Vt,gfm:qt,breaks:Xo,pedantic:Uo},Fo={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;"},sn=t=>Fo[t];function H(t,e){if(e){if(O.escapeTest.test(t))return t.replace(O.escapeReplace,sn)}else if(O.escapeTestNoEncode.test(t))return t.replace(O.escapeReplaceNoEncode,sn);return t}function jo(t){return O.numericCharacterReference.test(t)?t.replace(O.numericCharacterReferenceOrAmpersand,(e,r,n)=>{if(r===void 0&&n===void 0)return"&amp;";let s=r===void 0?Number.parseInt(n,16):Number.parseInt(r,10);return s===0||s>1114111||s>=55296&&s<=57343?"�":s===38?"&amp;":String.fromCodePoint(s)}):t}function on(t){try{t=encodeURI(t).replace(O.percentDecode,"%")}catch{return null}return t}function an(t,e){let r=t.replace(O.findPipe,(o,i,a)=>{let c=!1,d=i;for(;--d>=0&&a[d]==="\\";)c=!c;return c?"|":" |"}),n=r.split(O.splitPipe),s=0;if(n[0].trim()||n.shift(),n.length>0&&!n.at(-1)?.trim()&&n.pop(),e)if(n.length>e)n.splice(e);else for(;n.length<e;)n.push("");for(;s<n.length;s++)n[s]=n[s].trim().replace(O.slashPipe,"|");return n}function K(t,e,r){let n=t.length;if(n===0)return"";let s=0;for(;s<n;){let o=t.charAt(n-s-1);if(o===e&&!r)s++;else if(o!==e&&r)s++;else break}return t.slice(0,n-s)}function ln(t){let e=t.split(`
`),r=e.length-1;for(;r>=0&&O.blankLine.test(e[r]);)r--;return e.length-r<=2?t:e.slice(0,r+1).join(`
`)}function ut(t){return t.trim().replace(O.multipleSpaceGlobal," ").toLowerCase().toUpperCase().toLowerCase()}function cn(t,e){if(t.indexOf(e[0])===-1&&t.indexOf(e[1])===-1)return-1;let r=0;for(let n=0;n<t.length;n++)if(t[n]==="\\")n++;else if(t[n]===e[0])r++;else if(t[n]===e[1]&&(r--,r<0))return n;return r>0?-2:-1}var xe=new WeakMap;function Gt(t){let e={"*":-1,_:-1},r=-1,n=t.length;for(let s=0;s<n;s++){let o=t[s];if(o!=="*"&&o!=="_"&&o!=="~")continue;let i=s===0?`
`:t[s-1],a=s+1;for(;a<n&&t[a]===o;)a++;i!==" "&&i!=="	"&&i!==`
`&&i!=="\r"&&i!=="\f"&&(o==="~"?r=s:e[o]=s),s=a-1}return{maskedSrc:t,lastPossibleEmStrongCloserIndex:e,lastPossibleDelCloserIndex:r}}function Wo(t,e){let r=Gt(e),n=xe.get(t);n?n.push(r):xe.set(t,[r])}function Jo(t){let e=xe.get(t);e&&(e.pop(),e.length===0&&xe.delete(t))}function wn(t,e,r){let n=xe.get(t)?.at(-1);return n&&n.maskedSrc===e?n.lastPossibleEmStrongCloserIndex[r]:Gt(e).lastPossibleEmStrongCloserIndex[r]}function yn(t,e){let r=xe.get(t)?.at(-1);return r&&r.maskedSrc===e?r.lastPossibleDelCloserIndex:Gt(e).lastPossibleDelCloserIndex}function lt(t,e=0){let r=e,n="";for(let s of t)if(s==="	"){let o=4-r%4;n+=" ".repeat(o),r+=o}else n+=s,r++;return n}function Qo(t,e){let r="";for(let n=0;n<t.length;n++){if(t[n]==="`"){let s=e.inline.code.exec(t.slice(n));if(s){r+=s[0],n+=s[0].length-1;continue}}if(t[n]==="\\"&&(t[n+1]==="["||t[n+1]==="]")){r+=t[n+1],n++;continue}r+=t[n]}return r}function un(t,e,r,n,s){let o=e.href,i=e.title||null,a=Qo(t[1],s),c=t[0].charAt(0)==="!",d=n.state.inLink,u=n.state.linkEmitted,f=n.state.inRawBlock;n.state.inLink=!0,n.state.linkEmitted=!1;let h=n.inlineTokens(a),p=n.state.linkEmitted;if(n.state.linkEmitted=u,n.state.inLink=d,!c){if(p){n.state.inRawBlock=f;return}n.state.linkEmitted=!0}return{type:c?"image":"link",raw:r,href:o,title:i,text:a,tokens:h}}function Vo(t,e,r){let n=t.match(r.other.indentCodeCompensation);if(n===null)return e;let s=n[1];return e.split(`
`).map(o=>{let i=o.match(r.other.beginningSpace);if(i===null)return o;let[a]=i;return o.slice(Math.min(a.length,s.length))}).join(`
`)}function pn(t,e,r,n){if(!e.includes("<"))return!1;for(let s=0;s<e.length;s++){if(e[s]==="\\"){s++;continue}if(e[s]==="`"){let a=n.inline.code.exec(e.slice(s));if(a){s+=a[0].length-1;continue}}if(e[s]!=="<")continue;let o=t.slice(r+s),i=n.inline.tag.exec(o)||n.inline.autolink.exec(o);if(i){if(i[0].length>e.length-s)return!0;s+=i[0].length-1}}return!1}var he=class{options;rules;lexer;constructor(t){this.options=t||me}space(t){let e=this.rules.block.newline.exec(t);if(e&&e[0].length>0)return{type:"space",raw:e[0]}}code(t){let e=this.rules.block.code.exec(t);if(e){let r=this.options.pedantic?e[0]:ln(e[0]),n=r.replace(this.rules.other.codeRemoveIndent,"");return{type:"code",raw:r,codeBlockStyle:"indented",text:n}}}fences(t){let e=this.rules.block.fences.exec(t);if(e){let r=e[0],n=Vo(r,e[3]||"",this.rules);return e[3]!==void 0&&(n===""||n.endsWith(`
`))&&(n+=`
`),{type:"code",raw:r,lang:e[2]?e[2].trim().replace(this.rules.inline.anyPunctuation,"$1"):e[2],text:n}}}heading(t){let e=this.rules.block.heading.exec(t);if(e){let r=e[2].trim();if(this.rules.other.endingHash.test(r)){let n=K(r,"#");(this.options.pedantic||!n||this.rules.other.endingSpaceTabChar.test(n))&&(r=n.trim())}return{type:"heading",raw:K(e[0],`
`),depth:e[1].length,text:r,tokens:this.lexer.inline(r)}}}hr(t){let e=this.rules.block.hr.exec(t);if(e)return{type:"hr",raw:K(e[0],`
`)}}blockquote(t){let e=this.rules.block.blockquote.exec(t);if(e){let r=K(e[0],`
`).split(`
`),n="",s="",o=[];for(;r.length>0;){let i=!1,a=[],c;for(c=0;c<r.length;c++)if(this.rules.other.blockquoteStart.test(r[c]))a.push(r[c]),i=!0;else if(!i)a.push(r[c]);else break;r=r.slice(c);let d=a.join(`
`),u=d.replace(this.rules.other.blockquoteMarkerWhitespace,(p,_,b)=>b.startsWith(" ")?_+" "+b.slice(1):_+lt(b,_.length)).replace(this.rules.other.blockquoteSetextReplace,`
    $1`).replace(this.rules.other.blockquoteSetextReplace2,"");n=n?`${n}
${d}`:d,s=s?`${s}
${u}`:u;let f=this.lexer.state.top;if(this.lexer.state.top=!0,this.lexer.blockTokens(u,o,!0),this.lexer.state.top=f,r.length===0)break;let h=o.at(-1);if(h?.type==="code"||h?.type==="heading"||h?.type==="hr"||h?.type==="html"||h?.type==="table")break;if(h?.type==="blockquote"){let p=h,_=r.join(`
`),b=p.raw+`
`+_.replace(this.rules.other.blockquoteSetextReplace2,""),g=this.blockquote(b);o[o.length-1]=g;let k=b.substring(g.raw.length).replace(/^\n/,""),w=k?k.split(`
`).length:0,v=w?r.slice(0,-w):r;if(v.length>0&&(n=`${n}
${v.join(`
`)}`),s=s.substring(0,s.length-p.text.length)+g.text,r=r.slice(v.length),r.length>0&&this.rules.other.blockquoteStart.test(r[0]))continue;break}else if(h?.type==="list"){let p=h,_=p.raw+`
`+r.join(`
`),b=this.list(_);o[o.length-1]=b;let g=b.raw.length>p.raw.length?_.slice(p.raw.length+1,b.raw.length).split(`
`).length:0;if(g>0){let k=r.slice(0,g).join(`
`);n=`${n}
${k}`,s=`${s}
${k}`}if(r=r.slice(g),r.length>0&&!this.rules.other.blockquoteStart.test(r[0]))break;continue}}return{type:"blockquote",raw:n,tokens:o,text:s}}}list(t){let e=this.rules.block.list.exec(t);if(e){if(!this.options.pedantic&&this.lexer.state.lastToken?.type==="text"&&!this.rules.other.listInterruptsParagraph.test(t))return;let r=t,n=()=>r.length-t.length,s=e[1].trim(),o=s.length>1,i={type:"list",raw:"",ordered:o,start:o?+s.slice(0,-1):"",loose:!1,items:[]};s=o?`\\d{1,9}\\${s.slice(-1)}`:`\\${s}`,this.options.pedantic&&(s=o?s:"[*+-]");let a=this.rules.other.listItemRegex(s),c=!1;for(;t;){let f=!1,h="";if(!(e=a.exec(t))||this.rules.block.hr.test(t))break;let p=n();t=t.substring(e[0].length);let _=e[2].split(`
`,1)[0],b=e[1].length,g=this.options.pedantic?lt(_,b):_.replace(this.rules.other.leadingSpaceTab,J=>lt(J,b)),k=t.split(`
`,1)[0],w=!g.trim(),v=0;if(this.options.pedantic?(v=2,h=g.trimStart()):w?v=b+1:(v=g.search(this.rules.other.nonSpaceChar),v=v>4?1:v,h=g.slice(v),v+=b),w&&this.rules.other.blankLine.test(k)&&(t=t.substring(k.length+1),f=!0),!f){let J=this.rules.other.nextBulletRegex(v),Z=this.rules.other.hrRegex(v),G=this.rules.other.fencesBeginRegex(v),D=this.options.pedantic?this.rules.other.pedanticHeadingBeginRegex(v):this.rules.other.headingBeginRegex(v),Y=this.rules.other.htmlBeginRegex(v),q=this.rules.other.blockquoteBeginRegex(v),X=!1;for(;t;){let B=t.split(`
`,1)[0],$;if(k=B,this.options.pedantic?(k=k.replace(this.rules.other.listReplaceNesting,"  "),$=k):$=k.replace(this.rules.other.leadingSpaceTab,U=>lt(U)),G.test(k)||D.test(k)||Y.test(k)||q.test(k)||J.test(k)||Z.test(k))break;if($.search(this.rules.other.nonSpaceChar)>=v||!k.trim())h+=`
`+$.slice(v),X=!1;else{if(w)break;let U=g;if(!this.options.pedantic&&!h.includes(`
`)&&!g.includes("	")){let _e;for(;!Z.test(U)&&(_e=this.rules.other.nestedBlockMarker.exec(U));)U=U.slice(_e[0].length);if(!U.trim())break}if(U.replace(this.rules.other.tabCharGlobal,"    ").search(this.rules.other.nonSpaceChar)>=4||G.test(U)||D.test(U)||Y.test(U)||Z.test(U))break;if(!this.options.pedantic&&!X){let _e=g.replace(this.rules.other.nestedContainerMarkers,"");if(this.rules.block.fences.test(_e)||this.rules.block.heading.test(_e)||this.rules.block.hr.test(_e))break}let Ts=!this.options.pedantic&&/^ {0,3}(?:=+|-+) *$/.test(k)&&this.rules.block.lheading.test(`${g}
${k}`)?`    ${$.replace(/^ {0,3}/,"")}`:k;h+=`
`+Ts,X=!0}w=!k.trim(),t=t.substring(B.length+1),g=$.slice(v)}}let M=r.slice(p,n());i.loose||(c?i.loose=!0:this.rules.other.doubleBlankLine.test(M)&&(c=!0)),i.items.push({type:"list_item",raw:M,task:!!this.options.gfm&&this.rules.other.listIsTask.test(h),loose:!1,text:h,tokens:[]})}let d=i.items.at(-1);if(d)d.raw=d.raw.trimEnd(),d.text=d.text.trimEnd();else return;i.raw=r.slice(0,n()).trimEnd();let u=[];for(let f of i.items)if(this.lexer.state.top=!1,u.push(this.lexer.inlineQueue.length),f.tokens=this.lexer.blockTokens(f.text,[]),!i.loose){let h=f.tokens.filter(_=>_.type==="space"),p=h.length>0&&h.some(_=>this.rules.other.anyLine.test(_.raw));i.loose=p}for(let f=0;f<i.items.length;f++){let h=i.items[f],p=h.tokens[0];if(h.task&&(p?.type==="text"||p?.type==="paragraph")){h.text=h.text.replace(this.rules.other.listReplaceTask,""),p.raw=p.raw.replace(this.rules.other.listReplaceTask,""),p.text=p.text.replace(this.rules.other.listReplaceTask,"");let _=this.lexer.inlineQueue;for(let g=u[f];g<_.length;g++)if(_[g].tokens===p.tokens){_[g].src=_[g].src.replace(this.rules.other.listReplaceTask,"");break}let b=this.rules.other.listTaskCheckbox.exec(h.raw);if(b){let g={type:"checkbox",raw:b[0]+" ",checked:b[0]!=="[ ]"};h.checked=g.checked,i.loose?h.tokens[0]&&["paragraph","text"].includes(h.tokens[0].type)&&"tokens"in h.tokens[0]&&h.tokens[0].tokens?(h.tokens[0].raw=g.raw+h.tokens[0].raw,h.tokens[0].text=g.raw+h.tokens[0].text,h.tokens[0].tokens.unshift(g)):h.tokens.unshift({type:"paragraph",raw:g.raw,text:g.raw,tokens:[g]}):h.tokens.unshift(g)}}else h.task&&(h.task=!1)}if(i.loose)for(let f of i.items){f.loose=!0;for(let h of f.tokens)h.type==="text"&&(h.type="paragraph")}return i}}html(t){let e=this.rules.block.html.exec(t);if(e){if(this.lexer.state.lastToken?.type==="paragraph"&&!this.rules.other.htmlBeginRegex(4).test(t))return;let r=ln(e[0]);return{type:"html",block:!0,raw:r,pre:e[1]==="pre"||e[1]==="script"||e[1]==="style",text:r}}}def(t){let e=this.rules.block.def.exec(t);if(e){if(!this.rules.other.startAngleBracket.test(e[2])&&cn(e[2],"()")!==-1)return;let r=ut(e[1]),n=e[2]?e[2].replace(this.rules.other.hrefBrackets,"$1").replace(this.rules.inline.anyPunctuation,"$1"):"",s=e[3]?e[3].substring(1,e[3].length-1).replace(this.rules.inline.anyPunctuation,"$1"):e[3];return{type:"def",tag:r,raw:K(e[0],`
`),href:n,title:s}}}table(t){let e=this.rules.block.table.exec(t);if(!e||!this.rules.other.tableDelimiter.test(e[2]))return;let r=an(e[1]),n=e[2].replace(this.rules.other.tableAlignChars,"").split("|"),s=e[3]?.trim()?e[3].replace(this.rules.other.tableRowBlankLine,"").split(`
`):[],o={type:"table",raw:K(e[0],`
`),header:[],align:[],rows:[]};if(r.length===n.length){for(let i of n)this.rules.other.tableAlignRight.test(i)?o.align.push("right"):this.rules.other.tableAlignCenter.test(i)?o.align.push("center"):this.rules.other.tableAlignLeft.test(i)?o.align.push("left"):o.align.push(null);for(let i=0;i<r.length;i++)o.header.push({text:r[i],tokens:this.lexer.inline(r[i]),header:!0,align:o.align[i]});for(let i of s)o.rows.push(an(i,o.header.length).map((a,c)=>({text:a,tokens:this.lexer.inline(a),header:!1,align:o.align[c]})));return o}}lheading(t){let e=this.rules.block.lheading.exec(t);if(e){let r=e[1].trim();return{type:"heading",raw:K(e[0],`
`),depth:e[2].charAt(0)==="="?1:2,text:r,tokens:this.lexer.inline(r)}}}paragraph(t){let e=this.rules.block.paragraph.exec(t);if(e){let r=e[1].charAt(e[1].length-1)===`
`?e[1].slice(0,-1):e[1];return{type:"paragraph",raw:e[0],text:r,tokens:this.lexer.inline(r)}}}text(t){let e=this.rules.block.text.exec(t);if(e)return{type:"text",raw:e[0],text:e[0],tokens:this.lexer.inline(e[0])}}escape(t){if(t.charCodeAt(0)!==92)return;let e=this.rules.inline.escape.exec(t);if(e)return{type:"escape",raw:e[0],text:e[1]}}tag(t){if(t.charCodeAt(0)!==60)return;let e=this.rules.inline.tag.exec(t);if(e)return!this.lexer.state.inLink&&this.rules.other.startATag.test(e[0])?this.lexer.state.inLink=!0:this.lexer.state.inLink&&this.rules.other.endATag.test(e[0])&&(this.lexer.state.inLink=!1),!this.lexer.state.inRawBlock&&this.rules.other.startPreScriptTag.test(e[0])?this.lexer.state.inRawBlock=!0:this.lexer.state.inRawBlock&&this.rules.other.endPreScriptTag.test(e[0])&&(this.lexer.state.inRawBlock=!1),{type:"html",raw:e[0],inLink:this.lexer.state.inLink,inRawBlock:this.lexer.state.inRawBlock,block:!1,text:e[0]}}link(t){if(this.lexer.state.linkParenPossible===!1)return;let e=t.charCodeAt(0);if(e!==91&&e!==33)return;let r=this.rules.inline.link.exec(t);if(r){let n=r[0].charAt(0)==="!"?2:1;if(!this.options.pedantic&&pn(t,r[1],n,this.rules))return;let s=r[2].trim();if(!this.options.pedantic&&this.rules.other.startAngleBracket.test(s)){if(!this.rules.other.endAngleBracket.test(s))return;let c=K(s.slice(0,-1),"\\");if((s.length-c.length)%2===0)return}else{let c=cn(r[2],"()");if(c===-2)return;if(c>-1){let d=(r[0].indexOf("!")===0?5:4)+r[1].length+c;r[2]=r[2].substring(0,c),r[0]=r[0].substring(0,d).trim(),r[3]=""}}let o=K(r[0].slice(0,-1),"\\");if((r[0].length-o.length)%2===0)return;let i=r[2],a="";if(this.options.pedantic){let c=this.rules.other.pedanticHrefTitle.exec(i);c&&(i=c[1],a=c[3])}else a=r[3]?r[3].slice(1,-1):"";return i=i.trim(),this.rules.other.startAngleBracket.test(i)&&(this.options.pedantic&&!this.rules.other.endAngleBracket.test(s)?i=i.slice(1):i=i.slice(1,-1)),un(r,{href:i&&i.replace(this.rules.inline.anyPunctuation,"$1"),title:a&&a.replace(this.rules.inline.anyPunctuation,"$1")},r[0],this.lexer,this.rules)}}reflink(t,e){let r=t.charCodeAt(0);if(r!==91&&r!==33)return;let n;if((n=this.rules.inline.reflink.exec(t))||(n=this.rules.inline.nolink.exec(t))){let s=n[0].charAt(0)==="!"?2:1;if(!this.options.pedantic&&pn(t,n[1],s,this.rules))return;let o=e[ut(n[2]||n[1])];if(!o){let i=n[0].charAt(0);return{type:"text",raw:i,text:i}}return un(n,o,n[0],this.lexer,this.rules)}}emStrong(t,e,r=""){let n=this.rules.inline.emStrongLDelim.exec(t);if(!n||!n[1]&&!n[2]&&!n[3]&&!n[4])return;let s=n[0][0],o=r===s,i=e.length-t.length,a=i;for(;!this.options.pedantic&&a>0&&e[a-1]===s;)a--;let c=[...e.slice(Math.max(0,a-2),a)].at(-1)??"",d=c==="*"||c==="_"||!!this.rules.inline.punctuation.exec(c);a<i&&(r=c);let u=a<i?d:r==="*"||r==="_"||!!this.rules.inline.punctuation.exec(r);if(n[4]&&r.match(this.rules.other.unicodeAlphaNumeric))return;let f=n[1]||n[3]||"";if(!f||!r||u){let h=[...n[0]].length-1,p,_,b=h,g=0,k=i-a+h,w=!this.options.pedantic&&!!c.trim()&&(!!f||s==="*"&&!d);if(s!=="*"&&s!=="_")return;let v=s==="*"?this.rules.inline.emStrongRDelimAst:this.rules.inline.emStrongRDelimUnd,M=wn(this,e,s),J=e.length-t.length+h;if(M<J)return;e=e.slice(-1*t.length+h);let Z=M-J;for(v.lastIndex=0;(n=v.exec(e))!==null&&!(n.index>Z);){if(p=n[1]||n[2]||n[3]||n[4]||n[5]||n[6],!p)continue;if(_=[...p].length,n[3]||n[4]){b+=_;continue}else if((n[5]||n[6]||w)&&k%3&&!((k+_)%3)){if(o&&(n[5]||n[6]))break;g+=_;continue}if(b-=_,b>0)continue;_=Math.min(_,_+b+g);let G=[...n[0]][0].length,D=t.slice(0,h+n.index+G+_);if(Math.min(h,_)%2){let q=D.slice(1,-1);return{type:"em",raw:D,text:q,tokens:this.lexer.inlineTokens(q)}}let Y=D.slice(2,-2);return{type:"strong",raw:D,text:Y,tokens:this.lexer.inlineTokens(Y)}}}}codespan(t){if(t.charCodeAt(0)!==96)return;let e=this.rules.inline.code.exec(t);if(e){let r=e[2].replace(this.rules.other.newLineCharGlobal," "),n=this.rules.other.nonSpaceChar.test(r),s=this.rules.other.startingSpaceChar.test(r)&&this.rules.other.endingSpaceChar.test(r);return n&&s&&(r=r.substring(1,r.length-1)),{type:"codespan",raw:e[0],text:r}}}br(t){let e=t.charCodeAt(0);if(e!==32&&e!==92&&e!==10)return;let r=this.rules.inline.br.exec(t);if(r)return{type:"br",raw:r[0]}}del(t,e,r=""){if(t.charCodeAt(0)!==126)return;let n=this.rules.inline.delLDelim.exec(t);if(n&&(!n[1]||!r||this.rules.inline.punctuation.exec(r))){let s=[...n[0]].length-1,o,i,a=s,c=this.rules.inline.delRDelim,d=yn(this,e),u=e.length-t.length+s;if(d<u)return;e=e.slice(-1*t.length+s);let f=d-u;for(c.lastIndex=0;(n=c.exec(e))!==null&&!(n.index>f);){if(o=n[1]||n[2]||n[3]||n[4]||n[5]||n[6],!o||(i=[...o].length,i!==s))continue;if(n[3]||n[4]){a+=i;continue}if(a-=i,a>0)continue;i=Math.min(i,i+a);let h=[...n[0]][0].length,p=t.slice(0,s+n.index+h+i),_=p.slice(s,-s);return{type:"del",raw:p,text:_,tokens:this.lexer.inlineTokens(_)}}}}autolink(t){if(t.charCodeAt(0)!==60)return;let e=this.rules.inline.autolink.exec(t);if(e){let r,n;return e[2]==="@"?(r=e[1],n="mailto:"+r):(r=e[1],n=r),{type:"link",raw:e[0],text:r,href:n,autolink:!0,tokens:[{type:"text",raw:r,text:r}]}}}url(t){let e;if(e=this.rules.inline.url.exec(t)){let r,n;if(e[2]==="@")r=e[0],n="mailto:"+r;else{let s;do s=e[0],e[0]=this.rules.inline._backpedal.exec(e[0])?.[0]??"";while(s!==e[0]);r=e[0],e[1]==="www."?n="http://"+e[0]:n=e[0]}return{type:"link",raw:e[0],text:r,href:n,autolink:!0,tokens:[{type:"text",raw:r,text:r}]}}}inlineText(t){let e=this.rules.inline.text.exec(t);if(e){let r=this.lexer.state.inRawBlock;return{type:"text",raw:e[0],text:r?e[0]:jo(e[0]),escaped:r}}}},j=class Ht{tokens;options;state;inlineQueue;tokenizer;constructor(e){this.tokens=[],this.tokens.links=Object.create(null),this.options=e||me,this.options.tokenizer=this.options.tokenizer||new he,this.tokenizer=this.options.tokenizer,this.tokenizer.options=this.options,this.tokenizer.lexer=this,this.inlineQueue=[],this.state={inLink:!1,inRawBlock:!1,linkEmitted:!1,linkParenPossible:!0,top:!0};let r={other:O,block:at.normal,inline:Ae.normal};this.options.pedantic?(r.block=at.pedantic,r.inline=Ae.pedantic):this.options.gfm&&(r.block=at.gfm,this.options.breaks?r.inline=Ae.breaks:r.inline=Ae.gfm),this.tokenizer.rules=r}static get rules(){return{block:at,inline:Ae}}static lex(e,r){return new Ht(r).lex(e)}static lexInline(e,r){return new Ht(r).inlineTokens(e)}lex(e){e=e.replace(O.carriageReturn,`
`),this.blockTokens(e,this.tokens);for(let r=0;r<this.inlineQueue.length;r++){let n=this.inlineQueue[r];this.state.inRawBlock=!1,this.inlineTokens(n.src,n.tokens)}return this.inlineQueue=[],this.tokens}blockTokens(e,r=[],n=!1){this.tokenizer.lexer=this;let s=this.state.lastToken;this.options.pedantic&&(e=e.replace(O.tabCharGlobal,"    ").replace(O.spaceLine,""));let o=1/0,i,a=this.options.gfm&&!this.options.pedantic&&this.tokenizer.paragraph===he.prototype.paragraph;for(;e;){if(e.length<o)o=e.length;else{this.infiniteLoopError(e.charCodeAt(0));break}this.state.lastToken=r.at(-1);let c;if(this.options.extensions?.block?.some(u=>(c=u.call({lexer:this},e,r))?(e=e.substring(c.raw.length),r.push(c),!0):!1))continue;if(c=this.tokenizer.space(e)){e=e.substring(c.raw.length);let u=r.at(-1);c.raw.length===1&&u!==void 0?u.raw+=`
`:r.push(c);continue}if(c=this.tokenizer.code(e)){e=e.substring(c.raw.length);let u=r.at(-1);u?.type==="paragraph"||u?.type==="text"?(u.raw+=(u.raw.endsWith(`
`)?"":`
`)+c.raw,u.text+=`
`+c.text,this.inlineQueue.at(-1).src=u.text):r.push(c);continue}if(c=this.tokenizer.fences(e)){e=e.substring(c.raw.length),r.push(c);continue}if(c=this.tokenizer.heading(e)){e=e.substring(c.raw.length),r.push(c);continue}if(c=this.tokenizer.hr(e)){e=e.substring(c.raw.length),r.push(c);continue}if(c=this.tokenizer.blockquote(e)){e=e.substring(c.raw.length),r.push(c);continue}if(c=this.tokenizer.list(e)){e=e.substring(c.raw.length),r.push(c);continue}if(c=this.tokenizer.html(e)){e=e.substring(c.raw.length),r.push(c);continue}if(c=this.tokenizer.def(e)){e=e.substring(c.raw.length);let u=r.at(-1);u?.type==="paragraph"||u?.type==="text"?(u.raw+=(u.raw.endsWith(`
`)?"":`
`)+c.raw,u.text+=`
`+c.raw,this.inlineQueue.at(-1).src=u.text):(this.tokens.links[c.tag]||(this.tokens.links[c.tag]={href:c.href,title:c.title}),r.push(c));continue}if(c=this.tokenizer.table(e)){e=e.substring(c.raw.length),r.push(c);continue}if(c=this.tokenizer.lheading(e)){e=e.substring(c.raw.length),r.push(c);continue}let d=e;if(this.options.extensions?.startBlock){let u=1/0,f=e.slice(1),h;this.options.extensions.startBlock.forEach(p=>{h=p.call({lexer:this},f),typeof h=="number"&&h>=0&&(u=Math.min(u,h))}),u<1/0&&u>=0&&(d=e.substring(0,u+1))}if(this.state.top&&(c=this.tokenizer.paragraph(d))){let u=r.at(-1);(n||u===i&&a)&&u?.type==="paragraph"?(u.raw+=(u.raw.endsWith(`
`)?"":`
`)+c.raw,u.text+=`
`+c.text,this.inlineQueue.pop(),this.inlineQueue.at(-1).src=u.text,i=u):(r.push(c),i=c),n=d.length!==e.length,e=e.substring(c.raw.length);continue}if(c=this.tokenizer.text(e)){e=e.substring(c.raw.length);let u=r.at(-1);u?.type==="text"?(u.raw+=(u.raw.endsWith(`
`)?"":`
`)+c.raw,u.text+=`
`+c.text,this.inlineQueue.pop(),this.inlineQueue.at(-1).src=u.text):r.push(c);continue}if(e){this.infiniteLoopError(e.charCodeAt(0));break}}return this.state.top=!0,this.state.lastToken=s,r}inline(e,r=[]){return this.inlineQueue.push({src:e,tokens:r}),r}linkInText(e){if(!e.includes("["))return!1;let r=this.tokenizer.rules.inline.link;for(let n of e.matchAll(this.tokenizer.rules.inline.blockSkip))if(r.test(n[0])&&e.charAt(n.index-1)!=="!")return!0;for(let n of e.matchAll(this.tokenizer.rules.inline.reflinkSearch)){let s=n[0],o=s.lastIndexOf("[");if(!(s.charAt(0)==="!"||!Object.hasOwn(this.tokens.links,ut(s.slice(o+1,-1))))&&!(o>1&&this.linkInText(s.slice(1,o-1))))return!0}return!1}inlineTokens(e,r=[]){this.tokenizer.lexer=this;let n=this.state.linkParenPossible;this.state.linkParenPossible=e.includes(")");try{return this.#t(e,r)}finally{this.state.linkParenPossible=n}}#t(e,r){let n=e.includes("*")||e.includes("_")||e.includes("~"),s=n||this.options.hooks?.emStrongMask||this.tokenizer.emStrong!==he.prototype.emStrong||this.tokenizer.del!==he.prototype.del?this.#n(e):e;if(!n)return this.#e(e,s,r);Wo(this.tokenizer,s);try{return this.#e(e,s,r)}finally{Jo(this.tokenizer)}}#e(e,r,n){let s=!1,o="",i=1/0;for(;e;){if(e.length<i)i=e.length;else{this.infiniteLoopError(e.charCodeAt(0));break}s||(o=""),s=!1;let a;if(this.options.extensions?.inline?.some(u=>(a=u.call({lexer:this},e,n))?(e=e.substring(a.raw.length),n.push(a),!0):!1))continue;if(a=this.tokenizer.escape(e)){e=e.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.tag(e)){e=e.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.link(e)){e=e.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.reflink(e,this.tokens.links)){e=e.substring(a.raw.length);let u=n.at(-1);a.type==="text"&&u?.type==="text"?(u.raw+=a.raw,u.text+=a.text):n.push(a);continue}let c=e[0];if(c==="*"||c==="_"){let u=r.length-e.length;if(wn(this.tokenizer,r,c)<=u){let f=1;for(;f<e.length&&e.charCodeAt(f)===c.charCodeAt(0);)f++;let h=e.substring(0,f),p=n.at(-1);p?.type==="text"&&!p.escaped?(p.raw+=h,p.text+=h):n.push({type:"text",raw:h,text:h,escaped:!1}),e=e.substring(f),o=c,s=!0;continue}}else if(c==="~"){let u=r.length-e.length;if(yn(this.tokenizer,r)<=u){let f=1;for(;f<e.length&&e.charCodeAt(f)===126;)f++;let h=e.substring(0,f),p=n.at(-1);p?.type==="text"&&!p.escaped?(p.raw+=h,p.text+=h):n.push({type:"text",raw:h,text:h,escaped:!1}),e=e.substring(f),o=c,s=!0;continue}}if(a=this.tokenizer.emStrong(e,r,o)){e=e.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.codespan(e)){e=e.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.br(e)){e=e.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.del(e,r,o)){e=e.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.autolink(e)){e=e.substring(a.raw.length),n.push(a);continue}if(!this.state.inLink&&(a=this.tokenizer.url(e))){e=e.substring(a.raw.length),n.push(a);continue}let d=e;if(this.options.extensions?.startInline){let u=1/0,f=e.slice(1),h;this.options.extensions.startInline.forEach(p=>{h=p.call({lexer:this},f),typeof h=="number"&&h>=0&&(u=Math.min(u,h))}),u<1/0&&u>=0&&(d=e.substring(0,u+1))}if(a=this.tokenizer.inlineText(d)){e=e.substring(a.raw.length),a.raw.slice(-1)!=="_"&&(o=a.raw.slice(-1)),s=!0;let u=n.at(-1);u?.type==="text"?(u.raw+=a.raw,u.text+=a.text):n.push(a);continue}if(e){this.infiniteLoopError(e.charCodeAt(0));break}}return n}#r(e){let{blockSkip:r,tag:n,autolink:s}=this.tokenizer.rules.inline,o="",i=0,a;for(r.lastIndex=0;a=r.exec(e);){let c=a.index+(a[2]?a[2].length:0),d=a.index+a[0].length;if(e.charAt(c)==="<"){let u=e.slice(c),f=n.exec(u)||s.exec(u);if(!f){r.lastIndex=c+1;continue}d=c+f[0].length,r.lastIndex=d}o+=e.slice(i,c)+"["+"a".repeat(d-c-2)+"]",i=d}return o+e.slice(i)}#n(e){let r=e;if(this.tokens.links&&e.includes("[")){let n=this.tokenizer.rules.inline.reflinkSearch,s=o=>{let i=o.lastIndexOf("[");if(!Object.hasOwn(this.tokens.links,ut(o.slice(i+1,-1))))return o;if(i>1&&o.charAt(0)!=="!"){let a=o.slice(1,i-1);if(this.linkInText(a))return"["+a.replace(n,s)+"]["+"a".repeat(o.length-i-2)+"]"}return"["+"a".repeat(o.length-2)+"]"};r=r.replace(n,s)}return r=r.replace(this.tokenizer.rules.inline.anyPunctuationOutsideCode,(n,s,o)=>o?"+".repeat(n.length):s?s+n.slice(s.length,-s.length).replace(/`/g,"+")+s:n),r=this.#r(r),r=this.options.hooks?.emStrongMask?.call({lexer:this},r)??r,r}infiniteLoopError(e){let r="Infinite loop on byte: "+e;if(this.options.silent)console.error(r);else throw new Error(r)}},pt=class{options;parser;constructor(t){this.options=t||me}space(t){return""}code({text:t,lang:e,escaped:r}){let n=(e||"").match(O.notSpaceStart)?.[0],s=t?t.replace(O.endingNewline,"")+`
`:"";return n?'<pre><code class="language-'+H(n)+'">'+(r?s:H(s,!0))+`</code></pre>
`:"<pre><code>"+(r?s:H(s,!0))+`</code></pre>
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
`}strong({tokens:t}){return`<strong>${this.parser.parseInline(t)}</strong>`}em({tokens:t}){return`<em>${this.parser.parseInline(t)}</em>`}codespan({text:t}){return`<code>${H(t,!0)}</code>`}br(t){return"<br>"}del({tokens:t}){return`<del>${this.parser.parseInline(t)}</del>`}link({href:t,title:e,text:r,tokens:n,autolink:s}){let o=s?H(r,!0):this.parser.parseInline(n),i=on(t);if(i===null)return o;t=H(i,s);let a='<a href="'+t+'"';return e&&(a+=' title="'+H(e)+'"'),a+=">"+o+"</a>",a}image({href:t,title:e,text:r,tokens:n}){n&&(r=this.parser.parseInline(n,this.parser.textRenderer));let s=on(t);if(s===null)return H(r);t=s;let o=`<img src="${H(t)}" alt="${H(r)}"`;return e&&(o+=` title="${H(e)}"`),o+=">",o}text(t){return"tokens"in t&&t.tokens?this.parser.parseInline(t.tokens):"escaped"in t&&t.escaped?t.text:H(t.text)}},Kt=class{parser;strong({text:t,tokens:e}){return e?this.parser.parseInline(e,this):t}em({text:t,tokens:e}){return e?this.parser.parseInline(e,this):t}codespan({text:t}){return t}del({text:t,tokens:e}){return e?this.parser.parseInline(e,this):t}html({text:t}){return t}text({text:t}){return t}link({text:t,tokens:e}){return e?this.parser.parseInline(e,this):t}image({text:t,tokens:e}){return e?this.parser.parseInline(e,this):t}br(){return`
`}checkbox({raw:t}){return t}},W=class Bt{options;renderer;textRenderer;constructor(e){this.options=e||me,this.options.renderer=this.options.renderer||new pt,this.renderer=this.options.renderer,this.renderer.options=this.options,this.renderer.parser=this,this.textRenderer=new Kt,this.textRenderer.parser=this}static parse(e,r){return new Bt(r).parse(e)}static parseInline(e,r){return new Bt(r).parseInline(e)}parse(e){this.renderer.parser=this;let r="";for(let n=0;n<e.length;n++){let s=e[n];if(this.options.extensions?.renderers?.[s.type]){let i=s,a=this.options.extensions.renderers[i.type].call({parser:this},i);if(a!==!1||!["space","hr","heading","code","table","blockquote","list","checkbox","html","def","paragraph","text"].includes(i.type)){r+=a===!1?"":a??"";continue}}let o=s;switch(o.type){case"space":{r+=this.renderer.space(o);break}case"hr":{r+=this.renderer.hr(o);break}case"heading":{r+=this.renderer.heading(o);break}case"code":{r+=this.renderer.code(o);break}case"table":{r+=this.renderer.table(o);break}case"blockquote":{r+=this.renderer.blockquote(o);break}case"list":{r+=this.renderer.list(o);break}case"checkbox":{r+=this.renderer.checkbox(o);break}case"html":{r+=this.renderer.html(o);break}case"def":{r+=this.renderer.def(o);break}case"paragraph":{r+=this.renderer.paragraph(o);break}case"text":{r+=this.renderer.text(o);break}default:{let i='Token with "'+o.type+'" type was not found.';if(this.options.silent)return console.error(i),"";throw new Error(i)}}}return r}parseInline(e,r=this.renderer){this.renderer.parser=this;let n="";for(let s=0;s<e.length;s++){let o=e[s];if(this.options.extensions?.renderers?.[o.type]){let a=this.options.extensions.renderers[o.type].call({parser:this},o);if(a!==!1||!["escape","html","link","image","checkbox","strong","em","codespan","br","del","text"].includes(o.type)){n+=a===!1?"":a??"";continue}}let i=o;switch(i.type){case"escape":{n+=r.text(i);break}case"html":{n+=r.html(i);break}case"link":{n+=r.link(i);break}case"image":{n+=r.image(i);break}case"checkbox":{n+=r.checkbox(i);break}case"strong":{n+=r.strong(i);break}case"em":{n+=r.em(i);break}case"codespan":{n+=r.codespan(i);break}case"br":{n+=r.br(i);break}case"del":{n+=r.del(i);break}case"text":{n+=r.text(i);break}default:{let a='Token with "'+i.type+'" type was not found.';if(this.options.silent)return console.error(a),"";throw new Error(a)}}}return n}},$e=class{options;block;constructor(t){this.options=t||me}static passThroughHooks=new Set(["preprocess","postprocess","processAllTokens","emStrongMask"]);static passThroughHooksRespectAsync=new Set(["preprocess","postprocess","processAllTokens"]);preprocess(t){return t}postprocess(t){return t}processAllTokens(t){return t}emStrongMask(t){return t}provideLexer(t=this.block){return t?j.lex:j.lexInline}provideParser(t=this.block){return t?W.parse:W.parseInline}};function oe(t,e){if(Array.isArray(e))for(let r=0;r<e.length;r++)t.push(e[r]);else t.push(e)}var Go=class{defaults=Ut();options=this.setOptions;parse=this.parseMarkdown(!0);parseInline=this.parseMarkdown(!1);Parser=W;Renderer=pt;TextRenderer=Kt;Lexer=j;Tokenizer=he;Hooks=$e;constructor(...t){this.use(...t)}walkTokens(t,e){let r=[];for(let n of t)switch(oe(r,e.call(this,n)),n.type){case"table":{let s=n;for(let o of s.header)oe(r,this.walkTokens(o.tokens,e));for(let o of s.rows)for(let i of o)oe(r,this.walkTokens(i.tokens,e));break}case"list":{let s=n;oe(r,this.walkTokens(s.items,e));break}default:{let s=n;this.defaults.extensions?.childTokens?.[s.type]?this.defaults.extensions.childTokens[s.type].forEach(o=>{let i=s[o].flat(1/0);oe(r,this.walkTokens(i,e))}):s.tokens&&oe(r,this.walkTokens(s.tokens,e))}}return r}use(...t){let e=this.defaults.extensions||{renderers:Object.create(null),childTokens:Object.create(null)};return t.forEach(r=>{let n={...r};if(n.async=this.defaults.async||n.async||!1,r.extensions&&(r.extensions.forEach(s=>{if(!s.name)throw new Error("extension name required");if("renderer"in s){let o=e.renderers[s.name];o?e.renderers[s.name]=function(...i){let a=s.renderer.apply(this,i);return a===!1&&(a=o.apply(this,i)),a}:e.renderers[s.name]=s.renderer}if("tokenizer"in s){if(!s.level||s.level!=="block"&&s.level!=="inline")throw new Error("extension level must be 'block' or 'inline'");let o=e[s.level];o?o.unshift(s.tokenizer):e[s.level]=[s.tokenizer],s.start&&(s.level==="block"?e.startBlock?e.startBlock.push(s.start):e.startBlock=[s.start]:s.level==="inline"&&(e.startInline?e.startInline.push(s.start):e.startInline=[s.start]))}"childTokens"in s&&s.childTokens&&(e.childTokens[s.name]=s.childTokens)}),n.extensions=e),r.renderer){let s=this.defaults.renderer||new pt(this.defaults);for(let o in r.renderer){if(!(o in s))throw new Error(`renderer '${o}' does not exist`);if(["options","parser"].includes(o))continue;let i=o,a=r.renderer[i],c=s[i];s[i]=(...d)=>{let u=a.apply(s,d);return u===!1&&(u=c.apply(s,d)),u===!1?"":u??""}}n.renderer=s}if(r.tokenizer){let s=this.defaults.tokenizer||new he(this.defaults);for(let o in r.tokenizer){if(!(o in s))throw new Error(`tokenizer '${o}' does not exist`);if(["options","rules","lexer"].includes(o))continue;let i=o,a=r.tokenizer[i],c=s[i];s[i]=(...d)=>{let u=a.apply(s,d);return u===!1&&(u=c.apply(s,d)),u}}n.tokenizer=s}if(r.hooks){let s=this.defaults.hooks||new $e;for(let o in r.hooks){if(!(o in s))throw new Error(`hook '${o}' does not exist`);if(["options","block"].includes(o))continue;let i=o,a=r.hooks[i],c=s[i];$e.passThroughHooks.has(o)?s[i]=d=>{if(s.options.async&&$e.passThroughHooksRespectAsync.has(o))return(async()=>{let f=await a.call(s,d);return c.call(s,f)})();let u=a.call(s,d);return c.call(s,u)}:s[i]=(...d)=>{if(s.options.async)return(async()=>{let f=await a.apply(s,d);return f===!1&&(f=await c.apply(s,d)),f})();let u=a.apply(s,d);return u===!1&&(u=c.apply(s,d)),u}}n.hooks=s}if(r.walkTokens){let s=this.defaults.walkTokens,o=r.walkTokens;n.walkTokens=function(i){let a=[];return oe(a,o.call(this,i)),s&&oe(a,s.call(this,i)),a}}this.defaults={...this.defaults,...n}}),this}setOptions(t){return this.defaults={...this.defaults,...t},this}lexer(t,e){return j.lex(t,e??this.defaults)}parser(t,e){return W.parse(t,e??this.defaults)}parseMarkdown(t){return(e,r)=>{let n={...r},s={...this.defaults,...n},o=this.onError(!!s.silent,!!s.async);if(this.defaults.async===!0&&n.async===!1)return o(new Error("marked(): The async option was set to true by an extension. Remove async: false from the parse options object to return a Promise."));if(typeof e>"u"||e===null)return o(new Error("marked(): input parameter is undefined or null"));if(typeof e!="string")return o(new Error("marked(): input parameter is of type "+Object.prototype.toString.call(e)+", string expected"));if(s.hooks&&(s.hooks.options=s,s.hooks.block=t),s.async)return(async()=>{let i=s.hooks?await s.hooks.preprocess(e):e,a=await(s.hooks?await s.hooks.provideLexer(t):t?j.lex:j.lexInline)(i,s),c=s.hooks?await s.hooks.processAllTokens(a):a;s.walkTokens&&await Promise.all(this.walkTokens(c,s.walkTokens));let d=await(s.hooks?await s.hooks.provideParser(t):t?W.parse:W.parseInline)(c,s);return s.hooks?await s.hooks.postprocess(d):d})().catch(o);try{s.hooks&&(e=s.hooks.preprocess(e));let i=(s.hooks?s.hooks.provideLexer(t):t?j.lex:j.lexInline)(e,s);s.hooks&&(i=s.hooks.processAllTokens(i)),s.walkTokens&&this.walkTokens(i,s.walkTokens);let a=(s.hooks?s.hooks.provideParser(t):t?W.parse:W.parseInline)(i,s);return s.hooks&&(a=s.hooks.postprocess(a)),a}catch(i){return o(i)}}}onError(t,e){return r=>{if(r.message+=`
Please report this to https://github.com/markedjs/marked.`,t){let n="<p>An error occurred:</p><pre>"+H(r.message+"",!0)+"</pre>";return e?Promise.resolve(n):n}if(e)return Promise.reject(r);throw r}}},fe=new Go;function R(t,e){return fe.parse(t,e)}R.options=R.setOptions=function(t){return fe.setOptions(t),R.defaults=fe.defaults,dn(R.defaults),R};R.getDefaults=Ut;R.defaults=me;function Ko(...t){return fe.use(...t),R.defaults=fe.defaults,dn(R.defaults),R}R.use=Ko;R.walkTokens=function(t,e){return fe.walkTokens(t,e)};R.parseInline=fe.parseInline;R.Parser=W;R.parser=W.parse;R.Renderer=pt;R.TextRenderer=Kt;R.Lexer=j;R.lexer=j.lex;R.Tokenizer=he;R.Hooks=$e;R.parse=R;var al=R.options,ll=R.setOptions,cl=R.walkTokens,ul=R.parseInline;var pl=W.parse,Sn=j.lex;var Zo=/^(https?|mailto):/i,Yo=20;function Tn({text:t}){let e=Pe(()=>ye(Sn(z(t),{breaks:!0}),0),[t]);return l("div",{class:"markdown",children:e})}function ye(t,e){return(t??[]).map(r=>e>Yo?r.raw:ei(r,e+1))}function ei(t,e){let r=()=>ye(t.tokens,e);switch(t.type){case"space":case"def":return null;case"heading":return ti(t.depth,r());case"paragraph":return l("p",{children:r()});case"code":return l("pre",{children:l("code",{children:t.text})});case"blockquote":return l("blockquote",{children:r()});case"list":return ri(t,e);case"table":return ni(t,e);case"hr":return l("hr",{});case"br":return l("br",{});case"strong":return l("strong",{children:r()});case"em":return l("em",{children:r()});case"del":return l("del",{children:r()});case"codespan":return l("code",{children:t.text});case"link":case"image":return si(t,r());default:return oi(t,e)}}function ti(t,e){let r=`h${Math.min(t+2,6)}`;return l(r,{children:e})}function ri({ordered:t,start:e,items:r},n){let s=r.map(o=>l("li",{children:[o.task&&(o.checked?"☑ ":"☐ "),ye(o.tokens.filter(i=>i.type!=="checkbox"),n)]}));return t?l("ol",{start:Number(e)||1,children:s}):l("ul",{children:s})}function ni({header:t,rows:e},r){return l("table",{children:[l("thead",{children:l("tr",{children:t.map(n=>l("th",{children:ye(n.tokens,r)}))})}),l("tbody",{children:e.map(n=>l("tr",{children:n.map(s=>l("td",{children:ye(s.tokens,r)}))}))})]})}function si({href:t,text:e},r){let n=r.length?r:e||t;return Zo.test(t)?l("a",{href:t,target:"_blank",rel:"noopener noreferrer nofollow",children:n}):n}function oi(t,e){return t.type==="text"&&t.tokens?ye(t.tokens,e):t.type==="text"||t.type==="escape"?t.text:t.raw}function Mn({message:t,run:e}){let{server:r}=S().crew,{id:n,session_id:s,kind:o,content:i}=t;return o!=="text"?l("p",{class:"step",children:z(i)}):l(en,{trans:m,classOf:se,message:t,head:ii,text:l(Tn,{text:i}),again:l(I,{label:m.__("Send again"),act:()=>{e(Ze(r,s,n))}})})}function ii({from:t,sent:e,progress:r}){return l("p",{class:"facts",children:[l("b",{children:t})," ",l("time",{dateTime:e.toISOString(),children:e.toLocaleTimeString()})," ",r]})}var ai=40;function Rn({session:t,run:e}){let{crew:r}=S(),[,n]=ge(d=>d+1,0),[s,o]=T(),i=A(null),a=A(!0);E(()=>{let d=new ot(r,t.id);return d.changed.connect(()=>n(void 0)),o(d),()=>d.dispose()},[r,t.id]),Ot(()=>{i.current&&a.current&&(i.current.scrollTop=i.current.scrollHeight)});let c=s?.messages??[];return l("div",{class:"conversation",role:"log",tabIndex:0,"aria-label":m.__("Messages of %1",t.agent),ref:i,onScroll:({currentTarget:{scrollHeight:d,scrollTop:u,clientHeight:f}})=>{a.current=d-u-f<ai},children:[s?.more&&l(I,{label:m.__("Earlier messages"),act:()=>s.earlier()}),s?.problem&&l("p",{class:"hint",children:s.problem}),s&&!c.length&&l("p",{class:"hint",children:m.__("No messages yet.")}),c.map(d=>l(Mn,{message:d,run:e},d.id))]})}var En=Object.assign;var ui=/^(-|f[lo].*[^se]$|g.{5,}[^ps]$|z|o[pr]|(W.{5})?[lL]i.*(t|mp)$|an|(bo|s).{4}Im|sca|m.{6}[ds]|ta|c.*[st]$|wido|ini|asp|fill|st)/;var pi=Symbol.for("react.element"),di=/^(?:accent|alignment|arabic|baseline|cap|clip(?!PathU)|color|dominant|fill|flood|font|glyph(?!R)|horiz|image(?!S)|letter|lighting|marker(?!H|W|U)|overline|paint|pointer|shape|stop|strikethrough|stroke|text(?!L)|transform|underline|unicode|units|v|vector|vert|word|writing|x(?!C))[A-Z]/,hi=/[A-Z0-9]/g,fi=typeof document<"u";var mi=function(t){return/fil|che|rad/.test(t)};te.prototype.isReactComponent=!0,["componentWillMount","componentWillReceiveProps","componentWillUpdate"].forEach(function(t){Object.defineProperty(te.prototype,t,{configurable:!0,get:function(){return this["UNSAFE_"+t]},set:function(e){Object.defineProperty(this,t,{configurable:!0,writable:!0,value:e})}})});var Pn=y.event;y.event=function(t){return Pn&&(t=Pn(t)),t.persist=function(){},t.isPropagationStopped=function(){return this.cancelBubble},t.isDefaultPrevented=function(){return this.defaultPrevented},t.nativeEvent=t};var _i={configurable:!0,get:function(){return this.class}},Cn=y.vnode;y.vnode=function(t){if(typeof t.type=="string")(function(n){var s=n.props,o=n.type,i={},a=o.indexOf("-")==-1;for(var c in s){var d=s[c];if(!(c=="value"&&"defaultValue"in s&&d==null||fi&&c=="children"&&o=="noscript"||c=="class"||c=="className")){if(c=="style"&&d&&d.constructor==Object){var u=void 0;for(var f in d)typeof d[f]!="number"||ui.test(f)||(u||(u=d=En({},d)),d[f]+="px")}else if(c=="defaultValue"&&"value"in s&&s.value==null)c="value";else if(c=="download"&&d===!0)d="";else if(c=="translate"&&d==="no")d=!1;else if(c[0]=="o"&&c[1]=="n"){var h=c.toLowerCase();h=="ondoubleclick"?c="ondblclick":h!="onchange"||o!="input"&&o!="textarea"||mi(s.type)?h=="onfocus"?c="onfocusin":h=="onblur"&&(c="onfocusout"):h=c="oninput",h=="oninput"&&i[c=h]&&(c="oninputCapture")}else a&&di.test(c)?c=c.replace(hi,"-$&").toLowerCase():d===null&&(d=void 0);i[c]=d}}if(o=="select"){var p=i.defaultValue!=null?i.defaultValue:i.multiple&&Array.isArray(i.value)?i.value:null;p!=null&&(i.value=Tt(s.children).forEach(function(_){_.props.selected=i.multiple?p.indexOf(_.props.value)!=-1:p==_.props.value}))}s.class&&!s.className?(i.class=s.class,Object.defineProperty(i,"className",_i)):s.className&&(i.class=i.className=s.className),n.props=i})(t);else if(typeof t.type=="function"&&("ref"in t.props&&"prototype"in t.type&&t.type.prototype.render&&(t.ref=t.props.ref,delete t.props.ref),t.type.defaultProps)){var e=En({},t.props);for(var r in t.type.defaultProps)e[r]===void 0&&(e[r]=t.type.defaultProps[r]);t.props=e}t.ref&&!("ref"in t.props)&&Object.defineProperty(t.props,"ref",{value:t.ref,configurable:!0,writable:!0}),t.$$typeof=pi,Cn&&Cn(t)};function V(t){let e="nativeEvent"in t?t.nativeEvent:t;return e.isComposing||e.keyCode===229?"":e.key}function An(t){let{trans:e,classOf:r,agent:n,kind:s,answered:o,onAnswer:i}=t,[a,c]=T(""),d=s==="permission";return l("form",{className:r("line"),onSubmit:u=>{u.preventDefault(),i(a)},children:[l("input",{className:r("input"),value:a,disabled:o,placeholder:d?e.__("No, do this instead…"):e.__("Other answer…"),"aria-label":d?e.__("What should %1 do instead?",n):e.__("Other answer for %1",n),onChange:u=>c(u.currentTarget.value),onKeyDown:u=>{V(u)==="Enter"&&a.trim()&&(u.preventDefault(),u.currentTarget.form?.requestSubmit())}}),l("button",{type:"submit",className:r("button"),disabled:o||!a.trim(),children:e.__("Answer")})]})}function $n(t){let{trans:e,classOf:r,session:n,prompt:s,asker:o,further:i,onAnswer:a}=t,{agent:c,id:d}=n,[u,f]=T(!1),h=async _=>{u||(f(!0),f(await a(_)))},p=e.__("%1 asks: %2",c,s.kind);return l("article",{className:r("prompt"),"aria-label":p,"aria-busy":u,"data-asking":c,"data-session":d,children:[o,l("pre",{tabIndex:0,"aria-label":p,children:z(Qr(s.text))}),l("div",{className:r("choices"),children:[s.choices.map(({key:_,label:b})=>l("button",{type:"button",className:`${r("button")} ${r("choice")}`,disabled:u,onClick:()=>{h({choice:_})},children:[l("b",{children:_})," ",z(b)]},_)),s.takes_text&&l(An,{trans:e,classOf:r,agent:c,answered:u,kind:s.kind,onAnswer:_=>{h({text:_})}})]}),i]})}function dt(t){let{session:e,prompt:r,run:n}=t,{server:s}=S().crew;return l($n,{trans:m,classOf:se,session:e,prompt:r,asker:l(gi,{agent:e.agent,prompt:r}),onAnswer:o=>n(yr(s,e.id,{prompt_id:r.id,...o}))})}function gi({agent:t,prompt:e}){return l("p",{class:"facts",children:[l("span",{class:"glyph","data-look":"needs-you","aria-hidden":"true",children:be["needs-you"]})," ",l("b",{children:t})," · ",e.kind," · ",Nt(ne()-e.since)]})}var ki={composer:"clear",paused:"resume",lost:"restart"};function On({status:t,pending:e}){return e>0&&t.blocked_since!==null&&t.prompt===null}function In({blocked:t,until:e}){return t==="rate limit"&&!e?"interrupt":ki[t??""]}function Ln(t,e){switch(t){case"clear":return e.__("Clear the input and send");case"resume":return e.__("Resume queue");case"restart":return e.__("Restart");case"interrupt":return e.__("Try again")}}function Nn({blocked:t,until:e},r){switch(t){case"composer":return r.__("Messages wait: there is text in the agent’s input line. Send it from the terminal, or clear it.");case"paused":return r.__("Messages wait: the queue is paused.");case"starting":return r.__("Messages wait: the agent is still starting. Its terminal shows why.");case"stopping":return r.__("Messages wait: the agent is still stopping.");case"dialog":return r.__("Messages wait: the agent shows a dialog. Answer it in the terminal.");case"rate limit":return e?r.__("Messages wait: the agent has reached its usage limit and continues at %1.",Dt(e)):r.__("Messages wait: the agent has reached its usage limit. Interrupt it to go on.");case"lost":return r.__("Messages wait: the agent has ended.");case"reduced screen":return r.__("Messages wait: the agent’s screen cannot be read well enough to send safely.");case"not answering":return r.__("Messages wait: the agent’s terminal is not responding.");default:return r.__("Messages wait: %1.",t??r.__("unknown"))}}function ht({session:t,run:e}){let{server:r}=S().crew,{id:n,agent:s,status:o}=t,i=In(o),a={clear:()=>Sr(r,n),resume:()=>Ge(r,n,{paused:!1}),restart:()=>et(r,n),interrupt:()=>Ye(r,n)};return On(t)?l("div",{class:"held","data-session":n,children:[l("p",{role:"status",children:[l("b",{children:s})," · ",Nn(o,m)]}),i&&l(I,{label:Ln(i,m),act:()=>{e(a[i]())}})]}):null}function Dn({trans:t,classOf:e,message:r,onDone:n}){let[s,o]=T(r.content),i=A(null);return E(()=>i.current?.focus(),[]),l("textarea",{className:e("input"),rows:3,ref:i,"aria-label":t.__("Message text: Enter to save, Escape to cancel"),value:s,onChange:a=>o(a.currentTarget.value),onBlur:()=>n(s===r.content?null:s),onKeyDown:a=>{let c=V(a);(c==="Escape"||c==="Enter"&&!a.shiftKey)&&(a.preventDefault(),a.stopPropagation(),n(c==="Escape"?null:s))}})}function zn(t){let{trans:e,classOf:r,message:n,place:s,title:o,reason:i,drag:a,Act:c,onEdit:d,onRetry:u}=t,[f,h]=T(!1),[p,_]=[s>=0,n.status==="uncertain"],b=async g=>{(g===null||await d(g))&&h(!1)};return l("li",{className:r("item"),draggable:a&&p&&!f,...a,"data-status":n.status,children:f&&p?l(Dn,{trans:e,classOf:r,message:n,onDone:g=>{b(g)}}):l(L,{children:[l("p",{title:o,children:[!p&&l("i",{children:[_?e.__("Uncertain"):e.__("Running")," · "]}),z(n.content)]}),_&&i&&l("p",{className:r("facts"),children:i}),l("span",{className:r("acts"),children:[p&&l(bi,{...t,onBegin:()=>h(!0)}),_&&l(c,{does:"retry",label:e.__("Send again"),act:u})]})]})})}function bi(t){let{trans:e,place:r,count:n,Act:s,onMove:o,onCancel:i,onBegin:a}=t;return l(L,{children:[l(s,{does:"up",label:e.__("Move up"),off:r===0,act:()=>o(r-1)}),l(s,{does:"down",label:e.__("Move down"),off:r===n-1,act:()=>o(r+1)}),l(s,{does:"edit",label:e.__("Edit message"),act:a}),l(s,{does:"cancel",label:e.__("Cancel message"),act:i})]})}var vi={up:"↑",down:"↓",edit:"✎",cancel:"✕",retry:"↻"};function qn({run:t,...e}){let{server:r}=S().crew,{id:n,session_id:s,content:o,reason:i}=e.message;return l(zn,{...e,trans:m,classOf:se,Act:xi,title:i??o,onEdit:a=>t(Ke(r,s,n,{content:a})),onCancel:()=>{t(wr(r,s,n))},onRetry:()=>{t(Ze(r,s,n))}})}function xi({does:t,...e}){return l(I,{...e,sign:vi[t]})}function Hn({session:t,run:e}){let{crew:r,queues:n}=S(),{id:s,agent:o,status:i}=t,a=n.queue(s);E(()=>n.want(s),[n,s,a]);let c=a?.messages??[],d=a?.paused??i.paused,u=c.filter(f=>f.status==="pending");return l("section",{class:"queue","aria-label":m.__("Queue of %1",o),children:[l("p",{class:"facts",children:[c.length?m.__("Queue: %1",c.length):m.__("Queue: empty"),d&&` · ${m.__("paused")}`,l(I,{label:d?m.__("Resume queue"):m.__("Pause queue"),act:()=>{e(Ge(r.server,s,{paused:!d}))}})]}),l("ol",{children:c.map(f=>l(qn,{message:f,run:e,place:u.indexOf(f),count:u.length,onMove:h=>{e(Ke(r.server,s,f.id,{position:h}))}},f.id))})]})}function Bn(t,e){let[r,n]=T(""),[s,o]=T(!1),i=A(""),a=d=>{i.current="",n(d)};return{content:r,sending:s,edit:a,send:async()=>{s||!r.trim()||(o(!0),i.current||=t(),await e(r,i.current)&&a(""),o(!1))}}}function Un(t){let{trans:e,classOf:r,className:n,agent:s,draft:o,placeholder:i,title:a,onKey:c}=t,{content:d,sending:u,edit:f,send:h}=o;return l("form",{className:n,onSubmit:p=>{p.preventDefault(),h()},children:[l("textarea",{className:r("input"),rows:2,"aria-label":e.__("Message for %1",s),placeholder:i,title:a,readOnly:u,value:d,onChange:p=>f(p.currentTarget.value),onKeyDown:p=>{V(p)==="Enter"&&!p.shiftKey&&(p.preventDefault(),h()),c?.(p)}}),l("button",{type:"submit",className:r("button"),disabled:u||!d.trim(),children:e.__("Send")})]})}function ft(){let t=crypto.getRandomValues(new Uint8Array(16));return Array.from(t,e=>e.toString(16).padStart(2,"0")).join("")}function Xn({session:t,run:e}){let{server:r}=S().crew,{id:n,agent:s}=t,o=Bn(ft,(i,a)=>e(br(r,n,{content:i,idempotency_key:a})));return l(Un,{trans:m,classOf:se,agent:s,draft:o,className:"line",placeholder:m.__("Message (Shift+Enter: new line)")})}function Fn({id:t,status:e},r,n){let{server:s}=S().crew,o=A(!1),i=e.state==="idle"&&!e.seen,a=Ce(()=>{i&&Tr(s,t).catch(()=>{})},[s,t,i]);return E(()=>{r&&(!o.current||wi(n.current))&&a(),o.current=r},[r,a,n]),a}function wi(t){let e=t?.getRootNode();return document.hasFocus()&&!!t?.contains(e?.activeElement??null)}function jn(t){let{tabs:e,shown:r,onChoose:n}=t,s=A(null),o=i=>{let a=Si(V(i),e.findIndex(c=>c.id===r),e.length);a!==void 0&&(i.preventDefault(),n(e[a].id),s.current?.querySelectorAll("[role=tab]")[a].focus())};return l("div",{class:"tabbar",role:"tablist","aria-label":m.__("Agents"),ref:s,onKeyDown:o,children:e.map(i=>l("button",{id:`tab-${i.id}`,type:"button",role:"tab",class:"tab","aria-selected":i.id===r,tabIndex:i.id===r?0:-1,onClick:()=>n(i.id),"data-look":i.status&&F(i.status),children:[i.status&&l(Ne,{status:i.status}),l("span",{class:"name",children:i.label}),i.status&&l(yi,{status:i.status})]},i.id))})}function Ne({status:t}){return l("span",{class:"glyph","data-look":F(t),"aria-hidden":"true",children:be[F(t)]})}function yi({status:t}){return l("span",{class:"word",title:ve(t,ne(),m),children:ke(F(t),1,m)})}function Si(t,e,r){switch(t){case"ArrowRight":return(e+1)%r;case"ArrowLeft":return(e+r-1)%r;case"Home":return 0;case"End":return r-1;default:return}}var Ti=2e3;function Wn({session:t,live:e}){let{crew:r}=S(),[n,s]=T(""),{id:o,agent:i,status:a}=t;return E(()=>{let c=!1,d=()=>{c||(c=!0,gr(r.server,o).then(f=>s(f.lines.map(z).join(`
`))).catch(f=>s(f.message)).finally(()=>c=!1))};d();let u=e?setInterval(d,Ti):0;return()=>clearInterval(u)},[r.server,o,e,a.since]),l("pre",{class:"screen text",tabIndex:0,"aria-label":m.__("Screen of %1",i),children:n})}var Mi=2,Ri=1,Jn=class{activate(t){this._terminal=t}dispose(){}fit(){let t=this.proposeDimensions();if(!t||!this._terminal||isNaN(t.cols)||isNaN(t.rows))return;let e=this._terminal._core;(this._terminal.rows!==t.rows||this._terminal.cols!==t.cols)&&(e._renderService.clear(),this._terminal.resize(t.cols,t.rows))}proposeDimensions(){if(!this._terminal||!this._terminal.element||!this._terminal.element.parentElement)return;let t=this._terminal._core._renderService.dimensions;if(t.css.cell.width===0||t.css.cell.height===0)return;let e=this._terminal.options.scrollback===0?0:this._terminal.options.overviewRuler?.width||14,r=window.getComputedStyle(this._terminal.element.parentElement),n=parseInt(r.getPropertyValue("height")),s=Math.max(0,parseInt(r.getPropertyValue("width"))),o=window.getComputedStyle(this._terminal.element),i={top:parseInt(o.getPropertyValue("padding-top")),bottom:parseInt(o.getPropertyValue("padding-bottom")),right:parseInt(o.getPropertyValue("padding-right")),left:parseInt(o.getPropertyValue("padding-left"))},a=i.top+i.bottom,c=i.right+i.left,d=n-a,u=s-c-e;return{cols:Math.max(Mi,Math.floor(u/t.css.cell.width)),rows:Math.max(Ri,Math.floor(d/t.css.cell.height))}}};function Zt(t){let e=getComputedStyle(t),r=(o,i)=>e.getPropertyValue(o).trim()||i,n=r("--jp-layout-color0","#ffffff"),s=r("--jp-ui-font-color0","#000000");return{background:n,foreground:s,cursor:s,cursorAccent:n,selectionBackground:r("--jp-editor-selected-focused-background","#8caaff80"),...Ei()?Pi:{}}}function Qn(t){let e=new MutationObserver(t);return e.observe(document.body,{attributes:!0,attributeFilter:["data-jp-theme-name","data-jp-theme-light"]}),()=>e.disconnect()}function Ei(){return document.body.dataset.jpThemeLight!=="false"}var Pi={black:"#24292f",red:"#b3261e",green:"#116329",yellow:"#7d4e00",blue:"#0550ae",magenta:"#8250df",cyan:"#0f6674",white:"#57606a",brightBlack:"#57606a",brightRed:"#a40e26",brightGreen:"#1a7f37",brightYellow:"#633c01",brightBlue:"#0969da",brightMagenta:"#7a3fd0",brightCyan:"#19717f",brightWhite:"#42494f"};var Ci=1e3,mt=class{constructor({Terminal:e},r,n,s,o){this._server=r;this._session=n;this._host=s;this._leave=o;this._terminal=new e({...Ai(s),theme:Zt(s),cursorBlink:!0,scrollback:5e3}),this._terminal.loadAddon(this._fit),this._terminal.open(s),this._terminal.attachCustomKeyEventHandler(i=>this._onKey(i)),this._terminal.onData(i=>this._say(["stdin",i])),this._terminal.onBinary(i=>this._send(Uint8Array.from(i,a=>a.charCodeAt(0)))),this._terminal.onResize(()=>this._tellSize()),this._observer.observe(s),this._endTheme=Qn(()=>this._terminal.options.theme=Zt(s)),this._connect()}_server;_session;_host;_leave;focus(){this._terminal.focus()}dispose(){this._disposed=!0,clearTimeout(this._timer),this._observer.disconnect(),this._endTheme(),this._socket?.close(),this._terminal.dispose()}_connect(){let e=this._server.terminal(this._session);this._socket=e,e&&(e.onopen=()=>this._resize(),e.onmessage=({data:r})=>{typeof r!="string"?this._terminal.write(new Uint8Array(r)):JSON.parse(r)[0]==="disconnect"&&(this._disposed=!0)},e.onclose=()=>{this._disposed||(this._timer=window.setTimeout(()=>this._connect(),Ci))})}_resize(){this._host.clientWidth>0&&this._host.clientHeight>0&&(this._fit.fit(),this._tellSize())}_tellSize(){this._say(["set_size",this._terminal.rows,this._terminal.cols])}_say(e){this._send(JSON.stringify(e))}_send(e){this._socket?.readyState===WebSocket.OPEN&&this._socket.send(e)}_onKey(e){let r=e.type==="keydown",n=V(e);return n==="F6"?(r&&this._leave(),!1):n==="Enter"&&e.shiftKey?(r&&this._say(["stdin",`
`]),e.preventDefault(),!1):!(e.ctrlKey&&!e.shiftKey&&n==="c"&&this._terminal.hasSelection())}_disposed=!1;_endTheme;_fit=new Jn;_observer=new ResizeObserver(()=>this._resize());_socket;_terminal;_timer=0};function Ai(t){let e=getComputedStyle(t);return{fontFamily:e.fontFamily,fontSize:parseFloat(e.fontSize)}}var Vn;function Gn(t){return Vn??=$i(t.get("_xterm")),Vn}async function $i(t){let e=URL.createObjectURL(new Blob([t],{type:"text/javascript"}));try{return await import(e)}finally{URL.revokeObjectURL(e)}}function Kn({session:t}){let{crew:e,model:r}=S(),[n,s]=T(""),o=A(null),{id:i,agent:a}=t;return E(()=>{let c,d=!1;return Gn(r).then(u=>{!d&&o.current&&(c=new mt(u,e.server,i,o.current,()=>Oi(o.current)))},u=>s(m.__("Could not display the terminal: %1",u.message))),()=>{d=!0,c?.dispose()}},[e.server,i,r]),l("div",{class:"screen",role:"group","aria-label":m.__("Terminal of %1 (F6 to leave)",a),children:n?l("p",{class:"hint",children:n}):l("div",{class:"xterm-host",ref:o})})}function Oi(t){t?.getRootNode()?.querySelector("[role=tab][aria-selected=true]")?.focus()}function Zn({session:t,shown:e}){let[r,n,s]=ue(),o=A(null),{id:i,agent:a,status:c,incarnation:d}=t,u=Fn(t,e,o),f=c.state!=="exited";return l("div",{role:"tabpanel",class:"agent","aria-labelledby":`tab-${i}`,hidden:!e,ref:o,onFocusIn:u,onPointerDown:u,children:[l(Li,{session:t,run:r}),l(ce,{text:n,onDismiss:s}),c.prompt&&l(dt,{session:t,prompt:c.prompt,run:r},c.prompt.id),l(ht,{session:t,run:r}),l("div",{class:"halves",children:[e&&l(Ii,{session:t,live:f},d),l("div",{class:"side",children:[l(Rn,{session:t,run:r}),l(Hn,{session:t,run:r}),f&&l(Xn,{session:t,run:r}),!f&&l("p",{class:"hint",children:m.__("%1 has exited. Restart it to continue.",a)})]})]})]})}function Ii({session:t,live:e}){let{crew:r}=S();return r.server.direct&&e?l(Kn,{session:t}):l(Wn,{session:t,live:e})}function Li({session:t,run:e}){let{crew:r}=S(),{id:n,agent:s,spec:o,project_path:i,status:a}=t;return l("header",{class:"head",children:[l("p",{class:"facts",children:[l(Ne,{status:a})," ",l("b",{children:ve(a,ne(),m)})," · ",o," · ",l("code",{children:i}),a.blocked==="paused"&&` · ${m.__("queue paused")}`,a.holder&&` · ${jr(a,m)}`]}),l("span",{class:"acts",children:[l(I,{label:m.__("Interrupt"),hint:m.__("Stop the current turn"),off:!["busy","awaiting_input","rate_limited"].includes(a.state),act:()=>{e(Ye(r.server,n))}}),l(zt,{label:m.__("Restart"),question:m.__("Restart %1?",s),act:()=>{e(et(r.server,n))}}),l(zt,{label:a.state==="exited"?m.__("Dismiss"):m.__("Stop"),question:a.state==="exited"?m.__("Dismiss %1?",s):m.__("Stop %1?",s),act:()=>{e(kr(r.server,n))}})]})]})}function _t(t){let{label:e,onInput:r,...n}=t;return l("label",{children:[e,l("input",{...n,onInput:s=>r(s.currentTarget.value)})]})}function Yt(t){let{label:e,value:r,choices:n,onChoose:s}=t;return l("label",{children:[e,l("select",{value:r,onChange:o=>s(o.currentTarget.value),children:n.map(([o,i])=>l("option",{value:o,children:i},o))})]})}function Yn(){let[t,e]=T(!1);return l("details",{class:"form",open:t,onToggle:r=>e(r.currentTarget.open),children:[l("summary",{children:m.__("New agent")}),t&&l(Di,{onDone:()=>e(!1)})]})}var Ni={name:"",spec:"",project_path:"",permission_mode:"",model:""};function Di({onDone:t}){let{crew:e,open:r}=S(),[n,s,o]=ue(),[i,a]=T([]),[c,d]=T(Ni),u=A(void 0);E(()=>{n(fr(e.server).then(a))},[e.server,n]);let f=i.find(({name:p})=>p===c.spec)??i.find(({installed:p})=>p),h=async()=>{await n((async()=>{let _={...c,name:c.name.trim(),spec:f?.name??""};u.current=await zi(e,u.current,_),r((await Ve(e.server,{agent:u.current.name})).id),t()})())};return l("form",{onSubmit:p=>{p.preventDefault(),h()},children:[l(_t,{label:m.__("Name"),value:c.name,required:!0,onInput:p=>d({...c,name:p})}),l(Yt,{label:m.__("Agent"),value:f?.name,choices:i.map(({name:p,display_name:_,installed:b})=>[p,b?_:m.__("%1 (not installed)",_)]),onChoose:p=>d({...c,spec:p,permission_mode:"",model:""})}),l(_t,{label:m.__("Folder"),value:c.project_path,placeholder:m.__("the server's root folder"),onInput:p=>d({...c,project_path:p})}),f&&l(qi,{spec:f,values:c,onChange:p=>d({...c,...p})}),l("button",{type:"submit",class:"button",disabled:!f?.installed,children:m.__("Start")}),f&&!f.installed&&l("p",{class:"hint",children:f.install}),l(ce,{text:s,onDismiss:o})]})}function zi({server:t},e,r){let{permission_mode:n,model:s,...o}=r,i={...o,settings:{permission_mode:n||null,model:s||null}};return e?_r(t,e.id,i):mr(t,i)}function qi(t){let{spec:e,values:r,onChange:n}=t;return l(L,{children:[e.permission_modes.length>1&&l(Yt,{label:m.__("Permissions"),value:r.permission_mode||e.permission_modes[0],choices:e.permission_modes.map(s=>[s,s]),onChoose:s=>n({permission_mode:s})}),e.takes_model&&l(_t,{label:m.__("Model"),value:r.model,placeholder:m.__("Default"),onInput:s=>n({model:s})})]})}function es({sessions:t}){let{crew:e}=S();if(e.connection==="connecting")return l("p",{class:"hint",children:m.__("Connecting…")});if(!t.length)return l("p",{class:"hint",children:m.__('No agent is running. Start one below, or with crew.start("writer", "echo").')});let r=[m.__("Agent"),m.__("Status"),m.__("Works on"),m.__("Waiting"),m.__("Memory"),m.__("Cost")];return l("table",{class:"fleet","aria-label":m.__("Agents"),children:[l("thead",{children:l("tr",{children:r.map(n=>l("th",{scope:"col",children:n},n))})}),l("tbody",{children:t.map(n=>l(Hi,{session:n},n.id))})]})}function Hi({session:t}){let{queues:e,open:r}=S(),n=ne(),{id:s,agent:o,spec:i,project_path:a,status:c,pending:d,metrics:u}=t,f=e.queue(s)?.messages.find(h=>h.status==="processing");return l("tr",{children:[l("th",{scope:"row",children:l("button",{type:"button",class:"link",title:`${i} · ${a}`,onClick:()=>r(s),children:o})}),l("td",{class:"nowrap",children:[l(Ne,{status:c})," ",ve(c,n,m)]}),l("td",{class:"doing",children:f&&z(f.content)}),l("td",{children:d||""}),l("td",{class:"nowrap",children:u.rss_bytes===null?"":Wr(u.rss_bytes)}),l("td",{children:st(u.cost_usd)})]})}var rs={pending:"○","in-progress":"◐",done:"✔"};function ns(t){let e=new Set(t.map(({parent_id:s})=>s)),r=t.filter(({id:s})=>!e.has(s)),n=s=>r.filter(({status:o})=>o===s).length;return{pending:n("pending"),"in-progress":n("in-progress"),done:n("done")}}function ss(t,e){let r=new Map(t.map(o=>[o.id,o])),n=new Set;for(let o of t.filter(e))for(let i=o;i&&!n.has(i.id);i=ts(i,r))n.add(i.id);let s=o=>{let i=ts(o,r);return i?1+s(i):0};return t.filter(({id:o})=>n.has(o)).map(o=>[o,s(o)])}function ts({parent_id:t},e){return t===null?void 0:e.get(t)}function os({run:t}){let{tasks:e}=S(),{list:r,problem:n}=e,{pending:s,"in-progress":o,done:i}=ns(r);return l("section",{class:"tasks","aria-label":m.__("Tasks"),children:[l("p",{class:"facts",children:r.length?m.__("Tasks: %1 of %2 done",i,s+o+i):m.__("Tasks")}),n&&l("p",{class:"hint",children:n}),l("ul",{children:ss(r,()=>!0).map(([a,c])=>l(Bi,{task:a,depth:c,run:t},a.id))}),l(Ui,{run:t})]})}function Bi({task:t,depth:e,run:r}){let{crew:n}=S(),{id:s,title:o,status:i,agent:a,details:c,description:d}=t,u=n.sessions.filter(h=>h.status.state!=="exited").sort(nt),f=h=>{r(Pr(n.server,s,{agent:h}))};return l("li",{"data-status":i,style:{paddingInlineStart:`${e}em`},children:[l("span",{class:"title",title:c||d,children:[l("span",{"aria-hidden":"true",children:rs[i]})," ",s," ",z(o),a&&l("i",{children:[" ",m.__("for %1",a)]}),l("span",{class:"aloud",children:i})]}),i!=="done"&&l("span",{class:"acts",children:[l("select",{"aria-label":m.__("Assign task %1",s),value:"",onChange:h=>f(h.currentTarget.value),children:[l("option",{value:"",children:m.__("Assign to…")}),u.map(h=>l("option",{value:h.id,children:h.agent},h.id))]}),l(I,{label:m.__("Done"),act:()=>{r(Er(n.server,s,{status:"done"}))}})]})]})}function Ui({run:t}){let{crew:e}=S(),[r,n]=T(""),s=async()=>{r.trim()&&await t(Rr(e.server,{title:r}))&&n("")};return l("form",{class:"line",onSubmit:o=>{o.preventDefault(),s()},children:[l("input",{value:r,placeholder:m.__("New task…"),"aria-label":m.__("New task title"),onInput:o=>n(o.currentTarget.value)}),l("button",{type:"submit",class:"button",disabled:!r.trim(),children:m.__("Add")})]})}function is({sessions:t}){let[e,r,n]=ue();return l("div",{class:"overview",children:[l("p",{class:"totals",children:Fr(t).map(([s,o])=>l("span",{"data-look":s,children:[l("span",{class:"glyph","data-look":s,"aria-hidden":"true",children:be[s]})," ",l("b",{children:o})," ",ke(s,o,m)]},s))}),l(ce,{text:r,onDismiss:n}),t.map(s=>s.status.prompt&&l(dt,{session:s,prompt:s.status.prompt,run:e},s.status.prompt.id)),t.map(s=>l(ht,{session:s,run:e},s.id)),l(es,{sessions:t}),l(Xi,{}),l(Yn,{}),l(os,{run:e})]})}function Xi(){let{crew:t,open:e}=S(),[r,n,s]=ue(),{server:o,stopped:i,owner:a}=t,c=d=>r(Ve(o,{agent:d}).then(u=>e(u.id)));return i.length&&!a?l("section",{class:"stopped","aria-label":m.__("Not running"),children:[l(ce,{text:n,onDismiss:s}),l("p",{class:"facts",children:m.__("Not running:")}),i.map(({id:d,name:u})=>l(I,{label:u,hint:m.__("Start %1",u),act:()=>{c(u)}},d))]}):null}var gt="all";function as({model:t,...e}){let{crew:r,queues:n,tasks:s}=e;it(r.changed),it(n.changed),it(s.changed);let o=ji(r),[i,a]=T(gt),c=A(new Set).current,d=r.sessions.sort(nt),u=d.some(f=>f.id===i)?i:gt;return c.add(u),E(()=>a(u),[u]),l(Gr,{value:{...e,model:t,open:a},children:l("section",{class:"dashboard","aria-label":m.__("Agents"),style:{"--height":`${t.get("height")}px`},children:[l(jn,{tabs:Fi(d),shown:u,onChoose:a}),l(Wi,{crew:r}),l("div",{role:"tabpanel","aria-labelledby":"tab-all",hidden:u!==gt,tabIndex:-1,children:l(is,{sessions:d})}),d.filter(f=>c.has(f.id)).map(f=>l(Zn,{session:f,shown:f.id===u},f.id)),l("div",{class:"aloud",role:"status",children:o})]})})}function Fi(t){let e=({agent:n})=>t.filter(s=>s.agent===n).length>1,r=n=>n.agent+(e(n)?` ${n.id.slice(0,4)}`:"");return[{id:gt,label:m.__("All agents")},...t.map(n=>({id:n.id,label:r(n),status:n.status}))]}function ji({moved:t}){let[e,r]=T("");return E(()=>t.connect(({before:n,after:s})=>r(o=>Jr(n,s,m)||o)),[t]),e}function Wi({crew:t}){return l(L,{children:[t.connection==="lost"&&l("p",{class:"notice",role:"alert",children:m.__("Connection lost, reconnecting…")}),t.connection==="open"&&t.owner&&l(Xr,{className:"notice",owner:t.owner,trans:m}),!t.server.direct&&!t.owner&&l("p",{class:"notice",children:m.__("This page cannot reach the agents’ server, so the kernel relays everything: what you do waits while a cell runs, and terminals are shown as text.")})]})}var kt=class{constructor(e){this._model=e;e.on("msg:custom",this._on)}_model;direct=!1;request(e,r,n,s={}){let o=ft();return new Promise((i,a)=>{this._asked.set(o,{resolve:c=>i(c),reject:a}),this._model.send({ask:o,method:e,path:r,query:s,body:n??null})})}follow(e){return this._onEvent=e,this._model.send({follow:!0}),new Promise(r=>this._onLost=r)}terminal(){}dispose(){this._model.off("msg:custom",this._on),this._onLost()}_on=e=>{let r=e;"answer"in r?this._answered(r.answer,r.data,r.failure):"event"in r?this._onEvent(r.event):"lost"in r&&this._onLost()};_answered(e,r,n){let s=this._asked.get(e);this._asked.delete(e),n?s?.reject(new Error(n.message)):s?.resolve(r)}_asked=new Map;_onEvent=()=>{};_onLost=()=>{}};var bt=class extends Error{constructor(r,n){super(r);this.status=n}status},er=class extends bt{constructor({message:e,reason:r},n){super(e,n),this.reason=r}reason};async function ls(t){let{ok:e,status:r,statusText:n}=t,s=await t.text();if(!e){let o=Ji(s);throw o?new er(o,r):new bt(`The server answered ${r} ${n}; is it AreYouJ's?`,r)}return s?JSON.parse(s):void 0}function Ji(t){try{let{message:e,reason:r}=JSON.parse(t);return e&&r?{message:e,reason:r}:void 0}catch{return}}var Qi="areyouj.terminal.v1",vt=class t{constructor(e){this._base=e}_base;direct=!0;static find(){let e=document.getElementById("jupyter-config-data")?.textContent,{baseUrl:r}=JSON.parse(e||"{}"),n=r&&new URL(r,location.href);return n&&n.origin===location.origin?new t(new URL("areyouj/",n)):void 0}async request(e,r,n,s={}){let o=new URL(`api/${r.map(encodeURIComponent).join("/")}`,this._base);o.search=new URLSearchParams(s).toString();let i=await fetch(o,{method:e,headers:{"Content-Type":"application/json","X-XSRFToken":Vi()},body:n&&JSON.stringify(n),cache:"no-store",credentials:"same-origin"});return ls(i)}follow(e){let r=new WebSocket(this._socketUrl("api/events"));return this._socket=r,r.onmessage=n=>e(JSON.parse(n.data)),new Promise(n=>r.onclose=()=>n())}terminal(e){let r=new WebSocket(this._socketUrl(`terminals/websocket/${encodeURIComponent(e)}`),Qi);return r.binaryType="arraybuffer",r}dispose(){this._socket?.close()}_socketUrl(e){let r=new URL(e,this._base);return r.protocol=r.protocol.replace("http","ws"),r}_socket};function Vi(){return/(?:^|; )_xsrf=([^;]*)/.exec(document.cookie)?.[1]??""}async function cs(t){let e=vt.find(),r=await e?.request("GET",["health"]).catch(()=>{});return e&&r?.status==="ok"&&Gi(r)===t.get("home")?e:new kt(t)}function Gi({owner:t,data_dir:e}){return`${t.host}:${e}`}var us=`/* The form for a new agent. */

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
`;var ps=`/* One agent: its acts, and the two halves below them. */

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
`;var ds=`/* What is pressed, chosen and typed into. */

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
`;var hs=`/* What was said. */

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
`;var fs=`/* The dashboard in its shadow root: JupyterLab's variables where there are some, else the browser's own colours. */

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
`;var ms=`/* Markdown of agents and users. */

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
`;var _s=`/* All agents. */

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
`;var gs=`/* What all tabs are made of. */

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

.notice b {
  font-weight: inherit;
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
`;var ks=`/* A prompt. */

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
`;var bs=`/* What waits for an agent. */

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
`;var vs=`/* One agent's terminal, or its screen as text. */

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
`;var xs=`/* The tabs. */

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

.glyph[data-look='failed'],
.glyph[data-look='exited'] {
  color: var(--bad);
}
`;var ws=`/* Tasks. */

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
`;var ys=[fs,xs,gs,ds,ks,ps,vs,hs,ms,bs,_s,us,ws].join(`
`);function ua(){let t;return{initialize({model:e}){return t=cs(e).then(pa),()=>{t.then(({crew:r})=>r.dispose())}},render({model:e,el:r}){let n=r.appendChild(document.createElement("div"));n.className="areyouj-dashboard",n.dataset.lmSuppressShortcuts="true",n.dataset.jpSuppressContextMenu="true";let s=n.attachShadow({mode:"open"});s.append(Ss(tr+ys));let o=s.appendChild(document.createElement("div")),i=document.head.appendChild(Ss(da(e.get("still"))));return t.then(a=>je(l(as,{...a,model:e}),o)),()=>{je(null,o),i.remove()}}}}function pa(t){let e=new Qe(t);return{crew:e,queues:new tt(e),tasks:new rt(e)}}function Ss(t){let e=document.createElement("style");return e.textContent=t,e}function da(t){return`#${t}, .jp-OutputArea-child:has(> * #${t}) { display: none; }`}export{ua as default};
