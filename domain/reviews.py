"""Who read what is said to people, in a language they speak; what nobody read is not sent."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from domain.kernel import Value
from domain.text import Label

FALLBACK = "fr"  # where nothing that was reviewed is in somebody's language


class Review(Value):
    """Who read every sentence of a language, which they speak, and found it right."""

    by: Label
    on: date


class Worded(Protocol):
    """What is said in one language; `review` is None: not yet."""

    @property
    def language(self) -> str: ...
    @property
    def review(self) -> Review | None: ...


W = TypeVar("W", bound=Worded)


def reviewed_in(language: str, wordings: Iterable[W]) -> W:
    """The reviewed wording of this language (BCP 47), else the one that others fall back to.

    Raises:
        KeyError: that one is not there, or nobody reviewed it.
    """
    reviewed = {one.language: one for one in wordings if one.review}
    return reviewed.get(language.partition("-")[0].casefold()) or reviewed[FALLBACK]
