"""A task list to take away: CSV and XLSX, safe to open in a spreadsheet. Blocking: call it in a thread."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from areyouj_jupyter.models import TaskModel

COLUMNS: Final = (
    *("id", "title", "status", "priority", "parent_id", "dependencies", "agent"),
    *("description", "notes", "details", "created_at", "updated_at"),
)
# OWASP, CSV Injection, 2025: what a spreadsheet takes for a formula; full-width forms count in Japanese Excel.
FORMULA_STARTS: Final = tuple("=+-@\t\r\n＝＋－＠")
CELL_LIMIT: Final = 32_767  # characters; Excel's specifications and limits, 2025


def csv_bytes(tasks: Iterable[TaskModel]) -> bytes:
    """UTF-8 with the byte order mark that Excel needs; what looks like a formula gets an apostrophe before it."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerow(COLUMNS)
    writer.writerows([_guarded(text) for text in _cells(task)] for task in tasks)
    return lines.getvalue().encode("utf-8-sig")


def xlsx_bytes(tasks: Iterable[TaskModel]) -> bytes:
    """One sheet; every cell is typed as text."""
    # Slow to import (0.2 s), and few export.
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    book = Workbook(write_only=True)
    sheet = book.create_sheet("tasks")
    sheet.freeze_panes = "A2"
    for line in (COLUMNS, *map(_cells, tasks)):
        cells = []
        for text in line:
            cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("\ufffd", text)[:CELL_LIMIT])
            cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _cells(task: TaskModel) -> list[str]:
    texts = {
        "parent_id": task.parent_id or "",
        "dependencies": " ".join(task.dependencies),
        "agent": task.agent or "",
        "created_at": _moment(task.created_at),
        "updated_at": _moment(task.updated_at),
    }
    return [texts[name] if name in texts else str(getattr(task, name)) for name in COLUMNS]


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _moment(seconds: float | None) -> str:
    return "" if seconds is None else datetime.fromtimestamp(seconds, UTC).isoformat(sep=" ", timespec="seconds")
