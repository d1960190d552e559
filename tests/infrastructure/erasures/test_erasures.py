"""A person is erased for good: nobody sees them, no list has them, no older copy opens."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from application.erasures.approve_erasure import ApproveErasure, approve_erasure
from application.erasures.erase_entry import EraseEntry, erase_entry
from application.erasures.ports import ErasureState
from application.erasures.read_erasure import read_erasure
from application.erasures.refusals import (
    ErasureAlreadyApproved,
    ErasureNotYoursToApprove,
    ErasureUnknown,
)
from application.erasures.resume_erasures import resume_erasures
from application.people.call_otherwise import CallOtherwise, call_otherwise
from domain.erasure import Erased
from domain.pathway.erasing import PersonalDataErased
from domain.pathway.notes import NoteAdded
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pathway import Pathway
from domain.pathway.wrong_file import EntryUnknown, FactRecordedInWrongFile
from infrastructure.backup.backup import backup
from infrastructure.backup.errors import WouldLose
from infrastructure.backup.restore import restore
from infrastructure.settings import Settings
from tests.fakes.traces import TracesInMemory
from tests.infrastructure.backup.conftest import elsewhere  # noqa: F401 (a fixture)
from tests.infrastructure.databases import installed
from tests.infrastructure.erasures.scene import INES, INES_ACCOUNT, PAUL, Scene, scene_on

ON_ONE = pytest.mark.parametrize("settings", ["sqlite"], indirect=True)


@pytest.fixture
def scene(settings: Settings) -> Iterator[Scene]:
    with scene_on(installed(settings)) as scene:
        yield scene


def facts(scene: Scene, pathway_id: UUID) -> list[object]:
    return [type(event.fact) for event in scene.store.log.stream(pathway_id)]


def test_from_the_approval_on_nobody_knows_of_the_person(scene: Scene) -> None:
    awa, binta = scene.person(), scene.person("Binta")
    erasure = scene.approved(scene.asked(awa))
    assert (erasure.state, erasure.facts) == (ErasureState.RECORDED, 3)
    with pytest.raises(PathwayNotOpened):
        scene.network.pathway_known_to(INES, awa)
    with pytest.raises(PathwayNotOpened):
        call_otherwise(scene.network, CallOtherwise(pathway_id=awa, called="Aya"), INES)
    assert facts(scene, awa)[-1] is PersonalDataErased
    assert scene.network.pathway_known_to(INES, binta).person.called == "Binta"


def test_the_rest_completes_and_is_certified(scene: Scene) -> None:
    awa, binta = scene.person(), scene.person("Binta")
    scene.project()
    shredder = scene.erasing.shredder
    assert shredder.rows_of(awa) == scene.rows_left(awa) > 2
    scene.approved(scene.asked(awa))
    (erasure,) = resume_erasures(scene.erasing)
    assert erasure.state is ErasureState.CERTIFIED
    assert (erasure.facts, erasure.keys, erasure.epoch, erasure.certified_epoch) == (3, 3, 1, 2)
    assert erasure.rows > 2
    assert shredder.rows_of(awa) == scene.rows_left(awa) == 0
    assert facts(scene, awa) == [Erased] * 4
    assert scene.store.log.load(Pathway, awa).erasing.done
    assert scene.network.pathway_known_to(INES, binta).person.called == "Binta"
    assert resume_erasures(scene.erasing) == []
    assert scene.person("Chloé")  # keys are made and used under the new epoch


def test_what_members_were_told_of_goes_with_it(scene: Scene) -> None:
    awa = scene.person()
    scene.project()
    before = scene.erasing.shredder.rows_of(awa)
    scene.told_to_ines(awa)
    assert scene.erasing.shredder.rows_of(awa) == before + 1
    scene.approved(scene.asked(awa))
    resume_erasures(scene.erasing)
    assert scene.erasing.shredder.rows_of(awa) == 0


def test_one_rotation_serves_several_erasures(scene: Scene) -> None:
    for name in ("Awa", "Binta"):
        scene.approved(scene.asked(scene.person(name)))
    assert [one.certified_epoch for one in resume_erasures(scene.erasing)] == [2, 2]


@ON_ONE
def test_nobody_approves_what_they_asked_for_themselves(scene: Scene) -> None:
    erasure = scene.asked(scene.person())
    command = ApproveErasure(pathway_id=erasure.pathway_id, erasure_id=erasure.id)
    with pytest.raises(ErasureNotYoursToApprove):
        approve_erasure(scene.erasing, command, PAUL, account_id=INES_ACCOUNT)
    other = ApproveErasure(pathway_id=erasure.id, erasure_id=erasure.id)
    with pytest.raises(ErasureUnknown):
        approve_erasure(scene.erasing, other, PAUL, account_id=UUID(int=2))
    approved = scene.approved(erasure)
    assert scene.approved(erasure) == approved
    with pytest.raises(ErasureAlreadyApproved):
        approve_erasure(scene.erasing, command, INES, account_id=UUID(int=3))


@ON_ONE
def test_only_those_who_asked_still_know_of_it(scene: Scene) -> None:
    erasure = scene.approved(scene.asked(scene.person()))
    stranger = INES.model_copy(update={"organisation_id": UUID(int=77)})
    assert read_erasure(scene.erasing, erasure.pathway_id, erasure.id, PAUL) == erasure
    with pytest.raises(ErasureUnknown):
        read_erasure(scene.erasing, erasure.pathway_id, erasure.id, stranger)


def test_an_entry_in_the_wrong_file_is_erased_alone_and_recorded_again(scene: Scene) -> None:
    awa, binta = scene.person(), scene.person("Binta")
    note = scene.note(awa, "Binta a une consultation.")
    command = EraseEntry(pathway_id=awa, entry_id=note, belongs_to=binta)
    erasure = erase_entry(scene.erasing, TracesInMemory(), command, INES, account_id=INES_ACCOUNT)
    assert erasure.state is ErasureState.RECORDED
    resume_erasures(scene.erasing)
    assert facts(scene, awa)[-2:] == [Erased, FactRecordedInWrongFile]
    assert scene.network.pathway_known_to(INES, awa).person.called
    last = scene.store.log.stream(binta)[-1].fact
    assert isinstance(last, NoteAdded)
    assert last.text == "Binta a une consultation."
    again = erase_entry(scene.erasing, TracesInMemory(), command, INES, account_id=INES_ACCOUNT)
    assert again.state is ErasureState.CERTIFIED
    assert len(scene.store.log.stream(binta)) == 4
    command = EraseEntry(pathway_id=awa, entry_id=note)
    with pytest.raises(EntryUnknown):
        erase_entry(scene.erasing, TracesInMemory(), command, INES, account_id=INES_ACCOUNT)


def test_yesterdays_history_with_todays_keys_shows_nobody_who_was_erased(
    scene: Scene,
    elsewhere: Settings,  # noqa: F811 (a fixture)
    tmp_path: Path,
) -> None:
    awa, binta = scene.person(), scene.person("Binta")
    backup(scene.settings, tmp_path / "yesterday")
    scene.approved(scene.asked(awa))
    resume_erasures(scene.erasing)
    backup(scene.settings, tmp_path / "today")
    elsewhere.master_key_path.write_bytes(scene.settings.master_key_path.read_bytes())
    with pytest.raises(WouldLose):  # the master keys of yesterday's copies are gone
        restore(elsewhere, tmp_path / "yesterday")
    with pytest.raises(WouldLose):  # so is it the other way round
        restore(elsewhere, tmp_path / "today", keys_from=tmp_path / "yesterday")
    assert not restore(elsewhere, tmp_path / "yesterday", keys_from=tmp_path / "today")
    with scene_on(elsewhere) as restored:
        assert facts(restored, awa) == [Erased] * 3
        with pytest.raises(PathwayNotOpened):
            restored.network.pathway_known_to(INES, awa)
        assert restored.network.pathway_known_to(INES, binta).person.called == "Binta"
        restored.project()
        assert restored.rows_left(awa) == 0


def test_todays_history_with_yesterdays_keys_still_says_who_was_erased(
    scene: Scene,
    elsewhere: Settings,  # noqa: F811 (a fixture)
    tmp_path: Path,
) -> None:
    awa, binta = scene.person(), scene.person("Binta")
    backup(scene.settings, tmp_path / "yesterday")
    kept_by_mistake = scene.settings.master_key_path.read_bytes()
    scene.approved(scene.asked(awa))
    resume_erasures(scene.erasing)
    backup(scene.settings, tmp_path / "today")
    elsewhere.master_key_path.write_bytes(kept_by_mistake)
    assert not restore(elsewhere, tmp_path / "today", keys_from=tmp_path / "yesterday")
    with scene_on(elsewhere) as restored:
        with pytest.raises(PathwayNotOpened):
            restored.network.pathway_known_to(INES, awa)
        assert restored.network.pathway_known_to(INES, binta).person.called == "Binta"
        restored.project()
        assert restored.rows_left(awa) == 0
