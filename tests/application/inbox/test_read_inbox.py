"""Members read what they may still know, at the moment they look."""

from dataclasses import replace
from uuid import UUID

import pytest

from application.follow_up.hold_interview import HoldInterview, hold_interview
from application.inbox.mark_read import InboxItemUnknown, mark_read, mark_unread
from application.inbox.ports import InboxItem, InboxKind
from application.inbox.read_inbox import InboxRead, read_inbox
from application.sharing.object_to_recipient import ObjectToRecipient, object_to_recipient
from application.views.pages import PageAsked
from domain.data_classes import DataClass
from domain.members import Member, Profession, Role
from domain.organisation.organisation import FOUNDER
from domain.pathway.follow_up import Mode
from domain.pathway.interviews import Interview, Theme
from tests.application.inbox.telling import later, noted, told
from tests.application.network import NOON, Town
from tests.fakes.inbox import InboxInMemory


@pytest.fixture
def inbox() -> InboxInMemory:
    return InboxInMemory()


@pytest.fixture
def ines(town: Town) -> Member:
    return town.enrolled(FOUNDER, Profession.MEDIATOR)


@pytest.fixture
def maud(town: Town) -> Member:
    return town.enrolled(FOUNDER, Profession.NURSE)


@pytest.fixture
def awa(town: Town, ines: Member) -> UUID:
    return town.opened_by(ines)


def read(town: Town, inbox: InboxInMemory, by: Member, *, unread: bool = False) -> InboxRead:
    return read_inbox(town.network, inbox, by, unread=unread)


def shown(town: Town, inbox: InboxInMemory, by: Member) -> tuple[list[InboxItem], int]:
    found = read(town, inbox, by)
    return [entry.item for entry in found.page.entries], found.unread


def test_the_newest_come_first_with_who_it_is_about(
    town: Town, inbox: InboxInMemory, ines: Member, awa: UUID
) -> None:
    old, new = told(ines, awa), told(ines, awa, at=later(1))
    inbox.put(old, new)
    found = read(town, inbox, ines)
    assert [entry.item for entry in found.page.entries] == [new, old]
    first = found.page.entries[0]
    assert first.person is not None
    assert first.person.called == "Awa"
    assert first.classes == {DataClass.SOCIAL, DataClass.IDENTITY}
    assert (first.read_at, found.unread) == (None, 2)


def test_what_is_read_is_counted_no_more_and_may_be_unread_again(
    town: Town, inbox: InboxInMemory, ines: Member, awa: UUID
) -> None:
    item = told(ines, awa)
    inbox.put(item)
    mark_read(town.network, inbox, item.id, ines)
    mark_read(town.network, inbox, item.id, ines)
    assert read(town, inbox, ines).page.entries[0].read_at == NOON
    assert read(town, inbox, ines).unread == 0
    assert read(town, inbox, ines, unread=True).page.entries == ()
    mark_unread(town.network, inbox, item.id, ines)
    assert shown(town, inbox, ines) == ([item], 1)


def test_what_is_addressed_to_an_organisation_is_read_by_each_who_may_know(
    town: Town, inbox: InboxInMemory, ines: Member, maud: Member, awa: UUID
) -> None:
    version = noted(town.network, awa, maud, DataClass.HEALTH)
    for_all = replace(told(ines, awa), member_id=None)
    of_health = replace(
        told(ines, awa, data_class=DataClass.HEALTH, occurrence=version), member_id=None
    )
    inbox.put(for_all, of_health)
    assert shown(town, inbox, ines) == ([for_all], 1)
    assert len(shown(town, inbox, maud)[0]) == 2
    mark_read(town.network, inbox, for_all.id, ines)
    assert (read(town, inbox, ines).unread, read(town, inbox, maud).unread) == (0, 2)


def test_what_a_hidden_item_would_tell_is_neither_shown_nor_counted_nor_a_gap(
    town: Town, inbox: InboxInMemory, ines: Member, maud: Member, awa: UUID
) -> None:
    version = noted(town.network, awa, maud, DataClass.HEALTH)
    hidden = [
        told(ines, awa, data_class=DataClass.HEALTH, occurrence=version, at=later(hour))
        for hour in range(3)
    ]
    seen = [told(ines, awa, at=later(hour)) for hour in range(3)]
    inbox.put(*hidden, *seen)
    first = read_inbox(town.network, inbox, ines, page=PageAsked(2))
    rest = read_inbox(town.network, inbox, ines, page=PageAsked(2, first.page.next))
    assert [len(one.page.entries) for one in (first, rest)] == [2, 1]
    assert (first.unread, rest.page.next) == (3, None)
    for item in hidden:
        with pytest.raises(InboxItemUnknown):
            mark_read(town.network, inbox, item.id, ines)


def test_a_ground_that_has_gone_takes_the_item_with_it(
    town: Town, inbox: InboxInMemory, ines: Member, maud: Member, awa: UUID
) -> None:
    item = told(ines, awa)
    inbox.put(item)
    objecting = ObjectToRecipient(pathway_id=awa, member_id=ines.id)
    object_to_recipient(town.network, objecting, maud)
    assert shown(town, inbox, ines) == ([], 0)
    with pytest.raises(InboxItemUnknown):
        mark_unread(town.network, inbox, item.id, ines)


def test_another_hat_has_another_inbox(
    town: Town, inbox: InboxInMemory, ines: Member, awa: UUID
) -> None:
    inbox.put(told(ines, awa))
    administering = town.enrolled(FOUNDER, Profession.MEDIATOR, Role.ADMINISTRATOR)
    assert shown(town, inbox, administering) == ([], 0)


def test_a_call_is_settled_once_the_person_was_heard_from(
    town: Town, inbox: InboxInMemory, ines: Member, awa: UUID
) -> None:
    inbox.put(told(ines, awa, kind=InboxKind.CALL, at=later(1)))
    assert not read(town, inbox, ines).page.entries[0].is_settled
    interview = Interview(mode=Mode.PHONE, minutes=10, themes=(Theme.RIGHTS,))
    heard = HoldInterview(pathway_id=awa, interview=interview, at=later(2))
    hold_interview(town.network, heard, ines)
    assert read(town, inbox, ines).page.entries[0].is_settled
