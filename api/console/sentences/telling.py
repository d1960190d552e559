"""How the facts of an area get their sentences: a function each, or a data row."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from api.console.sentences.saying import Saying
from api.console.sentences.sentence import Area, Tone
from domain.kernel import Fact

F = TypeVar("F", bound=Fact)


class Said(NamedTuple):
    """The words of a sentence; `tone` where it hangs on what the fact says."""

    lead: str
    more: str = ""
    note: str = ""
    tone: Tone | None = None


class Row(NamedTuple):
    area: Area
    says: Callable[[Any, Saying], Said]
    tone: Tone
    corrects: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """The sentences of one area."""

    area: Area
    rows: dict[type[Fact], Row] = field(default_factory=dict)

    def of(
        self, kind: type[F], *, tone: Tone = Tone.PLAIN, corrects: bool = False
    ) -> Callable[[Callable[[F, Saying], Said]], Callable[[F, Saying], Said]]:
        """What says a fact of this kind."""

        def keep(says: Callable[[F, Saying], Said]) -> Callable[[F, Saying], Said]:
            self.rows[kind] = Row(self.area, says, tone, corrects)
            return says

        return keep

    def plainly(
        self, kind: type[Fact], words: str, *, tone: Tone = Tone.PLAIN, corrects: bool = False
    ) -> None:
        """A fact of this kind is always said with the same words."""
        self.of(kind, tone=tone, corrects=corrects)(lambda _, say: Said(say.gettext(words)))
