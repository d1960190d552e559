from dataclasses import replace
from uuid import UUID

from application.views.folded import Folded
from domain.data_classes import DataClass
from domain.erasure import Erased
from domain.kernel import DomainEvent
from domain.pathway.contacts import (
    ContactKind,
    ContactPoint,
    ContactPointAdded,
    ContactPointUnknown,
)
from domain.pathway.erasing import AlreadyErased, Erasing, ErasureReason, PersonalDataErased
from domain.pathway.notes import NoteAdded, NoteCorrected, NoteUnknown
from domain.pathway.pathway import Pathway
from domain.pathway.wrong_file import FactRecordedInWrongFile, told_of, without_wrong_entries
from tests.domain.pathway.people import CCAS, MARCH_4, MARCH_5, MEDIATOR, NOTE, RELAIS, opened
from tests.domain.scenario import PATHWAY, given, known

ERASURE = UUID("eeeeeeee-0000-4000-8000-000000000001")
CONTACT = UUID("eeeeeeee-0000-4000-8000-000000000002")
ERASED = PersonalDataErased(
    occurred_at=MARCH_5, erasure_id=ERASURE, reason=ErasureReason.PERSON_ASKED
)
WITH_ITS_KEY_GONE = Erased(occurred_at=MARCH_5, data_class=DataClass.SOCIAL, was=ERASED.topic)
ADDED = NoteAdded(
    occurred_at=MARCH_4, data_class=DataClass.HEALTH, note_id=NOTE, written_by=RELAIS, text="..."
)
CORRECTED = NoteCorrected(
    occurred_at=MARCH_5, data_class=DataClass.HEALTH, note_id=NOTE, written_by=RELAIS, text="..."
)
REACHABLE = ContactPointAdded(
    occurred_at=MARCH_4,
    contact_id=CONTACT,
    point=ContactPoint(kind=ContactKind.MOBILE, reach="+33639980001"),
)
NOTE_ELSEWHERE = FactRecordedInWrongFile(
    occurred_at=MARCH_5, data_class=DataClass.HEALTH, entry_id=NOTE, erased_by=RELAIS
)
CONTACT_ELSEWHERE = FactRecordedInWrongFile(occurred_at=MARCH_5, entry_id=CONTACT, erased_by=RELAIS)


def erase(pathway: Pathway) -> PersonalDataErased:
    return pathway.erasing.erase(erasure_id=ERASURE, reason=ErasureReason.PERSON_ASKED, at=MARCH_5)


def test_a_person_is_erased_once() -> None:
    given(opened()).when(erase).then(ERASED)
    given(opened(), ERASED).when(erase).then_refused(AlreadyErased)


def test_an_erased_pathway_is_as_if_nothing_had_been_recorded() -> None:
    nothing = Pathway(PATHWAY, 3, erasing=Erasing(done=True))
    assert known(opened(), ADDED, ERASED) == nothing
    assert known(opened(), ADDED, WITH_ITS_KEY_GONE) == nothing
    assert known(opened(), ERASED, ADDED) == nothing
    assert replace(known(opened(), ADDED).after([]), version=3) != nothing


def test_what_was_known_before_is_forgotten_too() -> None:
    before = known(opened(), ADDED)
    (erased,) = before.next([ERASED])
    assert before.after([erased]).after([]) == known(opened(), ADDED, ERASED)


def test_lists_forget_what_each_author_did() -> None:
    events = [
        DomainEvent(PATHWAY, version, fact, actor_id=MEDIATOR)
        for version, fact in enumerate((opened(), ADDED, ERASED), start=1)
    ]
    assert Folded.of(PATHWAY).after(events[:2]).own
    assert not Folded.of(PATHWAY).after(events[:2]).after(events[2:]).own


def test_a_note_in_the_wrong_file_is_erased_by_who_wrote_it() -> None:
    def erase_note(pathway: Pathway, by: UUID = RELAIS) -> FactRecordedInWrongFile:
        return pathway.notes.erase(note_id=NOTE, by=by, at=MARCH_5)

    given(opened(), ADDED).when(erase_note).then(NOTE_ELSEWHERE)
    given(opened(), ADDED).when(lambda it: erase_note(it, CCAS)).then_refused(NoteUnknown)
    given(opened(), ADDED, NOTE_ELSEWHERE).when(erase_note).then_refused(NoteUnknown)


def test_a_contact_point_in_the_wrong_file_is_erased() -> None:
    def erase_point(pathway: Pathway) -> FactRecordedInWrongFile:
        return pathway.contacts.erase(contact_id=CONTACT, by=RELAIS, at=MARCH_5)

    given(opened(), REACHABLE).when(erase_point).then(CONTACT_ELSEWHERE)
    given(opened(), REACHABLE, CONTACT_ELSEWHERE).when(erase_point).then_refused(
        ContactPointUnknown
    )


def test_every_wording_of_an_entry_is_told_of_it_and_nothing_else() -> None:
    events = Pathway(PATHWAY).next([opened(), ADDED, REACHABLE, CORRECTED, NOTE_ELSEWHERE])
    assert [event.fact for event in told_of(NOTE, events)] == [ADDED, CORRECTED]
    assert [event.fact for event in without_wrong_entries(events)] == [
        opened(),
        REACHABLE,
        NOTE_ELSEWHERE,
    ]
