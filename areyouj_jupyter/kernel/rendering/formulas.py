"""Formulas in Markdown: read as JupyterLab does, and kept, but for what loads, styles or runs something."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

_NAMES = (
    "(?:(?:sub|small|[bBpvV])?(?:matrix|array)|(?:aligned|alignat|align|gathered|gather|multline|split|equation|eqnarray"
    r"|cases|dcases|rcases|CD)\*?)"
)
_INLINE = re.compile(r"\$\$(?!\s*\$)(?:\\.|[^\\$])+\$\$|\$(?![\s$])(?:\\.|[^\\$])*(?<!\s)\$(?!\d)", re.DOTALL)
_OPENING = re.compile(rf"(?P<dollars>\$\$)|\\begin\{{(?P<name>{_NAMES})\}}")
LINES = 200  # of a formula; a longer one is text

# What reads or writes files, makes commands of others, or is HTML and CSS.
_LOADS = (
    *("include", "input", "lstinput", "verbatiminput", "openin", "openout", "read", "write", "immediate", "special"),
    *("pdf", "directlua", "latelua", "ShellEscape", "usepackage", "RequirePackage", "require", "Load", "font"),
    *("graphic", "csname", "expandafter", "catcode", "scantokens", "lowercase", "uppercase", "string", "active"),
    *("makeat", "@", "def", "edef", "gdef", "xdef", "let", "futurelet", "new(?!line)", "renew", "provide", "Declare"),
    *("type", "message", "href", "url", "style", "class", "cssId", "html", "data", "bbox", "unicode", "mmlToken"),
    *("Html", "IfFile", "Input"),
)
_COMMAND = re.compile(rf"\\(?=(?:{'|'.join(_LOADS)})|begin(?!\{{{_NAMES}\}})|end(?!\{{{_NAMES}\}}))")
_MARKUP = re.compile(r"<(?=\S)|!(?=\[)|\](?=\()|\^(?=\^)|~(?=~)")
DELIMITERS = re.compile(r"\$|\\[(\[]|\\begin|&[#\w]")
"""What MathJax reads as the beginning of a formula anywhere in a page, or an escape for it."""


def harmless(formula: str) -> str:
    """A formula that neither TeX nor MathJax nor a reader of Markdown takes for anything else."""
    return _MARKUP.sub(r"\g<0> ", without_commands(formula)).replace('"', "''").replace("`", "'")


def without_commands(text: str) -> str:
    """The text with a space in each command that does more than typeset."""
    return _COMMAND.sub(r"\\ ", text)


def plugin(parser: MarkdownIt) -> None:
    """Makes tokens `formula` and `formula_block`, whose content is as it was written."""
    parser.inline.ruler.before("escape", "formula", _inline)
    parser.block.ruler.before(
        "fence", "formula_block", _block, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )


def _inline(state: StateInline, silent: bool) -> bool:
    found = _INLINE.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "$" else None
    if found is None:
        return False
    if not silent:
        state.push("formula", "", 0).content = found[0]
    state.pos = found.end()
    return True


def _block(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """A formula of several lines, which may look like items of a list."""
    opening = _OPENING.match(state.src, state.bMarks[first] + state.tShift[first])
    if opening is None or state.is_code_block(first):
        return False
    closing = "$$" if opening["dollars"] else f"\\end{{{opening['name']}}}"
    end = _end(state, first, min(last, first + LINES), closing)
    if end is not None and not silent:
        token = state.push("formula_block", "", 0)
        token.content, token.map = state.getLines(first, end, state.blkIndent, False).strip(), [first, end]
        state.line = end
    return end is not None


def _end(state: StateBlock, first: int, last: int, closing: str) -> int | None:
    """The line after the formula; None if it has no end before the next blank line."""
    for number in range(first, last):
        line = state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].rstrip()
        if not line or state.sCount[number] < state.blkIndent:
            return None
        if line.endswith(closing) and (number > first or len(line) > 2 * len(closing)):
            return number + 1
    return None
