"""How pages are read: in which language, and how large; kept by this browser only."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.console.cookies import LANGUAGE, SIZE, TextSize, keep_choice
from api.console.page import page
from api.console.refusing import ConsoleRoute, see
from api.console.signing_in.leading import safe
from api.console.typed import ATyped, last
from api.console.visit import AVisitor
from api.languages.choosing import LANGUAGES
from api.languages.words import phrase

router = APIRouter(prefix="/reading", route_class=ConsoleRoute, include_in_schema=False)
SIZES = {
    TextSize.NORMAL: phrase("Normal"),
    TextSize.LARGE: phrase("Large"),
    TextSize.LARGEST: phrase("Very large"),
}


@router.get("")
def show(visitor: AVisitor, to: str = "/") -> Response:
    return page(visitor, "signing_in/reading.html", sizes=SIZES, to=safe(to))


@router.post("")
def choose(request: Request, typed: ATyped) -> Response:
    """Keep what was chosen; anything else changes nothing."""
    answer = see(safe(last(typed, "to")))
    if (language := last(typed, "language")) in LANGUAGES:
        keep_choice(request, answer, name=LANGUAGE, chosen=language)
    if (size := last(typed, "size")) in {*TextSize}:
        keep_choice(request, answer, name=SIZE, chosen=size)
    return answer
