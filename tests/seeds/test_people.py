import re
from datetime import date

from seeds.chance import Chance
from seeds.people.inventing import Audience, InventedPerson, invent
from seeds.people.origins import origins

TODAY = date(2026, 11, 21)
EVERYWHERE = Audience(origins=dict.fromkeys(origins(), 1), women=0.6, ages=(15, 80))


def somebody(number: int) -> InventedPerson:
    return invent(number, audience=EVERYWHERE, chance=Chance.of("test", number), today=TODAY)


EVERYBODY = [somebody(number) for number in range(500)]


def test_the_same_chance_invents_the_same_person() -> None:
    assert [somebody(number) for number in range(500)] == EVERYBODY
    assert len({(person.given, person.family, person.born) for person in EVERYBODY}) > 480


def test_nobody_can_be_rung_or_written_to() -> None:
    numbers = [person.mobile for person in EVERYBODY if person.mobile]
    assert all(re.fullmatch(r"\+3363998\d{4}", number) for number in numbers)  # kept for fiction
    assert len(set(numbers)) == len(numbers)
    assert all(person.email.endswith("@example.org") for person in EVERYBODY if person.email)


def test_people_come_from_france_overseas_and_abroad() -> None:
    keys = {person.origin.key for person in EVERYBODY}
    assert {"auvergne", "reunion", "guadeloupe", "guyane", "mayotte", "ukraine"} <= keys
    assert len({person.language for person in EVERYBODY}) >= 10


def test_who_does_not_speak_french_needs_an_interpreter() -> None:
    assert all(person.needs_interpreter == (person.language != "fr") for person in EVERYBODY)


def test_ages_are_those_of_the_audience() -> None:
    ages = [person.age_on(TODAY) for person in EVERYBODY]
    assert min(ages) >= 15
    assert max(ages) <= 80


def test_children_are_minors_born_when_their_parent_could_have_them() -> None:
    families = [person for person in EVERYBODY if person.children]
    assert len(families) > 100
    for person in families:
        births = [child.born for child in person.children]
        assert births == sorted(births)
        assert all(date(2008, 11, 20) < born <= TODAY for born in births)
        assert all((born - person.born).days >= 16.9 * 365 for born in births)


def test_no_name_is_short_enough_to_be_met_by_chance_in_a_dump() -> None:
    families = [family for origin in origins().values() for family in origin.families]
    assert all(len(family.encode()) >= 7 for family in families)
