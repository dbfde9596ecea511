var Ft=`/**
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
`;var S,Jt,ns,Y,dt,Oe,Wt,Le,Qt,ft,ht,Gt,be=Symbol.for("pv"),Ne={},Be=[],ss=/^m(i|n|o|s|text|space)$/,gt=Array.isArray,Zt=Be.slice,se=Object.assign;function ne(t){t&&t.parentNode&&t.remove()}function ze(t,e,r,n,s){var o={type:t,props:e,key:r,ref:n,__k:null,__:null,__b:0,__e:null,__c:null,constructor:be,__v:s||++Jt,__i:-1,__u:0};return!s&&S.vnode&&S.vnode(o),o}function j(t){return t.children}function qe(t,e){this.props=t,this.context=e,this.__g=0}function ee(t,e){if(e==null)return t.__&&ee(t.__,t.__i+1);for(var r;e<t.__k.length;e++)if((r=t.__k[e])&&r.__e)return r.__e;return typeof t.type!="function"||t.props.__P?null:ee(t)}function os(t){var e,r=t.__v,n=r.__e,s=[],o=[],i=t.__P;i&&((e=se({constructor:be},r)).__v=r.__v+1,S.vnode&&S.vnode(e),_t(i,e,r,t.__n,i.namespaceURI,32&r.__u?[n]:null,s,n||ee(r),32&r.__u,o),e.__v=r.__v,e.__.__k[e.__i]=e,rr(s,e,o),r.__=r.__e=null,e.__e!=n&&Kt(e))}function Kt(t){if((t=t.__)&&t.__c&&!t.props.__P)return t.__e=null,t.__k.some(function(e){return e&&(t.__e=e.__e)}),Kt(t)}function mt(t){(8&t.__g||(t.__g|=8,Y.push(t),Oe++))&&dt==S.debounceRendering||((dt=S.debounceRendering)||queueMicrotask)(Vt)}function Vt(){try{for(var t,e=1;Y.length;)Y.length>e&&Y.sort(Wt),t=Y.shift(),e=Y.length,8&t.__g&&os(t)}finally{(Oe=Y.length)&&(dt||queueMicrotask)(Vt)}}function Yt(t,e,r,n,s,o,i,a,l,d,u){var m,h,p,g,b,_,k=n.__k||Be,w=e.length;for(l=is(r,e,k,l,w),m=0;m<w;m++)(p=r.__k[m])!=null&&(h=~p.__i&&k[p.__i]||Ne,p.__i=m,_=_t(t,p,h,s,o,i,a,l,d,u),g=p.__e,(h.ref!=p.ref||8&h.__u)&&(h.ref&&kt(h.ref,null,p,h),p.ref&&u.push(p.ref,p.__c||g,p)),b=b||g,4&p.__u?(l=er(p,l,t,!h.__v),h.__e&&(h.__e=null)):typeof p.type=="function"&&_!==void 0?l=_:g&&(l=g.nextSibling),p.__u&=-21);return r.__e=b,l}function is(t,e,r,n,s){var o,i,a,l,d,u,m,h,p,g=r.length,b=g,_=0,k=0,w=t.__k=Array(s);for(o=0;o<s;o++)(i=e[o])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=w[o]=ze(null,i):gt(i)?i=w[o]=ze(j,{children:i}):i.constructor===be&&i.__b?i=w[o]=ze(i.type,i.props,i.key,i.ref,i.__v):w[o]=i,l=o+_,i.__=t,i.__b=t.__b+1,a=null,~(d=i.__i=as(i,r,l,b))&&(b--,(a=r[d])&&(a.__u|=2)),a&&a.__v?(i.__u|=16,d==l-1?_--:d==l+1?_++:d!=l&&(d>l?_--:_++,k=1)):(~d||(s>g?_--:s<g&&_++),typeof i.type!="function"&&(i.__u|=4))):w[o]=null;if(k){for(u=[],m=[],o=0;o<s;o++)if((i=w[o])&&16&i.__u){for(_=0,h=u.length;_<h;)u[p=_+h>>1]<i.__i?_=p+1:h=p;u[_]=i.__i,m[o]=_+1}for(_=u.length;o--;)m[o]&&(m[o]==_?_--:w[o].__u|=4)}if(b)for(o=0;o<g;o++)!(a=r[o])||2&a.__u||(a.__e==n&&(n=ee(a)),bt(a,a));return n}function er(t,e,r,n){var s,o,i,a;if(typeof t.type=="function"){if(t.props.__P)return e;if(s=t.__k)for(o=0;o<s.length;o++)s[o]&&(s[o].__=t,e=er(s[o],e,r,!1));return e}for(e&&!e.parentNode&&(e=ee(t))&&!e.parentNode&&(e=null),i=t.__e,a=e;a&&a.nodeType==8;)a=a.nextSibling;for(i!=a&&(!n&&r.moveBefore&&i.parentNode?r.moveBefore(i,e):r.insertBefore(i,e||null)),e=i;(e=e&&e.nextSibling)&&e.nodeType==8&&!e.data.startsWith("$s"););return e}function as(t,e,r,n){var s,o=t.key,i=t.type,a=e[r],l=a&&!(2&a.__u);if(a===null&&o==null||l&&o==a.key&&i==a.type)return r;if(n>(l?1:0)){for(s=r-1;s>=0;s--)if((a=e[s])&&!(2&a.__u)&&o==a.key&&i==a.type)return s;for(s=r+1;s<e.length;s++)if((a=e[s])&&!(2&a.__u)&&o==a.key&&i==a.type)return s}return-1}function Ut(t,e,r){r==null&&(r=""),e[0]=="-"?t.setProperty(e,r):t[e]=r}function Ie(t,e,r,n,s){var o,i;if(e=="style")if(typeof r=="string")t.style.cssText=r;else{if(typeof n=="string"&&(t.style.cssText=n=""),n)for(e in n)r&&e in r||Ut(t.style,e);if(r)for(e in r)n&&r[e]==n[e]||Ut(t.style,e,r[e])}else if(e[0]=="o"&&e[1]=="n")typeof r!="function"&&(r=null),typeof n!="function"&&(n=null),(t.__e||(t.__e={}))[e]=r,r&&n||(i=ht[e]||(ht[e]=ls(e)),(t.__a||(t.__a={}))[e]=ft,o=e!=(e=e.replace(Qt,"$1")),(e=e.slice(2))[0]<"a"&&(e=e.toLowerCase()),r?t.addEventListener(e,i,o):t.removeEventListener(e,i,o));else{if(s=="http://www.w3.org/2000/svg")e=e.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(e!="width"&&e!="height"&&e!="href"&&e!="list"&&e!="form"&&e!="tabIndex"&&e!="download"&&e!="rowSpan"&&e!="colSpan"&&e!="role"&&e!="popover"&&e in t)try{return void(t[e]=r??"")}catch{}if(typeof r=="function")return;r==null||r===!1&&e[4]!="-"?t.removeAttribute(e):t.setAttribute(e,e=="popover"&&r==1?"":r)}}function ls(t){return function(e){var r=this.__e;if(r){if(r=r[t],e[Le]==null)e[Le]=ft++;else if(e[Le]<this.__a[t])return;return r(S.event?S.event(e):e)}}}function _t(t,e,r,n,s,o,i,a,l,d){var u,m,h,p,g,b,_,k,w,x,M,J,K,G,q,V,O,X,B=e.type;if(e.constructor!==be)return null;128&r.__u&&(l=32&r.__u,u=r.__c.__z)&&(e.__u|=l,m=o=[],u.nodeType==8?a=De(u,o):o.push(u),a=o[0]||a),(u=S.__b)&&u(e);e:if(typeof B=="function"){h=i.length;try{if(k=e.props,w=(u=B.prototype)&&u.render,x=(u=B.contextType)&&n[u.__c],M=u?x?x.props.value:u.__:n,(p=r.__c)?(e.__c=p,2&p.__g&&(p.__g|=1)):(w?e.__c=p=new B(k,M):(e.__c=p=new qe(k,M),p.constructor=B,p.render=us),x&&x.sub(p),p.state||(p.state={}),p.__n=n,p.__g|=8,p.__h=[],p.__k=[]),w&&(p.__s||(p.__s=p.state),B.getDerivedStateFromProps&&(p.__s==p.state&&(p.__s=se({},p.__s)),se(p.__s,B.getDerivedStateFromProps(k,p.__s)))),g=p.props,b=p.state,p.__v=e,r.__c){if(k!==g&&w&&!B.getDerivedStateFromProps&&p.componentWillReceiveProps&&p.componentWillReceiveProps(k,M),e.__v==r.__v&&!(8&p.__g)||!(4&p.__g)&&p.shouldComponentUpdate&&p.shouldComponentUpdate(k,p.__s,M)===!1){e.__v!=r.__v&&(p.props=k,p.state=p.__s,p.__g&=-9),e.__e=r.__e,e.__k=r.__k,e.__k.some(function(C){C&&(C.__=e)}),Be.push.apply(p.__h,p.__k),p.__k=[],p.__h.length&&i.push(p),a=ee(r);break e}p.componentWillUpdate&&p.componentWillUpdate(k,p.__s,M),w&&p.componentDidUpdate&&p.__h.push(function(){p.componentDidUpdate(g,b,_)})}else w&&!B.getDerivedStateFromProps&&p.componentWillMount&&p.componentWillMount(),w&&p.componentDidMount&&p.__h.push(p.componentDidMount);p.context=M,p.props=k,p.__P=t,p.__g&=-5,J=S.__r,K=w?25:0;do p.__g&=-9,J&&J(e),u=p.render(p.props,p.state=p.__s,p.context);while(8&p.__g&&++K<25);w&&(Be.push.apply(p.__h,p.__k),p.__k=[]),p.state=p.__s,p.getChildContext&&(n=se({},n,p.getChildContext())),w&&r.__c&&p.getSnapshotBeforeUpdate&&(_=p.getSnapshotBeforeUpdate(g,b)),G=u&&u.type===j&&u.key==null?u.props.children:u,k.__P&&(u=a,s=(t=k.__P).namespaceURI,l=o=null,r.props&&r.props.__P!=t&&(r.__k.some(function(C){C&&bt(C,C)}),r.__k=null),a=r.__k?ee(r,0):null),a=Yt(t,gt(G)?G:[G],e,r,n,s,o,i,a,l,d),k.__P&&(e.__e=null,a=u),e.__u&=-161,m&&m.some(ne),p.__h.length&&i.push(p),1&p.__g&&(p.__g&=-4)}catch(C){if(i.length=h,e.__v=null,l||o)if(C&&C.then){if(e.__u|=128|l,o){for(~(O=o.indexOf(a||void 0))||(O=o.length);(X=o[O-1])&&X.nodeType==8;)O--;for(;O<o.length;O++)if(X=o[O])if(o[O]=null,q){if(X==V)break}else{if(X.nodeType!=8)break;X.data.startsWith("$s")&&(V=De(q=X))}}if(!q){for(;a&&a.nodeType==8&&a.nextSibling;)a=a.nextSibling;q=a}(u=De(q=e.__c.__z||(e.__c.__z=q)))?(e.__e=q,a=u):e.__e=a,a=a&&a.nextSibling}else o&&o.some(ne);else e.__e=r.__e;e.__k||(e.__k=r.__k||[]),C&&C.then||tr(e),S.__e(C,e,r)}}else a=e.__e=cs(r.__e,e,r,n,s,o,i,l,d,t);return(u=S.diffed)&&u(e),a}function De(t,e){if(t&&t.nodeType==8&&t.data.startsWith("$s"))for(var r=1;t=t.nextSibling;){if(t.nodeType==8){if(t.data.startsWith("$s"))r++;else if(t.data.startsWith("/$s")&&!--r)return t}e&&e.push(t)}}function tr(t){t&&(t.__c&&(t.__c.__g|=4),t.__k&&t.__k.some(tr))}function rr(t,e,r){for(var n=0;n<r.length;)kt(r[n++],r[n++],r[n++]);S.__c&&S.__c(e,t),t.some(function(s){try{t=s.__h,s.__h=[],t.some(function(o){o.call(s)})}catch(o){S.__e(o,s.__v)}})}function cs(t,e,r,n,s,o,i,a,l,d){var u,m,h,p,g,b,_,k,w=r.props||Ne,x=e.props,M=e.type;if(M=="svg"?s="http://www.w3.org/2000/svg":M=="math"?s="http://www.w3.org/1998/Math/MathML":s||(s="http://www.w3.org/1999/xhtml"),o){for(u=0;u<o.length;u++)if((g=o[u])&&(M?g.localName==M:g.nodeType==3)){t=g,o[u]=null;break}}if(!t){if(k=d.ownerDocument||document,!M)return k.createTextNode(x);t=k.createElementNS(s,M,x.is?x:d),a&&(S.__m&&S.__m(e,o),a=!1),o=null}if(M){if(d=M=="template"&&t.content||t,o=M=="textarea"&&x.defaultValue!=null?null:o&&Zt.call(d.childNodes),!a&&o)for(w={},u=0;u<t.attributes.length;u++)w[(g=t.attributes[u]).name]=g.value;for(u in w)g=w[u],u=="dangerouslySetInnerHTML"?h=g:u=="children"||u in x||u=="value"&&"defaultValue"in x||u=="checked"&&"defaultChecked"in x||Ie(t,u,null,g,s);for(u in x)g=x[u],u=="children"?p=g:u=="dangerouslySetInnerHTML"?m=g:u=="value"?b=g:u=="checked"?_=g:a&&typeof g!="function"||w[u]===g||Ie(t,u,g,w[u],s);m?(a||h&&(m.__html==h.__html||m.__html==t.innerHTML)||(t.innerHTML=m.__html),e.__k=[]):(h&&(t.textContent=""),(M=="foreignObject"||s=="http://www.w3.org/1998/Math/MathML"&&ss.test(M))&&(s="http://www.w3.org/1999/xhtml"),Yt(d,gt(p)?p:[p],e,r,n,s,o,i,o?o[0]:r.__k&&ee(r,0),a,l),o&&o.some(ne)),a&&M!="textarea"||(u="value",M=="progress"&&b==null?t.removeAttribute(u):b==null||b===t[u]&&(M!="progress"||b)||Ie(t,u,b,w[u],s),u="checked",_!=null&&_!=t[u]&&Ie(t,u,_,w[u],s))}else w===x||a&&t.data==x||(t.data=x);return t}function kt(t,e,r,n){try{typeof t=="function"?e?e.__x=t(e)||1:n&&(n=n.__c||n.__e)&&(e=n.__x)&&(n.__x=null,typeof e=="function"?e():t(null)):t.current=e}catch(s){S.__e(s,r)}}function bt(t,e,r){var n,s,o,i;if(S.unmount&&S.unmount(t),!(n=t.ref)||n.current&&n.current!=t.__e||kt(n,null,e,t),n=t.__c){if(n.componentWillUnmount)try{n.componentWillUnmount()}catch(a){S.__e(a,e)}n.__P=n.__n=null}if(n=t.__k)for(i=0;i<n.length;i++)n[i]&&bt(n[i],e,typeof t.type!="function"||r&&!t.props.__P);!r&&(n=t.__c)&&(n=n.__z)&&(s=De(n,o=[]))&&(n==t.__e&&o.some(ne),ne(s),ne(n)),r||ne(t.__e),t.__e=t.__c=t.__=null}function us(t,e,r){return this.constructor(t,r)}function xt(t,e){var r,n,s,o;S.__&&S.__(t,e),e.nodeType==9&&(e=e.documentElement),n=(r=t&&32&t.__u)?null:e.__k,e.__k=ze(j,{children:[t]}),s=[],o=[],_t(e,e.__k,n||Ne,Ne,e.namespaceURI,n?null:e.firstChild?Zt.call(e.childNodes):null,s,n?n.__e:e.firstChild,r,o),rr(s,e.__k,o),e.__k.props.children=null}function nr(t){function e(r){var n,s;return this.getChildContext||(n=new Set,(s={})[e.__c]=this,this.getChildContext=function(){return s},this.shouldComponentUpdate=function(o){this.props.value!=o.value&&n.forEach(function(i){i.__g|=4,mt(i)})},this.sub=function(o){n.add(o);var i=o.componentWillUnmount;o.componentWillUnmount=function(){n.delete(o),i&&i.call(o)}}),r.children}return e.__c="__cC"+Gt++,e.__=t,e.Provider=(e.Consumer=function(r,n){return r.children(n)}).contextType=e,e}S={__e:function(t,e,r,n){for(var s,o,i;e=e.__;)if((s=e.__c)&&!(1&s.__g)){s.__g|=4;try{if((i=(o=s.constructor)&&o.getDerivedStateFromError)&&s.setState(o.getDerivedStateFromError(t)),s.componentDidCatch&&(s.componentDidCatch(t,n||{}),i=1),i&&8&s.__g)return void(s.__g|=2)}catch(a){t=a}}throw Oe=0,t}},Jt=0,ns=function(t){return t!=null&&t.constructor===be},qe.prototype.setState=function(t,e){var r=this.__s;r&&r!=this.state||(r=this.__s=se({},this.state)),typeof t=="function"&&(t=t(se({},r),this.props)),t&&(se(r,t),this.__v&&(e&&this.__k.push(e),mt(this)))},qe.prototype.forceUpdate=function(t){this.__v&&(this.__g|=4,t&&this.__h.push(t),mt(this))},qe.prototype.render=j,Y=[],Oe=0,Wt=function(t,e){return t.__v.__b-e.__v.__b},Le=Symbol(),Qt=/(PointerCapture)$|Capture$/i,ft=0,ht={},Gt=0;var He=class{constructor(e){this._hold=e;this._again=()=>{document.hidden||this._wake()};this._isDisposed=!1;this._wake=()=>{};window.addEventListener("online",this._again),document.addEventListener("visibilitychange",this._again),this._go()}get isDisposed(){return this._isDisposed}dispose(){this._isDisposed=!0,window.removeEventListener("online",this._again),document.removeEventListener("visibilitychange",this._again),this._wake()}async _go(){let e=500;for(;!this._isDisposed;)e=await this._hold().catch(()=>!1)?500:Math.min(2*e,3e4),await this._rest(e*(.75+Math.random()/2))}async _rest(e){if(!this._isDisposed){let r=0;await new Promise(n=>{this._wake=n,r=window.setTimeout(n,e)}),window.clearTimeout(r)}}};var z=class{constructor(){this._listeners=new Set}connect(e){return this._listeners.add(e),()=>{this._listeners.delete(e)}}emit(e){for(let r of[...this._listeners])try{r(e)}catch(n){console.error(n)}}};var je=class{constructor(e){this.server=e;this._agents=new Map;this._changed=new z;this._connection="connecting";this._moved=new z;this._notified=new z;this._queued=new z;this._refreshed=new z;this._said=new z;this._sessions=new Map;this._tasked=new z;this._line=new He(()=>this._hold())}get changed(){return this._changed}get moved(){return this._moved}get notified(){return this._notified}get refreshed(){return this._refreshed}get queued(){return this._queued}get said(){return this._said}get tasked(){return this._tasked}get connection(){return this._connection}get sessions(){return[...this._sessions.values()]}get agents(){return[...this._agents.values()].sort((e,r)=>e.name.localeCompare(r.name))}get stopped(){let e=new Set(this.sessions.map(r=>r.agent_id));return this.agents.filter(r=>!e.has(r.id))}session(e){return this._sessions.get(e)}dispose(){this._line.dispose(),this.server.dispose()}async _hold(){await this.server.follow(r=>this._on(r));let e=this._connection==="open";return this._line.isDisposed||this._change(()=>this._connection="lost"),e}_on(e){if(!this._line.isDisposed)switch(e.type.split(":").pop()){case"snapshot":return this._change(()=>this._replace(e.data)),this._refreshed.emit();case"agent-changed":return this._change(()=>xe(this._agents,e.data));case"status-changed":return this._move(e.data);case"notification":return this._notified.emit(e.data);case"queue-changed":return this._queued.emit(e.data);case"message":return this._said.emit(e.data);case"task-changed":return this._tasked.emit(e.data)}}_replace(e){this._connection="open",this._sessions=new Map(e.sessions.map(r=>[r.id,r])),this._agents=new Map(e.agents.map(r=>[r.id,r]))}_move(e){let r=this._sessions.get(e.id);this._change(()=>xe(this._sessions,e)),"removed"in e||this._moved.emit({before:r,after:e})}_change(e){e(),this._changed.emit()}};function xe(t,e){"removed"in e?t.delete(e.id):t.set(e.id,e)}function sr(t){return t.request("GET",["specs"])}function or(t,e){return t.request("POST",["agents"],e)}function ir(t,e,r){return t.request("PUT",["agents",e],r)}function Xe(t,e){return t.request("POST",["sessions"],e)}function ar(t,e){return t.request("GET",["sessions",e,"screen"])}function lr(t,e){return t.request("DELETE",["sessions",e])}function cr(t,e,r){return t.request("POST",["sessions",e,"messages"],r)}function ur(t,e,r){return t.request("GET",["instances",e,"messages"],void 0,r?{before:String(r)}:{})}function pr(t,e){return t.request("GET",["sessions",e,"queue"])}function dr(t,e,r){return t.request("PUT",["sessions",e,"queue","paused"],r)}function Fe(t,e,r,n){return t.request("PUT",["sessions",e,"queue",r],n)}function hr(t,e,r){return t.request("DELETE",["sessions",e,"queue",r])}function Ue(t,e,r){return t.request("POST",["sessions",e,"queue",r,"retry"])}function mr(t,e,r){return t.request("POST",["sessions",e,"answer"],r)}function fr(t,e){return t.request("POST",["sessions",e,"interrupt"])}function gr(t,e){return t.request("POST",["sessions",e,"restart"])}function _r(t,e){return t.request("PUT",["sessions",e,"seen"])}function kr(t){return t.request("GET",["tasks"])}function br(t,e){return t.request("POST",["tasks"],e)}function xr(t,e,r){return t.request("PUT",["tasks",e],r)}function vr(t,e,r){return t.request("POST",["tasks",e,"assign"],r)}var Je=class{constructor(e){this._crew=e;this._asked=new Set;this._changed=new z;this._queues=new Map;e.queued.connect(r=>this._put(r)),e.refreshed.connect(()=>this._renew())}get changed(){return this._changed}queue(e){return this._queues.get(e)}want(e){!this._queues.has(e)&&!this._asked.has(e)&&(this._asked.add(e),pr(this._crew.server,e).then(r=>this._queues.has(e)||this._put(r)).catch(()=>{}).finally(()=>this._asked.delete(e)))}_renew(){let e=[...this._queues.keys()];this._queues.clear(),this._crew.sessions.filter(n=>e.includes(n.id)||ps(n)).forEach(({id:n})=>this.want(n))}_put(e){this._queues.set(e.session_id,e),this._changed.emit()}};function ps({pending:t,status:e}){return t>0||["busy","awaiting_input","rate_limited"].includes(e.state)}var We=class{constructor(e){this._crew=e;this._changed=new z;this._late=null;this._problem="";this._sorted=null;this._tasks=new Map;e.tasked.connect(r=>this._on(r)),e.refreshed.connect(()=>this._fetch())}get changed(){return this._changed}get list(){return this._sorted=this._sorted??[...this._tasks.values()].sort((e,r)=>ds(e.id,r.id)),this._sorted}task(e){return this._tasks.get(e)}get problem(){return this._problem}_fetch(){let e=[];this._late=e,kr(this._crew.server).then(({tasks:r})=>{this._late===e&&(this._late=null,this._tasks=new Map(r.map(n=>[n.id,n])),e.forEach(n=>xe(this._tasks,n)),this._tell(""))},r=>this._tell(r.message))}_on(e){this._late?.push(e),xe(this._tasks,e),this._tell(this._problem)}_tell(e){this._problem=e,this._sorted=null,this._changed.emit()}},ds=new Intl.Collator("en",{numeric:!0}).compare;var oe,E,vt,wr,wt=Object.is,we=0,Cr=[],yt=[],P=S,yr=P.__b,Sr=P.__r,Tr=P.diffed,Mr=P.__c,Rr=P.unmount,Er=P.__;function ye(t,e){P.__h&&P.__h(E,t,we||e),we=0;var r=E.__H||(E.__H={__:[],__h:[]});return t>=r.__.length&&r.__.push({}),r.__[t]}function T(t){return we=1,Se(Lr,t)}function Se(t,e,r){var n=ye(oe++,2);if(n.t=t,!n.__c&&(n.__=[r?r(e):Lr(void 0,e),function(o){var i=(n.__N||n.__)[0],a=n.t(i,o);wt(i,a)||(n.__N=[a,n.__[1]],n.__c.setState({}))}],n.__c=E,!E.__f)){E.__f=!0;var s=E.shouldComponentUpdate;E.shouldComponentUpdate=function(o,i,a){var l=this.__H;if(!l)return!0;var d=!1,u=this.props!=o;if(l.__.some(function(h){h.__N&&(d=!0,wt(h.__[0],h.__N[0])||(u=!0))}),s){var m=s.call(this,o,i,a);return d?m||u:m}return!d||u}}return n.__}function A(t,e){var r=ye(oe++,3);!P.__s&&Tt(r.__H,e)&&(r.__P=!0,r.__=t,r.u=e,E.__H.__h.push(r))}function $r(t,e){var r=ye(oe++,4);!P.__s&&Tt(r.__H,e)&&(r.__P=!1,r.__=t,r.u=e,E.__h.push(r))}function $(t){return we=5,Qe(function(){return{current:t}},[])}function Qe(t,e){var r=ye(oe++,7);return Tt(r.__H,e)&&(r.__=t(),r.__H=e),r.__}function Ge(t,e){return we=8,Qe(function(){return t},e)}function Ir(t){var e=E.context[t.__c],r=ye(oe++,9);return r.c=t,e?(r.__==null&&(r.__=!0,e.sub(E)),e.props.value):t.__}function hs(){var t;do{for(;t=yt.shift();)try{ve(t)}catch(r){P.__e(r,{__:(t=t.__P)&&t.__v})}for(;t=Cr.shift();){var e=t.__H;if(t.__P&&e)try{e.__h.some(ve),e.__h.some(St),e.__h=[]}catch(r){e.__h=[],P.__e(r,t.__v)}}}while(yt.length)}P.__b=function(t){E=null,yr&&yr(t)},P.__=function(t,e){t&&e.__k&&e.__k.__m&&(t.__m=e.__k.__m),Er&&Er(t,e)},P.__r=function(t){Sr&&Sr(t),oe=0;var e=(E=t.__c).__H;e&&(vt==E?E.__h=[]:(e.__h.some(ve),e.__h.some(St),oe=0),e.__h=[],e.__.some(function(r){r.__N&&(r.__=r.__N),r.u=r.__N=void 0})),vt=E},P.diffed=function(t){Tr&&Tr(t);var e=t.__c;e&&e.__H&&(e.__H.__h.length&&Pr(Cr.push(e)),e.__H.__.some(function(r){r.u&&(r.__H=r.u)})),vt=E=null},P.__c=function(t,e){e.some(function(r){try{r.__h.some(ve),r.__h=r.__h.filter(function(n){return!n.__||St(n)})}catch(n){r.__h=[function(){throw n}]}}),Mr&&Mr(t,e)},P.unmount=function(t){Rr&&Rr(t);var e,r,n=t.__c;n&&n.__H&&(n.__H.__.some(function(s){try{if(s.__P&&s.__c){if(r===void 0){for(r=t.__;r&&(!r.__c||!r.__c.__P);)r=r.__;r=r&&r.__c}s.__P=r,Pr(yt.push(s))}else ve(s)}catch(o){e=o}}),n.__H=void 0,e&&P.__e(e,n.__v))};var Ar=typeof requestAnimationFrame=="function";function ms(t){var e,r=function(){clearTimeout(n),Ar&&cancelAnimationFrame(e),setTimeout(t)},n=setTimeout(r,35);Ar&&(e=requestAnimationFrame(r))}function Pr(t){t!=1&&wr==P.requestAnimationFrame||((wr=P.requestAnimationFrame)||ms)(hs)}function ve(t){var e=E,r=t.__c;typeof r=="function"&&(t.__c=void 0,r()),E=e}function St(t){var e=E;t.__c=t.__(),E=e}function Tt(t,e){return!t||t.length!=e.length||e.some(function(r,n){return!wt(r,t[n])})}function Lr(t,e){return typeof e=="function"?e(t):e}var me={"needs-you":"▲",done:"✔",working:"◐",starting:"◌",idle:"○",exited:"✕"};function W(t){switch(t.state){case"awaiting_input":return"needs-you";case"idle":return t.seen?"idle":"done";case"busy":case"rate_limited":case"stopping":return"working";default:return t.state}}function Ze(t,e){return t.agent.localeCompare(e.agent)||t.started_at-e.started_at}function zr(t){let e=n=>t.filter(s=>W(s.status)===n).length;return["needs-you","working","done","idle","starting","exited"].map(n=>[n,e(n)]).filter(([,n],s)=>n||s<4)}function Te(t,e,r){switch(t){case"needs-you":return r._n("needs you","need you",e);case"working":return r.__("working");case"done":return r.__("done");case"idle":return r.__("idle");case"starting":return r.__("starting");case"exited":return r.__("exited")}}function fe(t,e,r){let n=Mt(e-t.since);switch(t.state){case"awaiting_input":return r.__("needs you: %1",t.reason??r.__("question"));case"rate_limited":return t.until?r.__("rate limit until %1",fs(t.until)):r.__("rate limit");case"stopping":return r.__("stopping");case"busy":return r.__("working %1",n);case"idle":return t.seen?r.__("idle %1",n):r.__("done %1",n);default:return Te(W(t),1,r)}}function qr(t){return t<1e9?`${Math.round(t/1e6)} MB`:`${(t/1e9).toFixed(1)} GB`}function Ke(t){return t?t<.005?"<$0.01":`$${t.toFixed(2)}`:""}function Dr(t,e,r){if(t&&W(t.status)===W(e.status)&&t.status.prompt?.id===e.status.prompt?.id)return"";switch(W(e.status)){case"needs-you":return r.__("%1 needs you: %2",e.agent,e.status.reason??r.__("question"));case"done":return r.__("%1 is done",e.agent);case"exited":return r.__("%1 has exited",e.agent);default:return""}}function Mt(t){let e=Math.max(0,Math.floor(t)),r=Math.floor(e/60);return r<1?`${e} s`:r<60?`${r} min`:`${Math.floor(r/60)} h ${r%60} min`}function fs(t){return new Date(t*1e3).toLocaleTimeString([],{hour:"2-digit",minute:"2-digit"})}function Or(t){return t.replace(/^(\s*)([─━═╌┄-])\2{9,}\s*$/gm,(e,r,n)=>r+n.repeat(10))}var f={__:(t,...e)=>t.replace(/%(\d)/g,(r,n)=>String(e[Number(n)-1])),_n:(t,e,r)=>r===1?t:e};var gs=Symbol.for("pv"),_s=0;function c(t,e,r,n,s,o){e||(e={});var i,a,l=e;if("ref"in l&&typeof t!="function")for(a in l={},e)a=="ref"?i=e[a]:l[a]=e[a];var d={type:t,props:l,key:r,ref:i,__k:null,__:null,__b:0,__e:null,__c:null,constructor:gs,__v:--_s,__i:-1,__u:0};return(s||o)&&(d.__source=s,d.__self=o),S.vnode&&S.vnode(d),d}var ks=5e3;function I({label:t,hint:e,sign:r,off:n,act:s}){return c("button",{type:"button",class:r?"button sign":"button",title:e??t,"aria-label":r?t:void 0,"aria-disabled":n,onClick:()=>n||s(),children:r??t})}function Rt(t){let[e,r]=T(!1);return A(()=>{let n=e?setTimeout(()=>r(!1),ks):0;return()=>clearTimeout(n)},[e]),c("button",{type:"button",class:e?"button asking":"button",onBlur:()=>r(!1),onClick:()=>{r(!e),e&&t.act()},children:e?t.question:t.label})}function ie({text:t,onDismiss:e}){return t?c("p",{class:"problem",role:"alert",children:[t," ",c(I,{label:f.__("Dismiss"),sign:"✕",act:e})]}):null}var Ve=class{constructor(e,r){this._crew=e;this.session=r;this._before=null;this._changed=new z;this._messages=new Map;this._problem="";this._ends=[e.said.connect(n=>this._onSaid(n)),e.refreshed.connect(()=>this._renew())],this._renew()}get changed(){return this._changed}get messages(){let e=[...this._messages.values()],r=({in_reply_to:n,seq:s})=>(n&&this._messages.get(n)?.seq)??s;return e.sort((n,s)=>Number(r(n))-Number(r(s))||n.seq-s.seq)}get more(){return this._before!==null}get problem(){return this._problem}dispose(){this._ends.forEach(e=>e())}earlier(){this._fetch(this._before??void 0)}_renew(){this._messages.clear(),this._fetch()}_fetch(e){ur(this._crew.server,this.session,e).then(r=>{r.messages.forEach(n=>this._put(n)),this._before=r.before,this._tell("")},r=>this._tell(r.message))}_onSaid(e){e.session_id===this.session&&(this._put(e),this._tell(this._problem))}_put(e){let r=this._messages.get(e.id);(!r||r.updated_at<=e.updated_at)&&this._messages.set(e.id,e)}_tell(e){this._problem=e,this._changed.emit()}};var Nr=nr(null),{Provider:Br}=Nr;function y(){let t=Ir(Nr);if(!t)throw new Error("A view stands outside of a dashboard.");return t}function Ye(t){let[,e]=Se(r=>r+1,0);A(()=>t.connect(()=>e(void 0)),[t])}function te(){let[t,e]=T(Date.now()/1e3);return A(()=>{let r=setInterval(()=>e(Date.now()/1e3),1e3);return()=>clearInterval(r)},[]),t}function ae(){let[t,e]=T("");return[Ge(async n=>{try{return await n,e(""),!0}catch(s){return e(s.message),!1}},[]),t,()=>e("")]}var bs=/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g,xs=/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;function D(t){return t.replace(/\r\n/g,`
`).replace(bs,e=>vs(e.charCodeAt(0))).replace(xs,e=>`⟨U+${e.charCodeAt(0).toString(16).toUpperCase()}⟩`)}function vs(t){return t<32?String.fromCharCode(9216+t):t===127?"␡":`⟨${t.toString(16).toUpperCase()}⟩`}function Hr({sender_type:t,agent:e,origin:r},n){if(t==="agent")return e;switch(r){case"terminal":return n.__("You, in the terminal");case"task":return n.__("A task");default:return n.__("You")}}function jr(t,e){return[ws(t,e),t.usage&&ys(t.usage,e)].filter(Boolean).join(" · ")}function Xr({sender_type:t,status:e}){return t==="user"&&["error","cancelled","uncertain"].includes(e)}function ws({sender_type:t,status:e},r){let n={pending:r.__("waits in the queue"),sending:r.__("is being sent"),processing:r.__("at work"),error:r.__("failed"),cancelled:r.__("cancelled"),uncertain:r.__("uncertain whether it arrived")};return t==="user"?n[e]??"":""}function ys({input_tokens:t,output_tokens:e,cost_usd:r},n){let s=(t??0)+(e??0);return[s?n.__("%1 tokens",s.toLocaleString()):"",Ke(r)].filter(Boolean).join(", ")}function Ct(){return{async:!1,breaks:!1,extensions:null,gfm:!0,hooks:null,pedantic:!1,renderer:null,silent:!1,tokenizer:null,walkTokens:null}}var de=Ct();function en(t){de=t}var ce={exec:()=>null};function le(t){let e=[];return r=>{let n=Math.max(0,Math.min(3,r-1)),s=e[n];return s||(s=t(n),e[n]=s),s}}function v(t,e=""){let r=typeof t=="string"?t:t.source,n={replace:(s,o)=>{let i=typeof o=="string"?o:o.source;return i=i.replace(L.caret,"$1"),r=r.replace(s,i),n},getRegex:()=>new RegExp(r,e)};return n}var tn=((t="")=>{try{return!!new RegExp("(?<=1)(?<!1)"+t)}catch{return!1}})(),L={codeRemoveIndent:/^(?: {0,3}\t| {1,4})/gm,listInterruptsParagraph:/^ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/,outputLinkReplace:/\\([\[\]])/g,indentCodeCompensation:/^(\s+)(?:```)/,beginningSpace:/^\s+/,endingHash:/#$/,startingSpaceChar:/^ /,endingSpaceChar:/ $/,endingSpaceTabChar:/[ \t]$/,nonSpaceChar:/[^ ]/,newLineCharGlobal:/\n/g,tabCharGlobal:/\t/g,leadingSpaceTab:/^[ \t]+/,multipleSpaceGlobal:/\s+/g,blankLine:/^[ \t]*$/,doubleBlankLine:/\n[ \t]*\n[ \t]*$/,blockquoteStart:/^ {0,3}>/,blockquoteSetextReplace:/\n {0,3}((?:=+|-+)[ \t]*)(?=\n|$)/g,blockquoteSetextReplace2:/^ {0,3}>[ \t]?/gm,blockquoteMarkerWhitespace:/^( {0,3}>)(\t[ \t]*)/gm,nestedBlockMarker:/^ {0,3}(?:(?:[*+-]|\d{1,9}[.)])(?: |$)|> ?)/,listReplaceNesting:/^ {1,4}(?=( {4})*[^ ])/g,listIsTask:/^\[[ xX]\][ \t]+\S/,listReplaceTask:/^\[[ xX]\][ \t]+/,listTaskCheckbox:/\[[ xX]\]/,anyLine:/\n.*\n/,hrefBrackets:/^<(.*)>$/,tableDelimiter:/[:|]/,tableAlignChars:/^\||\| *$/g,tableRowBlankLine:/\n[ \t]*$/,tableAlignRight:/^ *-+: *$/,tableAlignCenter:/^ *:-+: *$/,tableAlignLeft:/^ *:-+ *$/,startATag:/^<a /i,endATag:/^<\/a>/i,startPreScriptTag:/^<(pre|code|kbd|script)(\s|>)/i,endPreScriptTag:/^<\/(pre|code|kbd|script)(\s|>)/i,startAngleBracket:/^</,endAngleBracket:/>$/,pedanticHrefTitle:/^([^'"]*[^\s])\s+(['"])(.*)\2/,unicodeAlphaNumeric:/[\p{L}\p{N}]/u,numericCharacterReference:/&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));/,numericCharacterReferenceOrAmpersand:/&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g,escapeTest:/[&<>"']/,escapeReplace:/[&<>"']/g,escapeTestNoEncode:/[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/,escapeReplaceNoEncode:/[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g,caret:/(^|[^\[])\^/g,percentDecode:/%25/g,findPipe:/\|/g,splitPipe:/ \|/,slashPipe:/\\\|/g,carriageReturn:/\r\n|\r/g,spaceLine:/^ +$/gm,notSpaceStart:/^\S*/,endingNewline:/\n$/,listItemRegex:t=>new RegExp(`^( {0,3}${t})((?:[	 ][^\\n]*)?(?:\\n|$))`),nextBulletRegex:le(t=>new RegExp(`^ {0,${t}}(?:[*+-]|\\d{1,9}[.)])((?:[ 	][^\\n]*)?(?:\\n|$))`)),hrRegex:le(t=>new RegExp(`^ {0,${t}}((?:-[ 	]*){3,}|(?:_[ 	]*){3,}|(?:\\*[ 	]*){3,})(?:\\n+|$)`)),fencesBeginRegex:le(t=>new RegExp(`^ {0,${t}}(?:\`\`\`|~~~)`)),headingBeginRegex:le(t=>new RegExp(`^ {0,${t}}#{1,6}(?:\\s|$)`)),pedanticHeadingBeginRegex:le(t=>new RegExp(`^ {0,${t}}#`)),htmlBeginRegex:le(t=>new RegExp(`^ {0,${t}}(?:</?(?:${It})(?:[ \\t]+|$|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)`,"i")),blockquoteBeginRegex:le(t=>new RegExp(`^ {0,${t}}>`)),nestedContainerMarkers:/^(?: {0,3}(?:(?:[*+-]|\d{1,9}[.)])[ \t]+|>[ \t]?))+/},Ss=/^(?:[ \t]*(?:\n|$))+/,Ts=/^((?: {4}| {0,3}\t)[^\n]+(?:\n(?:[ \t]*(?:\n|$))*)?)+/,Ms=/^ {0,3}(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})([^\n]*)(?:\n|$)(?:|([\s\S]*?)(?:\n|$))(?: {0,3}(?:(?=`)\1`*|(?=~)\1~*) *(?=\n|$)|$)/,Ee=/^ {0,3}((?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/,Rs=/^ {0,3}(#{1,6})(?=\s|$)(.*)(?:\n+|$)/,$t=/ {0,3}(?:[*+-]|\d{1,9}[.)])/,It="address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul",Ae=v(" {0,3}(?:</?(?:tag)(?:[ \\t]+|\\n|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)").replace("tag",It).getRegex(),rn=/^(?!bull |blockCode|fences|blockquote|heading|html|table)((?:.|\n(?!\s*?\n|bull |fences|blockquote|heading|hr|html|table))+?)\n {0,3}(=+|-+)[ \t]*(?:\n+|$)/,nn=v(rn).replace(/bull/g,$t).replace(/blockCode/g,/(?: {4}| {0,3}\t)/).replace(/fences/g,/ {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g,/ {0,3}>/).replace(/heading/g,/ {0,3}#{1,6}(?:\s|$)/).replace(/hr/g,/ {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/\|table/g,"").replace(/html/g,Ae).getRegex(),Es=v(rn).replace(/bull/g,$t).replace(/blockCode/g,/(?: {4}| {0,3}\t)/).replace(/fences/g,/ {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g,/ {0,3}>/).replace(/heading/g,/ {0,3}#{1,6}(?:\s|$)/).replace(/hr/g,/ {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/table/g,/ {0,3}\|?(?:[:\- ]*\|)+[\:\- ]*\n/).replace(/html/g,Ae).getRegex(),Lt=/^([^\n]+(?:\n(?!hr|heading|lheading|blockquote|fences|list|html|table|[ \t]+\n)[^\n]+)*)/,As=/^[^\n]+/,zt=/(?!\s*\])(?:\\[\s\S]|[^\[\]\\\n]|\n(?![ \t]*\n))+/,Ps=v(/^ {0,3}\[(label)\]: *(?:\n[ \t]*)?([^<\s][^\s]*|<(?:\\.|[^\n<>\\])*>)(?:(?: +(?:\n[ \t]*)?| *\n[ \t]*)(title))? *(?:\n+|$)/).replace("label",zt).replace("title",/(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\\n]|\n(?!\n))*'|\((?:\\[\s\S]|[^()\\])*\))/).getRegex(),Cs=v(/^(bull)([ \t][^\n]*?)?(?:\n|$)/).replace(/bull/g,$t).getRegex(),qt=/<!--(?:-?>|[\s\S]*?(?:-->|$))/,$s=v("^ {0,3}(?:<(script|pre|style|textarea)[\\s>][\\s\\S]*?(?:</\\1>[^\\n]*\\n*|$)|comment[^\\n]*(\\n+|$)|<\\?[\\s\\S]*?(?:\\?>[^\\n]*\\n*|$)|<![A-Z][\\s\\S]*?(?:>[^\\n]*\\n*|$)|<!\\[CDATA\\[[\\s\\S]*?(?:\\]\\]>[^\\n]*\\n*|$)|</?(tag)(?:[ \\t]+|\\n|/?>|$)[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|<(?!(?:script|pre|style|textarea)(?![a-z0-9-]))([a-z][a-z0-9-]*)(?:attribute)*?[ \\t]*/?>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|</[a-z][a-z0-9-]*\\s*>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$))","i").replace("comment",qt).replace("tag",It).replace("attribute",/[ \t]+[a-zA-Z:_][\w.:-]*(?:[ \t]*=[ \t]*"[^"\n]*"|[ \t]*=[ \t]*'[^'\n]*'|[ \t]*=[ \t]*[^\s"'=<>`]+)?/).getRegex(),sn=t=>v(Lt).replace("hr",Ee).replace("heading"," {0,3}#{1,6}(?:\\s|$)").replace("|lheading","").replace("|table","").replace("blockquote"," {0,3}>").replace("fences"," {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list",t).replace("html",Ae).getRegex(),Is=sn(/ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/),Ls=sn(/ {0,3}(?:[*+-]|\d{1,9}[.)])(?:[ \t]|\n|$)/),zs=v(/^( {0,3}> ?(?:(?![ \t]*(?:\n|$))(paragraph)|[^\n]*)(?:\n|$))+/).replace("paragraph",Ls).getRegex(),Dt={blockquote:zs,code:Ts,def:Ps,fences:Ms,heading:Rs,hr:Ee,html:$s,lheading:nn,list:Cs,newline:Ss,paragraph:Is,table:ce,text:As},Fr=v("^ *([^\\n ].*)\\n {0,3}((?:\\| *)?:?-+:? *(?:\\| *:?-+:? *)*(?:\\| *)?)(?:\\n((?:(?! *\\n|hr|heading|blockquote|code|fences|list|html).*(?:\\n|$))*)\\n*|$)").replace("hr",Ee).replace("heading"," {0,3}#{1,6}(?:\\s|$)").replace("blockquote"," {0,3}>").replace("code","(?: {4}| {0,3}	)[^\\n]").replace("fences"," {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list"," {0,3}(?:[*+-]|1[.)])[ \\t]").replace("html",Ae).getRegex(),qs={...Dt,lheading:Es,table:Fr,paragraph:v(Lt).replace("hr",Ee).replace("heading"," {0,3}#{1,6}(?:\\s|$)").replace("|lheading","").replace("table",Fr).replace("blockquote"," {0,3}>").replace("fences"," {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list"," {0,3}(?:[*+-]|1[.)])[ \\t]+[^ \\t\\n]").replace("html",Ae).getRegex()},Ds={...Dt,html:v(`^ *(?:comment(?: *\\n|\\s*$)|<(tag)[\\s\\S]+?</\\1>(?: *\\n{2,}|\\s*$)|<tag(?:"[^"]*"|'[^']*'|\\s[^'"/>\\s]*)*?/?>(?: *\\n{2,}|\\s*$))`).replace("comment",qt).replace(/tag/g,"(?!(?:a|em|strong|small|s|cite|q|dfn|abbr|data|time|code|var|samp|kbd|sub|sup|i|b|u|mark|ruby|rt|rp|bdi|bdo|span|br|wbr|ins|del|img)\\b)\\w+(?!:|[^\\w\\s@]*@)\\b").getRegex(),def:/^ *\[([^\]]+)\]: *<?([^\s>]+)>?(?: +(["(][^\n]+[")]))? *(?:\n+|$)/,heading:/^(#{1,6})(.*)(?:\n+|$)/,fences:ce,lheading:/^(.+?)\n {0,3}(=+|-+) *(?:\n+|$)/,paragraph:v(Lt).replace("hr",Ee).replace("heading",` *#{1,6} *[^
]`).replace("|table","").replace("blockquote"," {0,3}>").replace("|fences","").replace("|list","").replace("|html","").replace("|tag","").replace("lheading",nn).getRegex()},Os=/^\\([!"#$%&'()*+,\-./:;<=>?@\[\]\\^_`{|}~])/,Ns=/^(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/,on=/^( {2,}|\\)\n(?!\s*$)[ \t]*/,Bs=/^(`+|[^`])(?:(?= {2,}\n)|[\s\S]*?(?:(?=[\\<!\[`*_]|\b_|$)|[^ ](?= {2,}\n)))/,Q=/[\p{P}\p{S}]/u,_e=/[\s\p{P}\p{S}]/u,Pe=/[^\s\p{P}\p{S}]/u,Hs=v(/^((?![*_])punctSpace)/,"u").replace(/punctSpace/g,_e).getRegex(),js=/[\p{Pi}\p{Ps}"']/u,an=/(?!~)[\p{P}\p{S}]/u,Xs=/(?!~)[\s\p{P}\p{S}]/u,Fs=/(?:[^\s\p{P}\p{S}]|~)/u,Us=v(/link|precode-code|html/,"g").replace("link",/\[(?:[^\[\]`]|(?<a>`+)[^`]+\k<a>(?!`))*?\]\((?:\\[\s\S]|[^\\\(\)]|\((?:\\[\s\S]|[^\\\(\)])*\))*\)/).replace("precode-",tn?"(?<!`)()":"(^^|[^`])").replace("code",/(?<b>`+)[^`]+\k<b>(?!`)/).replace("html",/<(?! )[^<>]*?>/).getRegex(),ln=/^(?:\*+(?:((?!\*)punct)|([^\s*]))?)|^_+(?:((?!_)punct)|([^\s_]))?/,Js=v(ln,"u").replace(/punct/g,Q).getRegex(),Ws=v(ln,"u").replace(/punct/g,an).getRegex(),Qs=/^(?:\*+(?:((?!\*)(?!openQuote)punct)|([^\s*]))?)|^_+(?:((?!_)(?!openQuote)punct)|([^\s_]))?/,Gs=v(Qs,"u").replace(/openQuote/g,js).replace(/punct/g,Q).getRegex(),cn="^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)punctSpace(\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|notPunctSpace(\\*+)(?=notPunctSpace)",Zs=v(cn,"gu").replace(/notPunctSpace/g,Pe).replace(/punctSpace/g,_e).replace(/punct/g,Q).getRegex(),Ks=v(cn,"gu").replace(/notPunctSpace/g,Fs).replace(/punctSpace/g,Xs).replace(/punct/g,an).getRegex(),Vs="^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)[\\s](\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|(?:(?!\\*)punct|notPunctSpace)(\\*+)(?!\\*)(?=notPunctSpace)",Ys=v(Vs,"gu").replace(/notPunctSpace/g,Pe).replace(/punctSpace/g,_e).replace(/punct/g,Q).getRegex(),eo=v("^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)punctSpace(_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)","gu").replace(/notPunctSpace/g,Pe).replace(/punctSpace/g,_e).replace(/punct/g,Q).getRegex(),to="^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)[\\s](_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)|(?:(?!_)punct|notPunctSpace)(_+)(?!_)(?=notPunctSpace)",ro=v(to,"gu").replace(/notPunctSpace/g,Pe).replace(/punctSpace/g,_e).replace(/punct/g,Q).getRegex(),no=v(/^~~?(?:((?!~)punct)|[^\s~])/,"u").replace(/punct/g,Q).getRegex(),so="^[^~]+(?=[^~])|(?!~)punct(~~?)(?=[\\s]|$)|notPunctSpace(~~?)(?!~)(?=punctSpace|$)|(?!~)punctSpace(~~?)(?=notPunctSpace)|[\\s](~~?)(?!~)(?=punct)|(?!~)punct(~~?)(?!~)(?=punct)|notPunctSpace(~~?)(?=notPunctSpace)",oo=v(so,"gu").replace(/notPunctSpace/g,Pe).replace(/punctSpace/g,_e).replace(/punct/g,Q).getRegex(),io=v(/\\(punct)/,"gu").replace(/punct/g,Q).getRegex(),ao=v(/(`+)(?:[^`]|[^`][\s\S]*?[^`])\1(?!`)|`+|\\(punct)/,"gu").replace(/punct/g,Q).getRegex(),lo=v(/^<(scheme:[^\s\x00-\x1f<>]*|email)>/).replace("scheme",/[a-zA-Z][a-zA-Z0-9+.-]{1,31}/).replace("email",/[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+(@)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+(?![-_])/).getRegex(),co=v(qt).replace("(?:-->|$)","-->").getRegex(),uo=v("^comment|^</[a-zA-Z][a-zA-Z0-9-]*\\s*>|^<[a-zA-Z][a-zA-Z0-9-]*(?:attribute)*?\\s*/?>|^<\\?[\\s\\S]*?\\?>|^<![a-zA-Z]+\\s[\\s\\S]*?>|^<!\\[CDATA\\[[\\s\\S]*?\\]\\]>").replace("comment",co).replace("attribute",/\s+[a-zA-Z:_][\w.:-]*(?:\s*=\s*"[^"]*"|\s*=\s*'[^']*'|\s*=\s*[^\s"'=<>`]+)?/).getRegex(),un=/\[(?:\\[\s\S]|[^\[\]\\])*\]/,rt=v(/(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\])|[^\[\]\\`])*?/).replace("brackets",un).getRegex(),po=v(/^!?\[(label)\]\([ \t\n]*(href)(?:(?:[ \t]+(?:\n[ \t]*)?|\n[ \t]*)(title))?[ \t\n]*\)/).replace("label",rt).replace("href",/<(?:\\.|[^\n<>\\])*>|(?!<)[^ \t\n\x00-\x1f]+|(?=\))/).replace("title",/"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\((?:\\[\s\S]|[^)\\])*\)/).getRegex(),ho=v(/^!?\[(label)\]\[(ref)\]/).replace("label",rt).replace("ref",zt).getRegex(),mo=v(/^!?\[(ref)\](?:\[\])?/).replace("ref",zt).getRegex(),Ur=/(?!\s*\])(?:\\[\s\S]|[^\[\]\\]){1,999}/,fo=v(/(?:[^\[\]\\`]*(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\]))){0,999}?[^\[\]\\`]*?/).replace("brackets",un).getRegex(),go=v("reflink|nolink(?!\\()","g").replace("reflink",v(/^!?\[(label)\]\[(ref)\]/).replace("label",fo).replace("ref",Ur).getRegex()).replace("nolink",v(/^!?\[(ref)\](?:\[\])?/).replace("ref",Ur).getRegex()).getRegex(),Jr=/[hH][tT][tT][pP][sS]?|[fF][tT][pP]/,_o=/[A-Za-z0-9._+-]+@[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/,ko=v(/(?:mailto:email|xmpp:email(?:\/[A-Za-z0-9@.]+)?)/).replace(/email/g,_o).getRegex(),Ot={_backpedal:ce,anyPunctuation:io,anyPunctuationOutsideCode:ao,autolink:lo,blockSkip:Us,br:on,code:Ns,del:ce,delLDelim:ce,delRDelim:ce,emStrongLDelim:Js,emStrongRDelimAst:Zs,emStrongRDelimUnd:eo,escape:Os,link:po,nolink:mo,punctuation:Hs,reflink:ho,reflinkSearch:go,tag:uo,text:Bs,url:ce},bo={...Ot,emStrongLDelim:Gs,emStrongRDelimAst:Ys,emStrongRDelimUnd:ro,link:v(/^!?\[(label)\]\((.*?)\)/).replace("label",rt).getRegex(),reflink:v(/^!?\[(label)\]\s*\[([^\]]*)\]/).replace("label",rt).getRegex()},Et={...Ot,emStrongRDelimAst:Ks,emStrongLDelim:Ws,delLDelim:no,delRDelim:oo,url:v(/^emailProtocol|^((?:protocol):\/\/|www\.)(?:[a-zA-Z0-9\-]+\.?)+[^\s<]*|^email/).replace("emailProtocol",ko).replace("protocol",Jr).replace("email",/[A-Za-z0-9._+-]+(@)[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/).getRegex(),_backpedal:/(?:[^?!.,:;*_'"~()&]+|\([^)]*\)|&(?![a-zA-Z0-9]+;$)|[?!.,:;*_'"~)]+(?!$))+/,del:/^(~~?)(?=[^\s~])((?:\\[\s\S]|[^\\])*?(?:\\[\s\S]|[^\s~\\]))\1(?=[^~]|$)/,text:v(/^(?:[^a-zA-Z0-9](?=emailProtocol)|(`+|~+|[^`~])(?:(?=[`~])|(?= {2,}\n)|(?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@)|[\s\S]*?(?:(?=[\\<!\[`*~_]|\b_|protocol:\/\/|wwwStart|$)|[^ ](?= {2,}\n)|[^a-zA-Z0-9](?=emailProtocol)|[^a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-](?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@))))/).replace("protocol",Jr).replace(/emailProtocol/g,/(?:mailto|xmpp):/).replace("wwwStart",tn?"(?<![^\\s*_~(])www\\.":"www\\.").getRegex()},xo={...Et,br:v(on).replace("{2,}","*").getRegex(),text:v(Et.text).replace("\\b_","\\b_| {2,}\\n").replace(/\{2,\}/g,"*").getRegex()},et={normal:Dt,gfm:qs,pedantic:Ds},Me={normal:Ot,gfm:Et,breaks:xo,pedantic:bo},vo={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;"},Wr=t=>vo[t];function N(t,e){if(e){if(L.escapeTest.test(t))return t.replace(L.escapeReplace,Wr)}else if(L.escapeTestNoEncode.test(t))return t.replace(L.escapeReplaceNoEncode,Wr);return t}function wo(t){return L.numericCharacterReference.test(t)?t.replace(L.numericCharacterReferenceOrAmpersand,(e,r,n)=>{if(r===void 0&&n===void 0)return"&amp;";let s=r===void 0?Number.parseInt(n,16):Number.parseInt(r,10);return s===0||s>1114111||s>=55296&&s<=57343?"�":s===38?"&amp;":String.fromCodePoint(s)}):t}function Qr(t){try{t=encodeURI(t).replace(L.percentDecode,"%")}catch{return null}return t}function Gr(t,e){let r=t.replace(L.findPipe,(o,i,a)=>{let l=!1,d=i;for(;--d>=0&&a[d]==="\\";)l=!l;return l?"|":" |"}),n=r.split(L.splitPipe),s=0;if(n[0].trim()||n.shift(),n.length>0&&!n.at(-1)?.trim()&&n.pop(),e)if(n.length>e)n.splice(e);else for(;n.length<e;)n.push("");for(;s<n.length;s++)n[s]=n[s].trim().replace(L.slashPipe,"|");return n}function Z(t,e,r){let n=t.length;if(n===0)return"";let s=0;for(;s<n;){let o=t.charAt(n-s-1);if(o===e&&!r)s++;else if(o!==e&&r)s++;else break}return t.slice(0,n-s)}function Zr(t){let e=t.split(`
`),r=e.length-1;for(;r>=0&&L.blankLine.test(e[r]);)r--;return e.length-r<=2?t:e.slice(0,r+1).join(`
`)}function nt(t){return t.trim().replace(L.multipleSpaceGlobal," ").toLowerCase().toUpperCase().toLowerCase()}function Kr(t,e){if(t.indexOf(e[0])===-1&&t.indexOf(e[1])===-1)return-1;let r=0;for(let n=0;n<t.length;n++)if(t[n]==="\\")n++;else if(t[n]===e[0])r++;else if(t[n]===e[1]&&(r--,r<0))return n;return r>0?-2:-1}var ge=new WeakMap;function Nt(t){let e={"*":-1,_:-1},r=-1,n=t.length;for(let s=0;s<n;s++){let o=t[s];if(o!=="*"&&o!=="_"&&o!=="~")continue;let i=s===0?`
`:t[s-1],a=s+1;for(;a<n&&t[a]===o;)a++;i!==" "&&i!=="	"&&i!==`
`&&i!=="\r"&&i!=="\f"&&(o==="~"?r=s:e[o]=s),s=a-1}return{maskedSrc:t,lastPossibleEmStrongCloserIndex:e,lastPossibleDelCloserIndex:r}}function yo(t,e){let r=Nt(e),n=ge.get(t);n?n.push(r):ge.set(t,[r])}function So(t){let e=ge.get(t);e&&(e.pop(),e.length===0&&ge.delete(t))}function pn(t,e,r){let n=ge.get(t)?.at(-1);return n&&n.maskedSrc===e?n.lastPossibleEmStrongCloserIndex[r]:Nt(e).lastPossibleEmStrongCloserIndex[r]}function dn(t,e){let r=ge.get(t)?.at(-1);return r&&r.maskedSrc===e?r.lastPossibleDelCloserIndex:Nt(e).lastPossibleDelCloserIndex}function tt(t,e=0){let r=e,n="";for(let s of t)if(s==="	"){let o=4-r%4;n+=" ".repeat(o),r+=o}else n+=s,r++;return n}function To(t,e){let r="";for(let n=0;n<t.length;n++){if(t[n]==="`"){let s=e.inline.code.exec(t.slice(n));if(s){r+=s[0],n+=s[0].length-1;continue}}if(t[n]==="\\"&&(t[n+1]==="["||t[n+1]==="]")){r+=t[n+1],n++;continue}r+=t[n]}return r}function Vr(t,e,r,n,s){let o=e.href,i=e.title||null,a=To(t[1],s),l=t[0].charAt(0)==="!",d=n.state.inLink,u=n.state.linkEmitted,m=n.state.inRawBlock;n.state.inLink=!0,n.state.linkEmitted=!1;let h=n.inlineTokens(a),p=n.state.linkEmitted;if(n.state.linkEmitted=u,n.state.inLink=d,!l){if(p){n.state.inRawBlock=m;return}n.state.linkEmitted=!0}return{type:l?"image":"link",raw:r,href:o,title:i,text:a,tokens:h}}function Mo(t,e,r){let n=t.match(r.other.indentCodeCompensation);if(n===null)return e;let s=n[1];return e.split(`
`).map(o=>{let i=o.match(r.other.beginningSpace);if(i===null)return o;let[a]=i;return o.slice(Math.min(a.length,s.length))}).join(`
`)}function Yr(t,e,r,n){if(!e.includes("<"))return!1;for(let s=0;s<e.length;s++){if(e[s]==="\\"){s++;continue}if(e[s]==="`"){let a=n.inline.code.exec(e.slice(s));if(a){s+=a[0].length-1;continue}}if(e[s]!=="<")continue;let o=t.slice(r+s),i=n.inline.tag.exec(o)||n.inline.autolink.exec(o);if(i){if(i[0].length>e.length-s)return!0;s+=i[0].length-1}}return!1}var ue=class{options;rules;lexer;constructor(t){this.options=t||de}space(t){let e=this.rules.block.newline.exec(t);if(e&&e[0].length>0)return{type:"space",raw:e[0]}}code(t){let e=this.rules.block.code.exec(t);if(e){let r=this.options.pedantic?e[0]:Zr(e[0]),n=r.replace(this.rules.other.codeRemoveIndent,"");return{type:"code",raw:r,codeBlockStyle:"indented",text:n}}}fences(t){let e=this.rules.block.fences.exec(t);if(e){let r=e[0],n=Mo(r,e[3]||"",this.rules);return e[3]!==void 0&&(n===""||n.endsWith(`
`))&&(n+=`
`),{type:"code",raw:r,lang:e[2]?e[2].trim().replace(this.rules.inline.anyPunctuation,"$1"):e[2],text:n}}}heading(t){let e=this.rules.block.heading.exec(t);if(e){let r=e[2].trim();if(this.rules.other.endingHash.test(r)){let n=Z(r,"#");(this.options.pedantic||!n||this.rules.other.endingSpaceTabChar.test(n))&&(r=n.trim())}return{type:"heading",raw:Z(e[0],`
`),depth:e[1].length,text:r,tokens:this.lexer.inline(r)}}}hr(t){let e=this.rules.block.hr.exec(t);if(e)return{type:"hr",raw:Z(e[0],`
`)}}blockquote(t){let e=this.rules.block.blockquote.exec(t);if(e){let r=Z(e[0],`
`).split(`
`),n="",s="",o=[];for(;r.length>0;){let i=!1,a=[],l;for(l=0;l<r.length;l++)if(this.rules.other.blockquoteStart.test(r[l]))a.push(r[l]),i=!0;else if(!i)a.push(r[l]);else break;r=r.slice(l);let d=a.join(`
`),u=d.replace(this.rules.other.blockquoteMarkerWhitespace,(p,g,b)=>b.startsWith(" ")?g+" "+b.slice(1):g+tt(b,g.length)).replace(this.rules.other.blockquoteSetextReplace,`
    $1`).replace(this.rules.other.blockquoteSetextReplace2,"");n=n?`${n}
${d}`:d,s=s?`${s}
${u}`:u;let m=this.lexer.state.top;if(this.lexer.state.top=!0,this.lexer.blockTokens(u,o,!0),this.lexer.state.top=m,r.length===0)break;let h=o.at(-1);if(h?.type==="code"||h?.type==="heading"||h?.type==="hr"||h?.type==="html"||h?.type==="table")break;if(h?.type==="blockquote"){let p=h,g=r.join(`
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
${k}`}if(r=r.slice(_),r.length>0&&!this.rules.other.blockquoteStart.test(r[0]))break;continue}}return{type:"blockquote",raw:n,tokens:o,text:s}}}list(t){let e=this.rules.block.list.exec(t);if(e){if(!this.options.pedantic&&this.lexer.state.lastToken?.type==="text"&&!this.rules.other.listInterruptsParagraph.test(t))return;let r=t,n=()=>r.length-t.length,s=e[1].trim(),o=s.length>1,i={type:"list",raw:"",ordered:o,start:o?+s.slice(0,-1):"",loose:!1,items:[]};s=o?`\\d{1,9}\\${s.slice(-1)}`:`\\${s}`,this.options.pedantic&&(s=o?s:"[*+-]");let a=this.rules.other.listItemRegex(s),l=!1;for(;t;){let m=!1,h="";if(!(e=a.exec(t))||this.rules.block.hr.test(t))break;let p=n();t=t.substring(e[0].length);let g=e[2].split(`
`,1)[0],b=e[1].length,_=this.options.pedantic?tt(g,b):g.replace(this.rules.other.leadingSpaceTab,J=>tt(J,b)),k=t.split(`
`,1)[0],w=!_.trim(),x=0;if(this.options.pedantic?(x=2,h=_.trimStart()):w?x=b+1:(x=_.search(this.rules.other.nonSpaceChar),x=x>4?1:x,h=_.slice(x),x+=b),w&&this.rules.other.blankLine.test(k)&&(t=t.substring(k.length+1),m=!0),!m){let J=this.rules.other.nextBulletRegex(x),K=this.rules.other.hrRegex(x),G=this.rules.other.fencesBeginRegex(x),q=this.options.pedantic?this.rules.other.pedanticHeadingBeginRegex(x):this.rules.other.headingBeginRegex(x),V=this.rules.other.htmlBeginRegex(x),O=this.rules.other.blockquoteBeginRegex(x),X=!1;for(;t;){let B=t.split(`
`,1)[0],C;if(k=B,this.options.pedantic?(k=k.replace(this.rules.other.listReplaceNesting,"  "),C=k):C=k.replace(this.rules.other.leadingSpaceTab,H=>tt(H)),G.test(k)||q.test(k)||V.test(k)||O.test(k)||J.test(k)||K.test(k))break;if(C.search(this.rules.other.nonSpaceChar)>=x||!k.trim())h+=`
`+C.slice(x),X=!1;else{if(w)break;let H=_;if(!this.options.pedantic&&!h.includes(`
`)&&!_.includes("	")){let he;for(;!K.test(H)&&(he=this.rules.other.nestedBlockMarker.exec(H));)H=H.slice(he[0].length);if(!H.trim())break}if(H.replace(this.rules.other.tabCharGlobal,"    ").search(this.rules.other.nonSpaceChar)>=4||G.test(H)||q.test(H)||V.test(H)||K.test(H))break;if(!this.options.pedantic&&!X){let he=_.replace(this.rules.other.nestedContainerMarkers,"");if(this.rules.block.fences.test(he)||this.rules.block.heading.test(he)||this.rules.block.hr.test(he))break}let ts=!this.options.pedantic&&/^ {0,3}(?:=+|-+) *$/.test(k)&&this.rules.block.lheading.test(`${_}
${k}`)?`    ${C.replace(/^ {0,3}/,"")}`:k;h+=`
`+ts,X=!0}w=!k.trim(),t=t.substring(B.length+1),_=C.slice(x)}}let M=r.slice(p,n());i.loose||(l?i.loose=!0:this.rules.other.doubleBlankLine.test(M)&&(l=!0)),i.items.push({type:"list_item",raw:M,task:!!this.options.gfm&&this.rules.other.listIsTask.test(h),loose:!1,text:h,tokens:[]})}let d=i.items.at(-1);if(d)d.raw=d.raw.trimEnd(),d.text=d.text.trimEnd();else return;i.raw=r.slice(0,n()).trimEnd();let u=[];for(let m of i.items)if(this.lexer.state.top=!1,u.push(this.lexer.inlineQueue.length),m.tokens=this.lexer.blockTokens(m.text,[]),!i.loose){let h=m.tokens.filter(g=>g.type==="space"),p=h.length>0&&h.some(g=>this.rules.other.anyLine.test(g.raw));i.loose=p}for(let m=0;m<i.items.length;m++){let h=i.items[m],p=h.tokens[0];if(h.task&&(p?.type==="text"||p?.type==="paragraph")){h.text=h.text.replace(this.rules.other.listReplaceTask,""),p.raw=p.raw.replace(this.rules.other.listReplaceTask,""),p.text=p.text.replace(this.rules.other.listReplaceTask,"");let g=this.lexer.inlineQueue;for(let _=u[m];_<g.length;_++)if(g[_].tokens===p.tokens){g[_].src=g[_].src.replace(this.rules.other.listReplaceTask,"");break}let b=this.rules.other.listTaskCheckbox.exec(h.raw);if(b){let _={type:"checkbox",raw:b[0]+" ",checked:b[0]!=="[ ]"};h.checked=_.checked,i.loose?h.tokens[0]&&["paragraph","text"].includes(h.tokens[0].type)&&"tokens"in h.tokens[0]&&h.tokens[0].tokens?(h.tokens[0].raw=_.raw+h.tokens[0].raw,h.tokens[0].text=_.raw+h.tokens[0].text,h.tokens[0].tokens.unshift(_)):h.tokens.unshift({type:"paragraph",raw:_.raw,text:_.raw,tokens:[_]}):h.tokens.unshift(_)}}else h.task&&(h.task=!1)}if(i.loose)for(let m of i.items){m.loose=!0;for(let h of m.tokens)h.type==="text"&&(h.type="paragraph")}return i}}html(t){let e=this.rules.block.html.exec(t);if(e){if(this.lexer.state.lastToken?.type==="paragraph"&&!this.rules.other.htmlBeginRegex(4).test(t))return;let r=Zr(e[0]);return{type:"html",block:!0,raw:r,pre:e[1]==="pre"||e[1]==="script"||e[1]==="style",text:r}}}def(t){let e=this.rules.block.def.exec(t);if(e){if(!this.rules.other.startAngleBracket.test(e[2])&&Kr(e[2],"()")!==-1)return;let r=nt(e[1]),n=e[2]?e[2].replace(this.rules.other.hrefBrackets,"$1").replace(this.rules.inline.anyPunctuation,"$1"):"",s=e[3]?e[3].substring(1,e[3].length-1).replace(this.rules.inline.anyPunctuation,"$1"):e[3];return{type:"def",tag:r,raw:Z(e[0],`
`),href:n,title:s}}}table(t){let e=this.rules.block.table.exec(t);if(!e||!this.rules.other.tableDelimiter.test(e[2]))return;let r=Gr(e[1]),n=e[2].replace(this.rules.other.tableAlignChars,"").split("|"),s=e[3]?.trim()?e[3].replace(this.rules.other.tableRowBlankLine,"").split(`
`):[],o={type:"table",raw:Z(e[0],`
`),header:[],align:[],rows:[]};if(r.length===n.length){for(let i of n)this.rules.other.tableAlignRight.test(i)?o.align.push("right"):this.rules.other.tableAlignCenter.test(i)?o.align.push("center"):this.rules.other.tableAlignLeft.test(i)?o.align.push("left"):o.align.push(null);for(let i=0;i<r.length;i++)o.header.push({text:r[i],tokens:this.lexer.inline(r[i]),header:!0,align:o.align[i]});for(let i of s)o.rows.push(Gr(i,o.header.length).map((a,l)=>({text:a,tokens:this.lexer.inline(a),header:!1,align:o.align[l]})));return o}}lheading(t){let e=this.rules.block.lheading.exec(t);if(e){let r=e[1].trim();return{type:"heading",raw:Z(e[0],`
`),depth:e[2].charAt(0)==="="?1:2,text:r,tokens:this.lexer.inline(r)}}}paragraph(t){let e=this.rules.block.paragraph.exec(t);if(e){let r=e[1].charAt(e[1].length-1)===`
`?e[1].slice(0,-1):e[1];return{type:"paragraph",raw:e[0],text:r,tokens:this.lexer.inline(r)}}}text(t){let e=this.rules.block.text.exec(t);if(e)return{type:"text",raw:e[0],text:e[0],tokens:this.lexer.inline(e[0])}}escape(t){if(t.charCodeAt(0)!==92)return;let e=this.rules.inline.escape.exec(t);if(e)return{type:"escape",raw:e[0],text:e[1]}}tag(t){if(t.charCodeAt(0)!==60)return;let e=this.rules.inline.tag.exec(t);if(e)return!this.lexer.state.inLink&&this.rules.other.startATag.test(e[0])?this.lexer.state.inLink=!0:this.lexer.state.inLink&&this.rules.other.endATag.test(e[0])&&(this.lexer.state.inLink=!1),!this.lexer.state.inRawBlock&&this.rules.other.startPreScriptTag.test(e[0])?this.lexer.state.inRawBlock=!0:this.lexer.state.inRawBlock&&this.rules.other.endPreScriptTag.test(e[0])&&(this.lexer.state.inRawBlock=!1),{type:"html",raw:e[0],inLink:this.lexer.state.inLink,inRawBlock:this.lexer.state.inRawBlock,block:!1,text:e[0]}}link(t){if(this.lexer.state.linkParenPossible===!1)return;let e=t.charCodeAt(0);if(e!==91&&e!==33)return;let r=this.rules.inline.link.exec(t);if(r){let n=r[0].charAt(0)==="!"?2:1;if(!this.options.pedantic&&Yr(t,r[1],n,this.rules))return;let s=r[2].trim();if(!this.options.pedantic&&this.rules.other.startAngleBracket.test(s)){if(!this.rules.other.endAngleBracket.test(s))return;let l=Z(s.slice(0,-1),"\\");if((s.length-l.length)%2===0)return}else{let l=Kr(r[2],"()");if(l===-2)return;if(l>-1){let d=(r[0].indexOf("!")===0?5:4)+r[1].length+l;r[2]=r[2].substring(0,l),r[0]=r[0].substring(0,d).trim(),r[3]=""}}let o=Z(r[0].slice(0,-1),"\\");if((r[0].length-o.length)%2===0)return;let i=r[2],a="";if(this.options.pedantic){let l=this.rules.other.pedanticHrefTitle.exec(i);l&&(i=l[1],a=l[3])}else a=r[3]?r[3].slice(1,-1):"";return i=i.trim(),this.rules.other.startAngleBracket.test(i)&&(this.options.pedantic&&!this.rules.other.endAngleBracket.test(s)?i=i.slice(1):i=i.slice(1,-1)),Vr(r,{href:i&&i.replace(this.rules.inline.anyPunctuation,"$1"),title:a&&a.replace(this.rules.inline.anyPunctuation,"$1")},r[0],this.lexer,this.rules)}}reflink(t,e){let r=t.charCodeAt(0);if(r!==91&&r!==33)return;let n;if((n=this.rules.inline.reflink.exec(t))||(n=this.rules.inline.nolink.exec(t))){let s=n[0].charAt(0)==="!"?2:1;if(!this.options.pedantic&&Yr(t,n[1],s,this.rules))return;let o=e[nt(n[2]||n[1])];if(!o){let i=n[0].charAt(0);return{type:"text",raw:i,text:i}}return Vr(n,o,n[0],this.lexer,this.rules)}}emStrong(t,e,r=""){let n=this.rules.inline.emStrongLDelim.exec(t);if(!n||!n[1]&&!n[2]&&!n[3]&&!n[4])return;let s=n[0][0],o=r===s,i=e.length-t.length,a=i;for(;!this.options.pedantic&&a>0&&e[a-1]===s;)a--;let l=[...e.slice(Math.max(0,a-2),a)].at(-1)??"",d=l==="*"||l==="_"||!!this.rules.inline.punctuation.exec(l);a<i&&(r=l);let u=a<i?d:r==="*"||r==="_"||!!this.rules.inline.punctuation.exec(r);if(n[4]&&r.match(this.rules.other.unicodeAlphaNumeric))return;let m=n[1]||n[3]||"";if(!m||!r||u){let h=[...n[0]].length-1,p,g,b=h,_=0,k=i-a+h,w=!this.options.pedantic&&!!l.trim()&&(!!m||s==="*"&&!d);if(s!=="*"&&s!=="_")return;let x=s==="*"?this.rules.inline.emStrongRDelimAst:this.rules.inline.emStrongRDelimUnd,M=pn(this,e,s),J=e.length-t.length+h;if(M<J)return;e=e.slice(-1*t.length+h);let K=M-J;for(x.lastIndex=0;(n=x.exec(e))!==null&&!(n.index>K);){if(p=n[1]||n[2]||n[3]||n[4]||n[5]||n[6],!p)continue;if(g=[...p].length,n[3]||n[4]){b+=g;continue}else if((n[5]||n[6]||w)&&k%3&&!((k+g)%3)){if(o&&(n[5]||n[6]))break;_+=g;continue}if(b-=g,b>0)continue;g=Math.min(g,g+b+_);let G=[...n[0]][0].length,q=t.slice(0,h+n.index+G+g);if(Math.min(h,g)%2){let O=q.slice(1,-1);return{type:"em",raw:q,text:O,tokens:this.lexer.inlineTokens(O)}}let V=q.slice(2,-2);return{type:"strong",raw:q,text:V,tokens:this.lexer.inlineTokens(V)}}}}codespan(t){if(t.charCodeAt(0)!==96)return;let e=this.rules.inline.code.exec(t);if(e){let r=e[2].replace(this.rules.other.newLineCharGlobal," "),n=this.rules.other.nonSpaceChar.test(r),s=this.rules.other.startingSpaceChar.test(r)&&this.rules.other.endingSpaceChar.test(r);return n&&s&&(r=r.substring(1,r.length-1)),{type:"codespan",raw:e[0],text:r}}}br(t){let e=t.charCodeAt(0);if(e!==32&&e!==92&&e!==10)return;let r=this.rules.inline.br.exec(t);if(r)return{type:"br",raw:r[0]}}del(t,e,r=""){if(t.charCodeAt(0)!==126)return;let n=this.rules.inline.delLDelim.exec(t);if(n&&(!n[1]||!r||this.rules.inline.punctuation.exec(r))){let s=[...n[0]].length-1,o,i,a=s,l=this.rules.inline.delRDelim,d=dn(this,e),u=e.length-t.length+s;if(d<u)return;e=e.slice(-1*t.length+s);let m=d-u;for(l.lastIndex=0;(n=l.exec(e))!==null&&!(n.index>m);){if(o=n[1]||n[2]||n[3]||n[4]||n[5]||n[6],!o||(i=[...o].length,i!==s))continue;if(n[3]||n[4]){a+=i;continue}if(a-=i,a>0)continue;i=Math.min(i,i+a);let h=[...n[0]][0].length,p=t.slice(0,s+n.index+h+i),g=p.slice(s,-s);return{type:"del",raw:p,text:g,tokens:this.lexer.inlineTokens(g)}}}}autolink(t){if(t.charCodeAt(0)!==60)return;let e=this.rules.inline.autolink.exec(t);if(e){let r,n;return e[2]==="@"?(r=e[1],n="mailto:"+r):(r=e[1],n=r),{type:"link",raw:e[0],text:r,href:n,autolink:!0,tokens:[{type:"text",raw:r,text:r}]}}}url(t){let e;if(e=this.rules.inline.url.exec(t)){let r,n;if(e[2]==="@")r=e[0],n="mailto:"+r;else{let s;do s=e[0],e[0]=this.rules.inline._backpedal.exec(e[0])?.[0]??"";while(s!==e[0]);r=e[0],e[1]==="www."?n="http://"+e[0]:n=e[0]}return{type:"link",raw:e[0],text:r,href:n,autolink:!0,tokens:[{type:"text",raw:r,text:r}]}}}inlineText(t){let e=this.rules.inline.text.exec(t);if(e){let r=this.lexer.state.inRawBlock;return{type:"text",raw:e[0],text:r?e[0]:wo(e[0]),escaped:r}}}},F=class At{tokens;options;state;inlineQueue;tokenizer;constructor(e){this.tokens=[],this.tokens.links=Object.create(null),this.options=e||de,this.options.tokenizer=this.options.tokenizer||new ue,this.tokenizer=this.options.tokenizer,this.tokenizer.options=this.options,this.tokenizer.lexer=this,this.inlineQueue=[],this.state={inLink:!1,inRawBlock:!1,linkEmitted:!1,linkParenPossible:!0,top:!0};let r={other:L,block:et.normal,inline:Me.normal};this.options.pedantic?(r.block=et.pedantic,r.inline=Me.pedantic):this.options.gfm&&(r.block=et.gfm,this.options.breaks?r.inline=Me.breaks:r.inline=Me.gfm),this.tokenizer.rules=r}static get rules(){return{block:et,inline:Me}}static lex(e,r){return new At(r).lex(e)}static lexInline(e,r){return new At(r).inlineTokens(e)}lex(e){e=e.replace(L.carriageReturn,`
`),this.blockTokens(e,this.tokens);for(let r=0;r<this.inlineQueue.length;r++){let n=this.inlineQueue[r];this.state.inRawBlock=!1,this.inlineTokens(n.src,n.tokens)}return this.inlineQueue=[],this.tokens}blockTokens(e,r=[],n=!1){this.tokenizer.lexer=this;let s=this.state.lastToken;this.options.pedantic&&(e=e.replace(L.tabCharGlobal,"    ").replace(L.spaceLine,""));let o=1/0,i,a=this.options.gfm&&!this.options.pedantic&&this.tokenizer.paragraph===ue.prototype.paragraph;for(;e;){if(e.length<o)o=e.length;else{this.infiniteLoopError(e.charCodeAt(0));break}this.state.lastToken=r.at(-1);let l;if(this.options.extensions?.block?.some(u=>(l=u.call({lexer:this},e,r))?(e=e.substring(l.raw.length),r.push(l),!0):!1))continue;if(l=this.tokenizer.space(e)){e=e.substring(l.raw.length);let u=r.at(-1);l.raw.length===1&&u!==void 0?u.raw+=`
`:r.push(l);continue}if(l=this.tokenizer.code(e)){e=e.substring(l.raw.length);let u=r.at(-1);u?.type==="paragraph"||u?.type==="text"?(u.raw+=(u.raw.endsWith(`
`)?"":`
`)+l.raw,u.text+=`
`+l.text,this.inlineQueue.at(-1).src=u.text):r.push(l);continue}if(l=this.tokenizer.fences(e)){e=e.substring(l.raw.length),r.push(l);continue}if(l=this.tokenizer.heading(e)){e=e.substring(l.raw.length),r.push(l);continue}if(l=this.tokenizer.hr(e)){e=e.substring(l.raw.length),r.push(l);continue}if(l=this.tokenizer.blockquote(e)){e=e.substring(l.raw.length),r.push(l);continue}if(l=this.tokenizer.list(e)){e=e.substring(l.raw.length),r.push(l);continue}if(l=this.tokenizer.html(e)){e=e.substring(l.raw.length),r.push(l);continue}if(l=this.tokenizer.def(e)){e=e.substring(l.raw.length);let u=r.at(-1);u?.type==="paragraph"||u?.type==="text"?(u.raw+=(u.raw.endsWith(`
`)?"":`
`)+l.raw,u.text+=`
`+l.raw,this.inlineQueue.at(-1).src=u.text):(this.tokens.links[l.tag]||(this.tokens.links[l.tag]={href:l.href,title:l.title}),r.push(l));continue}if(l=this.tokenizer.table(e)){e=e.substring(l.raw.length),r.push(l);continue}if(l=this.tokenizer.lheading(e)){e=e.substring(l.raw.length),r.push(l);continue}let d=e;if(this.options.extensions?.startBlock){let u=1/0,m=e.slice(1),h;this.options.extensions.startBlock.forEach(p=>{h=p.call({lexer:this},m),typeof h=="number"&&h>=0&&(u=Math.min(u,h))}),u<1/0&&u>=0&&(d=e.substring(0,u+1))}if(this.state.top&&(l=this.tokenizer.paragraph(d))){let u=r.at(-1);(n||u===i&&a)&&u?.type==="paragraph"?(u.raw+=(u.raw.endsWith(`
`)?"":`
`)+l.raw,u.text+=`
`+l.text,this.inlineQueue.pop(),this.inlineQueue.at(-1).src=u.text,i=u):(r.push(l),i=l),n=d.length!==e.length,e=e.substring(l.raw.length);continue}if(l=this.tokenizer.text(e)){e=e.substring(l.raw.length);let u=r.at(-1);u?.type==="text"?(u.raw+=(u.raw.endsWith(`
`)?"":`
`)+l.raw,u.text+=`
`+l.text,this.inlineQueue.pop(),this.inlineQueue.at(-1).src=u.text):r.push(l);continue}if(e){this.infiniteLoopError(e.charCodeAt(0));break}}return this.state.top=!0,this.state.lastToken=s,r}inline(e,r=[]){return this.inlineQueue.push({src:e,tokens:r}),r}linkInText(e){if(!e.includes("["))return!1;let r=this.tokenizer.rules.inline.link;for(let n of e.matchAll(this.tokenizer.rules.inline.blockSkip))if(r.test(n[0])&&e.charAt(n.index-1)!=="!")return!0;for(let n of e.matchAll(this.tokenizer.rules.inline.reflinkSearch)){let s=n[0],o=s.lastIndexOf("[");if(!(s.charAt(0)==="!"||!Object.hasOwn(this.tokens.links,nt(s.slice(o+1,-1))))&&!(o>1&&this.linkInText(s.slice(1,o-1))))return!0}return!1}inlineTokens(e,r=[]){this.tokenizer.lexer=this;let n=this.state.linkParenPossible;this.state.linkParenPossible=e.includes(")");try{return this.#t(e,r)}finally{this.state.linkParenPossible=n}}#t(e,r){let n=e.includes("*")||e.includes("_")||e.includes("~"),s=n||this.options.hooks?.emStrongMask||this.tokenizer.emStrong!==ue.prototype.emStrong||this.tokenizer.del!==ue.prototype.del?this.#n(e):e;if(!n)return this.#e(e,s,r);yo(this.tokenizer,s);try{return this.#e(e,s,r)}finally{So(this.tokenizer)}}#e(e,r,n){let s=!1,o="",i=1/0;for(;e;){if(e.length<i)i=e.length;else{this.infiniteLoopError(e.charCodeAt(0));break}s||(o=""),s=!1;let a;if(this.options.extensions?.inline?.some(u=>(a=u.call({lexer:this},e,n))?(e=e.substring(a.raw.length),n.push(a),!0):!1))continue;if(a=this.tokenizer.escape(e)){e=e.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.tag(e)){e=e.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.link(e)){e=e.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.reflink(e,this.tokens.links)){e=e.substring(a.raw.length);let u=n.at(-1);a.type==="text"&&u?.type==="text"?(u.raw+=a.raw,u.text+=a.text):n.push(a);continue}let l=e[0];if(l==="*"||l==="_"){let u=r.length-e.length;if(pn(this.tokenizer,r,l)<=u){let m=1;for(;m<e.length&&e.charCodeAt(m)===l.charCodeAt(0);)m++;let h=e.substring(0,m),p=n.at(-1);p?.type==="text"&&!p.escaped?(p.raw+=h,p.text+=h):n.push({type:"text",raw:h,text:h,escaped:!1}),e=e.substring(m),o=l,s=!0;continue}}else if(l==="~"){let u=r.length-e.length;if(dn(this.tokenizer,r)<=u){let m=1;for(;m<e.length&&e.charCodeAt(m)===126;)m++;let h=e.substring(0,m),p=n.at(-1);p?.type==="text"&&!p.escaped?(p.raw+=h,p.text+=h):n.push({type:"text",raw:h,text:h,escaped:!1}),e=e.substring(m),o=l,s=!0;continue}}if(a=this.tokenizer.emStrong(e,r,o)){e=e.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.codespan(e)){e=e.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.br(e)){e=e.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.del(e,r,o)){e=e.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.autolink(e)){e=e.substring(a.raw.length),n.push(a);continue}if(!this.state.inLink&&(a=this.tokenizer.url(e))){e=e.substring(a.raw.length),n.push(a);continue}let d=e;if(this.options.extensions?.startInline){let u=1/0,m=e.slice(1),h;this.options.extensions.startInline.forEach(p=>{h=p.call({lexer:this},m),typeof h=="number"&&h>=0&&(u=Math.min(u,h))}),u<1/0&&u>=0&&(d=e.substring(0,u+1))}if(a=this.tokenizer.inlineText(d)){e=e.substring(a.raw.length),a.raw.slice(-1)!=="_"&&(o=a.raw.slice(-1)),s=!0;let u=n.at(-1);u?.type==="text"?(u.raw+=a.raw,u.text+=a.text):n.push(a);continue}if(e){this.infiniteLoopError(e.charCodeAt(0));break}}return n}#r(e){let{blockSkip:r,tag:n,autolink:s}=this.tokenizer.rules.inline,o="",i=0,a;for(r.lastIndex=0;a=r.exec(e);){let l=a.index+(a[2]?a[2].length:0),d=a.index+a[0].length;if(e.charAt(l)==="<"){let u=e.slice(l),m=n.exec(u)||s.exec(u);if(!m){r.lastIndex=l+1;continue}d=l+m[0].length,r.lastIndex=d}o+=e.slice(i,l)+"["+"a".repeat(d-l-2)+"]",i=d}return o+e.slice(i)}#n(e){let r=e;if(this.tokens.links&&e.includes("[")){let n=this.tokenizer.rules.inline.reflinkSearch,s=o=>{let i=o.lastIndexOf("[");if(!Object.hasOwn(this.tokens.links,nt(o.slice(i+1,-1))))return o;if(i>1&&o.charAt(0)!=="!"){let a=o.slice(1,i-1);if(this.linkInText(a))return"["+a.replace(n,s)+"]["+"a".repeat(o.length-i-2)+"]"}return"["+"a".repeat(o.length-2)+"]"};r=r.replace(n,s)}return r=r.replace(this.tokenizer.rules.inline.anyPunctuationOutsideCode,(n,s,o)=>o?"+".repeat(n.length):s?s+n.slice(s.length,-s.length).replace(/`/g,"+")+s:n),r=this.#r(r),r=this.options.hooks?.emStrongMask?.call({lexer:this},r)??r,r}infiniteLoopError(e){let r="Infinite loop on byte: "+e;if(this.options.silent)console.error(r);else throw new Error(r)}},st=class{options;parser;constructor(t){this.options=t||de}space(t){return""}code({text:t,lang:e,escaped:r}){let n=(e||"").match(L.notSpaceStart)?.[0],s=t?t.replace(L.endingNewline,"")+`
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
`}strong({tokens:t}){return`<strong>${this.parser.parseInline(t)}</strong>`}em({tokens:t}){return`<em>${this.parser.parseInline(t)}</em>`}codespan({text:t}){return`<code>${N(t,!0)}</code>`}br(t){return"<br>"}del({tokens:t}){return`<del>${this.parser.parseInline(t)}</del>`}link({href:t,title:e,text:r,tokens:n,autolink:s}){let o=s?N(r,!0):this.parser.parseInline(n),i=Qr(t);if(i===null)return o;t=N(i,s);let a='<a href="'+t+'"';return e&&(a+=' title="'+N(e)+'"'),a+=">"+o+"</a>",a}image({href:t,title:e,text:r,tokens:n}){n&&(r=this.parser.parseInline(n,this.parser.textRenderer));let s=Qr(t);if(s===null)return N(r);t=s;let o=`<img src="${N(t)}" alt="${N(r)}"`;return e&&(o+=` title="${N(e)}"`),o+=">",o}text(t){return"tokens"in t&&t.tokens?this.parser.parseInline(t.tokens):"escaped"in t&&t.escaped?t.text:N(t.text)}},Bt=class{parser;strong({text:t,tokens:e}){return e?this.parser.parseInline(e,this):t}em({text:t,tokens:e}){return e?this.parser.parseInline(e,this):t}codespan({text:t}){return t}del({text:t,tokens:e}){return e?this.parser.parseInline(e,this):t}html({text:t}){return t}text({text:t}){return t}link({text:t,tokens:e}){return e?this.parser.parseInline(e,this):t}image({text:t,tokens:e}){return e?this.parser.parseInline(e,this):t}br(){return`
`}checkbox({raw:t}){return t}},U=class Pt{options;renderer;textRenderer;constructor(e){this.options=e||de,this.options.renderer=this.options.renderer||new st,this.renderer=this.options.renderer,this.renderer.options=this.options,this.renderer.parser=this,this.textRenderer=new Bt,this.textRenderer.parser=this}static parse(e,r){return new Pt(r).parse(e)}static parseInline(e,r){return new Pt(r).parseInline(e)}parse(e){this.renderer.parser=this;let r="";for(let n=0;n<e.length;n++){let s=e[n];if(this.options.extensions?.renderers?.[s.type]){let i=s,a=this.options.extensions.renderers[i.type].call({parser:this},i);if(a!==!1||!["space","hr","heading","code","table","blockquote","list","checkbox","html","def","paragraph","text"].includes(i.type)){r+=a===!1?"":a??"";continue}}let o=s;switch(o.type){case"space":{r+=this.renderer.space(o);break}case"hr":{r+=this.renderer.hr(o);break}case"heading":{r+=this.renderer.heading(o);break}case"code":{r+=this.renderer.code(o);break}case"table":{r+=this.renderer.table(o);break}case"blockquote":{r+=this.renderer.blockquote(o);break}case"list":{r+=this.renderer.list(o);break}case"checkbox":{r+=this.renderer.checkbox(o);break}case"html":{r+=this.renderer.html(o);break}case"def":{r+=this.renderer.def(o);break}case"paragraph":{r+=this.renderer.paragraph(o);break}case"text":{r+=this.renderer.text(o);break}default:{let i='Token with "'+o.type+'" type was not found.';if(this.options.silent)return console.error(i),"";throw new Error(i)}}}return r}parseInline(e,r=this.renderer){this.renderer.parser=this;let n="";for(let s=0;s<e.length;s++){let o=e[s];if(this.options.extensions?.renderers?.[o.type]){let a=this.options.extensions.renderers[o.type].call({parser:this},o);if(a!==!1||!["escape","html","link","image","checkbox","strong","em","codespan","br","del","text"].includes(o.type)){n+=a===!1?"":a??"";continue}}let i=o;switch(i.type){case"escape":{n+=r.text(i);break}case"html":{n+=r.html(i);break}case"link":{n+=r.link(i);break}case"image":{n+=r.image(i);break}case"checkbox":{n+=r.checkbox(i);break}case"strong":{n+=r.strong(i);break}case"em":{n+=r.em(i);break}case"codespan":{n+=r.codespan(i);break}case"br":{n+=r.br(i);break}case"del":{n+=r.del(i);break}case"text":{n+=r.text(i);break}default:{let a='Token with "'+i.type+'" type was not found.';if(this.options.silent)return console.error(a),"";throw new Error(a)}}}return n}},Re=class{options;block;constructor(t){this.options=t||de}static passThroughHooks=new Set(["preprocess","postprocess","processAllTokens","emStrongMask"]);static passThroughHooksRespectAsync=new Set(["preprocess","postprocess","processAllTokens"]);preprocess(t){return t}postprocess(t){return t}processAllTokens(t){return t}emStrongMask(t){return t}provideLexer(t=this.block){return t?F.lex:F.lexInline}provideParser(t=this.block){return t?U.parse:U.parseInline}};function re(t,e){if(Array.isArray(e))for(let r=0;r<e.length;r++)t.push(e[r]);else t.push(e)}var Ro=class{defaults=Ct();options=this.setOptions;parse=this.parseMarkdown(!0);parseInline=this.parseMarkdown(!1);Parser=U;Renderer=st;TextRenderer=Bt;Lexer=F;Tokenizer=ue;Hooks=Re;constructor(...t){this.use(...t)}walkTokens(t,e){let r=[];for(let n of t)switch(re(r,e.call(this,n)),n.type){case"table":{let s=n;for(let o of s.header)re(r,this.walkTokens(o.tokens,e));for(let o of s.rows)for(let i of o)re(r,this.walkTokens(i.tokens,e));break}case"list":{let s=n;re(r,this.walkTokens(s.items,e));break}default:{let s=n;this.defaults.extensions?.childTokens?.[s.type]?this.defaults.extensions.childTokens[s.type].forEach(o=>{let i=s[o].flat(1/0);re(r,this.walkTokens(i,e))}):s.tokens&&re(r,this.walkTokens(s.tokens,e))}}return r}use(...t){let e=this.defaults.extensions||{renderers:Object.create(null),childTokens:Object.create(null)};return t.forEach(r=>{let n={...r};if(n.async=this.defaults.async||n.async||!1,r.extensions&&(r.extensions.forEach(s=>{if(!s.name)throw new Error("extension name required");if("renderer"in s){let o=e.renderers[s.name];o?e.renderers[s.name]=function(...i){let a=s.renderer.apply(this,i);return a===!1&&(a=o.apply(this,i)),a}:e.renderers[s.name]=s.renderer}if("tokenizer"in s){if(!s.level||s.level!=="block"&&s.level!=="inline")throw new Error("extension level must be 'block' or 'inline'");let o=e[s.level];o?o.unshift(s.tokenizer):e[s.level]=[s.tokenizer],s.start&&(s.level==="block"?e.startBlock?e.startBlock.push(s.start):e.startBlock=[s.start]:s.level==="inline"&&(e.startInline?e.startInline.push(s.start):e.startInline=[s.start]))}"childTokens"in s&&s.childTokens&&(e.childTokens[s.name]=s.childTokens)}),n.extensions=e),r.renderer){let s=this.defaults.renderer||new st(this.defaults);for(let o in r.renderer){if(!(o in s))throw new Error(`renderer '${o}' does not exist`);if(["options","parser"].includes(o))continue;let i=o,a=r.renderer[i],l=s[i];s[i]=(...d)=>{let u=a.apply(s,d);return u===!1&&(u=l.apply(s,d)),u===!1?"":u??""}}n.renderer=s}if(r.tokenizer){let s=this.defaults.tokenizer||new ue(this.defaults);for(let o in r.tokenizer){if(!(o in s))throw new Error(`tokenizer '${o}' does not exist`);if(["options","rules","lexer"].includes(o))continue;let i=o,a=r.tokenizer[i],l=s[i];s[i]=(...d)=>{let u=a.apply(s,d);return u===!1&&(u=l.apply(s,d)),u}}n.tokenizer=s}if(r.hooks){let s=this.defaults.hooks||new Re;for(let o in r.hooks){if(!(o in s))throw new Error(`hook '${o}' does not exist`);if(["options","block"].includes(o))continue;let i=o,a=r.hooks[i],l=s[i];Re.passThroughHooks.has(o)?s[i]=d=>{if(s.options.async&&Re.passThroughHooksRespectAsync.has(o))return(async()=>{let m=await a.call(s,d);return l.call(s,m)})();let u=a.call(s,d);return l.call(s,u)}:s[i]=(...d)=>{if(s.options.async)return(async()=>{let m=await a.apply(s,d);return m===!1&&(m=await l.apply(s,d)),m})();let u=a.apply(s,d);return u===!1&&(u=l.apply(s,d)),u}}n.hooks=s}if(r.walkTokens){let s=this.defaults.walkTokens,o=r.walkTokens;n.walkTokens=function(i){let a=[];return re(a,o.call(this,i)),s&&re(a,s.call(this,i)),a}}this.defaults={...this.defaults,...n}}),this}setOptions(t){return this.defaults={...this.defaults,...t},this}lexer(t,e){return F.lex(t,e??this.defaults)}parser(t,e){return U.parse(t,e??this.defaults)}parseMarkdown(t){return(e,r)=>{let n={...r},s={...this.defaults,...n},o=this.onError(!!s.silent,!!s.async);if(this.defaults.async===!0&&n.async===!1)return o(new Error("marked(): The async option was set to true by an extension. Remove async: false from the parse options object to return a Promise."));if(typeof e>"u"||e===null)return o(new Error("marked(): input parameter is undefined or null"));if(typeof e!="string")return o(new Error("marked(): input parameter is of type "+Object.prototype.toString.call(e)+", string expected"));if(s.hooks&&(s.hooks.options=s,s.hooks.block=t),s.async)return(async()=>{let i=s.hooks?await s.hooks.preprocess(e):e,a=await(s.hooks?await s.hooks.provideLexer(t):t?F.lex:F.lexInline)(i,s),l=s.hooks?await s.hooks.processAllTokens(a):a;s.walkTokens&&await Promise.all(this.walkTokens(l,s.walkTokens));let d=await(s.hooks?await s.hooks.provideParser(t):t?U.parse:U.parseInline)(l,s);return s.hooks?await s.hooks.postprocess(d):d})().catch(o);try{s.hooks&&(e=s.hooks.preprocess(e));let i=(s.hooks?s.hooks.provideLexer(t):t?F.lex:F.lexInline)(e,s);s.hooks&&(i=s.hooks.processAllTokens(i)),s.walkTokens&&this.walkTokens(i,s.walkTokens);let a=(s.hooks?s.hooks.provideParser(t):t?U.parse:U.parseInline)(i,s);return s.hooks&&(a=s.hooks.postprocess(a)),a}catch(i){return o(i)}}}onError(t,e){return r=>{if(r.message+=`
Please report this to https://github.com/markedjs/marked.`,t){let n="<p>An error occurred:</p><pre>"+N(r.message+"",!0)+"</pre>";return e?Promise.resolve(n):n}if(e)return Promise.reject(r);throw r}}},pe=new Ro;function R(t,e){return pe.parse(t,e)}R.options=R.setOptions=function(t){return pe.setOptions(t),R.defaults=pe.defaults,en(R.defaults),R};R.getDefaults=Ct;R.defaults=de;function Eo(...t){return pe.use(...t),R.defaults=pe.defaults,en(R.defaults),R}R.use=Eo;R.walkTokens=function(t,e){return pe.walkTokens(t,e)};R.parseInline=pe.parseInline;R.Parser=U;R.parser=U.parse;R.Renderer=st;R.TextRenderer=Bt;R.Lexer=F;R.lexer=F.lex;R.Tokenizer=ue;R.Hooks=Re;R.parse=R;var ka=R.options,ba=R.setOptions,xa=R.walkTokens,va=R.parseInline;var wa=U.parse,hn=F.lex;var Ao=/^(https?|mailto):/i,Po=20;function mn({text:t}){let e=Qe(()=>ke(hn(D(t),{breaks:!0}),0),[t]);return c("div",{class:"markdown",children:e})}function ke(t,e){return(t??[]).map(r=>e>Po?r.raw:Co(r,e+1))}function Co(t,e){let r=()=>ke(t.tokens,e);switch(t.type){case"space":case"def":return null;case"heading":return $o(t.depth,r());case"paragraph":return c("p",{children:r()});case"code":return c("pre",{children:c("code",{children:t.text})});case"blockquote":return c("blockquote",{children:r()});case"list":return Io(t,e);case"table":return Lo(t,e);case"hr":return c("hr",{});case"br":return c("br",{});case"strong":return c("strong",{children:r()});case"em":return c("em",{children:r()});case"del":return c("del",{children:r()});case"codespan":return c("code",{children:t.text});case"link":case"image":return zo(t,r());default:return qo(t,e)}}function $o(t,e){let r=`h${Math.min(t+2,6)}`;return c(r,{children:e})}function Io({ordered:t,start:e,items:r},n){let s=r.map(o=>c("li",{children:[o.task&&(o.checked?"☑ ":"☐ "),ke(o.tokens.filter(i=>i.type!=="checkbox"),n)]}));return t?c("ol",{start:Number(e)||1,children:s}):c("ul",{children:s})}function Lo({header:t,rows:e},r){return c("table",{children:[c("thead",{children:c("tr",{children:t.map(n=>c("th",{children:ke(n.tokens,r)}))})}),c("tbody",{children:e.map(n=>c("tr",{children:n.map(s=>c("td",{children:ke(s.tokens,r)}))}))})]})}function zo({href:t,text:e},r){let n=r.length?r:e||t;return Ao.test(t)?c("a",{href:t,target:"_blank",rel:"noopener noreferrer nofollow",children:n}):n}function qo(t,e){return t.type==="text"&&t.tokens?ke(t.tokens,e):t.type==="text"||t.type==="escape"?t.text:t.raw}function fn({message:t,run:e}){let{crew:r}=y(),{id:n,session_id:s,sender_type:o,kind:i,content:a,status:l,reason:d,created_at:u}=t;if(i!=="text")return c("p",{class:"step",children:D(a)});let m=Hr(t,f),h=new Date(u*1e3);return c("article",{class:"message","aria-label":m,"data-sender":o,"data-status":l,children:[c("p",{class:"facts",children:[c("b",{children:m})," ",c("time",{dateTime:h.toISOString(),children:h.toLocaleTimeString()})," ",jr(t,f)]}),c(mn,{text:a}),d&&c("p",{class:"hint",children:d}),Xr(t)&&c(I,{label:f.__("Send again"),act:()=>{e(Ue(r.server,s,n))}})]})}var Do=40;function gn({session:t,run:e}){let{crew:r}=y(),[,n]=Se(d=>d+1,0),[s,o]=T(),i=$(null),a=$(!0);A(()=>{let d=new Ve(r,t.id);return d.changed.connect(()=>n(void 0)),o(d),()=>d.dispose()},[r,t.id]),$r(()=>{i.current&&a.current&&(i.current.scrollTop=i.current.scrollHeight)});let l=s?.messages??[];return c("div",{class:"conversation",role:"log",tabIndex:0,"aria-label":f.__("Messages of %1",t.agent),ref:i,onScroll:({currentTarget:{scrollHeight:d,scrollTop:u,clientHeight:m}})=>{a.current=d-u-m<Do},children:[s?.more&&c(I,{label:f.__("Earlier messages"),act:()=>s.earlier()}),s?.problem&&c("p",{class:"hint",children:s.problem}),s&&!l.length&&c("p",{class:"hint",children:f.__("Nothing was said yet.")}),l.map(d=>c(fn,{message:d,run:e},d.id))]})}function ot(t){let{session:e,prompt:r,run:n}=t,{crew:s}=y(),o=te(),[i,a]=T(!1),l=async u=>{i||(a(!0),a(await n(mr(s.server,e.id,{prompt_id:r.id,...u}))))},d=f.__("%1 asks: %2",e.agent,r.kind);return c("article",{class:"prompt","aria-label":d,"aria-busy":i,"data-session":e.id,children:[c("p",{class:"facts",children:[c("span",{class:"glyph","data-look":"needs-you","aria-hidden":"true",children:me["needs-you"]})," ",c("b",{children:e.agent})," · ",r.kind," · ",Mt(o-r.since)]}),c("pre",{tabIndex:0,"aria-label":d,children:D(Or(r.text))}),c("div",{class:"choices",children:[r.choices.map(u=>c("button",{type:"button",class:"button",disabled:i,onClick:()=>{l({choice:u.key})},children:[c("b",{children:u.key})," ",D(u.label)]},u.key)),r.takes_text&&c(Oo,{...t,answered:i,onAnswer:u=>{l({text:u})}})]})]})}function Oo(t){let[e,r]=T(""),n=t.prompt.kind==="permission",{agent:s}=t.session;return c("form",{class:"line",onSubmit:o=>{o.preventDefault(),t.onAnswer(e)},children:[c("input",{value:e,disabled:t.answered,placeholder:n?f.__("No, do this instead…"):f.__("Other answer…"),"aria-label":n?f.__("What %1 is to do instead",s):f.__("Other answer for %1",s),onInput:o=>r(o.currentTarget.value)}),c("button",{type:"submit",class:"button",disabled:t.answered||!e.trim(),children:f.__("Answer")})]})}function _n(t){let{message:e,run:r,place:n}=t,{crew:s}=y(),[o,i]=T(!1),{id:a,session_id:l,status:d}=e,u=async m=>{(m===null||await r(Fe(s.server,l,a,{content:m})))&&i(!1)};return o&&n>=0?c("li",{children:c(Bo,{message:e,onDone:m=>{u(m)}})}):c("li",{"data-status":d,children:[c("p",{title:e.reason??e.content,children:[n<0&&c("i",{children:[d==="uncertain"?f.__("uncertain"):f.__("at work")," · "]}),D(e.content)]}),c("span",{class:"acts",children:[n>=0&&c(No,{...t,onEdit:()=>i(!0)}),d==="uncertain"&&c(I,{label:f.__("Send again"),sign:"↻",act:()=>{r(Ue(s.server,l,a))}})]})]})}function No(t){let{message:e,run:r,place:n,count:s,onMove:o,onEdit:i}=t,{crew:a}=y(),l=()=>r(hr(a.server,e.session_id,e.id));return c(j,{children:[c(I,{label:f.__("Move up"),sign:"↑",off:n===0,act:()=>o(n-1)}),c(I,{label:f.__("Move down"),sign:"↓",off:n===s-1,act:()=>o(n+1)}),c(I,{label:f.__("Edit message"),sign:"✎",act:i}),c(I,{label:f.__("Cancel message"),sign:"✕",act:()=>{l()}})]})}function Bo(t){let{message:e,onDone:r}=t,[n,s]=T(e.content),o=$(null);return A(()=>o.current?.focus(),[]),c("textarea",{rows:3,ref:o,"aria-label":f.__("Text of the message; Enter keeps it, Escape does not"),value:n,onInput:i=>s(i.currentTarget.value),onBlur:()=>r(n===e.content?null:n),onKeyDown:i=>{(i.key==="Escape"||i.key==="Enter"&&!i.shiftKey&&!i.isComposing)&&(i.preventDefault(),i.stopPropagation(),r(i.key==="Escape"?null:n))}})}function kn({session:t,run:e}){let{crew:r,queues:n}=y(),{id:s,agent:o,status:i}=t,a=n.queue(s);A(()=>n.want(s),[n,s,a]);let l=a?.messages??[],d=a?.paused??i.paused,u=l.filter(m=>m.status==="pending");return c("section",{class:"queue","aria-label":f.__("Queue of %1",o),children:[c("p",{class:"facts",children:[l.length?f.__("Queue: %1",l.length):f.__("Queue: empty"),d&&` · ${f.__("paused")}`,c(I,{label:d?f.__("Resume queue"):f.__("Pause queue"),act:()=>{e(dr(r.server,s,{paused:!d}))}})]}),c("ol",{children:l.map(m=>c(_n,{message:m,run:e,place:u.indexOf(m),count:u.length,onMove:h=>{e(Fe(r.server,s,m.id,{position:h}))}},m.id))})]})}var Ho=2e3;function bn({session:t,live:e}){let{crew:r}=y(),[n,s]=T(""),{id:o,agent:i,status:a}=t;return A(()=>{let l=!1,d=()=>{l||(l=!0,ar(r.server,o).then(m=>s(m.lines.map(D).join(`
`))).catch(m=>s(m.message)).finally(()=>l=!1))};d();let u=e?setInterval(d,Ho):0;return()=>clearInterval(u)},[r.server,o,e,a.since]),c("pre",{class:"screen text",tabIndex:0,"aria-label":f.__("Screen of %1",i),children:n})}function xn({id:t,status:e},r,n){let{server:s}=y().crew,o=$(!1),i=e.state==="idle"&&!e.seen,a=Ge(()=>{i&&_r(s,t).catch(()=>{})},[s,t,i]);return A(()=>{r&&(!o.current||jo(n.current))&&a(),o.current=r},[r,a,n]),a}function jo(t){let e=t?.getRootNode();return document.hasFocus()&&!!t?.contains(e?.activeElement??null)}function Ce(){let t=crypto.getRandomValues(new Uint8Array(16));return Array.from(t,e=>e.toString(16).padStart(2,"0")).join("")}function vn({session:t,run:e}){let{crew:r}=y(),[n,s]=T(""),[o,i]=T(!1),a=$(Ce()),l=u=>{a.current=Ce(),s(u)},d=async()=>{o||!n.trim()||(i(!0),await e(cr(r.server,t.id,{content:n,idempotency_key:a.current}))&&l(""),i(!1))};return c("form",{class:"line",onSubmit:u=>{u.preventDefault(),d()},children:[c("textarea",{rows:2,"aria-label":f.__("Message for %1",t.agent),placeholder:f.__("Message (Shift+Enter: new line)"),readOnly:o,value:n,onInput:u=>l(u.currentTarget.value),onKeyDown:u=>{u.key==="Enter"&&!u.shiftKey&&!u.isComposing&&(u.preventDefault(),d())}}),c("button",{type:"submit",class:"button",disabled:o||!n.trim(),children:f.__("Send")})]})}function wn(t){let{tabs:e,shown:r,onChoose:n}=t,s=$(null),o=i=>{let a=Fo(i.key,e.findIndex(l=>l.id===r),e.length);a!==void 0&&(i.preventDefault(),n(e[a].id),s.current?.querySelectorAll("[role=tab]")[a].focus())};return c("div",{class:"tabbar",role:"tablist","aria-label":f.__("Agents"),ref:s,onKeyDown:o,children:e.map(i=>c("button",{id:`tab-${i.id}`,type:"button",role:"tab",class:"tab","aria-selected":i.id===r,tabIndex:i.id===r?0:-1,onClick:()=>n(i.id),"data-look":i.status&&W(i.status),children:[i.status&&c($e,{status:i.status}),c("span",{class:"name",children:i.label}),i.status&&c(Xo,{status:i.status})]},i.id))})}function $e({status:t}){return c("span",{class:"glyph","data-look":W(t),"aria-hidden":"true",children:me[W(t)]})}function Xo({status:t}){return c("span",{class:"word",title:fe(t,te(),f),children:Te(W(t),1,f)})}function Fo(t,e,r){switch(t){case"ArrowRight":return(e+1)%r;case"ArrowLeft":return(e+r-1)%r;case"Home":return 0;case"End":return r-1;default:return}}var Uo=2,Jo=1,yn=class{activate(t){this._terminal=t}dispose(){}fit(){let t=this.proposeDimensions();if(!t||!this._terminal||isNaN(t.cols)||isNaN(t.rows))return;let e=this._terminal._core;(this._terminal.rows!==t.rows||this._terminal.cols!==t.cols)&&(e._renderService.clear(),this._terminal.resize(t.cols,t.rows))}proposeDimensions(){if(!this._terminal||!this._terminal.element||!this._terminal.element.parentElement)return;let t=this._terminal._core._renderService.dimensions;if(t.css.cell.width===0||t.css.cell.height===0)return;let e=this._terminal.options.scrollback===0?0:this._terminal.options.overviewRuler?.width||14,r=window.getComputedStyle(this._terminal.element.parentElement),n=parseInt(r.getPropertyValue("height")),s=Math.max(0,parseInt(r.getPropertyValue("width"))),o=window.getComputedStyle(this._terminal.element),i={top:parseInt(o.getPropertyValue("padding-top")),bottom:parseInt(o.getPropertyValue("padding-bottom")),right:parseInt(o.getPropertyValue("padding-right")),left:parseInt(o.getPropertyValue("padding-left"))},a=i.top+i.bottom,l=i.right+i.left,d=n-a,u=s-l-e;return{cols:Math.max(Uo,Math.floor(u/t.css.cell.width)),rows:Math.max(Jo,Math.floor(d/t.css.cell.height))}}};function Ht(t){let e=getComputedStyle(t),r=(o,i)=>e.getPropertyValue(o).trim()||i,n=r("--jp-layout-color0","#ffffff"),s=r("--jp-ui-font-color0","#000000");return{background:n,foreground:s,cursor:s,cursorAccent:n,selectionBackground:r("--jp-editor-selected-focused-background","#8caaff80"),...Wo()?Qo:{}}}function Sn(t){let e=new MutationObserver(t);return e.observe(document.body,{attributes:!0,attributeFilter:["data-jp-theme-name","data-jp-theme-light"]}),()=>e.disconnect()}function Wo(){return document.body.dataset.jpThemeLight!=="false"}var Qo={black:"#24292f",red:"#b3261e",green:"#116329",yellow:"#7d4e00",blue:"#0550ae",magenta:"#8250df",cyan:"#0f6674",white:"#57606a",brightBlack:"#57606a",brightRed:"#a40e26",brightGreen:"#1a7f37",brightYellow:"#633c01",brightBlue:"#0969da",brightMagenta:"#7a3fd0",brightCyan:"#19717f",brightWhite:"#42494f"};var Go=1e3,it=class{constructor({Terminal:e},r,n,s,o){this._server=r;this._session=n;this._host=s;this._leave=o;this._terminal=new e({...Zo(s),theme:Ht(s),cursorBlink:!0,scrollback:5e3}),this._terminal.loadAddon(this._fit),this._terminal.open(s),this._terminal.attachCustomKeyEventHandler(i=>this._onKey(i)),this._terminal.onData(i=>this._say(["stdin",i])),this._terminal.onBinary(i=>this._send(Uint8Array.from(i,a=>a.charCodeAt(0)))),this._terminal.onResize(()=>this._tellSize()),this._observer.observe(s),this._endTheme=Sn(()=>this._terminal.options.theme=Ht(s)),this._connect()}_server;_session;_host;_leave;focus(){this._terminal.focus()}dispose(){this._disposed=!0,clearTimeout(this._timer),this._observer.disconnect(),this._endTheme(),this._socket?.close(),this._terminal.dispose()}_connect(){let e=this._server.terminal(this._session);this._socket=e,e&&(e.onopen=()=>this._resize(),e.onmessage=({data:r})=>{typeof r!="string"?this._terminal.write(new Uint8Array(r)):JSON.parse(r)[0]==="disconnect"&&(this._disposed=!0)},e.onclose=()=>{this._disposed||(this._timer=window.setTimeout(()=>this._connect(),Go))})}_resize(){this._host.clientWidth>0&&this._host.clientHeight>0&&(this._fit.fit(),this._tellSize())}_tellSize(){this._say(["set_size",this._terminal.rows,this._terminal.cols])}_say(e){this._send(JSON.stringify(e))}_send(e){this._socket?.readyState===WebSocket.OPEN&&this._socket.send(e)}_onKey(e){let r=e.type==="keydown";return e.key==="F6"?(r&&this._leave(),!1):e.key==="Enter"&&e.shiftKey?(r&&this._say(["stdin",`
`]),e.preventDefault(),!1):!(e.ctrlKey&&!e.shiftKey&&e.key==="c"&&this._terminal.hasSelection())}_disposed=!1;_endTheme;_fit=new yn;_observer=new ResizeObserver(()=>this._resize());_socket;_terminal;_timer=0};function Zo(t){let e=getComputedStyle(t);return{fontFamily:e.fontFamily,fontSize:parseFloat(e.fontSize)}}var Tn;function Mn(t){return Tn??=Ko(t.get("_xterm")),Tn}async function Ko(t){let e=URL.createObjectURL(new Blob([t],{type:"text/javascript"}));try{return await import(e)}finally{URL.revokeObjectURL(e)}}function Rn({session:t}){let{crew:e,model:r}=y(),[n,s]=T(""),o=$(null),{id:i,agent:a}=t;return A(()=>{let l,d=!1;return Mn(r).then(u=>{!d&&o.current&&(l=new it(u,e.server,i,o.current,()=>Vo(o.current)))},u=>s(f.__("The terminal could not be drawn: %1",u.message))),()=>{d=!0,l?.dispose()}},[e.server,i,r]),c("div",{class:"screen",role:"group","aria-label":f.__("Terminal of %1; F6 leaves it",a),children:n?c("p",{class:"hint",children:n}):c("div",{class:"xterm-host",ref:o})})}function Vo(t){t?.getRootNode()?.querySelector("[role=tab][aria-selected=true]")?.focus()}function En({session:t,shown:e}){let[r,n,s]=ae(),o=$(null),{id:i,agent:a,status:l,incarnation:d}=t,u=xn(t,e,o),m=l.state!=="exited";return c("div",{role:"tabpanel",class:"agent","aria-labelledby":`tab-${i}`,hidden:!e,ref:o,onFocusIn:u,onPointerDown:u,children:[c(ei,{session:t,run:r}),c(ie,{text:n,onDismiss:s}),l.prompt&&c(ot,{session:t,prompt:l.prompt,run:r},l.prompt.id),c("div",{class:"halves",children:[e&&c(Yo,{session:t,live:m},d),c("div",{class:"side",children:[c(gn,{session:t,run:r}),c(kn,{session:t,run:r}),m&&c(vn,{session:t,run:r}),!m&&c("p",{class:"hint",children:f.__("%1 has exited; restart it to go on.",a)})]})]})]})}function Yo({session:t,live:e}){let{crew:r}=y();return r.server.direct&&e?c(Rn,{session:t}):c(bn,{session:t,live:e})}function ei({session:t,run:e}){let{crew:r}=y(),{id:n,agent:s,spec:o,project_path:i,status:a}=t;return c("header",{class:"head",children:[c("p",{class:"facts",children:[c($e,{status:a})," ",c("b",{children:fe(a,te(),f)})," · ",o," · ",c("code",{children:i}),a.blocked==="paused"&&` · ${f.__("queue paused")}`]}),c("span",{class:"acts",children:[c(I,{label:f.__("Interrupt"),hint:f.__("End the turn that runs"),off:!["busy","awaiting_input","rate_limited"].includes(a.state),act:()=>{e(fr(r.server,n))}}),c(Rt,{label:f.__("Restart"),question:f.__("Restart %1?",s),act:()=>{e(gr(r.server,n))}}),c(Rt,{label:a.state==="exited"?f.__("Dismiss"):f.__("Stop"),question:a.state==="exited"?f.__("Dismiss %1?",s):f.__("Stop %1?",s),act:()=>{e(lr(r.server,n))}})]})]})}function at(t){let{label:e,onInput:r,...n}=t;return c("label",{children:[e,c("input",{...n,onInput:s=>r(s.currentTarget.value)})]})}function jt(t){let{label:e,value:r,choices:n,onChoose:s}=t;return c("label",{children:[e,c("select",{value:r,onChange:o=>s(o.currentTarget.value),children:n.map(([o,i])=>c("option",{value:o,children:i},o))})]})}function An(){let[t,e]=T(!1);return c("details",{class:"form",open:t,onToggle:r=>e(r.currentTarget.open),children:[c("summary",{children:f.__("New agent")}),t&&c(ri,{onDone:()=>e(!1)})]})}var ti={name:"",spec:"",project_path:"",permission_mode:"",model:""};function ri({onDone:t}){let{crew:e,open:r}=y(),[n,s,o]=ae(),[i,a]=T([]),[l,d]=T(ti),u=$(void 0);A(()=>{n(sr(e.server).then(a))},[e.server,n]);let m=i.find(({name:p})=>p===l.spec)??i.find(({installed:p})=>p),h=async()=>{await n((async()=>{let g={...l,name:l.name.trim(),spec:m?.name??""};u.current=await ni(e,u.current,g),r((await Xe(e.server,{agent:u.current.name})).id),t()})())};return c("form",{onSubmit:p=>{p.preventDefault(),h()},children:[c(at,{label:f.__("Name"),value:l.name,required:!0,onInput:p=>d({...l,name:p})}),c(jt,{label:f.__("Agent"),value:m?.name,choices:i.map(({name:p,display_name:g,installed:b})=>[p,b?g:f.__("%1 (not installed)",g)]),onChoose:p=>d({...l,spec:p,permission_mode:"",model:""})}),c(at,{label:f.__("Folder"),value:l.project_path,placeholder:f.__("the server's root folder"),onInput:p=>d({...l,project_path:p})}),m&&c(si,{spec:m,values:l,onChange:p=>d({...l,...p})}),c("button",{type:"submit",class:"button",disabled:!m?.installed,children:f.__("Start")}),m&&!m.installed&&c("p",{class:"hint",children:m.install}),c(ie,{text:s,onDismiss:o})]})}function ni({server:t},e,r){let{permission_mode:n,model:s,...o}=r,i={...o,settings:{permission_mode:n||null,model:s||null}};return e?ir(t,e.id,i):or(t,i)}function si(t){let{spec:e,values:r,onChange:n}=t;return c(j,{children:[e.permission_modes.length>1&&c(jt,{label:f.__("Permissions"),value:r.permission_mode||e.permission_modes[0],choices:e.permission_modes.map(s=>[s,s]),onChoose:s=>n({permission_mode:s})}),e.takes_model&&c(at,{label:f.__("Model"),value:r.model,placeholder:f.__("its own choice"),onInput:s=>n({model:s})})]})}function Pn({sessions:t}){let{crew:e}=y();if(e.connection==="connecting")return c("p",{class:"hint",children:f.__("Connecting…")});if(!t.length)return c("p",{class:"hint",children:f.__('No agent runs. Start one below, or with crew.start("writer", "echo").')});let r=[f.__("Agent"),f.__("Status"),f.__("Works on"),f.__("Waiting"),f.__("Memory"),f.__("Cost")];return c("table",{class:"fleet","aria-label":f.__("Agents"),children:[c("thead",{children:c("tr",{children:r.map(n=>c("th",{scope:"col",children:n},n))})}),c("tbody",{children:t.map(n=>c(oi,{session:n},n.id))})]})}function oi({session:t}){let{queues:e,open:r}=y(),n=te(),{id:s,agent:o,spec:i,project_path:a,status:l,pending:d,metrics:u}=t,m=e.queue(s)?.messages.find(h=>h.status==="processing");return c("tr",{children:[c("th",{scope:"row",children:c("button",{type:"button",class:"link",title:`${i} · ${a}`,onClick:()=>r(s),children:o})}),c("td",{class:"nowrap",children:[c($e,{status:l})," ",fe(l,n,f)]}),c("td",{class:"doing",children:m&&D(m.content)}),c("td",{children:d||""}),c("td",{class:"nowrap",children:u.rss_bytes===null?"":qr(u.rss_bytes)}),c("td",{children:Ke(u.cost_usd)})]})}var $n={pending:"○","in-progress":"◐",done:"✔"};function In(t){let e=new Set(t.map(({parent_id:s})=>s)),r=t.filter(({id:s})=>!e.has(s)),n=s=>r.filter(({status:o})=>o===s).length;return{pending:n("pending"),"in-progress":n("in-progress"),done:n("done")}}function Ln(t,e){let r=new Map(t.map(o=>[o.id,o])),n=new Set;for(let o of t.filter(e))for(let i=o;i&&!n.has(i.id);i=Cn(i,r))n.add(i.id);let s=o=>{let i=Cn(o,r);return i?1+s(i):0};return t.filter(({id:o})=>n.has(o)).map(o=>[o,s(o)])}function Cn({parent_id:t},e){return t===null?void 0:e.get(t)}function zn({run:t}){let{tasks:e}=y(),{list:r,problem:n}=e,{pending:s,"in-progress":o,done:i}=In(r);return c("section",{class:"tasks","aria-label":f.__("Tasks"),children:[c("p",{class:"facts",children:r.length?f.__("Tasks: %1 of %2 done",i,s+o+i):f.__("Tasks")}),n&&c("p",{class:"hint",children:n}),c("ul",{children:Ln(r,()=>!0).map(([a,l])=>c(ii,{task:a,depth:l,run:t},a.id))}),c(ai,{run:t})]})}function ii({task:t,depth:e,run:r}){let{crew:n}=y(),{id:s,title:o,status:i,agent:a,details:l,description:d}=t,u=n.sessions.filter(h=>h.status.state!=="exited").sort(Ze),m=h=>{r(vr(n.server,s,{agent:h}))};return c("li",{"data-status":i,style:{paddingInlineStart:`${e}em`},children:[c("span",{class:"title",title:l||d,children:[c("span",{"aria-hidden":"true",children:$n[i]})," ",s," ",D(o),a&&c("i",{children:[" ",f.__("for %1",a)]}),c("span",{class:"aloud",children:i})]}),i!=="done"&&c("span",{class:"acts",children:[c("select",{"aria-label":f.__("Assign task %1",s),value:"",onChange:h=>m(h.currentTarget.value),children:[c("option",{value:"",children:f.__("Assign to…")}),u.map(h=>c("option",{value:h.id,children:h.agent},h.id))]}),c(I,{label:f.__("Done"),act:()=>{r(xr(n.server,s,{status:"done"}))}})]})]})}function ai({run:t}){let{crew:e}=y(),[r,n]=T(""),s=async()=>{r.trim()&&await t(br(e.server,{title:r}))&&n("")};return c("form",{class:"line",onSubmit:o=>{o.preventDefault(),s()},children:[c("input",{value:r,placeholder:f.__("New task…"),"aria-label":f.__("Title of a new task"),onInput:o=>n(o.currentTarget.value)}),c("button",{type:"submit",class:"button",disabled:!r.trim(),children:f.__("Add")})]})}function qn({sessions:t}){let[e,r,n]=ae();return c("div",{class:"overview",children:[c("p",{class:"totals",children:zr(t).map(([s,o])=>c("span",{"data-look":s,children:[c("span",{class:"glyph","data-look":s,"aria-hidden":"true",children:me[s]})," ",c("b",{children:o})," ",Te(s,o,f)]},s))}),c(ie,{text:r,onDismiss:n}),t.map(s=>s.status.prompt&&c(ot,{session:s,prompt:s.status.prompt,run:e},s.status.prompt.id)),c(Pn,{sessions:t}),c(li,{}),c(An,{}),c(zn,{run:e})]})}function li(){let{crew:t,open:e}=y(),[r,n,s]=ae(),{server:o,stopped:i}=t,a=l=>r(Xe(o,{agent:l}).then(d=>e(d.id)));return i.length?c("section",{class:"stopped","aria-label":f.__("Not running"),children:[c(ie,{text:n,onDismiss:s}),c("p",{class:"facts",children:f.__("Not running:")}),i.map(({id:l,name:d})=>c(I,{label:d,hint:f.__("Start %1",d),act:()=>{a(d)}},l))]}):null}var lt="all";function Dn({model:t,...e}){let{crew:r,queues:n,tasks:s}=e;Ye(r.changed),Ye(n.changed),Ye(s.changed);let o=ui(r),[i,a]=T(lt),l=$(new Set).current,d=r.sessions.sort(Ze),u=d.some(m=>m.id===i)?i:lt;return l.add(u),A(()=>a(u),[u]),c(Br,{value:{...e,model:t,open:a},children:c("section",{class:"dashboard","aria-label":f.__("Agents"),style:{"--height":`${t.get("height")}px`},children:[c(wn,{tabs:ci(d),shown:u,onChoose:a}),c(pi,{crew:r}),c("div",{role:"tabpanel","aria-labelledby":"tab-all",hidden:u!==lt,tabIndex:-1,children:c(qn,{sessions:d})}),d.filter(m=>l.has(m.id)).map(m=>c(En,{session:m,shown:m.id===u},m.id)),c("div",{class:"aloud",role:"status",children:o})]})})}function ci(t){let e=({agent:n})=>t.filter(s=>s.agent===n).length>1,r=n=>n.agent+(e(n)?` ${n.id.slice(0,4)}`:"");return[{id:lt,label:f.__("All agents")},...t.map(n=>({id:n.id,label:r(n),status:n.status}))]}function ui({moved:t}){let[e,r]=T("");return A(()=>t.connect(({before:n,after:s})=>r(o=>Dr(n,s,f)||o)),[t]),e}function pi({crew:t}){return c(j,{children:[t.connection==="lost"&&c("p",{class:"notice",role:"alert",children:f.__("Connection lost, reconnecting…")}),!t.server.direct&&c("p",{class:"notice",children:f.__("This page cannot reach the agents’ server itself, so the kernel passes everything on: what you do waits while a cell runs, and terminals are shown as text.")})]})}var ct=class{constructor(e){this._model=e;e.on("msg:custom",this._on)}_model;direct=!1;request(e,r,n,s={}){let o=Ce();return new Promise((i,a)=>{this._asked.set(o,{resolve:l=>i(l),reject:a}),this._model.send({ask:o,method:e,path:r,query:s,body:n??null})})}follow(e){return this._onEvent=e,this._model.send({follow:!0}),new Promise(r=>this._onLost=r)}terminal(){}dispose(){this._model.off("msg:custom",this._on),this._onLost()}_on=e=>{let r=e;"answer"in r?this._answered(r.answer,r.data,r.failure):"event"in r?this._onEvent(r.event):"lost"in r&&this._onLost()};_answered(e,r,n){let s=this._asked.get(e);this._asked.delete(e),n?s?.reject(new Error(n.message)):s?.resolve(r)}_asked=new Map;_onEvent=()=>{};_onLost=()=>{}};var ut=class extends Error{constructor(r,n){super(r);this.status=n}},Xt=class extends ut{constructor({message:e,reason:r},n){super(e,n),this.reason=r}};async function On(t){let{ok:e,status:r,statusText:n}=t,s=await t.text();if(!e){let o=di(s);throw o?new Xt(o,r):new ut(`The server answered ${r} ${n}; is it AreYouJ's?`,r)}return s?JSON.parse(s):void 0}function di(t){try{let{message:e,reason:r}=JSON.parse(t);return e&&r?{message:e,reason:r}:void 0}catch{return}}var hi="areyouj.terminal.v1",pt=class t{constructor(e){this._base=e}_base;direct=!0;static find(){let e=document.getElementById("jupyter-config-data")?.textContent,{baseUrl:r}=JSON.parse(e||"{}"),n=r&&new URL(r,location.href);return n&&n.origin===location.origin?new t(new URL("areyouj/",n)):void 0}async request(e,r,n,s={}){let o=new URL(`api/${r.map(encodeURIComponent).join("/")}`,this._base);o.search=new URLSearchParams(s).toString();let i=await fetch(o,{method:e,headers:{"Content-Type":"application/json","X-XSRFToken":mi()},body:n&&JSON.stringify(n),cache:"no-store",credentials:"same-origin"});return On(i)}follow(e){let r=new WebSocket(this._socketUrl("api/events"));return this._socket=r,r.onmessage=n=>e(JSON.parse(n.data)),new Promise(n=>r.onclose=()=>n())}terminal(e){let r=new WebSocket(this._socketUrl(`terminals/websocket/${encodeURIComponent(e)}`),hi);return r.binaryType="arraybuffer",r}dispose(){this._socket?.close()}_socketUrl(e){let r=new URL(e,this._base);return r.protocol=r.protocol.replace("http","ws"),r}_socket};function mi(){return/(?:^|; )_xsrf=([^;]*)/.exec(document.cookie)?.[1]??""}async function Nn(t){let e=pt.find(),r=await e?.request("GET",["health"]).catch(()=>{});return e&&r?.status==="ok"&&fi(r)===t.get("home")?e:new ct(t)}function fi({owner:t,data_dir:e}){return`${t.host}:${e}`}var Bn=`/* The form for a new agent. */

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
`;var Hn=`/* One agent: its acts, and the two halves below them. */

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
`;var jn=`/* What is pressed, chosen and typed into. */

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
`;var Xn=`/* What was said. */

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
`;var Fn=`/* The dashboard in its shadow root: JupyterLab's variables where there are some, else the browser's own colours. */

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
`;var Un=`/* Markdown of agents and users. */

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
`;var Jn=`/* All agents. */

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
`;var Wn=`/* What all tabs are made of. */

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
`;var Qn=`/* A prompt. */

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
`;var Gn=`/* What waits for an agent. */

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
`;var Zn=`/* One agent's terminal, or its screen as text. */

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
`;var Kn=`/* The tabs. */

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
`;var Vn=`/* Tasks. */

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
`;var Yn=[Fn,Kn,Wn,jn,Qn,Hn,Zn,Xn,Un,Gn,Jn,Bn,Vn].join(`
`);function Ai(){let t;return{initialize({model:e}){return t=Nn(e).then(Pi),()=>{t.then(({crew:r})=>r.dispose())}},render({model:e,el:r}){let n=r.appendChild(document.createElement("div"));n.className="areyouj-dashboard",n.dataset.lmSuppressShortcuts="true",n.dataset.jpSuppressContextMenu="true";let s=n.attachShadow({mode:"open"});s.append(es(Ft+Yn));let o=s.appendChild(document.createElement("div")),i=document.head.appendChild(es(Ci(e.get("still"))));return t.then(a=>xt(c(Dn,{...a,model:e}),o)),()=>{xt(null,o),i.remove()}}}}function Pi(t){let e=new je(t);return{crew:e,queues:new Je(e),tasks:new We(e)}}function es(t){let e=document.createElement("style");return e.textContent=t,e}function Ci(t){return`#${t}, .jp-OutputArea-child:has(> * #${t}) { display: none; }`}export{Ai as default};
