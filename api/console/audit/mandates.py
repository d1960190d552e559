"""The first page of audits: the mandates one has, or handles, and what they open."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from api.console.audit.asking import Asking, AsWhom, AuditUnreadable, Said
from api.console.audit.viewers import Organisations, viewers_of
from api.console.page import page
from api.console.refusing import ConsoleRoute, see
from api.console.visit import AVisit, Visit
from api.console.wording.labels import label
from api.languages.words import phrase
from application.mandates.list_mandates import MandateState, list_mandates
from application.receipts.naming import Directory
from domain.mandates.facts import Wearer
from domain.mandates.mandates import Mandate, handles_mandates, may_grant
from domain.mandates.words import Reach
from domain.members import Role

router = APIRouter(prefix="/audit", route_class=ConsoleRoute, include_in_schema=False)
ORDER = (MandateState.RUNNING, MandateState.ASKED, MandateState.GRANTED, MandateState.OVER)
TONES = {MandateState.RUNNING: "ok", MandateState.ASKED: "warn", MandateState.GRANTED: "act"}


@dataclass(frozen=True, slots=True)
class MandateTold:
    id: UUID
    state: str
    tone: str
    purpose: str
    reach: str
    organisations: tuple[str, ...]  # that it names
    pathways: tuple[str, ...]  # addresses of those that it opens now
    auditor: str
    asked_by: str
    granted_by: str
    starts: datetime
    until: datetime
    ended_at: datetime | None
    acts: tuple[tuple[str, str], ...]  # words, and the address of the form


@router.get("")
def mandates(visit: AVisit, pathway: Said = "", viewer: AsWhom = "") -> Response:
    """The mandates; where an id is given, it leads on to that pathway.

    Raises:
        AuditUnreadable: it is no id.
        NotYoursToMandate: the member neither handles mandates nor audits.
    """
    if pathway:
        return see(found(pathway, viewer).address())
    listed = list_mandates(visit.house.network, visit.by)
    told = sorted(listed, key=lambda one: ORDER.index(one[1]))
    return page(
        visit,
        "audit/mandates.html",
        mandates=[_told(visit, mandate, state) for mandate, state in told],
        handles=handles_mandates(visit.by),
        audits=visit.has(Role.AUDITOR),
        opens=_opens(visit, listed),
    )


def found(pathway: str, viewer: str) -> Asking:
    """A pathway by what was typed.

    Raises:
        AuditUnreadable: it is no id.
    """
    try:
        return Asking(UUID(pathway.strip()), None, viewer)
    except ValueError:
        raise AuditUnreadable from None


@dataclass(frozen=True, slots=True)
class Opens:
    """What the mandates that run now let one look for by an id."""

    whole: bool
    viewers: tuple[Organisations, ...]


def _opens(visit: Visit, listed: Iterable[tuple[Mandate, MandateState]]) -> Opens | None:
    scopes = [
        mandate.scope
        for mandate, state in listed
        if state is MandateState.RUNNING and mandate.auditor.membership_id == visit.by.id
    ]
    ids = {one for scope in scopes if scope.reach is Reach.ORGANISATIONS for one in scope.ids}
    whole = any(scope.reach is not Reach.ORGANISATIONS for scope in scopes)
    return Opens(whole, tuple(viewers_of(visit, ids))) if scopes else None


def _told(visit: Visit, mandate: Mandate, state: MandateState) -> MandateTold:
    directory, scope = Directory(visit.house.network.log), mandate.scope
    opens = state is MandateState.RUNNING and mandate.auditor.membership_id == visit.by.id
    of_pathways = scope.reach is Reach.PATHWAYS and opens
    of_organisations = scope.reach is Reach.ORGANISATIONS
    return MandateTold(
        id=mandate.id,
        state=visit.gettext(label(state)),
        tone=TONES.get(state, ""),
        purpose=visit.gettext(label(mandate.purpose)),
        reach=visit.gettext(label(scope.reach)),
        organisations=tuple(map(directory.organisation, scope.ids if of_organisations else ())),
        pathways=tuple(map(_address, scope.ids if of_pathways else ())),
        auditor=_wearer(directory, mandate.auditor),
        asked_by=_wearer(directory, mandate.asked_by),
        granted_by=_wearer(directory, mandate.granted_by) if mandate.granted_by else "",
        starts=max(filter(None, (mandate.starts, mandate.granted_at))),
        until=mandate.until,
        ended_at=mandate.ended_at,
        acts=tuple(_acts(visit, mandate, state)),
    )


def _acts(visit: Visit, mandate: Mandate, state: MandateState) -> Iterator[tuple[str, str]]:
    """What the viewer may do about it; somebody else than who asked grants."""
    here, by = f"/forms/mandates/{mandate.id}", visit.by
    others = by.id not in {mandate.asked_by.membership_id, mandate.auditor.membership_id}
    if state is MandateState.ASKED and others and may_grant(by, mandate.scope):
        yield phrase("Grant this mandate"), f"{here}/grant"
    if state is not MandateState.OVER:
        yield phrase("End this mandate"), f"{here}/end"


def _address(pathway_id: UUID) -> str:
    return Asking(pathway_id, None, "").address()


def _wearer(directory: Directory, wearer: Wearer) -> str:
    def words() -> Iterator[str]:
        known = directory.membership(wearer.organisation_id, wearer.membership_id)
        yield (known.name or "") if known else ""
        yield directory.organisation(wearer.organisation_id)

    return ", ".join(filter(None, words()))
