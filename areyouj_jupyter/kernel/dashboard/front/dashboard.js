// node_modules/@xterm/xterm/css/xterm.css
var xterm_default = `/**
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
`;

// node_modules/preact/dist/preact.mjs
var n;
var t;
var r;
var u;
var i;
var f;
var o;
var e;
var l;
var c;
var a;
var s;
var h = /* @__PURE__ */ Symbol.for("pv");
var p = {};
var y = [];
var v = /^m(i|n|o|s|text|space)$/;
var w = Array.isArray;
var d = y.slice;
var _ = Object.assign;
function g(n2) {
  n2 && n2.parentNode && n2.remove();
}
function m(r3, u3, i3, f4, o5) {
  var e3 = { type: r3, props: u3, key: i3, ref: f4, __k: null, __: null, __b: 0, __e: null, __c: null, constructor: h, __v: o5 || ++t, __i: -1, __u: 0 };
  return !o5 && n.vnode && n.vnode(e3), e3;
}
function $(n2) {
  return n2.children;
}
function x(n2, t3) {
  this.props = n2, this.context = t3, this.__g = 0;
}
function S(n2, t3) {
  if (null == t3) return n2.__ && S(n2.__, n2.__i + 1);
  for (var r3; t3 < n2.__k.length; t3++) if ((r3 = n2.__k[t3]) && r3.__e) return r3.__e;
  return "function" != typeof n2.type || n2.props.__P ? null : S(n2);
}
function C(t3) {
  var r3, u3 = t3.__v, i3 = u3.__e, f4 = [], o5 = [], e3 = t3.__P;
  e3 && ((r3 = _({ constructor: h }, u3)).__v = u3.__v + 1, n.vnode && n.vnode(r3), z(e3, r3, u3, t3.__n, e3.namespaceURI, 32 & u3.__u ? [i3] : null, f4, i3 || S(u3), 32 & u3.__u, o5), r3.__v = u3.__v, r3.__.__k[r3.__i] = r3, E(f4, r3, o5), u3.__ = u3.__e = null, r3.__e != i3 && j(r3));
}
function j(n2) {
  if ((n2 = n2.__) && n2.__c && !n2.props.__P) return n2.__e = null, n2.__k.some(function(t3) {
    return t3 && (n2.__e = t3.__e);
  }), j(n2);
}
function L(t3) {
  (8 & t3.__g || (t3.__g |= 8, u.push(t3), f++)) && i == n.debounceRendering || ((i = n.debounceRendering) || queueMicrotask)(H);
}
function H() {
  try {
    for (var n2, t3 = 1; u.length; ) u.length > t3 && u.sort(o), n2 = u.shift(), t3 = u.length, 8 & n2.__g && C(n2);
  } finally {
    (f = u.length) && (i || queueMicrotask)(H);
  }
}
function I(n2, t3, r3, u3, i3, f4, o5, e3, l5, c3, a4) {
  var s3, h4, v4, w4, d3, _5, g4 = u3.__k || y, k2 = t3.length;
  for (l5 = q(r3, t3, g4, l5, k2), s3 = 0; s3 < k2; s3++) null != (v4 = r3.__k[s3]) && (h4 = ~v4.__i && g4[v4.__i] || p, v4.__i = s3, _5 = z(n2, v4, h4, i3, f4, o5, e3, l5, c3, a4), w4 = v4.__e, (h4.ref != v4.ref || 8 & h4.__u) && (h4.ref && G(h4.ref, null, v4, h4), v4.ref && a4.push(v4.ref, v4.__c || w4, v4)), d3 = d3 || w4, 4 & v4.__u ? (l5 = A(v4, l5, n2, !h4.__v), h4.__e && (h4.__e = null)) : "function" == typeof v4.type && void 0 !== _5 ? l5 = _5 : w4 && (l5 = w4.nextSibling), v4.__u &= -21);
  return r3.__e = d3, l5;
}
function q(n2, t3, r3, u3, i3) {
  var f4, o5, e3, l5, c3, a4, s3, p3, y4, v4 = r3.length, d3 = v4, _5 = 0, g4 = 0, k2 = n2.__k = Array(i3);
  for (f4 = 0; f4 < i3; f4++) null != (o5 = t3[f4]) && "boolean" != typeof o5 && "function" != typeof o5 ? ("object" != typeof o5 || o5.constructor === String ? o5 = k2[f4] = m(null, o5) : w(o5) ? o5 = k2[f4] = m($, { children: o5 }) : o5.constructor === h && o5.__b ? o5 = k2[f4] = m(o5.type, o5.props, o5.key, o5.ref, o5.__v) : k2[f4] = o5, l5 = f4 + _5, o5.__ = n2, o5.__b = n2.__b + 1, e3 = null, ~(c3 = o5.__i = P(o5, r3, l5, d3)) && (d3--, (e3 = r3[c3]) && (e3.__u |= 2)), e3 && e3.__v ? (o5.__u |= 16, c3 == l5 - 1 ? _5-- : c3 == l5 + 1 ? _5++ : c3 != l5 && (c3 > l5 ? _5-- : _5++, g4 = 1)) : (~c3 || (i3 > v4 ? _5-- : i3 < v4 && _5++), "function" != typeof o5.type && (o5.__u |= 4))) : k2[f4] = null;
  if (g4) {
    for (a4 = [], s3 = [], f4 = 0; f4 < i3; f4++) if ((o5 = k2[f4]) && 16 & o5.__u) {
      for (_5 = 0, p3 = a4.length; _5 < p3; ) a4[y4 = _5 + p3 >> 1] < o5.__i ? _5 = y4 + 1 : p3 = y4;
      a4[_5] = o5.__i, s3[f4] = _5 + 1;
    }
    for (_5 = a4.length; f4--; ) s3[f4] && (s3[f4] == _5 ? _5-- : k2[f4].__u |= 4);
  }
  if (d3) for (f4 = 0; f4 < v4; f4++) !(e3 = r3[f4]) || 2 & e3.__u || (e3.__e == u3 && (u3 = S(e3)), J(e3, e3));
  return u3;
}
function A(n2, t3, r3, u3) {
  var i3, f4, o5, e3;
  if ("function" == typeof n2.type) {
    if (n2.props.__P) return t3;
    if (i3 = n2.__k) for (f4 = 0; f4 < i3.length; f4++) i3[f4] && (i3[f4].__ = n2, t3 = A(i3[f4], t3, r3, false));
    return t3;
  }
  for (t3 && !t3.parentNode && (t3 = S(n2)) && !t3.parentNode && (t3 = null), o5 = n2.__e, e3 = t3; e3 && 8 == e3.nodeType; ) e3 = e3.nextSibling;
  for (o5 != e3 && (!u3 && r3.moveBefore && o5.parentNode ? r3.moveBefore(o5, t3) : r3.insertBefore(o5, t3 || null)), t3 = o5; (t3 = t3 && t3.nextSibling) && 8 == t3.nodeType && !t3.data.startsWith("$s"); ) ;
  return t3;
}
function P(n2, t3, r3, u3) {
  var i3, f4 = n2.key, o5 = n2.type, e3 = t3[r3], l5 = e3 && !(2 & e3.__u);
  if (null === e3 && null == f4 || l5 && f4 == e3.key && o5 == e3.type) return r3;
  if (u3 > (l5 ? 1 : 0)) {
    for (i3 = r3 - 1; i3 >= 0; i3--) if ((e3 = t3[i3]) && !(2 & e3.__u) && f4 == e3.key && o5 == e3.type) return i3;
    for (i3 = r3 + 1; i3 < t3.length; i3++) if ((e3 = t3[i3]) && !(2 & e3.__u) && f4 == e3.key && o5 == e3.type) return i3;
  }
  return -1;
}
function T(n2, t3, r3) {
  null == r3 && (r3 = ""), "-" == t3[0] ? n2.setProperty(t3, r3) : n2[t3] = r3;
}
function N(n2, t3, r3, u3, i3) {
  var f4, o5;
  if ("style" == t3) if ("string" == typeof r3) n2.style.cssText = r3;
  else {
    if ("string" == typeof u3 && (n2.style.cssText = u3 = ""), u3) for (t3 in u3) r3 && t3 in r3 || T(n2.style, t3);
    if (r3) for (t3 in r3) u3 && r3[t3] == u3[t3] || T(n2.style, t3, r3[t3]);
  }
  else if ("o" == t3[0] && "n" == t3[1]) "function" != typeof r3 && (r3 = null), "function" != typeof u3 && (u3 = null), (n2.__e || (n2.__e = {}))[t3] = r3, r3 && u3 || (o5 = a[t3] || (a[t3] = V(t3)), (n2.__a || (n2.__a = {}))[t3] = c, f4 = t3 != (t3 = t3.replace(l, "$1")), (t3 = t3.slice(2))[0] < "a" && (t3 = t3.toLowerCase()), r3 ? n2.addEventListener(t3, o5, f4) : n2.removeEventListener(t3, o5, f4));
  else {
    if ("http://www.w3.org/2000/svg" == i3) t3 = t3.replace(/xlink(H|:h)/, "h").replace(/sName$/, "s");
    else if ("width" != t3 && "height" != t3 && "href" != t3 && "list" != t3 && "form" != t3 && "tabIndex" != t3 && "download" != t3 && "rowSpan" != t3 && "colSpan" != t3 && "role" != t3 && "popover" != t3 && t3 in n2) try {
      return void (n2[t3] = null == r3 ? "" : r3);
    } catch (n3) {
    }
    if ("function" == typeof r3) return;
    null == r3 || false === r3 && "-" != t3[4] ? n2.removeAttribute(t3) : n2.setAttribute(t3, "popover" == t3 && 1 == r3 ? "" : r3);
  }
}
function V(t3) {
  return function(r3) {
    var u3 = this.__e;
    if (u3) {
      if (u3 = u3[t3], null == r3[e]) r3[e] = c++;
      else if (r3[e] < this.__a[t3]) return;
      return u3(n.event ? n.event(r3) : r3);
    }
  };
}
function z(t3, r3, u3, i3, f4, o5, e3, l5, c3, a4) {
  var s3, p3, v4, d3, k2, b, m3, M2, C4, j3, L3, H2, q3, A4, O2, P3, T3, N3, V3 = r3.type;
  if (r3.constructor !== h) return null;
  128 & u3.__u && (c3 = 32 & u3.__u, s3 = u3.__c.__z) && (r3.__u |= c3, p3 = o5 = [], 8 == s3.nodeType ? l5 = B(s3, o5) : o5.push(s3), l5 = o5[0] || l5), (s3 = n.__b) && s3(r3);
  n: if ("function" == typeof V3) {
    v4 = e3.length;
    try {
      if (M2 = r3.props, C4 = (s3 = V3.prototype) && s3.render, j3 = (s3 = V3.contextType) && i3[s3.__c], L3 = s3 ? j3 ? j3.props.value : s3.__ : i3, (d3 = u3.__c) ? (r3.__c = d3, 2 & d3.__g && (d3.__g |= 1)) : (C4 ? r3.__c = d3 = new V3(M2, L3) : (r3.__c = d3 = new x(M2, L3), d3.constructor = V3, d3.render = K), j3 && j3.sub(d3), d3.state || (d3.state = {}), d3.__n = i3, d3.__g |= 8, d3.__h = [], d3.__k = []), C4 && (d3.__s || (d3.__s = d3.state), V3.getDerivedStateFromProps && (d3.__s == d3.state && (d3.__s = _({}, d3.__s)), _(d3.__s, V3.getDerivedStateFromProps(M2, d3.__s)))), k2 = d3.props, b = d3.state, d3.__v = r3, u3.__c) {
        if (M2 !== k2 && C4 && !V3.getDerivedStateFromProps && d3.componentWillReceiveProps && d3.componentWillReceiveProps(M2, L3), r3.__v == u3.__v && !(8 & d3.__g) || !(4 & d3.__g) && d3.shouldComponentUpdate && false === d3.shouldComponentUpdate(M2, d3.__s, L3)) {
          r3.__v != u3.__v && (d3.props = M2, d3.state = d3.__s, d3.__g &= -9), r3.__e = u3.__e, r3.__k = u3.__k, r3.__k.some(function(n2) {
            n2 && (n2.__ = r3);
          }), y.push.apply(d3.__h, d3.__k), d3.__k = [], d3.__h.length && e3.push(d3), l5 = S(u3);
          break n;
        }
        d3.componentWillUpdate && d3.componentWillUpdate(M2, d3.__s, L3), C4 && d3.componentDidUpdate && d3.__h.push(function() {
          d3.componentDidUpdate(k2, b, m3);
        });
      } else C4 && !V3.getDerivedStateFromProps && d3.componentWillMount && d3.componentWillMount(), C4 && d3.componentDidMount && d3.__h.push(d3.componentDidMount);
      d3.context = L3, d3.props = M2, d3.__P = t3, d3.__g &= -5, H2 = n.__r, q3 = C4 ? 25 : 0;
      do {
        d3.__g &= -9, H2 && H2(r3), s3 = d3.render(d3.props, d3.state = d3.__s, d3.context);
      } while (8 & d3.__g && ++q3 < 25);
      C4 && (y.push.apply(d3.__h, d3.__k), d3.__k = []), d3.state = d3.__s, d3.getChildContext && (i3 = _({}, i3, d3.getChildContext())), C4 && u3.__c && d3.getSnapshotBeforeUpdate && (m3 = d3.getSnapshotBeforeUpdate(k2, b)), A4 = s3 && s3.type === $ && null == s3.key ? s3.props.children : s3, M2.__P && (s3 = l5, f4 = (t3 = M2.__P).namespaceURI, c3 = o5 = null, u3.props && u3.props.__P != t3 && (u3.__k.some(function(n2) {
        n2 && J(n2, n2);
      }), u3.__k = null), l5 = u3.__k ? S(u3, 0) : null), l5 = I(t3, w(A4) ? A4 : [A4], r3, u3, i3, f4, o5, e3, l5, c3, a4), M2.__P && (r3.__e = null, l5 = s3), r3.__u &= -161, p3 && p3.some(g), d3.__h.length && e3.push(d3), 1 & d3.__g && (d3.__g &= -4);
    } catch (t4) {
      if (e3.length = v4, r3.__v = null, c3 || o5) if (t4 && t4.then) {
        if (r3.__u |= 128 | c3, o5) {
          for (~(T3 = o5.indexOf(l5 || void 0)) || (T3 = o5.length); (N3 = o5[T3 - 1]) && 8 == N3.nodeType; ) T3--;
          for (; T3 < o5.length; T3++) if (N3 = o5[T3]) if (o5[T3] = null, O2) {
            if (N3 == P3) break;
          } else {
            if (8 != N3.nodeType) break;
            N3.data.startsWith("$s") && (P3 = B(O2 = N3));
          }
        }
        if (!O2) {
          for (; l5 && 8 == l5.nodeType && l5.nextSibling; ) l5 = l5.nextSibling;
          O2 = l5;
        }
        (s3 = B(O2 = r3.__c.__z || (r3.__c.__z = O2))) ? (r3.__e = O2, l5 = s3) : r3.__e = l5, l5 = l5 && l5.nextSibling;
      } else o5 && o5.some(g);
      else r3.__e = u3.__e;
      r3.__k || (r3.__k = u3.__k || []), t4 && t4.then || D(r3), n.__e(t4, r3, u3);
    }
  } else l5 = r3.__e = F(u3.__e, r3, u3, i3, f4, o5, e3, c3, a4, t3);
  return (s3 = n.diffed) && s3(r3), l5;
}
function B(n2, t3) {
  if (n2 && 8 == n2.nodeType && n2.data.startsWith("$s")) for (var r3 = 1; n2 = n2.nextSibling; ) {
    if (8 == n2.nodeType) {
      if (n2.data.startsWith("$s")) r3++;
      else if (n2.data.startsWith("/$s") && !--r3) return n2;
    }
    t3 && t3.push(n2);
  }
}
function D(n2) {
  n2 && (n2.__c && (n2.__c.__g |= 4), n2.__k && n2.__k.some(D));
}
function E(t3, r3, u3) {
  for (var i3 = 0; i3 < u3.length; ) G(u3[i3++], u3[i3++], u3[i3++]);
  n.__c && n.__c(r3, t3), t3.some(function(r4) {
    try {
      t3 = r4.__h, r4.__h = [], t3.some(function(n2) {
        n2.call(r4);
      });
    } catch (t4) {
      n.__e(t4, r4.__v);
    }
  });
}
function F(t3, r3, u3, i3, f4, o5, e3, l5, c3, a4) {
  var s3, h4, y4, _5, k2, b, m3, M2, $2 = u3.props || p, x3 = r3.props, C4 = r3.type;
  if ("svg" == C4 ? f4 = "http://www.w3.org/2000/svg" : "math" == C4 ? f4 = "http://www.w3.org/1998/Math/MathML" : f4 || (f4 = "http://www.w3.org/1999/xhtml"), o5) {
    for (s3 = 0; s3 < o5.length; s3++) if ((k2 = o5[s3]) && (C4 ? k2.localName == C4 : 3 == k2.nodeType)) {
      t3 = k2, o5[s3] = null;
      break;
    }
  }
  if (!t3) {
    if (M2 = a4.ownerDocument || document, !C4) return M2.createTextNode(x3);
    t3 = M2.createElementNS(f4, C4, x3.is ? x3 : a4), l5 && (n.__m && n.__m(r3, o5), l5 = false), o5 = null;
  }
  if (C4) {
    if (a4 = "template" == C4 && t3.content || t3, o5 = "textarea" == C4 && null != x3.defaultValue ? null : o5 && d.call(a4.childNodes), !l5 && o5) for ($2 = {}, s3 = 0; s3 < t3.attributes.length; s3++) $2[(k2 = t3.attributes[s3]).name] = k2.value;
    for (s3 in $2) k2 = $2[s3], "dangerouslySetInnerHTML" == s3 ? y4 = k2 : "children" == s3 || s3 in x3 || "value" == s3 && "defaultValue" in x3 || "checked" == s3 && "defaultChecked" in x3 || N(t3, s3, null, k2, f4);
    for (s3 in x3) k2 = x3[s3], "children" == s3 ? _5 = k2 : "dangerouslySetInnerHTML" == s3 ? h4 = k2 : "value" == s3 ? b = k2 : "checked" == s3 ? m3 = k2 : l5 && "function" != typeof k2 || $2[s3] === k2 || N(t3, s3, k2, $2[s3], f4);
    h4 ? (l5 || y4 && (h4.__html == y4.__html || h4.__html == t3.innerHTML) || (t3.innerHTML = h4.__html), r3.__k = []) : (y4 && (t3.textContent = ""), ("foreignObject" == C4 || "http://www.w3.org/1998/Math/MathML" == f4 && v.test(C4)) && (f4 = "http://www.w3.org/1999/xhtml"), I(a4, w(_5) ? _5 : [_5], r3, u3, i3, f4, o5, e3, o5 ? o5[0] : u3.__k && S(u3, 0), l5, c3), o5 && o5.some(g)), l5 && "textarea" != C4 || (s3 = "value", "progress" == C4 && null == b ? t3.removeAttribute(s3) : null == b || b === t3[s3] && ("progress" != C4 || b) || N(t3, s3, b, $2[s3], f4), s3 = "checked", null != m3 && m3 != t3[s3] && N(t3, s3, m3, $2[s3], f4));
  } else $2 === x3 || l5 && t3.data == x3 || (t3.data = x3);
  return t3;
}
function G(t3, r3, u3, i3) {
  try {
    "function" == typeof t3 ? r3 ? r3.__x = t3(r3) || 1 : i3 && (i3 = i3.__c || i3.__e) && (r3 = i3.__x) && (i3.__x = null, "function" == typeof r3 ? r3() : t3(null)) : t3.current = r3;
  } catch (t4) {
    n.__e(t4, u3);
  }
}
function J(t3, r3, u3) {
  var i3, f4, o5, e3;
  if (n.unmount && n.unmount(t3), !(i3 = t3.ref) || i3.current && i3.current != t3.__e || G(i3, null, r3, t3), i3 = t3.__c) {
    if (i3.componentWillUnmount) try {
      i3.componentWillUnmount();
    } catch (t4) {
      n.__e(t4, r3);
    }
    i3.__P = i3.__n = null;
  }
  if (i3 = t3.__k) for (e3 = 0; e3 < i3.length; e3++) i3[e3] && J(i3[e3], r3, "function" != typeof t3.type || u3 && !t3.props.__P);
  !u3 && (i3 = t3.__c) && (i3 = i3.__z) && (f4 = B(i3, o5 = [])) && (i3 == t3.__e && o5.some(g), g(f4), g(i3)), u3 || g(t3.__e), t3.__e = t3.__c = t3.__ = null;
}
function K(n2, t3, r3) {
  return this.constructor(n2, r3);
}
function Q(t3, r3) {
  var u3, i3, f4, o5;
  n.__ && n.__(t3, r3), 9 == r3.nodeType && (r3 = r3.documentElement), i3 = (u3 = t3 && 32 & t3.__u) ? null : r3.__k, r3.__k = m($, { children: [t3] }), f4 = [], o5 = [], z(r3, r3.__k, i3 || p, p, r3.namespaceURI, i3 ? null : r3.firstChild ? d.call(r3.childNodes) : null, f4, i3 ? i3.__e : r3.firstChild, u3, o5), E(f4, r3.__k, o5), r3.__k.props.children = null;
}
function U(n2) {
  function t3(n3) {
    var r3, u3;
    return this.getChildContext || (r3 = /* @__PURE__ */ new Set(), (u3 = {})[t3.__c] = this, this.getChildContext = function() {
      return u3;
    }, this.shouldComponentUpdate = function(n4) {
      this.props.value != n4.value && r3.forEach(function(n5) {
        n5.__g |= 4, L(n5);
      });
    }, this.sub = function(n4) {
      r3.add(n4);
      var t4 = n4.componentWillUnmount;
      n4.componentWillUnmount = function() {
        r3.delete(n4), t4 && t4.call(n4);
      };
    }), n3.children;
  }
  return t3.__c = "__cC" + s++, t3.__ = n2, t3.Provider = (t3.Consumer = function(n3, t4) {
    return n3.children(t4);
  }).contextType = t3, t3;
}
n = { __e: function(n2, t3, r3, u3) {
  for (var i3, o5, e3; t3 = t3.__; ) if ((i3 = t3.__c) && !(1 & i3.__g)) {
    i3.__g |= 4;
    try {
      if ((e3 = (o5 = i3.constructor) && o5.getDerivedStateFromError) && i3.setState(o5.getDerivedStateFromError(n2)), i3.componentDidCatch && (i3.componentDidCatch(n2, u3 || {}), e3 = 1), e3 && 8 & i3.__g) return void (i3.__g |= 2);
    } catch (t4) {
      n2 = t4;
    }
  }
  throw f = 0, n2;
} }, t = 0, r = function(n2) {
  return null != n2 && n2.constructor === h;
}, x.prototype.setState = function(n2, t3) {
  var r3 = this.__s;
  r3 && r3 != this.state || (r3 = this.__s = _({}, this.state)), "function" == typeof n2 && (n2 = n2(_({}, r3), this.props)), n2 && (_(r3, n2), this.__v && (t3 && this.__k.push(t3), L(this)));
}, x.prototype.forceUpdate = function(n2) {
  this.__v && (this.__g |= 4, n2 && this.__h.push(n2), L(this));
}, x.prototype.render = $, u = [], f = 0, o = function(n2, t3) {
  return n2.__v.__b - t3.__v.__b;
}, e = /* @__PURE__ */ Symbol(), l = /(PointerCapture)$|Capture$/i, c = 0, a = {}, s = 0;

// ../src/words.ts
var GLYPHS = {
  "needs-you": "▲",
  done: "✔",
  working: "◐",
  starting: "◌",
  idle: "○",
  exited: "✕"
};
function look(status) {
  switch (status.state) {
    case "awaiting_input":
      return "needs-you";
    case "idle":
      return status.seen ? "idle" : "done";
    case "busy":
    case "rate_limited":
    case "stopping":
      return "working";
    default:
      return status.state;
  }
}
function totals(sessions) {
  const count = (wanted) => sessions.filter((session) => look(session.status) === wanted).length;
  const shown = ["needs-you", "working", "done", "idle", "starting", "exited"];
  return shown.map((wanted) => [wanted, count(wanted)]).filter(([, n2], place) => n2 || place < 4);
}
function lookWords(wanted, count, trans2) {
  switch (wanted) {
    case "needs-you":
      return trans2._n("needs you", "need you", count);
    case "working":
      return trans2.__("working");
    case "done":
      return trans2.__("done");
    case "idle":
      return trans2.__("idle");
    case "starting":
      return trans2.__("starting");
    case "exited":
      return trans2.__("exited");
  }
}
function words(status, now, trans2) {
  const time = elapsed(now - status.since);
  switch (status.state) {
    case "awaiting_input":
      return trans2.__("needs you: %1", status.reason ?? trans2.__("question"));
    case "rate_limited":
      return status.until ? trans2.__("rate limit until %1", clock(status.until)) : trans2.__("rate limit");
    case "stopping":
      return trans2.__("stopping");
    case "busy":
      return trans2.__("working %1", time);
    case "idle":
      return status.seen ? trans2.__("idle %1", time) : trans2.__("done %1", time);
    default:
      return lookWords(look(status), 1, trans2);
  }
}
function size(bytes) {
  return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
function announcement(before, after, trans2) {
  const same = before && look(before.status) === look(after.status);
  if (same && before.status.prompt?.id === after.status.prompt?.id) {
    return "";
  }
  switch (look(after.status)) {
    case "needs-you":
      return trans2.__("%1 needs you: %2", after.agent, after.status.reason ?? trans2.__("question"));
    case "done":
      return trans2.__("%1 is done", after.agent);
    case "exited":
      return trans2.__("%1 has exited", after.agent);
    default:
      return "";
  }
}
function elapsed(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const minutes = Math.floor(whole / 60);
  if (minutes < 1) {
    return `${whole} s`;
  }
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
function clock(seconds) {
  return new Date(seconds * 1e3).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
}

// src/restapi.ts
var listSpecs = (server) => server.request("GET", ["specs"]);
var createAgent = (server, body) => server.request("POST", ["agents"], body);
var updateAgent = (server, id, body) => server.request("PUT", ["agents", id], body);
var startAgent = (server, agent) => server.request("POST", ["sessions"], { agent });
var stopSession = (server, id) => server.request("DELETE", ["sessions", id]);
var restartSession = (server, id) => server.request("POST", ["sessions", id, "restart"]);
var interruptSession = (server, id) => server.request("POST", ["sessions", id, "interrupt"]);
var markSeen = (server, id) => server.request("PUT", ["sessions", id, "seen"]);
var fetchScreen = (server, id) => server.request("GET", ["sessions", id, "screen"]);
var answerPrompt = (server, id, body) => server.request("POST", ["sessions", id, "answer"], body);
var sendMessage = (server, id, body) => server.request("POST", ["sessions", id, "messages"], body);
var listMessages = (server, id, before) => server.request("GET", ["instances", id, "messages"], void 0, before ? { before: String(before) } : {});
var fetchQueue = (server, id) => server.request("GET", ["sessions", id, "queue"]);
var pauseQueue = (server, id, paused) => server.request("PUT", ["sessions", id, "queue", "paused"], { paused });
var editMessage = (server, id, message, body) => server.request("PUT", ["sessions", id, "queue", message], body);
var cancelMessage = (server, id, message) => server.request("DELETE", ["sessions", id, "queue", message]);
var retryMessage = (server, id, message) => server.request("POST", ["sessions", id, "queue", message, "retry"]);
var listTasks = (server) => server.request("GET", ["tasks"]);
var createTask = (server, body) => server.request("POST", ["tasks"], body);
var updateTask = (server, id, body) => server.request("PUT", ["tasks", id], body);
var assignTask = (server, id, agent) => server.request("POST", ["tasks", id, "assign"], { agent });

// src/queues.ts
var Queues = class {
  constructor(_crew) {
    this._crew = _crew;
    _crew.queued.connect((queue) => this._put(queue));
    _crew.refreshed.connect(() => this._renew());
  }
  _crew;
  /** Undefined while it is not known; `want` it then. */
  queue(session) {
    return this._queues.get(session);
  }
  /** Have the queue of a session fetched, unless it is known. */
  want(session) {
    if (!this._queues.has(session) && !this._asked.has(session)) {
      this._asked.add(session);
      fetchQueue(this._crew.server, session).then((queue) => this._queues.has(session) || this._put(queue)).catch(() => void 0).finally(() => this._asked.delete(session));
    }
  }
  /** After a snapshot nothing old counts. */
  _renew() {
    const known = [...this._queues.keys()];
    this._queues.clear();
    const sessions = this._crew.sessions;
    sessions.filter((session) => known.includes(session.id) || works(session)).forEach(({ id }) => this.want(id));
  }
  _put(queue) {
    this._queues.set(queue.session_id, queue);
    this._crew.changed.emit();
  }
  _asked = /* @__PURE__ */ new Set();
  _queues = /* @__PURE__ */ new Map();
};
function works({ pending, status }) {
  return pending > 0 || ["busy", "awaiting_input", "rate_limited"].includes(status.state);
}

// src/signal.ts
var Signal = class {
  /** Listen; what is returned ends it. */
  connect(listener) {
    this._listeners.add(listener);
    return () => void this._listeners.delete(listener);
  }
  emit(value) {
    [...this._listeners].forEach((listener) => listener(value));
  }
  _listeners = /* @__PURE__ */ new Set();
};

// src/tasks.ts
var Tasks = class {
  constructor(_crew) {
    this._crew = _crew;
    _crew.tasked.connect((task) => this._on(task));
    _crew.refreshed.connect(() => this._fetch());
  }
  _crew;
  /** Why the tasks could not be fetched; empty if they could. */
  problem = "";
  /** Parents before their sub-tasks. */
  get list() {
    return [...this._tasks.values()].sort((left, right) => byId(left.id, right.id));
  }
  /** What is published while a list is on its way is newer than that list. */
  _fetch() {
    const late = [];
    this._late = late;
    listTasks(this._crew.server).then(
      ({ tasks }) => {
        if (this._late === late) {
          this._late = void 0;
          this._tasks = new Map(tasks.map((task) => [task.id, task]));
          late.forEach((task) => put(this._tasks, task));
          this._tell("");
        }
      },
      (error) => this._tell(error.message)
    );
  }
  _on(task) {
    this._late?.push(task);
    put(this._tasks, task);
    this._tell(this.problem);
  }
  _tell(problem) {
    this.problem = problem;
    this._crew.changed.emit();
  }
  _late;
  _tasks = /* @__PURE__ */ new Map();
};
var byId = new Intl.Collator("en", { numeric: true }).compare;

// src/translation.ts
var trans = {
  __: (text, ...values) => text.replace(/%(\d)/g, (_5, place) => String(values[Number(place) - 1])),
  _n: (one, many, count) => count === 1 ? one : many
};

// src/crew.ts
var BACK_OFF = [200, 500, 1e3, 2e3, 5e3, 1e4];
var Crew2 = class {
  constructor(server) {
    this.server = server;
    this.queues = new Queues(this);
    this.tasks = new Tasks(this);
    void this._listen();
  }
  server;
  /** Something has changed: here, in a queue, or in a task. */
  changed = new Signal();
  /** A snapshot has come: what was missed before is not told by events. */
  refreshed = new Signal();
  queued = new Signal();
  said = new Signal();
  tasked = new Signal();
  queues;
  tasks;
  connection = "connecting";
  /** What to say aloud of the last change. */
  announced = "";
  /** Live sessions and those that have exited but were not dismissed, by name, then the older first. */
  get sessions() {
    const order = (left, right) => left.agent.localeCompare(right.agent) || left.started_at - right.started_at;
    return [...this._sessions.values()].sort(order);
  }
  /** Agents without a session, by name. */
  get stopped() {
    const here = new Set(this.sessions.map((session) => session.agent_id));
    const agents = [...this._agents.values()].filter((agent) => !here.has(agent.id));
    return agents.sort((left, right) => left.name.localeCompare(right.name));
  }
  dispose() {
    this._disposed = true;
    this.server.dispose();
  }
  /** One connection after the other, until disposed; only vain attempts are spaced out. */
  async _listen() {
    for (let failures = 0; !this._disposed; failures++) {
      await this.server.follow((event) => {
        failures = -1;
        this._on(event);
      });
      this._change(() => this.connection = "lost");
      const delay = BACK_OFF[Math.min(Math.max(failures, 0), BACK_OFF.length - 1)];
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }
  _on(event) {
    switch (event.type.split(":").pop()) {
      case "snapshot":
        this._change(() => this._replace(event.data));
        return this.refreshed.emit();
      case "agent-changed":
        return this._change(() => put(this._agents, event.data));
      case "status-changed":
        return this._move(event.data);
      case "queue-changed":
        return this.queued.emit(event.data);
      case "message":
        return this.said.emit(event.data);
      case "task-changed":
        return this.tasked.emit(event.data);
    }
  }
  _replace(snapshot) {
    this.connection = "open";
    this._sessions = new Map(snapshot.sessions.map((session) => [session.id, session]));
    this._agents = new Map(snapshot.agents.map((agent) => [agent.id, agent]));
  }
  _move(after) {
    const before = this._sessions.get(after.id);
    if (!("removed" in after)) {
      this.announced = announcement(before, after, trans) || this.announced;
    }
    this._change(() => put(this._sessions, after));
  }
  _change(apply) {
    apply();
    this.changed.emit();
  }
  _agents = /* @__PURE__ */ new Map();
  _disposed = false;
  _sessions = /* @__PURE__ */ new Map();
};
function put(models, model) {
  if ("removed" in model) {
    models.delete(model.id);
  } else {
    models.set(model.id, model);
  }
}

// node_modules/preact/hooks/dist/hooks.mjs
var t2;
var r2;
var u2;
var i2;
var o2 = Object.is;
var f2 = 0;
var c2 = [];
var e2 = [];
var a2 = n;
var v2 = a2.__b;
var l2 = a2.__r;
var m2 = a2.diffed;
var h2 = a2.__c;
var s2 = a2.unmount;
var p2 = a2.__;
function y2(n2, t3) {
  a2.__h && a2.__h(r2, n2, f2 || t3), f2 = 0;
  var u3 = r2.__H || (r2.__H = { __: [], __h: [] });
  return n2 >= u3.__.length && u3.__.push({}), u3.__[n2];
}
function d2(n2) {
  return f2 = 1, _2(G2, n2);
}
function _2(n2, u3, i3) {
  var f4 = y2(t2++, 2);
  if (f4.t = n2, !f4.__c && (f4.__ = [i3 ? i3(u3) : G2(void 0, u3), function(n3) {
    var t3 = (f4.__N || f4.__)[0], r3 = f4.t(t3, n3);
    o2(t3, r3) || (f4.__N = [r3, f4.__[1]], f4.__c.setState({}));
  }], f4.__c = r2, !r2.__f)) {
    r2.__f = true;
    var c3 = r2.shouldComponentUpdate;
    r2.shouldComponentUpdate = function(n3, t3, r3) {
      var u4 = this.__H;
      if (!u4) return true;
      var i4 = false, f5 = this.props != n3;
      if (u4.__.some(function(n4) {
        n4.__N && (i4 = true, o2(n4.__[0], n4.__N[0]) || (f5 = true));
      }), c3) {
        var e3 = c3.call(this, n3, t3, r3);
        return i4 ? e3 || f5 : e3;
      }
      return !i4 || f5;
    };
  }
  return f4.__;
}
function A2(n2, u3) {
  var i3 = y2(t2++, 3);
  !a2.__s && E2(i3.__H, u3) && (i3.__P = true, i3.__ = n2, i3.u = u3, r2.__H.__h.push(i3));
}
function F2(n2, u3) {
  var i3 = y2(t2++, 4);
  !a2.__s && E2(i3.__H, u3) && (i3.__P = false, i3.__ = n2, i3.u = u3, r2.__h.push(i3));
}
function T2(n2) {
  return f2 = 5, w2(function() {
    return { current: n2 };
  }, []);
}
function w2(n2, r3) {
  var u3 = y2(t2++, 7);
  return E2(u3.__H, r3) && (u3.__ = n2(), u3.__H = r3), u3.__;
}
function j2(n2) {
  var u3 = r2.context[n2.__c], i3 = y2(t2++, 9);
  return i3.c = n2, u3 ? (null == i3.__ && (i3.__ = true, u3.sub(r2)), u3.props.value) : n2.__;
}
function g2() {
  var n2;
  do {
    for (; n2 = e2.shift(); ) try {
      C2(n2);
    } catch (t4) {
      a2.__e(t4, { __: (n2 = n2.__P) && n2.__v });
    }
    for (; n2 = c2.shift(); ) {
      var t3 = n2.__H;
      if (n2.__P && t3) try {
        t3.__h.some(C2), t3.__h.some(D2), t3.__h = [];
      } catch (r3) {
        t3.__h = [], a2.__e(r3, n2.__v);
      }
    }
  } while (e2.length);
}
a2.__b = function(n2) {
  r2 = null, v2 && v2(n2);
}, a2.__ = function(n2, t3) {
  n2 && t3.__k && t3.__k.__m && (n2.__m = t3.__k.__m), p2 && p2(n2, t3);
}, a2.__r = function(n2) {
  l2 && l2(n2), t2 = 0;
  var i3 = (r2 = n2.__c).__H;
  i3 && (u2 == r2 ? r2.__h = [] : (i3.__h.some(C2), i3.__h.some(D2), t2 = 0), i3.__h = [], i3.__.some(function(n3) {
    n3.__N && (n3.__ = n3.__N), n3.u = n3.__N = void 0;
  })), u2 = r2;
}, a2.diffed = function(n2) {
  m2 && m2(n2);
  var t3 = n2.__c;
  t3 && t3.__H && (t3.__H.__h.length && B2(c2.push(t3)), t3.__H.__.some(function(n3) {
    n3.u && (n3.__H = n3.u);
  })), u2 = r2 = null;
}, a2.__c = function(n2, t3) {
  t3.some(function(n3) {
    try {
      n3.__h.some(C2), n3.__h = n3.__h.filter(function(n4) {
        return !n4.__ || D2(n4);
      });
    } catch (t4) {
      n3.__h = [function() {
        throw t4;
      }];
    }
  }), h2 && h2(n2, t3);
}, a2.unmount = function(n2) {
  s2 && s2(n2);
  var t3, r3, u3 = n2.__c;
  u3 && u3.__H && (u3.__H.__.some(function(u4) {
    try {
      if (u4.__P && u4.__c) {
        if (void 0 === r3) {
          for (r3 = n2.__; r3 && (!r3.__c || !r3.__c.__P); ) r3 = r3.__;
          r3 = r3 && r3.__c;
        }
        u4.__P = r3, B2(e2.push(u4));
      } else C2(u4);
    } catch (n3) {
      t3 = n3;
    }
  }), u3.__H = void 0, t3 && a2.__e(t3, u3.__v));
};
var k = "function" == typeof requestAnimationFrame;
function z2(n2) {
  var t3, r3 = function() {
    clearTimeout(u3), k && cancelAnimationFrame(t3), setTimeout(n2);
  }, u3 = setTimeout(r3, 35);
  k && (t3 = requestAnimationFrame(r3));
}
function B2(n2) {
  1 != n2 && i2 == a2.requestAnimationFrame || ((i2 = a2.requestAnimationFrame) || z2)(g2);
}
function C2(n2) {
  var t3 = r2, u3 = n2.__c;
  "function" == typeof u3 && (n2.__c = void 0, u3()), r2 = t3;
}
function D2(n2) {
  var t3 = r2;
  n2.__c = n2.__(), r2 = t3;
}
function E2(n2, t3) {
  return !n2 || n2.length != t3.length || t3.some(function(t4, r3) {
    return !o2(t4, n2[r3]);
  });
}
function G2(n2, t3) {
  return "function" == typeof t3 ? t3(n2) : t3;
}

// node_modules/preact/jsx-runtime/dist/jsxRuntime.mjs
var f3 = /* @__PURE__ */ Symbol.for("pv");
var o3 = 0;
function a3(t3, e3, n2, u3, a4, i3) {
  e3 || (e3 = {});
  var c3, l5, p3 = e3;
  if ("ref" in p3 && "function" != typeof t3) for (l5 in p3 = {}, e3) "ref" == l5 ? c3 = e3[l5] : p3[l5] = e3[l5];
  var s3 = { type: t3, props: p3, key: n2, ref: c3, __k: null, __: null, __b: 0, __e: null, __c: null, constructor: f3, __v: --o3, __i: -1, __u: 0 };
  return (a4 || i3) && (s3.__source = a4, s3.__self = i3), n.vnode && n.vnode(s3), s3;
}

// src/button.tsx
var PATIENCE = 5e3;
function Button({ label, hint, sign, off, act }) {
  return /* @__PURE__ */ a3(
    "button",
    {
      type: "button",
      class: sign ? "button sign" : "button",
      title: hint ?? label,
      "aria-label": sign ? label : void 0,
      "aria-disabled": off,
      onClick: () => off || act(),
      children: sign ?? label
    }
  );
}
function Confirm(props) {
  const [asking, setAsking] = d2(false);
  A2(() => {
    const timer = asking ? setTimeout(() => setAsking(false), PATIENCE) : 0;
    return () => clearTimeout(timer);
  }, [asking]);
  return /* @__PURE__ */ a3(
    "button",
    {
      type: "button",
      class: asking ? "button asking" : "button",
      onBlur: () => setAsking(false),
      onClick: () => {
        setAsking(!asking);
        asking && props.act();
      },
      children: asking ? props.question : props.label
    }
  );
}
function Problem({ text, onDismiss }) {
  return text ? /* @__PURE__ */ a3("p", { class: "problem", role: "alert", children: [
    text,
    " ",
    /* @__PURE__ */ a3(Button, { label: trans.__("Dismiss"), sign: "✕", act: onDismiss })
  ] }) : null;
}

// src/desk.ts
var Context = U(null);
var { Provider } = Context;
function useDesk() {
  const desk = j2(Context);
  if (!desk) {
    throw new Error("A view stands outside of a dashboard.");
  }
  return desk;
}
function useSignal(signal) {
  const [, again] = _2((count) => count + 1, 0);
  A2(() => signal.connect(() => again(void 0)), [signal]);
}
function useNow() {
  const [now, setNow] = d2(Date.now() / 1e3);
  A2(() => {
    const timer = setInterval(() => setNow(Date.now() / 1e3), 1e3);
    return () => clearInterval(timer);
  }, []);
  return now;
}
function useRun() {
  const [problem, setProblem] = d2("");
  const run2 = async (act) => {
    try {
      await act;
      setProblem("");
      return true;
    } catch (error) {
      setProblem(error.message);
      return false;
    }
  };
  return [run2, problem, () => setProblem("")];
}

// ../src/harmless.ts
var CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
var TURNS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
function visible(text) {
  return text.replace(/\r\n/g, "\n").replace(CONTROLS, (sign) => picture(sign.charCodeAt(0))).replace(TURNS, (sign) => `⟨U+${sign.charCodeAt(0).toString(16).toUpperCase()}⟩`);
}
function picture(code) {
  return code < 32 ? String.fromCharCode(9216 + code) : code === 127 ? "␡" : `⟨${code.toString(16).toUpperCase()}⟩`;
}

// node_modules/marked/lib/marked.esm.js
function G3() {
  return { async: false, breaks: false, extensions: null, gfm: true, hooks: null, pedantic: false, renderer: null, silent: false, tokenizer: null, walkTokens: null };
}
var S2 = G3();
function ue(l5) {
  S2 = l5;
}
var q2 = { exec: () => null };
function D3(l5) {
  let e3 = [];
  return (t3) => {
    let n2 = Math.max(0, Math.min(3, t3 - 1)), r3 = e3[n2];
    return r3 || (r3 = l5(n2), e3[n2] = r3), r3;
  };
}
function g3(l5, e3 = "") {
  let t3 = typeof l5 == "string" ? l5 : l5.source, n2 = { replace: (r3, s3) => {
    let o5 = typeof s3 == "string" ? s3 : s3.source;
    return o5 = o5.replace(O.caret, "$1"), t3 = t3.replace(r3, o5), n2;
  }, getRegex: () => new RegExp(t3, e3) };
  return n2;
}
var _e = ((l5 = "") => {
  try {
    return !!new RegExp("(?<=1)(?<!1)" + l5);
  } catch {
    return false;
  }
})();
var O = { codeRemoveIndent: /^(?: {0,3}\t| {1,4})/gm, listInterruptsParagraph: /^ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/, outputLinkReplace: /\\([\[\]])/g, indentCodeCompensation: /^(\s+)(?:```)/, beginningSpace: /^\s+/, endingHash: /#$/, startingSpaceChar: /^ /, endingSpaceChar: / $/, endingSpaceTabChar: /[ \t]$/, nonSpaceChar: /[^ ]/, newLineCharGlobal: /\n/g, tabCharGlobal: /\t/g, leadingSpaceTab: /^[ \t]+/, multipleSpaceGlobal: /\s+/g, blankLine: /^[ \t]*$/, doubleBlankLine: /\n[ \t]*\n[ \t]*$/, blockquoteStart: /^ {0,3}>/, blockquoteSetextReplace: /\n {0,3}((?:=+|-+)[ \t]*)(?=\n|$)/g, blockquoteSetextReplace2: /^ {0,3}>[ \t]?/gm, blockquoteMarkerWhitespace: /^( {0,3}>)(\t[ \t]*)/gm, nestedBlockMarker: /^ {0,3}(?:(?:[*+-]|\d{1,9}[.)])(?: |$)|> ?)/, listReplaceNesting: /^ {1,4}(?=( {4})*[^ ])/g, listIsTask: /^\[[ xX]\][ \t]+\S/, listReplaceTask: /^\[[ xX]\][ \t]+/, listTaskCheckbox: /\[[ xX]\]/, anyLine: /\n.*\n/, hrefBrackets: /^<(.*)>$/, tableDelimiter: /[:|]/, tableAlignChars: /^\||\| *$/g, tableRowBlankLine: /\n[ \t]*$/, tableAlignRight: /^ *-+: *$/, tableAlignCenter: /^ *:-+: *$/, tableAlignLeft: /^ *:-+ *$/, startATag: /^<a /i, endATag: /^<\/a>/i, startPreScriptTag: /^<(pre|code|kbd|script)(\s|>)/i, endPreScriptTag: /^<\/(pre|code|kbd|script)(\s|>)/i, startAngleBracket: /^</, endAngleBracket: />$/, pedanticHrefTitle: /^([^'"]*[^\s])\s+(['"])(.*)\2/, unicodeAlphaNumeric: /[\p{L}\p{N}]/u, numericCharacterReference: /&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));/, numericCharacterReferenceOrAmpersand: /&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g, escapeTest: /[&<>"']/, escapeReplace: /[&<>"']/g, escapeTestNoEncode: /[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/, escapeReplaceNoEncode: /[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g, caret: /(^|[^\[])\^/g, percentDecode: /%25/g, findPipe: /\|/g, splitPipe: / \|/, slashPipe: /\\\|/g, carriageReturn: /\r\n|\r/g, spaceLine: /^ +$/gm, notSpaceStart: /^\S*/, endingNewline: /\n$/, listItemRegex: (l5) => new RegExp(`^( {0,3}${l5})((?:[	 ][^\\n]*)?(?:\\n|$))`), nextBulletRegex: D3((l5) => new RegExp(`^ {0,${l5}}(?:[*+-]|\\d{1,9}[.)])((?:[ 	][^\\n]*)?(?:\\n|$))`)), hrRegex: D3((l5) => new RegExp(`^ {0,${l5}}((?:-[ 	]*){3,}|(?:_[ 	]*){3,}|(?:\\*[ 	]*){3,})(?:\\n+|$)`)), fencesBeginRegex: D3((l5) => new RegExp(`^ {0,${l5}}(?:\`\`\`|~~~)`)), headingBeginRegex: D3((l5) => new RegExp(`^ {0,${l5}}#{1,6}(?:\\s|$)`)), pedanticHeadingBeginRegex: D3((l5) => new RegExp(`^ {0,${l5}}#`)), htmlBeginRegex: D3((l5) => new RegExp(`^ {0,${l5}}(?:</?(?:${he})(?:[ \\t]+|$|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)`, "i")), blockquoteBeginRegex: D3((l5) => new RegExp(`^ {0,${l5}}>`)), nestedContainerMarkers: /^(?: {0,3}(?:(?:[*+-]|\d{1,9}[.)])[ \t]+|>[ \t]?))+/ };
var Ge = /^(?:[ \t]*(?:\n|$))+/;
var Ne = /^((?: {4}| {0,3}\t)[^\n]+(?:\n(?:[ \t]*(?:\n|$))*)?)+/;
var Fe = /^ {0,3}(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})([^\n]*)(?:\n|$)(?:|([\s\S]*?)(?:\n|$))(?: {0,3}(?:(?=`)\1`*|(?=~)\1~*) *(?=\n|$)|$)/;
var V2 = /^ {0,3}((?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/;
var Qe = /^ {0,3}(#{1,6})(?=\s|$)(.*)(?:\n+|$)/;
var ce = / {0,3}(?:[*+-]|\d{1,9}[.)])/;
var he = "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul";
var J2 = g3(" {0,3}(?:</?(?:tag)(?:[ \\t]+|\\n|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)").replace("tag", he).getRegex();
var $e = /^(?!bull |blockCode|fences|blockquote|heading|html|table)((?:.|\n(?!\s*?\n|bull |fences|blockquote|heading|hr|html|table))+?)\n {0,3}(=+|-+)[ \t]*(?:\n+|$)/;
var Le = g3($e).replace(/bull/g, ce).replace(/blockCode/g, /(?: {4}| {0,3}\t)/).replace(/fences/g, / {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g, / {0,3}>/).replace(/heading/g, / {0,3}#{1,6}(?:\s|$)/).replace(/hr/g, / {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/\|table/g, "").replace(/html/g, J2).getRegex();
var We = g3($e).replace(/bull/g, ce).replace(/blockCode/g, /(?: {4}| {0,3}\t)/).replace(/fences/g, / {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g, / {0,3}>/).replace(/heading/g, / {0,3}#{1,6}(?:\s|$)/).replace(/hr/g, / {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/table/g, / {0,3}\|?(?:[:\- ]*\|)+[\:\- ]*\n/).replace(/html/g, J2).getRegex();
var de = /^([^\n]+(?:\n(?!hr|heading|lheading|blockquote|fences|list|html|table|[ \t]+\n)[^\n]+)*)/;
var Ue = /^[^\n]+/;
var ge = /(?!\s*\])(?:\\[\s\S]|[^\[\]\\\n]|\n(?![ \t]*\n))+/;
var Ke = g3(/^ {0,3}\[(label)\]: *(?:\n[ \t]*)?([^<\s][^\s]*|<(?:\\.|[^\n<>\\])*>)(?:(?: +(?:\n[ \t]*)?| *\n[ \t]*)(title))? *(?:\n+|$)/).replace("label", ge).replace("title", /(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\\n]|\n(?!\n))*'|\((?:\\[\s\S]|[^()\\])*\))/).getRegex();
var Xe = g3(/^(bull)([ \t][^\n]*?)?(?:\n|$)/).replace(/bull/g, ce).getRegex();
var ke = /<!--(?:-?>|[\s\S]*?(?:-->|$))/;
var Ve = g3("^ {0,3}(?:<(script|pre|style|textarea)[\\s>][\\s\\S]*?(?:</\\1>[^\\n]*\\n*|$)|comment[^\\n]*(\\n+|$)|<\\?[\\s\\S]*?(?:\\?>[^\\n]*\\n*|$)|<![A-Z][\\s\\S]*?(?:>[^\\n]*\\n*|$)|<!\\[CDATA\\[[\\s\\S]*?(?:\\]\\]>[^\\n]*\\n*|$)|</?(tag)(?:[ \\t]+|\\n|/?>|$)[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|<(?!(?:script|pre|style|textarea)(?![a-z0-9-]))([a-z][a-z0-9-]*)(?:attribute)*?[ \\t]*/?>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|</[a-z][a-z0-9-]*\\s*>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$))", "i").replace("comment", ke).replace("tag", he).replace("attribute", /[ \t]+[a-zA-Z:_][\w.:-]*(?:[ \t]*=[ \t]*"[^"\n]*"|[ \t]*=[ \t]*'[^'\n]*'|[ \t]*=[ \t]*[^\s"'=<>`]+)?/).getRegex();
var Ce = (l5) => g3(de).replace("hr", V2).replace("heading", " {0,3}#{1,6}(?:\\s|$)").replace("|lheading", "").replace("|table", "").replace("blockquote", " {0,3}>").replace("fences", " {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list", l5).replace("html", J2).getRegex();
var Je = Ce(/ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/);
var Ye = Ce(/ {0,3}(?:[*+-]|\d{1,9}[.)])(?:[ \t]|\n|$)/);
var et = g3(/^( {0,3}> ?(?:(?![ \t]*(?:\n|$))(paragraph)|[^\n]*)(?:\n|$))+/).replace("paragraph", Ye).getRegex();
var fe = { blockquote: et, code: Ne, def: Ke, fences: Fe, heading: Qe, hr: V2, html: Ve, lheading: Le, list: Xe, newline: Ge, paragraph: Je, table: q2, text: Ue };
var Pe = g3("^ *([^\\n ].*)\\n {0,3}((?:\\| *)?:?-+:? *(?:\\| *:?-+:? *)*(?:\\| *)?)(?:\\n((?:(?! *\\n|hr|heading|blockquote|code|fences|list|html).*(?:\\n|$))*)\\n*|$)").replace("hr", V2).replace("heading", " {0,3}#{1,6}(?:\\s|$)").replace("blockquote", " {0,3}>").replace("code", "(?: {4}| {0,3}	)[^\\n]").replace("fences", " {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list", " {0,3}(?:[*+-]|1[.)])[ \\t]").replace("html", J2).getRegex();
var tt = { ...fe, lheading: We, table: Pe, paragraph: g3(de).replace("hr", V2).replace("heading", " {0,3}#{1,6}(?:\\s|$)").replace("|lheading", "").replace("table", Pe).replace("blockquote", " {0,3}>").replace("fences", " {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list", " {0,3}(?:[*+-]|1[.)])[ \\t]+[^ \\t\\n]").replace("html", J2).getRegex() };
var nt = { ...fe, html: g3(`^ *(?:comment(?: *\\n|\\s*$)|<(tag)[\\s\\S]+?</\\1>(?: *\\n{2,}|\\s*$)|<tag(?:"[^"]*"|'[^']*'|\\s[^'"/>\\s]*)*?/?>(?: *\\n{2,}|\\s*$))`).replace("comment", ke).replace(/tag/g, "(?!(?:a|em|strong|small|s|cite|q|dfn|abbr|data|time|code|var|samp|kbd|sub|sup|i|b|u|mark|ruby|rt|rp|bdi|bdo|span|br|wbr|ins|del|img)\\b)\\w+(?!:|[^\\w\\s@]*@)\\b").getRegex(), def: /^ *\[([^\]]+)\]: *<?([^\s>]+)>?(?: +(["(][^\n]+[")]))? *(?:\n+|$)/, heading: /^(#{1,6})(.*)(?:\n+|$)/, fences: q2, lheading: /^(.+?)\n {0,3}(=+|-+) *(?:\n+|$)/, paragraph: g3(de).replace("hr", V2).replace("heading", ` *#{1,6} *[^
]`).replace("|table", "").replace("blockquote", " {0,3}>").replace("|fences", "").replace("|list", "").replace("|html", "").replace("|tag", "").replace("lheading", Le).getRegex() };
var rt = /^\\([!"#$%&'()*+,\-./:;<=>?@\[\]\\^_`{|}~])/;
var st = /^(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/;
var Ie = /^( {2,}|\\)\n(?!\s*$)[ \t]*/;
var it = /^(`+|[^`])(?:(?= {2,}\n)|[\s\S]*?(?:(?=[\\<!\[`*_]|\b_|$)|[^ ](?= {2,}\n)))/;
var L2 = /[\p{P}\p{S}]/u;
var N2 = /[\s\p{P}\p{S}]/u;
var Y = /[^\s\p{P}\p{S}]/u;
var ot = g3(/^((?![*_])punctSpace)/, "u").replace(/punctSpace/g, N2).getRegex();
var at = /[\p{Pi}\p{Ps}"']/u;
var Ae = /(?!~)[\p{P}\p{S}]/u;
var lt = /(?!~)[\s\p{P}\p{S}]/u;
var ut = /(?:[^\s\p{P}\p{S}]|~)/u;
var pt = g3(/link|precode-code|html/, "g").replace("link", /\[(?:[^\[\]`]|(?<a>`+)[^`]+\k<a>(?!`))*?\]\((?:\\[\s\S]|[^\\\(\)]|\((?:\\[\s\S]|[^\\\(\)])*\))*\)/).replace("precode-", _e ? "(?<!`)()" : "(^^|[^`])").replace("code", /(?<b>`+)[^`]+\k<b>(?!`)/).replace("html", /<(?! )[^<>]*?>/).getRegex();
var Ee = /^(?:\*+(?:((?!\*)punct)|([^\s*]))?)|^_+(?:((?!_)punct)|([^\s_]))?/;
var ct = g3(Ee, "u").replace(/punct/g, L2).getRegex();
var ht = g3(Ee, "u").replace(/punct/g, Ae).getRegex();
var dt = /^(?:\*+(?:((?!\*)(?!openQuote)punct)|([^\s*]))?)|^_+(?:((?!_)(?!openQuote)punct)|([^\s_]))?/;
var gt = g3(dt, "u").replace(/openQuote/g, at).replace(/punct/g, L2).getRegex();
var ze = "^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)punctSpace(\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|notPunctSpace(\\*+)(?=notPunctSpace)";
var kt = g3(ze, "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N2).replace(/punct/g, L2).getRegex();
var ft = g3(ze, "gu").replace(/notPunctSpace/g, ut).replace(/punctSpace/g, lt).replace(/punct/g, Ae).getRegex();
var mt = "^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)[\\s](\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|(?:(?!\\*)punct|notPunctSpace)(\\*+)(?!\\*)(?=notPunctSpace)";
var xt = g3(mt, "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N2).replace(/punct/g, L2).getRegex();
var bt = g3("^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)punctSpace(_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)", "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N2).replace(/punct/g, L2).getRegex();
var Rt = "^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)[\\s](_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)|(?:(?!_)punct|notPunctSpace)(_+)(?!_)(?=notPunctSpace)";
var Tt = g3(Rt, "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N2).replace(/punct/g, L2).getRegex();
var Ot = g3(/^~~?(?:((?!~)punct)|[^\s~])/, "u").replace(/punct/g, L2).getRegex();
var wt = "^[^~]+(?=[^~])|(?!~)punct(~~?)(?=[\\s]|$)|notPunctSpace(~~?)(?!~)(?=punctSpace|$)|(?!~)punctSpace(~~?)(?=notPunctSpace)|[\\s](~~?)(?!~)(?=punct)|(?!~)punct(~~?)(?!~)(?=punct)|notPunctSpace(~~?)(?=notPunctSpace)";
var Pt = g3(wt, "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N2).replace(/punct/g, L2).getRegex();
var yt = g3(/\\(punct)/, "gu").replace(/punct/g, L2).getRegex();
var St = g3(/(`+)(?:[^`]|[^`][\s\S]*?[^`])\1(?!`)|`+|\\(punct)/, "gu").replace(/punct/g, L2).getRegex();
var _t = g3(/^<(scheme:[^\s\x00-\x1f<>]*|email)>/).replace("scheme", /[a-zA-Z][a-zA-Z0-9+.-]{1,31}/).replace("email", /[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+(@)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+(?![-_])/).getRegex();
var $t = g3(ke).replace("(?:-->|$)", "-->").getRegex();
var Lt = g3("^comment|^</[a-zA-Z][a-zA-Z0-9-]*\\s*>|^<[a-zA-Z][a-zA-Z0-9-]*(?:attribute)*?\\s*/?>|^<\\?[\\s\\S]*?\\?>|^<![a-zA-Z]+\\s[\\s\\S]*?>|^<!\\[CDATA\\[[\\s\\S]*?\\]\\]>").replace("comment", $t).replace("attribute", /\s+[a-zA-Z:_][\w.:-]*(?:\s*=\s*"[^"]*"|\s*=\s*'[^']*'|\s*=\s*[^\s"'=<>`]+)?/).getRegex();
var Me = /\[(?:\\[\s\S]|[^\[\]\\])*\]/;
var ie = g3(/(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\])|[^\[\]\\`])*?/).replace("brackets", Me).getRegex();
var Ct = g3(/^!?\[(label)\]\([ \t\n]*(href)(?:(?:[ \t]+(?:\n[ \t]*)?|\n[ \t]*)(title))?[ \t\n]*\)/).replace("label", ie).replace("href", /<(?:\\.|[^\n<>\\])*>|(?!<)[^ \t\n\x00-\x1f]+|(?=\))/).replace("title", /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\((?:\\[\s\S]|[^)\\])*\)/).getRegex();
var It = g3(/^!?\[(label)\]\[(ref)\]/).replace("label", ie).replace("ref", ge).getRegex();
var At = g3(/^!?\[(ref)\](?:\[\])?/).replace("ref", ge).getRegex();
var ye = /(?!\s*\])(?:\\[\s\S]|[^\[\]\\]){1,999}/;
var Et = g3(/(?:[^\[\]\\`]*(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\]))){0,999}?[^\[\]\\`]*?/).replace("brackets", Me).getRegex();
var zt = g3("reflink|nolink(?!\\()", "g").replace("reflink", g3(/^!?\[(label)\]\[(ref)\]/).replace("label", Et).replace("ref", ye).getRegex()).replace("nolink", g3(/^!?\[(ref)\](?:\[\])?/).replace("ref", ye).getRegex()).getRegex();
var Se = /[hH][tT][tT][pP][sS]?|[fF][tT][pP]/;
var Mt = /[A-Za-z0-9._+-]+@[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/;
var Bt = g3(/(?:mailto:email|xmpp:email(?:\/[A-Za-z0-9@.]+)?)/).replace(/email/g, Mt).getRegex();
var me = { _backpedal: q2, anyPunctuation: yt, anyPunctuationOutsideCode: St, autolink: _t, blockSkip: pt, br: Ie, code: st, del: q2, delLDelim: q2, delRDelim: q2, emStrongLDelim: ct, emStrongRDelimAst: kt, emStrongRDelimUnd: bt, escape: rt, link: Ct, nolink: At, punctuation: ot, reflink: It, reflinkSearch: zt, tag: Lt, text: it, url: q2 };
var Dt = { ...me, emStrongLDelim: gt, emStrongRDelimAst: xt, emStrongRDelimUnd: Tt, link: g3(/^!?\[(label)\]\((.*?)\)/).replace("label", ie).getRegex(), reflink: g3(/^!?\[(label)\]\s*\[([^\]]*)\]/).replace("label", ie).getRegex() };
var pe = { ...me, emStrongRDelimAst: ft, emStrongLDelim: ht, delLDelim: Ot, delRDelim: Pt, url: g3(/^emailProtocol|^((?:protocol):\/\/|www\.)(?:[a-zA-Z0-9\-]+\.?)+[^\s<]*|^email/).replace("emailProtocol", Bt).replace("protocol", Se).replace("email", /[A-Za-z0-9._+-]+(@)[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/).getRegex(), _backpedal: /(?:[^?!.,:;*_'"~()&]+|\([^)]*\)|&(?![a-zA-Z0-9]+;$)|[?!.,:;*_'"~)]+(?!$))+/, del: /^(~~?)(?=[^\s~])((?:\\[\s\S]|[^\\])*?(?:\\[\s\S]|[^\s~\\]))\1(?=[^~]|$)/, text: g3(/^(?:[^a-zA-Z0-9](?=emailProtocol)|(`+|~+|[^`~])(?:(?=[`~])|(?= {2,}\n)|(?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@)|[\s\S]*?(?:(?=[\\<!\[`*~_]|\b_|protocol:\/\/|wwwStart|$)|[^ ](?= {2,}\n)|[^a-zA-Z0-9](?=emailProtocol)|[^a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-](?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@))))/).replace("protocol", Se).replace(/emailProtocol/g, /(?:mailto|xmpp):/).replace("wwwStart", _e ? "(?<![^\\s*_~(])www\\." : "www\\.").getRegex() };
var qt = { ...pe, br: g3(Ie).replace("{2,}", "*").getRegex(), text: g3(pe.text).replace("\\b_", "\\b_| {2,}\\n").replace(/\{2,\}/g, "*").getRegex() };
var ee = { normal: fe, gfm: tt, pedantic: nt };
var F3 = { normal: me, gfm: pe, breaks: qt, pedantic: Dt };
var vt = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
var Be = (l5) => vt[l5];
function y3(l5, e3) {
  if (e3) {
    if (O.escapeTest.test(l5)) return l5.replace(O.escapeReplace, Be);
  } else if (O.escapeTestNoEncode.test(l5)) return l5.replace(O.escapeReplaceNoEncode, Be);
  return l5;
}
function De(l5) {
  return O.numericCharacterReference.test(l5) ? l5.replace(O.numericCharacterReferenceOrAmpersand, (e3, t3, n2) => {
    if (t3 === void 0 && n2 === void 0) return "&amp;";
    let r3 = t3 === void 0 ? Number.parseInt(n2, 16) : Number.parseInt(t3, 10);
    return r3 === 0 || r3 > 1114111 || r3 >= 55296 && r3 <= 57343 ? "�" : r3 === 38 ? "&amp;" : String.fromCodePoint(r3);
  }) : l5;
}
function xe(l5) {
  try {
    l5 = encodeURI(l5).replace(O.percentDecode, "%");
  } catch {
    return null;
  }
  return l5;
}
function be(l5, e3) {
  let t3 = l5.replace(O.findPipe, (s3, o5, i3) => {
    let a4 = false, c3 = o5;
    for (; --c3 >= 0 && i3[c3] === "\\"; ) a4 = !a4;
    return a4 ? "|" : " |";
  }), n2 = t3.split(O.splitPipe), r3 = 0;
  if (n2[0].trim() || n2.shift(), n2.length > 0 && !n2.at(-1)?.trim() && n2.pop(), e3) if (n2.length > e3) n2.splice(e3);
  else for (; n2.length < e3; ) n2.push("");
  for (; r3 < n2.length; r3++) n2[r3] = n2[r3].trim().replace(O.slashPipe, "|");
  return n2;
}
function C3(l5, e3, t3) {
  let n2 = l5.length;
  if (n2 === 0) return "";
  let r3 = 0;
  for (; r3 < n2; ) {
    let s3 = l5.charAt(n2 - r3 - 1);
    if (s3 === e3 && !t3) r3++;
    else if (s3 !== e3 && t3) r3++;
    else break;
  }
  return l5.slice(0, n2 - r3);
}
function Re(l5) {
  let e3 = l5.split(`
`), t3 = e3.length - 1;
  for (; t3 >= 0 && O.blankLine.test(e3[t3]); ) t3--;
  return e3.length - t3 <= 2 ? l5 : e3.slice(0, t3 + 1).join(`
`);
}
function W(l5) {
  return l5.trim().replace(O.multipleSpaceGlobal, " ").toLowerCase().toUpperCase().toLowerCase();
}
function Te(l5, e3) {
  if (l5.indexOf(e3[0]) === -1 && l5.indexOf(e3[1]) === -1) return -1;
  let t3 = 0;
  for (let n2 = 0; n2 < l5.length; n2++) if (l5[n2] === "\\") n2++;
  else if (l5[n2] === e3[0]) t3++;
  else if (l5[n2] === e3[1] && (t3--, t3 < 0)) return n2;
  return t3 > 0 ? -2 : -1;
}
var Q2 = /* @__PURE__ */ new WeakMap();
function Oe(l5) {
  let e3 = { "*": -1, _: -1 }, t3 = -1, n2 = l5.length;
  for (let r3 = 0; r3 < n2; r3++) {
    let s3 = l5[r3];
    if (s3 !== "*" && s3 !== "_" && s3 !== "~") continue;
    let o5 = r3 === 0 ? `
` : l5[r3 - 1], i3 = r3 + 1;
    for (; i3 < n2 && l5[i3] === s3; ) i3++;
    o5 !== " " && o5 !== "	" && o5 !== `
` && o5 !== "\r" && o5 !== "\f" && (s3 === "~" ? t3 = r3 : e3[s3] = r3), r3 = i3 - 1;
  }
  return { maskedSrc: l5, lastPossibleEmStrongCloserIndex: e3, lastPossibleDelCloserIndex: t3 };
}
function qe(l5, e3) {
  let t3 = Oe(e3), n2 = Q2.get(l5);
  n2 ? n2.push(t3) : Q2.set(l5, [t3]);
}
function ve(l5) {
  let e3 = Q2.get(l5);
  e3 && (e3.pop(), e3.length === 0 && Q2.delete(l5));
}
function oe(l5, e3, t3) {
  let n2 = Q2.get(l5)?.at(-1);
  return n2 && n2.maskedSrc === e3 ? n2.lastPossibleEmStrongCloserIndex[t3] : Oe(e3).lastPossibleEmStrongCloserIndex[t3];
}
function ae(l5, e3) {
  let t3 = Q2.get(l5)?.at(-1);
  return t3 && t3.maskedSrc === e3 ? t3.lastPossibleDelCloserIndex : Oe(e3).lastPossibleDelCloserIndex;
}
function te(l5, e3 = 0) {
  let t3 = e3, n2 = "";
  for (let r3 of l5) if (r3 === "	") {
    let s3 = 4 - t3 % 4;
    n2 += " ".repeat(s3), t3 += s3;
  } else n2 += r3, t3++;
  return n2;
}
function Ht(l5, e3) {
  let t3 = "";
  for (let n2 = 0; n2 < l5.length; n2++) {
    if (l5[n2] === "`") {
      let r3 = e3.inline.code.exec(l5.slice(n2));
      if (r3) {
        t3 += r3[0], n2 += r3[0].length - 1;
        continue;
      }
    }
    if (l5[n2] === "\\" && (l5[n2 + 1] === "[" || l5[n2 + 1] === "]")) {
      t3 += l5[n2 + 1], n2++;
      continue;
    }
    t3 += l5[n2];
  }
  return t3;
}
function He(l5, e3, t3, n2, r3) {
  let s3 = e3.href, o5 = e3.title || null, i3 = Ht(l5[1], r3), a4 = l5[0].charAt(0) === "!", c3 = n2.state.inLink, u3 = n2.state.linkEmitted, d3 = n2.state.inRawBlock;
  n2.state.inLink = true, n2.state.linkEmitted = false;
  let h4 = n2.inlineTokens(i3), p3 = n2.state.linkEmitted;
  if (n2.state.linkEmitted = u3, n2.state.inLink = c3, !a4) {
    if (p3) {
      n2.state.inRawBlock = d3;
      return;
    }
    n2.state.linkEmitted = true;
  }
  return { type: a4 ? "image" : "link", raw: t3, href: s3, title: o5, text: i3, tokens: h4 };
}
function Zt(l5, e3, t3) {
  let n2 = l5.match(t3.other.indentCodeCompensation);
  if (n2 === null) return e3;
  let r3 = n2[1];
  return e3.split(`
`).map((s3) => {
    let o5 = s3.match(t3.other.beginningSpace);
    if (o5 === null) return s3;
    let [i3] = o5;
    return s3.slice(Math.min(i3.length, r3.length));
  }).join(`
`);
}
function Ze(l5, e3, t3, n2) {
  if (!e3.includes("<")) return false;
  for (let r3 = 0; r3 < e3.length; r3++) {
    if (e3[r3] === "\\") {
      r3++;
      continue;
    }
    if (e3[r3] === "`") {
      let i3 = n2.inline.code.exec(e3.slice(r3));
      if (i3) {
        r3 += i3[0].length - 1;
        continue;
      }
    }
    if (e3[r3] !== "<") continue;
    let s3 = l5.slice(t3 + r3), o5 = n2.inline.tag.exec(s3) || n2.inline.autolink.exec(s3);
    if (o5) {
      if (o5[0].length > e3.length - r3) return true;
      r3 += o5[0].length - 1;
    }
  }
  return false;
}
var _3 = class {
  options;
  rules;
  lexer;
  constructor(e3) {
    this.options = e3 || S2;
  }
  space(e3) {
    let t3 = this.rules.block.newline.exec(e3);
    if (t3 && t3[0].length > 0) return { type: "space", raw: t3[0] };
  }
  code(e3) {
    let t3 = this.rules.block.code.exec(e3);
    if (t3) {
      let n2 = this.options.pedantic ? t3[0] : Re(t3[0]), r3 = n2.replace(this.rules.other.codeRemoveIndent, "");
      return { type: "code", raw: n2, codeBlockStyle: "indented", text: r3 };
    }
  }
  fences(e3) {
    let t3 = this.rules.block.fences.exec(e3);
    if (t3) {
      let n2 = t3[0], r3 = Zt(n2, t3[3] || "", this.rules);
      return t3[3] !== void 0 && (r3 === "" || r3.endsWith(`
`)) && (r3 += `
`), { type: "code", raw: n2, lang: t3[2] ? t3[2].trim().replace(this.rules.inline.anyPunctuation, "$1") : t3[2], text: r3 };
    }
  }
  heading(e3) {
    let t3 = this.rules.block.heading.exec(e3);
    if (t3) {
      let n2 = t3[2].trim();
      if (this.rules.other.endingHash.test(n2)) {
        let r3 = C3(n2, "#");
        (this.options.pedantic || !r3 || this.rules.other.endingSpaceTabChar.test(r3)) && (n2 = r3.trim());
      }
      return { type: "heading", raw: C3(t3[0], `
`), depth: t3[1].length, text: n2, tokens: this.lexer.inline(n2) };
    }
  }
  hr(e3) {
    let t3 = this.rules.block.hr.exec(e3);
    if (t3) return { type: "hr", raw: C3(t3[0], `
`) };
  }
  blockquote(e3) {
    let t3 = this.rules.block.blockquote.exec(e3);
    if (t3) {
      let n2 = C3(t3[0], `
`).split(`
`), r3 = "", s3 = "", o5 = [];
      for (; n2.length > 0; ) {
        let i3 = false, a4 = [], c3;
        for (c3 = 0; c3 < n2.length; c3++) if (this.rules.other.blockquoteStart.test(n2[c3])) a4.push(n2[c3]), i3 = true;
        else if (!i3) a4.push(n2[c3]);
        else break;
        n2 = n2.slice(c3);
        let u3 = a4.join(`
`), d3 = u3.replace(this.rules.other.blockquoteMarkerWhitespace, (k2, m3, b) => b.startsWith(" ") ? m3 + " " + b.slice(1) : m3 + te(b, m3.length)).replace(this.rules.other.blockquoteSetextReplace, `
    $1`).replace(this.rules.other.blockquoteSetextReplace2, "");
        r3 = r3 ? `${r3}
${u3}` : u3, s3 = s3 ? `${s3}
${d3}` : d3;
        let h4 = this.lexer.state.top;
        if (this.lexer.state.top = true, this.lexer.blockTokens(d3, o5, true), this.lexer.state.top = h4, n2.length === 0) break;
        let p3 = o5.at(-1);
        if (p3?.type === "code" || p3?.type === "heading" || p3?.type === "hr" || p3?.type === "html" || p3?.type === "table") break;
        if (p3?.type === "blockquote") {
          let k2 = p3, m3 = n2.join(`
`), b = k2.raw + `
` + m3.replace(this.rules.other.blockquoteSetextReplace2, ""), f4 = this.blockquote(b);
          o5[o5.length - 1] = f4;
          let R = b.substring(f4.raw.length).replace(/^\n/, ""), E3 = R ? R.split(`
`).length : 0, T3 = E3 ? n2.slice(0, -E3) : n2;
          if (T3.length > 0 && (r3 = `${r3}
${T3.join(`
`)}`), s3 = s3.substring(0, s3.length - k2.text.length) + f4.text, n2 = n2.slice(T3.length), n2.length > 0 && this.rules.other.blockquoteStart.test(n2[0])) continue;
          break;
        } else if (p3?.type === "list") {
          let k2 = p3, m3 = k2.raw + `
` + n2.join(`
`), b = this.list(m3);
          o5[o5.length - 1] = b;
          let f4 = b.raw.length > k2.raw.length ? m3.slice(k2.raw.length + 1, b.raw.length).split(`
`).length : 0;
          if (f4 > 0) {
            let R = n2.slice(0, f4).join(`
`);
            r3 = `${r3}
${R}`, s3 = `${s3}
${R}`;
          }
          if (n2 = n2.slice(f4), n2.length > 0 && !this.rules.other.blockquoteStart.test(n2[0])) break;
          continue;
        }
      }
      return { type: "blockquote", raw: r3, tokens: o5, text: s3 };
    }
  }
  list(e3) {
    let t3 = this.rules.block.list.exec(e3);
    if (t3) {
      if (!this.options.pedantic && this.lexer.state.lastToken?.type === "text" && !this.rules.other.listInterruptsParagraph.test(e3)) return;
      let n2 = e3, r3 = () => n2.length - e3.length, s3 = t3[1].trim(), o5 = s3.length > 1, i3 = { type: "list", raw: "", ordered: o5, start: o5 ? +s3.slice(0, -1) : "", loose: false, items: [] };
      s3 = o5 ? `\\d{1,9}\\${s3.slice(-1)}` : `\\${s3}`, this.options.pedantic && (s3 = o5 ? s3 : "[*+-]");
      let a4 = this.rules.other.listItemRegex(s3), c3 = false;
      for (; e3; ) {
        let h4 = false, p3 = "";
        if (!(t3 = a4.exec(e3)) || this.rules.block.hr.test(e3)) break;
        let k2 = r3();
        e3 = e3.substring(t3[0].length);
        let m3 = t3[2].split(`
`, 1)[0], b = t3[1].length, f4 = this.options.pedantic ? te(m3, b) : m3.replace(this.rules.other.leadingSpaceTab, (H2) => te(H2, b)), R = e3.split(`
`, 1)[0], E3 = !f4.trim(), T3 = 0;
        if (this.options.pedantic ? (T3 = 2, p3 = f4.trimStart()) : E3 ? T3 = b + 1 : (T3 = f4.search(this.rules.other.nonSpaceChar), T3 = T3 > 4 ? 1 : T3, p3 = f4.slice(T3), T3 += b), E3 && this.rules.other.blankLine.test(R) && (e3 = e3.substring(R.length + 1), h4 = true), !h4) {
          let H2 = this.rules.other.nextBulletRegex(T3), K2 = this.rules.other.hrRegex(T3), re = this.rules.other.fencesBeginRegex(T3), B3 = this.options.pedantic ? this.rules.other.pedanticHeadingBeginRegex(T3) : this.rules.other.headingBeginRegex(T3), X = this.rules.other.htmlBeginRegex(T3), se = this.rules.other.blockquoteBeginRegex(T3), le = false;
          for (; e3; ) {
            let we = e3.split(`
`, 1)[0], Z;
            if (R = we, this.options.pedantic ? (R = R.replace(this.rules.other.listReplaceNesting, "  "), Z = R) : Z = R.replace(this.rules.other.leadingSpaceTab, ($2) => te($2)), re.test(R) || B3.test(R) || X.test(R) || se.test(R) || H2.test(R) || K2.test(R)) break;
            if (Z.search(this.rules.other.nonSpaceChar) >= T3 || !R.trim()) p3 += `
` + Z.slice(T3), le = false;
            else {
              if (E3) break;
              let $2 = f4;
              if (!this.options.pedantic && !p3.includes(`
`) && !f4.includes("	")) {
                let j3;
                for (; !K2.test($2) && (j3 = this.rules.other.nestedBlockMarker.exec($2)); ) $2 = $2.slice(j3[0].length);
                if (!$2.trim()) break;
              }
              if ($2.replace(this.rules.other.tabCharGlobal, "    ").search(this.rules.other.nonSpaceChar) >= 4 || re.test($2) || B3.test($2) || X.test($2) || K2.test($2)) break;
              if (!this.options.pedantic && !le) {
                let j3 = f4.replace(this.rules.other.nestedContainerMarkers, "");
                if (this.rules.block.fences.test(j3) || this.rules.block.heading.test(j3) || this.rules.block.hr.test(j3)) break;
              }
              let je = !this.options.pedantic && /^ {0,3}(?:=+|-+) *$/.test(R) && this.rules.block.lheading.test(`${f4}
${R}`) ? `    ${Z.replace(/^ {0,3}/, "")}` : R;
              p3 += `
` + je, le = true;
            }
            E3 = !R.trim(), e3 = e3.substring(we.length + 1), f4 = Z.slice(T3);
          }
        }
        let U2 = n2.slice(k2, r3());
        i3.loose || (c3 ? i3.loose = true : this.rules.other.doubleBlankLine.test(U2) && (c3 = true)), i3.items.push({ type: "list_item", raw: U2, task: !!this.options.gfm && this.rules.other.listIsTask.test(p3), loose: false, text: p3, tokens: [] });
      }
      let u3 = i3.items.at(-1);
      if (u3) u3.raw = u3.raw.trimEnd(), u3.text = u3.text.trimEnd();
      else return;
      i3.raw = n2.slice(0, r3()).trimEnd();
      let d3 = [];
      for (let h4 of i3.items) if (this.lexer.state.top = false, d3.push(this.lexer.inlineQueue.length), h4.tokens = this.lexer.blockTokens(h4.text, []), !i3.loose) {
        let p3 = h4.tokens.filter((m3) => m3.type === "space"), k2 = p3.length > 0 && p3.some((m3) => this.rules.other.anyLine.test(m3.raw));
        i3.loose = k2;
      }
      for (let h4 = 0; h4 < i3.items.length; h4++) {
        let p3 = i3.items[h4], k2 = p3.tokens[0];
        if (p3.task && (k2?.type === "text" || k2?.type === "paragraph")) {
          p3.text = p3.text.replace(this.rules.other.listReplaceTask, ""), k2.raw = k2.raw.replace(this.rules.other.listReplaceTask, ""), k2.text = k2.text.replace(this.rules.other.listReplaceTask, "");
          let m3 = this.lexer.inlineQueue;
          for (let f4 = d3[h4]; f4 < m3.length; f4++) if (m3[f4].tokens === k2.tokens) {
            m3[f4].src = m3[f4].src.replace(this.rules.other.listReplaceTask, "");
            break;
          }
          let b = this.rules.other.listTaskCheckbox.exec(p3.raw);
          if (b) {
            let f4 = { type: "checkbox", raw: b[0] + " ", checked: b[0] !== "[ ]" };
            p3.checked = f4.checked, i3.loose ? p3.tokens[0] && ["paragraph", "text"].includes(p3.tokens[0].type) && "tokens" in p3.tokens[0] && p3.tokens[0].tokens ? (p3.tokens[0].raw = f4.raw + p3.tokens[0].raw, p3.tokens[0].text = f4.raw + p3.tokens[0].text, p3.tokens[0].tokens.unshift(f4)) : p3.tokens.unshift({ type: "paragraph", raw: f4.raw, text: f4.raw, tokens: [f4] }) : p3.tokens.unshift(f4);
          }
        } else p3.task && (p3.task = false);
      }
      if (i3.loose) for (let h4 of i3.items) {
        h4.loose = true;
        for (let p3 of h4.tokens) p3.type === "text" && (p3.type = "paragraph");
      }
      return i3;
    }
  }
  html(e3) {
    let t3 = this.rules.block.html.exec(e3);
    if (t3) {
      if (this.lexer.state.lastToken?.type === "paragraph" && !this.rules.other.htmlBeginRegex(4).test(e3)) return;
      let n2 = Re(t3[0]);
      return { type: "html", block: true, raw: n2, pre: t3[1] === "pre" || t3[1] === "script" || t3[1] === "style", text: n2 };
    }
  }
  def(e3) {
    let t3 = this.rules.block.def.exec(e3);
    if (t3) {
      if (!this.rules.other.startAngleBracket.test(t3[2]) && Te(t3[2], "()") !== -1) return;
      let n2 = W(t3[1]), r3 = t3[2] ? t3[2].replace(this.rules.other.hrefBrackets, "$1").replace(this.rules.inline.anyPunctuation, "$1") : "", s3 = t3[3] ? t3[3].substring(1, t3[3].length - 1).replace(this.rules.inline.anyPunctuation, "$1") : t3[3];
      return { type: "def", tag: n2, raw: C3(t3[0], `
`), href: r3, title: s3 };
    }
  }
  table(e3) {
    let t3 = this.rules.block.table.exec(e3);
    if (!t3 || !this.rules.other.tableDelimiter.test(t3[2])) return;
    let n2 = be(t3[1]), r3 = t3[2].replace(this.rules.other.tableAlignChars, "").split("|"), s3 = t3[3]?.trim() ? t3[3].replace(this.rules.other.tableRowBlankLine, "").split(`
`) : [], o5 = { type: "table", raw: C3(t3[0], `
`), header: [], align: [], rows: [] };
    if (n2.length === r3.length) {
      for (let i3 of r3) this.rules.other.tableAlignRight.test(i3) ? o5.align.push("right") : this.rules.other.tableAlignCenter.test(i3) ? o5.align.push("center") : this.rules.other.tableAlignLeft.test(i3) ? o5.align.push("left") : o5.align.push(null);
      for (let i3 = 0; i3 < n2.length; i3++) o5.header.push({ text: n2[i3], tokens: this.lexer.inline(n2[i3]), header: true, align: o5.align[i3] });
      for (let i3 of s3) o5.rows.push(be(i3, o5.header.length).map((a4, c3) => ({ text: a4, tokens: this.lexer.inline(a4), header: false, align: o5.align[c3] })));
      return o5;
    }
  }
  lheading(e3) {
    let t3 = this.rules.block.lheading.exec(e3);
    if (t3) {
      let n2 = t3[1].trim();
      return { type: "heading", raw: C3(t3[0], `
`), depth: t3[2].charAt(0) === "=" ? 1 : 2, text: n2, tokens: this.lexer.inline(n2) };
    }
  }
  paragraph(e3) {
    let t3 = this.rules.block.paragraph.exec(e3);
    if (t3) {
      let n2 = t3[1].charAt(t3[1].length - 1) === `
` ? t3[1].slice(0, -1) : t3[1];
      return { type: "paragraph", raw: t3[0], text: n2, tokens: this.lexer.inline(n2) };
    }
  }
  text(e3) {
    let t3 = this.rules.block.text.exec(e3);
    if (t3) return { type: "text", raw: t3[0], text: t3[0], tokens: this.lexer.inline(t3[0]) };
  }
  escape(e3) {
    if (e3.charCodeAt(0) !== 92) return;
    let t3 = this.rules.inline.escape.exec(e3);
    if (t3) return { type: "escape", raw: t3[0], text: t3[1] };
  }
  tag(e3) {
    if (e3.charCodeAt(0) !== 60) return;
    let t3 = this.rules.inline.tag.exec(e3);
    if (t3) return !this.lexer.state.inLink && this.rules.other.startATag.test(t3[0]) ? this.lexer.state.inLink = true : this.lexer.state.inLink && this.rules.other.endATag.test(t3[0]) && (this.lexer.state.inLink = false), !this.lexer.state.inRawBlock && this.rules.other.startPreScriptTag.test(t3[0]) ? this.lexer.state.inRawBlock = true : this.lexer.state.inRawBlock && this.rules.other.endPreScriptTag.test(t3[0]) && (this.lexer.state.inRawBlock = false), { type: "html", raw: t3[0], inLink: this.lexer.state.inLink, inRawBlock: this.lexer.state.inRawBlock, block: false, text: t3[0] };
  }
  link(e3) {
    if (this.lexer.state.linkParenPossible === false) return;
    let t3 = e3.charCodeAt(0);
    if (t3 !== 91 && t3 !== 33) return;
    let n2 = this.rules.inline.link.exec(e3);
    if (n2) {
      let r3 = n2[0].charAt(0) === "!" ? 2 : 1;
      if (!this.options.pedantic && Ze(e3, n2[1], r3, this.rules)) return;
      let s3 = n2[2].trim();
      if (!this.options.pedantic && this.rules.other.startAngleBracket.test(s3)) {
        if (!this.rules.other.endAngleBracket.test(s3)) return;
        let c3 = C3(s3.slice(0, -1), "\\");
        if ((s3.length - c3.length) % 2 === 0) return;
      } else {
        let c3 = Te(n2[2], "()");
        if (c3 === -2) return;
        if (c3 > -1) {
          let d3 = (n2[0].indexOf("!") === 0 ? 5 : 4) + n2[1].length + c3;
          n2[2] = n2[2].substring(0, c3), n2[0] = n2[0].substring(0, d3).trim(), n2[3] = "";
        }
      }
      let o5 = C3(n2[0].slice(0, -1), "\\");
      if ((n2[0].length - o5.length) % 2 === 0) return;
      let i3 = n2[2], a4 = "";
      if (this.options.pedantic) {
        let c3 = this.rules.other.pedanticHrefTitle.exec(i3);
        c3 && (i3 = c3[1], a4 = c3[3]);
      } else a4 = n2[3] ? n2[3].slice(1, -1) : "";
      return i3 = i3.trim(), this.rules.other.startAngleBracket.test(i3) && (this.options.pedantic && !this.rules.other.endAngleBracket.test(s3) ? i3 = i3.slice(1) : i3 = i3.slice(1, -1)), He(n2, { href: i3 && i3.replace(this.rules.inline.anyPunctuation, "$1"), title: a4 && a4.replace(this.rules.inline.anyPunctuation, "$1") }, n2[0], this.lexer, this.rules);
    }
  }
  reflink(e3, t3) {
    let n2 = e3.charCodeAt(0);
    if (n2 !== 91 && n2 !== 33) return;
    let r3;
    if ((r3 = this.rules.inline.reflink.exec(e3)) || (r3 = this.rules.inline.nolink.exec(e3))) {
      let s3 = r3[0].charAt(0) === "!" ? 2 : 1;
      if (!this.options.pedantic && Ze(e3, r3[1], s3, this.rules)) return;
      let o5 = t3[W(r3[2] || r3[1])];
      if (!o5) {
        let i3 = r3[0].charAt(0);
        return { type: "text", raw: i3, text: i3 };
      }
      return He(r3, o5, r3[0], this.lexer, this.rules);
    }
  }
  emStrong(e3, t3, n2 = "") {
    let r3 = this.rules.inline.emStrongLDelim.exec(e3);
    if (!r3 || !r3[1] && !r3[2] && !r3[3] && !r3[4]) return;
    let s3 = r3[0][0], o5 = n2 === s3, i3 = t3.length - e3.length, a4 = i3;
    for (; !this.options.pedantic && a4 > 0 && t3[a4 - 1] === s3; ) a4--;
    let c3 = [...t3.slice(Math.max(0, a4 - 2), a4)].at(-1) ?? "", u3 = c3 === "*" || c3 === "_" || !!this.rules.inline.punctuation.exec(c3);
    a4 < i3 && (n2 = c3);
    let d3 = a4 < i3 ? u3 : n2 === "*" || n2 === "_" || !!this.rules.inline.punctuation.exec(n2);
    if (r3[4] && n2.match(this.rules.other.unicodeAlphaNumeric)) return;
    let h4 = r3[1] || r3[3] || "";
    if (!h4 || !n2 || d3) {
      let p3 = [...r3[0]].length - 1, k2, m3, b = p3, f4 = 0, R = i3 - a4 + p3, E3 = !this.options.pedantic && !!c3.trim() && (!!h4 || s3 === "*" && !u3);
      if (s3 !== "*" && s3 !== "_") return;
      let T3 = s3 === "*" ? this.rules.inline.emStrongRDelimAst : this.rules.inline.emStrongRDelimUnd, U2 = oe(this, t3, s3), H2 = t3.length - e3.length + p3;
      if (U2 < H2) return;
      t3 = t3.slice(-1 * e3.length + p3);
      let K2 = U2 - H2;
      for (T3.lastIndex = 0; (r3 = T3.exec(t3)) !== null && !(r3.index > K2); ) {
        if (k2 = r3[1] || r3[2] || r3[3] || r3[4] || r3[5] || r3[6], !k2) continue;
        if (m3 = [...k2].length, r3[3] || r3[4]) {
          b += m3;
          continue;
        } else if ((r3[5] || r3[6] || E3) && R % 3 && !((R + m3) % 3)) {
          if (o5 && (r3[5] || r3[6])) break;
          f4 += m3;
          continue;
        }
        if (b -= m3, b > 0) continue;
        m3 = Math.min(m3, m3 + b + f4);
        let re = [...r3[0]][0].length, B3 = e3.slice(0, p3 + r3.index + re + m3);
        if (Math.min(p3, m3) % 2) {
          let se = B3.slice(1, -1);
          return { type: "em", raw: B3, text: se, tokens: this.lexer.inlineTokens(se) };
        }
        let X = B3.slice(2, -2);
        return { type: "strong", raw: B3, text: X, tokens: this.lexer.inlineTokens(X) };
      }
    }
  }
  codespan(e3) {
    if (e3.charCodeAt(0) !== 96) return;
    let t3 = this.rules.inline.code.exec(e3);
    if (t3) {
      let n2 = t3[2].replace(this.rules.other.newLineCharGlobal, " "), r3 = this.rules.other.nonSpaceChar.test(n2), s3 = this.rules.other.startingSpaceChar.test(n2) && this.rules.other.endingSpaceChar.test(n2);
      return r3 && s3 && (n2 = n2.substring(1, n2.length - 1)), { type: "codespan", raw: t3[0], text: n2 };
    }
  }
  br(e3) {
    let t3 = e3.charCodeAt(0);
    if (t3 !== 32 && t3 !== 92 && t3 !== 10) return;
    let n2 = this.rules.inline.br.exec(e3);
    if (n2) return { type: "br", raw: n2[0] };
  }
  del(e3, t3, n2 = "") {
    if (e3.charCodeAt(0) !== 126) return;
    let r3 = this.rules.inline.delLDelim.exec(e3);
    if (!r3) return;
    if (!(r3[1] || "") || !n2 || this.rules.inline.punctuation.exec(n2)) {
      let o5 = [...r3[0]].length - 1, i3, a4, c3 = o5, u3 = this.rules.inline.delRDelim, d3 = ae(this, t3), h4 = t3.length - e3.length + o5;
      if (d3 < h4) return;
      t3 = t3.slice(-1 * e3.length + o5);
      let p3 = d3 - h4;
      for (u3.lastIndex = 0; (r3 = u3.exec(t3)) !== null && !(r3.index > p3); ) {
        if (i3 = r3[1] || r3[2] || r3[3] || r3[4] || r3[5] || r3[6], !i3 || (a4 = [...i3].length, a4 !== o5)) continue;
        if (r3[3] || r3[4]) {
          c3 += a4;
          continue;
        }
        if (c3 -= a4, c3 > 0) continue;
        a4 = Math.min(a4, a4 + c3);
        let k2 = [...r3[0]][0].length, m3 = e3.slice(0, o5 + r3.index + k2 + a4), b = m3.slice(o5, -o5);
        return { type: "del", raw: m3, text: b, tokens: this.lexer.inlineTokens(b) };
      }
    }
  }
  autolink(e3) {
    if (e3.charCodeAt(0) !== 60) return;
    let t3 = this.rules.inline.autolink.exec(e3);
    if (t3) {
      let n2, r3;
      return t3[2] === "@" ? (n2 = t3[1], r3 = "mailto:" + n2) : (n2 = t3[1], r3 = n2), { type: "link", raw: t3[0], text: n2, href: r3, autolink: true, tokens: [{ type: "text", raw: n2, text: n2 }] };
    }
  }
  url(e3) {
    let t3;
    if (t3 = this.rules.inline.url.exec(e3)) {
      let n2, r3;
      if (t3[2] === "@") n2 = t3[0], r3 = "mailto:" + n2;
      else {
        let s3;
        do
          s3 = t3[0], t3[0] = this.rules.inline._backpedal.exec(t3[0])?.[0] ?? "";
        while (s3 !== t3[0]);
        n2 = t3[0], t3[1] === "www." ? r3 = "http://" + t3[0] : r3 = t3[0];
      }
      return { type: "link", raw: t3[0], text: n2, href: r3, autolink: true, tokens: [{ type: "text", raw: n2, text: n2 }] };
    }
  }
  inlineText(e3) {
    let t3 = this.rules.inline.text.exec(e3);
    if (t3) {
      let n2 = this.lexer.state.inRawBlock;
      return { type: "text", raw: t3[0], text: n2 ? t3[0] : De(t3[0]), escaped: n2 };
    }
  }
};
var w3 = class l3 {
  tokens;
  options;
  state;
  inlineQueue;
  tokenizer;
  constructor(e3) {
    this.tokens = [], this.tokens.links = /* @__PURE__ */ Object.create(null), this.options = e3 || S2, this.options.tokenizer = this.options.tokenizer || new _3(), this.tokenizer = this.options.tokenizer, this.tokenizer.options = this.options, this.tokenizer.lexer = this, this.inlineQueue = [], this.state = { inLink: false, inRawBlock: false, linkEmitted: false, linkParenPossible: true, top: true };
    let t3 = { other: O, block: ee.normal, inline: F3.normal };
    this.options.pedantic ? (t3.block = ee.pedantic, t3.inline = F3.pedantic) : this.options.gfm && (t3.block = ee.gfm, this.options.breaks ? t3.inline = F3.breaks : t3.inline = F3.gfm), this.tokenizer.rules = t3;
  }
  static get rules() {
    return { block: ee, inline: F3 };
  }
  static lex(e3, t3) {
    return new l3(t3).lex(e3);
  }
  static lexInline(e3, t3) {
    return new l3(t3).inlineTokens(e3);
  }
  lex(e3) {
    e3 = e3.replace(O.carriageReturn, `
`), this.blockTokens(e3, this.tokens);
    for (let t3 = 0; t3 < this.inlineQueue.length; t3++) {
      let n2 = this.inlineQueue[t3];
      this.state.inRawBlock = false, this.inlineTokens(n2.src, n2.tokens);
    }
    return this.inlineQueue = [], this.tokens;
  }
  blockTokens(e3, t3 = [], n2 = false) {
    this.tokenizer.lexer = this;
    let r3 = this.state.lastToken;
    this.options.pedantic && (e3 = e3.replace(O.tabCharGlobal, "    ").replace(O.spaceLine, ""));
    let s3 = 1 / 0, o5, i3 = this.options.gfm && !this.options.pedantic && this.tokenizer.paragraph === _3.prototype.paragraph;
    for (; e3; ) {
      if (e3.length < s3) s3 = e3.length;
      else {
        this.infiniteLoopError(e3.charCodeAt(0));
        break;
      }
      this.state.lastToken = t3.at(-1);
      let a4;
      if (this.options.extensions?.block?.some((u3) => (a4 = u3.call({ lexer: this }, e3, t3)) ? (e3 = e3.substring(a4.raw.length), t3.push(a4), true) : false)) continue;
      if (a4 = this.tokenizer.space(e3)) {
        e3 = e3.substring(a4.raw.length);
        let u3 = t3.at(-1);
        a4.raw.length === 1 && u3 !== void 0 ? u3.raw += `
` : t3.push(a4);
        continue;
      }
      if (a4 = this.tokenizer.code(e3)) {
        e3 = e3.substring(a4.raw.length);
        let u3 = t3.at(-1);
        u3?.type === "paragraph" || u3?.type === "text" ? (u3.raw += (u3.raw.endsWith(`
`) ? "" : `
`) + a4.raw, u3.text += `
` + a4.text, this.inlineQueue.at(-1).src = u3.text) : t3.push(a4);
        continue;
      }
      if (a4 = this.tokenizer.fences(e3)) {
        e3 = e3.substring(a4.raw.length), t3.push(a4);
        continue;
      }
      if (a4 = this.tokenizer.heading(e3)) {
        e3 = e3.substring(a4.raw.length), t3.push(a4);
        continue;
      }
      if (a4 = this.tokenizer.hr(e3)) {
        e3 = e3.substring(a4.raw.length), t3.push(a4);
        continue;
      }
      if (a4 = this.tokenizer.blockquote(e3)) {
        e3 = e3.substring(a4.raw.length), t3.push(a4);
        continue;
      }
      if (a4 = this.tokenizer.list(e3)) {
        e3 = e3.substring(a4.raw.length), t3.push(a4);
        continue;
      }
      if (a4 = this.tokenizer.html(e3)) {
        e3 = e3.substring(a4.raw.length), t3.push(a4);
        continue;
      }
      if (a4 = this.tokenizer.def(e3)) {
        e3 = e3.substring(a4.raw.length);
        let u3 = t3.at(-1);
        u3?.type === "paragraph" || u3?.type === "text" ? (u3.raw += (u3.raw.endsWith(`
`) ? "" : `
`) + a4.raw, u3.text += `
` + a4.raw, this.inlineQueue.at(-1).src = u3.text) : (this.tokens.links[a4.tag] || (this.tokens.links[a4.tag] = { href: a4.href, title: a4.title }), t3.push(a4));
        continue;
      }
      if (a4 = this.tokenizer.table(e3)) {
        e3 = e3.substring(a4.raw.length), t3.push(a4);
        continue;
      }
      if (a4 = this.tokenizer.lheading(e3)) {
        e3 = e3.substring(a4.raw.length), t3.push(a4);
        continue;
      }
      let c3 = e3;
      if (this.options.extensions?.startBlock) {
        let u3 = 1 / 0, d3 = e3.slice(1), h4;
        this.options.extensions.startBlock.forEach((p3) => {
          h4 = p3.call({ lexer: this }, d3), typeof h4 == "number" && h4 >= 0 && (u3 = Math.min(u3, h4));
        }), u3 < 1 / 0 && u3 >= 0 && (c3 = e3.substring(0, u3 + 1));
      }
      if (this.state.top && (a4 = this.tokenizer.paragraph(c3))) {
        let u3 = t3.at(-1);
        (n2 || u3 === o5 && i3) && u3?.type === "paragraph" ? (u3.raw += (u3.raw.endsWith(`
`) ? "" : `
`) + a4.raw, u3.text += `
` + a4.text, this.inlineQueue.pop(), this.inlineQueue.at(-1).src = u3.text, o5 = u3) : (t3.push(a4), o5 = a4), n2 = c3.length !== e3.length, e3 = e3.substring(a4.raw.length);
        continue;
      }
      if (a4 = this.tokenizer.text(e3)) {
        e3 = e3.substring(a4.raw.length);
        let u3 = t3.at(-1);
        u3?.type === "text" ? (u3.raw += (u3.raw.endsWith(`
`) ? "" : `
`) + a4.raw, u3.text += `
` + a4.text, this.inlineQueue.pop(), this.inlineQueue.at(-1).src = u3.text) : t3.push(a4);
        continue;
      }
      if (e3) {
        this.infiniteLoopError(e3.charCodeAt(0));
        break;
      }
    }
    return this.state.top = true, this.state.lastToken = r3, t3;
  }
  inline(e3, t3 = []) {
    return this.inlineQueue.push({ src: e3, tokens: t3 }), t3;
  }
  linkInText(e3) {
    if (!e3.includes("[")) return false;
    let t3 = this.tokenizer.rules.inline.link;
    for (let n2 of e3.matchAll(this.tokenizer.rules.inline.blockSkip)) if (t3.test(n2[0]) && e3.charAt(n2.index - 1) !== "!") return true;
    for (let n2 of e3.matchAll(this.tokenizer.rules.inline.reflinkSearch)) {
      let r3 = n2[0], s3 = r3.lastIndexOf("[");
      if (!(r3.charAt(0) === "!" || !Object.hasOwn(this.tokens.links, W(r3.slice(s3 + 1, -1)))) && !(s3 > 1 && this.linkInText(r3.slice(1, s3 - 1)))) return true;
    }
    return false;
  }
  inlineTokens(e3, t3 = []) {
    this.tokenizer.lexer = this;
    let n2 = this.state.linkParenPossible;
    this.state.linkParenPossible = e3.includes(")");
    try {
      return this.#t(e3, t3);
    } finally {
      this.state.linkParenPossible = n2;
    }
  }
  #t(e3, t3) {
    let n2 = e3.includes("*") || e3.includes("_") || e3.includes("~"), r3 = n2 || this.options.hooks?.emStrongMask || this.tokenizer.emStrong !== _3.prototype.emStrong || this.tokenizer.del !== _3.prototype.del ? this.#r(e3) : e3;
    if (!n2) return this.#e(e3, r3, t3);
    qe(this.tokenizer, r3);
    try {
      return this.#e(e3, r3, t3);
    } finally {
      ve(this.tokenizer);
    }
  }
  #e(e3, t3, n2) {
    let r3 = false, s3 = "", o5 = 1 / 0;
    for (; e3; ) {
      if (e3.length < o5) o5 = e3.length;
      else {
        this.infiniteLoopError(e3.charCodeAt(0));
        break;
      }
      r3 || (s3 = ""), r3 = false;
      let i3;
      if (this.options.extensions?.inline?.some((u3) => (i3 = u3.call({ lexer: this }, e3, n2)) ? (e3 = e3.substring(i3.raw.length), n2.push(i3), true) : false)) continue;
      if (i3 = this.tokenizer.escape(e3)) {
        e3 = e3.substring(i3.raw.length), n2.push(i3);
        continue;
      }
      if (i3 = this.tokenizer.tag(e3)) {
        e3 = e3.substring(i3.raw.length), n2.push(i3);
        continue;
      }
      if (i3 = this.tokenizer.link(e3)) {
        e3 = e3.substring(i3.raw.length), n2.push(i3);
        continue;
      }
      if (i3 = this.tokenizer.reflink(e3, this.tokens.links)) {
        e3 = e3.substring(i3.raw.length);
        let u3 = n2.at(-1);
        i3.type === "text" && u3?.type === "text" ? (u3.raw += i3.raw, u3.text += i3.text) : n2.push(i3);
        continue;
      }
      let a4 = e3[0];
      if (a4 === "*" || a4 === "_") {
        let u3 = t3.length - e3.length;
        if (oe(this.tokenizer, t3, a4) <= u3) {
          let h4 = 1;
          for (; h4 < e3.length && e3.charCodeAt(h4) === a4.charCodeAt(0); ) h4++;
          let p3 = e3.substring(0, h4), k2 = n2.at(-1);
          k2?.type === "text" && !k2.escaped ? (k2.raw += p3, k2.text += p3) : n2.push({ type: "text", raw: p3, text: p3, escaped: false }), e3 = e3.substring(h4), s3 = a4, r3 = true;
          continue;
        }
      } else if (a4 === "~") {
        let u3 = t3.length - e3.length;
        if (ae(this.tokenizer, t3) <= u3) {
          let h4 = 1;
          for (; h4 < e3.length && e3.charCodeAt(h4) === 126; ) h4++;
          let p3 = e3.substring(0, h4), k2 = n2.at(-1);
          k2?.type === "text" && !k2.escaped ? (k2.raw += p3, k2.text += p3) : n2.push({ type: "text", raw: p3, text: p3, escaped: false }), e3 = e3.substring(h4), s3 = a4, r3 = true;
          continue;
        }
      }
      if (i3 = this.tokenizer.emStrong(e3, t3, s3)) {
        e3 = e3.substring(i3.raw.length), n2.push(i3);
        continue;
      }
      if (i3 = this.tokenizer.codespan(e3)) {
        e3 = e3.substring(i3.raw.length), n2.push(i3);
        continue;
      }
      if (i3 = this.tokenizer.br(e3)) {
        e3 = e3.substring(i3.raw.length), n2.push(i3);
        continue;
      }
      if (i3 = this.tokenizer.del(e3, t3, s3)) {
        e3 = e3.substring(i3.raw.length), n2.push(i3);
        continue;
      }
      if (i3 = this.tokenizer.autolink(e3)) {
        e3 = e3.substring(i3.raw.length), n2.push(i3);
        continue;
      }
      if (!this.state.inLink && (i3 = this.tokenizer.url(e3))) {
        e3 = e3.substring(i3.raw.length), n2.push(i3);
        continue;
      }
      let c3 = e3;
      if (this.options.extensions?.startInline) {
        let u3 = 1 / 0, d3 = e3.slice(1), h4;
        this.options.extensions.startInline.forEach((p3) => {
          h4 = p3.call({ lexer: this }, d3), typeof h4 == "number" && h4 >= 0 && (u3 = Math.min(u3, h4));
        }), u3 < 1 / 0 && u3 >= 0 && (c3 = e3.substring(0, u3 + 1));
      }
      if (i3 = this.tokenizer.inlineText(c3)) {
        e3 = e3.substring(i3.raw.length), i3.raw.slice(-1) !== "_" && (s3 = i3.raw.slice(-1)), r3 = true;
        let u3 = n2.at(-1);
        u3?.type === "text" ? (u3.raw += i3.raw, u3.text += i3.text) : n2.push(i3);
        continue;
      }
      if (e3) {
        this.infiniteLoopError(e3.charCodeAt(0));
        break;
      }
    }
    return n2;
  }
  #n(e3) {
    let { blockSkip: t3, tag: n2, autolink: r3 } = this.tokenizer.rules.inline, s3 = "", o5 = 0, i3;
    for (t3.lastIndex = 0; i3 = t3.exec(e3); ) {
      let a4 = i3.index + (i3[2] ? i3[2].length : 0), c3 = i3.index + i3[0].length;
      if (e3.charAt(a4) === "<") {
        let u3 = e3.slice(a4), d3 = n2.exec(u3) || r3.exec(u3);
        if (!d3) {
          t3.lastIndex = a4 + 1;
          continue;
        }
        c3 = a4 + d3[0].length, t3.lastIndex = c3;
      }
      s3 += e3.slice(o5, a4) + "[" + "a".repeat(c3 - a4 - 2) + "]", o5 = c3;
    }
    return s3 + e3.slice(o5);
  }
  #r(e3) {
    let t3 = e3;
    if (this.tokens.links && e3.includes("[")) {
      let n2 = this.tokenizer.rules.inline.reflinkSearch, r3 = (s3) => {
        let o5 = s3.lastIndexOf("[");
        if (!Object.hasOwn(this.tokens.links, W(s3.slice(o5 + 1, -1)))) return s3;
        if (o5 > 1 && s3.charAt(0) !== "!") {
          let i3 = s3.slice(1, o5 - 1);
          if (this.linkInText(i3)) return "[" + i3.replace(n2, r3) + "][" + "a".repeat(s3.length - o5 - 2) + "]";
        }
        return "[" + "a".repeat(s3.length - 2) + "]";
      };
      t3 = t3.replace(n2, r3);
    }
    return t3 = t3.replace(this.tokenizer.rules.inline.anyPunctuationOutsideCode, (n2, r3, s3) => s3 ? "+".repeat(n2.length) : r3 ? r3 + n2.slice(r3.length, -r3.length).replace(/`/g, "+") + r3 : n2), t3 = this.#n(t3), t3 = this.options.hooks?.emStrongMask?.call({ lexer: this }, t3) ?? t3, t3;
  }
  infiniteLoopError(e3) {
    let t3 = "Infinite loop on byte: " + e3;
    if (this.options.silent) console.error(t3);
    else throw new Error(t3);
  }
};
var I2 = class {
  options;
  parser;
  constructor(e3) {
    this.options = e3 || S2;
  }
  space(e3) {
    return "";
  }
  code({ text: e3, lang: t3, escaped: n2 }) {
    let r3 = (t3 || "").match(O.notSpaceStart)?.[0], s3 = e3 ? e3.replace(O.endingNewline, "") + `
` : "";
    return r3 ? '<pre><code class="language-' + y3(r3) + '">' + (n2 ? s3 : y3(s3, true)) + `</code></pre>
` : "<pre><code>" + (n2 ? s3 : y3(s3, true)) + `</code></pre>
`;
  }
  blockquote({ tokens: e3 }) {
    return `<blockquote>
${this.parser.parse(e3)}</blockquote>
`;
  }
  html({ text: e3 }) {
    return e3;
  }
  def(e3) {
    return "";
  }
  heading({ tokens: e3, depth: t3 }) {
    return `<h${t3}>${this.parser.parseInline(e3)}</h${t3}>
`;
  }
  hr(e3) {
    return `<hr>
`;
  }
  list(e3) {
    let t3 = e3.ordered, n2 = e3.start, r3 = "";
    for (let i3 = 0; i3 < e3.items.length; i3++) {
      let a4 = e3.items[i3];
      r3 += this.listitem(a4);
    }
    let s3 = t3 ? "ol" : "ul", o5 = t3 && n2 !== 1 ? ' start="' + n2 + '"' : "";
    return "<" + s3 + o5 + `>
` + r3 + "</" + s3 + `>
`;
  }
  listitem(e3) {
    return `<li>${this.parser.parse(e3.tokens)}</li>
`;
  }
  checkbox({ checked: e3 }) {
    return "<input " + (e3 ? 'checked="" ' : "") + 'disabled="" type="checkbox"> ';
  }
  paragraph({ tokens: e3 }) {
    return `<p>${this.parser.parseInline(e3)}</p>
`;
  }
  table(e3) {
    let t3 = "", n2 = "";
    for (let s3 = 0; s3 < e3.header.length; s3++) n2 += this.tablecell(e3.header[s3]);
    t3 += this.tablerow({ text: n2 });
    let r3 = "";
    for (let s3 = 0; s3 < e3.rows.length; s3++) {
      let o5 = e3.rows[s3];
      n2 = "";
      for (let i3 = 0; i3 < o5.length; i3++) n2 += this.tablecell(o5[i3]);
      r3 += this.tablerow({ text: n2 });
    }
    return r3 && (r3 = `<tbody>${r3}</tbody>`), `<table>
<thead>
` + t3 + `</thead>
` + r3 + `</table>
`;
  }
  tablerow({ text: e3 }) {
    return `<tr>
${e3}</tr>
`;
  }
  tablecell(e3) {
    let t3 = this.parser.parseInline(e3.tokens), n2 = e3.header ? "th" : "td";
    return (e3.align ? `<${n2} align="${e3.align}">` : `<${n2}>`) + t3 + `</${n2}>
`;
  }
  strong({ tokens: e3 }) {
    return `<strong>${this.parser.parseInline(e3)}</strong>`;
  }
  em({ tokens: e3 }) {
    return `<em>${this.parser.parseInline(e3)}</em>`;
  }
  codespan({ text: e3 }) {
    return `<code>${y3(e3, true)}</code>`;
  }
  br(e3) {
    return "<br>";
  }
  del({ tokens: e3 }) {
    return `<del>${this.parser.parseInline(e3)}</del>`;
  }
  link({ href: e3, title: t3, text: n2, tokens: r3, autolink: s3 }) {
    let o5 = s3 ? y3(n2, true) : this.parser.parseInline(r3), i3 = xe(e3);
    if (i3 === null) return o5;
    e3 = y3(i3, s3);
    let a4 = '<a href="' + e3 + '"';
    return t3 && (a4 += ' title="' + y3(t3) + '"'), a4 += ">" + o5 + "</a>", a4;
  }
  image({ href: e3, title: t3, text: n2, tokens: r3 }) {
    r3 && (n2 = this.parser.parseInline(r3, this.parser.textRenderer));
    let s3 = xe(e3);
    if (s3 === null) return y3(n2);
    e3 = s3;
    let o5 = `<img src="${y3(e3)}" alt="${y3(n2)}"`;
    return t3 && (o5 += ` title="${y3(t3)}"`), o5 += ">", o5;
  }
  text(e3) {
    return "tokens" in e3 && e3.tokens ? this.parser.parseInline(e3.tokens) : "escaped" in e3 && e3.escaped ? e3.text : y3(e3.text);
  }
};
var z3 = class {
  parser;
  strong({ text: e3, tokens: t3 }) {
    return t3 ? this.parser.parseInline(t3, this) : e3;
  }
  em({ text: e3, tokens: t3 }) {
    return t3 ? this.parser.parseInline(t3, this) : e3;
  }
  codespan({ text: e3 }) {
    return e3;
  }
  del({ text: e3, tokens: t3 }) {
    return t3 ? this.parser.parseInline(t3, this) : e3;
  }
  html({ text: e3 }) {
    return e3;
  }
  text({ text: e3 }) {
    return e3;
  }
  link({ text: e3, tokens: t3 }) {
    return t3 ? this.parser.parseInline(t3, this) : e3;
  }
  image({ text: e3, tokens: t3 }) {
    return t3 ? this.parser.parseInline(t3, this) : e3;
  }
  br() {
    return `
`;
  }
  checkbox({ raw: e3 }) {
    return e3;
  }
};
var P2 = class l4 {
  options;
  renderer;
  textRenderer;
  constructor(e3) {
    this.options = e3 || S2, this.options.renderer = this.options.renderer || new I2(), this.renderer = this.options.renderer, this.renderer.options = this.options, this.renderer.parser = this, this.textRenderer = new z3(), this.textRenderer.parser = this;
  }
  static parse(e3, t3) {
    return new l4(t3).parse(e3);
  }
  static parseInline(e3, t3) {
    return new l4(t3).parseInline(e3);
  }
  parse(e3) {
    this.renderer.parser = this;
    let t3 = "";
    for (let n2 = 0; n2 < e3.length; n2++) {
      let r3 = e3[n2];
      if (this.options.extensions?.renderers?.[r3.type]) {
        let o5 = r3, i3 = this.options.extensions.renderers[o5.type].call({ parser: this }, o5);
        if (i3 !== false || !["space", "hr", "heading", "code", "table", "blockquote", "list", "checkbox", "html", "def", "paragraph", "text"].includes(o5.type)) {
          t3 += i3 === false ? "" : i3 ?? "";
          continue;
        }
      }
      let s3 = r3;
      switch (s3.type) {
        case "space": {
          t3 += this.renderer.space(s3);
          break;
        }
        case "hr": {
          t3 += this.renderer.hr(s3);
          break;
        }
        case "heading": {
          t3 += this.renderer.heading(s3);
          break;
        }
        case "code": {
          t3 += this.renderer.code(s3);
          break;
        }
        case "table": {
          t3 += this.renderer.table(s3);
          break;
        }
        case "blockquote": {
          t3 += this.renderer.blockquote(s3);
          break;
        }
        case "list": {
          t3 += this.renderer.list(s3);
          break;
        }
        case "checkbox": {
          t3 += this.renderer.checkbox(s3);
          break;
        }
        case "html": {
          t3 += this.renderer.html(s3);
          break;
        }
        case "def": {
          t3 += this.renderer.def(s3);
          break;
        }
        case "paragraph": {
          t3 += this.renderer.paragraph(s3);
          break;
        }
        case "text": {
          t3 += this.renderer.text(s3);
          break;
        }
        default: {
          let o5 = 'Token with "' + s3.type + '" type was not found.';
          if (this.options.silent) return console.error(o5), "";
          throw new Error(o5);
        }
      }
    }
    return t3;
  }
  parseInline(e3, t3 = this.renderer) {
    this.renderer.parser = this;
    let n2 = "";
    for (let r3 = 0; r3 < e3.length; r3++) {
      let s3 = e3[r3];
      if (this.options.extensions?.renderers?.[s3.type]) {
        let i3 = this.options.extensions.renderers[s3.type].call({ parser: this }, s3);
        if (i3 !== false || !["escape", "html", "link", "image", "checkbox", "strong", "em", "codespan", "br", "del", "text"].includes(s3.type)) {
          n2 += i3 === false ? "" : i3 ?? "";
          continue;
        }
      }
      let o5 = s3;
      switch (o5.type) {
        case "escape": {
          n2 += t3.text(o5);
          break;
        }
        case "html": {
          n2 += t3.html(o5);
          break;
        }
        case "link": {
          n2 += t3.link(o5);
          break;
        }
        case "image": {
          n2 += t3.image(o5);
          break;
        }
        case "checkbox": {
          n2 += t3.checkbox(o5);
          break;
        }
        case "strong": {
          n2 += t3.strong(o5);
          break;
        }
        case "em": {
          n2 += t3.em(o5);
          break;
        }
        case "codespan": {
          n2 += t3.codespan(o5);
          break;
        }
        case "br": {
          n2 += t3.br(o5);
          break;
        }
        case "del": {
          n2 += t3.del(o5);
          break;
        }
        case "text": {
          n2 += t3.text(o5);
          break;
        }
        default: {
          let i3 = 'Token with "' + o5.type + '" type was not found.';
          if (this.options.silent) return console.error(i3), "";
          throw new Error(i3);
        }
      }
    }
    return n2;
  }
};
var A3 = class {
  options;
  block;
  constructor(e3) {
    this.options = e3 || S2;
  }
  static passThroughHooks = /* @__PURE__ */ new Set(["preprocess", "postprocess", "processAllTokens", "emStrongMask"]);
  static passThroughHooksRespectAsync = /* @__PURE__ */ new Set(["preprocess", "postprocess", "processAllTokens"]);
  preprocess(e3) {
    return e3;
  }
  postprocess(e3) {
    return e3;
  }
  processAllTokens(e3) {
    return e3;
  }
  emStrongMask(e3) {
    return e3;
  }
  provideLexer(e3 = this.block) {
    return e3 ? w3.lex : w3.lexInline;
  }
  provideParser(e3 = this.block) {
    return e3 ? P2.parse : P2.parseInline;
  }
};
function M(l5, e3) {
  if (Array.isArray(e3)) for (let t3 = 0; t3 < e3.length; t3++) l5.push(e3[t3]);
  else l5.push(e3);
}
var ne = class {
  defaults = G3();
  options = this.setOptions;
  parse = this.parseMarkdown(true);
  parseInline = this.parseMarkdown(false);
  Parser = P2;
  Renderer = I2;
  TextRenderer = z3;
  Lexer = w3;
  Tokenizer = _3;
  Hooks = A3;
  constructor(...e3) {
    this.use(...e3);
  }
  walkTokens(e3, t3) {
    let n2 = [];
    for (let r3 of e3) switch (M(n2, t3.call(this, r3)), r3.type) {
      case "table": {
        let s3 = r3;
        for (let o5 of s3.header) M(n2, this.walkTokens(o5.tokens, t3));
        for (let o5 of s3.rows) for (let i3 of o5) M(n2, this.walkTokens(i3.tokens, t3));
        break;
      }
      case "list": {
        let s3 = r3;
        M(n2, this.walkTokens(s3.items, t3));
        break;
      }
      default: {
        let s3 = r3;
        this.defaults.extensions?.childTokens?.[s3.type] ? this.defaults.extensions.childTokens[s3.type].forEach((o5) => {
          let i3 = s3[o5].flat(1 / 0);
          M(n2, this.walkTokens(i3, t3));
        }) : s3.tokens && M(n2, this.walkTokens(s3.tokens, t3));
      }
    }
    return n2;
  }
  use(...e3) {
    let t3 = this.defaults.extensions || { renderers: /* @__PURE__ */ Object.create(null), childTokens: /* @__PURE__ */ Object.create(null) };
    return e3.forEach((n2) => {
      let r3 = { ...n2 };
      if (r3.async = this.defaults.async || r3.async || false, n2.extensions && (n2.extensions.forEach((s3) => {
        if (!s3.name) throw new Error("extension name required");
        if ("renderer" in s3) {
          let o5 = t3.renderers[s3.name];
          o5 ? t3.renderers[s3.name] = function(...i3) {
            let a4 = s3.renderer.apply(this, i3);
            return a4 === false && (a4 = o5.apply(this, i3)), a4;
          } : t3.renderers[s3.name] = s3.renderer;
        }
        if ("tokenizer" in s3) {
          if (!s3.level || s3.level !== "block" && s3.level !== "inline") throw new Error("extension level must be 'block' or 'inline'");
          let o5 = t3[s3.level];
          o5 ? o5.unshift(s3.tokenizer) : t3[s3.level] = [s3.tokenizer], s3.start && (s3.level === "block" ? t3.startBlock ? t3.startBlock.push(s3.start) : t3.startBlock = [s3.start] : s3.level === "inline" && (t3.startInline ? t3.startInline.push(s3.start) : t3.startInline = [s3.start]));
        }
        "childTokens" in s3 && s3.childTokens && (t3.childTokens[s3.name] = s3.childTokens);
      }), r3.extensions = t3), n2.renderer) {
        let s3 = this.defaults.renderer || new I2(this.defaults);
        for (let o5 in n2.renderer) {
          if (!(o5 in s3)) throw new Error(`renderer '${o5}' does not exist`);
          if (["options", "parser"].includes(o5)) continue;
          let i3 = o5, a4 = n2.renderer[i3], c3 = s3[i3];
          s3[i3] = (...u3) => {
            let d3 = a4.apply(s3, u3);
            return d3 === false && (d3 = c3.apply(s3, u3)), d3 === false ? "" : d3 ?? "";
          };
        }
        r3.renderer = s3;
      }
      if (n2.tokenizer) {
        let s3 = this.defaults.tokenizer || new _3(this.defaults);
        for (let o5 in n2.tokenizer) {
          if (!(o5 in s3)) throw new Error(`tokenizer '${o5}' does not exist`);
          if (["options", "rules", "lexer"].includes(o5)) continue;
          let i3 = o5, a4 = n2.tokenizer[i3], c3 = s3[i3];
          s3[i3] = (...u3) => {
            let d3 = a4.apply(s3, u3);
            return d3 === false && (d3 = c3.apply(s3, u3)), d3;
          };
        }
        r3.tokenizer = s3;
      }
      if (n2.hooks) {
        let s3 = this.defaults.hooks || new A3();
        for (let o5 in n2.hooks) {
          if (!(o5 in s3)) throw new Error(`hook '${o5}' does not exist`);
          if (["options", "block"].includes(o5)) continue;
          let i3 = o5, a4 = n2.hooks[i3], c3 = s3[i3];
          A3.passThroughHooks.has(o5) ? s3[i3] = (u3) => {
            if (s3.options.async && A3.passThroughHooksRespectAsync.has(o5)) return (async () => {
              let h4 = await a4.call(s3, u3);
              return c3.call(s3, h4);
            })();
            let d3 = a4.call(s3, u3);
            return c3.call(s3, d3);
          } : s3[i3] = (...u3) => {
            if (s3.options.async) return (async () => {
              let h4 = await a4.apply(s3, u3);
              return h4 === false && (h4 = await c3.apply(s3, u3)), h4;
            })();
            let d3 = a4.apply(s3, u3);
            return d3 === false && (d3 = c3.apply(s3, u3)), d3;
          };
        }
        r3.hooks = s3;
      }
      if (n2.walkTokens) {
        let s3 = this.defaults.walkTokens, o5 = n2.walkTokens;
        r3.walkTokens = function(i3) {
          let a4 = [];
          return M(a4, o5.call(this, i3)), s3 && M(a4, s3.call(this, i3)), a4;
        };
      }
      this.defaults = { ...this.defaults, ...r3 };
    }), this;
  }
  setOptions(e3) {
    return this.defaults = { ...this.defaults, ...e3 }, this;
  }
  lexer(e3, t3) {
    return w3.lex(e3, t3 ?? this.defaults);
  }
  parser(e3, t3) {
    return P2.parse(e3, t3 ?? this.defaults);
  }
  parseMarkdown(e3) {
    return (n2, r3) => {
      let s3 = { ...r3 }, o5 = { ...this.defaults, ...s3 }, i3 = this.onError(!!o5.silent, !!o5.async);
      if (this.defaults.async === true && s3.async === false) return i3(new Error("marked(): The async option was set to true by an extension. Remove async: false from the parse options object to return a Promise."));
      if (typeof n2 > "u" || n2 === null) return i3(new Error("marked(): input parameter is undefined or null"));
      if (typeof n2 != "string") return i3(new Error("marked(): input parameter is of type " + Object.prototype.toString.call(n2) + ", string expected"));
      if (o5.hooks && (o5.hooks.options = o5, o5.hooks.block = e3), o5.async) return (async () => {
        let a4 = o5.hooks ? await o5.hooks.preprocess(n2) : n2, u3 = await (o5.hooks ? await o5.hooks.provideLexer(e3) : e3 ? w3.lex : w3.lexInline)(a4, o5), d3 = o5.hooks ? await o5.hooks.processAllTokens(u3) : u3;
        o5.walkTokens && await Promise.all(this.walkTokens(d3, o5.walkTokens));
        let p3 = await (o5.hooks ? await o5.hooks.provideParser(e3) : e3 ? P2.parse : P2.parseInline)(d3, o5);
        return o5.hooks ? await o5.hooks.postprocess(p3) : p3;
      })().catch(i3);
      try {
        o5.hooks && (n2 = o5.hooks.preprocess(n2));
        let c3 = (o5.hooks ? o5.hooks.provideLexer(e3) : e3 ? w3.lex : w3.lexInline)(n2, o5);
        o5.hooks && (c3 = o5.hooks.processAllTokens(c3)), o5.walkTokens && this.walkTokens(c3, o5.walkTokens);
        let d3 = (o5.hooks ? o5.hooks.provideParser(e3) : e3 ? P2.parse : P2.parseInline)(c3, o5);
        return o5.hooks && (d3 = o5.hooks.postprocess(d3)), d3;
      } catch (a4) {
        return i3(a4);
      }
    };
  }
  onError(e3, t3) {
    return (n2) => {
      if (n2.message += `
Please report this to https://github.com/markedjs/marked.`, e3) {
        let r3 = "<p>An error occurred:</p><pre>" + y3(n2.message + "", true) + "</pre>";
        return t3 ? Promise.resolve(r3) : r3;
      }
      if (t3) return Promise.reject(n2);
      throw n2;
    };
  }
};
var v3 = new ne();
function x2(l5, e3) {
  return v3.parse(l5, e3);
}
x2.options = x2.setOptions = function(l5) {
  return v3.setOptions(l5), x2.defaults = v3.defaults, ue(x2.defaults), x2;
};
x2.getDefaults = G3;
x2.defaults = S2;
function jt(...l5) {
  return v3.use(...l5), x2.defaults = v3.defaults, ue(x2.defaults), x2;
}
x2.use = jt;
x2.walkTokens = function(l5, e3) {
  return v3.walkTokens(l5, e3);
};
x2.parseInline = v3.parseInline;
x2.Parser = P2;
x2.parser = P2.parse;
x2.Renderer = I2;
x2.TextRenderer = z3;
x2.Lexer = w3;
x2.lexer = w3.lex;
x2.Tokenizer = _3;
x2.Hooks = A3;
x2.parse = x2;
var En = x2.options;
var zn = x2.setOptions;
var Mn = x2.walkTokens;
var Bn = x2.parseInline;
var qn = P2.parse;
var vn = w3.lex;

// src/markdown.tsx
var WEB = /^(https?|mailto):/i;
var DEEPEST = 20;
function Markdown({ text }) {
  const drawn2 = w2(() => blocks(vn(visible(text), { breaks: true }), 0), [text]);
  return /* @__PURE__ */ a3("div", { class: "markdown", children: drawn2 });
}
function blocks(tokens, depth) {
  return (tokens ?? []).map((token) => depth > DEEPEST ? token.raw : drawn(token, depth + 1));
}
function drawn(token, depth) {
  const inside = () => blocks(token.tokens, depth);
  switch (token.type) {
    case "space":
    case "def":
      return null;
    case "heading":
      return heading(token.depth, inside());
    case "paragraph":
      return /* @__PURE__ */ a3("p", { children: inside() });
    case "code":
      return /* @__PURE__ */ a3("pre", { children: /* @__PURE__ */ a3("code", { children: token.text }) });
    case "blockquote":
      return /* @__PURE__ */ a3("blockquote", { children: inside() });
    case "list":
      return list(token, depth);
    case "table":
      return table(token, depth);
    case "hr":
      return /* @__PURE__ */ a3("hr", {});
    case "br":
      return /* @__PURE__ */ a3("br", {});
    case "strong":
      return /* @__PURE__ */ a3("strong", { children: inside() });
    case "em":
      return /* @__PURE__ */ a3("em", { children: inside() });
    case "del":
      return /* @__PURE__ */ a3("del", { children: inside() });
    case "codespan":
      return /* @__PURE__ */ a3("code", { children: token.text });
    case "link":
    case "image":
      return link(token, inside());
    default:
      return phrase(token, depth);
  }
}
function heading(depth, inside) {
  const Level = `h${Math.min(depth + 2, 6)}`;
  return /* @__PURE__ */ a3(Level, { children: inside });
}
function list({ ordered, start, items }, depth) {
  const rows = items.map((item) => /* @__PURE__ */ a3("li", { children: [
    item.task && (item.checked ? "☑ " : "☐ "),
    blocks(
      item.tokens.filter((token) => token.type !== "checkbox"),
      depth
    )
  ] }));
  return ordered ? /* @__PURE__ */ a3("ol", { start: Number(start) || 1, children: rows }) : /* @__PURE__ */ a3("ul", { children: rows });
}
function table({ header, rows }, depth) {
  return /* @__PURE__ */ a3("table", { children: [
    /* @__PURE__ */ a3("thead", { children: /* @__PURE__ */ a3("tr", { children: header.map((cell) => /* @__PURE__ */ a3("th", { children: blocks(cell.tokens, depth) })) }) }),
    /* @__PURE__ */ a3("tbody", { children: rows.map((row) => /* @__PURE__ */ a3("tr", { children: row.map((cell) => /* @__PURE__ */ a3("td", { children: blocks(cell.tokens, depth) })) })) })
  ] });
}
function link({ href, text }, inside) {
  const shown = inside.length ? inside : text || href;
  return WEB.test(href) ? /* @__PURE__ */ a3("a", { href, target: "_blank", rel: "noopener noreferrer nofollow", children: shown }) : shown;
}
function phrase(token, depth) {
  if (token.type === "text" && token.tokens) {
    return blocks(token.tokens, depth);
  }
  return token.type === "text" || token.type === "escape" ? token.text : token.raw;
}

// src/message.tsx
function Message({ message, run: run2 }) {
  const { crew } = useDesk();
  const { id, session_id, sender_type, agent, kind, content, status, reason, usage, created_at } = message;
  if (kind !== "text") {
    return /* @__PURE__ */ a3("p", { class: "step", children: visible(content) });
  }
  const sender = sender_type === "agent" ? agent : origin(message);
  const again = sender_type === "user" && ["error", "cancelled", "uncertain"].includes(status);
  const time = new Date(created_at * 1e3);
  return /* @__PURE__ */ a3("article", { class: "message", "aria-label": sender, "data-sender": sender_type, "data-status": status, children: [
    /* @__PURE__ */ a3("p", { class: "facts", children: [
      /* @__PURE__ */ a3("b", { children: sender }),
      " ",
      /* @__PURE__ */ a3("time", { dateTime: time.toISOString(), children: time.toLocaleTimeString() }),
      " ",
      [state(message), usage && used(usage)].filter(Boolean).join(" · ")
    ] }),
    /* @__PURE__ */ a3(Markdown, { text: content }),
    reason && /* @__PURE__ */ a3("p", { class: "hint", children: reason }),
    again && /* @__PURE__ */ a3(Button, { label: trans.__("Send again"), act: () => run2(retryMessage(crew.server, session_id, id)) })
  ] });
}
function origin({ origin: origin2 }) {
  switch (origin2) {
    case "terminal":
      return trans.__("You, in the terminal");
    case "task":
      return trans.__("A task");
    default:
      return trans.__("You");
  }
}
function state({ sender_type, status }) {
  const said = {
    pending: trans.__("waits in the queue"),
    sending: trans.__("is being sent"),
    processing: trans.__("at work"),
    error: trans.__("failed"),
    cancelled: trans.__("cancelled"),
    uncertain: trans.__("uncertain whether it arrived")
  };
  return sender_type === "user" ? said[status] ?? "" : "";
}
function used({ input_tokens, output_tokens, cost_usd }) {
  const tokens = (input_tokens ?? 0) + (output_tokens ?? 0);
  const parts = [
    tokens ? trans.__("%1 tokens", tokens.toLocaleString()) : "",
    cost_usd ? `$${cost_usd.toFixed(2)}` : ""
  ];
  return parts.filter(Boolean).join(", ");
}

// src/thread.ts
var Thread = class {
  constructor(_crew, _session, _changed) {
    this._crew = _crew;
    this._session = _session;
    this._changed = _changed;
    this._ends = [_crew.said.connect((message) => this._onSaid(message)), _crew.refreshed.connect(() => this._renew())];
    this._renew();
  }
  _crew;
  _session;
  _changed;
  /** What went wrong at the last page; empty if nothing did. */
  problem = "";
  /** In the order of the conversation: each reply behind what it answers. */
  get messages() {
    const asked = ({ in_reply_to, seq }) => in_reply_to && this._messages.get(in_reply_to)?.seq || seq;
    return [...this._messages.values()].sort((left, right) => asked(left) - asked(right) || left.seq - right.seq);
  }
  /** Whether there are messages before these. */
  get more() {
    return this._before !== null;
  }
  dispose() {
    this._ends.forEach((end) => end());
  }
  /** Fetch the page before. */
  earlier() {
    this._fetch(this._before ?? void 0);
  }
  /** The newest page; what was said while there was no connection is in it, or in the pages before. */
  _renew() {
    this._messages.clear();
    this._fetch();
  }
  _fetch(before) {
    listMessages(this._crew.server, this._session, before).then(
      (page) => {
        page.messages.forEach((message) => this._put(message));
        this._before = page.before;
        this._tell("");
      },
      (error) => this._tell(error.message)
    );
  }
  _onSaid(message) {
    if (message.session_id === this._session) {
      this._put(message);
      this._tell(this.problem);
    }
  }
  /** What was published meanwhile is newer than what was fetched. */
  _put(message) {
    const known = this._messages.get(message.id);
    if (!known || known.updated_at <= message.updated_at) {
      this._messages.set(message.id, message);
    }
  }
  _tell(problem) {
    this.problem = problem;
    this._changed();
  }
  _before = null;
  _ends;
  _messages = /* @__PURE__ */ new Map();
};

// src/conversation.tsx
var NEAR = 40;
function Conversation({ session, run: run2 }) {
  const { crew } = useDesk();
  const [, again] = _2((count) => count + 1, 0);
  const [thread, setThread] = d2();
  const box = T2(null);
  const following = T2(true);
  A2(() => {
    const made = new Thread(crew, session.id, () => again(void 0));
    setThread(made);
    return () => made.dispose();
  }, [session.id]);
  F2(() => {
    if (box.current && following.current) {
      box.current.scrollTop = box.current.scrollHeight;
    }
  });
  const messages = thread?.messages ?? [];
  return /* @__PURE__ */ a3(
    "div",
    {
      class: "conversation",
      role: "log",
      tabIndex: 0,
      "aria-label": trans.__("Messages of %1", session.agent),
      ref: box,
      onScroll: ({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        following.current = scrollHeight - scrollTop - clientHeight < NEAR;
      },
      children: [
        thread?.more && /* @__PURE__ */ a3(Button, { label: trans.__("Earlier messages"), act: () => thread.earlier() }),
        thread?.problem && /* @__PURE__ */ a3("p", { class: "hint", children: thread.problem }),
        thread && !messages.length && /* @__PURE__ */ a3("p", { class: "hint", children: trans.__("Nothing was said yet.") }),
        messages.map((message) => /* @__PURE__ */ a3(Message, { message, run: run2 }, message.id))
      ]
    }
  );
}

// src/prompt.tsx
function PromptCard(props) {
  const { session, prompt, run: run2 } = props;
  const { crew } = useDesk();
  const now = useNow();
  const [answered, setAnswered] = d2(false);
  const answer = async (given) => {
    if (!answered) {
      setAnswered(true);
      setAnswered(await run2(answerPrompt(crew.server, session.id, { prompt_id: prompt.id, ...given })));
    }
  };
  const label = trans.__("%1 asks: %2", session.agent, prompt.kind);
  return /* @__PURE__ */ a3("article", { class: "prompt", "aria-label": label, "aria-busy": answered, children: [
    /* @__PURE__ */ a3("p", { class: "facts", children: [
      /* @__PURE__ */ a3("span", { class: "glyph", "data-look": "needs-you", "aria-hidden": "true", children: GLYPHS["needs-you"] }),
      " ",
      /* @__PURE__ */ a3("b", { children: session.agent }),
      " · ",
      prompt.kind,
      " · ",
      elapsed(now - prompt.since)
    ] }),
    /* @__PURE__ */ a3("pre", { tabIndex: 0, "aria-label": label, children: visible(prompt.text) }),
    /* @__PURE__ */ a3("div", { class: "choices", children: [
      prompt.choices.map((choice) => /* @__PURE__ */ a3(
        "button",
        {
          type: "button",
          class: "button",
          disabled: answered,
          onClick: () => void answer({ choice: choice.key }),
          children: [
            /* @__PURE__ */ a3("b", { children: choice.key }),
            " ",
            visible(choice.label)
          ]
        },
        choice.key
      )),
      prompt.takes_text && /* @__PURE__ */ a3(OtherAnswer, { ...props, answered, onAnswer: (text) => void answer({ text }) })
    ] })
  ] });
}
function OtherAnswer(props) {
  const [text, setText] = d2("");
  const refusal = props.prompt.kind === "permission";
  const { agent } = props.session;
  return /* @__PURE__ */ a3(
    "form",
    {
      class: "line",
      onSubmit: (event) => {
        event.preventDefault();
        props.onAnswer(text);
      },
      children: [
        /* @__PURE__ */ a3(
          "input",
          {
            value: text,
            disabled: props.answered,
            placeholder: refusal ? trans.__("No, do this instead…") : trans.__("Other answer…"),
            "aria-label": refusal ? trans.__("What %1 is to do instead", agent) : trans.__("Other answer for %1", agent),
            onInput: (event) => setText(event.currentTarget.value)
          }
        ),
        /* @__PURE__ */ a3("button", { type: "submit", class: "button", disabled: props.answered || !text.trim(), children: trans.__("Answer") })
      ]
    }
  );
}

// src/queueitem.tsx
function QueueItem(props) {
  const { message, run: run2, place } = props;
  const { crew } = useDesk();
  const [editing, setEditing] = d2(false);
  const { id, session_id, status } = message;
  const keep = async (content) => {
    if (content === null || await run2(editMessage(crew.server, session_id, id, { content }))) {
      setEditing(false);
    }
  };
  if (editing && place >= 0) {
    return /* @__PURE__ */ a3("li", { children: /* @__PURE__ */ a3(Editor, { message, onDone: (content) => void keep(content) }) });
  }
  return /* @__PURE__ */ a3("li", { "data-status": status, children: [
    /* @__PURE__ */ a3("p", { title: message.reason ?? message.content, children: [
      place < 0 && /* @__PURE__ */ a3("i", { children: [
        status === "uncertain" ? trans.__("uncertain") : trans.__("at work"),
        " · "
      ] }),
      visible(message.content)
    ] }),
    /* @__PURE__ */ a3("span", { class: "acts", children: [
      place >= 0 && /* @__PURE__ */ a3(PendingActs, { ...props, onEdit: () => setEditing(true) }),
      status === "uncertain" && /* @__PURE__ */ a3(Button, { label: trans.__("Send again"), sign: "↻", act: () => run2(retryMessage(crew.server, session_id, id)) })
    ] })
  ] });
}
function PendingActs(props) {
  const { message, run: run2, place, count, onMove, onEdit } = props;
  const { crew } = useDesk();
  const cancel = () => run2(cancelMessage(crew.server, message.session_id, message.id));
  return /* @__PURE__ */ a3($, { children: [
    /* @__PURE__ */ a3(Button, { label: trans.__("Move up"), sign: "↑", off: place === 0, act: () => onMove(place - 1) }),
    /* @__PURE__ */ a3(Button, { label: trans.__("Move down"), sign: "↓", off: place === count - 1, act: () => onMove(place + 1) }),
    /* @__PURE__ */ a3(Button, { label: trans.__("Edit message"), sign: "✎", act: onEdit }),
    /* @__PURE__ */ a3(Button, { label: trans.__("Cancel message"), sign: "✕", act: cancel })
  ] });
}
function Editor(props) {
  const { message, onDone } = props;
  const [content, setContent] = d2(message.content);
  const area = T2(null);
  A2(() => area.current?.focus(), []);
  return /* @__PURE__ */ a3(
    "textarea",
    {
      rows: 3,
      ref: area,
      "aria-label": trans.__("Text of the message; Enter keeps it, Escape does not"),
      value: content,
      onInput: (event) => setContent(event.currentTarget.value),
      onBlur: () => onDone(content === message.content ? null : content),
      onKeyDown: (event) => {
        if (event.key === "Escape" || event.key === "Enter" && !event.shiftKey && !event.isComposing) {
          event.preventDefault();
          event.stopPropagation();
          onDone(event.key === "Escape" ? null : content);
        }
      }
    }
  );
}

// src/queuelist.tsx
function QueueList({ session, run: run2 }) {
  const { crew } = useDesk();
  const { id, agent, status } = session;
  const queue = crew.queues.queue(id);
  A2(() => crew.queues.want(id), [queue]);
  const messages = queue?.messages ?? [];
  const paused = queue?.paused ?? status.paused;
  const pending = messages.filter((message) => message.status === "pending");
  return /* @__PURE__ */ a3("section", { class: "queue", "aria-label": trans.__("Queue of %1", agent), children: [
    /* @__PURE__ */ a3("p", { class: "facts", children: [
      messages.length ? trans.__("Queue: %1", messages.length) : trans.__("Queue: empty"),
      paused && ` · ${trans.__("paused")}`,
      /* @__PURE__ */ a3(
        Button,
        {
          label: paused ? trans.__("Resume queue") : trans.__("Pause queue"),
          act: () => run2(pauseQueue(crew.server, id, !paused))
        }
      )
    ] }),
    /* @__PURE__ */ a3("ol", { children: messages.map((message) => /* @__PURE__ */ a3(
      QueueItem,
      {
        message,
        run: run2,
        place: pending.indexOf(message),
        count: pending.length,
        onMove: (position) => void run2(editMessage(crew.server, id, message.id, { position }))
      },
      message.id
    )) })
  ] });
}

// src/screentext.tsx
var LOOK_EVERY = 2e3;
function ScreenText({ session, live }) {
  const { crew } = useDesk();
  const [text, setText] = d2("");
  const { id, agent, status } = session;
  A2(() => {
    let asked = false;
    const look2 = () => {
      if (!asked) {
        asked = true;
        fetchScreen(crew.server, id).then((screen) => setText(screen.lines.map(visible).join("\n"))).catch((error) => setText(error.message)).finally(() => asked = false);
      }
    };
    look2();
    const timer = live ? setInterval(look2, LOOK_EVERY) : 0;
    return () => clearInterval(timer);
  }, [id, status.since]);
  return /* @__PURE__ */ a3("pre", { class: "screen text", tabIndex: 0, "aria-label": trans.__("Screen of %1", agent), children: text });
}

// src/freshkey.ts
function freshKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// src/sendbox.tsx
function SendBox({ session, run: run2 }) {
  const { crew } = useDesk();
  const [content, setContent] = d2("");
  const [sending, setSending] = d2(false);
  const key = T2(freshKey());
  const edit = (text) => {
    key.current = freshKey();
    setContent(text);
  };
  const send = async () => {
    if (sending || !content.trim()) {
      return;
    }
    setSending(true);
    if (await run2(sendMessage(crew.server, session.id, { content, idempotency_key: key.current }))) {
      edit("");
    }
    setSending(false);
  };
  return /* @__PURE__ */ a3(
    "form",
    {
      class: "line",
      onSubmit: (event) => {
        event.preventDefault();
        void send();
      },
      children: [
        /* @__PURE__ */ a3(
          "textarea",
          {
            rows: 2,
            "aria-label": trans.__("Message for %1", session.agent),
            placeholder: trans.__("Message (Shift+Enter: new line)"),
            readOnly: sending,
            value: content,
            onInput: (event) => edit(event.currentTarget.value),
            onKeyDown: (event) => {
              if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
                event.preventDefault();
                void send();
              }
            }
          }
        ),
        /* @__PURE__ */ a3("button", { type: "submit", class: "button", disabled: sending || !content.trim(), children: trans.__("Send") })
      ]
    }
  );
}

// src/tabbar.tsx
function TabBar(props) {
  const { tabs: tabs2, shown, onChoose } = props;
  const bar = T2(null);
  const onKeyDown = (event) => {
    const place = target(
      event.key,
      tabs2.findIndex((tab) => tab.id === shown),
      tabs2.length
    );
    if (place !== void 0) {
      event.preventDefault();
      onChoose(tabs2[place].id);
      bar.current?.querySelectorAll("[role=tab]")[place].focus();
    }
  };
  return /* @__PURE__ */ a3("div", { class: "tabbar", role: "tablist", "aria-label": trans.__("Agents"), ref: bar, onKeyDown, children: tabs2.map((tab) => /* @__PURE__ */ a3(
    "button",
    {
      id: `tab-${tab.id}`,
      type: "button",
      role: "tab",
      class: "tab",
      "aria-selected": tab.id === shown,
      tabIndex: tab.id === shown ? 0 : -1,
      onClick: () => onChoose(tab.id),
      "data-look": tab.status && look(tab.status),
      children: [
        tab.status && /* @__PURE__ */ a3(StatusMark, { status: tab.status }),
        /* @__PURE__ */ a3("span", { class: "name", children: tab.label }),
        tab.status && /* @__PURE__ */ a3(StatusWord, { status: tab.status })
      ]
    },
    tab.id
  )) });
}
function StatusMark({ status }) {
  return /* @__PURE__ */ a3("span", { class: "glyph", "data-look": look(status), "aria-hidden": "true", children: GLYPHS[look(status)] });
}
function StatusWord({ status }) {
  return /* @__PURE__ */ a3("span", { class: "word", title: words(status, useNow(), trans), children: lookWords(look(status), 1, trans) });
}
function target(key, place, count) {
  switch (key) {
    case "ArrowRight":
      return (place + 1) % count;
    case "ArrowLeft":
      return (place + count - 1) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return void 0;
  }
}

// node_modules/@xterm/addon-fit/lib/addon-fit.mjs
var h3 = 2;
var _4 = 1;
var o4 = class {
  activate(e3) {
    this._terminal = e3;
  }
  dispose() {
  }
  fit() {
    let e3 = this.proposeDimensions();
    if (!e3 || !this._terminal || isNaN(e3.cols) || isNaN(e3.rows)) return;
    let t3 = this._terminal._core;
    (this._terminal.rows !== e3.rows || this._terminal.cols !== e3.cols) && (t3._renderService.clear(), this._terminal.resize(e3.cols, e3.rows));
  }
  proposeDimensions() {
    if (!this._terminal || !this._terminal.element || !this._terminal.element.parentElement) return;
    let t3 = this._terminal._core._renderService.dimensions;
    if (t3.css.cell.width === 0 || t3.css.cell.height === 0) return;
    let s3 = this._terminal.options.scrollback === 0 ? 0 : this._terminal.options.overviewRuler?.width || 14, r3 = window.getComputedStyle(this._terminal.element.parentElement), l5 = parseInt(r3.getPropertyValue("height")), a4 = Math.max(0, parseInt(r3.getPropertyValue("width"))), i3 = window.getComputedStyle(this._terminal.element), n2 = { top: parseInt(i3.getPropertyValue("padding-top")), bottom: parseInt(i3.getPropertyValue("padding-bottom")), right: parseInt(i3.getPropertyValue("padding-right")), left: parseInt(i3.getPropertyValue("padding-left")) }, m3 = n2.top + n2.bottom, d3 = n2.right + n2.left, c3 = l5 - m3, p3 = a4 - d3 - s3;
    return { cols: Math.max(h3, Math.floor(p3 / t3.css.cell.width)), rows: Math.max(_4, Math.floor(c3 / t3.css.cell.height)) };
  }
};

// src/palette.ts
function palette(node) {
  const style = getComputedStyle(node);
  const colour = (name, fallback) => style.getPropertyValue(name).trim() || fallback;
  const background = colour("--jp-layout-color0", "#ffffff");
  const foreground = colour("--jp-ui-font-color0", "#000000");
  return {
    background,
    foreground,
    cursor: foreground,
    cursorAccent: background,
    selectionBackground: colour("--jp-editor-selected-focused-background", "#8caaff80"),
    ...isLight() ? LIGHT : {}
  };
}
function onTheme(apply) {
  const observer = new MutationObserver(apply);
  observer.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-name", "data-jp-theme-light"] });
  return () => observer.disconnect();
}
function isLight() {
  return document.body.dataset.jpThemeLight !== "false";
}
var LIGHT = {
  black: "#24292f",
  red: "#b3261e",
  green: "#116329",
  yellow: "#7d4e00",
  blue: "#0550ae",
  magenta: "#8250df",
  cyan: "#0f6674",
  white: "#57606a",
  brightBlack: "#57606a",
  brightRed: "#a40e26",
  brightGreen: "#1a7f37",
  brightYellow: "#633c01",
  brightBlue: "#0969da",
  brightMagenta: "#7a3fd0",
  brightCyan: "#19717f",
  brightWhite: "#42494f"
};

// src/attachment.ts
var BACK_OFF2 = 1e3;
var Attachment = class {
  /** leave: called when the keyboard wants to get out of the terminal. */
  constructor({ Terminal }, _server, _session, _host, _leave) {
    this._server = _server;
    this._session = _session;
    this._host = _host;
    this._leave = _leave;
    this._terminal = new Terminal({ ...font(_host), theme: palette(_host), cursorBlink: true, scrollback: 5e3 });
    this._terminal.loadAddon(this._fit);
    this._terminal.open(_host);
    this._terminal.attachCustomKeyEventHandler((event) => this._onKey(event));
    this._terminal.onData((text) => this._say(["stdin", text]));
    this._terminal.onBinary((bytes) => this._send(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))));
    this._terminal.onResize(() => this._tellSize());
    this._observer.observe(_host);
    this._endTheme = onTheme(() => this._terminal.options.theme = palette(_host));
    this._connect();
  }
  _server;
  _session;
  _host;
  _leave;
  focus() {
    this._terminal.focus();
  }
  dispose() {
    this._disposed = true;
    clearTimeout(this._timer);
    this._observer.disconnect();
    this._endTheme();
    this._socket?.close();
    this._terminal.dispose();
  }
  /** What is there comes first, after a reset; so the screen is right after every connection. */
  _connect() {
    const socket = this._server.terminal(this._session);
    this._socket = socket;
    if (!socket) {
      return;
    }
    socket.onopen = () => this._resize();
    socket.onmessage = ({ data }) => {
      if (typeof data !== "string") {
        this._terminal.write(new Uint8Array(data));
      } else if (JSON.parse(data)[0] === "disconnect") {
        this._disposed = true;
      }
    };
    socket.onclose = () => {
      if (!this._disposed) {
        this._timer = window.setTimeout(() => this._connect(), BACK_OFF2);
      }
    };
  }
  /** Whatever does not fit is left as it is: a terminal that is not seen has no size. */
  _resize() {
    if (this._host.clientWidth > 0 && this._host.clientHeight > 0) {
      this._fit.fit();
      this._tellSize();
    }
  }
  _tellSize() {
    this._say(["set_size", this._terminal.rows, this._terminal.cols]);
  }
  _say(frame) {
    this._send(JSON.stringify(frame));
  }
  _send(content) {
    if (this._socket?.readyState === WebSocket.OPEN) {
      this._socket.send(content);
    }
  }
  /** Whether the terminal is to have the key. As in JupyterLab's own: Ctrl+C copies where something is selected. */
  _onKey(event) {
    const pressed = event.type === "keydown";
    if (event.key === "F6") {
      pressed && this._leave();
      return false;
    }
    if (event.key === "Enter" && event.shiftKey) {
      pressed && this._say(["stdin", "\n"]);
      event.preventDefault();
      return false;
    }
    return !(event.ctrlKey && !event.shiftKey && event.key === "c" && this._terminal.hasSelection());
  }
  _disposed = false;
  _endTheme;
  _fit = new o4();
  _observer = new ResizeObserver(() => this._resize());
  _socket;
  _terminal;
  _timer = 0;
};
function font(node) {
  const style = getComputedStyle(node);
  return { fontFamily: style.fontFamily, fontSize: parseFloat(style.fontSize) };
}

// src/xterm.ts
var loaded;
function loadXterm(model) {
  loaded ??= run(model.get("_xterm"));
  return loaded;
}
async function run(text) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  try {
    return await import(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

// src/terminalview.tsx
function TerminalView({ session }) {
  const { crew, model } = useDesk();
  const [problem, setProblem] = d2("");
  const host = T2(null);
  const { id, agent } = session;
  A2(() => {
    let attachment;
    let gone = false;
    loadXterm(model).then(
      (xterm) => {
        if (!gone && host.current) {
          attachment = new Attachment(xterm, crew.server, id, host.current, () => leave(host.current));
        }
      },
      (error) => setProblem(trans.__("The terminal could not be drawn: %1", error.message))
    );
    return () => {
      gone = true;
      attachment?.dispose();
    };
  }, []);
  return /* @__PURE__ */ a3("div", { class: "screen", role: "group", "aria-label": trans.__("Terminal of %1; F6 leaves it", agent), children: problem ? /* @__PURE__ */ a3("p", { class: "hint", children: problem }) : /* @__PURE__ */ a3("div", { class: "xterm-host", ref: host }) });
}
function leave(host) {
  const root = host?.getRootNode();
  root?.querySelector("[role=tab][aria-selected=true]")?.focus();
}

// src/agenttab.tsx
function AgentTab({ session, shown }) {
  const { crew } = useDesk();
  const [run2, problem, dismiss] = useRun();
  const panel = T2(null);
  const { id, agent, status, incarnation } = session;
  const see = () => {
    if (status.state === "idle" && !status.seen) {
      void markSeen(crew.server, id).catch(() => void 0);
    }
  };
  A2(() => void (shown && see()), [shown]);
  A2(() => void (shown && hasFocus(panel.current) && see()), [status.since]);
  const live = status.state !== "exited";
  return /* @__PURE__ */ a3(
    "div",
    {
      role: "tabpanel",
      class: "agent",
      "aria-labelledby": `tab-${id}`,
      hidden: !shown,
      ref: panel,
      onFocusIn: see,
      onPointerDown: see,
      children: [
        /* @__PURE__ */ a3(Header, { session, run: run2 }),
        /* @__PURE__ */ a3(Problem, { text: problem, onDismiss: dismiss }),
        status.prompt && /* @__PURE__ */ a3(PromptCard, { session, prompt: status.prompt, run: run2 }, status.prompt.id),
        /* @__PURE__ */ a3("div", { class: "halves", children: [
          shown && /* @__PURE__ */ a3(Screen, { session, live }, incarnation),
          /* @__PURE__ */ a3("div", { class: "side", children: [
            /* @__PURE__ */ a3(Conversation, { session, run: run2 }),
            /* @__PURE__ */ a3(QueueList, { session, run: run2 }),
            live && /* @__PURE__ */ a3(SendBox, { session, run: run2 }),
            !live && /* @__PURE__ */ a3("p", { class: "hint", children: trans.__("%1 has exited; restart it to go on.", agent) })
          ] })
        ] })
      ]
    }
  );
}
function Screen({ session, live }) {
  const { crew } = useDesk();
  return crew.server.direct && live ? /* @__PURE__ */ a3(TerminalView, { session }) : /* @__PURE__ */ a3(ScreenText, { session, live });
}
function Header({ session, run: run2 }) {
  const { crew } = useDesk();
  const { id, agent, spec, project_path, status } = session;
  return /* @__PURE__ */ a3("header", { class: "head", children: [
    /* @__PURE__ */ a3("p", { class: "facts", children: [
      /* @__PURE__ */ a3(StatusMark, { status }),
      " ",
      /* @__PURE__ */ a3("b", { children: words(status, useNow(), trans) }),
      " · ",
      spec,
      " · ",
      /* @__PURE__ */ a3("code", { children: project_path }),
      status.blocked === "paused" && ` · ${trans.__("queue paused")}`
    ] }),
    /* @__PURE__ */ a3("span", { class: "acts", children: [
      /* @__PURE__ */ a3(
        Button,
        {
          label: trans.__("Interrupt"),
          hint: trans.__("End the turn that runs"),
          off: !["busy", "awaiting_input", "rate_limited"].includes(status.state),
          act: () => run2(interruptSession(crew.server, id))
        }
      ),
      /* @__PURE__ */ a3(
        Confirm,
        {
          label: trans.__("Restart"),
          question: trans.__("Restart %1?", agent),
          act: () => run2(restartSession(crew.server, id))
        }
      ),
      /* @__PURE__ */ a3(
        Confirm,
        {
          label: status.state === "exited" ? trans.__("Dismiss") : trans.__("Stop"),
          question: status.state === "exited" ? trans.__("Dismiss %1?", agent) : trans.__("Stop %1?", agent),
          act: () => run2(stopSession(crew.server, id))
        }
      )
    ] })
  ] });
}
function hasFocus(panel) {
  const root = panel?.getRootNode();
  return document.hasFocus() && !!panel?.contains(root?.activeElement ?? null);
}

// src/fields.tsx
function Write(props) {
  const { label, onInput, ...rest } = props;
  return /* @__PURE__ */ a3("label", { children: [
    label,
    /* @__PURE__ */ a3("input", { ...rest, onInput: (event) => onInput(event.currentTarget.value) })
  ] });
}
function Choose(props) {
  const { label, value, choices, onChoose } = props;
  return /* @__PURE__ */ a3("label", { children: [
    label,
    /* @__PURE__ */ a3("select", { value, onChange: (event) => onChoose(event.currentTarget.value), children: choices.map(([name, called]) => /* @__PURE__ */ a3("option", { value: name, children: called }, name)) })
  ] });
}

// src/agentform.tsx
function AgentForm() {
  const [wanted, setWanted] = d2(false);
  return /* @__PURE__ */ a3("details", { class: "form", open: wanted, onToggle: (event) => setWanted(event.currentTarget.open), children: [
    /* @__PURE__ */ a3("summary", { children: trans.__("New agent") }),
    wanted && /* @__PURE__ */ a3(Fields, { onDone: () => setWanted(false) })
  ] });
}
var BLANK = { name: "", spec: "", project_path: "", permission_mode: "", model: "" };
function Fields({ onDone }) {
  const { crew, open } = useDesk();
  const [run2, problem, dismiss] = useRun();
  const [specs, setSpecs] = d2([]);
  const [values, setValues] = d2(BLANK);
  const made = T2(void 0);
  A2(() => void run2(listSpecs(crew.server).then(setSpecs)), []);
  const spec = specs.find(({ name }) => name === values.spec) ?? specs.find(({ installed }) => installed);
  const start = async () => {
    const begin = async () => {
      const told = { ...values, name: values.name.trim(), spec: spec?.name ?? "" };
      made.current = await make(crew, made.current, told);
      open((await startAgent(crew.server, made.current.name)).id);
      onDone();
    };
    await run2(begin());
  };
  return /* @__PURE__ */ a3(
    "form",
    {
      onSubmit: (event) => {
        event.preventDefault();
        void start();
      },
      children: [
        /* @__PURE__ */ a3(Write, { label: trans.__("Name"), value: values.name, required: true, onInput: (name) => setValues({ ...values, name }) }),
        /* @__PURE__ */ a3(
          Choose,
          {
            label: trans.__("Agent"),
            value: spec?.name,
            choices: specs.map(({ name, display_name, installed }) => [
              name,
              installed ? display_name : trans.__("%1 (not installed)", display_name)
            ]),
            onChoose: (name) => setValues({ ...values, spec: name, permission_mode: "", model: "" })
          }
        ),
        /* @__PURE__ */ a3(
          Write,
          {
            label: trans.__("Folder"),
            value: values.project_path,
            placeholder: trans.__("the server's root folder"),
            onInput: (project_path) => setValues({ ...values, project_path })
          }
        ),
        spec && /* @__PURE__ */ a3(Special, { spec, values, onChange: (change) => setValues({ ...values, ...change }) }),
        /* @__PURE__ */ a3("button", { type: "submit", class: "button", disabled: !spec?.installed, children: trans.__("Start") }),
        spec && !spec.installed && /* @__PURE__ */ a3("p", { class: "hint", children: spec.install }),
        /* @__PURE__ */ a3(Problem, { text: problem, onDismiss: dismiss })
      ]
    }
  );
}
function make({ server }, made, values) {
  const { permission_mode, model, ...agent } = values;
  const body = { ...agent, settings: { permission_mode: permission_mode || null, model: model || null } };
  return made ? updateAgent(server, made.id, body) : createAgent(server, body);
}
function Special(props) {
  const { spec, values, onChange } = props;
  return /* @__PURE__ */ a3($, { children: [
    spec.permission_modes.length > 1 && /* @__PURE__ */ a3(
      Choose,
      {
        label: trans.__("Permissions"),
        value: values.permission_mode || spec.permission_modes[0],
        choices: spec.permission_modes.map((mode) => [mode, mode]),
        onChoose: (permission_mode) => onChange({ permission_mode })
      }
    ),
    spec.takes_model && /* @__PURE__ */ a3(
      Write,
      {
        label: trans.__("Model"),
        value: values.model,
        placeholder: trans.__("its own choice"),
        onInput: (model) => onChange({ model })
      }
    )
  ] });
}

// src/fleet.tsx
function Fleet({ sessions }) {
  const { crew } = useDesk();
  if (crew.connection === "connecting") {
    return /* @__PURE__ */ a3("p", { class: "hint", children: trans.__("Connecting…") });
  }
  if (!sessions.length) {
    return /* @__PURE__ */ a3("p", { class: "hint", children: trans.__('No agent runs. Start one below, or with crew.start("writer", "echo").') });
  }
  const heads = [
    trans.__("Agent"),
    trans.__("Status"),
    trans.__("Works on"),
    trans.__("Waiting"),
    trans.__("Memory"),
    trans.__("Cost")
  ];
  return /* @__PURE__ */ a3("table", { class: "fleet", "aria-label": trans.__("Agents"), children: [
    /* @__PURE__ */ a3("thead", { children: /* @__PURE__ */ a3("tr", { children: heads.map((head) => /* @__PURE__ */ a3("th", { scope: "col", children: head }, head)) }) }),
    /* @__PURE__ */ a3("tbody", { children: sessions.map((session) => /* @__PURE__ */ a3(Row, { session }, session.id)) })
  ] });
}
function Row({ session }) {
  const { crew, open } = useDesk();
  const now = useNow();
  const { id, agent, spec, project_path, status, pending, metrics } = session;
  const current = crew.queues.queue(id)?.messages.find((message) => message.status === "processing");
  return /* @__PURE__ */ a3("tr", { children: [
    /* @__PURE__ */ a3("th", { scope: "row", children: /* @__PURE__ */ a3("button", { type: "button", class: "link", title: `${spec} · ${project_path}`, onClick: () => open(id), children: agent }) }),
    /* @__PURE__ */ a3("td", { class: "nowrap", children: [
      /* @__PURE__ */ a3(StatusMark, { status }),
      " ",
      words(status, now, trans)
    ] }),
    /* @__PURE__ */ a3("td", { class: "doing", children: current && visible(current.content) }),
    /* @__PURE__ */ a3("td", { children: pending || "" }),
    /* @__PURE__ */ a3("td", { class: "nowrap", children: metrics.rss_bytes === null ? "" : size(metrics.rss_bytes) }),
    /* @__PURE__ */ a3("td", { children: metrics.cost_usd === null ? "" : `$${metrics.cost_usd.toFixed(2)}` })
  ] });
}

// src/tasklist.tsx
var SIGNS = { pending: "○", "in-progress": "◐", done: "✔" };
function TaskList({ run: run2 }) {
  const { crew } = useDesk();
  const { list: list2, problem } = crew.tasks;
  const done = list2.filter((task) => task.status === "done").length;
  return /* @__PURE__ */ a3("section", { class: "tasks", "aria-label": trans.__("Tasks"), children: [
    /* @__PURE__ */ a3("p", { class: "facts", children: list2.length ? trans.__("Tasks: %1 of %2 done", done, list2.length) : trans.__("Tasks") }),
    problem && /* @__PURE__ */ a3("p", { class: "hint", children: problem }),
    /* @__PURE__ */ a3("ul", { children: list2.map((task) => /* @__PURE__ */ a3(Task, { task, run: run2 }, task.id)) }),
    /* @__PURE__ */ a3(NewTask, { run: run2 })
  ] });
}
function Task({ task, run: run2 }) {
  const { crew } = useDesk();
  const { id, title, status, agent, details, description } = task;
  const live = crew.sessions.filter((session) => session.status.state !== "exited");
  const assign = (to) => void run2(assignTask(crew.server, id, to));
  return /* @__PURE__ */ a3("li", { "data-status": status, style: { paddingInlineStart: `${id.split(".").length - 1}em` }, children: [
    /* @__PURE__ */ a3("span", { class: "title", title: details || description, children: [
      /* @__PURE__ */ a3("span", { "aria-hidden": "true", children: SIGNS[status] }),
      " ",
      id,
      " ",
      visible(title),
      agent && /* @__PURE__ */ a3("i", { children: [
        " ",
        trans.__("for %1", agent)
      ] }),
      /* @__PURE__ */ a3("span", { class: "aloud", children: status })
    ] }),
    status !== "done" && /* @__PURE__ */ a3("span", { class: "acts", children: [
      /* @__PURE__ */ a3(
        "select",
        {
          "aria-label": trans.__("Assign task %1", id),
          value: "",
          onChange: (event) => assign(event.currentTarget.value),
          children: [
            /* @__PURE__ */ a3("option", { value: "", children: trans.__("Assign to…") }),
            live.map((session) => /* @__PURE__ */ a3("option", { value: session.id, children: session.agent }, session.id))
          ]
        }
      ),
      /* @__PURE__ */ a3(Button, { label: trans.__("Done"), act: () => run2(updateTask(crew.server, id, { status: "done" })) })
    ] })
  ] });
}
function NewTask({ run: run2 }) {
  const { crew } = useDesk();
  const [title, setTitle] = d2("");
  const add = async () => {
    if (title.trim() && await run2(createTask(crew.server, { title }))) {
      setTitle("");
    }
  };
  return /* @__PURE__ */ a3(
    "form",
    {
      class: "line",
      onSubmit: (event) => {
        event.preventDefault();
        void add();
      },
      children: [
        /* @__PURE__ */ a3(
          "input",
          {
            value: title,
            placeholder: trans.__("New task…"),
            "aria-label": trans.__("Title of a new task"),
            onInput: (event) => setTitle(event.currentTarget.value)
          }
        ),
        /* @__PURE__ */ a3("button", { type: "submit", class: "button", disabled: !title.trim(), children: trans.__("Add") })
      ]
    }
  );
}

// src/overview.tsx
function Overview({ sessions }) {
  const [run2, problem, dismiss] = useRun();
  return /* @__PURE__ */ a3("div", { class: "overview", children: [
    /* @__PURE__ */ a3("p", { class: "totals", children: totals(sessions).map(([look2, count]) => /* @__PURE__ */ a3("span", { "data-look": look2, children: [
      /* @__PURE__ */ a3("span", { class: "glyph", "data-look": look2, "aria-hidden": "true", children: GLYPHS[look2] }),
      " ",
      /* @__PURE__ */ a3("b", { children: count }),
      " ",
      lookWords(look2, count, trans)
    ] }, look2)) }),
    /* @__PURE__ */ a3(Problem, { text: problem, onDismiss: dismiss }),
    sessions.map(
      (session) => session.status.prompt && /* @__PURE__ */ a3(PromptCard, { session, prompt: session.status.prompt, run: run2 }, session.status.prompt.id)
    ),
    /* @__PURE__ */ a3(Fleet, { sessions }),
    /* @__PURE__ */ a3(Stopped, {}),
    /* @__PURE__ */ a3(AgentForm, {}),
    /* @__PURE__ */ a3(TaskList, { run: run2 })
  ] });
}
function Stopped() {
  const { crew, open } = useDesk();
  const [run2, problem, dismiss] = useRun();
  const { server, stopped } = crew;
  const start = (id) => run2(startAgent(server, id).then((session) => open(session.id)));
  return stopped.length ? /* @__PURE__ */ a3("section", { class: "stopped", "aria-label": trans.__("Not running"), children: [
    /* @__PURE__ */ a3(Problem, { text: problem, onDismiss: dismiss }),
    /* @__PURE__ */ a3("p", { class: "facts", children: trans.__("Not running:") }),
    stopped.map(({ id, name }) => /* @__PURE__ */ a3(Button, { label: name, hint: trans.__("Start %1", name), act: () => start(name) }, id))
  ] }) : null;
}

// src/dashboard.tsx
var ALL = "all";
function Dashboard({ crew, model }) {
  useSignal(crew.changed);
  const [chosen, setChosen] = d2(ALL);
  const opened = T2(/* @__PURE__ */ new Set()).current;
  const sessions = crew.sessions;
  const shown = sessions.some((session) => session.id === chosen) ? chosen : ALL;
  opened.add(shown);
  A2(() => setChosen(shown), [shown]);
  return /* @__PURE__ */ a3(Provider, { value: { crew, model, open: setChosen }, children: /* @__PURE__ */ a3("section", { class: "dashboard", "aria-label": trans.__("Agents"), style: { "--height": `${model.get("height")}px` }, children: [
    /* @__PURE__ */ a3(TabBar, { tabs: tabs(sessions), shown, onChoose: setChosen }),
    /* @__PURE__ */ a3(Notice, { crew }),
    /* @__PURE__ */ a3("div", { role: "tabpanel", "aria-labelledby": "tab-all", hidden: shown !== ALL, tabIndex: -1, children: /* @__PURE__ */ a3(Overview, { sessions }) }),
    sessions.filter((session) => opened.has(session.id)).map((session) => /* @__PURE__ */ a3(AgentTab, { session, shown: session.id === shown }, session.id)),
    /* @__PURE__ */ a3("div", { class: "aloud", role: "status", children: crew.announced })
  ] }) });
}
function tabs(sessions) {
  const twice = ({ agent }) => sessions.filter((other) => other.agent === agent).length > 1;
  const label = (session) => session.agent + (twice(session) ? ` ${session.id.slice(0, 4)}` : "");
  return [
    { id: ALL, label: trans.__("All agents") },
    ...sessions.map((session) => ({ id: session.id, label: label(session), status: session.status }))
  ];
}
function Notice({ crew }) {
  return /* @__PURE__ */ a3($, { children: [
    crew.connection === "lost" && /* @__PURE__ */ a3("p", { class: "notice", role: "alert", children: trans.__("Connection lost, reconnecting…") }),
    !crew.server.direct && /* @__PURE__ */ a3("p", { class: "notice", children: trans.__(
      "This page cannot reach the agents’ server itself, so the kernel passes everything on: what you do waits while a cell runs, and terminals are shown as text."
    ) })
  ] });
}

// src/kernelserver.ts
var KernelServer = class {
  constructor(_model) {
    this._model = _model;
    _model.on("msg:custom", this._on);
  }
  _model;
  direct = false;
  request(method, path, body, query = {}) {
    const ask = freshKey();
    return new Promise((resolve, reject) => {
      this._asked.set(ask, { resolve: (data) => resolve(data), reject });
      this._model.send({ ask, method, path, query, body: body ?? null });
    });
  }
  follow(onEvent) {
    this._onEvent = onEvent;
    this._model.send({ follow: true });
    return new Promise((resolve) => this._onLost = resolve);
  }
  terminal() {
    return void 0;
  }
  dispose() {
    this._model.off("msg:custom", this._on);
    this._onLost();
  }
  _on = (content) => {
    const said = content;
    if ("answer" in said) {
      this._answered(said.answer, said.data, said.failure);
    } else if ("event" in said) {
      this._onEvent(said.event);
    } else if ("lost" in said) {
      this._onLost();
    }
  };
  _answered(ask, data, failure) {
    const asked = this._asked.get(ask);
    this._asked.delete(ask);
    failure ? asked?.reject(new Error(failure.message)) : asked?.resolve(data);
  }
  _asked = /* @__PURE__ */ new Map();
  _onEvent = () => void 0;
  _onLost = () => void 0;
};

// src/pageserver.ts
var BINARY = "areyouj.terminal.v1";
var PageServer = class _PageServer {
  constructor(_base) {
    this._base = _base;
  }
  _base;
  direct = true;
  /** The server of this page; undefined in a page that is not Jupyter's, or whose server has another origin. */
  static find() {
    const config = document.getElementById("jupyter-config-data")?.textContent;
    const { baseUrl } = JSON.parse(config || "{}");
    const base = baseUrl && new URL(baseUrl, location.href);
    return base && base.origin === location.origin ? new _PageServer(new URL("areyouj/", base)) : void 0;
  }
  async request(method, path, body, query = {}) {
    const url = new URL(`api/${path.map(encodeURIComponent).join("/")}`, this._base);
    url.search = new URLSearchParams(query).toString();
    const response = await fetch(url, {
      method,
      headers: { "Content-Type": "application/json", "X-XSRFToken": xsrf() },
      body: body && JSON.stringify(body),
      cache: "no-store",
      credentials: "same-origin"
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(
        sentence(text) ?? `The server answered ${response.status} ${response.statusText}; is it AreYouJ's?`
      );
    }
    return text ? JSON.parse(text) : void 0;
  }
  follow(onEvent) {
    const socket = new WebSocket(this._socketUrl("api/events"));
    this._socket = socket;
    socket.onmessage = (message) => onEvent(JSON.parse(message.data));
    return new Promise((resolve) => socket.onclose = () => resolve());
  }
  terminal(id) {
    const socket = new WebSocket(this._socketUrl(`terminals/websocket/${encodeURIComponent(id)}`), BINARY);
    socket.binaryType = "arraybuffer";
    return socket;
  }
  dispose() {
    this._socket?.close();
  }
  _socketUrl(path) {
    const url = new URL(path, this._base);
    url.protocol = url.protocol.replace("http", "ws");
    return url;
  }
  _socket;
};
function xsrf() {
  return /(?:^|; )_xsrf=([^;]*)/.exec(document.cookie)?.[1] ?? "";
}
function sentence(text) {
  try {
    return JSON.parse(text).message;
  } catch {
    return void 0;
  }
}

// src/server.ts
async function findServer(model) {
  const page = PageServer.find();
  const health = await page?.request("GET", ["health"]).catch(() => void 0);
  return page && health?.status === "ok" && homeOf(health) === model.get("home") ? page : new KernelServer(model);
}
function homeOf({ owner, data_dir }) {
  return `${owner.host}:${data_dir}`;
}

// src/style.css
var style_default = "/* The dashboard in its shadow root: JupyterLab's variables where there are some, else the browser's own colours. */\n\n:host {\n  display: block;\n}\n\n.dashboard {\n  --ground: var(--jp-layout-color1, var(--vscode-editor-background, Canvas));\n  --raised: var(--jp-layout-color2, color-mix(in srgb, var(--ground) 92%, CanvasText));\n  --ink: var(--jp-ui-font-color1, var(--vscode-editor-foreground, CanvasText));\n  --faint: var(--jp-ui-font-color2, color-mix(in srgb, var(--ink) 72%, transparent));\n  --edge: var(--jp-border-color1, color-mix(in srgb, var(--ink) 25%, transparent));\n  --accent: var(--jp-brand-color1, var(--vscode-focusBorder, Highlight));\n  --needs-you: var(--jp-warn-color1, #b35900);\n  --done: var(--jp-success-color1, #1a7f37);\n  --bad: var(--jp-error-color1, #b3261e);\n\n  background: var(--ground);\n  border: 1px solid var(--edge);\n  color: var(--ink);\n  container-type: inline-size;\n  font: var(--jp-ui-font-size1, 13px) / 1.4 var(--jp-ui-font-family, system-ui, sans-serif);\n}\n\n*,\n*::before {\n  box-sizing: border-box;\n}\n\n[hidden] {\n  display: none !important;\n}\n\np,\nol,\nul,\npre,\ntable {\n  margin: 0;\n}\n\n:focus-visible {\n  outline: 2px solid var(--accent);\n  outline-offset: -1px;\n}\n\n/* Tabs */\n\n.tabbar {\n  background: var(--raised);\n  border-bottom: 1px solid var(--edge);\n  display: flex;\n  flex-wrap: wrap;\n}\n\n.tab {\n  align-items: baseline;\n  background: none;\n  border: 0;\n  border-right: 1px solid var(--edge);\n  border-top: 2px solid transparent;\n  color: var(--faint);\n  cursor: pointer;\n  display: flex;\n  font: inherit;\n  gap: 0.4em;\n  padding: 0.4em 0.9em;\n}\n\n.tab[aria-selected='true'] {\n  background: var(--ground);\n  border-top-color: var(--accent);\n  color: var(--ink);\n}\n\n.tab .name {\n  font-weight: 600;\n  max-width: 16em;\n  overflow: hidden;\n  text-overflow: ellipsis;\n  white-space: nowrap;\n}\n\n.tab .word {\n  color: var(--faint);\n}\n\n.glyph[data-look='needs-you'] {\n  color: var(--needs-you);\n}\n\n.glyph[data-look='done'] {\n  color: var(--done);\n}\n\n.glyph[data-look='working'] {\n  color: var(--accent);\n}\n\n.glyph[data-look='exited'] {\n  color: var(--bad);\n}\n\n/* What all tabs are made of */\n\n[role='tabpanel'] {\n  padding: 0.7em;\n}\n\n.facts,\n.hint,\n.step {\n  color: var(--faint);\n}\n\n.step {\n  font-size: 0.9em;\n  overflow-wrap: anywhere;\n  white-space: pre-wrap;\n}\n\n.notice,\n.problem,\n.prompt {\n  border-left: 4px solid var(--needs-you);\n  background: var(--raised);\n  margin-bottom: 0.7em;\n  padding: 0.4em 0.7em;\n}\n\n.problem {\n  border-color: var(--bad);\n}\n\n.notice {\n  margin: 0;\n}\n\n.button,\nselect {\n  background: var(--ground);\n  border: 1px solid var(--edge);\n  border-radius: 3px;\n  color: var(--ink);\n  cursor: pointer;\n  font: inherit;\n  padding: 0.15em 0.7em;\n}\n\n.button:hover:not(:disabled, [aria-disabled='true']) {\n  border-color: var(--accent);\n}\n\n.button:disabled,\n.button[aria-disabled='true'] {\n  cursor: default;\n  opacity: 0.5;\n}\n\n.button.asking {\n  border-color: var(--bad);\n  color: var(--bad);\n}\n\n.button.sign {\n  border-color: transparent;\n  padding: 0 0.35em;\n}\n\n.link {\n  background: none;\n  border: 0;\n  color: var(--jp-content-link-color, LinkText);\n  cursor: pointer;\n  font: inherit;\n  font-weight: 600;\n  padding: 0;\n}\n\ninput,\ntextarea {\n  background: var(--jp-input-background, Field);\n  border: 1px solid var(--edge);\n  border-radius: 3px;\n  color: var(--ink);\n  font: inherit;\n  min-width: 0;\n  padding: 0.25em 0.5em;\n}\n\ntextarea {\n  display: block;\n  resize: vertical;\n  width: 100%;\n}\n\n.line {\n  align-items: stretch;\n  display: flex;\n  gap: 0.4em;\n}\n\n.line input {\n  flex: 1;\n}\n\n.acts {\n  display: inline-flex;\n  flex: none;\n  gap: 0.3em;\n}\n\n.aloud {\n  height: 1px;\n  overflow: hidden;\n  position: absolute;\n  width: 1px;\n  clip-path: inset(50%);\n}\n\n/* A prompt */\n\n.prompt pre {\n  font-family: var(--jp-code-font-family, monospace);\n  margin: 0.4em 0;\n  max-height: 14em;\n  overflow: auto;\n  overflow-wrap: anywhere;\n  white-space: pre-wrap;\n}\n\n.choices {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0.4em;\n}\n\n/* One agent */\n\n.head {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0.4em;\n  justify-content: space-between;\n  margin-bottom: 0.7em;\n}\n\n.halves {\n  display: grid;\n  gap: 0.7em;\n  grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);\n  height: var(--height);\n}\n\n@container (max-width: 760px) {\n  .halves {\n    grid-template-columns: minmax(0, 1fr);\n    grid-template-rows: var(--height) var(--height);\n    height: auto;\n  }\n}\n\n.screen {\n  background: var(--jp-layout-color0, Canvas);\n  border: 1px solid var(--edge);\n  font-family: var(--jp-code-font-family, monospace);\n  font-size: var(--jp-code-font-size, 13px);\n  min-height: 0;\n  overflow: hidden;\n  padding: 0.3em;\n}\n\n.screen:focus-within {\n  border-color: var(--accent);\n}\n\n.screen.text {\n  overflow: auto;\n}\n\n.xterm-host {\n  height: 100%;\n}\n\n.xterm .xterm-viewport {\n  background: none; /* black in xterm.js's own sheet, which shows where no whole row or column fits */\n}\n\n.side {\n  display: flex;\n  flex-direction: column;\n  gap: 0.5em;\n  min-height: 0;\n}\n\n.conversation {\n  border: 1px solid var(--edge);\n  display: flex;\n  flex: 1;\n  flex-direction: column;\n  gap: 0.5em;\n  min-height: 8em;\n  overflow: auto;\n  padding: 0.5em;\n}\n\n.conversation > * {\n  flex: none;\n}\n\n.message[data-sender='user'] {\n  border-left: 3px solid var(--accent);\n  padding-left: 0.5em;\n}\n\n.markdown {\n  overflow-wrap: anywhere;\n}\n\n.markdown > * {\n  margin: 0.3em 0;\n}\n\n.markdown :is(pre, code) {\n  background: var(--raised);\n  font-family: var(--jp-code-font-family, monospace);\n  font-size: 0.95em;\n}\n\n.markdown pre {\n  overflow: auto;\n  overflow-wrap: normal;\n  padding: 0.4em;\n}\n\n.markdown :is(th, td) {\n  border: 1px solid var(--edge);\n  padding: 0.15em 0.4em;\n}\n\n.markdown table {\n  border-collapse: collapse;\n}\n\n.markdown a {\n  color: var(--jp-content-link-color, LinkText);\n}\n\n.queue .facts {\n  align-items: center;\n  display: flex;\n  gap: 0.5em;\n  justify-content: space-between;\n}\n\n.queue ol {\n  list-style: none;\n  max-height: 10em;\n  overflow: auto;\n  padding: 0;\n}\n\n.queue li {\n  align-items: baseline;\n  border-top: 1px solid var(--edge);\n  display: flex;\n  gap: 0.4em;\n  justify-content: space-between;\n  padding: 0.15em 0;\n}\n\n.queue li p:first-child {\n  overflow: hidden;\n  text-overflow: ellipsis;\n  white-space: nowrap;\n}\n\n/* All agents */\n\n.overview {\n  display: flex;\n  flex-direction: column;\n  gap: 0.7em;\n}\n\n.overview > .problem,\n.overview > .prompt {\n  margin: 0;\n}\n\n.totals {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 1.5em;\n}\n\n.fleet {\n  border-collapse: collapse;\n  width: 100%;\n}\n\n.fleet :is(th, td) {\n  border-bottom: 1px solid var(--edge);\n  padding: 0.25em 0.7em 0.25em 0;\n  text-align: start;\n}\n\n.fleet thead th {\n  color: var(--faint);\n  font-weight: 400;\n}\n\n.fleet .nowrap {\n  white-space: nowrap;\n}\n\n.fleet .doing {\n  max-width: 0;\n  overflow: hidden;\n  text-overflow: ellipsis;\n  white-space: nowrap;\n  width: 50%;\n}\n\n.stopped {\n  align-items: baseline;\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0.4em;\n}\n\n.form summary {\n  cursor: pointer;\n}\n\n.form form {\n  align-items: end;\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0.7em;\n  padding: 0.5em 0;\n}\n\n.form label {\n  color: var(--faint);\n  display: flex;\n  flex-direction: column;\n}\n\n.form :is(input, select, .button) {\n  height: 2.1em;\n}\n\n.tasks ul {\n  list-style: none;\n  margin-bottom: 0.4em;\n  padding: 0;\n}\n\n.tasks li {\n  align-items: baseline;\n  display: flex;\n  gap: 0.5em;\n  justify-content: space-between;\n  padding: 0.15em 0;\n}\n\n.tasks li[data-status='done'] .title {\n  color: var(--faint);\n  text-decoration: line-through;\n}\n";

// src/index.tsx
function widget() {
  let crew;
  return {
    initialize({ model }) {
      crew = findServer(model).then((server) => new Crew2(server));
      return () => void crew.then((found) => found.dispose());
    },
    render({ model, el }) {
      const host = el.appendChild(document.createElement("div"));
      host.dataset.lmSuppressShortcuts = "true";
      host.dataset.jpSuppressContextMenu = "true";
      const root = host.attachShadow({ mode: "open" });
      root.append(sheet(xterm_default + style_default));
      const place = root.appendChild(document.createElement("div"));
      const hiding = document.head.appendChild(sheet(hidden(model.get("still"))));
      void crew.then((found) => Q(/* @__PURE__ */ a3(Dashboard, { crew: found, model }), place));
      return () => {
        Q(null, place);
        hiding.remove();
      };
    }
  };
}
function sheet(text) {
  const node = document.createElement("style");
  node.textContent = text;
  return node;
}
function hidden(id) {
  return `#${id}, .jp-OutputArea-child:has(> * #${id}) { display: none; }`;
}
export {
  widget as default
};
