"""How the installation does: what is reached, how far everything is, what was done to keep it."""

from fastapi import APIRouter
from starlette.responses import Response

from api.console.operator.concerns import PROBES, concerns_of
from api.console.page import page
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisit
from api.console.wording.labels import label
from api.http.health import answers
from application.operating.read_condition import Condition, read_condition_as
from application.refusals import StoreUnavailable
from application.reminders.ports import DueState

router = APIRouter(prefix="/operator", route_class=ConsoleRoute, include_in_schema=False)


@router.get("")
def operator(visit: AVisit) -> Response:
    """Where a database cannot be reached, what the probes say of it."""
    condition = _condition(visit)
    probes = answers(visit.house)
    return page(
        visit,
        "operator/operator.html",
        now=visit.house.network.clock(),
        concerns=list(concerns_of(probes, condition)),
        probes=[(PROBES[name], fault) for name, fault in probes.items()],
        condition=condition,
        states=[
            (label(state), condition.reminders.rows[state])
            for state in DueState
            if condition.reminders.rows.get(state)
        ]
        if condition
        else [],
        erasures=[(one.id, label(one.state), one.approved_at) for one in condition.erasures]
        if condition
        else [],
    )


def _condition(visit: AVisit) -> Condition | None:
    try:
        return read_condition_as(visit.house.network, visit.house.operating, visit.by)
    except StoreUnavailable:
        return None
