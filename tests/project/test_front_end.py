"""The checks of the front end's source: lint, types, format, its own tests. Each is shown what it has to refuse.

All faults are shown to a check at once, since it is its start that takes long.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest
from front_end import INSTALL_DEADLINE, FrontEnd

pytestmark = [pytest.mark.slow, pytest.mark.timeout(INSTALL_DEADLINE)]

LONG_COMPONENT = "export const LINES = [\n" + "  'line',\n" * 198 + "  'end'\n];\n"
LOST_PROMISE = "export const go = () => {\n  Promise.reject(new Error());\n};\n"
VAIN_PROMISE = """\
import type { JSX } from 'preact';

export const Attic = (): JSX.Element => <button onClick={() => Promise.reject(new Error())} />;
"""


FAULTS = {
    "src/attic.ts": ("export const double = (number: any) => number;\n", "no-explicit-any"),
    "core/attic.ts": (LOST_PROMISE, "no-floating"),
    "src/cellar.tsx": (LONG_COMPONENT, "max-lines"),
    "dashboard/src/attic.tsx": (VAIN_PROMISE, "no-misused-promises"),
}
"""File → what eslint must not let pass, and the rule that it names."""

MISSING = {
    "core/crew.ts": ("return this._move(event.data as SessionModel | Removed);", "core/crew"),
    "core/components/promptcard.tsx": ("setAnswered(true);", "prompts/needs"),
    "core/harmless.ts": (".replace(CONTROLS, sign => picture(sign.charCodeAt(0)))", "panel/hostile"),
}
"""File → a line of it, and the test that fails without."""


@pytest.mark.parametrize("check", ["lint", "format:check", "test"])
def test_the_front_end_passes(front_end: FrontEnd, check: str) -> None:
    front_end.succeed(check)


@contextmanager
def replaced(front_end: FrontEnd, texts: Mapping[str, str]) -> Iterator[None]:
    """The front end with these files, by name; afterwards they are as before."""
    paths = {front_end.source / name: text for name, text in texts.items()}
    before = {path: path.read_text(encoding="utf-8") if path.exists() else None for path in paths}
    for path, text in paths.items():
        path.write_text(text, encoding="utf-8")
    try:
        yield
    finally:
        for path, whole in before.items():
            path.unlink() if whole is None else path.write_text(whole, encoding="utf-8")


def test_lint_refuses_each_fault(front_end: FrontEnd) -> None:
    with replaced(front_end, {name: text for name, (text, _) in FAULTS.items()}):
        done = front_end.run("eslint", "--format", "json", *FAULTS)
    assert done.returncode != 0
    told = {
        name: [message["ruleId"].rpartition("/")[2] for message in file["messages"]]
        for file in json.loads(done.stdout)
        for name in FAULTS
        if file["filePath"] == str(front_end.source / name)
    }
    assert [name for name, (_, rule) in FAULTS.items() if not any(each.startswith(rule) for each in told[name])] == []


def test_types_and_format_refuse_a_fault(front_end: FrontEnd) -> None:
    with replaced(front_end, {"src/attic.ts": "export const text: string = 1;\n"}):
        types = front_end.run("tsc", "--project", "tests")
    assert types.returncode != 0 and "attic.ts" in types.stdout and "TS2322" in types.stdout
    with replaced(front_end, {"dashboard/src/attic.ts": 'export const text = "a";\n'}):
        done = front_end.run("prettier", "--check", "dashboard/src/attic.ts")
    assert done.returncode != 0 and "Code style issues" in done.stdout + done.stderr


def test_a_line_that_is_missing_is_noticed(front_end: FrontEnd) -> None:
    whole = {name: (front_end.source / name).read_text(encoding="utf-8") for name in MISSING}
    assert [name for name, (line, _) in MISSING.items() if line not in whole[name]] == []
    files = [f"tests/{test}.test" for _, test in MISSING.values()]
    with replaced(front_end, {name: whole[name].replace(line, "") for name, (line, _) in MISSING.items()}):
        done = front_end.run("test", *files)
    failed = re.findall(r"^FAIL (?:sidebar )?(\S+)\.test", done.stderr, re.MULTILINE)
    assert sorted(set(failed)) == sorted(f"tests/{test}" for _, test in MISSING.values())
    front_end.succeed("test", *files)
