"""The checks of the front end's source: lint, types, format, its own tests. Each is shown what it has to refuse."""

from __future__ import annotations

import pytest
from front_end import INSTALL_DEADLINE, FrontEnd

pytestmark = [pytest.mark.slow, pytest.mark.timeout(INSTALL_DEADLINE)]

LONG_COMPONENT = "export const LINES = [\n" + "  'line',\n" * 198 + "  'end'\n];\n"
LOST_PROMISE = "export const go = () => {\n  Promise.reject(new Error());\n};\n"
VAIN_PROMISE = """\
import type { JSX } from 'preact';

export const Attic = (): JSX.Element => <button onClick={() => Promise.reject(new Error())} />;
"""


@pytest.mark.parametrize("check", ["lint", "format:check", "test"])
def test_the_front_end_passes(front_end: FrontEnd, check: str) -> None:
    front_end.succeed(check)


@pytest.mark.parametrize(
    ("command", "name", "text", "complaint"),
    [
        (("eslint",), "src/attic.ts", "export const double = (number: any) => number;\n", "no-explicit-any"),
        (("eslint",), "core/attic.ts", LOST_PROMISE, "no-floating"),
        (("eslint",), "src/attic.tsx", LONG_COMPONENT, "max-lines"),
        (("eslint",), "dashboard/src/attic.tsx", VAIN_PROMISE, "no-misused-promises"),
        (("tsc", "--project", "tests"), "src/attic.ts", "export const text: string = 1;\n", "TS2322"),
        (("prettier", "--check"), "dashboard/src/attic.ts", 'export const text = "a";\n', "Code style issues"),
    ],
)
def test_a_file_with_a_fault_is_refused(
    front_end: FrontEnd, command: tuple[str, ...], name: str, text: str, complaint: str
) -> None:
    path = front_end.source / name
    path.write_text(text)
    try:
        done = front_end.run(*command, *(() if command[0] == "tsc" else (name,)))
    finally:
        path.unlink()
    assert done.returncode != 0
    assert complaint in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("name", "line", "tests"),
    [
        ("core/crew.ts", "return this._move(event.data as SessionModel | Removed);", "core/crew"),
        ("core/components/promptcard.tsx", "setAnswered(true);", "prompts/needs"),
        ("core/harmless.ts", ".replace(CONTROLS, sign => picture(sign.charCodeAt(0)))", "panel/hostile"),
    ],
)
def test_a_line_that_is_missing_is_noticed(front_end: FrontEnd, name: str, line: str, tests: str) -> None:
    path = front_end.source / name
    whole = path.read_text(encoding="utf-8")
    assert line in whole
    path.write_text(whole.replace(line, ""), encoding="utf-8")
    try:
        assert front_end.run("test", f"tests/{tests}.test").returncode != 0
    finally:
        path.write_text(whole, encoding="utf-8")
    front_end.succeed("test", f"tests/{tests}.test")
