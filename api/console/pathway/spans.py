"""What the band shows: rights with their gaps, referrals and appointments, each as days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from api.console.pathway.telling import Telling
from api.languages.words import phrase
from application.pathways.read_pathway import PathwaySeen
from domain.dates import DAY
from domain.kernel import DomainEvent
from domain.pathway.appointments.appointment import Appointment
from domain.pathway.appointments.words import Attendance
from domain.pathway.referrals.facts import ReferralAccepted, ReferralRejected
from domain.pathway.referrals.referral import Referral, ReferralState
from domain.pathway.rights.facts import CoverageGapClosed, CoverageGapOpened
from domain.rights.periods import Period
from domain.rights.schemes import Cover, Scheme

NEVER_SENT = {ReferralState.DRAFT, ReferralState.ENTERED_IN_ERROR}


class Row(StrEnum):
    RIGHTS = "rights"
    REFERRALS = "referrals"
    APPOINTMENTS = "appointments"


class Kind(StrEnum):
    """How it is drawn."""

    OPEN = "open"
    GAP = "gap"
    ANSWERED = "answered"
    WAITING = "waiting"
    OVER = "over"  # a referral that came to its end without an answer
    KEPT = "kept"
    MISSED = "missed"
    TO_COME = "to-come"
    CALLED_OFF = "called-off"
    NOT_SAID = "not-said"  # past, and nobody said whether the person went


@dataclass(frozen=True, slots=True)
class Span:
    row: Row
    lane: str  # what stands on one line, as long as it does not overlap
    kind: Kind
    starts: date
    ends: date | None  # its last day; None: it goes on
    what: str
    state: str  # what became of it, in a few words

    @property
    def words(self) -> str:
        return f"{self.what}: {self.state}"


OF_ATTENDANCE = {
    Attendance.ATTENDED: (Kind.KEPT, phrase("kept, on %(day)s")),
    Attendance.MISSED: (Kind.MISSED, phrase("missed, on %(day)s")),
    Attendance.EXCUSED: (Kind.CALLED_OFF, phrase("called off by the person, on %(day)s")),
    Attendance.REVOKED: (Kind.CALLED_OFF, phrase("called off by the service, on %(day)s")),
}


def spans_of(seen: PathwaySeen, telling: Telling) -> list[Span]:
    """All that there is to show, whenever it was; oldest first in each row."""
    pathway = seen.pathway
    rights = [
        _right(right.scheme, period, telling)
        for right in pathway.rights.by_id.values()
        for period in right.periods
    ]
    answered = answers_among(seen.events, telling)
    referrals = [
        _referral(one, answered.get(one.id), telling)
        for one in pathway.referrals.by_id.values()
        if one.state not in NEVER_SENT
    ]
    appointments = [_appointment(one, telling) for one in pathway.appointments.by_id.values()]
    found = [*rights, *_gaps(seen.events, telling), *referrals, *appointments]
    return sorted(found, key=lambda span: (list(Row).index(span.row), span.starts))


def gaps_among(events: Iterable[DomainEvent]) -> dict[tuple[Cover, date], int | None]:
    """Days of each gap in a cover, by its first day, as told; None while it lasts.

    They are taken from what was told, never worked out: a right that the reader does not see may
    well cover those days.
    """
    found: dict[tuple[Cover, date], int | None] = {}
    for event in events:
        match event.fact:
            case CoverageGapOpened() as opened:
                found[opened.cover, opened.starts_on] = None
            case CoverageGapClosed() as closed:
                found[closed.cover, closed.starts_on] = closed.days
    return {gap: days for gap, days in found.items() if days != 0}


def answers_among(events: Iterable[DomainEvent], telling: Telling) -> dict[object, date]:
    """The day each referral was answered, where it was."""
    return {
        event.fact.referral_id: telling.local(event.fact.occurred_at)
        for event in events
        if isinstance(event.fact, ReferralAccepted | ReferralRejected)
    }


def _right(scheme: Scheme, period: Period, telling: Telling) -> Span:
    what = telling.label(scheme)
    if period.ends_on is None:
        state = telling.gettext(
            "from %(first)s, no end is known", first=telling.day(period.starts_on)
        )
    else:
        days = {"first": telling.day(period.starts_on), "last": telling.day(period.ends_on)}
        state = telling.gettext("from %(first)s to %(last)s", **days)
    lane = scheme.cover or scheme
    return Span(Row.RIGHTS, lane, Kind.OPEN, period.starts_on, period.ends_on, what, state)


def _gaps(events: Iterable[DomainEvent], telling: Telling) -> Iterator[Span]:
    for (cover, first), days in gaps_among(events).items():
        what = telling.gettext(COVERS[cover])
        if days is None:
            if first <= telling.today:
                yield Span(Row.RIGHTS, cover, Kind.GAP, first, None, what, _lasting(first, telling))
            continue
        state = telling.ngettext("%(num)s day without", "%(num)s days without", days)
        last = first + DAY * (days - 1)
        yield Span(Row.RIGHTS, cover, Kind.GAP, first, last, what, state)


def _lasting(first: date, telling: Telling) -> str:
    return telling.ngettext(
        "none since %(first)s: %(num)s day",
        "none since %(first)s: %(num)s days",
        (telling.today - first).days + 1,
        first=telling.day(first),
    )


COVERS = {
    Cover.BASIC: phrase("Health cover"),
    Cover.COMPLEMENTARY: phrase("Complementary health cover"),
}


def _referral(referral: Referral, answered: date | None, telling: Telling) -> Span:
    sent = telling.local(referral.requested_at or referral.since)
    what = f"{telling.label(referral.service)}, {_target(referral, telling)}"
    first = telling.gettext("sent on %(day)s", day=telling.day(sent))
    if answered is not None:
        kind, ends = Kind.ANSWERED, answered
        then = telling.gettext("answered on %(day)s", day=telling.day(answered))
    elif referral.state is ReferralState.REQUESTED:
        kind, ends, then = Kind.WAITING, None, telling.gettext("waiting for an answer")
    else:
        kind, ends, then = Kind.OVER, telling.local(referral.since), telling.label(referral.state)
    lane = Row.REFERRALS
    return Span(Row.REFERRALS, lane, kind, sent, ends, what, f"{first}, {then}")


def _target(referral: Referral, telling: Telling) -> str:
    if referral.target_id:
        return telling.name(referral.target_id)
    return referral.outside_service or telling.gettext("outside service")


def _appointment(appointment: Appointment, telling: Telling) -> Span:
    day = appointment.when.wall.date()
    kind, words = OF_ATTENDANCE.get(appointment.attendance) or _awaited(appointment, telling)
    what, state = telling.label(appointment.kind), telling.gettext(words, day=telling.day(day))
    return Span(Row.APPOINTMENTS, Row.APPOINTMENTS, kind, day, day, what, state)


def _awaited(appointment: Appointment, telling: Telling) -> tuple[Kind, str]:
    if appointment.when.instant >= telling.now:
        return Kind.TO_COME, phrase("to come, on %(day)s")
    return Kind.NOT_SAID, phrase("on %(day)s; nobody said whether it was kept")
