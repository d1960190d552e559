"""The data folder of an installation: private to its owner, served by one process at a time."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from domain.refusals import Conflict

LOCK = "serving.lock"


class FolderInUse(Conflict):
    code = "folder-in-use"
    title = "Cordée already runs on this data folder: use that one, or stop it first."


def make_private(folder: Path) -> None:
    """Make the folder, readable by its owner only, if it is not there."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Keep other processes from serving or replacing this folder until the end of the block.

    Raises:
        FolderInUse: one does already.
    """
    make_private(folder)
    with (folder / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise FolderInUse from None
        yield
