"""Markdown of agents: whoever renders it finds no HTML of theirs and no picture that is fetched."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import hostile_texts
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from nbconvert.filters import markdown2html

from areyouj_jupyter.kernel.rendering.markdown import LONGEST, MOST_TOGETHER, markdown

U = "http://leak.test/leak?secret=42"
TAGS = frozenset(
    (
        *("a", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6"),
        *(
            "hr",
            "input",
            "li",
            "ol",
            "p",
            "pre",
            "s",
            "span",
            "strong",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "tr",
            "ul",
        ),
    )
)
ATTRIBUTES = {"a": {"href"}, "code": {"class"}, "ol": {"start"}}
OF_RENDERERS = frozenset({"aria-hidden", "aria-label", "checked", "class", "disabled", "id", "type"})
GFM = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PIECES = (
    *("![", "](", "x", U, ")", "[", "]", "<img src=x onerror=fall()>", "<", ">", "`", "```", "````", "~~~", "~~~~"),
    *(
        "\n",
        "\n\n",
        "    ",
        "\t",
        "> ",
        "- ",
        "1. ",
        "# ",
        "|",
        "\n|---|---|\n",
        "$",
        "$$",
        "\\",
        "\\\\(",
        "\\begin{align}",
    ),
    *("&#33;", "&#60;", "&lt;", '"', "'", "!", "*", "_", "~", ":", "===", f"[r]: {U}\n", "![r]", "@@0@@", "<!--"),
    *(
        "\\begin{align}",
        "html",
        "mermaid",
        "<pre>",
        "<script>",
        "]:",
        '<a href="javascript:fall()">',
        "\r",
        "\x0b",
        "\u2028",
        " ",
    ),
)


class Acting(HTMLParser):
    """Notes each tag and attribute of a page that may load or run something."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[Any] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that Markdown is not made of, or with more than that has."""
        allowed = {*ATTRIBUTES.get(tag, ()), *OF_RENDERERS}
        aligned = [value for name, value in attrs if name == "style"]
        self.found += [tag] * (tag not in TAGS)
        self.found += [(tag, name) for name, _ in attrs if name not in allowed and name != "style"]
        self.found += [value for value in aligned if not re.fullmatch("text-align: ?(left|right|center)", value or "")]
        target = dict(attrs).get("href") or ""
        self.found += [target] * bool(re.match(r"(?!https?:|mailto:)[\w+.-]*:", target, re.IGNORECASE))
        self.found += [tag] * ("mermaid" in (dict(attrs).get("class") or "").lower())

    def handle_comment(self, data: str) -> None:
        """None is of Markdown."""
        self.found.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def acting(written: str) -> list[Any]:
    """What acts in the pages that nbconvert and a parser of CommonMark make of it."""
    return [*Acting(markdown2html(written)).found, *Acting(GFM.render(written)).found]


def words(html: str) -> str:
    """The text of a page."""
    shown: list[str] = []
    reader = HTMLParser()
    reader.handle_data = shown.append  # type: ignore[method-assign]
    reader.feed(html)
    return "".join(shown)


@pytest.mark.slow
def test_nothing_of_a_hostile_text_acts() -> None:
    assert {text: found for text in hostile_texts.texts() if (found := acting(markdown(text)))} == {}


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from((*PIECES, *hostile_texts.texts())) | st.text(max_size=5), max_size=25).map("".join))
def test_nothing_of_any_text_acts(text: str) -> None:
    assert acting(markdown(text)) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain *text*", "plain *text*"),
        ("a < b, x<y and 2 > 1", "a < b, x&lt;y and 2 > 1"),
        ('<script>alert("x")</script>', '&lt;script>alert("x")&lt;/script>'),
        ("&#60;script> AT&T", "&lt;script> AT&T"),
        ("&amp;#60;script>", "&amp;#60;script>"),
        ("[a](javascript:alert(1))", "[a&#93;(javascript:alert(1))"),
        ("[a](https://x.org/b_c?d=1&e=2 'title')", "[a](https://x.org/b_c?d=1&amp;e=2)"),
        ("<https://x.org>", "[https://x.org](https://x.org)"),
        ("# Title #\n\n- [x] done\n- [ ] to do", "# Title\n\n- [x] done\n- [ ] to do"),
        ("1986\\. A *great* year\\\n\\+ 3", "1986\\. A *great* year\\\n\\+ 3"),
        ("3) a\n4) b\n\n   c", "3) a\n\n4) b\n\n   c"),
        ("| a | b |\n|:-:|---|\n| 1 | `x` |", "| a | b |\n| :-: | --- |\n| 1 | `x` |"),
        ("> a\n>\n> - b", "> a\n>\n> - b"),
        ("vec![1] __init__ a_b_c", "vec!&#91;1] **init** a_b_c"),
        ("$5 and $6", "\\$5 and \\$6"),
        ("so $a_1 < b$", "so $a_1 < b$"),
        ("$$\n\\alpha\n= b\n- c\n$$", "$$\n\\alpha\n= b\n- c\n$$"),
        ("\\begin{align}\n- a\n\\end{align}", "\\begin{align}\n- a\n\\end{align}"),
    ],
)
def test_markdown_stays_what_it_is_without_its_html(text: str, shown: str) -> None:
    assert markdown(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"![a plot]({U} 'title')", f"[a plot]({U})"),
        (f"![]({U})", f"[image]({U})"),
        (f"![a [b](c) `d`]({U})", f"[a b d]({U})"),
        (f"wow!![a]({U})", f"wow\\![a]({U})"),
        (f"![x][r] and ![r]\n\n[r]: {U}", f"[x]({U}) and [r]({U})"),
        (f"[![badge]({U})](https://x.org)", "[badge](https://x.org)"),
        ("![x](//leak.test/a)", "[x](//leak.test/a)"),
        ("![x](plots/a.png)", "x (plots/a.png)"),
        ("![x](data:image/png;base64,AAAA)", "x"),
        ("<img src='http://leak.test/a'>", "&lt;img src='http://leak.test/a'>"),
        (f"$\\includegraphics{{{U}}}$", f"$\\ includegraphics{{{U}}}$"),
        (f"$\\style{{background:url({U})}}{{x}}$", f"$\\ style{{background:url({U})}}{{x}}$"),
        ("\\begin{input}{/etc/passwd}", "\\\\ begin{input}{/etc/passwd}"),
    ],
)
def test_what_would_be_fetched_is_a_link_or_text(text: str, shown: str) -> None:
    assert markdown(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"`![x]({U})`", f"<code>{''.join(c if c.isalnum() else f'&#{ord(c)};' for c in f'![x]({U})')}</code>"),
        ("`code` stays", "`code` stays"),
        ("`List<int>`", "<code>List&#60;int&#62;</code>"),
        ("```html\n<b>x</b>\n```", "```html\n<b>x</b>\n```"),
        ("    if a<b:\n        ![x](y)", "```\nif a<b:\n    ![x](y)\n```"),
        ("- item\n  ~~~\n  a < b\n  ~~~\n<i>", "- item\n  ```\n  a < b\n  ```\n\n&lt;i>"),
        ("> ```\n> <b>\n> ```", "> <pre><code>&#60;b&#62;</code></pre>"),
        ("````\n```\n<b>\n````\n<i>", "````\n```\n<b>\n````\n\n&lt;i>"),
        ("```\nnever closed <b>", "```\nnever closed <b>\n```"),
        ("~~~\n````\n~~~", "`````\n````\n`````"),
        ("~~~ a`b\n```\n~~~\n<b>", "````a\n```\n````\n\n&lt;b>"),
        ("```mermaid\ngraph TD\n```", "```\ngraph TD\n```"),
    ],
)
def test_code_is_shown_as_it_was_written(text: str, shown: str) -> None:
    assert markdown(text) == shown


@pytest.mark.slow
@settings(deadline=None)
@given(st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=40))
def test_every_character_of_code_stays(code: str) -> None:
    fence = "`" * (len(max(re.findall("`+", code), key=len, default="")) + 3)
    for text in (f"{fence}\n{code}\n{fence}", f"> {fence}\n> {code}\n> {fence}", f"    {code}"):
        assert words(GFM.render(markdown(text))).strip() == code


@pytest.mark.parametrize(
    "text",
    ["> " * 90 + "deep", "[" * (MOST_TOGETHER + 1), f"{'a' * LONGEST}!"],
    ids=("quotations", "marks", "length"),
)
def test_what_takes_too_long_to_read_is_shown_as_it_was_written(text: str) -> None:
    assert markdown(text) == f"```\n{text}\n```"


def test_pictures_that_are_given_are_shown() -> None:
    given = {"a b.png": "data:image/png;base64,AAAA"}
    text = '![the "plot"](<a b.png>) ![y](b.png)'
    assert markdown(text, lambda source: given.get(source.replace("%20", " "))) == (
        "![the plot](data:image/png;base64,AAAA) y (b.png)"
    )


def test_a_picture_that_is_no_picture_shows_all_as_text() -> None:
    assert markdown(f"![x]({U})", lambda source: source) == f"```\n![x]({U})\n```"
