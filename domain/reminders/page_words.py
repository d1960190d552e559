"""What the page behind the link of a message says: when, whom to call, and nothing else."""

from collections.abc import Iterator
from typing import Self

from pydantic import model_validator

from domain.kernel import Value
from domain.reminders.naming import named_in
from domain.text import Label

NAMES = {"appointment": {"date", "time"}, "call": {"call_back"}}  # the others name nothing


class PageWords(Value):
    """The words of one language; `busy` asks to try again."""

    title: Label
    appointment: Label
    confirm: Label
    ask_to_move: Label
    stop: Label
    confirmed: Label
    asked_to_move: Label
    stopped: Label
    nothing_to_answer: Label
    busy: Label
    call: Label  # said where there is a number

    @model_validator(mode="after")
    def _names_what_it_must(self) -> Self:
        for field, line in self:
            names = NAMES.get(field, set())
            if named_in(line) != names:
                raise ValueError(f"{field} names {' and '.join(sorted(names)) or 'nothing'}")
        return self

    @property
    def lines(self) -> Iterator[str]:
        return (line for _, line in self)
