"""Why something sealed does not open: where it stands, never a word of what was inside.

EventUnreadable
 ├─ TamperedBody        a body is not what was sealed at this place
 ├─ KeyUnknown          no key has the id that a body names
 ├─ UnknownSchema       a fact was written by a newer Cordée
 └─ UnreadableFact      a fact does not fit its own type
MasterKeyError          the master key file cannot be used
 ├─ MasterKeyMissing
 ├─ MasterKeyExposed
 ├─ MasterKeyDamaged
 ├─ MasterKeyWrong
 ├─ EpochEnded          the keys were rotated, and the file is the one of before
 └─ MasterKeyUnwritable
"""

from typing import Self, cast
from uuid import UUID

from application.refusals import EventUnreadable
from domain.refusals import DomainError
from infrastructure.event_store.rows import StoredRow


class DoesNotOpen(EventUnreadable):
    @classmethod
    def at(cls, row: StoredRow) -> Self:
        stream_id = cast("UUID", row.originator_id)
        return cls(stream_id=stream_id, version=row.originator_version, position=row.position)

    def __str__(self) -> str:
        place = f"position {self.position}, stream {self.stream_id}, version {self.version}"
        return f"{self.title} ({place})"


class TamperedBody(DoesNotOpen):
    code = "tampered-body"
    title = "A stored entry is not what was recorded there: restore it from a backup."


class KeyUnknown(DoesNotOpen):
    code = "key-unknown"
    title = "The key of a stored entry is missing: restore the keys from a newer backup."


class UnknownSchema(DoesNotOpen):
    code = "unknown-schema"
    title = "A stored entry was written by a newer Cordée: upgrade this process."


class UnreadableFact(DoesNotOpen):
    code = "unreadable-fact"
    title = "A stored entry does not fit its own type: report this defect of Cordée."


class MasterKeyError(DomainError):
    code = "master-key"
    title = "The master key file cannot be used."


class MasterKeyMissing(MasterKeyError):
    code = "master-key-missing"
    title = "There is no master key file: put your copy of it back in its place."


class MasterKeyExposed(MasterKeyError):
    code = "master-key-exposed"
    title = "Others on this machine can read the master key file: chmod 600 it and its folder 700."


class MasterKeyDamaged(MasterKeyError):
    code = "master-key-damaged"
    title = "The master key file is not one that Cordée wrote: put your copy of it back."


class MasterKeyWrong(MasterKeyError):
    code = "master-key-wrong"
    title = "The master key file is not the one these keys were wrapped with."


class EpochEnded(MasterKeyError):
    code = "epoch-ended"
    title = "The keys were rotated: put the new master key file in the place of this one."


class MasterKeyUnwritable(MasterKeyError):
    code = "master-key-unwritable"
    title = "The master key file cannot be replaced from here: rotate the keys where it can be."


class SecretDestroyed(Exception):
    """The key of this purpose was destroyed for good."""
