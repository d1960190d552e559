"""Say in the right file what an entry says, as it stands; what became of it is recorded anew."""

from collections.abc import Sequence
from uuid import UUID

from application.erasures.said import Said
from application.erasures.saying_meetings import meeting_said
from application.erasures.saying_needs import mediation_said, need_said
from application.erasures.saying_persons import person_said
from domain.kernel import DomainEvent, Fact
from domain.members import Member
from domain.pathway.accompaniments.facts import AccompanimentPlanned
from domain.pathway.appointments.facts import AppointmentBooked
from domain.pathway.debts import CareDebtReported
from domain.pathway.follow_up import FollowUpPlanned
from domain.pathway.goals import GoalAgreed
from domain.pathway.interviews import MediationInterviewHeld
from domain.pathway.meetings import MetDuringActivity
from domain.pathway.needs import NeedIdentified
from domain.pathway.notes import NoteAdded, NoteCorrected
from domain.pathway.obstacles.facts import ObstacleReported
from domain.pathway.pathway import Pathway
from domain.pathway.questionnaires import EpicesAnswered
from domain.pathway.renunciations import CareRenounced


def said_again(entry_id: UUID, wrong: Pathway, told: Sequence[DomainEvent], by: Member) -> Said:
    """The decision that says it, without what ties it to other entries of the wrong file.

    Raises:
        EntryNotMoved: its clocks began elsewhere (a right), others answer it (a referral), or its
            author does not see how it began.
    """
    facts = [event.fact for event in told]
    match facts[0]:
        case NoteAdded():
            return _note(entry_id, facts, by)
        case FollowUpPlanned() | MediationInterviewHeld() | AppointmentBooked():
            return meeting_said(entry_id, wrong, facts, by)
        case MetDuringActivity() as met:
            return lambda right: right.meetings.meet(
                meeting_id=entry_id, activity_id=met.activity_id, by=met.met_by, at=met.occurred_at
            )
        case NeedIdentified() | ObstacleReported() | GoalAgreed() | EpicesAnswered():
            return need_said(entry_id, facts[0])
        case CareDebtReported() | CareRenounced() | AccompanimentPlanned():
            return mediation_said(entry_id, wrong, facts[0], by)
    return person_said(entry_id, wrong, facts[0])


def _note(entry_id: UUID, facts: Sequence[Fact], by: Member) -> Said:
    said = [fact for fact in facts if isinstance(fact, NoteAdded | NoteCorrected)][-1]
    return lambda right: right.notes.add(
        note_id=entry_id,
        text=said.text,
        data_class=said.data_class,
        by=by.organisation_id,
        at=said.occurred_at,
    )
