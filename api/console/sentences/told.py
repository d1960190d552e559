"""What a later fact needs of earlier ones: only those that the reader sees."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self, TypeVar
from uuid import UUID

from application.pathways.read_timeline import TimelineEntry
from domain.kernel import Fact
from domain.pathway.wrong_file import ENTRIES

F = TypeVar("F", bound=Fact)

# The first of these that a fact has is the id of what it concerns.
NAMED = (
    *ENTRIES,
    *("consent_id", "objection_id", "exchange_id", "sharing_id", "access_id"),
    *("link_id", "flag_id", "copy_id", "erasure_id", "entry_id"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """Every visible fact under the item it concerns, in the order they were recorded."""

    by_item: dict[UUID, list[Fact]] = field(default_factory=dict)

    @classmethod
    def by(cls, entries: Iterable[TimelineEntry]) -> Self:
        """One pass over a timeline."""
        by_item: dict[UUID, list[Fact]] = {}
        for entry in entries:
            if item := about(entry.fact):
                by_item.setdefault(item, []).append(entry.fact)
        return cls(by_item)

    def first(self, item: UUID | None, kind: type[F]) -> F | None:
        """The first fact of this kind that was said of an item."""
        said = self.by_item.get(item, ()) if item else ()
        return next((fact for fact in said if isinstance(fact, kind)), None)

    def last(self, item: UUID | None, kind: type[F]) -> F | None:
        said = self.by_item.get(item, ()) if item else ()
        return next((fact for fact in reversed(said) if isinstance(fact, kind)), None)

    def before(self, fact: Fact) -> list[Fact]:
        """What was said of the same item before this fact."""
        said = self.by_item.get(about(fact) or NOTHING, [])
        place = next((place for place, known in enumerate(said) if known is fact), 0)
        return said[:place]

    def after(self, fact: Fact, kind: type[Fact]) -> bool:
        """Whether this fact comes after one of this kind, of the same item."""
        return any(isinstance(known, kind) for known in self.before(fact))


NOTHING = UUID(int=0)
NAMES_OF: dict[type[Fact], str | None] = {}  # how each kind of fact calls its item, once asked


def about(fact: Fact) -> UUID | None:
    """The item that a fact concerns; None: it concerns the person, or the whole pathway."""
    kind = type(fact)
    if kind not in NAMES_OF:
        NAMES_OF[kind] = next((name for name in NAMED if name in kind.model_fields), None)
    name = NAMES_OF[kind]
    item: UUID | None = getattr(fact, name) if name else None
    return item
