from dataclasses import replace
from uuid import UUID

import pytest

from application.views.folded import Folded
from domain.data_classes import DataClass
from domain.erasure import Erased
from domain.kernel import DomainEvent, Fact
from domain.pathway.appointments.facts import AppointmentBooked
from domain.pathway.contacts import (
    ContactKind,
    ContactPoint,
    ContactPointAdded,
)
from domain.pathway.erasing import AlreadyErased, Erasing, ErasureReason, PersonalDataErased
from domain.pathway.household.facts import ParentalAuthorityRecorded
from domain.pathway.notes import NoteAdded, NoteCorrected
from domain.pathway.pathway import Pathway
from domain.pathway.wrong_file import (
    EntryUnknown,
    FactRecordedInWrongFile,
    entry_of,
    found_elsewhere,
    told_of,
    without_wrong_entries,
)
from tests.domain.pathway.people import CCAS, MARCH_4, MARCH_5, MEDIATOR, NOTE, RELAIS, opened
from tests.domain.scenario import PATHWAY, given, known
from tests.infrastructure.evolution.example_facts import example_of

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


def recorded(*facts: Fact, by: UUID = RELAIS) -> list[DomainEvent]:
    return [event._replace(organisation_id=by) for event in Pathway(PATHWAY).next(facts)]


def test_an_entry_in_the_wrong_file_is_taken_out_by_who_wrote_it() -> None:
    told = told_of(NOTE, recorded(opened(), ADDED))
    assert found_elsewhere(NOTE, told, by=RELAIS, at=MARCH_5) == [NOTE_ELSEWHERE]
    for others, by in ((told, CCAS), ([], RELAIS)):
        with pytest.raises(EntryUnknown):
            found_elsewhere(NOTE, others, by=by, at=MARCH_5)


def test_it_is_told_in_each_class_in_which_the_entry_was() -> None:
    raised = ADDED.model_copy(update={"data_class": DataClass.SOCIAL})
    told = told_of(NOTE, recorded(raised, CORRECTED))
    found = found_elsewhere(NOTE, told, by=RELAIS, at=MARCH_5)
    assert [fact.data_class for fact in found] == [DataClass.SOCIAL, DataClass.HEALTH]


def test_what_was_taken_out_is_not_there_for_decisions() -> None:
    assert known(opened(), ADDED, NOTE_ELSEWHERE).notes.by_id == {}
    assert known(opened(), REACHABLE, CONTACT_ELSEWHERE).contacts.points == {}


def test_an_entry_of_several_names_is_its_own() -> None:
    booked = example_of(AppointmentBooked)
    assert entry_of(booked) == booked.appointment_id
    authority = example_of(ParentalAuthorityRecorded)
    assert entry_of(authority) == authority.authority_id


def test_every_wording_of_an_entry_is_told_of_it_and_nothing_else() -> None:
    events = Pathway(PATHWAY).next([opened(), ADDED, REACHABLE, CORRECTED, NOTE_ELSEWHERE])
    assert [event.fact for event in told_of(NOTE, events)] == [ADDED, CORRECTED]
    assert [event.fact for event in without_wrong_entries(events)] == [
        opened(),
        REACHABLE,
        NOTE_ELSEWHERE,
    ]
