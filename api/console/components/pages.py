"""What every page is made of, on one page; whoever changes the style looks here first."""

from collections.abc import Iterator

from fastapi import APIRouter
from starlette.responses import Response

from api.console.forms.kinds import Choice, Field, Kind
from api.console.forms.showing import Shown
from api.console.page import page
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisitor, Visitor
from api.console.wording.labels import label
from api.languages.words import phrase
from domain.data_classes import DataClass

router = APIRouter(route_class=ConsoleRoute, include_in_schema=False)
COLOURS = {  # by the name of each in the style, with what it is for
    "paper": phrase("behind everything"),
    "card": phrase("what stands out"),
    "wash": phrase("what is quoted"),
    "ink": phrase("what is read"),
    "soft": phrase("what is read second"),
    "lake": phrase("what can be done"),
    "clay": phrase("what is late or refused"),
    "moss": phrase("what is open or done"),
    "rope": phrase("the thread"),
}


@router.get("/components")
def components(visitor: AVisitor) -> Response:
    return page(visitor, "components/components.html", colours=COLOURS, fields=list(_of(visitor)))


def _of(visitor: Visitor) -> Iterator[Shown]:
    """A field of each look, as forms draw them."""
    said = visitor.gettext
    line = Field(name="called", kind=Kind.WORDS, longest=120)
    yield Shown(
        name="called",
        kind="words",
        label=said(phrase("What the person wants to be called")),
        hint=said(phrase("A first name is enough.")),
        required=True,
        field=line,
    )
    faulty = Field(name="day", kind=Kind.DAY)
    yield Shown(
        name="day",
        kind="day",
        label=said(phrase("Day")),
        fault=said(phrase("Write a day, such as 2026-11-24.")),
        field=faulty,
    )
    choices = tuple(Choice(one, said(label(one))) for one in list(DataClass)[:4])
    radios = Field(name="data_class", kind=Kind.ONE)
    legend = said(phrase("Who may read it"))
    yield Shown(
        name="data_class", kind="radios", label=legend, required=True, choices=choices, field=radios
    )
    note = Field(name="text", kind=Kind.LONG, longest=4_000)
    yield Shown(name="text", kind="long", label=said(phrase("Note")), field=note)
