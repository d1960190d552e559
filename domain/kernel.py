"""What every part of the domain is made of: values, facts, events, parts, aggregates, refusals."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple, Self, TypeVar
from uuid import UUID

from eventsourcing.utils import register_topic
from pydantic import AwareDatetime, BaseModel, ConfigDict, model_validator

from domain.data_classes import DataClass

K = TypeVar("K")
V = TypeVar("V")
Items = MappingProxyType  # what a part remembers, by id; replaced whole, never changed


class Value(BaseModel):
    """Something said once and never changed; unknown fields are refused when it is written."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Fact(Value):
    """What happened, in the field's words: what a decision returns and what is stored for good.

    A subclass declares its stored name (`topic`), the lowest data class its facts may have, and
    `alone=True` when each fact is sealed under a key of its own, because it carries free text or
    speaks of a third person and must be erasable by itself. `schema` counts the versions of what
    is stored: a new optional field needs no new version, anything else does, with an upcaster.
    """

    topic: ClassVar[str]
    lowest: ClassVar[DataClass]
    alone: ClassVar[bool]
    schema_version: ClassVar[int]

    occurred_at: AwareDatetime  # declared; the store adds when it was recorded
    data_class: DataClass = DataClass.IDENTITY

    def __init_subclass__(
        cls, *, topic: str, lowest: DataClass, alone: bool = False, schema: int = 1, **config: Any
    ) -> None:
        super().__init_subclass__(**config)
        cls.topic, cls.lowest, cls.alone, cls.schema_version = topic, lowest, alone, schema
        register_topic(topic, cls)

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        cls.model_fields["data_class"].default = cls.lowest
        cls.model_rebuild(force=True)

    @property
    def private_to(self) -> UUID | None:
        """The only organisation that may see this fact, whatever its class; None: no limit."""
        return None

    @model_validator(mode="after")
    def _not_below_its_floor(self) -> Self:
        if self.data_class.rank < self.lowest.rank:
            raise ValueError(f"a {self.topic} is never less than {self.lowest}")
        return self


class DomainEvent(NamedTuple):
    """A fact with its place: in its stream, and, once recorded, in the whole history."""

    originator_id: UUID
    originator_version: int
    fact: Fact
    position: int = 0  # commit order over the whole history; 0 until recorded
    recorded_at: datetime | None = None  # set by the store, never decreasing
    actor_id: UUID | None = None  # the member who acted; None for the system itself
    organisation_id: UUID | None = None  # the hat they acted under
    command_id: UUID | None = None


class Part:
    """One concern of an aggregate: a frozen dataclass with its decisions and its evolution."""

    __slots__ = ()
    facts: ClassVar[tuple[type[Fact], ...]]

    def evolve(self, fact: Fact, version: int) -> Self:
        """Fold a fact of `facts` in; `version` is its place in the stream. It cannot refuse."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Aggregate:
    """A consistency boundary: it only composes its parts, and says what may be recorded next."""

    id: UUID
    version: int = 0

    readers: ClassVar[Mapping[type[Fact], tuple[str, ...]]]  # which parts fold a fact

    def after(self, events: Iterable[DomainEvent]) -> Self:
        """The same aggregate once these events, in stream order, have happened."""
        version, changed = self.version, dict[str, Any]()
        for event in events:
            version = event.originator_version
            for name in self.readers.get(type(event.fact), ()):
                part: Part = changed[name] if name in changed else getattr(self, name)
                changed[name] = part.evolve(event.fact, version)
        return replace(self, version=version, **changed)

    def next(self, facts: Iterable[Fact]) -> list[DomainEvent]:
        """Number facts that a decision returned, to be recorded after what is known here."""
        return [
            DomainEvent(self.id, version, fact)
            for version, fact in enumerate(facts, start=self.version + 1)
        ]


def readers_of(**parts: type[Part]) -> dict[type[Fact], tuple[str, ...]]:
    """Index the parts of an aggregate, by field name, under each fact they fold."""
    index: dict[type[Fact], tuple[str, ...]] = {}
    for name, part in parts.items():
        for fact in part.facts:
            index[fact] = (*index.get(fact, ()), name)
    return index


def none_yet() -> Items[Any, Any]:
    """What a part remembers before anything happened."""
    return NONE_YET


NONE_YET: Items[Any, Any] = Items({})


def having(items: Items[K, V], key: K, item: V) -> Items[K, V]:
    """The same items with this one added or replaced."""
    return Items(items | {key: item})


def without(items: Items[K, V], key: K) -> Items[K, V]:
    """The same items but this one, if it was there."""
    if key not in items:
        return items
    return Items({known: item for known, item in items.items() if known != key})
