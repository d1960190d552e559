"""What is wrong with what was typed, said by the field it is about."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from api.console.forms.kinds import Field, Kind
from api.console.wording.faults import fault

WHOLE = ""  # of what goes wrong with no field in particular


def faults_in(errors: Iterable[Mapping[str, Any]], fields: tuple[Field, ...]) -> dict[str, str]:
    """A sentence a field, in English, from the errors of a model."""
    found: dict[str, str] = {}
    for error in errors:
        where = [str(part) for part in error["loc"] if part != "body"]
        found.setdefault(_field_at(where, fields), fault(error["type"], error.get("ctx", {})))
    return found


def _field_at(where: list[str], fields: tuple[Field, ...]) -> str:
    """The field that stands deepest at a place of the body."""
    names = {field.name for field in _all(fields, where)}
    paths = (".".join(where[:length]) for length in range(len(where), 0, -1))
    return next((path for path in paths if path in names), WHOLE)


def _all(fields: Iterable[Field], where: list[str]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from _all(field.fields, where)
        if field.kind is Kind.ROWS and field.row is not None:
            depth = field.name.count(".") + 1
            place = where[depth] if len(where) > depth else ""
            if place.isdigit():
                yield from _all((field.row(int(place)),), where)
