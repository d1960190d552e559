"""A rehearsal tells what would be recorded, and records nothing."""

import pytest

from application.follow_up.add_note import AddNote, add_note
from application.pathways.foresee_readers import foresee_readers
from application.rehearsing import Rehearsal
from domain.access import Ground
from domain.data_classes import DataClass
from domain.pathway.notes import NoteAdded, NoteAlreadyAdded
from domain.pathway.pathway import Pathway
from tests.application.receipts.scene import Scene


def test_a_rehearsed_command_records_nothing_however_often() -> None:
    scene = Scene()
    network = scene.town.network
    head, rehearsal = network.log.head(), Rehearsal(network.log)
    command = AddNote(pathway_id=scene.pathway_id, text="Bien.", data_class=DataClass.HEALTH)
    for _ in range(2):
        add_note(rehearsal.of(network), command, scene.ines)
    assert network.log.head() == head
    facts = rehearsal.facts(scene.pathway_id)
    assert [type(fact) for fact in facts] == [NoteAdded, NoteAdded]
    assert {fact.data_class for fact in facts} == {DataClass.HEALTH}


def test_a_rehearsal_is_refused_as_the_command_would_be() -> None:
    scene = Scene()
    network, command = scene.town.network, AddNote(pathway_id=scene.pathway_id, text="Bien.")
    add_note(network, command, scene.ines)
    with pytest.raises(NoteAlreadyAdded):
        add_note(Rehearsal(network.log).of(network), command, scene.ines)


def test_readers_are_foreseen_class_by_class_as_far_as_the_author_knows_of_them() -> None:
    scene = Scene()
    network = scene.town.network
    pathway = network.log.load(Pathway, scene.pathway_id)
    known = {
        member: foresee_readers(network, network.as_seen(pathway, member))
        for member in (scene.ines, scene.abel)
    }
    of_ines, of_abel = known[scene.ines], known[scene.abel]
    assert [reader.name for reader in of_ines[DataClass.SOCIAL]] == [
        "Relais des Combes",
        "CCAS de Montfaucon",
    ]
    assert "Centre des Addictions" in [reader.name for reader in of_abel[DataClass.SOCIAL]]
    assert {reader.ground for reader in of_ines[DataClass.SOCIAL]} == {Ground.CARE_TEAM}
    assert [reader.name for reader in of_ines[DataClass.MENTAL_HEALTH]] == ["Relais des Combes"]
