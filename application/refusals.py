"""Refusals that come from how commands are run, not from the field."""

from uuid import UUID

from domain.refusals import ChangedMeanwhile, Conflict, DomainError


class CommandReused(Conflict):
    code = "command-reused"
    title = "This Idempotency-Key was used for another request: use a new one."


class ChangedSinceSeen(ChangedMeanwhile):
    code = "changed-since-seen"
    title = "This was changed since you read it: read it again, then decide."


class TooBusy(DomainError):
    code = "too-busy"
    title = "Too many people changed this at once: try again."


class StoreUnavailable(DomainError):
    code = "store-unavailable"
    title = "The history cannot be reached for now; nothing was lost. Try again in a moment."


class ViewBehind(DomainError):
    code = "view-behind"
    title = "This list is being brought up to date: ask again in a moment."


class EventUnreadable(DomainError):
    """A stored event that does not open or is not understood, named by where it stands."""

    code = "event-unreadable"
    title = "A recorded fact cannot be read as it was written: tell whoever runs this installation."

    def __init__(self, *, stream_id: UUID, version: int, position: int) -> None:
        super().__init__()
        self.stream_id = stream_id
        self.version = version
        self.position = position  # in the whole history
