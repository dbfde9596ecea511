"""Throw-away Unix users with homes of their own: `with unix_users(folder, "ada", "bob") as users:`; it needs root."""

from __future__ import annotations

import os
import pwd
import secrets
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from waiting import until_now


@contextmanager
def unix_users(folder: Path, *names: str) -> Iterator[list[pwd.struct_passwd]]:
    """New users with these names and something random behind it; all their processes end with them."""
    if os.geteuid() != 0:
        pytest.fail("These tests make Unix users, so they need root: run them by sudo, or in a container.")
    made: list[pwd.struct_passwd] = []
    try:
        for name in names:
            login = f"{name}-{secrets.token_hex(4)}"
            home = folder / login
            subprocess.run(
                ("useradd", "--create-home", "--home-dir", home, "--shell", "/bin/bash", login),
                check=True, capture_output=True,
            )  # fmt: skip
            made.append(pwd.getpwnam(login))
            home.chmod(0o700)
        yield made
    finally:
        for user in made:
            _end_processes(user.pw_uid)
            subprocess.run(("userdel", "--remove", user.pw_name), check=False, capture_output=True)


def processes(uid: int) -> list[psutil.Process]:
    """What runs as this user, and is no zombie."""
    found = []
    for process in psutil.process_iter(["uids", "status"]):
        ids = process.info["uids"]
        if ids is not None and ids.real == uid and process.info["status"] != psutil.STATUS_ZOMBIE:
            found.append(process)
    return found


def _end_processes(uid: int) -> None:
    """All that the user left; none of them was there before the user."""

    def nobody() -> bool:
        left = processes(uid)
        for process in left:
            process.kill()
        return not left

    until_now(nobody, "the end of a user's processes")
