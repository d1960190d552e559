from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.notes import (
    NoteAdded,
    NoteAlreadyAdded,
    NoteCorrected,
    NoteEnteredInError,
    NoteUnknown,
)
from domain.pathway.pathway import Pathway
from tests.domain.pathway.people import CCAS, MARCH_5, NOTE, RELAIS, opened
from tests.domain.scenario import given, known

ADDED = NoteAdded(occurred_at=MARCH_5, note_id=NOTE, written_by=RELAIS, text="Comes on foot.")
CORRECTED = NoteCorrected(
    occurred_at=MARCH_5, note_id=NOTE, written_by=RELAIS, text="Comes by bus."
)
IN_ERROR = NoteEnteredInError(occurred_at=MARCH_5, note_id=NOTE, withdrawn_by=RELAIS)


def add(pathway: Pathway, data_class: DataClass = DataClass.SOCIAL) -> NoteAdded:
    return pathway.notes.add(
        note_id=NOTE, text="Comes on foot.", data_class=data_class, by=RELAIS, at=MARCH_5
    )


def correct(pathway: Pathway, data_class: DataClass | None = None) -> NoteCorrected:
    return pathway.notes.correct(
        note_id=NOTE, text="Comes by bus.", data_class=data_class, by=RELAIS, at=MARCH_5
    )


def withdraw(pathway: Pathway) -> Fact:
    return pathway.notes.withdraw(note_id=NOTE, by=RELAIS, at=MARCH_5)


def test_a_note_is_written_once_and_sealed_alone() -> None:
    given(opened()).when(add).then(ADDED)
    given(opened(), ADDED).when(add).then_refused(NoteAlreadyAdded)
    assert NoteAdded.alone
    assert NoteCorrected.alone


def test_a_note_is_corrected_or_withdrawn_beside_what_it_said() -> None:
    given(opened(), ADDED).when(correct).then(CORRECTED)
    given(opened(), ADDED, CORRECTED).when(withdraw).then(IN_ERROR)
    given(opened(), ADDED, IN_ERROR).when(withdraw).then_refused(NoteUnknown)


def test_a_note_is_its_organisations() -> None:
    given(opened()).when(correct).then_refused(NoteUnknown)
    given(opened(), ADDED).when(
        lambda pathway: pathway.notes.correct(
            note_id=NOTE, text="Comes by bus.", data_class=None, by=CCAS, at=MARCH_5
        )
    ).then_refused(NoteUnknown)
    given(opened(), ADDED).when(
        lambda pathway: pathway.notes.withdraw(note_id=NOTE, by=CCAS, at=MARCH_5)
    ).then_refused(NoteUnknown)


def test_the_author_chooses_the_class_from_social_up() -> None:
    assert add(known(opened()), DataClass.IDENTITY).data_class is DataClass.SOCIAL
    assert add(known(opened()), DataClass.HEALTH).data_class is DataClass.HEALTH


def test_a_correction_never_lowers_the_class_of_a_note() -> None:
    health = add(known(opened()), DataClass.HEALTH)
    assert correct(known(opened(), health)).data_class is DataClass.HEALTH
    assert correct(known(opened(), health), DataClass.SOCIAL).data_class is DataClass.HEALTH
    raised = correct(known(opened(), health), DataClass.PROTECTION)
    assert raised.data_class is DataClass.PROTECTION
    assert withdraw(known(opened(), health, raised)).data_class is DataClass.PROTECTION


def test_what_follows_an_erased_note_is_passed_over() -> None:
    assert not known(opened(), CORRECTED, IN_ERROR).notes.by_id
