"""The journal on disk: whole facts whatever happens, and a full disk is told."""

from __future__ import annotations

import os
import resource
import signal
from pathlib import Path

import pytest

from areyouj_jupyter.holder.orders.journal import Journal, facts


def test_a_journal_survives_what_was_not_finished(tmp_path: Path) -> None:
    file = Journal(str(tmp_path))
    assert file.append({"order": "a"}) and file.append({"order": "b"})
    data = (tmp_path / "journal.jsonl").read_bytes()
    assert (tmp_path / "journal.jsonl").stat().st_mode & 0o777 == 0o600
    for cut in range(len(data)):
        whole = data[:cut].count(b"\n")
        assert facts(data[:cut]) == [{"order": "a"}, {"order": "b"}][:whole]
    assert facts(b"\x00\xff\n[1]\n" + data)[-1] == {"order": "b"}


@pytest.mark.slow
def test_a_journal_on_a_full_disk_refuses_leaves_no_half_line_and_recovers(tmp_path: Path) -> None:
    """In a process of its own whose files may not grow: the kernel writes a part, then fails."""
    child = os.fork()
    if child == 0:
        try:
            os._exit(_fill(tmp_path))
        finally:
            os._exit(99)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert facts((tmp_path / "journal.jsonl").read_bytes()) == [{"order": "a"}, {"order": "c"}]


def _fill(folder: Path) -> int:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    file = Journal(str(folder))
    first = file.append({"order": "a"})
    resource.setrlimit(resource.RLIMIT_FSIZE, (40, resource.RLIM_INFINITY))
    second = file.append({"order": "b" * 100})
    third = file.append({"order": "b" * 100})
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    return 0 if (first, second, third, file.append({"order": "c"})) == (True, False, False, True) else 1
