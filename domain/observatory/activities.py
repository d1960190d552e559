"""What organisations do beside pathways: sessions, days, workshops, and how many came.

Nobody is known in an activity. Somebody met without a name may have become a pathway since: they
are named here by the only pathway they may become, so that they are not counted twice.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple
from uuid import UUID

from domain.activity.activity import Activity
from domain.activity.words import ActivityKind, Happening
from domain.observatory.contributions import Contribution, Place, day_of
from domain.observatory.indicators import Indicator


class Nameless(NamedTuple):
    """Somebody met without a name, unless they have this pathway."""

    pathway_id: UUID
    contribution: Contribution


class Held(NamedTuple):
    """What one activity adds to the figures."""

    contributions: tuple[Contribution, ...]
    nameless: tuple[Nameless, ...]
    places: tuple[Place, ...]  # where it took place


NOTHING = Held((), (), ())


def held(activity: Activity) -> Held:
    """Nothing, where it was withdrawn."""
    holding = activity.holding
    if holding.withdrawn or holding.happening is None or holding.kind is None:
        return NOTHING
    day = day_of(holding.happening.starts_at)
    commune = holding.happening.commune
    return Held(
        tuple(_contributions(activity, holding.kind, holding.happening, day)),
        tuple(_nameless(activity)),
        (Place(day, commune),) if commune else (),
    )


def _contributions(
    activity: Activity, kind: ActivityKind, happening: Happening, day: date
) -> Iterator[Contribution]:
    by = activity.holding.held_by
    outreach = activity.outreach.kind
    yield Contribution(Indicator.ACTIVITIES, day, by, kind, outreach or "")
    yield from _came(activity, kind, day)
    if happening.kilometres is not None:
        yield Contribution(Indicator.ACTIVITY_KILOMETRES, day, by, kind, value=happening.kilometres)
    if happening.ends_at is not None:
        minutes = int((happening.ends_at - happening.starts_at).total_seconds()) // 60
        for member in happening.team:
            yield Contribution(Indicator.WORK_MINUTES, day, by, str(member), value=minutes)
    if health_day := activity.health_days.day:
        for test, people in health_day.tests.items():
            yield Contribution(Indicator.ANONYMOUS_TESTS, day, by, test, value=people)
        for service, people in health_day.orientations.items():
            yield Contribution(Indicator.ORIENTATIONS_PROPOSED, day, by, service, value=people)


def _came(activity: Activity, kind: ActivityKind, day: date) -> Iterator[Contribution]:
    """How many people came; those of several sessions of a workshop, each time."""
    came = Contribution(Indicator.ACTIVITY_PEOPLE, day, activity.holding.held_by, kind)
    if activity.health_days.day:
        yield came._replace(value=activity.health_days.day.people)
    if action := activity.preventions.action:
        yield came._replace(detail=action.theme, value=action.people)
    if training := activity.trainings.training:
        yield came._replace(value=sum(training.participants.values()))
    if workshop := activity.workshops.workshop:
        for session in activity.workshops.sessions.values():
            if session.held:
                on = day_of(session.starts_at)
                yield came._replace(day=on, detail=workshop.theme, value=session.came)
    if activity.contacts.people:
        yield came._replace(value=activity.contacts.people)


def _nameless(activity: Activity) -> Iterator[Nameless]:
    kind = activity.outreach.kind or activity.holding.kind or ""
    for contact in activity.contacts.nameless:
        met = Contribution(
            Indicator.NAMELESS_MET, day_of(contact.at), activity.holding.held_by, kind
        )
        yield Nameless(contact.pathway_id, met)
