"""A form as its page shows it: each field with its label, its choices and what was typed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from api.console.forms.asking import Asking
from api.console.forms.choosing import choices_for
from api.console.forms.kinds import FEW, Choice, Field, Kind
from api.console.forms.labels.every import words_of
from api.console.forms.labels.words import Words
from api.console.forms.parsing import NO, YES, Reader
from api.console.typed import Typed
from api.console.wording.labels import label
from api.languages.words import phrase

SMALL = frozenset({Kind.NUMBER, Kind.TICK})
FLAT = "flat"  # a group that only holds others together
ROWS_MORE = 1  # empty rows beside those that were filled in
YES_OR_NO = (Choice(YES, phrase("Yes")), Choice(NO, phrase("No")))
UNDECIDED = Choice("", phrase("Not known yet"))
NOTHING = Choice("", "—")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A field as a template needs it."""

    name: str
    kind: str
    label: str
    hint: str = ""
    required: bool = False
    must: bool = False  # the browser may insist: it is asked for whatever else is said
    values: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    fault: str = ""
    day: str = ""
    time: str = ""
    zone: str = ""
    fields: tuple["Shown", ...] = ()
    field: Field

    @property
    def id(self) -> str:
        return "f-" + self.name.replace(".", "-")

    @property
    def short(self) -> bool:
        """Whether its fields are small enough to stand side by side."""
        return all(one.kind in SMALL for one in self.fields)

    @property
    def value(self) -> str:
        return self.values[-1] if self.values else ""


@dataclass(frozen=True, slots=True)
class Shower:
    asking: Asking
    typed: Typed
    faults: Mapping[str, str]  # by name of field
    more: str = ""  # the rows to which one is added

    def fields(self, fields: Iterable[Field], *, must: bool = True) -> tuple[Shown, ...]:
        return tuple(self.field(field, must=must) for field in fields)

    def field(self, field: Field, *, must: bool) -> Shown:
        words = words_of(self.asking.form.row.path, field) or Words("")
        gettext = self.asking.visit.gettext
        shown = Shown(
            name=field.name,
            kind=field.kind if words.label or field.kind is not Kind.GROUP else FLAT,
            label=self._label(field, words),
            hint=gettext(words.hint) if words.hint else "",
            required=field.required or field.default is not None,
            must=must and field.required,
            values=tuple(self.typed.get(field.name, ())),
            fault=self.faults.get(field.name, ""),
            field=field,
        )
        return replace(shown, **self._more_of(field, must=shown.must))

    def _label(self, field: Field, words: Words) -> str:
        said = label(field.means) if field.means is not None else words.label
        return self.asking.visit.gettext(said) if said else ""

    def _more_of(self, field: Field, *, must: bool) -> dict[str, Any]:
        match field.kind:
            case Kind.ONE | Kind.SEVERAL | Kind.YES_NO:
                return self._chosen_of(field)
            case Kind.MOMENT | Kind.WALL:
                return self._time_of(field)
            case Kind.GROUP:
                return {"fields": self.fields(field.fields, must=must)}
            case Kind.ROWS:
                return {"fields": tuple(self._rows(field))}
            case _:
                return {}

    def _time_of(self, field: Field) -> dict[str, Any]:
        parts = {name: "".join(self.typed.get(f"{field.name}.{name}", [])[-1:]) for name in PARTS}
        parts["zone"] = parts["zone"] or self.asking.visit.zone
        return parts

    def _chosen_of(self, field: Field) -> dict[str, Any]:
        choices = tuple(self._choices(field))
        if field.kind is Kind.SEVERAL:
            return {"choices": choices}
        if field.kind is Kind.YES_NO:
            more = () if field.required else (UNDECIDED,)
            return {"kind": "radios", "choices": tuple(map(self._said, (*choices, *more)))}
        few = len(choices) <= FEW and bool(field.choices)
        if few and (field.required or field.default is not None):
            return {"kind": "radios", "choices": choices}
        nothing = field.default is None
        return {"kind": "select", "choices": ((NOTHING,) if nothing else ()) + choices}

    def _choices(self, field: Field) -> Iterator[Choice]:
        if field.kind is Kind.YES_NO:
            yield from YES_OR_NO
        elif field.choices:
            gettext = self.asking.visit.gettext
            for each in field.choices:
                yield Choice(str(each.value), gettext(label(each)))
        else:
            yield from choices_for(self.asking, field)

    def _said(self, choice: Choice) -> Choice:
        return replace(choice, label=self.asking.visit.gettext(choice.label))

    def _rows(self, field: Field) -> Iterator[Shown]:
        reader = Reader(self.typed, self.asking.visit.zone, self.asking.today)
        places = reader.places(field)
        more = ROWS_MORE + (self.more == field.name)
        after = places[-1] + 1 if places else 0
        for place in (*places, *range(after, after + more)):
            yield self.field(reader.row(field, place), must=False)


PARTS = ("day", "time", "zone")


def faulty(faults: Mapping[str, str], shown: Iterable[Shown]) -> Iterator[tuple[Shown | None, str]]:
    """Each fault with the field it is about, in the order of the page; those of none first."""
    fields = dict(_by_name(shown))
    yield from ((None, said) for name, said in faults.items() if name not in fields)
    yield from ((field, faults[name]) for name, field in fields.items() if name in faults)


def _by_name(shown: Iterable[Shown]) -> Iterator[tuple[str, Shown]]:
    for field in shown:
        yield field.name, field
        yield from _by_name(field.fields)
