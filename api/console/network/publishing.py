"""Prepare what would be published of a year, look at it, and publish it for good."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.exceptions import RequestValidationError
from pydantic import Field, ValidationError
from starlette.responses import Response

from api.console.forms.asking import local_day
from api.console.forms.running import door_for
from api.console.forms.sent import Sent
from api.console.network.refused import Refused
from api.console.page import page
from api.console.refusing import ConsoleRoute, see
from api.console.typed import ATyped, last
from api.console.visit import AVisit, Visit
from api.http.publications import MOST_COMMUNES, PublicationAsked, Wish, preparation, publish
from api.languages.words import phrase
from api.problems import Unreadable, status_of
from api.publications.page import laid
from api.publications.shown import PreparationShown
from domain.kernel import Value
from domain.publication.releases import must_publish
from domain.refusals import DomainError
from domain.text import Commune

router = APIRouter(prefix="/publications", route_class=ConsoleRoute, include_in_schema=False)
UNFIT = phrase("Give a year that is over, and communes by their official codes, such as 63338.")
YEARS = 5  # that are over, offered first
Said = Annotated[str, Query(max_length=2_000)]


class Question(Value):
    """What a preparation is asked for."""

    year: int = Field(ge=2000, le=2200)
    communes: tuple[Commune, ...] = Field(max_length=MOST_COMMUNES)


@router.get("/preparation")
def prepare(visit: AVisit, year: Said = "", communes: Said = "") -> Response:
    """What would be told of a year, and what would be left out; nothing is published yet."""
    must_publish(visit.by)
    said = {"year": year, "communes": communes}
    if not year:
        return _drawn(visit, said)
    try:
        return _drawn(visit, said, ready=_ready(visit, said))
    except ValidationError:
        return _drawn(visit, said, refused=Refused(status_of(Unreadable), UNFIT))
    except DomainError as refusal:
        return _drawn(visit, said, refused=Refused.by(refusal))


@router.post("/preparation")
def send(visit: AVisit, typed: ATyped) -> Response:
    """Publish what was prepared, once; what is not the same any more is refused."""
    must_publish(visit.by)
    said = {name: last(typed, name) for name in ("year", "communes", "position", "mark")}
    sent = Sent.read(typed, by=visit.by.id, now=visit.house.network.clock())
    try:
        asked = PublicationAsked.model_validate(said | {"communes": said["communes"].split()})
        publish(asked, door_for(visit, key=sent.key, seen=""))
    except (ValidationError, RequestValidationError):
        return _drawn(visit, said, refused=Refused(status_of(Unreadable), UNFIT))
    except DomainError as refusal:
        return _drawn(visit, said, refused=Refused.by(refusal))
    return see("/publications", said="published")


def _ready(visit: Visit, said: Mapping[str, str]) -> PreparationShown:
    asked = Question.model_validate({"year": said["year"], "communes": said["communes"].split()})
    communes = tuple(dict.fromkeys(asked.communes))
    return preparation(Wish(asked.year, communes, visit.language), visit.by, visit.house)


def _drawn(
    visit: Visit,
    said: Mapping[str, str],
    *,
    ready: PreparationShown | None = None,
    refused: Refused | None = None,
) -> Response:
    sent = Sent.new(visit.by.id, opened=visit.house.network.clock(), seen="", back="")
    today = local_day(visit)
    return page(
        visit,
        "network/preparation.html",
        status=refused.status if refused else 200,
        asked=said,
        years=[today.year - ago for ago in range(1, YEARS + 1)],
        ready=ready,
        tables=[laid(table) for table in ready.tables] if ready else [],
        refused=refused,
        hidden=sent.hidden(),
    )
