"""What a backup holds; written last, so that a backup without it is not one."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from infrastructure.backup.errors import BackupDamaged, BackupUnfinished
from infrastructure.durability import make_durable
from infrastructure.settings import Group

NAME = "manifest.json"
CHUNK = 1 << 20  # bytes
NOTE = (
    "The master key file is not in this backup, on purpose: keep a copy of it elsewhere. "
    "Views are not in it either: they are rebuilt."
)

# What is being done, how much of it is done, and how much there is in all.
Progress = Callable[[str, int, int], None]


class Database(StrEnum):
    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


class Part(BaseModel):
    """A strict, unchanging piece of a manifest."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SavedFile(Part):
    name: str
    group: Group
    table: str = ""  # PostgreSQL: the table it holds; a SQLite file holds its whole group
    columns: tuple[str, ...] = ()
    size: int  # bytes
    sha256: str


class Manifest(Part):
    format: int = 1
    note: str = NOTE
    made_at: AwareDatetime
    database: Database
    store_id: UUID
    events: int
    last_position: int
    keys: int
    epochs: tuple[int, ...]  # the master key file must hold these
    revisions: dict[Group, str]  # of the tables
    files: tuple[SavedFile, ...]

    def of(self, group: Group) -> list[SavedFile]:
        return [file for file in self.files if file.group is group]


@dataclass(frozen=True, slots=True)
class Saved:
    """A finished backup in its folder."""

    folder: Path
    manifest: Manifest

    def files(self, groups: Iterable[Group]) -> list[SavedFile]:
        return [file for group in groups for file in self.manifest.of(group)]

    def holds(self, groups: Iterable[Group]) -> bool:
        """Whether these groups are there; somebody may have taken the keys away."""
        return any((self.folder / file.name).exists() for file in self.files(groups))

    def verify(self, groups: Iterable[Group], progress: Progress) -> None:
        """Read the files of these groups whole.

        Raises:
            BackupDamaged: one is missing, or not as it was written.
        """
        files = self.files(groups)
        for number, file in enumerate(files, start=1):
            path = self.folder / file.name
            if not path.is_file() or _sha256(path) != file.sha256:
                raise BackupDamaged(file.name)
            progress("verify", number, len(files))


def silent(what: str, done: int, total: int) -> None:
    """Report nothing."""


def saved_file(
    path: Path, group: Group, *, table: str = "", columns: Iterable[str] = ()
) -> SavedFile:
    return SavedFile(
        name=path.name,
        group=group,
        table=table,
        columns=tuple(columns),
        size=path.stat().st_size,
        sha256=_sha256(path),
    )


def write(manifest: Manifest, folder: Path) -> None:
    """Finish a backup."""
    for file in manifest.files:
        make_durable(folder / file.name)
    draft = folder / f"{NAME}.draft"
    draft.touch(mode=0o600)
    draft.write_text(manifest.model_dump_json(indent=2) + "\n", "utf-8")
    make_durable(draft)
    draft.replace(folder / NAME)
    make_durable(folder)


def read(folder: Path) -> Saved:
    """The backup in a folder.

    Raises:
        BackupUnfinished: it has no manifest.
        BackupDamaged: its manifest cannot be read.
    """
    try:
        return Saved(folder, Manifest.model_validate_json((folder / NAME).read_bytes()))
    except (FileNotFoundError, NotADirectoryError):
        raise BackupUnfinished from None
    except ValidationError:
        raise BackupDamaged(NAME) from None


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
