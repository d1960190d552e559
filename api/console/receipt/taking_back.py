"""A yes that was given to several at once, or to somebody by name, taken back whole."""

from uuid import UUID, uuid4

from fastapi import APIRouter
from starlette.responses import Response

from api.console.forms.running import door_for
from api.console.receipt.together import id_in
from api.console.refusing import ConsoleRoute, see
from api.console.typed import ATyped
from api.console.visit import AVisit
from api.http.door import Asked
from api.http.sharing.consenting import withdraw

router = APIRouter(
    prefix="/pathways/{pathway_id}/consent", route_class=ConsoleRoute, include_in_schema=False
)


@router.post("/{consent_id}/withdrawal")
def take_back(pathway_id: UUID, consent_id: UUID, visit: AVisit, typed: ATyped) -> Response:
    """It ends at once."""
    door = door_for(visit, key=id_in(typed, "key") or uuid4(), seen="")
    withdraw(pathway_id, consent_id, Asked(), door)
    return see(f"/pathways/{pathway_id}/consent", said="saved")
