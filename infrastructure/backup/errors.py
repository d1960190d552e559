"""Why a backup or a restore is refused.

BackupRefused
 ├─ NotMigrated         there is nothing yet, or its tables are of an older version
 ├─ FolderNotEmpty      a backup is written into a folder of its own
 ├─ BackupUnfinished    no manifest: the backup was interrupted, or this is none
 ├─ BackupDamaged       a file is not as it was written
 ├─ OtherDatabase       made on the other kind of database
 ├─ OtherHistory        the two halves are not of the same history
 ├─ PlaceNotEmpty       there is something already where it would be restored
 └─ WouldLose           some entries could never be opened again
"""

from domain.refusals import DomainError
from infrastructure.backup.losses import Losses


class BackupRefused(DomainError):
    code = "backup-refused"
    title = "This backup cannot be made or restored."


class NotMigrated(BackupRefused):
    code = "backup-not-migrated"
    title = "The tables are not of this version of Cordée: run `cordee migrate` first."


class FolderNotEmpty(BackupRefused):
    code = "backup-folder-not-empty"
    title = "There is something in this folder: name a new or an empty one."


class BackupUnfinished(BackupRefused):
    code = "backup-unfinished"
    title = "This is not a finished backup: it has no manifest. Take another one."


class BackupDamaged(BackupRefused):
    code = "backup-damaged"
    title = "A file of this backup is not as it was written: take another backup."

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return f"{self.title} ({self.name})"


class OtherDatabase(BackupRefused):
    code = "backup-other-database"
    title = "This backup was made on the other kind of database: restore it on its own kind."


class OtherHistory(BackupRefused):
    code = "backup-other-history"
    title = "These keys are of another history: name a backup of the same installation."


class PlaceNotEmpty(BackupRefused):
    code = "restore-place-not-empty"
    title = "A restore never overwrites: name an empty data folder or empty databases."


class WouldLose(BackupRefused):
    code = "restore-would-lose"
    title = "Some entries could not be opened: find their keys, or accept to lose them."

    def __init__(self, losses: Losses) -> None:
        super().__init__()
        self.losses = losses
