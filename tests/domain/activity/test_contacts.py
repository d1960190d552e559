from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given as whatever
from hypothesis import strategies as st

from domain.activity.activity import Activity
from domain.activity.callwords import LIVES, CallWord
from domain.activity.contacts import (
    ContactEnteredInError,
    ContactUnknown,
    MetOutsideActivity,
    PersonMet,
    WordAlreadyGiven,
    contact_of,
    must_be_during,
    pathway_of,
)
from domain.kernel import Fact
from tests.domain.activity.scene import HELD, MORNING, NINE, NOON, given
from tests.domain.scenario import PATHWAY

ONE, OTHER = (UUID(f"66666666-0000-4000-8000-00000000000{n}") for n in (1, 2))
MET = PersonMet(occurred_at=NINE, contact_id=ONE, word=CallWord.OTTER)
KNOWN = PersonMet(occurred_at=NINE, contact_id=OTHER, known=True)


def met(*facts: Fact) -> Activity:
    activity = given(HELD, *facts).aggregate
    assert isinstance(activity, Activity)
    return activity


def test_somebody_nameless_is_counted_with_their_word() -> None:
    given(HELD).when(
        lambda activity: activity.contacts.meet(contact_id=ONE, word=CallWord.OTTER, at=NINE)
    ).then(MET)


def test_who_is_counted_under_an_id_is_counted_once() -> None:
    given(HELD, MET).when(
        lambda activity: activity.contacts.meet(contact_id=ONE, word=CallWord.OTTER, at=NOON)
    ).then()


def test_a_word_is_given_to_one_person_a_session() -> None:
    given(HELD, MET).when(
        lambda activity: activity.contacts.meet(contact_id=OTHER, word=CallWord.OTTER, at=NINE)
    ).then_refused(WordAlreadyGiven)


def test_a_word_is_of_use_for_a_day() -> None:
    (contact,) = met(MET).contacts.nameless
    assert contact.word_at(NINE + LIVES - timedelta(seconds=1)) is CallWord.OTTER
    assert contact.word_at(NINE + LIVES) is None


def test_the_nameless_and_the_known_are_told_apart() -> None:
    contacts = met(MET, KNOWN).contacts
    assert contacts.people == 2
    assert [contact.id for contact in contacts.nameless] == [ONE]
    assert contacts.known_nameless(ONE).pathway_id == pathway_of(ONE)
    for unknown in (OTHER, PATHWAY):
        with pytest.raises(ContactUnknown):
            contacts.known_nameless(unknown)


def test_who_was_not_met_is_counted_no_more() -> None:
    withdrawn = ContactEnteredInError(occurred_at=NOON, contact_id=ONE)
    given(HELD, MET).when(
        lambda activity: activity.contacts.withdraw(contact_id=ONE, at=NOON)
    ).then(withdrawn)
    assert met(MET, withdrawn).contacts.people == 0
    given(HELD, MET, withdrawn).when(
        lambda activity: activity.contacts.withdraw(contact_id=ONE, at=NOON)
    ).then_refused(ContactUnknown)


def test_what_was_withdrawn_is_not_brought_back_by_what_is_sent_late() -> None:
    withdrawn = ContactEnteredInError(occurred_at=NOON, contact_id=ONE)
    given(HELD, MET, withdrawn).when(
        lambda activity: activity.contacts.meet(contact_id=ONE, at=NINE)
    ).then()
    known = PersonMet(occurred_at=NINE, contact_id=ONE, known=True)
    given(HELD, known, withdrawn).when(
        lambda activity: activity.contacts.meet(contact_id=ONE, known=True, at=NINE)
    ).then(known)


@pytest.mark.parametrize("minutes", [-1, 181])
def test_people_are_met_while_the_activity_is_on(minutes: int) -> None:
    for during in (NINE, NOON):
        must_be_during(MORNING, during)
    with pytest.raises(MetOutsideActivity):
        must_be_during(MORNING, NINE + timedelta(minutes=minutes))


def test_people_are_met_while_no_end_is_known() -> None:
    going_on = MORNING.model_copy(update={"ends_at": None})
    must_be_during(going_on, NINE + timedelta(hours=8))
    with pytest.raises(MetOutsideActivity):
        must_be_during(going_on, NINE + timedelta(days=8))


def test_somebody_known_is_one_contact_of_each_session() -> None:
    assert contact_of(ONE, PATHWAY) == contact_of(ONE, PATHWAY)
    assert contact_of(ONE, PATHWAY) != contact_of(OTHER, PATHWAY)


@whatever(st.lists(st.tuples(st.integers(0, 7), st.booleans(), st.booleans())))
def test_each_person_is_counted_once_whatever_is_noted_and_withdrawn(
    notes: list[tuple[int, bool, bool]],
) -> None:
    activity, there, gone = met(), dict[UUID, bool](), set[UUID]()
    for person, known, withdrawn in notes:
        contact_id = UUID(int=person)
        if withdrawn and contact_id in there:
            facts: list[Fact] = [activity.contacts.withdraw(contact_id=contact_id, at=NOON)]
            del there[contact_id]
            gone.add(contact_id)
        else:
            facts = [*activity.contacts.meet(contact_id=contact_id, known=known, at=NINE)]
            if known or contact_id not in gone:
                there.setdefault(contact_id, known)
        activity = activity.after(activity.next(facts))
    assert activity.contacts.people == len(there)
    nameless = {contact.id for contact in activity.contacts.nameless}
    assert nameless == {contact_id for contact_id, known in there.items() if not known}
