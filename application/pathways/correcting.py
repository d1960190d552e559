"""Which fact of a timeline corrects which: some name its version, others the item it is about."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from uuid import UUID

from domain.kernel import DomainEvent

AGAIN, IN_ERROR = "-corrected", "-in-error"  # how topics of corrections end


class Item(NamedTuple):
    """What facts of one kind tell of, on one pathway."""

    pathway_id: UUID
    kind: str
    id: UUID


def corrections_among(events: Sequence[DomainEvent]) -> dict[int, int]:
    """The places of corrections, each with that of what it corrects, where that is there too."""
    places = {(one.originator_id, one.originator_version): at for at, one in enumerate(events)}
    told: dict[Item, list[int]] = {}
    found: dict[int, int] = {}
    for place, event in enumerate(events):
        corrected = _named(event, places)
        if corrected is None and event.fact.topic.endswith((AGAIN, IN_ERROR)):
            corrected = _about_the_same(event, told)
        if corrected is not None:
            found[place] = corrected
        for item in _items(event):
            told.setdefault(item, []).append(place)
    return found


def _named(event: DomainEvent, places: dict[tuple[UUID, int], int]) -> int | None:
    version = getattr(event.fact, "corrects", None)
    return places.get((event.originator_id, version)) if isinstance(version, int) else None


def _about_the_same(event: DomainEvent, told: dict[Item, list[int]]) -> int | None:
    """What began the item that was entered in error; else what was said of it last."""
    item = next(_items(event), None)
    before = told.get(item, []) if item else []
    if not before:
        return None
    return before[0] if event.fact.topic.endswith(IN_ERROR) else before[-1]


def _items(event: DomainEvent) -> Iterator[Item]:
    """The items that a fact tells of; the first is the one that it changes."""
    kind = type(event.fact).__module__  # facts of one noun stand together
    for name in type(event.fact).model_fields:
        if name.endswith("_id") and isinstance(value := getattr(event.fact, name), UUID):
            yield Item(event.originator_id, kind, value)
