"""What stands in a Markdown file: its fenced blocks, tables, links and headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from repository import ROOT

PAGES = tuple(
    sorted(str(path.relative_to(ROOT)) for path in (ROOT / "docs").rglob("*.md") if "_build" not in path.parts)
)
"""The pages of the documentation, by their paths in the repository."""
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", *PAGES)
FENCE = re.compile(r"^```(?P<language>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block."""

    language: str
    text: str
    line: int
    """Where its text begins, from 1."""


def document(name: str) -> str:
    """A file of the repository's root folder."""
    return (ROOT / name).read_text("utf-8")


def section(text: str, heading: str) -> str:
    """What stands under a heading, its sub-sections too. Raises ValueError if there is none."""
    level = len(heading) - len(heading.lstrip("#"))
    start = text.index(f"\n{heading}\n") + 1
    end = re.compile(rf"^#{{1,{level}}} ", re.MULTILINE).search(text, start + len(heading))
    return text[start : end.start() if end else len(text)]


def blocks(text: str, *languages: str) -> list[Block]:
    """The fenced blocks in these languages, in order."""
    return [
        Block(found["language"], found["text"], text.count("\n", 0, found.start()) + 2)
        for found in FENCE.finditer(text)
        if found["language"] in languages
    ]


def rows(text: str) -> list[tuple[str, ...]]:
    """The rows of all tables, without their heads: the cells as they are written."""
    lines = text.splitlines()
    rules = {index for index, line in enumerate(lines) if re.fullmatch(r"(\| *:?-+:? *)+\|", line)}
    return [
        tuple(cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1])
        for index, line in enumerate(lines)
        if line.startswith("| ") and index not in rules and index + 1 not in rules
    ]


def links(name: str) -> list[str]:
    """Where a document leads within the repository: paths, anchors, or both. Not what stands in fenced blocks."""
    return re.findall(r"\]\((?!https?:)([^)\s]+)\)", FENCE.sub("", document(name)))


def anchors(name: str) -> set[str]:
    """What a link may have behind its `#`, one for each heading."""
    headings = re.findall(r"^#+ (.*)$", FENCE.sub("", document(name)), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def target(name: str, link: str) -> str:
    """The file that a document's link leads to, by its path in the repository; the document itself for `#…`."""
    path = link.partition("#")[0]
    return str((ROOT / name).parent.joinpath(path).resolve().relative_to(ROOT)) if path else name


def contents(name: str) -> list[str]:
    """The pages that the tables of contents on a page name, by their paths in the repository."""
    lists = [block.text for block in blocks(document(name), "{toctree}")]
    entries = [line for text in lists for line in text.splitlines() if line and not line.startswith(":")]
    return [target(name, f"{entry}.md") for entry in entries]
