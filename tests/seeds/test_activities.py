"""What the demo's organisations do beside their pathways, taken through the use cases."""

from datetime import UTC, datetime, timedelta

import pytest

from application.network import Network
from domain.activity.activity import Activity
from domain.activity.words import ActivityKind
from domain.data_classes import DataClass
from domain.kernel import DomainEvent
from domain.pathway.workshops import WorkshopAttended, WorkshopJoined
from seeds.activities.gathering import is_followed
from seeds.loading import Person, Plan, load_activities, load_networks, load_people
from seeds.networks.networks import demo
from seeds.networks.team import Team
from seeds.rules.shipped import shipped_rules
from seeds.stories.life import Telling
from seeds.stories.story import Story
from tests.fakes.event_log import EventLogInMemory

NOW = datetime(2026, 11, 21, 18, tzinfo=UTC)
PLAN = Plan(people=40, now=NOW)
CROIX_ROUGE = next(one for one in demo().networks if one.key == "croix_rouge")

pytestmark = pytest.mark.xdist_group("stories")


def who_may_come() -> list[Person]:
    """Those met by organisations that hold workshops, and two whom a team meets again outside."""
    telling = Telling(seed=PLAN.seed, now=PLAN.now)
    houses = Team.of(CROIX_ROUGE).houses
    holding = {houses[key].id for key in ("centre-maternel", "parentalite")}
    ours = [(key, number) for key, number in PLAN.persons() if key == CROIX_ROUGE.key]
    outside = [person for person in PLAN.persons() if _is_met_again(telling.story(*person))]
    return [*(one for one in ours if telling.story(*one).lead.id in holding), *outside[:2]]


def _is_met_again(story: Story) -> bool:
    return story.network.key == "combrailles" and is_followed(story, NOW - timedelta(days=150))


@pytest.fixture(scope="module")
def log() -> EventLogInMemory:
    log = EventLogInMemory()
    network = Network(log=log, clock=lambda: NOW, rules=shipped_rules())
    load_networks(network)
    load_people(network, PLAN, who_may_come(), told=lambda _: None, threads=1)
    load_activities(network, PLAN)
    before = len(log.events)
    load_activities(network, PLAN)
    assert len(log.events) == before, "a step that was taken is taken once"
    return log


@pytest.fixture(scope="module")
def activities(log: EventLogInMemory) -> list[Activity]:
    begun = {
        event.originator_id: None for event in log.events if type(event.fact) in Activity.readers
    }
    return [log.load(Activity, activity_id) for activity_id in begun]


def facts(log: EventLogInMemory, kind: type) -> list[DomainEvent]:
    return [event for event in log.events if isinstance(event.fact, kind)]


def test_each_kind_of_activity_is_there(activities: list[Activity]) -> None:
    told = {activity.holding.kind for activity in activities}
    assert told == set(ActivityKind)


def test_most_people_are_met_nameless_and_a_few_are_known(activities: list[Activity]) -> None:
    sessions = [activity for activity in activities if activity.outreach.kind]
    assert len(sessions) == 16
    met = [(len(one.contacts.nameless), one.contacts.people) for one in sessions]
    assert all(nameless >= 5 for nameless, _ in met)
    assert any(people > nameless for nameless, people in met)
    assert all(one.tallies.of(one.contacts.people) for one in sessions)


def test_people_come_to_workshops_by_name_and_without_one(
    log: EventLogInMemory, activities: list[Activity]
) -> None:
    sessions = [one for activity in activities for one in activity.workshops.by_time()]
    assert sum(session.held for session in sessions) >= 8
    assert any(not session.held for session in sessions), "one is to come"
    assert sum(session.known_came for session in sessions) == len(facts(log, WorkshopAttended))
    assert sum(len(session.known) for session in sessions) == len(facts(log, WorkshopJoined)) > 5
    assert any(session.held and session.nameless for session in sessions)
    assert any(session.children for session in sessions)


def test_who_comes_is_told_with_the_class_of_the_theme(log: EventLogInMemory) -> None:
    classes = {event.fact.data_class for event in facts(log, WorkshopJoined)}
    assert classes == {DataClass.HEALTH, DataClass.SOCIAL}


def test_no_session_has_more_people_than_places(activities: list[Activity]) -> None:
    for activity in activities:
        for session in activity.workshops.by_time():
            assert session.taken <= activity.workshops.must_be_workshop().places
