"""Who is told that two pathways may be of one person, and who is not."""

from collections.abc import Callable
from uuid import UUID

import pytest

from application.people.correct_identity import CorrectIdentity, correct_identity
from application.sharing.leave_circle import LeaveCircle, leave_circle
from application.sharing.object_to_recipient import ObjectToRecipient, object_to_recipient
from domain.data_classes import DataClass
from domain.members import Member, Profession
from domain.pathway.duplicates import FlagState, pair_id
from domain.pathway.person import CorrectionReason
from tests.application.duplicates.scene import ALIKE, AWA, Scene


def test_whoever_was_there_first_is_told_and_the_newcomer_is_not(scene: Scene) -> None:
    first, second = scene.person(scene.paul, AWA), scene.person(scene.ines, ALIKE)
    scene.match()
    (flag,) = scene.flags(first, scene.paul)
    assert (flag.other_id, flag.state) == (second, FlagState.POSSIBLE)
    assert scene.flags(second, scene.ines) == []
    assert len(scene.town.network.log.stream(second)) == 2  # nothing was recorded there at all


def test_whoever_looks_for_somebody_by_declaring_them_is_not_told(scene: Scene) -> None:
    probe = scene.person(scene.ines)
    first = scene.person(scene.paul, AWA)
    scene.match()
    scene.declared(probe, ALIKE, scene.ines)
    scene.match()
    assert scene.flags(probe, scene.ines) == []
    assert [flag.other_id for flag in scene.flags(first, scene.paul)] == [probe]
    correcting = CorrectIdentity(
        pathway_id=first,
        identity=AWA.model_copy(update={"birth_country": "SN"}),
        reason=CorrectionReason.DOCUMENT_SEEN,
    )
    correct_identity(scene.town.network, correcting, scene.paul)
    scene.match()  # what is told later by the others changes no sides
    assert scene.flags(probe, scene.ines) == []


def test_the_newcomer_is_told_of_a_pathway_that_they_take_part_in(scene: Scene) -> None:
    first = scene.person(scene.paul, AWA)
    scene.let_in(first, scene.ines, scene.paul)
    second = scene.person(scene.ines, ALIKE)
    scene.match()
    assert [flag.other_id for flag in scene.flags(second, scene.ines)] == [first]
    assert [flag.other_id for flag in scene.flags(first, scene.paul)] == [second]


def test_nothing_is_told_twice_however_often_the_history_is_read(scene: Scene) -> None:
    first = scene.person(scene.paul, AWA)
    scene.person(scene.ines, ALIKE)
    scene.match()
    before = len(scene.town.network.log.stream(first))
    for position in (0, 3):
        scene.matching.bookmark.at = position  # type: ignore[attr-defined] # the fake's
        scene.match()
    assert len(scene.town.network.log.stream(first)) == before


def test_what_lists_do_not_count_yet_waits(scene: Scene) -> None:
    first = scene.person(scene.paul, AWA)
    scene.person(scene.ines, ALIKE)
    scene.likenesses.held_at = 0
    scene.match()
    assert scene.flags(first, scene.paul) == []
    scene.likenesses.held_at = None
    scene.match()
    assert len(scene.flags(first, scene.paul)) == 1


def test_a_restored_older_history_is_read_again(scene: Scene) -> None:
    first = scene.person(scene.paul, AWA)
    scene.matching.bookmark.at = 10_000  # type: ignore[attr-defined] # the fake's
    scene.person(scene.ines, ALIKE)
    scene.match()
    scene.match()
    assert len(scene.flags(first, scene.paul)) == 1


Pair = tuple[UUID, UUID]


def hide_first(scene: Scene, pair: Pair) -> None:
    scene.noted(pair[0], scene.paul, DataClass.PROTECTION)


def hide_second(scene: Scene, pair: Pair) -> None:
    scene.noted(pair[1], scene.ines, DataClass.PROTECTION)


def unsafe_first(scene: Scene, pair: Pair) -> None:
    scene.reached(pair[0], scene.paul, safe=False)


def unsafe_second(scene: Scene, pair: Pair) -> None:
    scene.reached(pair[1], scene.ines, safe=False)


def the_newcomer_objects(scene: Scene, pair: Pair) -> None:
    """The person does not want the others to know of their second pathway."""
    whom = scene.paul.organisation_id
    objecting = ObjectToRecipient(pathway_id=pair[1], organisation_id=whom)
    object_to_recipient(scene.town.network, objecting, scene.ines)


def the_newcomer_objects_to_one(scene: Scene, pair: Pair) -> None:
    objecting = ObjectToRecipient(pathway_id=pair[1], member_id=scene.paul.id)
    object_to_recipient(scene.town.network, objecting, scene.ines)


@pytest.mark.parametrize(
    "what",
    [
        hide_first,
        hide_second,
        unsafe_first,
        unsafe_second,
        the_newcomer_objects,
        the_newcomer_objects_to_one,
    ],
)
def test_nobody_is_told_of_whom_may_be_sought_either_way(
    scene: Scene, what: Callable[[Scene, Pair], None]
) -> None:
    first, second = scene.person(scene.paul, AWA), scene.person(scene.ines, ALIKE)
    what(scene, (first, second))
    scene.match()
    assert scene.flags(first, scene.paul) == []
    assert scene.flags(second, scene.ines) == []


def test_a_member_kept_out_of_the_first_keeps_their_organisation_from_being_told(
    scene: Scene,
) -> None:
    first = scene.person(scene.paul, AWA)
    scene.let_in(first, scene.ines, scene.paul)
    objecting = ObjectToRecipient(pathway_id=first, member_id=scene.ines.id)
    object_to_recipient(scene.town.network, objecting, scene.paul)
    second = scene.person(scene.ines, ALIKE)
    scene.match()
    assert scene.flags(second, scene.ines) == []


def other_worker(scene: Scene, member: Member) -> Member:
    return scene.town.enrolled(member.organisation_id, Profession.MEDIATOR, name="Zoé Vidal")


def test_a_flag_is_of_the_organisation_of_the_referent_alone(scene: Scene) -> None:
    first = scene.person(scene.paul, AWA)
    scene.let_in(first, scene.ines, scene.paul)  # without a referent there
    third = other_worker(scene, scene.paul)
    newcomer = scene.person(third, ALIKE)
    scene.match()
    assert scene.flags(first, scene.ines) == []
    kinds = {entry.fact.topic for entry in scene.timeline(first, scene.ines)}
    assert "possible-duplicate-flagged" not in kinds
    assert pair_id(first, newcomer) == scene.flags(first, scene.paul)[0].id


def test_an_organisation_that_left_is_told_no_more(scene: Scene) -> None:
    first = scene.person(scene.paul, AWA)
    scene.let_in(first, scene.ines, scene.paul)
    leave_circle(scene.town.network, LeaveCircle(pathway_id=first), scene.paul)
    scene.person(scene.ines, ALIKE)
    scene.match()
    assert scene.flags(first, scene.paul) == []
