"""The information notice read together, and what the person agrees to, on one screen."""

from dataclasses import dataclass, replace
from datetime import date
from http import HTTPStatus
from typing import Annotated
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.console.forms.running import door_for
from api.console.forms.sending import OTHER_HAT, SOMEBODY_ELSE, is_own
from api.console.page import page
from api.console.receipt.answers import Answered
from api.console.receipt.recipients import Recipients, names_of
from api.console.receipt.saving import Outcome, Saving
from api.console.receipt.sheet import Sheet, mark, sheets
from api.console.receipt.telling import Telling, languages
from api.console.refusing import ConsoleRoute, see
from api.console.typed import ATyped, Typed, last
from api.console.visit import AVisit, Visit
from api.http.door import Asked
from api.http.sharing.consenting import withdraw
from api.languages.words import phrase
from api.problems import status_of
from api.receipts.words import CLASSES, PURPOSES
from application.pathways.looking import PathwayAsked
from application.pathways.read_pathway import read_pathway
from application.traces.trace import Purpose
from domain.pathway.grounds.words import Form, InformedBy
from domain.refusals import DomainError

router = APIRouter(
    prefix="/pathways/{pathway_id}/consent", route_class=ConsoleRoute, include_in_schema=False
)
With = Annotated[UUID | None, Query(alias="with")]
CORRECT = phrase("Some answers need another look. Nothing was saved yet.")
NOT_ALL = phrase("Not everything was saved. What you chose is still here.")


@dataclass(frozen=True, slots=True)
class Reading:
    """The sheet as somebody sees it: what stands, and over it what they typed."""

    visit: Visit
    pathway_id: UUID
    recipients: Recipients

    def drawn(
        self,
        *,
        key: UUID,
        telling: Telling,
        form: Form = Form.ORAL,
        typed: dict[UUID, Sheet] | None = None,
        title: str = "",
        status: int = HTTPStatus.OK,
        outcome: Outcome | None = None,
    ) -> Response:
        pathway = self.recipients.pathway
        asked = self.recipients.asked_about()
        stands = {one.id: self.recipients.answered.of(one.id) for one in asked}
        return page(
            self.visit,
            "receipt/agreeing.html",
            status=status,
            pathway_id=self.pathway_id,
            notice=self.visit.house.notice,
            call_back=self.call_back(),
            informed_at=pathway.consents.informed_at,
            team=self.recipients.in_team(),
            may_ask=self.visit.by.organisation_id in pathway.team.organisations,
            asked=asked,
            stands=stands,
            marks={one: mark(answers) for one, answers in stands.items()},
            sheets=typed or {},
            together=list(names_of(self.recipients)),
            others=self.recipients.others(),
            classes=CLASSES,
            purposes=PURPOSES,
            means=tuple(InformedBy),
            forms=tuple(Form),
            spoken=languages(pathway, self.visit.language),
            telling=telling,
            form=form,
            key=key,
            title=title,
            outcome=outcome or Outcome(),
            added=str(self.recipients.added or ""),
        )

    def call_back(self) -> str:
        """The number that the person was told."""
        own = self.visit.organisation.call_back if self.visit.organisation else ""
        return self.visit.house.notice.call_back or own

    @property
    def today(self) -> date:
        return self.visit.house.network.clock().astimezone(ZoneInfo(self.visit.zone)).date()


def reading(visit: Visit, pathway_id: UUID, added: UUID | None) -> Reading:
    """Look at what stands; it is traced.

    Raises:
        PathwayNotOpened: there is no such pathway that the visitor may know of.
    """
    house, asked = visit.house, PathwayAsked(pathway_id, None, Purpose.ASKED_BY_PERSON)
    seen = read_pathway(house.network, house.traces, asked, visit.by)
    answered = Answered(seen, house.network.clock(), visit.zone)
    return Reading(visit, pathway_id, Recipients(visit, answered, added))


@router.get("")
def agree(pathway_id: UUID, visit: AVisit, added: With = None) -> Response:
    """The notice and the sheet, with what stands."""
    read = reading(visit, pathway_id, added)
    return read.drawn(key=uuid4(), telling=Telling.known(read.recipients.pathway))


@router.post("")
def agreed(pathway_id: UUID, visit: AVisit, typed: ATyped) -> Response:
    """Save what was answered, each answer once; tell what was not saved, and why."""
    read = reading(visit, pathway_id, _id(last(typed, "with")))
    if last(typed, "by") not in {"", str(visit.by.id)}:
        return _of_another(read, typed)
    typed_sheets = _sheets(read, typed)
    telling, form = Telling.typed(typed, read.recipients.pathway), _form(typed)
    key = _id(last(typed, "key")) or uuid4()
    if any(sheet.faults for sheet in typed_sheets.values()):
        return read.drawn(
            key=key,
            telling=telling,
            form=form,
            typed=typed_sheets,
            title=CORRECT,
            status=HTTPStatus.UNPROCESSABLE_ENTITY,
        )
    return _saved(read, key, telling, form, typed_sheets)


@router.post("/{consent_id}/withdrawal")
def take_back(pathway_id: UUID, consent_id: UUID, visit: AVisit, typed: ATyped) -> Response:
    """A yes that is kept or taken back whole."""
    key = _id(last(typed, "key")) or uuid4()
    withdraw(pathway_id, consent_id, Asked(), door_for(visit, key=key, seen=""))
    return see(f"/pathways/{pathway_id}/consent", said="saved")


def _saved(
    read: Reading, key: UUID, telling: Telling, form: Form, typed: dict[UUID, Sheet]
) -> Response:
    recipients, outcome = read.recipients, Outcome()
    saving = Saving(
        read.visit, read.pathway_id, key, recipients.answered, form, recipients.class_of_part
    )
    if telling.told:
        saving.informs(telling.informing())
    for sheet in typed.values():
        saving.saves(sheet, outcome)
    if outcome.is_whole:
        return see(f"/pathways/{read.pathway_id}/consent", said="saved")
    again = reading(read.visit, read.pathway_id, recipients.added)
    kept = {one: typed[one] for one in (*outcome.refused, *outcome.changed)}
    return again.drawn(
        key=key,
        telling=replace(telling, told=False),
        form=form,
        typed=kept,
        title=NOT_ALL,
        status=_status(outcome),
        outcome=outcome,
    )


def _of_another(read: Reading, typed: Typed) -> Response:
    """Nothing is done in another name; what was typed stays with whoever typed it."""
    opened_by = _id(last(typed, "by"))
    own = opened_by is not None and is_own(read.visit, opened_by)
    pathway = read.recipients.pathway
    return read.drawn(
        key=uuid4(),
        telling=Telling.typed(typed, pathway) if own else Telling.known(pathway),
        form=_form(typed) if own else Form.ORAL,
        typed=_sheets(read, typed) if own else None,
        title=OTHER_HAT if own else SOMEBODY_ELSE,
        status=HTTPStatus.CONFLICT,
    )


def _sheets(read: Reading, typed: Typed) -> dict[UUID, Sheet]:
    organisations = [one.id for one in read.recipients.asked_about()]
    return {
        sheet.organisation_id: sheet for sheet in sheets(typed, organisations, today=read.today)
    }


def _status(outcome: Outcome) -> int:
    refusals: list[DomainError] = list(outcome.refused.values())
    return status_of(type(refusals[0])) if refusals else HTTPStatus.CONFLICT


def _form(typed: Typed) -> Form:
    said = last(typed, "form")
    return Form(said) if said in set(Form) else Form.ORAL


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
