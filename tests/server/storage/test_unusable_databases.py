"""What cannot be agents.db is refused and left as it is."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from database_steps import FIRST, steps
from stores import agents_db

from areyouj_jupyter.errors import DatabaseDamaged, DatabaseUnusable
from areyouj_jupyter.server.storage.database import Database


def foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE other (x)")
    connection.commit()
    connection.close()


def garbage(path: Path) -> None:
    path.write_bytes(b"this is no database at all" * 400)


def damaged(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(FIRST + "PRAGMA user_version = 1;")
    for _ in range(9):
        connection.execute("INSERT INTO thing VALUES (hex(randomblob(2000)))")
    connection.commit()
    connection.close()
    content = bytearray(path.read_bytes())
    content[3 * 4096 : 5 * 4096] = b"\xaa" * 8192
    path.write_bytes(content)


def truncated(path: Path) -> None:
    damaged(path)
    path.write_bytes(path.read_bytes()[:6000])


async def test_a_file_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    foreign(path)
    before = path.read_bytes()
    with pytest.raises(DatabaseUnusable, match=r"a\.db belongs to another program"):
        await Database.open(path, steps(tmp_path / "one", FIRST))
    assert path.read_bytes() == before
    assert sorted(os.listdir(tmp_path)) == ["a.db", "one"]


@pytest.mark.parametrize("spoil", [garbage, damaged, truncated])
async def test_a_damaged_file_is_refused_and_copied_once(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    path = tmp_path / "a.db"
    spoil(path)
    before = path.read_bytes()
    folder = steps(tmp_path / "one", FIRST)
    for _ in range(2):
        with pytest.raises(DatabaseDamaged, match=r"a\.db is damaged .* A copy is kept as a\.db\.damaged-\d+-\d+\. "):
            await Database.open(path, folder)
    _, copy, _ = sorted(os.listdir(tmp_path))
    assert sorted(os.listdir(tmp_path)) == ["a.db", copy, "one"]
    assert (path.read_bytes(), (tmp_path / copy).read_bytes()) == (before, before)


@dataclass
class Mount:
    mountpoint: str
    fstype: str


@pytest.mark.parametrize(
    ("mounted", "refused"),
    [
        ([("/", "ext4")], None),
        ([("/", "ext4"), ("{home}", "nfs4")], "nfs4"),
        ([("/", "nfs"), ("{home}", "xfs")], None),
        ([("{home}", "ext4"), ("{home}", "fuse.sshfs")], "fuse.sshfs"),
        ([("/", "overlay"), ("{home}", "CIFS")], "cifs"),
        ([("/", "ext4"), ("{home}x", "9p")], None),
        ([], None),
    ],
)
async def test_a_network_file_system_is_refused_with_the_trait_that_moves_the_folder(
    tmp_path: Path, mounted: list[tuple[str, str]], refused: str | None
) -> None:
    mounts = [Mount(where.format(home=tmp_path), fstype) for where, fstype in mounted]
    path = tmp_path / "areyouj" / "a.db"
    if refused is None:
        await (await Database.open(path, mounted=lambda: mounts)).close()
        return
    with pytest.raises(DatabaseUnusable, match=rf"\({refused}\).*AreYouJApp\.data_dir"):
        await Database.open(path, mounted=lambda: mounts)
    assert not path.parent.exists()


async def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatabaseUnusable, match="Cannot create"):
        await Database.open(tmp_path / "file" / "a.db")


async def test_a_database_that_is_deleted_while_in_use_takes_no_more_writes(tmp_path: Path) -> None:
    async with agents_db(tmp_path) as database:
        database.path.unlink()
        with pytest.raises(DatabaseUnusable, match="moved or deleted"):
            async with database.transaction():
                pass
        with pytest.raises(DatabaseUnusable, match="moved or deleted"):
            await database.rows("SELECT 1")
