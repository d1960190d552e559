"""An example of any fact, every field filled in where it may be, found by trying."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from itertools import islice, product
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from pydantic import BaseModel, TypeAdapter, ValidationError

from domain.publication.release import Tables
from tests.domain.publication.towns import BY_NEED, people, tables

M = TypeVar("M", bound=BaseModel)

ATTEMPTS = 100_000
PLAIN: tuple[Any, ...] = (
    UUID("99999999-0000-4000-8000-000000000009"),
    datetime(2026, 3, 4, 10, 30, tzinfo=UTC),
    datetime(2026, 3, 4, 10, 30),  # noqa: DTZ001 (what a clock on the wall says)
    date(2026, 3, 4),
    time(10, 30),
    timedelta(hours=2),
    True,
    3,
    2026,
    12.5,
    Decimal("12.50"),
    "+33639980001",
    "awa@example.org",
    "Europe/Paris",
    "fr",
    "FR",
    "63113",
    "example.code",
)

WHOLE: Mapping[Any, BaseModel] = {  # what no trying would put together
    Tables: tables(people("north", 12, "old", "food"), BY_NEED)
}


def example_of(model: type[M], *, text: str = "Awa", without: str = "data_class") -> M:
    """An instance of a model that keeps all its own rules, with `text` wherever it may stand.

    Raises:
        LookupError: none was found; add to `PLAIN` what the new field accepts.
    """
    hints = get_type_hints(model, include_extras=True)
    names = [name for name in model.model_fields if name != without]
    choices = product(*(_options(hints[name], text) for name in names))
    for values in islice(choices, ATTEMPTS):
        try:
            return model(**dict(zip(names, values, strict=True)))
        except ValidationError:
            continue
    raise LookupError(f"no example of {model.__name__}")


def _options(hint: Any, text: str) -> list[Any]:
    adapter: TypeAdapter[Any] = TypeAdapter(hint)
    return [value for value in _tried(hint, text) if _accepts(adapter, value)]


def _tried(hint: Any, text: str) -> Iterable[Any]:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _tried(arguments[0], text)
    if origin is Literal:
        return arguments
    if origin in {Union, UnionType}:
        return [value for one in sorted(arguments, key=_is_none) for value in _options(one, text)]
    if isinstance(origin, type) and issubclass(origin, Mapping):
        key, value = arguments
        return [{_options(key, text)[0]: _options(value, text)[0]}]
    if isinstance(origin, type) and issubclass(origin, tuple | list | set | frozenset):
        return [origin([one]) for one in _options(arguments[0], text)]
    return _tried_as(hint, text)


def _tried_as(hint: Any, text: str) -> Iterable[Any]:
    if hint is NoneType:
        return [None]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return list(hint)
    if hint in WHOLE:
        return [WHOLE[hint]]
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return [example_of(hint, text=text, without="")]
    return (text, *PLAIN)


def _accepts(adapter: TypeAdapter[Any], value: Any) -> bool:
    try:
        adapter.validate_python(value, strict=True)
    except ValidationError:
        return False
    return True


def _is_none(hint: Any) -> bool:
    return hint is NoneType
