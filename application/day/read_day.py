"""What is due for a member today and in the days to come, in one look."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from application.day.emergencies import EmergencyToReview, emergencies_to_review
from application.inbox.ports import Inbox
from application.inbox.read_inbox import InboxEntry, read_inbox
from application.network import Network
from application.traces.trace import Look, Traces
from application.traces.trace_listed import trace_listed
from application.views.agenda import AgendaEntry, AgendaFilter
from application.views.caseload import CaseloadEntry, CaseloadFilter
from application.views.invitations import InvitationRow
from application.views.pages import MOST, PageAsked
from application.views.ports import Views
from application.views.read_agenda import read_agenda
from application.views.read_caseload import read_caseload
from application.views.read_invitations import read_invitations
from application.views.read_referrals import read_referrals
from application.views.referrals import Box, ReferralEntry, ReferralFilter
from domain.data_classes import DataClass
from domain.members import Member, Role
from domain.pathway.referrals.referral import REQUESTED

LATE = timedelta(days=366)  # how far back nobody said what became of it
A_WEEK = timedelta(days=6)  # after today
TO_RENEW = timedelta(days=60)  # before the end of a right
SOME = PageAsked(MOST)


@dataclass(frozen=True, slots=True)
class DayAsked:
    """Whose day; `today` is that of the member's place."""

    today: date
    of_everybody: bool = False  # of the whole organisation, rather than the member's own
    min_position: int = 0


@dataclass(frozen=True, slots=True)
class Day:
    """A member's own, with what nobody in particular of their organisation is to do."""

    told: tuple[InboxEntry, ...] = ()  # not read yet, the newest first
    emergencies: tuple[EmergencyToReview, ...] = ()
    planned: tuple[AgendaEntry, ...] = ()  # that nobody said more of, in order of time
    ending: tuple[CaseloadEntry, ...] = ()  # with a right to renew
    asked: tuple[ReferralEntry, ...] = ()  # of the organisation, without an answer yet
    waiting: tuple[ReferralEntry, ...] = ()  # for the answer of others
    invitations: tuple[InvitationRow, ...] = ()

    def seen(self) -> Iterator[tuple[UUID, set[DataClass]]]:
        """Each pathway that something is shown of, and of which classes that is."""
        for told in self.told:
            yield told.item.pathway_id, {*told.classes}
        for emergency in self.emergencies:
            yield emergency.row.pathway_id, {DataClass.SOCIAL, *_named(emergency.person)}
        entries: tuple[AgendaEntry | ReferralEntry, ...]
        entries = *self.planned, *self.asked, *self.waiting
        for entry in entries:
            yield entry.row.pathway_id, {entry.row.data_class, *_named(entry.person)}
        for ending in self.ending:
            yield ending.pathway_id, {*ending.classes}


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a day is read from, and where that is traced."""

    network: Network
    views: Views
    inbox: Inbox
    traces: Traces


def read_day(sources: Sources, asked: DayAsked, viewer: Member) -> Day:
    """Everything that is due, once that is traced.

    Who follows nobody under their hat has what they are told of, and no list of people.

    Raises:
        ViewBehind: a view has not come to `min_position` in time.
        StoreUnavailable: it cannot be read, or not traced.
    """
    reading = Reading(sources.network, sources.views, sources.inbox, asked, viewer)
    day = reading.day() if Role.CASEWORKER in viewer.roles else reading.of_who_follows_nobody()
    trace_listed(sources.network, sources.traces, viewer, look=Look.LIST, shown=day.seen())
    return day


@dataclass(frozen=True, slots=True)
class Reading:
    network: Network
    views: Views
    inbox: Inbox
    asked: DayAsked
    viewer: Member

    def day(self) -> Day:
        return Day(
            told=self._told(),
            emergencies=self._emergencies(),
            planned=self._planned(),
            ending=self._ending(),
            asked=self._requested(Box.INBOX),
            waiting=self._requested(Box.OUTBOX),
            invitations=self._invitations(),
        )

    def of_who_follows_nobody(self) -> Day:
        reviews = Role.COORDINATOR in self.viewer.roles
        return Day(told=self._told(), emergencies=self._emergencies() if reviews else ())

    def _told(self) -> tuple[InboxEntry, ...]:
        read = read_inbox(self.network, self.inbox, self.viewer, unread=True, page=SOME)
        return tuple(entry for entry in read.page.entries if not entry.is_settled)

    def _emergencies(self) -> tuple[EmergencyToReview, ...]:
        position = self.asked.min_position
        return emergencies_to_review(self.network, self.views, self.viewer, min_position=position)

    def _planned(self) -> tuple[AgendaEntry, ...]:
        today = self.asked.today
        wanted = AgendaFilter(
            today - LATE, today + A_WEEK, self._whose, or_nobodys=True, awaited=True
        )
        return read_agenda(
            self.network,
            self.views,
            self.viewer,
            wanted=wanted,
            page=SOME,
            min_position=self.asked.min_position,
        ).entries

    def _ending(self) -> tuple[CaseloadEntry, ...]:
        by = self.asked.today + TO_RENEW
        wanted = CaseloadFilter(referent_id=self._whose, or_nobodys=True, right_ends_by=by)
        return read_caseload(
            self.network,
            self.views,
            self.viewer,
            wanted=wanted,
            page=SOME,
            min_position=self.asked.min_position,
        ).entries

    def _requested(self, box: Box) -> tuple[ReferralEntry, ...]:
        return read_referrals(
            self.network,
            self.views,
            self.viewer,
            wanted=ReferralFilter(box, states=REQUESTED),
            page=SOME,
            min_position=self.asked.min_position,
        ).entries

    def _invitations(self) -> tuple[InvitationRow, ...]:
        position = self.asked.min_position
        return read_invitations(
            self.network, self.views, self.viewer, page=SOME, min_position=position
        ).entries

    @property
    def _whose(self) -> UUID | None:
        return None if self.asked.of_everybody else self.viewer.id


def _named(person: object) -> set[DataClass]:
    return {DataClass.IDENTITY} if person else set()
