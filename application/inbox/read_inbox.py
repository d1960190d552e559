"""What a member is told of, the newest first: only what they may still know."""

from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Self
from uuid import UUID

from application.inbox.looking import Looking, Told
from application.inbox.ports import Inbox, InboxItem, Place
from application.network import Network
from application.views.pages import FIRST_PAGE, Cursor, Page, PageAsked
from application.views.people import PersonRow
from domain.clocks.due import today
from domain.data_classes import DataClass
from domain.members import Member
from domain.rights.rules import RulePack


@dataclass(frozen=True, slots=True)
class InboxEntry:
    """An item as its reader has it; `is_settled`: what it asks was done, by whomever.

    `is_to_be_confirmed`: its moment follows from a rule of law that nobody confirmed yet.
    """

    item: InboxItem
    read_at: datetime | None
    person: PersonRow | None
    is_settled: bool
    is_to_be_confirmed: bool

    @classmethod
    def of(cls, told: Told, rights: RulePack) -> Self:
        item, known = told.kept.item, told.known
        return cls(
            item=item,
            read_at=told.kept.read_at,
            person=known.person,
            is_settled=known.settles(item),
            is_to_be_confirmed=known.is_to_be_confirmed(item, rights),
        )

    @property
    def classes(self) -> frozenset[DataClass]:
        named = {DataClass.IDENTITY} if self.person else set()
        return frozenset({self.item.data_class, *named})


@dataclass(frozen=True, slots=True)
class InboxRead:
    page: Page[InboxEntry]
    unread: int  # as far as they are counted


def read_inbox(
    network: Network,
    inbox: Inbox,
    viewer: Member,
    *,
    unread: bool = False,
    page: PageAsked = FIRST_PAGE,
) -> InboxRead:
    """A page of the inbox of this hat, and how many items of it are unread.

    What the member may no longer know is neither shown nor counted, and leaves no gap.
    """
    looking = Looking(network, inbox, viewer)
    before = _place(page.after) if page.after is not None else None
    told = list(islice(looking.told(unread=unread, before=before), page.bounded + 1))
    rights = network.rules.on(today(network.clock()))
    shown = tuple(InboxEntry.of(one, rights) for one in told[: page.bounded])
    following = _cursor(shown[-1].item) if len(told) > page.bounded else None
    return InboxRead(Page(shown, following), looking.unread().total())


def _cursor(item: InboxItem) -> Cursor:
    return item.at.isoformat(), str(item.id)


def _place(cursor: Cursor) -> Place:
    at, item_id = cursor
    return Place(datetime.fromisoformat(str(at)), UUID(str(item_id)))
