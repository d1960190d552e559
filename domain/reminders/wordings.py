"""Every language that reminders can be said in, checked as a whole."""

from typing import Self

from pydantic import model_validator

from domain.kernel import Value
from domain.reminders.forbidden import ForbiddenWords
from domain.reminders.wording import Wording

FALLBACK = "fr"  # where no reviewed wording is in the person's language


class Wordings(Value):
    """One wording a language; none says a forbidden word, and all have the same templates."""

    forbidden: ForbiddenWords
    each: tuple[Wording, ...]

    @model_validator(mode="after")
    def _has_one_a_language(self) -> Self:
        languages = [wording.language for wording in self.each]
        if len(set(languages)) < len(languages):
            raise ValueError("a language is worded once")
        if not any(one.language == FALLBACK and one.review for one in self.each):
            raise ValueError(f"{FALLBACK!r} is there and reviewed: others fall back to it")
        return self

    @model_validator(mode="after")
    def _says_nothing_forbidden(self) -> Self:
        for wording in self.each:
            for line in wording.literals:
                if word := self.forbidden.first_in(line):
                    raise ValueError(f"{wording.language}: {word!r} tells too much: {line!r}")
        return self

    @model_validator(mode="after")
    def _says_the_same_in_each(self) -> Self:
        expected = _named(self.fallback)
        for wording in self.each:
            if wrong := {name for name, _ in expected ^ _named(wording)}:
                names = ", ".join(sorted(wrong))
                raise ValueError(f"{wording.language}: {names}: not what {FALLBACK!r} names there")
        return self

    @property
    def fallback(self) -> Wording:
        return next(wording for wording in self.each if wording.language == FALLBACK)

    def reviewed_in(self, language: str) -> Wording:
        """The reviewed wording of this language (BCP 47), else the fallback's."""
        wanted = language.partition("-")[0].casefold()
        found = (one for one in self.each if one.language == wanted and one.review)
        return next(found, self.fallback)


def _named(wording: Wording) -> set[tuple[str, frozenset[str]]]:
    return {(name, template.named) for name, template in wording.templates.items()}
