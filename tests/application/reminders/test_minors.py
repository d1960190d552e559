"""Whether a minor's reminder goes to a parent; what is doubtful does not."""

from collections.abc import Callable
from uuid import UUID

import pytest

from application.household.allow_parental_contact import (
    AllowParentalContact,
    allow_parental_contact,
)
from application.household.end_parental_authority import (
    EndParentalAuthority,
    end_parental_authority,
)
from application.household.forbid_parental_contact import (
    ForbidParentalContact,
    forbid_parental_contact,
)
from application.household.keep_parents_away import KeepParentsAway, keep_parents_away
from application.household.stop_keeping_parents_away import (
    StopKeepingParentsAway,
    stop_keeping_parents_away,
)
from application.reminders.ports import DueState
from domain.dates import PartialDate
from domain.pathway.appointments.words import AppointmentKind, Meeting
from domain.pathway.contacts import ContactKind, ContactPoint
from domain.pathway.household.words import AuthorityEnd
from domain.pathway.reminders import SuppressionReason
from tests.application.reminders.house import INES, MOBILE, House, at
from tests.application.reminders.minors import (
    OF_THE_MOTHER,
    a_minor_with_a_mother,
    a_mother,
    born,
)
from tests.application.reminders.test_send_reminder import (
    THE_DAY_BEFORE,
    MovesAsItIsRead,
    suppressed,
)


def told(house: House) -> list[str]:
    return [letter.to for letter in house.postbox.letters]


def reminded(house: House, kind: AppointmentKind = AppointmentKind.MEDICAL) -> list[DueState]:
    house.book(at(14), Meeting(kind=kind, place="12 rue des Tilleuls", with_name="PASS"))
    house.plan()
    return house.work(THE_DAY_BEFORE)


def test_a_parent_is_told_for_a_minor_who_cannot_be_reached() -> None:
    house = House()
    a_minor_with_a_mother(house)
    reminded(house)
    assert told(house) == [OF_THE_MOTHER]


@pytest.mark.parametrize(
    "own", [MOBILE, ContactPoint(kind=ContactKind.EMAIL, reach="awa@personne.example")]
)
def test_a_minor_is_told_before_their_parents_by_whatever_channel(own: ContactPoint) -> None:
    house = House()
    a_minor_with_a_mother(house)
    house.reached_at(own)
    reminded(house)
    assert told(house) == [own.reach]


@pytest.mark.parametrize("kind", [AppointmentKind.SCREENING, AppointmentKind.PROTECTION])
def test_some_things_are_never_told_to_a_parent(kind: AppointmentKind) -> None:
    house = House()
    a_minor_with_a_mother(house)
    assert reminded(house, kind) == [DueState.TO_CALL]
    assert told(house) == []


def keeps_them_away(house: House, _: UUID) -> None:
    keep_parents_away(house.network, KeepParentsAway(pathway_id=house.pathway_id), INES)


def forbids_contact(house: House, mother: UUID) -> None:
    command = ForbidParentalContact(pathway_id=house.pathway_id, authority_id=mother)
    forbid_parental_contact(house.network, command, INES)


def ends_her_authority(house: House, mother: UUID) -> None:
    command = EndParentalAuthority(
        pathway_id=house.pathway_id, authority_id=mother, reason=AuthorityEnd.COURT_DECIDED
    )
    end_parental_authority(house.network, command, INES)


KEPT_FROM_HER = [keeps_them_away, forbids_contact, ends_her_authority]
Meanwhile = Callable[[House, UUID], None]


@pytest.mark.parametrize("meanwhile", KEPT_FROM_HER, ids=lambda one: one.__name__)
def test_a_parent_who_is_kept_away_is_never_told(meanwhile: Meanwhile) -> None:
    house = House()
    meanwhile(house, a_minor_with_a_mother(house))
    assert reminded(house) == [DueState.TO_CALL]
    assert told(house) == []
    assert suppressed(house) == [SuppressionReason.NO_SAFE_CHANNEL]


@pytest.mark.parametrize("meanwhile", KEPT_FROM_HER, ids=lambda one: one.__name__)
def test_a_parent_who_is_kept_away_just_before_the_sending_is_not_told(
    meanwhile: Meanwhile,
) -> None:
    house = House(log=MovesAsItIsRead())
    mother = a_minor_with_a_mother(house)
    assert isinstance(house.log, MovesAsItIsRead)
    house.book(at(14))
    house.plan()
    house.log.then = lambda: meanwhile(house, mother)
    assert house.work(THE_DAY_BEFORE) == [DueState.WAITING]
    assert house.work(at(10, 1, days=-1)) == [DueState.TO_CALL]
    assert told(house) == []


def test_the_wish_holds_for_a_parent_whose_contact_is_allowed_again() -> None:
    house = House()
    mother = a_minor_with_a_mother(house)
    forbids_contact(house, mother)
    keeps_them_away(house, mother)
    command = AllowParentalContact(pathway_id=house.pathway_id, authority_id=mother)
    allow_parental_contact(house.network, command, INES)
    assert reminded(house) == [DueState.TO_CALL]


def test_a_wish_that_was_taken_back_holds_no_more() -> None:
    house = House()
    keeps_them_away(house, a_minor_with_a_mother(house))
    command = StopKeepingParentsAway(pathway_id=house.pathway_id)
    stop_keeping_parents_away(house.network, command, INES)
    reminded(house)
    assert told(house) == [OF_THE_MOTHER]


MINORS = [born(years_ago=2), born(years_ago=17), born(years_ago=16, approximate=True)]
PERHAPS_OF_AGE = [born(years_ago=18), born(years_ago=17, approximate=True), born(years_ago=40)]


@pytest.mark.parametrize("age", MINORS)
def test_a_parent_is_told_of_whoever_is_a_minor_for_sure(age: PartialDate) -> None:
    house = House()
    a_minor_with_a_mother(house, age=age)
    reminded(house)
    assert told(house) == [OF_THE_MOTHER]


@pytest.mark.parametrize("age", PERHAPS_OF_AGE)
def test_a_parent_is_not_told_of_whoever_may_be_of_age(age: PartialDate) -> None:
    house = House()
    a_minor_with_a_mother(house, age=age)
    assert reminded(house) == [DueState.TO_CALL]


def test_a_parent_is_not_told_of_somebody_whose_age_nobody_knows() -> None:
    house = House()
    a_mother(house)
    assert reminded(house) == [DueState.TO_CALL]
