"""Lists across pathways: what is due, what is asked, what is on, who is meant."""

from datetime import date, datetime, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from fastapi.exceptions import RequestValidationError
from pydantic import Field

from api.http.paging import APage, PageShown, Paging
from api.http.reading import Shown
from api.http.says import lists, searches
from application.traces.trace import Look
from application.views.agenda import AgendaEntry, AgendaFilter, AgendaKind
from application.views.caseload import CaseloadEntry, CaseloadFilter, CaseloadOrder, DueKind
from application.views.read_agenda import read_agenda
from application.views.read_caseload import read_caseload
from application.views.read_invitations import read_invitations
from application.views.read_referrals import read_referrals
from application.views.referrals import Box, ReferralEntry, ReferralFilter
from application.views.search_people import search_people
from domain.data_classes import DataClass
from domain.instants import Day
from domain.kernel import Value
from domain.pathway.referrals.referral import ReferralState
from domain.pathway.referrals.words import Service, Urgency
from domain.pathway.reminder_answers import Answer
from domain.rights.schemes import Scheme
from domain.text import Label

router = APIRouter(prefix="/v1", tags=["lists"])
A_WEEK = timedelta(days=6)
LONGEST_AGENDA = timedelta(days=366)

Following = Annotated[bool, Query(description="False: those your organisation ceased to follow.")]
Open = Annotated[bool, Query(description="False: those with nothing left to do.")]
States = Annotated[
    frozenset[ReferralState], Query(alias="state", description="Only those in one of these.")
]
Referent = Annotated[UUID | None, Query(description="A member: only those they lead.")]
DueBy = Annotated[Day | None, Query(description="Only those with something due until that day.")]
RightEndsBy = Annotated[
    Day | None, Query(description="Only those with a right whose last day is that one, or before.")
]
WithReferral = Annotated[bool, Query(description="True: only those with an open referral.")]
Order = Annotated[
    CaseloadOrder,
    Query(description="What is due first; or who was heard from longest ago, or never."),
]
First = Annotated[Day | None, Query(alias="from", description="The first day; today.")]
Last = Annotated[Day | None, Query(alias="to", description="The last day; six days later.")]


class PersonNamed(Shown):
    called: str | None
    given_names: str | None
    family_name: str | None
    in_latin: str | None


class CaseloadEntryShown(Shown):
    pathway_id: UUID
    person: PersonNamed | None
    referent_id: UUID | None
    is_open: bool
    due_at: datetime | None
    due_kind: DueKind | None
    last_contact_at: datetime | None
    open_referrals: int
    right_ends_on: date | None
    right_scheme: Scheme | None
    lent_by: UUID | None = Field(description="The referent, for whom the member stands in.")


class ReferralEntryShown(Shown):
    pathway_id: UUID
    referral_id: UUID
    person: PersonNamed | None
    box: Box
    state: ReferralState
    holder_id: UUID | None = Field(description="The organisation whose turn it is.")
    since: datetime
    requested_at: datetime | None
    other_id: UUID | None = Field(description="The organisation on the other side.")
    outside_service: str | None
    urgency: Urgency
    service: Service | None
    data_class: DataClass


class InvitationShown(Shown):
    pathway_id: UUID = Field(description="Where to answer: `…/circle/acceptance` or `/refusal`.")
    invited_by: UUID = Field(description="The organisation that invites yours.")
    since: datetime


class AgendaEntryShown(Shown):
    pathway_id: UUID
    item_id: UUID
    person: PersonNamed | None
    kind: AgendaKind
    day: date = Field(description="Where it takes place.")
    at: datetime = Field(description="Of a follow-up, which has no hour: the start of its day.")
    state: str
    member_id: UUID | None
    what: str | None
    answer: Answer | None = Field(description="What the person said to a reminder of it.")
    data_class: DataClass
    lent_by: UUID | None = Field(description="Whose it is, for whom the member stands in.")


class Search(Value):
    """Names travel in the body: addresses are kept in logs of proxies."""

    name: Label = Field(examples=["awa dia"])


async def caseload_wanted(  # in the loop: going to another thread would take longer
    *,
    following: Following = True,
    referent_id: Referent = None,
    due_by: DueBy = None,
    right_ends_by: RightEndsBy = None,
    with_referral: WithReferral = False,
    order: Order = CaseloadOrder.DUE,
) -> CaseloadFilter:
    return CaseloadFilter(
        is_open=following,
        referent_id=referent_id,
        due_by=due_by,
        right_ends_by=right_ends_by,
        with_referral=with_referral,
        order=order,
    )


ACaseload = Annotated[CaseloadFilter, Depends(caseload_wanted)]


@router.get("/caseload", responses=lists())
def caseload(paging: APage, wanted: ACaseload) -> PageShown[CaseloadEntryShown]:
    """The pathways that your organisation shares, what is due first being first."""
    list_name = f"caseload by {wanted.order}"
    page = read_caseload(
        paging.house.network,
        paging.house.views,
        paging.by,
        wanted=wanted,
        page=paging.page(list_name),
        min_position=paging.min_position,
    )
    paging.traced((entry.pathway_id, entry.classes) for entry in page.entries)
    return paging.shown(list_name, page, tuple(map(_of_caseload, page.entries)))


@router.get("/referrals", responses=lists())
def referrals(
    paging: APage, box: Box = Box.INBOX, *, is_open: Open = True, states: States = frozenset()
) -> PageShown[ReferralEntryShown]:
    """Those your organisation received, or sent: of open ones, the longest waiting first."""
    page = read_referrals(
        paging.house.network,
        paging.house.views,
        paging.by,
        wanted=ReferralFilter(box, is_open, states),
        page=paging.page("referrals"),
        min_position=paging.min_position,
    )
    paging.traced(map(_seen, page.entries))
    return paging.shown("referrals", page, tuple(map(_of_box, page.entries)))


@router.get("/invitations", responses=lists())
def invitations(paging: APage) -> PageShown[InvitationShown]:
    """The pathways that your organisation is invited to share, the longest waiting first."""
    page = read_invitations(
        paging.house.network,
        paging.house.views,
        paging.by,
        page=paging.page("invitations"),
        min_position=paging.min_position,
    )
    shown = tuple(InvitationShown.model_validate(row) for row in page.entries)
    return paging.shown("invitations", page, shown)


@router.get("/agenda", responses=lists())
def agenda(
    paging: APage, first: First = None, last: Last = None, member_id: Referent = None
) -> PageShown[AgendaEntryShown]:
    """The appointments and follow-ups of your organisation, in order of time."""
    page = read_agenda(
        paging.house.network,
        paging.house.views,
        paging.by,
        wanted=_days(paging, first, last, member_id),
        page=paging.page("agenda"),
        min_position=paging.min_position,
    )
    paging.traced(map(_seen, page.entries))
    return paging.shown("agenda", page, tuple(map(_of_agenda, page.entries)))


@router.post("/searches", responses=searches())
def search(asked: Search, paging: APage) -> tuple[CaseloadEntryShown, ...]:
    """Find people by how their names begin, among the pathways your organisation shares."""
    found = search_people(
        paging.house.network,
        paging.house.views,
        paging.by,
        name=asked.name,
        min_position=paging.min_position,
    )
    shown = found[: paging.limit]
    paging.traced(((one.pathway_id, one.classes) for one in shown), look=Look.SEARCH)
    return tuple(map(_of_caseload, shown))


def _days(
    paging: Paging, first: date | None, last: date | None, member_id: UUID | None
) -> AgendaFilter:
    first = first or paging.house.network.clock().date()
    last = last or first + A_WEEK
    if not timedelta() <= last - first <= LONGEST_AGENDA:
        raise RequestValidationError([{"type": "days_out_of_reach", "loc": ("query", "to")}])
    return AgendaFilter(first, last, member_id)


def _seen(entry: ReferralEntry | AgendaEntry) -> tuple[UUID, set[DataClass]]:
    named = {DataClass.IDENTITY} if entry.person else set()
    return entry.row.pathway_id, named | {entry.row.data_class}


def _of_caseload(entry: CaseloadEntry) -> CaseloadEntryShown:
    return CaseloadEntryShown.model_validate(entry)


def _of_box(entry: ReferralEntry) -> ReferralEntryShown:
    said = entry.row._asdict() | {"person": entry.person}
    return ReferralEntryShown.model_validate(said)


def _of_agenda(entry: AgendaEntry) -> AgendaEntryShown:
    said = entry.row._asdict() | {"person": entry.person, "lent_by": entry.lent_by}
    return AgendaEntryShown.model_validate(said)
