"""Before it is saved: how private an entry is, and which organisations will see it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from api.console.forms.asking import Asking, concern_of
from api.console.forms.form import Seen
from api.console.forms.kinds import Field
from api.console.forms.rehearsing import may_be_rehearsed, rehearsed
from api.console.typed import Typed
from application.pathways.foresee_readers import Reader, foresee_readers
from domain.data_classes import DataClass
from domain.kernel import Fact

CLASS = "data_class"


@dataclass(frozen=True, slots=True)
class Line:
    """An entry of a class, and who will see it."""

    data_class: DataClass
    readers: tuple[Reader, ...]
    private: bool  # to one's own organisation, whatever the grounds of others
    maybe: bool  # whether the entry may be of this class, whatever is typed
    shown: bool  # whether it may be, as far as is known now

    @property
    def key(self) -> str:
        return key_of(self.data_class, private=self.private)


@dataclass(frozen=True, slots=True)
class Foreseen:
    lines: tuple[Line, ...]
    certain: bool  # these are the classes it will have


def foreseen(asking: Asking, typed: Typed) -> Foreseen | None:
    """None of what is no entry of a pathway that its author may look at."""
    if asking.seen is None or not may_be_rehearsed(asking.form):
        return None
    facts = rehearsed(asking, typed)
    maybe, known = set(_possible(asking)), set(keys_of(facts))
    shown = known or maybe
    return Foreseen(tuple(_lines(asking, maybe, shown)), certain=bool(known) or len(maybe) == 1)


def keys_of(facts: Sequence[Fact]) -> Iterator[str]:
    """How lines are told apart by scripts."""
    for fact in facts:
        yield key_of(fact.data_class, private=fact.private_to is not None)


def key_of(data_class: DataClass, *, private: bool) -> str:
    return f"{data_class.value}-private" if private else data_class.value


def _lines(asking: Asking, maybe: set[str], shown: set[str]) -> Iterator[Line]:
    own = asking.visit.by.organisation_id
    readers = foresee_readers(asking.visit.house.network, asking.pathway)
    for data_class, seen_by in readers.items():
        inside = tuple(one for one in seen_by if one.organisation_id == own)
        for private, told in ((False, seen_by), (True, inside)):
            key = key_of(data_class, private=private)
            yield Line(data_class, told, private, key in maybe, key in shown)


def _possible(asking: Asking) -> Iterator[str]:
    """The classes that it may have, until what is typed tells."""
    row, least = asking.form.row, _least(asking)
    raised = row.varies or _has_class(asking.form.fields)
    for data_class in DataClass:
        if data_class is least or (raised and data_class.rank > least.rank):
            yield data_class.value


def _least(asking: Asking) -> DataClass:
    """What is said of something is as private as it is."""
    least = asking.form.row.lowest
    if asking.form.seen is Seen.NOTHING or asking.seen is None:
        return least
    concern = concern_of(asking.form, asking.ids)
    known = [event.fact.data_class for event in asking.seen.events if concern(event.fact)]
    return max((least, *known), key=lambda one: one.rank)


def _has_class(fields: Iterable[Field]) -> bool:
    return any(field.last == CLASS or _has_class(field.fields) for field in fields)
