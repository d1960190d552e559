"""Times when somebody known was met during an activity: a distribution, a tour, a health day."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.refusals import NotFound


class MetDuringActivity(Fact, topic="met-during-activity", lowest=DataClass.SOCIAL):
    meeting_id: UUID
    activity_id: UUID
    met_by: UUID  # organisation


class MeetingEnteredInError(Fact, topic="meeting-entered-in-error", lowest=DataClass.SOCIAL):
    meeting_id: UUID
    withdrawn_by: UUID  # organisation


class MeetingUnknown(NotFound):
    code = "meeting-unknown"
    title = "Your organisation did not meet this person during such an activity."


@dataclass(frozen=True, slots=True)
class Meeting:
    id: UUID
    at: datetime
    activity_id: UUID
    met_by: UUID  # organisation


@dataclass(frozen=True, slots=True)
class Meetings(Part):
    """Every such time, once an activity."""

    facts: ClassVar = (MetDuringActivity, MeetingEnteredInError, FactRecordedInWrongFile)

    by_id: Items[UUID, Meeting] = field(default_factory=none_yet)

    def meet(
        self, *, meeting_id: UUID, activity_id: UUID, by: UUID, at: datetime
    ) -> list[MetDuringActivity]:
        """Note that they were met; who is met twice during one activity was met there."""
        if meeting_id in self.by_id:
            return []
        return [
            MetDuringActivity(
                occurred_at=at, meeting_id=meeting_id, activity_id=activity_id, met_by=by
            )
        ]

    def withdraw(self, *, meeting_id: UUID, by: UUID, at: datetime) -> MeetingEnteredInError:
        """Say that they were not met there.

        Raises:
            MeetingUnknown: one's organisation did not, under this id.
        """
        self.own(meeting_id, by=by)
        return MeetingEnteredInError(occurred_at=at, meeting_id=meeting_id, withdrawn_by=by)

    def own(self, meeting_id: UUID, *, by: UUID) -> Meeting:
        """A meeting of one's own organisation.

        Raises:
            MeetingUnknown: there is none under this id.
        """
        meeting = self.by_id.get(meeting_id)
        if meeting is None or meeting.met_by != by:
            raise MeetingUnknown
        return meeting

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case MetDuringActivity():
                meeting = Meeting(fact.meeting_id, fact.occurred_at, fact.activity_id, fact.met_by)
                return type(self)(having(self.by_id, fact.meeting_id, meeting))
            case MeetingEnteredInError():
                return type(self)(without(self.by_id, fact.meeting_id))
            case FactRecordedInWrongFile():
                return type(self)(without(self.by_id, fact.entry_id))
        return self
