"""Sixty-four who ask at once for the last place: one has it, sixty-three are told why."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from threading import Barrier
from uuid import UUID

import pytest

from application.facilities.declare_capacity import DeclareCapacity, declare_capacity
from application.facilities.register_facility import RegisterFacility, register_facility
from application.network import Network
from application.stays.request_place import RequestPlace, request_place
from domain.facility.facility import Facility
from domain.facility.words import Days, FacilityKind, PlaceKind
from domain.members import Member, Profession
from domain.organisation.organisation import FOUNDER
from domain.pathway.pathway import Pathway
from domain.pathway.stays.stay import Stay
from domain.pathway.stays.words import PlaceAsk
from domain.refusals import DomainError
from infrastructure.composition import opened_store
from infrastructure.settings import Settings
from seeds.rules.shipped import shipped_place_rules, shipped_rules
from tests.application.network import Town
from tests.faults.storms import save
from tests.infrastructure.databases import installed

AT_ONCE = 64
SHELTERS = 50  # for twenty races each: a stream of its own for each of them
KIND = PlaceKind.FAMILY_UNIT
FIRST = date(2026, 1, 5)
NIGHTS = timedelta(days=7)
RULES = shipped_place_rules()


@dataclass(frozen=True, slots=True)
class Shelter:
    """A shelter with one place, and sixty-four people for whom it could be asked."""

    networks: tuple[Network, ...]  # each with a cache of its own, as several servers have
    facility_id: UUID
    pathways: tuple[UUID, ...]
    by: Member
    administrator: Member

    def another(self) -> "Shelter":
        """Another shelter with one place, for the same people."""
        opened = place_opened(self.networks[0], self.by, self.administrator)
        return replace(self, facility_id=opened)


def place_opened(network: Network, by: Member, administrator: Member) -> UUID:
    asked = RegisterFacility(
        organisation_id=FOUNDER, kind=FacilityKind.SOCIAL_SHELTER, name="Les Glycines"
    )
    register_facility(network, asked, administrator)
    one = DeclareCapacity(facility_id=asked.facility_id, kind=KIND, places=1, starts=FIRST)
    declare_capacity(network, one, by)
    return asked.facility_id


@contextmanager
def shelter_on(settings: Settings) -> Iterator[Shelter]:
    with ExitStack() as stack:
        stores = [stack.enter_context(opened_store(settings)) for _ in range(2)]
        networks = tuple(
            Network(log=store.log, clock=lambda: datetime.now(UTC), rules=shipped_rules())
            for store in stores
        )
        town = Town(networks[0])
        by = town.enrolled(FOUNDER, Profession.SOCIAL_WORKER)
        pathways = tuple(town.opened_by(by) for _ in range(AT_ONCE))
        opened = place_opened(networks[0], by, town.administrator)
        yield Shelter(networks, opened, pathways, by, town.administrator)


def races(shelter: Shelter, *, count: int) -> Counter[str]:
    """What each of all who asked was told; each race is for other nights."""
    told = Counter[str]()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for number in range(count):
            starts = FIRST + number * NIGHTS
            days = Days(starts=starts, until=starts + NIGHTS)
            start = Barrier(AT_ONCE)

            def ask(place: int, days: Days = days, start: Barrier = start) -> str:
                asked = PlaceAsk(facility_id=shelter.facility_id, kind=KIND, days=days)
                command = RequestPlace(pathway_id=shelter.pathways[place], ask=asked)
                network = shelter.networks[place % len(shelter.networks)]
                start.wait()
                try:
                    request_place(network, command, shelter.by, rules=RULES)
                except DomainError as refusal:
                    return refusal.code
                return "taken"

            answers = Counter(pool.map(ask, range(AT_ONCE)))
            assert answers["taken"] == 1, answers
            told += answers
    return told


def stays_of(network: Network, pathway_id: UUID) -> list[Stay]:
    return list(network.log.load(Pathway, pathway_id).stays.by_id.values())


def must_be_kept_once(shelter: Shelter, *, count: int) -> None:
    """On each night of each race one place is taken, and one stay says that it is theirs."""
    network = shelter.networks[0]
    places = network.log.load(Facility, shelter.facility_id).places
    taken = places.taken(KIND, network.clock())
    nights = [FIRST + number * NIGHTS / 7 for number in range(7 * count)]
    assert {taken.on(night) for night in nights} == {1}
    asked = [stay for one in shelter.pathways for stay in stays_of(network, one)]
    said = [stay for stay in asked if stay.facility_id == shelter.facility_id]
    assert {stay.id for stay in said} == set(places.by_stay)
    assert len(said) == count


def test_of_sixty_four_at_once_one_has_the_last_place_and_the_others_are_told(
    settings: Settings,
) -> None:
    with shelter_on(installed(settings)) as shelter:
        told = races(shelter, count=20)
        assert told == {"taken": 20, "no-place-left": 20 * (AT_ONCE - 1)}
        must_be_kept_once(shelter, count=20)


@pytest.mark.long
def test_a_thousand_times_sixty_four(settings: Settings) -> None:
    told = Counter[str]()
    with shelter_on(installed(settings)) as shelter:
        for _ in range(SHELTERS):
            another = shelter.another()
            told += races(another, count=20)
            must_be_kept_once(another, count=20)
    database = "sqlite" if settings.embedded else "postgres"
    save(f"last-place-{database}", dict(told))
    assert told == {"taken": 1_000, "no-place-left": 1_000 * (AT_ONCE - 1)}
