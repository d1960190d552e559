"""Whether the process lives, and whether it can serve."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.http.house import House, Probe
from api.http.signed_in import AHouse
from api.http.telling import told
from api.problems import Fault, NotReady, declared
from application.refusals import StoreUnavailable
from domain.kernel import Value

router = APIRouter(prefix="/health", tags=["health"])


class Up(Value):
    status: str = "up"


@router.get("/live")
async def live() -> Up:
    """The process answers."""
    return Up()


@router.get("/ready", response_model=Up, responses=declared(NotReady))
def ready(request: Request, house: AHouse) -> Up | Response:
    """The history, the keys and the views can serve; else, which of them cannot."""
    wrong = [Fault(at=name, fault=fault) for name, fault in answers(house).items() if fault]
    return told(NotReady(), request.scope, errors=wrong) if wrong else Up()


def answers(house: House) -> dict[str, str | None]:
    """What each probe says is wrong, as a code; None where all is well."""
    return {name: _asked(probe) for name, probe in house.probes.items()}


def _asked(probe: Probe) -> str | None:
    try:
        return probe()
    except StoreUnavailable as unavailable:
        return unavailable.code
