"""What can be done now with something on a pathway: its forms, in the order of the conversation."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from api.console.forms.catalogue.whole import ROWS
from api.console.forms.row import Row
from domain.members import Member
from domain.pathway.accompaniments.accompaniments import Accompaniment
from domain.pathway.accompaniments.words import AccompanimentState
from domain.pathway.appointments.appointment import Appointment
from domain.pathway.contacts import ContactPoint
from domain.pathway.debts import KnownDebt
from domain.pathway.follow_up import FollowUp, FollowUpState
from domain.pathway.goals import Goal
from domain.pathway.grounds.consents import Given
from domain.pathway.grounds.objections import Objection
from domain.pathway.needs import Need
from domain.pathway.obstacles.obstacles import Obstacle
from domain.pathway.psychology import KnownRelay
from domain.pathway.referrals import facts as referred
from domain.pathway.referrals.referral import STEPS, Referral, ReferralState
from domain.pathway.renunciations import Renunciation
from domain.pathway.rights.right import Right, Stage
from domain.pathway.screening.rapid_test import RapidTest
from domain.pathway.stays.stay import Stay, StayState
from domain.pathway.workshops import WorkshopAttendance
from domain.rights.schemes import Decision

HERE = "/forms"
ON = "/pathways/{pathway_id}"


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be done: in English, for gettext, and where its form is."""

    label: str
    href: str


def form_path(path: str, **ids: object) -> str:
    """Where the form of a route of the API is, by the route's path after its version."""
    return HERE + path.format(**ids)


def act(path: str, **ids: object) -> Act:
    return Act(_rows()[path].title, form_path(path, **ids))


def acts_on(
    item: Any, *, pathway_id: UUID, by: Member, item_id: UUID | None = None
) -> tuple[Act, ...]:
    """What a member may try now with an item of a pathway; nothing, of what has no acts.

    `item_id` where the item itself does not say it.
    """
    kind = KINDS.get(type(item))
    if kind is None:
        return ()
    ids = {"pathway_id": pathway_id, kind.named: item_id or item.id}
    return tuple(act(f"{ON}/{kind.at}/{name}", **ids) for name in kind.acts(item, by))


@cache
def _rows() -> Mapping[str, Row]:
    return {row.path: row for row in ROWS}


def right(item: Right, _: Member) -> Iterator[str]:
    request = item.request
    if not item.was_opened and request is None:
        yield "filing"
    if item.awaits_answer:
        yield from ("completeness", "incompleteness")
    if request is not None and not item.was_refused and item.stage is not Stage.OPEN:
        yield "renewal" if request.renews else "opening"
    if item.awaits_answer:
        yield from ("refusal", "implied-decision")
    if request is not None and request.answer is Decision.REFUSED:
        yield "appeal/decision" if request.appeal_is_pending else "appeal"
    yield from _of_cover(item)
    yield "withdrawal"


def _of_cover(item: Right) -> Iterator[str]:
    if item.ending is not None:
        yield "end/withdrawal"
    elif item.suspended_on is not None:
        yield from ("restoration", "end")
    elif item.was_opened:
        yield from ("renewal-filing", "renewal", "suspension", "end", "correction")


REFERRING: Mapping[str, type] = {
    "acceptance": referred.ReferralAccepted,
    "rejection": referred.ReferralRejected,
    "start": referred.ReferralStarted,
    "hold": referred.ReferralPutOnHold,
    "completion": referred.ReferralCompleted,
    "failure": referred.ReferralFailed,
    "cancellation": referred.ReferralCancelled,
}


def referral(item: Referral, by: Member) -> Iterator[str]:
    for name, fact in REFERRING.items():
        step = STEPS[fact]
        if item.state in step.sources and item.has_turn(by.organisation_id, step.by):
            yield name
    if item.state is ReferralState.REQUESTED and item.requested_by == by.organisation_id:
        yield "chase"
    if item.state is ReferralState.COMPLETED:
        yield "return" if item.effect and not item.returned_at else "relay"
    if item.requested_by == by.organisation_id:
        yield "withdrawal"


def appointment(item: Appointment, _: Member) -> Iterable[str]:
    if not item.is_awaited:
        return ("attendance/correction",)
    return ("attendance", "absence", "move", "cancellation", "needs", "transport-arrangement")


def follow_up(item: FollowUp, _: Member) -> Iterable[str]:
    if item.state is FollowUpState.PLANNED:
        return ("completion", "absence", "move")
    return ("correction",)


STAYING: Mapping[StayState, tuple[str, ...]] = {
    StayState.REQUESTED: ("offer", "refusal"),
    StayState.OFFERED: ("acceptance", "refusal"),
    StayState.ACCEPTED: ("start", "refusal"),
    StayState.STARTED: ("extension", "end"),
}


def stay(item: Stay, _: Member) -> Iterable[str]:
    return (*STAYING.get(item.state, ()), "withdrawal")


def rapid_test(item: RapidTest, _: Member) -> Iterator[str]:
    yield "correction" if item.result else "reading"
    last = item.confirmations[-1] if item.confirmations else None
    if last is None:
        yield from ("confirmation", "confirmation/refusal")
    elif last.result is None:
        yield from ("confirmation/result", "confirmation/refusal")
    else:
        yield from ("confirmation/result/telling", "confirmation/result/correction")
    yield "withdrawal"


def accompaniment(item: Accompaniment, _: Member) -> Iterable[str]:
    planned = item.state is AccompanimentState.PLANNED
    return ("completion", "refusal", "withdrawal") if planned else ("withdrawal",)


def relay(item: KnownRelay, _: Member) -> Iterable[str]:
    return () if item.started_on or item.declined_by else ("answer", "start")


def _while(is_open: Callable[[Any], bool], *names: str) -> Callable[[Any, Member], Iterable[str]]:
    return lambda item, _: names if is_open(item) else ()


@dataclass(frozen=True, slots=True)
class ActsOf:
    """Where the items of a kind stand, how addresses name one, and what can be done with it."""

    at: str
    named: str
    acts: Callable[[Any, Member], Iterable[str]]


ANY: Callable[[Any], bool] = lambda _: True
OPEN: Callable[[Any], bool] = lambda item: item.is_open
KINDS: Mapping[type, ActsOf] = {
    Right: ActsOf("rights/{right_id}", "right_id", right),
    Referral: ActsOf("referrals/{referral_id}", "referral_id", referral),
    Appointment: ActsOf("appointments/{appointment_id}", "appointment_id", appointment),
    FollowUp: ActsOf("follow-ups/{follow_up_id}", "follow_up_id", follow_up),
    Stay: ActsOf("stays/{stay_id}", "stay_id", stay),
    RapidTest: ActsOf("screening/tests/{test_id}", "test_id", rapid_test),
    Accompaniment: ActsOf("accompaniments/{accompaniment_id}", "accompaniment_id", accompaniment),
    KnownRelay: ActsOf("psychology/relays/{relay_id}", "relay_id", relay),
    Need: ActsOf("needs/{need_id}", "need_id", _while(OPEN, "closing", "withdrawal")),
    Goal: ActsOf("goals/{goal_id}", "goal_id", _while(OPEN, "achievement", "abandonment")),
    Obstacle: ActsOf(
        "obstacles/{obstacle_id}", "obstacle_id", _while(lambda one: not one.is_lifted, "lifting")
    ),
    Renunciation: ActsOf(
        "renunciations/{renunciation_id}",
        "renunciation_id",
        _while(lambda one: one.led_to is None, "outcome"),
    ),
    KnownDebt: ActsOf(
        "debts/{debt_id}",
        "debt_id",
        _while(lambda one: one.settled is None, "progress", "settlement", "withdrawal"),
    ),
    Given: ActsOf("sharing/consents/{consent_id}", "consent_id", _while(ANY, "withdrawal")),
    Objection: ActsOf("sharing/objections/{objection_id}", "objection_id", _while(ANY, "lifting")),
    ContactPoint: ActsOf(
        "contact-points/{contact_id}",
        "contact_id",
        lambda point, _: ("warning", "removal") if point.safe else ("removal",),
    ),
    WorkshopAttendance: ActsOf(
        "workshops/{attendance_id}",
        "attendance_id",
        _while(lambda one: one.came is None, "attendance", "withdrawal"),
    ),
}
