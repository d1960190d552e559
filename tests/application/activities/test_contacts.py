from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid5

import pytest

from application.activities.follow_contact import FollowContact, follow_contact
from application.activities.list_contacts import list_contacts, people_met
from application.activities.quick_contact import QuickContact
from application.activities.record_contacts import Contacted, RecordContacts, record_contacts
from application.activities.withdraw_contact import (
    ContactIsFollowed,
    WithdrawContact,
    withdraw_contact,
)
from application.activities.withdraw_meeting import WithdrawMeeting, withdraw_meeting
from application.refusals import CommandReused
from domain.activity.callwords import CallWord
from domain.activity.contacts import ContactUnknown, contact_of
from domain.activity.refusals import ActivityUnknown
from domain.members import Profession, Role
from domain.organisation.organisation import FOUNDER
from domain.organisation.registration import OrganisationKind
from domain.pathway.meetings import MeetingUnknown
from domain.pathway.opening import MetAt, PathwayAlreadyOpened
from tests.application.activities.scene import Outing
from tests.application.network import NOON, Town

TEN = NOON - timedelta(hours=2)
IDS = UUID("55555555-0000-4000-8000-000000000005")


@pytest.fixture
def outing(town: Town) -> Outing:
    return Outing(town)


def contact(number: int, **said: Any) -> QuickContact:
    return QuickContact.model_validate({"id": uuid5(IDS, str(number)), **said})


def batch(session: UUID, *contacts: QuickContact, **said: Any) -> RecordContacts:
    return RecordContacts(activity_id=session, contacts=contacts, at=TEN, **said)


def records(outing: Outing, command: RecordContacts) -> Contacted:
    return record_contacts(outing.town.network, command, outing.mediator)


def refusals(contacted: Contacted) -> Sequence[str | None]:
    return [one.refusal.code if one.refusal else None for one in contacted.outcomes]


def told(contacted: Contacted) -> Sequence[tuple[UUID, UUID, str | None]]:
    made = [(one.command.contact_id, one.command.pathway_id) for one in contacted.outcomes]
    return [(*ids, code) for ids, code in zip(made, refusals(contacted), strict=True)]


def counted(outing: Outing, session: UUID) -> tuple[int, int, int, int]:
    met = people_met(outing.town.network, outing.activity(session))
    return met.people, met.known, met.followed, met.nameless


def test_people_are_counted_nameless(outing: Outing) -> None:
    session = outing.session()
    contacted = records(outing, batch(session, contact(1, word="otter"), contact(2)))
    assert refusals(contacted) == [None, None]
    assert counted(outing, session) == (2, 0, 0, 2)
    listed = list_contacts(outing.town.network, session, outing.mediator)
    assert [(one.at, one.word) for one in listed] == [(TEN, CallWord.OTTER), (TEN, None)]


def test_a_nameless_contact_becomes_a_pathway_of_its_day_and_place(outing: Outing) -> None:
    session = outing.session()
    (one,) = records(outing, batch(session, contact(1, word="otter"))).outcomes
    follow = FollowContact(
        activity_id=session, contact_id=one.command.contact_id, called="Awa", at=NOON
    )
    outing.does(follow_contact, follow)
    opening = outing.town.pathway(follow.pathway_id).opening
    assert (opening.opened_at, opening.met_at) == (TEN, MetAt.FOOD_DISTRIBUTION)
    assert opening.origin is not None
    assert opening.origin.activity_id == session
    assert counted(outing, session) == (1, 0, 1, 0)
    assert list_contacts(outing.town.network, session, outing.mediator) == []
    with pytest.raises(PathwayAlreadyOpened):
        outing.does(follow_contact, follow.model_copy(update={"command_id": IDS}))


def test_one_batch_tells_of_nameless_known_and_new_people(outing: Outing) -> None:
    session, awa = outing.session(), outing.town.opened_by(outing.mediator)
    contacted = records(
        outing,
        batch(
            session,
            contact(1),
            contact(2, pathway_id=awa, note={"text": "A reçu sa carte."}),
            contact(3, called="Samir", need={"kind": "dental_care"}),
            contact(
                4,
                pathway_id=awa,
                interview={"mode": "outreach", "minutes": 20, "themes": ["rights"]},
            ),
        ),
    )
    assert refusals(contacted) == [None] * 4
    assert counted(outing, session) == (3, 1, 1, 1)  # Awa once
    pathway = outing.town.pathway(awa)
    assert (len(pathway.notes.by_id), len(pathway.interviews.held_by)) == (1, 1)
    assert [met.at for met in pathway.meetings.by_id.values()] == [TEN]
    samir = outing.town.pathway(contacted.outcomes[2].command.pathway_id)
    assert samir.opening.opened_at == TEN
    assert len(samir.needs.by_id) == 1


def test_a_batch_sent_again_changes_nothing(outing: Outing) -> None:
    session, awa = outing.session(), outing.town.opened_by(outing.mediator)
    command = batch(
        session,
        contact(1, word="fir"),
        contact(2, pathway_id=awa, note={"text": "A reçu sa carte."}),
        contact(3, called="Samir"),
    )
    first = told(records(outing, command))
    head = outing.town.network.log.head()
    assert told(records(outing, command)) == first
    in_another_batch = command.model_copy(update={"command_id": IDS})
    assert told(records(outing, in_another_batch)) == first
    assert outing.town.network.log.head() == head


def test_a_batch_id_is_of_one_batch(outing: Outing) -> None:
    session = outing.session()
    records(outing, batch(session, contact(1), command_id=IDS))
    with pytest.raises(CommandReused):
        records(outing, batch(session, contact(2), command_id=IDS))


def test_a_contact_id_is_of_one_contact(outing: Outing) -> None:
    session, awa = outing.session(), outing.town.opened_by(outing.mediator)
    records(outing, batch(session, contact(1, pathway_id=awa, note={"text": "Une note."})))
    other = contact(1, pathway_id=awa, note={"text": "Une autre."})
    assert refusals(records(outing, batch(session, other))) == ["command-reused"]


def test_each_is_refused_by_itself_and_the_others_are_recorded(outing: Outing) -> None:
    ccas = outing.town.partner("CCAS", OrganisationKind.SOCIAL_SERVICE)
    hidden = outing.town.opened_by(outing.town.enrolled(ccas, Profession.SOCIAL_WORKER))
    session = outing.session(ends_at=NOON)
    contacted = records(
        outing,
        batch(
            session,
            contact(1, word="oak"),
            contact(2, word="oak"),
            contact(3, pathway_id=hidden, note={"text": "Une note."}),
            contact(4, pathway_id=IDS),
            contact(5, at=NOON + timedelta(minutes=1)),
            contact(6),
        ),
    )
    assert refusals(contacted) == [
        None,
        "word-already-given",
        "not-found",
        "not-found",
        "met-outside-activity",
        None,
    ]
    assert counted(outing, session) == (2, 0, 0, 2)
    assert outing.town.pathway(hidden).notes.by_id == {}


def test_what_was_refused_is_counted_once_it_may_be(outing: Outing) -> None:
    ccas = outing.town.partner("CCAS", OrganisationKind.SOCIAL_SERVICE)
    paul = outing.town.enrolled(ccas, Profession.SOCIAL_WORKER)
    awa = outing.town.opened_by(paul)
    session = outing.session()
    command = batch(session, contact(1), contact(2, pathway_id=awa))
    assert refusals(records(outing, command)) == [None, "not-found"]
    outing.shared(awa, paul)
    assert refusals(records(outing, command)) == [None, None]
    assert refusals(records(outing, command)) == [None, None]
    assert counted(outing, session) == (2, 1, 0, 1)


def test_only_those_who_run_the_activity_record_whom_they_met(outing: Outing) -> None:
    ccas = outing.town.partner("CCAS", OrganisationKind.SOCIAL_SERVICE)
    session = outing.session()
    for stranger in (
        outing.town.enrolled(ccas, Profession.SOCIAL_WORKER),
        outing.town.administrator,
    ):
        with pytest.raises(ActivityUnknown):
            record_contacts(outing.town.network, batch(session, contact(1)), stranger)


def test_a_coordinator_counts_people_and_opens_no_pathway(outing: Outing) -> None:
    coordinator = outing.town.enrolled(FOUNDER, Profession.OTHER, Role.COORDINATOR)
    command = batch(outing.session(), contact(1), contact(2, called="Awa"))
    contacted = record_contacts(outing.town.network, command, coordinator)
    assert refusals(contacted) == [None, "role-follows-nobody"]


def test_a_word_is_forgotten_the_next_day(outing: Outing) -> None:
    session = outing.session()
    day_before = batch(session, contact(1, word="otter"))
    records(outing, day_before)
    (listed,) = list_contacts(outing.tomorrow(), session, outing.mediator)
    assert listed.word is None


def test_a_nameless_contact_noted_by_mistake_is_withdrawn(outing: Outing) -> None:
    session = outing.session()
    one, other = records(outing, batch(session, contact(1), contact(2))).outcomes
    withdrawing = WithdrawContact(activity_id=session, contact_id=one.command.contact_id)
    outing.does(withdraw_contact, withdrawing)
    assert counted(outing, session) == (1, 0, 0, 1)
    with pytest.raises(ContactUnknown):
        outing.does(withdraw_contact, withdrawing.model_copy(update={"command_id": IDS}))
    followed = other.command.contact_id
    outing.does(
        follow_contact, FollowContact(activity_id=session, contact_id=followed, called="Awa")
    )
    with pytest.raises(ContactIsFollowed):
        outing.does(withdraw_contact, WithdrawContact(activity_id=session, contact_id=followed))


def test_a_meeting_of_somebody_known_is_withdrawn_and_counted_no_more(outing: Outing) -> None:
    session, awa = outing.session(), outing.town.opened_by(outing.mediator)
    records(outing, batch(session, contact(1, pathway_id=awa)))
    meeting = contact_of(session, awa)
    command = WithdrawMeeting(pathway_id=awa, meeting_id=meeting, at=NOON)
    for _ in range(2):
        outing.does(withdraw_meeting, command)
    assert counted(outing, session) == (0, 0, 0, 0)
    assert outing.town.pathway(awa).meetings.by_id == {}
    with pytest.raises(MeetingUnknown):
        outing.does(withdraw_meeting, command.model_copy(update={"command_id": IDS}))


def test_a_pathway_that_a_member_may_not_know_of_is_no_contact_of_theirs(outing: Outing) -> None:
    session = outing.session()
    (one,) = records(outing, batch(session, contact(1, called="Awa"))).outcomes
    cousin = outing.town.enrolled(FOUNDER, Profession.NURSE)
    outing.objected(one.command.pathway_id, cousin)
    follow = FollowContact(
        activity_id=session, contact_id=one.command.contact_id, called="Awa", at=NOON
    )
    with pytest.raises(ContactUnknown):
        outing.does(follow_contact, follow, cousin)
    known = batch(session, contact(2, pathway_id=one.command.pathway_id))
    contacted = record_contacts(outing.town.network, known, cousin)
    assert refusals(contacted) == ["not-found"]
