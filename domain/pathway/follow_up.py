"""Follow-up: when somebody is to hear from the person again, and whether they did."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar, NamedTuple, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.instants import Day
from domain.kernel import Fact, Items, Part, Value, having, none_yet, without
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.refusals import Conflict, NotFound


class Mode(StrEnum):
    """How somebody meets the person."""

    PHONE = "phone"
    OFFICE = "office"
    HOME_VISIT = "home_visit"
    OUTREACH = "outreach"
    MESSAGE = "message"


class Purpose(StrEnum):
    RIGHTS = "rights"
    DOCUMENTS = "documents"
    REFERRAL = "referral"
    HOUSING = "housing"
    CARE = "care"
    NEWS = "news"
    OTHER = "other"


class FollowUpMissedReason(StrEnum):
    UNREACHABLE = "unreachable"
    DID_NOT_COME = "did_not_come"
    PERSON_DECLINED = "person_declined"
    STAFF_ABSENT = "staff_absent"
    OTHER = "other"


class FollowUpState(StrEnum):
    PLANNED = "planned"
    DONE = "done"
    MISSED = "missed"


class FollowUpPlan(Value):
    """What is planned, and who will do it."""

    due_on: Day
    purpose: Purpose
    mode: Mode
    with_member: UUID | None = None  # None: whoever is there
    data_class: DataClass = DataClass.SOCIAL


class FollowUpPlanned(Fact, topic="follow-up-planned", lowest=DataClass.SOCIAL):
    follow_up_id: UUID
    planned_by: UUID  # organisation that will do it
    due_on: date
    purpose: Purpose
    mode: Mode
    with_member: UUID | None


class FollowUpMoved(Fact, topic="follow-up-moved", lowest=DataClass.SOCIAL):
    follow_up_id: UUID
    was: date
    due_on: date


class FollowUpDone(Fact, topic="follow-up-done", lowest=DataClass.SOCIAL):
    follow_up_id: UUID
    done_by: UUID  # organisation
    mode: Mode


class FollowUpMissed(Fact, topic="follow-up-missed", lowest=DataClass.SOCIAL):
    follow_up_id: UUID
    missed_by: UUID  # organisation that says so
    reason: FollowUpMissedReason


class FollowUpCorrected(Fact, topic="follow-up-corrected", lowest=DataClass.SOCIAL):
    """It was recorded as done or missed, wrongly: it is planned again as it was."""

    follow_up_id: UUID
    corrected_by: UUID  # organisation
    was: FollowUpState


class FollowUpUnknown(NotFound):
    code = "follow-up-unknown"
    title = "There is no such follow-up on this pathway, or none that you may see."


class FollowUpAlreadyPlanned(Conflict):
    code = "follow-up-already-planned"
    title = "This follow-up is planned already."


class FollowUpIsOver(Conflict):
    code = "follow-up-is-over"
    title = "This follow-up was done or missed: correct that, or plan another."


class FollowUpNotMoved(Conflict):
    code = "follow-up-not-moved"
    title = "This follow-up is due on that day already."


class FollowUpNotOver(Conflict):
    code = "follow-up-not-over"
    title = "This follow-up is still to be done: there is nothing to correct."


class FollowUp(NamedTuple):
    """One follow-up, as it stands."""

    id: UUID
    planned_by: UUID  # organisation that will do it
    due_on: date
    purpose: Purpose
    mode: Mode
    with_member: UUID | None
    data_class: DataClass
    occurrence: int  # version of the fact that set its present day: there and back is another
    state: FollowUpState = FollowUpState.PLANNED

    @property
    def is_awaited(self) -> bool:
        return self.state is FollowUpState.PLANNED


CHANGES = (FollowUpMoved, FollowUpDone, FollowUpMissed, FollowUpCorrected)


@dataclass(frozen=True, slots=True)
class FollowUps(Part):
    """Every follow-up of the pathway, by id."""

    facts: ClassVar = (FollowUpPlanned, *CHANGES, FactRecordedInWrongFile)

    by_id: Items[UUID, FollowUp] = field(default_factory=none_yet)

    def plan(
        self, *, follow_up_id: UUID, plan: FollowUpPlan, by: UUID, at: datetime
    ) -> FollowUpPlanned:
        """Plan to hear from the person again.

        Raises:
            FollowUpAlreadyPlanned: it was planned before.
        """
        if follow_up_id in self.by_id:
            raise FollowUpAlreadyPlanned
        return FollowUpPlanned(
            occurred_at=at,
            data_class=DataClass.SOCIAL.raised_to(plan.data_class),
            follow_up_id=follow_up_id,
            planned_by=by,
            due_on=plan.due_on,
            purpose=plan.purpose,
            mode=plan.mode,
            with_member=plan.with_member,
        )

    def move(self, *, follow_up_id: UUID, due_on: date, at: datetime) -> FollowUpMoved:
        """Give it another day.

        Raises:
            FollowUpIsOver: it was done or missed.
            FollowUpNotMoved: it is due on that day.
        """
        follow_up = self._awaited(follow_up_id)
        if follow_up.due_on == due_on:
            raise FollowUpNotMoved
        return FollowUpMoved(
            occurred_at=at,
            data_class=follow_up.data_class,
            follow_up_id=follow_up_id,
            was=follow_up.due_on,
            due_on=due_on,
        )

    def do(self, *, follow_up_id: UUID, by: UUID, mode: Mode, at: datetime) -> FollowUpDone:
        """Record that the person was heard from.

        Raises:
            FollowUpIsOver: it was done or missed.
        """
        follow_up = self._awaited(follow_up_id)
        return FollowUpDone(
            occurred_at=at,
            data_class=follow_up.data_class,
            follow_up_id=follow_up_id,
            done_by=by,
            mode=mode,
        )

    def miss(
        self, *, follow_up_id: UUID, by: UUID, reason: FollowUpMissedReason, at: datetime
    ) -> FollowUpMissed:
        """Record that the person was not heard from.

        Raises:
            FollowUpIsOver: it was done or missed.
        """
        follow_up = self._awaited(follow_up_id)
        return FollowUpMissed(
            occurred_at=at,
            data_class=follow_up.data_class,
            follow_up_id=follow_up_id,
            missed_by=by,
            reason=reason,
        )

    def correct(self, *, follow_up_id: UUID, by: UUID, at: datetime) -> FollowUpCorrected:
        """Say that it was recorded as done or missed wrongly: it is awaited again.

        Raises:
            FollowUpNotOver: nothing was recorded.
        """
        follow_up = self._known(follow_up_id)
        if follow_up.is_awaited:
            raise FollowUpNotOver
        return FollowUpCorrected(
            occurred_at=at,
            data_class=follow_up.data_class,
            follow_up_id=follow_up_id,
            corrected_by=by,
            was=follow_up.state,
        )

    def evolve(self, fact: Fact, version: int) -> Self:
        if isinstance(fact, FollowUpPlanned):
            return type(self)(having(self.by_id, fact.follow_up_id, _as_planned(fact, version)))
        if isinstance(fact, CHANGES) and fact.follow_up_id in self.by_id:
            follow_up = self.by_id[fact.follow_up_id]._replace(**_changes_by(fact, version))
            return type(self)(having(self.by_id, fact.follow_up_id, follow_up))
        if isinstance(fact, FactRecordedInWrongFile):
            return type(self)(without(self.by_id, fact.entry_id))
        return self

    def _known(self, follow_up_id: UUID) -> FollowUp:
        if follow_up_id not in self.by_id:
            raise FollowUpUnknown
        return self.by_id[follow_up_id]

    def _awaited(self, follow_up_id: UUID) -> FollowUp:
        follow_up = self._known(follow_up_id)
        if not follow_up.is_awaited:
            raise FollowUpIsOver
        return follow_up


def _as_planned(fact: FollowUpPlanned, version: int) -> FollowUp:
    return FollowUp(
        id=fact.follow_up_id,
        planned_by=fact.planned_by,
        due_on=fact.due_on,
        purpose=fact.purpose,
        mode=fact.mode,
        with_member=fact.with_member,
        data_class=fact.data_class,
        occurrence=version,
    )


def _changes_by(fact: Fact, version: int) -> dict[str, Any]:
    match fact:
        case FollowUpMoved():
            return {"due_on": fact.due_on, "occurrence": version}
        case FollowUpDone():
            return {"state": FollowUpState.DONE}
        case FollowUpMissed():
            return {"state": FollowUpState.MISSED}
    return {"state": FollowUpState.PLANNED, "occurrence": version}  # awaited again
