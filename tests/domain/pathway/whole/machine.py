"""A pathway driven at random beside what plain dicts say of it: the ground of the next modules."""

from collections.abc import Callable, Collection, Iterable
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from domain.data_classes import DataClass
from domain.kernel import DomainEvent, Fact
from domain.pathway.opening import MetAt
from domain.pathway.pathway import Pathway
from domain.refusals import DomainError
from tests.domain.pathway.people import CCAS, MARCH_4, MEDIATOR, PASS, RELAIS
from tests.domain.scenario import PATHWAY

DAY_ZERO = date(2026, 1, 1)

few_ids = st.sampled_from([UUID(int=number) for number in (1, 2)])  # so that they meet again
organisations = st.sampled_from([RELAIS, CCAS, PASS])
instants = st.integers(0, 90).map(lambda days: MARCH_4 + timedelta(days=days))
days = st.integers(0, 400).map(lambda number: DAY_ZERO + timedelta(days=number))
classes = st.sampled_from(list(DataClass))
words = st.sampled_from(["Comes on foot.", "متعبة", "Ça va mieux ; merci."])

Decision = Callable[[Pathway], Fact | Iterable[Fact]]


T = TypeVar("T")


def likely(data: st.DataObject, known: Iterable[T], others: st.SearchStrategy[T]) -> T:
    """Something known, most of the time, so that sequences go deep; anything, otherwise."""
    knowns = list(known)
    go_deep = data.draw(st.integers(0, 5)) > 0
    return data.draw(st.sampled_from(knowns) if knowns and go_deep else others)


def fresh(data: st.DataObject, known: Collection[UUID]) -> UUID:
    """An id that is new, most of the time; one of what is known, otherwise."""
    return likely(data, [UUID(int=len(known) + 1)], few_ids)


def at_least_social(data_class: DataClass) -> DataClass:
    return data_class if data_class is not DataClass.IDENTITY else DataClass.SOCIAL


class Whole(RuleBasedStateMachine):
    """The aggregate as it lives, and the same read again from what would be stored."""

    def __init__(self) -> None:
        super().__init__()
        self.pathway = self.read_again = Pathway(PATHWAY)
        self.events: list[DomainEvent] = []
        self.open_it(refused=None)

    def decide(
        self, decision: Decision, *, refused: str | None, told_as: DataClass | None = None
    ) -> list[Fact]:
        """Take a decision that ends as its model foretells: by this refusal, or told so."""
        facts, code = taken(decision, self.pathway)
        assert code == refused
        if refused is not None:
            return []
        if told_as is not None:
            assert facts[0].data_class is told_as
        self._happen(self.pathway.next(facts))
        return facts

    def open_it(self, *, refused: str | None) -> None:
        self.decide(
            lambda pathway: pathway.opening.open(
                opened_by=RELAIS,
                referent_id=MEDIATOR,
                called="Awa",
                met_at=MetAt.FOOD_DISTRIBUTION,
                at=MARCH_4,
            ),
            refused=refused,
            told_as=DataClass.IDENTITY,
        )

    @precondition(lambda machine: len(machine.events) < 4)
    @rule()
    def open_again(self) -> None:
        self.open_it(refused="pathway-already-opened")

    @invariant()
    def what_was_stored_reads_as_what_lives(self) -> None:
        assert self.read_again == self.pathway

    @invariant()
    def all_that_happened_makes_what_is(self) -> None:
        assert Pathway(PATHWAY).after(self.events) == self.pathway
        assert self.pathway.version == len(self.events)

    def teardown(self) -> None:
        """What was erased, or may not be seen, is passed over and never an error."""
        without_words = [event for event in self.events if not event.fact.alone]
        without_beginnings = self.events[len(self.events) // 2 :]
        for remaining in (without_words, without_beginnings, self.events[::2], self.events[::-1]):
            Pathway(PATHWAY).after(remaining)

    def _happen(self, events: list[DomainEvent]) -> None:
        self.events += events
        self.pathway = self.pathway.after(events)
        self.read_again = self.read_again.after(map(as_stored, events))


def taken(decision: Decision, pathway: Pathway) -> tuple[list[Fact], str | None]:
    """The facts of a decision, or the code of its refusal."""
    try:
        decided = decision(pathway)
    except DomainError as refusal:
        return [], refusal.code
    return [decided] if isinstance(decided, Fact) else list(decided), None


def as_stored(event: DomainEvent) -> DomainEvent:
    """The event once its fact was written as JSON and read by a tolerant reader."""
    kind = type(event.fact)
    fact = kind.model_validate_json(event.fact.model_dump_json(), extra="ignore")
    return event._replace(fact=fact)
