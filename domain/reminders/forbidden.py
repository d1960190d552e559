"""The words of the field that no reminder may spell out, in any language.

Somebody else may read a text over the person's shoulder: it never tells that there is a service, a
right, an illness or a professional.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated

from pydantic import Field

from domain.kernel import Value
from domain.text import Label, Language

# A word or several; `*` stands for any letters, at the end of a stem or around it.
Pattern = Annotated[Label, Field(pattern=r"[^\s*]{2}")]


class ForbiddenWords(Value):
    """Words by the language that they were written for; all are looked for in all languages."""

    words: Mapping[Language, tuple[Pattern, ...]]

    def first_in(self, text: str) -> str | None:
        """The first forbidden word of a text, as it stands there without its accents."""
        found = self._any.search(_plain(text))
        return found[0].strip() if found else None

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return re.compile("|".join(self._expressions()))

    def _expressions(self) -> Iterator[str]:
        for patterns in self.words.values():
            for pattern in patterns:
                stems = (re.escape(stem) for stem in _plain(pattern).split("*"))
                words = r"\w*".join(stems).replace(r"\ ", r"\s+")
                yield rf"(?<!\w){words}(?!\w)"


def _plain(text: str) -> str:
    """In small letters, without accents, vowel points or invisible marks."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in letters if unicodedata.category(one) not in {"Mn", "Cf", "Lm"})
