"""What the page behind a link says: when, whom to call, and nothing of whom or what for."""

from collections.abc import Iterable
from typing import Self

from pydantic import model_validator

from domain.kernel import Value
from domain.text import Code, Label

FALLBACK = "fr"


class PageWording(Value):
    """The words of one language; whoever speaks it reads them before anybody is shown them."""

    language: Code
    right_to_left: bool = False
    reviewed: bool
    title: Label
    appointment: Label  # names the day and the time
    confirm: Label
    ask_to_move: Label
    stop: Label
    confirmed: Label
    asked_to_move: Label
    stopped: Label
    nothing_to_answer: Label
    busy: Label
    call: Label  # names the number; said where there is one

    @model_validator(mode="after")
    def _names_what_it_must(self) -> Self:
        if "{day}" not in self.appointment or "{time}" not in self.appointment:
            raise ValueError("an appointment is named by its day and its time")
        if "{number}" not in self.call:
            raise ValueError("whom to call is named by the number")
        return self


def reviewed(wordings: Iterable[PageWording]) -> dict[str, PageWording]:
    """Those that may be shown, the fallback first."""
    shown = {wording.language: wording for wording in wordings if wording.reviewed}
    return {FALLBACK: shown[FALLBACK]} | shown
