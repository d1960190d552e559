"""Read back what was typed, as the body that the API takes; the mirror of `filling`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from api.console.forms.kinds import Field, Kind
from api.console.typed import Typed, last

AMOUNT = re.compile(r"(?P<euros>\d{1,9})(?:[.,](?P<cents>\d{1,2}))?€?")
NOON = "12:00"  # of a day that is over, where nobody says the hour
YES, NO = "yes", "no"
APART = "/"  # between the ids of what is chosen together


class NotSaid:
    """Nothing was typed."""


Said = Any  # what a field says; NotSaid where it says nothing


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads what was typed by somebody, where and when they are."""

    typed: Typed
    zone: str
    today: date

    def body(self, fields: Iterable[Field]) -> dict[str, Any]:
        read = ((field.last, self.field(field)) for field in fields)
        return {name: said for name, said in read if said is not NotSaid}

    def field(self, field: Field) -> Said:
        return READERS[field.kind](self, field)

    def text(self, name: str) -> str:
        return last(self.typed, name).strip()

    def words(self, field: Field) -> Said:
        return self.text(field.name) or NotSaid

    def euros(self, field: Field) -> Said:
        """In cents; what is no amount stays as it is, for the model to refuse."""
        text = self.text(field.name)
        amount = AMOUNT.fullmatch("".join(text.split()))
        if amount is None:
            return text or NotSaid
        return int(amount["euros"]) * 100 + int((amount["cents"] or "").ljust(2, "0"))

    def tick(self, field: Field) -> Said:
        return self.text(field.name) == YES

    def yes_no(self, field: Field) -> Said:
        return {YES: True, NO: False}.get(self.text(field.name), NotSaid)

    def one(self, field: Field) -> Said:
        return _together(self.text(field.name), field) or NotSaid

    def several(self, field: Field) -> Said:
        chosen = [text for text in self.typed.get(field.name, []) if text]
        if not chosen and not field.required:
            return NotSaid
        return [_together(text, field) for text in chosen]

    def moment(self, field: Field) -> Said:
        day, hour = self.text(f"{field.name}.day"), self.text(f"{field.name}.time")
        if not day and not hour:
            return NotSaid
        if day == self.today.isoformat() and not hour and not field.required:
            return NotSaid  # today, at no hour in particular: it is just now
        said = f"{day}T{hour or NOON}"
        try:
            return datetime.fromisoformat(said).replace(tzinfo=ZoneInfo(self.zone)).isoformat()
        except ValueError:
            return said

    def wall(self, field: Field) -> Said:
        day, hour = self.text(f"{field.name}.day"), self.text(f"{field.name}.time")
        if not day and not hour:
            return NotSaid
        zone = self.text(f"{field.name}.zone") or self.zone
        return {"wall": f"{day}T{hour}", "zone": zone}

    def lines(self, field: Field) -> Said:
        lines = [line.strip() for line in last(self.typed, field.name).splitlines()]
        return [line for line in lines if line] or ([] if field.required else NotSaid)

    def group(self, field: Field) -> Said:
        said = self.body(field.fields)
        if field.required or self.is_touched(field):
            return said
        return NotSaid

    def rows(self, field: Field) -> Said:
        rows = [self.row(field, place) for place in self.places(field)]
        said = [self.body(row.fields) for row in rows if self.is_touched(row)]
        return said if said or field.required else NotSaid

    def row(self, field: Field, place: int) -> Field:
        if field.row is None:
            raise TypeError(field.name)
        return field.row(place)

    def places(self, field: Field) -> list[int]:
        """Which rows were sent, in order."""
        named = re.compile(rf"{re.escape(field.name)}\.(\d{{1,4}})\.")
        found = {int(match[1]) for name in self.typed if (match := named.match(name))}
        return sorted(found)[: field.at_most]

    def is_touched(self, field: Field) -> bool:
        """Whether anything of a group was typed; what is ticked from the start does not count."""
        if field.kind is Kind.GROUP:
            return any(map(self.is_touched, field.fields))
        said = self.field(field)
        if field.kind is Kind.TICK:
            return bool(said) and not field.default
        if field.kind is Kind.ONE and said == _plain(field.default):
            return False
        return said is not NotSaid and said != []


READERS: Mapping[Kind, Any] = {
    Kind.WORDS: Reader.words,
    Kind.LONG: Reader.words,
    Kind.NUMBER: Reader.words,
    Kind.EUROS: Reader.euros,
    Kind.TICK: Reader.tick,
    Kind.YES_NO: Reader.yes_no,
    Kind.ONE: Reader.one,
    Kind.SEVERAL: Reader.several,
    Kind.DAY: Reader.words,
    Kind.MOMENT: Reader.moment,
    Kind.WALL: Reader.wall,
    Kind.LINES: Reader.lines,
    Kind.GROUP: Reader.group,
    Kind.ROWS: Reader.rows,
}


def _together(text: str, field: Field) -> Said:
    """What was chosen; of a model whose fields are chosen at once, each of them."""
    if field.model is None or not text:
        return text
    return dict(zip(field.model.model_fields, text.split(APART), strict=False))


def _plain(value: Any) -> Any:
    return getattr(value, "value", value)
