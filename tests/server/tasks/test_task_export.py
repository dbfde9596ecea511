"""A task list as CSV and XLSX: whole, and safe to open."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest
from tasklists import task

from areyouj_jupyter.server.tasks.task_export import COLUMNS, csv_bytes, xlsx_bytes

ODD = task(
    "1",
    title="=1+1",
    description="@cmd",
    notes="-x\x07",
    details="a\n+b 한국어",
    dependencies=["2", "1.2"],
    agent="＝evil",
    parent_id="2",
    updated_at=None,
)
LINE = ["1", "=1+1", "pending", "medium", "2", "2 1.2", "＝evil", "@cmd", "-x\x07", "a\n+b 한국어"]


def test_csv_holds_no_formula() -> None:
    content = csv_bytes([ODD])
    assert content.startswith(b"\xef\xbb\xbf")
    header, line = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert header == list(COLUMNS)
    guarded = [f"'{cell}" if cell[:1] in "=@-＝" else cell for cell in LINE]
    assert line == [*guarded, "2025-08-25 23:31:03+00:00", ""]


@pytest.mark.slow
def test_xlsx_holds_text_alone() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([ODD, task("2", details="x" * 40_000)])))
    sheet = book["tasks"]
    header, line, long = sheet.iter_rows()
    assert [cell.value for cell in header] == list(COLUMNS)
    assert [cell.value for cell in line][:10] == [text.replace("\x07", "\ufffd") for text in LINE]
    assert {cell.data_type for cell in line if cell.value} == {"s"}
    assert len(long[9].value) == 32_767
    book.close()
