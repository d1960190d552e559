"""Whether the process lives, and whether it can serve."""

from fastapi import APIRouter

from api.http.signed_in import AHouse
from api.problems import NotReady, declared
from domain.kernel import Value

router = APIRouter(prefix="/health", tags=["health"])


class Up(Value):
    status: str = "up"


@router.get("/live")
async def live() -> Up:
    """The process answers."""
    return Up()


@router.get("/ready", responses=declared(NotReady))
def ready(house: AHouse) -> Up:
    """The stores, the keys and the views can serve."""
    if any(probe() for probe in house.probes.values()):
        raise NotReady
    return Up()
