"""People met, and people met for the first time."""

from datetime import datetime
from uuid import UUID

from domain.kernel import DomainEvent
from domain.observatory.contributions import Account, Contribution, Rules, day_of
from domain.observatory.indicators import Indicator
from domain.pathway.accompaniments.facts import (
    AccompanimentCarriedOut,
    AccompanimentEnteredInError,
)
from domain.pathway.appointments.facts import AppointmentAttended, AttendanceCorrected
from domain.pathway.appointments.words import Attendance
from domain.pathway.follow_up import FollowUpCorrected, FollowUpDone
from domain.pathway.interviews import InterviewEnteredInError, MediationInterviewHeld
from domain.pathway.opening import PathwayOpened
from domain.pathway.psychology import BufferSessionEnteredInError, BufferSessionHeld

MET = (Indicator.PEOPLE_MET,)


def _met(account: Account, entry_id: UUID, at: datetime, by: UUID) -> None:
    """That somebody was met says nothing of why: it is social, whatever they were met for."""
    account.add(entry_id, Contribution(Indicator.PEOPLE_MET, day_of(at), by))


def _opened(fact: PathwayOpened, event: DomainEvent, account: Account) -> None:
    _met(account, event.originator_id, fact.occurred_at, fact.opened_by)
    first = Contribution(
        Indicator.PEOPLE_NEW, day_of(fact.occurred_at), fact.opened_by, fact.met_at
    )
    account.add(event.originator_id, first)


def _corrected(fact: AttendanceCorrected, _: DomainEvent, account: Account) -> None:
    account.drop(fact.appointment_id, MET)
    if fact.attendance is Attendance.ATTENDED:
        _met(account, fact.appointment_id, fact.held_at, fact.recorded_by)


def _attended(fact: AppointmentAttended, _: DomainEvent, account: Account) -> None:
    _met(account, fact.appointment_id, fact.held_at, fact.recorded_by)


def _followed(fact: FollowUpDone, _: DomainEvent, account: Account) -> None:
    _met(account, fact.follow_up_id, fact.occurred_at, fact.done_by)


def _talked(fact: MediationInterviewHeld, _: DomainEvent, account: Account) -> None:
    _met(account, fact.interview_id, fact.occurred_at, fact.held_by)


def _listened(fact: BufferSessionHeld, _: DomainEvent, account: Account) -> None:
    _met(account, fact.session_id, fact.occurred_at, fact.held_by)


def _went(fact: AccompanimentCarriedOut, _: DomainEvent, account: Account) -> None:
    _met(account, fact.accompaniment_id, fact.occurred_at, fact.carried_out_by)


RULES: Rules = {
    PathwayOpened: _opened,
    AppointmentAttended: _attended,
    AttendanceCorrected: _corrected,
    FollowUpDone: _followed,
    FollowUpCorrected: lambda fact, _, account: account.drop(fact.follow_up_id, MET),
    MediationInterviewHeld: _talked,
    InterviewEnteredInError: lambda fact, _, account: account.drop(fact.interview_id, MET),
    BufferSessionHeld: _listened,
    BufferSessionEnteredInError: lambda fact, _, account: account.drop(fact.session_id, MET),
    AccompanimentCarriedOut: _went,
    AccompanimentEnteredInError: lambda fact, _, account: account.drop(fact.accompaniment_id, MET),
}
