"""What the person may still answer through a link; everything else it does is to stop."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application.accounts.ports import Attempts, Tries
from application.accounts.refusals import TooManyAttempts
from application.accounts.throttle import WINDOW, place_of, wait
from application.network import Network
from application.reminders.replies import Awaited, Replies
from domain.pathway.appointments.appointment import Appointment
from domain.pathway.pathway import Pathway
from domain.reminders.triggers import Trigger
from domain.wall_time import WallTime

GUESSING = "a link"  # instead of an account: what one place asks, whatever for


@dataclass(frozen=True, slots=True)
class Answering:
    network: Network
    replies: Replies
    attempts: Attempts


@dataclass(frozen=True, slots=True)
class Question:
    """Something that is awaited, at a time; the person says whether they will come."""

    due_id: UUID
    when: WallTime


@dataclass(frozen=True, slots=True)
class Link:
    """What somebody was sent; it tells neither who they are nor what for."""

    awaited: tuple[Awaited, ...]
    questions: tuple[Question, ...]
    is_open: bool  # there is something to answer, or there never was and it is not too old

    @property
    def language(self) -> str:
        return self.awaited[0].language


def open_link(answering: Answering, token: str, *, address: str) -> Link | None:
    """What a link is for, as the pathway stands; None when nobody was sent it.

    Raises:
        TooManyAttempts: too many links that nobody was sent were tried from there lately.
    """
    now, place = answering.network.clock(), f"{GUESSING}, {place_of(address)}"
    tried = answering.attempts.from_address(place, since=now - WINDOW)
    if left := wait(pair=Tries(), address=tried, account=Tries(), now=now):
        raise TooManyAttempts(left)
    awaited = answering.replies.find(token)
    if not awaited:
        answering.attempts.failed(GUESSING, place, at=now)
        return None
    questions = tuple(_questions(answering.network, awaited, now))
    return Link(awaited, questions, bool(questions) or _only_tells(awaited, now))


def appointment_asked(pathway: Pathway, awaited: Awaited, *, now: datetime) -> Appointment | None:
    """The appointment that this reminder still asks about; None: there is nothing to answer."""
    appointment = pathway.appointments.by_id.get(awaited.cause_id)
    asks = awaited.cause is Trigger.APPOINTMENT and now <= awaited.until
    if appointment is None or not asks:
        return None
    if pathway.sharing.is_closed or pathway.person.is_dead:
        return None
    as_sent = appointment.is_awaited and appointment.occurrence == awaited.occurrence
    answered = awaited.due_id in pathway.reminder_answers.by_due
    return appointment if as_sent and not answered else None


def _only_tells(awaited: Sequence[Awaited], now: datetime) -> bool:
    return any(one.cause is not Trigger.APPOINTMENT and now <= one.until for one in awaited)


def _questions(network: Network, awaited: Sequence[Awaited], now: datetime) -> list[Question]:
    pathways = {one.pathway_id: network.log.load(Pathway, one.pathway_id) for one in awaited}
    asked = ((one, appointment_asked(pathways[one.pathway_id], one, now=now)) for one in awaited)
    return [Question(one.due_id, found.when) for one, found in asked if found]
