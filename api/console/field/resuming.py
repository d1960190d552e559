"""What was typed in the field while the session had ended: sent by its author, once signed in."""

from starlette.responses import Response

from api.console.page import page
from api.console.refusing import see
from api.console.typed import Typed, last
from api.console.visit import Visit

HERE = "/field/"
WITHIN = ("/search", "/taken-back")  # of a page, with no page of their own


def taken_up(visit: Visit, *, to: str, typed: Typed) -> Response:
    """A button to send it; whoever did not type it reads nothing of it."""
    if last(typed, "by") != str(visit.by.id):
        return see(page_of(to))
    return page(visit, "field/again.html", to=to, typed=typed, back=page_of(to))


def page_of(path: str) -> str:
    """Where what is sent to a path was typed."""
    for end in WITHIN:
        path = path.removesuffix(end)
    return path
