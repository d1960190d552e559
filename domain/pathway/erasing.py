"""The erasure of a person: from this fact on, the pathway is as if nothing had been recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.erasure import Erased
from domain.kernel import DomainEvent, Fact, Part
from domain.refusals import Conflict


class ErasureReason(StrEnum):
    PERSON_ASKED = "person_asked"
    OPENED_IN_ERROR = "opened_in_error"
    RETENTION_ENDED = "retention_ended"  # the network's own policy


class PersonalDataErased(Fact, topic="personal-data-erased", lowest=DataClass.IDENTITY):
    erasure_id: UUID
    reason: ErasureReason


class AlreadyErased(Conflict):
    code = "already-erased"
    title = "Everything recorded here was erased."


@dataclass(frozen=True, slots=True)
class Erasing(Part):
    """Whether the person was erased; the only thing that is then known of the pathway."""

    facts: ClassVar = (PersonalDataErased,)

    done: bool = False

    def must_not_be_done(self) -> None:
        """Refuse to begin anew under the id of somebody who was erased.

        Raises:
            AlreadyErased: this is such an id.
        """
        if self.done:
            raise AlreadyErased

    def erase(self, *, erasure_id: UUID, reason: ErasureReason, at: datetime) -> PersonalDataErased:
        """Erase the person, for good.

        Raises:
            AlreadyErased: they were.
        """
        self.must_not_be_done()
        return PersonalDataErased(occurred_at=at, erasure_id=erasure_id, reason=reason)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (one fact, one place)
        return type(self)(done=True) if isinstance(fact, PersonalDataErased) else self


def tells_erasure(events: Sequence[DomainEvent]) -> bool:
    """Whether one of these erased the person, also where its own key is gone with theirs."""
    return any(_tells_erasure(event.fact) for event in events)


def _tells_erasure(fact: Fact) -> bool:
    match fact:
        case PersonalDataErased():
            return True
        case Erased(was=PersonalDataErased.topic):
            return True
    return False
