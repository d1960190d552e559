"""How the person was told: by which means, in which language, with or without an interpreter."""

from dataclasses import dataclass

from api.console.sentences.figures import language_named
from api.console.typed import Typed, last
from api.http.sharing.consenting import Informing
from api.languages.choosing import Language
from domain.pathway.grounds.words import InformedBy
from domain.pathway.pathway import Pathway

NOTICE = "notice-2026-11"  # of the words of `notice.html`: another one when they change
SPOKEN = (
    *("fr", "en", "ar", "es", "pt", "it", "de", "ro", "sq", "tr", "ru", "uk", "ka", "hy"),
    *("fa", "ps", "ur", "bn", "ta", "zh", "so", "ti", "am", "ff", "bm", "wo", "ln", "sw", "ht"),
)


@dataclass(frozen=True, slots=True)
class Telling:
    """What the sheet says of it; nothing where it was not read today."""

    told: bool
    means: InformedBy
    language: str
    with_interpreter: bool

    @classmethod
    def known(cls, pathway: Pathway) -> "Telling":
        spoken = pathway.person.interpreter
        return cls(
            told=False,
            means=InformedBy.ORAL,
            language=spoken or "fr",
            with_interpreter=spoken is not None,
        )

    @classmethod
    def typed(cls, typed: Typed, pathway: Pathway) -> "Telling":
        means, language = last(typed, "means"), last(typed, "spoken")
        return cls(
            told=last(typed, "told") == "yes",
            means=InformedBy(means) if means in set(InformedBy) else InformedBy.ORAL,
            language=language if language in _codes(pathway) else "fr",
            with_interpreter=last(typed, "interpreter") == "yes",
        )

    def informing(self) -> Informing:
        return Informing(
            notice=NOTICE,
            language=self.language,
            means=self.means,
            with_interpreter=self.with_interpreter,
        )


def languages(pathway: Pathway, language: Language) -> list[tuple[str, str]]:
    """Those that may be chosen, by name."""
    named = ((code, language_named(code, language)) for code in _codes(pathway))
    return sorted(named, key=lambda one: one[1])


def _codes(pathway: Pathway) -> set[str]:
    return {*SPOKEN, *([pathway.person.interpreter] if pathway.person.interpreter else [])}
