"""What an erasure leaves of stays: days that are counted, and nobody whose they are."""

from datetime import timedelta
from uuid import uuid4

from application.commands import Command
from domain.facility.taken import TakenState
from domain.facility.words import Days
from domain.kernel import Fact
from domain.pathway.erasing import ErasureReason
from domain.pathway.pathway import Pathway
from tests.application.stays.house import KIND, TODAY, House, life_of


class Erase(Command): ...


def erased(house: House, asked_until: int) -> House:
    """A house where somebody got that far, then was erased."""
    asked = house.asks(house.person())
    for command in life_of(asked)[:asked_until]:
        house.run(command)

    def erase(pathway: Pathway) -> Fact:
        return pathway.erasing.erase(
            erasure_id=uuid4(), reason=ErasureReason.PERSON_ASKED, at=house.hands.now
        )

    house.network.decide(Pathway, asked.pathway_id, erase, command=Erase(), by=None)
    assert house.stays(asked.pathway_id) == []
    house.follow()
    return house


def test_the_days_of_a_stay_stay_counted_until_the_last_that_was_agreed() -> None:
    house = erased(House(), 4)
    [place] = house.taken()
    assert (place.state, place.until) == (TakenState.OCCUPIED, TODAY + timedelta(days=7))
    week = Days(starts=TODAY, until=place.until)
    assert house.places.least_free(KIND, week, house.hands.now) == 0
    after = Days(starts=place.until, until=place.until + timedelta(days=1))
    assert house.places.least_free(KIND, after, house.hands.now) == 1


def test_a_place_that_was_only_held_is_free_by_itself() -> None:
    house = erased(House(), 2)
    assert len(house.taken()) == 1
    house.hands.now += timedelta(hours=73)
    assert house.taken() == []


def test_nothing_in_the_facilitys_stream_leads_to_a_pathway_or_to_who_decided() -> None:
    house = House()
    asked = house.asks(house.person())
    for command in life_of(asked):
        house.run(command)
    stream = house.network.log.stream(house.facility_id)
    on_places = [event for event in stream if event.fact.topic != "capacity-declared"]
    assert len(on_places) >= 5
    pathway = house.network.log.stream(asked.pathway_id)
    told = {event.command_id for event in pathway} | {asked.pathway_id}
    for event in on_places:
        assert (event.actor_id, event.organisation_id) == (None, None)
        assert event.command_id not in told
        assert event.fact.data_class.hides_its_kind
        assert str(asked.pathway_id) not in event.fact.model_dump_json()
