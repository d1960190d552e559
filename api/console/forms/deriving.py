"""The fields of a form, from the model of the body that a route takes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from uuid import UUID

from pydantic import AwareDatetime, BaseModel
from pydantic.fields import FieldInfo

from api.console.forms.kinds import Field, Kind
from domain.text import Country, Language
from domain.wall_time import WallTime

LIMITS = {
    "ge": "least",
    "le": "most",
    "max_length": "longest",
    "pattern": "pattern",
}
CENTS = "cents"
PLAIN: Mapping[Any, Kind] = {
    UUID: Kind.ONE,
    datetime: Kind.MOMENT,
    AwareDatetime: Kind.MOMENT,
    date: Kind.DAY,
}
LONG = 400  # characters from which a text is written on several lines


def fields_of(model: type[BaseModel], *, within: str = "") -> tuple[Field, ...]:
    """The fields of a model, in the order in which it names them."""
    return tuple(_field(f"{within}{name}", info) for name, info in model.model_fields.items())


def _field(name: str, info: FieldInfo) -> Field:
    bare, limits, optional = _bare(info.annotation, info.metadata)
    default = None if info.is_required() else info.get_default(call_default_factory=True)
    required = info.is_required() and not optional
    return _of_type(name, bare, required=required, default=default, optional=optional, **limits)


def _bare(annotation: Any, metadata: Iterable[Any]) -> tuple[Any, dict[str, Any], bool]:
    """A type without its wrapping, what limits it, and whether it may be left out."""
    limits, optional = dict(_limits(metadata)), False
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            limits |= dict(_limits(more))
        elif get_origin(annotation) in {Union, UnionType}:
            (annotation,) = (one for one in get_args(annotation) if one is not NoneType)
            optional = True
        else:
            return annotation, limits, optional


def _limits(metadata: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    for each in metadata:
        if isinstance(each, FieldInfo):
            yield from _limits(each.metadata)
        for said, ours in LIMITS.items():
            if (limit := getattr(each, said, None)) is not None:
                yield ours, limit


CODES = {
    dict(_limits(get_args(kind)[1:]))["pattern"]: source
    for kind, source in ((Language, "languages"), (Country, "countries"))
}


def _of_type(name: str, bare: Any, *, optional: bool, **about: Any) -> Field:
    if get_origin(bare) is tuple:
        return _repeated(name, bare, **about)
    if get_origin(bare) in {dict, Mapping}:
        return _counted(name, bare, **about)
    if get_origin(bare) is Literal:
        return Field(name=name, kind=Kind.ONE, choices=get_args(bare), **_of_choice(about))
    if issubclass(bare, StrEnum):
        return Field(name=name, kind=Kind.ONE, choices=bare, **_of_choice(about))
    if issubclass(bare, BaseModel):
        return _inside(name, bare, **about)
    return _simple(name, bare, optional=optional, **about)


def _of_choice(about: Mapping[str, Any]) -> dict[str, Any]:
    return {name: about[name] for name in ("required", "default")}


def _simple(name: str, bare: type, *, optional: bool, **about: Any) -> Field:
    if bare is bool:
        asked = optional or about["required"]
        return Field(name=name, kind=Kind.YES_NO if asked else Kind.TICK, **_of_choice(about))
    if bare in PLAIN:
        return Field(name=name, kind=PLAIN[bare], **_of_choice(about))
    if source := CODES.get(about.get("pattern", "")):
        return Field(name=name, kind=Kind.ONE, source=source, **_of_choice(about))
    if bare is int:
        euros = name.rpartition(".")[2] == CENTS
        return Field(name=name, kind=Kind.EUROS if euros else Kind.NUMBER, **about)
    return Field(
        name=name, kind=Kind.LONG if about.get("longest", 0) > LONG else Kind.WORDS, **about
    )


def _inside(name: str, model: type[BaseModel], *, required: bool, default: Any, **_: Any) -> Field:
    if model is WallTime:
        return Field(name=name, kind=Kind.WALL, required=required, default=default)
    return Field(
        name=name,
        kind=Kind.GROUP,
        required=required,
        default=default,
        fields=fields_of(model, within=f"{name}."),
        model=model,
    )


def _repeated(name: str, bare: Any, *, longest: int | None = None, **about: Any) -> Field:
    inner, limits, _ = _bare(get_args(bare)[0], ())
    said = _of_choice(about) | {"at_most": longest}
    if inner is UUID:
        return Field(name=name, kind=Kind.SEVERAL, **said)
    if issubclass(inner, StrEnum):
        return Field(name=name, kind=Kind.SEVERAL, choices=inner, **said)
    if issubclass(inner, BaseModel):
        return Field(name=name, kind=Kind.ROWS, row=_row(name, inner), model=inner, **said)
    return Field(name=name, kind=Kind.LINES, pattern=limits.get("pattern", ""), **said)


def _row(name: str, model: type[BaseModel]) -> Callable[[int], Field]:
    return lambda place: _inside(f"{name}.{place}", model, required=True, default=None)


def _counted(name: str, bare: Any, *, required: bool, default: Any, **_: Any) -> Field:
    """Something said of each member of an enum: how many, or whether."""
    of, what = get_args(bare)
    inner, limits, _optional = _bare(what, ())
    asked: dict[str, Any] = {"required": inner is bool, "default": None, "optional": True, **limits}
    fields = tuple(_meaning(_simple(f"{name}.{each.value}", inner, **asked), each) for each in of)
    return Field(name=name, kind=Kind.GROUP, required=required, default=default, fields=fields)


def _meaning(field: Field, each: StrEnum) -> Field:
    return replace(field, means=each)
