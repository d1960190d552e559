"""What a gateway tells of a letter after it took it, and how the rows of it are found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from domain.pathway.reminders import Channel
from domain.refusals import Forbidden
from domain.reminders.due import Due


class ReportNotSigned(Forbidden):
    code = "report-not-signed"
    title = (
        "This is not signed by the gateway, or was signed more than five minutes ago: "
        "look at the secret on both sides, and at the clocks."
    )


class Became(StrEnum):
    DELIVERED = "delivered"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a letter, which is named by its key, or else as its gateway named it."""

    id: str  # of the report: heard twice, it counts once
    key: UUID | None
    name: str | None
    channel: Channel
    became: Became
    reason: str  # why it failed
    at: datetime


class HandedIn(Protocol):
    """The letters that gateways took, and the names they gave them, kept as keyed tokens.

    Raises:
        StoreUnavailable: its database cannot be reached.
    """

    def note(self, name: str, *, key: UUID, channel: Channel) -> None:
        """Remember how the gateway of a channel named the letter of this key."""

    def key_of(self, report: Report) -> UUID | None:
        """The key of the letter that a report speaks of; None where its name is not known."""

    def reminders_in(self, key: UUID) -> list[Due]:
        """Everything that left in the letter of this key; nothing where there is none."""

    def arrived(self, due_id: UUID) -> None:
        """Say that a row ended well; one that is still on its way is left to its worker."""

    def go_on(self, due_id: UUID, *, reason: str) -> bool:
        """Have another way looked for at once, where it had left and came back.

        False while a worker has it: it may not know yet.
        """

    def sweep(self, before: datetime) -> int:
        """Forget the names that were noted before; how many."""


Verify = Callable[[Mapping[str, str], bytes], str]  # the id of what is signed, or a refusal


@dataclass(frozen=True, slots=True)
class Reporting:
    """`verify` raises ReportNotSigned."""

    handed_in: HandedIn
    verify: Verify
