"""What a body says, as it would have been typed; the mirror of `parsing`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from api.console.forms.kinds import Field, Kind
from api.console.forms.parsing import APART, NO, YES
from api.console.typed import Typed


def typed_as(said: Mapping[str, Any], fields: Iterable[Field], *, zone: str) -> Typed:
    """As the fields would have been typed to say this."""
    filler = Filler(zone)
    pairs = (pair for field in fields for pair in filler.field(field, said.get(field.last)))
    return dict(pairs)


@dataclass(frozen=True, slots=True)
class Filler:
    zone: str

    def field(self, field: Field, value: Any) -> Iterator[tuple[str, list[str]]]:
        if value is None:
            return
        match field.kind:
            case Kind.GROUP:
                yield from self._group(field, value)
            case Kind.ROWS:
                yield from self._rows(field, value)
            case Kind.MOMENT:
                yield from self._moment(field.name, value)
            case Kind.WALL:
                yield from self._wall(field.name, value)
            case _:
                yield field.name, self._plain(field, value)

    def _plain(self, field: Field, value: Any) -> list[str]:
        match field.kind:
            case Kind.TICK | Kind.YES_NO:
                return [YES if value else NO]
            case Kind.EUROS:
                return [f"{value / 100:.2f}"]
            case Kind.LINES:
                return ["\n".join(value)]
            case Kind.SEVERAL:
                return [_chosen(field, one) for one in value]
            case _:
                return [_chosen(field, value)]

    def _group(self, field: Field, value: Any) -> Iterator[tuple[str, list[str]]]:
        for each in field.fields:
            yield from self.field(each, _inside(value, each))

    def _rows(self, field: Field, value: Sequence[Any]) -> Iterator[tuple[str, list[str]]]:
        for place, one in enumerate(value):
            if field.row is not None:
                yield from self._group(field.row(place), one)

    def _moment(self, name: str, value: Any) -> Iterator[tuple[str, list[str]]]:
        at = value if isinstance(value, datetime) else datetime.fromisoformat(value)
        there = at.astimezone(ZoneInfo(self.zone))
        yield f"{name}.day", [f"{there:%Y-%m-%d}"]
        yield f"{name}.time", [f"{there:%H:%M}"]

    def _wall(self, name: str, value: Any) -> Iterator[tuple[str, list[str]]]:
        yield f"{name}.day", [f"{value.wall:%Y-%m-%d}"]
        yield f"{name}.time", [f"{value.wall:%H:%M}"]
        yield f"{name}.zone", [value.zone]


def _inside(value: Any, field: Field) -> Any:
    if isinstance(value, Mapping):
        return value.get(field.means if field.means is not None else field.last)
    return getattr(value, field.last, None)


def _chosen(field: Field, value: Any) -> str:
    if isinstance(value, BaseModel) and field.model is not None:
        return APART.join(str(getattr(value, name)) for name in field.model.model_fields)
    return str(value.value if isinstance(value, Enum) else value)
