from typing import Any
from uuid import UUID

import pytest

from domain.data_classes import DataClass
from domain.dates import PartialDate
from domain.kernel import Fact
from domain.likeness import Signs, keeps_apart
from domain.pathway.contacts import (
    ContactKind,
    ContactPoint,
    ContactPointAdded,
    ContactPointRemoved,
    RemovalReason,
)
from domain.pathway.contacts import ContactPointFoundUnsafe as FoundUnsafe
from domain.pathway.notes import NoteAdded
from domain.pathway.person import Identity, IdentityDeclared
from tests.domain.pathway.people import MARCH_5, NOTE, RELAIS, opened
from tests.domain.scenario import known

PHONE = UUID("cccccccc-0000-4000-8000-00000000000a")


def declared(given: str | None, family: str | None, born: str = "", **said: Any) -> Fact:
    parts = dict(
        zip(("year", "month", "day"), map(int, filter(None, born.split("-"))), strict=False)
    )
    birth = PartialDate(**parts, **said) if parts else None  # type: ignore[arg-type] # parsed
    identity = Identity(given_names=given, family_name=family, born=birth)
    return IdentityDeclared(occurred_at=MARCH_5, identity=identity)


def reached(number: str = "+33600000001", *, safe: bool = True) -> ContactPointAdded:
    point = ContactPoint(kind=ContactKind.MOBILE, reach=number, safe=safe)
    return ContactPointAdded(occurred_at=MARCH_5, contact_id=PHONE, point=point)


def signs(*facts: Fact) -> Signs:
    pathway = known(opened(), *facts)
    return Signs.of(pathway.person, pathway.contacts)


AWA = declared("Awa", "Diallo", "1990-05-12")


@pytest.mark.parametrize(
    "other",
    [
        declared("Awa", "Diallo", "1990-05-12"),
        declared("DIALLO", "Awa", "1990-05-12"),  # which is which is often mistaken
        declared("Hawa Marie", "Djallo-Ba", "1990-05-12"),
        declared("Awa", "Jallow", "1990"),  # of whom the year alone is known
        declared("Awa", "Diallo", "1990-01-01"),  # which is written where the day is unknown
        declared("Awa", "Diallo", "1990-05-12", approximate=True),
    ],
)
def test_names_that_sound_alike_and_a_birth_date_are_a_sign(other: Fact) -> None:
    assert signs(AWA).are_like(signs(other))
    assert signs(other).are_like(signs(AWA))


@pytest.mark.parametrize(
    "other",
    [
        declared("Awa", "Diallo"),
        declared("Awa", "Diallo", "1990-05-13"),
        declared("Awa", "Diallo", "1991"),
        declared("Awa", "Traoré", "1990-05-12"),
        declared("Awa", None, "1990-05-12"),
    ],
)
def test_less_than_that_is_none(other: Fact) -> None:
    assert not signs(AWA).are_like(signs(other))


def test_a_telephone_is_a_sign_with_a_first_name_or_a_birth_date() -> None:
    mine = signs(AWA, reached())
    assert mine.are_like(signs(reached()))  # called Awa
    assert mine.are_like(signs(declared("Binta", "Sow", "1990-05-12"), reached()))
    assert not signs(AWA).are_like(signs(reached()))


def test_a_family_that_shares_its_name_and_its_telephone_is_not_one_person() -> None:
    child = known(declared("Fanta", "Diallo", "2019-02-03"), reached())
    assert not signs(AWA, reached()).are_like(Signs.of(child.person, child.contacts))


def protected() -> NoteAdded:
    return NoteAdded(
        occurred_at=MARCH_5,
        data_class=DataClass.PROTECTION,
        note_id=NOTE,
        written_by=RELAIS,
        text="Elle se cache.",
    )


@pytest.mark.parametrize(
    "facts",
    [
        (protected(),),
        (reached(safe=False),),
        (reached(), FoundUnsafe(occurred_at=MARCH_5, contact_id=PHONE)),
        (
            reached(safe=False),
            ContactPointRemoved(
                occurred_at=MARCH_5, contact_id=PHONE, reason=RemovalReason.NO_LONGER_WORKS
            ),
        ),
    ],
)
def test_whoever_may_be_sought_is_kept_apart_for_good(facts: tuple[Fact, ...]) -> None:
    pathway = known(opened())
    assert not keeps_apart(pathway.next([opened(), AWA, reached()]))
    assert keeps_apart(pathway.next([opened(), AWA, *facts]))
