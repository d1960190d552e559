"""A form: a route of the API that records something, and the line of the catalogue about it."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from typing import Any

from fastapi.routing import APIRoute
from pydantic import BaseModel, TypeAdapter, ValidationError
from starlette.routing import Match

from api.console.forms.catalogue.whole import ROWS
from api.console.forms.deriving import fields_of
from api.console.forms.kinds import Field, Kind
from api.console.forms.row import Row
from api.http.door import door, item_door, seen_door
from api.http.finding import Segment
from api.http.routes import API_ROUTES
from api.problems import NoSuchPage

VERSION = "/v1"
HERE = "/forms"
LAST = ("data_class", "at")  # what is asked last, whatever the route


WHOLE = {Kind.GROUP: Kind.ONE, Kind.ROWS: Kind.SEVERAL, Kind.WORDS: Kind.ONE}


class Seen(Enum):
    """Whether whoever acts says what they saw of the item."""

    NOTHING = "nothing"
    ITEM = "item"


DOORS = {door: Seen.NOTHING, item_door: Seen.ITEM, seen_door: Seen.ITEM}


@dataclass(frozen=True, slots=True)
class Form:
    row: Row
    route: APIRoute
    model: type[BaseModel]
    body: str  # the argument that it is given as
    fields: tuple[Field, ...]
    ids: Mapping[str, TypeAdapter[Any]]  # what the address names
    given: Mapping[str, Callable[..., Any]]  # other arguments, by what makes them

    @property
    def seen(self) -> Seen:
        return next(DOORS[call] for call in self.given.values() if call in DOORS)

    @property
    def is_about_a_pathway(self) -> bool:
        return "pathway_id" in self.ids


def form_at(path: str) -> tuple[Form, dict[str, Any]]:
    """The form at an address, and what the address names.

    Raises:
        NoSuchPage: there is none.
    """
    for end in _tree().ends(path.split("/")):
        for route in end.routes:
            match, scope = route.matches({"type": "http", "method": "POST", "path": path})
            if match is Match.FULL:
                form = form_of(route.path)
                return form, _named(form, scope["path_params"])
    raise NoSuchPage


@cache
def form_of(path: str) -> Form:
    """The form of a route of the API, by its path."""
    route, row = _routes()[path], _rows()[path]
    (body,) = route.dependant.body_params
    model = _model(body.field_info.annotation)
    signature = inspect.signature(route.endpoint)
    return Form(
        row=row,
        route=route,
        model=model,
        body=body.name,
        fields=_ordered(row, tuple(_sourced(row, field) for field in fields_of(model))),
        ids={
            each.name: TypeAdapter(signature.parameters[each.name].annotation)
            for each in route.dependant.path_params
        },
        given={
            each.name: each.call
            for each in route.dependant.dependencies
            if each.name is not None and each.call is not None
        },
    )


def _model(annotation: Any) -> type[BaseModel]:
    if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        raise TypeError(annotation)
    return annotation


def _sourced(row: Row, field: Field) -> Field:
    """What the catalogue names a source for is chosen whole, even where it has several parts."""
    if field.name not in row.sources or field.kind not in WHOLE:
        return field
    return replace(field, kind=WHOLE[field.kind], fields=(), row=None)


def _ordered(row: Row, fields: tuple[Field, ...]) -> tuple[Field, ...]:
    asked = [field for field in fields if field.name not in row.out]
    return tuple(sorted(asked, key=lambda field: _place(row, field.name)))


def _place(row: Row, name: str) -> tuple[int, int]:
    if name in row.order:
        return 0, row.order.index(name)
    return (2, LAST.index(name)) if name in LAST else (1, 0)


def _named(form: Form, params: Mapping[str, str]) -> dict[str, Any]:
    try:
        return {name: kind.validate_python(params[name]) for name, kind in form.ids.items()}
    except ValidationError:
        raise NoSuchPage from None


@cache
def _rows() -> Mapping[str, Row]:
    return {f"{VERSION}{row.path}": row for row in ROWS}


@cache
def _routes() -> Mapping[str, APIRoute]:
    return {route.path: route for route in API_ROUTES if "POST" in (route.methods or ())}


@cache
def _tree() -> Segment:
    root = Segment()
    for path in _rows():
        root.add(path.split("/"), _routes()[path])
    return root
