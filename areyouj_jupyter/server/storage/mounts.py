"""Where a folder is mounted, and whether SQLite's locks and Unix sockets can be trusted there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final, Protocol

import psutil

NETWORK: Final = frozenset(
    {
        *("9p", "afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "glusterfs", "gpfs", "lustre", "ncpfs"),
        *("nfs", "nfs3", "nfs4", "orangefs", "panfs", "pvfs2", "smb2", "smb3", "smbfs", "sshfs", "webdav", "wekafs"),
        *("fuse.ceph", "fuse.davfs2", "fuse.gcsfuse", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.sshfs"),
    }
)


class Mount(Protocol):
    """A mounted file system, as psutil reports it."""

    @property
    def mountpoint(self) -> str:
        """The folder where it begins."""

    @property
    def fstype(self) -> str:
        """Its type, e.g. `ext4`."""


def mounts() -> Iterable[Mount]:
    """What is mounted on this machine."""
    return psutil.disk_partitions(all=True)


def network_type(folder: Path, mounted: Iterable[Mount]) -> str | None:
    """The type of the network file system that holds the folder (which need not exist yet); None: a local one."""
    resolved = folder.resolve()
    holding = [mount for mount in mounted if resolved.is_relative_to(mount.mountpoint)]
    if not holding:
        return None
    # The last one wins a tie: a later mount hides an earlier one at the same place.
    innermost = max(enumerate(holding), key=lambda pair: (len(Path(pair[1].mountpoint).parts), pair[0]))[1]
    fstype = innermost.fstype.lower()
    return fstype if fstype in NETWORK else None
