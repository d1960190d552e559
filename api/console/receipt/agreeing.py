"""The information notice read together, and what the person agrees to: each answer saved once."""

from dataclasses import replace
from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.console.forms.pages import FormRoute
from api.console.forms.sending import CORRECT
from api.console.receipt.saving import Outcome, Saving
from api.console.receipt.together import Filled, Together, id_in, together
from api.console.refusing import see
from api.console.typed import ATyped, last
from api.console.visit import AVisit
from api.languages.words import phrase
from api.problems import status_of

router = APIRouter(
    prefix="/pathways/{pathway_id}/consent", route_class=FormRoute, include_in_schema=False
)
With = Annotated[UUID | None, Query(alias="with")]
NOT_ALL = phrase("Not everything was saved. What you chose is still here.")


@router.get("")
def agree(pathway_id: UUID, visit: AVisit, added: With = None) -> Response:
    """The notice and the sheet, with what stands."""
    read = together(visit, pathway_id, added)
    return read.drawn(read.new())


@router.post("")
def agreed(pathway_id: UUID, visit: AVisit, typed: ATyped) -> Response:
    """Save what was answered; tell what was not saved, and why."""
    read = together(visit, pathway_id, id_in(typed, "with"))
    if last(typed, "by") not in {"", str(visit.by.id)}:
        return read.of_another(typed)
    filled = read.filled(typed)
    if filled.is_faulty:
        return read.drawn(filled, title=CORRECT, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    outcome = _saved(read, filled)
    if outcome.is_whole:
        return see(read.path, said="saved")
    return _not_all(together(visit, pathway_id, read.recipients.added), filled, outcome)


def _saved(read: Together, filled: Filled) -> Outcome:
    recipients, outcome = read.recipients, Outcome()
    saving = Saving(
        visit=read.visit,
        pathway_id=read.pathway_id,
        key=filled.key,
        answered=recipients.answered,
        form=filled.form,
        class_of_part=recipients.class_of_part,
    )
    if filled.telling.told:
        saving.informs(filled.telling.informing())
    for sheet in filled.sheets.values():
        saving.saves(sheet, outcome)
    return outcome


def _not_all(read: Together, filled: Filled, outcome: Outcome) -> Response:
    """What was saved is shown as it stands, and the rest as it was chosen."""
    rest = {one: filled.sheets[one] for one in (*outcome.refused, *outcome.changed)}
    again = replace(filled, telling=replace(filled.telling, told=False), sheets=rest)
    refusals = [status_of(type(refusal)) for refusal in outcome.refused.values()]
    status = refusals[0] if refusals else HTTPStatus.CONFLICT
    return read.drawn(again, title=NOT_ALL, status=status, outcome=outcome)
