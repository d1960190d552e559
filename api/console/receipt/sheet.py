"""The sheet that is filled in together: what was typed, and what is wrong with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from api.console.receipt.answers import ASKED, SILENCE, Answer, Answers, Says
from api.console.typed import Typed, last
from api.languages.words import phrase
from domain.data_classes import DataClass

NOT_A_DAY = phrase("Write the day as day, month and year.")
GONE_BY = phrase("This day has gone by: choose a later one, or none.")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was typed about one organisation, and what its reader saw then."""

    organisation_id: UUID
    answers: Answers
    was: str
    typed_days: Mapping[DataClass, str] = field(default_factory=dict)
    faults: Mapping[DataClass, str] = field(default_factory=dict)

    @property
    def is_changed(self) -> bool:
        return mark(self.answers) != self.was


def mark(answers: Answers) -> str:
    """Answers as one word, to compare what was seen with what is there."""
    return ",".join(
        f"{one}:{answers[one].says}:{answers[one].until or ''}"
        for one in ASKED
        if answers.get(one, SILENCE) != SILENCE
    )


def sheets(typed: Typed, organisations: Iterable[UUID], *, today: date) -> list[Sheet]:
    return [_sheet(typed, one, today) for one in organisations if f"was.{one}" in typed]


def _sheet(typed: Typed, organisation_id: UUID, today: date) -> Sheet:
    answers, faults, days = (
        dict[DataClass, Answer](),
        dict[DataClass, str](),
        dict[DataClass, str](),
    )
    for one in ASKED:
        says = _says(last(typed, f"says.{organisation_id}.{one}"))
        days[one] = last(typed, f"until.{organisation_id}.{one}").strip()
        until, fault = _day(days[one], today) if says is Says.YES else (None, "")
        answers[one] = Answer(says, until)
        if fault:
            faults[one] = fault
    return Sheet(organisation_id, answers, last(typed, f"was.{organisation_id}"), days, faults)


def _says(text: str) -> Says:
    return Says(text) if text in set(Says) else Says.NOTHING


def _day(text: str, today: date) -> tuple[date | None, str]:
    if not text:
        return None, ""
    try:
        until = date.fromisoformat(text)
    except ValueError:
        return None, NOT_A_DAY
    return (None, GONE_BY) if until < today else (until, "")
