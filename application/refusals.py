"""Refusals that come from how commands are run, not from the field."""

from domain.refusals import Conflict, DomainError


class CommandReused(Conflict):
    code = "command-reused"
    title = "This Idempotency-Key was used for another request: use a new one."


class TooBusy(DomainError):
    code = "too-busy"
    title = "Too many people changed this at once: try again."


class StoreUnavailable(DomainError):
    code = "store-unavailable"
    title = "The history cannot be reached for now; nothing was lost. Try again in a moment."
