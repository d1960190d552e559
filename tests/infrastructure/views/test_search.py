from sqlalchemy import select

from domain.pathway.person import (
    CalledOtherwise,
    CorrectionReason,
    Identity,
    IdentityCorrected,
    IdentityDeclared,
)
from infrastructure.views.tables import names
from tests.domain.pathway.people import CCAS, MARCH_5
from tests.infrastructure.views.scene import AWA, BINTA, CLEO, INES, ROSE, Scene, joined, opened

N_DIAYE = IdentityDeclared(
    occurred_at=MARCH_5, identity=Identity(given_names="Awa Élise", family_name="N’Diaye")
)


def test_a_name_is_found_however_it_is_spelt(scene: Scene) -> None:
    scene.tell(AWA, opened("Mimi"), N_DIAYE)
    scene.project()
    for spelling in ("mimi", "NDIAYE", "n'diaye", "Elise", "élise ndiaye", "ndia", "awa ndi"):
        assert scene.named(INES, spelling) == [AWA], spelling


def test_one_or_two_letters_find_only_names_as_short(scene: Scene) -> None:
    scene.tell(AWA, opened("Mimi"))
    scene.tell(BINTA, opened("Mi"))
    scene.project()
    assert scene.named(INES, "mi") == [BINTA]


def test_other_names_are_not_found(scene: Scene) -> None:
    scene.tell(AWA, opened("Mimi"), N_DIAYE)
    scene.project()
    for other in ("diaye", "ndiayes", "awa binta", "elisabeth", "", "-"):
        assert scene.named(INES, other) == [], other


def test_the_whole_word_comes_before_its_beginning(scene: Scene) -> None:
    scene.tell(AWA, opened("Marianne"))
    scene.tell(BINTA, opened("Mari"))
    scene.project()
    assert scene.named(INES, "mari") == [BINTA, AWA]


def test_a_name_that_was_corrected_is_not_found_any_more(scene: Scene) -> None:
    corrected = IdentityCorrected(
        occurred_at=MARCH_5,
        identity=Identity(family_name="Diop"),
        corrects=2,
        reason=CorrectionReason.MISTYPED,
    )
    scene.tell(AWA, opened("Mimi"), N_DIAYE)
    scene.project()
    scene.tell(AWA, corrected)
    scene.project()
    assert scene.named(INES, "ndiaye") == []
    assert scene.named(INES, "diop") == [AWA]


def test_a_name_that_just_changed_decides_before_the_view_does(scene: Scene) -> None:
    scene.tell(AWA, opened("Mimi"))
    scene.project()
    scene.tell(AWA, CalledOtherwise(occurred_at=MARCH_5, called="Nana"))
    assert scene.named(INES, "mimi") == []


def test_only_pathways_of_the_circle_are_found(scene: Scene) -> None:
    scene.tell(AWA, opened("Mimi"))
    scene.tell(BINTA, opened("Mimi"), joined(CCAS))
    scene.tell(CLEO, opened("Mimi", by=ROSE))
    scene.project()
    assert scene.named(INES, "mimi") == [AWA, BINTA]
    assert scene.named(ROSE, "mimi") == [BINTA, CLEO]


def test_no_word_is_in_the_table(scene: Scene) -> None:
    scene.tell(AWA, opened("Mimi"), joined(CCAS))
    scene.project()
    with scene.engine.connect() as connection:
        tokens = connection.scalars(select(names.c.token)).all()
    assert len(set(tokens)) == 4  # a word and its beginning, for each of two organisations
    assert not any(b"mim" in token.lower() for token in tokens)
