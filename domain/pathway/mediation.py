"""Mediation of one organisation with the person: begun by an interview, ended, taken up again.

It is told apart from closing the pathway: an organisation may end its mediation and still follow,
and whoever takes part may know how it ended. Somebody who comes back is seen as such by the dates
alone: an interview held after an ending.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.pathway.interviews import InterviewEnteredInError, MediationInterviewHeld
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.refusals import Conflict, NotFound


class Ending(StrEnum):
    """By what a mediation ends."""

    AUTONOMY = "autonomy"
    EFFECTIVE_RELAY = "effective_relay"
    MOVED = "moved"
    REFUSED = "refused"
    LOST = "lost"
    DECEASED = "deceased"


class MediationEnded(Fact, topic="mediation-ended", lowest=DataClass.SOCIAL):
    ending_id: UUID
    ended_by: UUID  # organisation
    how: Ending


class MediationEndEnteredInError(
    Fact, topic="mediation-end-entered-in-error", lowest=DataClass.SOCIAL
):
    ending_id: UUID
    withdrawn_by: UUID  # organisation


class MediationNotUnderWay(Conflict):
    code = "mediation-not-under-way"
    title = "Your organisation had no mediation under way then: record an interview first."


class MediationAlreadyEnded(Conflict):
    code = "mediation-already-ended"
    title = "This ending is recorded already."


class MediationEndUnknown(NotFound):
    code = "mediation-end-unknown"
    title = "Your organisation recorded no such ending on this pathway."


@dataclass(frozen=True, slots=True)
class Ended:
    at: datetime
    how: Ending
    by: UUID  # organisation
    data_class: DataClass


@dataclass(frozen=True, slots=True)
class Held:
    at: datetime
    by: UUID  # organisation


@dataclass(frozen=True, slots=True)
class Mediation(Part):
    """Interviews and endings that stand, whichever order they were recorded in."""

    facts: ClassVar = (
        MediationInterviewHeld,
        InterviewEnteredInError,
        MediationEnded,
        MediationEndEnteredInError,
        FactRecordedInWrongFile,
    )

    interviews: Items[UUID, Held] = field(default_factory=none_yet)
    endings: Items[UUID, Ended] = field(default_factory=none_yet)

    def end(
        self,
        *,
        ending_id: UUID,
        how: Ending,
        by: UUID,
        at: datetime,
        data_class: DataClass = DataClass.SOCIAL,
    ) -> MediationEnded:
        """Say that one organisation's mediation ended, and by what.

        Args:
            ending_id: of this ending.
            how: by what.
            by: the organisation.
            at: when it ended.
            data_class: of the organisation's part in the circle, where it is discreet.

        Raises:
            MediationAlreadyEnded: this ending is recorded.
            MediationNotUnderWay: no interview was held by then, or none since it ended.
        """
        if ending_id in self.endings:
            raise MediationAlreadyEnded
        if not self.is_under_way(by, at):
            raise MediationNotUnderWay
        return MediationEnded(
            occurred_at=at, data_class=data_class, ending_id=ending_id, ended_by=by, how=how
        )

    def withdraw_end(self, *, ending_id: UUID, by: UUID, at: datetime) -> Fact:
        """Say that an ending should never have been recorded.

        Raises:
            MediationEndUnknown: the organisation recorded none under this id.
        """
        known = self.endings.get(ending_id)
        if known is None or known.by != by:
            raise MediationEndUnknown
        return MediationEndEnteredInError(
            occurred_at=at, data_class=known.data_class, ending_id=ending_id, withdrawn_by=by
        )

    def is_under_way(self, by: UUID, at: datetime) -> bool:
        """Whether an interview of this organisation stands at this instant that nothing ended."""
        held = [one for one in self._held(by) if one <= at]
        ended = [one.at for one in self.endings.values() if one.by == by and one.at <= at]
        return bool(held) and (not ended or max(held) > max(ended))

    def came_back_at(self, ending_id: UUID) -> datetime | None:
        """When the person was next in mediation with the same organisation; None: not since."""
        ended = self.endings[ending_id]
        return min((one for one in self._held(ended.by) if one > ended.at), default=None)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case MediationInterviewHeld():
                held = Held(fact.occurred_at, fact.held_by)
                return replace(self, interviews=having(self.interviews, fact.interview_id, held))
            case InterviewEnteredInError():
                return replace(self, interviews=without(self.interviews, fact.interview_id))
            case MediationEnded():
                ended = Ended(fact.occurred_at, fact.how, fact.ended_by, fact.data_class)
                return replace(self, endings=having(self.endings, fact.ending_id, ended))
            case MediationEndEnteredInError():
                return replace(self, endings=without(self.endings, fact.ending_id))
            case FactRecordedInWrongFile():
                interviews = without(self.interviews, fact.entry_id)
                return type(self)(interviews, without(self.endings, fact.entry_id))
        return self

    def _held(self, by: UUID) -> Iterator[datetime]:
        return (one.at for one in self.interviews.values() if one.by == by)
