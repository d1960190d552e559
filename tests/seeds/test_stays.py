"""Places and stays of the demo, taken through the use cases."""

from datetime import UTC, datetime

import pytest

from application.network import Network
from domain.facility.facility import Facility
from domain.facility.register import FACILITIES, FacilityRegister
from domain.facility.taken import TakenState
from domain.facility.words import FacilityKind
from domain.pathway.pathway import Pathway
from domain.pathway.stays.facts import PlaceRequested
from domain.pathway.stays.stay import Stay, StayState
from seeds.loading import Plan, load_networks, load_people, load_stays
from seeds.rules.shipped import shipped_rules
from tests.fakes.event_log import EventLogInMemory

NOW = datetime(2026, 11, 21, 18, tzinfo=UTC)
PLAN = Plan(people=40, now=NOW)

pytestmark = pytest.mark.xdist_group("stories")


@pytest.fixture(scope="module")
def log() -> EventLogInMemory:
    log = EventLogInMemory()
    network = Network(log=log, clock=lambda: NOW, rules=shipped_rules())
    load_networks(network)
    persons = [person for person in PLAN.persons() if person[0] == "croix_rouge"]
    load_people(network, PLAN, persons, told=lambda _: None, threads=1)
    load_stays(network, PLAN)
    before = len(log.events)
    load_stays(network, PLAN)
    assert len(log.events) == before, "a step that was taken is taken once"
    return log


@pytest.fixture(scope="module")
def stays(log: EventLogInMemory) -> list[Stay]:
    asked = [event for event in log.events if isinstance(event.fact, PlaceRequested)]
    pathways = dict.fromkeys(event.originator_id for event in asked)
    return [stay for one in pathways for stay in log.load(Pathway, one).stays.by_id.values()]


def test_the_facilities_are_those_of_the_programme_shrunk(log: EventLogInMemory) -> None:
    known = log.load(FacilityRegister, FACILITIES).facilities.by_id.values()
    kinds = [facility.kind for facility in known]
    assert kinds.count(FacilityKind.MATERNAL_CENTRE) == 5
    assert FacilityKind.SOCIAL_SHELTER in kinds
    assert FacilityKind.PARENTHOOD_SUPPORT in kinds


def test_some_ask_some_stay_some_left_and_some_went_elsewhere(stays: list[Stay]) -> None:
    states = {stay.state for stay in stays}
    assert states >= {
        StayState.REQUESTED,
        StayState.STARTED,
        StayState.ENDED,
        StayState.DECLINED,
    }
    assert len(stays) >= 5


def test_each_stay_that_began_has_its_place(log: EventLogInMemory, stays: list[Stay]) -> None:
    for stay in stays:
        place = log.load(Facility, stay.facility_id).places.by_stay[stay.id]
        if stay.state is StayState.STARTED:
            assert (place.state, place.until) == (TakenState.OCCUPIED, stay.until)
        if stay.state is StayState.ENDED:
            assert (place.state, place.until) == (TakenState.ENDED, stay.until)
