"""Markdown of agents, rewritten so that nothing in it acts by itself: no HTML, and no picture that is fetched.

JupyterLab does not clean the Markdown of a trusted output, and loads its pictures; nbconvert and other editors do as
they like. So the parsed text is rewritten, piece by piece, in a form that all of them read alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from areyouj_jupyter.kernel.rendering import formulas
from areyouj_jupyter.kernel.rendering.text import fenced, plain

Picture = Callable[[str], str | None]
"""Returns a picture as a data URL, by the path its author wrote; None: do not show it."""

DEEPEST = 60  # levels; what is nested deeper is shown as it was written
LONGEST, MOST_LINES, MOST_MARKS, MOST_TOGETHER = 200_000, 3_000, 40_000, 1_000
"""Characters, lines, marks, and marks of a paragraph; what has more takes seconds to read, and is shown as written."""

_PARAGRAPHS = re.compile(r"\n\s*\n")
_MARKS = re.compile(r"[^\w\s]")
_TOGETHER = re.compile(r"[\[*$`<!]")
_ESCAPED = re.compile(r"[\\`*~$]|(?<![^\W_])_|_(?![^\W_])|(?<=!)\[|\](?=[(\[:])|<(?=\S)|&(?=#?\w+;)")
_IN_LINK = re.compile(rf"{_ESCAPED.pattern}|[\[\]]")
# Numbers where marked takes a backslash away before it reads the text of a link again.
_WRITTEN = {"<": "&lt;", "&": "&amp;", "[": "&#91;", "]": "&#93;"}
_FIRST = re.compile(r"^(?:(\d+)(?=[.)])|(?=[#+=>:|-]))")
_ACTIVE = re.compile(r"<[A-Za-z/!?]|!\[|```|~~~")
_ODD = re.compile(r"<[A-Za-z/!?]|!\[|[`|]|\\$|^\s|\s$")
_NO_WORD = re.compile(r"[^ ,.\w-]")
_LETTERS = re.compile(r"[\w#+.-]*", re.ASCII)
_DRAWN = re.compile(r"mermaid|math$|(?:geo|topo)json|plantuml|puml|graphviz|vega|kroki|d2$|stl$", re.IGNORECASE)
"""Languages that some reader draws instead of showing the code; a drawing can load pictures."""
_LINK = re.compile(r"https?:|mailto:|(?![\w+.-]*:)", re.IGNORECASE)
_UNSAFE = re.compile(r"""[^\w\-.~:/?#@!&=+,;%]""", re.ASCII)
_OURS = re.compile(r"</?code>|<pre><code>(?:[\w ]|&#\d+;)*</code></pre>\n?")
_EDGES = {"em": "*", "strong": "**", "s": "~~"}
_SIDES = {"text-align:left": ":--", "text-align:right": "--:", "text-align:center": ":-:"}
_DATA = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[\w+/=]*", re.ASCII)


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": DEEPEST + 2}).enable(["table", "strikethrough"])


_agents = _parser().use(formulas.plugin)
_others = _parser()


def markdown(text: str, picture: Picture = lambda source: None) -> str:
    """The text as Markdown in which HTML is text and pictures are links, except those that `picture` returns."""
    text = plain(text)
    if not text.strip():
        return ""
    written = None if _takes_long(text) else _written(text, picture)
    return written if written is not None and is_harmless(written) else fenced(text.split("\n"), "")


def _takes_long(text: str) -> bool:
    """Whether a parser, which may look at each mark once for every other one of a paragraph, would take seconds."""
    return (
        len(text) > LONGEST
        or text.count("\n") > MOST_LINES
        or len(_MARKS.findall(text)) > MOST_MARKS
        or any(len(_TOGETHER.findall(each)) > MOST_TOGETHER for each in _PARAGRAPHS.split(text))
    )


def _written(text: str, picture: Picture) -> str | None:
    """The rewritten text; None if it is nested too deep."""
    try:
        tokens = _agents.parse(text)
        if any(token.level >= DEEPEST for token in tokens):
            return None
        return _Writer(picture, bool(formulas.DELIMITERS.search(text))).blocks(SyntaxTreeNode(tokens).children)
    except RecursionError:
        return None


def is_harmless(written: str) -> bool:
    """Whether the parser finds no HTML and no picture but those that are written here."""
    tokens = _others.parse(written)
    pieces = [*tokens, *(child for token in tokens for child in token.children or ())]
    return all(
        _DATA.fullmatch(str(piece.attrGet("src"))) if piece.type == "image" else _OURS.fullmatch(piece.content)
        for piece in pieces
        if piece.type in ("image", "html_inline", "html_block")
    )


class _Writer:
    """Writes the tree of one text."""

    def __init__(self, picture: Picture, formulas_in_it: bool) -> None:
        self._picture = picture
        self._formulas = formulas_in_it

    def blocks(self, nodes: Sequence[SyntaxTreeNode], inside: bool = False, gap: str = "\n\n") -> str:
        """Blocks, one below the other. inside: of a list or a quotation."""
        written = []
        bullet = ""
        for node in nodes:
            bullet = ("*" if bullet == "-" else "-") if node.type == "bullet_list" else ""
            written.append(self._block(node, inside, bullet))
        return gap.join(piece for piece in written if piece)

    def _block(self, node: SyntaxTreeNode, inside: bool, bullet: str) -> str:
        match node.type:
            case "heading":
                title = " ".join(self._inline(node.children).split("\n"))
                return f"{'#' * int(node.tag[1])} {title[:-1] + chr(92) + '#' if title.endswith('#') else title}"
            case "paragraph":
                return self._inline(node.children)
            case "blockquote":
                return _indented(self.blocks(node.children, inside=True), "> ", "> ")
            case "bullet_list" | "ordered_list":
                return self._list(node, bullet)
            case "table":
                return self._table(node)
            case "fence" | "code_block":
                return self._code(node, inside)
            case "formula_block":
                return formulas.harmless(node.content)
            case "hr":
                return "***"
            case _:  # html_block, and whatever a parser of another version has
                return "\n".join(self._text(line.strip(), first=True) for line in node.content.split("\n")).strip()

    def _list(self, node: SyntaxTreeNode, bullet: str) -> str:
        """The items; without blank lines between them where there were none."""
        tight = all(child.hidden for item in node.children for child in item.children if child.type == "paragraph")
        number = int(node.attrs.get("start", 1))
        items = []
        for place, item in enumerate(node.children, number):
            mark = f"{bullet or f'{place}{node.markup}'} "
            content = self.blocks(item.children, inside=True, gap="\n" if tight else "\n\n")
            items.append(_indented(content, mark, " " * len(mark)))
        return ("\n" if tight else "\n\n").join(items)

    def _table(self, node: SyntaxTreeNode) -> str:
        rows = [
            [self._inline(cell.children).replace("|", "\\|") for cell in row.children]
            for part in node.children
            for row in part.children
        ]
        sides = [_SIDES.get(str(cell.attrs.get("style", "")), "---") for cell in node.children[0].children[0].children]
        return "\n".join(f"| {' | '.join(cells)} |" for cells in (rows[0], sides, *rows[1:]))

    def _inline(self, nodes: Sequence[SyntaxTreeNode], linked: bool = False, first: bool = True) -> str:
        """The pieces of a line or several. linked: inside of a link; first: at the beginning of a line."""
        written = ""
        for node in nodes:
            piece = self._piece(node, linked, first)
            if written.endswith("!") and piece.startswith("["):
                written = f"{written[:-1]}\\!"
            written += piece
            first = piece.endswith("\n") or (first and not piece)
        return written

    def _piece(self, node: SyntaxTreeNode, linked: bool, first: bool) -> str:
        match node.type:
            case "inline":
                return self._inline(node.children)
            case "em" | "strong" | "s":
                edge = _EDGES[node.type]
                return f"{edge}{self._inline(node.children, linked, first=False)}{edge}"
            case "code_inline":
                return self._span(node.content)
            case "link":
                content = self._inline(node.children, linked=True, first=False)
                return self._link(content, str(node.attrs["href"]), linked)
            case "image":
                return self._image(node, linked)
            case "formula":
                return formulas.harmless(node.content)
            case "softbreak":
                return "\n"
            case "hardbreak":
                return "\\\n"
            case _:  # text, and HTML as text
                return self._text(node.content, first, linked)

    def _link(self, content: str, target: str, linked: bool) -> str:
        if linked or not _LINK.match(target):
            return content
        address = _UNSAFE.sub(lambda found: quote(found[0], safe=""), target)
        return f"[{content or self._text(target, linked=True)}]({address.replace('&', '&amp;')})"

    def _image(self, node: SyntaxTreeNode, linked: bool) -> str:
        source, title = str(node.attrs["src"]), _words(node)
        if data := self._picture(source):
            return f"![{_NO_WORD.sub('', title)}]({data})"
        if re.match("(?:https?:)?//", source, re.IGNORECASE):
            return self._link(self._text(title or "image", linked=True), source, linked)
        return self._text(
            " ".join(filter(None, (title, "" if source.startswith("data:") else f"({source})"))), linked=linked
        )

    def _text(self, text: str, first: bool = False, linked: bool = False) -> str:
        """Text that means nothing else. first: at the beginning of a line; linked: inside of a link."""
        if self._formulas:
            text = formulas.without_commands(text)
        escaped = (_IN_LINK if linked else _ESCAPED).sub(lambda found: _WRITTEN.get(found[0], f"\\{found[0]}"), text)
        # JupyterLab puts formulas back as they were, even inside the attribute of a link.
        quoted = escaped.replace('"', "&quot;") if self._formulas else escaped
        return _FIRST.sub(r"\1\\", quoted) if first else quoted

    def _span(self, code: str) -> str:
        """Inline code; as our own HTML if a reader could take it for something else."""
        odd = _ODD.search(code) or (self._formulas and '"' in code)
        return f"<code>{_numbers(code)}</code>" if odd else f"`{code}`"

    def _code(self, node: SyntaxTreeNode, inside: bool) -> str:
        """As `_span` for lines. inside: of a list or a quotation, where readers do not agree on how a block ends."""
        found = _LETTERS.match(node.info.strip())
        language = "" if found is None or _DRAWN.match(found[0]) else found[0]
        code = node.content.removesuffix("\n")
        if inside and (_ACTIVE.search(code) or (self._formulas and '"' in code)):
            return f"<pre><code>{_numbers(code)}</code></pre>"
        return fenced(code.split("\n"), language)


def _words(node: SyntaxTreeNode) -> str:
    """What a picture shows, in words."""
    return "".join(_words(child) if child.children else child.content for child in node.children)


def _numbers(code: str) -> str:
    """The text with every character that could mean something written as a number."""
    return "".join(letter if letter.isalnum() or letter == " " else f"&#{ord(letter)};" for letter in code)


def _indented(text: str, first: str, rest: str) -> str:
    """The lines behind a mark, and below it."""
    head, *lines = text.split("\n")
    return "\n".join([f"{first}{head}".rstrip(), *(f"{rest}{line}" if line else rest.rstrip() for line in lines)])
