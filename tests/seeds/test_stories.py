from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TypeVar
from uuid import UUID

import pytest

from application.network import Network
from domain.kernel import DomainEvent, Fact
from domain.pathway.appointments.facts import (
    AppointmentAttended,
    AppointmentBooked,
    AppointmentMissed,
    AppointmentMoved,
)
from domain.pathway.appointments.words import AppointmentKind
from domain.pathway.household.facts import ChildLinked
from domain.pathway.opening import PathwayOpened
from domain.pathway.person import IdentityDeclared
from domain.pathway.referrals.facts import ReferralAccepted, ReferralRequested
from domain.pathway.referrals.words import Service
from domain.pathway.rights.facts import (
    RenewalFiled,
    RightApplicationFiled,
    RightApplicationStarted,
    RightOpened,
    RightRenewed,
    SupportingDocumentCollected,
)
from domain.rights.schemes import Scheme
from seeds.networks.founding import founding
from seeds.networks.networks import demo
from seeds.rules.shipped import shipped_rules
from seeds.stories.life import Telling
from seeds.stories.story import Story
from tests.fakes.event_log import EventLogInMemory

pytestmark = pytest.mark.xdist_group("stories")  # told once, for all of them
NOW = datetime(2026, 11, 21, 18, tzinfo=UTC)
F = TypeVar("F", bound=Fact)
PEOPLE = 150  # of each of the two networks
RULES = shipped_rules()

pytestmark = pytest.mark.xdist_group("stories")  # told once


@dataclass(frozen=True)
class Told:
    """A story, and the events that its commands were recorded as."""

    story: Story
    events: list[DomainEvent]

    def facts(self, kind: type[F]) -> list[F]:
        return [event.fact for event in self.events if isinstance(event.fact, kind)]


def network(log: EventLogInMemory) -> Network:
    return Network(log=log, clock=lambda: datetime.now(UTC), rules=RULES)


@pytest.fixture(scope="module")
def told() -> list[Told]:
    """Every story of the demo, taken through the use cases; a refusal fails every test."""
    founded = EventLogInMemory()
    for step in founding(demo()):
        step.take(network(founded))
    telling = Telling(seed=1, now=NOW)
    stories = [
        telling.story(programme.key, number)
        for programme in demo().networks
        for number in range(PEOPLE)
    ]
    return [Told(story, list(taken(story, after=founded.events))) for story in stories]


def taken(story: Story, *, after: list[DomainEvent]) -> Iterator[DomainEvent]:
    log = EventLogInMemory()
    log.events = list(after)
    for step in story.told():
        step.take(network(log))
    return iter(log.events[len(after) :])


def by_id(facts: Iterable[F], name: str) -> dict[UUID, list[F]]:
    grouped: dict[UUID, list[F]] = {}
    for fact in sorted(facts, key=lambda fact: fact.occurred_at):
        grouped.setdefault(getattr(fact, name), []).append(fact)
    return grouped


def test_three_hundred_pathways_of_fifteen_to_a_hundred_and_twenty_events(told: list[Told]) -> None:
    lengths = [len(one.events) for one in told]
    assert len(lengths) == 300
    assert min(lengths) >= 15
    assert max(lengths) <= 120
    assert sum(lengths) >= 12_000


def test_a_story_is_told_in_the_order_in_which_it_happened(told: list[Told]) -> None:
    for one in told:
        days = [event.fact.occurred_at for event in one.events]
        assert days == sorted(days)
        assert isinstance(one.events[0].fact, PathwayOpened)
        assert days[-1] <= NOW


def test_stories_cover_two_years(told: list[Told]) -> None:
    begins = [one.events[0].fact.occurred_at for one in told]
    assert NOW - min(begins) > timedelta(days=700)
    assert NOW - max(begins) < timedelta(days=90)


def test_people_work_on_working_days(told: list[Told]) -> None:
    weekend = [
        event
        for one in told
        for event in one.events
        if event.fact.occurred_at.astimezone(one.story.lead.zone).weekday() >= 5
    ]
    assert not weekend


def test_nobody_files_before_each_document_is_there(told: list[Told]) -> None:
    filed = [fact for one in told for fact in one.facts(RightApplicationFiled)]
    assert len(filed) > 300
    for one in told:
        collected = by_id(one.facts(SupportingDocumentCollected), "right_id")
        for fact in one.facts(RightApplicationFiled):
            assert not fact.missing
            assert collected[fact.right_id][0].occurred_at < fact.occurred_at


def test_a_right_is_opened_after_it_was_filed_and_for_as_long_as_the_law_says(
    told: list[Told],
) -> None:
    for one in told:
        filed = by_id(one.facts(RightApplicationFiled), "right_id")
        for fact in one.facts(RightOpened):
            assert filed[fact.right_id][0].occurred_at < fact.occurred_at
            assert fact.ends_on is None or fact.starts_on < fact.ends_on
            assert fact.ends_on is None or (fact.ends_on - fact.starts_on).days in {
                364, 365,  # AME, C2S, domiciliation: one year
                180, 181, 182, 183, 184,  # maternal centre: six months
                729, 730, 1094, 1095,  # long illness, disability: as decided
            }  # fmt: skip


def test_most_renewals_are_filed_inside_their_window_and_follow_without_a_hole(
    told: list[Told],
) -> None:
    renewals = [fact for one in told for fact in one.facts(RenewalFiled)]
    judged = [fact.in_time for fact in renewals]
    in_time, late = judged.count(True), judged.count(False)
    assert late >= 1
    assert in_time > 3 * late
    for one in told:
        periods: list[RightOpened | RightRenewed] = [
            *one.facts(RightOpened),
            *one.facts(RightRenewed),
        ]
        for following in by_id(periods, "right_id").values():
            for before, after in pairwise(following):
                assert before.ends_on is not None
                assert after.starts_on - before.ends_on == timedelta(days=1)


def test_nobody_attends_before_the_day_nor_moves_what_is_over(told: list[Told]) -> None:
    for one in told:
        times: list[AppointmentBooked | AppointmentMoved] = [
            *one.facts(AppointmentBooked),
            *one.facts(AppointmentMoved),
        ]
        ends: list[AppointmentAttended | AppointmentMissed] = [
            *one.facts(AppointmentAttended),
            *one.facts(AppointmentMissed),
        ]
        booked = by_id(times, "appointment_id")
        for fact in ends:
            last = booked[fact.appointment_id][-1]
            assert last.occurred_at < last.when.instant <= fact.occurred_at


def test_a_referral_is_answered_by_who_was_asked(told: list[Told]) -> None:
    for one in told:
        asked = by_id(one.facts(ReferralRequested), "referral_id")
        for fact in one.facts(ReferralAccepted):
            (request,) = asked[fact.referral_id]
            assert fact.accepted_by == (request.target_id or request.requested_by)


def test_children_are_told_of_after_they_are_born(told: list[Told]) -> None:
    children = 0
    for one in told:
        for fact in one.facts(ChildLinked):
            assert fact.child.born is not None
            assert fact.child.born.earliest <= fact.occurred_at.date()
            children += 1
    assert children > 100


def test_what_a_story_says_is_what_was_invented(told: list[Told]) -> None:
    for one in told:
        for fact in one.facts(IdentityDeclared):
            assert fact.identity.family_name == one.story.person.family


def test_the_same_seed_tells_the_same_story_and_another_seed_another() -> None:
    first, again, other = (
        [step.command for step in Telling(seed=seed, now=NOW).story("combrailles", 7).told()]
        for seed in (1, 1, 2)
    )
    assert first == again
    assert first != other


def test_c2s_begins_on_the_first_of_a_month(told: list[Told]) -> None:
    for one in told:
        started = by_id(one.facts(RightApplicationStarted), "right_id")
        for fact in one.facts(RightOpened):
            (application,) = started[fact.right_id]
            assert application.scheme is not Scheme.C2S or fact.starts_on.day == 1


def test_nothing_is_told_of_somebody_it_could_not_be_true_of(told: list[Told]) -> None:
    for one in told:
        person = one.story.person
        services = {fact.service for fact in one.facts(ReferralRequested)}
        kinds = {fact.kind for fact in one.facts(AppointmentBooked)}
        schemes = {fact.scheme for fact in one.facts(RightApplicationStarted)}
        if not person.woman:
            assert Service.MATERNITY_CARE not in services
            assert AppointmentKind.MATERNITY not in kinds
        if person.origin.country in {"FR", "PT", "RO"}:
            assert not {Service.AME_APPLICATION, Service.ASYLUM_SUPPORT} & services
            assert Scheme.AME not in schemes
        assert not {Scheme.AME, Scheme.C2S} <= schemes
