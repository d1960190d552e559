"""Pathways are found by blinded signs, in memory and in tables alike."""

import pytest

from application.views.likenesses import Likenesses
from domain.data_classes import DataClass
from domain.dates import PartialDate
from domain.likeness import Signs
from domain.pathway.erasing import ErasureReason, PersonalDataErased
from domain.pathway.person import Identity, IdentityDeclared
from infrastructure.views.likenesses import LikenessTable
from tests.domain.pathway.people import MARCH_5
from tests.domain.scenario import known
from tests.fakes.likenesses import LikenessesInMemory
from tests.infrastructure.views.scene import AWA, BINTA, CLEO, Scene, booked, opened

NAMED = IdentityDeclared(
    occurred_at=MARCH_5,
    identity=Identity(
        given_names="Awa", family_name="Diallo", born=PartialDate(year=1990, month=5, day=12)
    ),
)
SIGNS = sorted(Signs.of(known(NAMED).person, known(NAMED).contacts).asked)


@pytest.fixture(params=["memory", "tables"])
def likenesses(request: pytest.FixtureRequest, scene: Scene) -> Likenesses:
    if request.param == "memory":
        return LikenessesInMemory(scene.log)
    return LikenessTable(scene.engine, scene.blinds)


def test_those_with_one_of_the_signs_are_found(scene: Scene, likenesses: Likenesses) -> None:
    for pathway_id in (AWA, BINTA):
        scene.tell(pathway_id, opened(), NAMED)
    scene.tell(CLEO, opened())
    scene.project()
    assert list(likenesses.having(SIGNS, at_most=20)) == [AWA, BINTA]
    assert list(likenesses.having(SIGNS, at_most=1)) == [AWA]
    assert list(likenesses.having([], at_most=20)) == []
    assert likenesses.position() == scene.log.head()


def test_nobody_finds_who_may_be_sought_or_was_erased(scene: Scene, likenesses: Likenesses) -> None:
    scene.tell(AWA, opened(), NAMED)
    scene.tell(BINTA, opened(), NAMED)
    scene.project()
    scene.tell(AWA, booked(data_class=DataClass.PROTECTION))
    scene.tell(
        BINTA,
        PersonalDataErased(occurred_at=MARCH_5, erasure_id=CLEO, reason=ErasureReason.PERSON_ASKED),
    )
    scene.project()
    assert list(likenesses.having(SIGNS, at_most=20)) == []


def test_no_sign_is_kept_in_clear(scene: Scene) -> None:
    scene.tell(AWA, opened(), NAMED)
    scene.project()
    rows = scene.rows()["likenesses"]
    assert len(rows) == 2  # of one pair of names: to the day, and within the year
    assert not any(b"1990" in bytes(row[1]) for row in rows)  # type: ignore[call-overload] # a token
