from collections import Counter
from datetime import UTC, date, datetime
from uuid import UUID

from hypothesis import given as each
from hypothesis import strategies as st

from domain.consultations.register import (
    ConsultationRegister,
    ConsultationsAlreadyCounted,
    ConsultationsCounted,
    ConsultationsCountedInError,
    ConsultationsToCome,
    CountIsTold,
    CountUnknown,
    Entries,
    register_of,
)
from domain.consultations.words import (
    MOST_AT_ONCE,
    Consultation,
    Counted,
    Orientation,
    ReasonGroup,
)
from domain.data_classes import DataClass
from domain.kernel import Fact
from tests.domain.scenario import Scenario
from tests.domain.scenario import given as given_of

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
TODAY, TOMORROW = date(2026, 3, 4), date(2026, 3, 5)
ENTRY, OTHER, NURSE = (UUID(int=number) for number in (1, 2, 3))
RENEWED = Consultation(professional_id=NURSE, reason=ReasonGroup.TREATMENT_RENEWAL, is_new=False)
A_DOZEN = Counted(on=TODAY, consultation=RENEWED, count=12)
COUNTED = ConsultationsCounted(occurred_at=NOON, entry_id=ENTRY, counted=A_DOZEN, is_told=False)
TOLD = COUNTED.model_copy(
    update={"counted": Counted(on=TODAY, consultation=RENEWED), "is_told": True}
)
WITHDRAWN = ConsultationsCountedInError(occurred_at=NOON, entry_id=ENTRY)
PROFESSIONALS = st.sampled_from([NURSE, OTHER])
CONSULTATIONS = st.builds(
    Consultation,
    professional_id=PROFESSIONALS,
    reason=st.sampled_from(ReasonGroup),
    is_new=st.booleans(),
    orientation=st.sampled_from(Orientation),
)
COUNTS = st.integers(1, MOST_AT_ONCE)


def given(*facts: Fact) -> Scenario:
    return given_of(*facts, kind=ConsultationRegister)


def entries_after(*facts: Fact) -> Entries:
    empty = ConsultationRegister(ENTRY)
    return empty.after(empty.next(facts)).entries


def count(register: ConsultationRegister, counted: Counted = A_DOZEN) -> Fact:
    return register.entries.count(entry_id=ENTRY, counted=counted, today=TODAY, at=NOON)


def count_told(register: ConsultationRegister) -> list[Fact]:
    return register.entries.count_told(entry_id=ENTRY, counted=A_DOZEN, at=NOON)


def withdraw(register: ConsultationRegister) -> Fact:
    return register.entries.withdraw(entry_id=ENTRY, at=NOON)


def let_go(register: ConsultationRegister) -> list[Fact]:
    return register.entries.let_go(entry_id=ENTRY, at=NOON)


def test_what_was_held_is_counted_once() -> None:
    given().when(count).then(COUNTED)
    given(COUNTED).when(count).then_refused(ConsultationsAlreadyCounted)


def test_nothing_is_counted_ahead() -> None:
    to_come = A_DOZEN.model_copy(update={"on": TOMORROW})
    given().when(lambda register: count(register, to_come)).then_refused(ConsultationsToCome)


def test_nameless_entries_are_withdrawn_here() -> None:
    given(COUNTED).when(withdraw).then(WITHDRAWN)
    given(COUNTED, WITHDRAWN).when(withdraw).then_refused(CountUnknown)


def test_what_a_pathway_tells_comes_and_goes_with_it() -> None:
    given(TOLD).when(withdraw).then_refused(CountIsTold)
    given(TOLD).when(let_go).then(WITHDRAWN)
    given(TOLD, WITHDRAWN).when(let_go).then()
    given(TOLD).when(count_told).then()


def test_a_day_lists_what_is_corrected_here() -> None:
    told = TOLD.model_copy(update={"entry_id": OTHER})
    entries = entries_after(COUNTED, told)
    assert list(entries.nameless_on(TODAY)) == [COUNTED]
    assert list(entries.nameless_on(TOMORROW)) == []


def test_they_are_of_health() -> None:
    assert {COUNTED.data_class, WITHDRAWN.data_class} == {DataClass.HEALTH}
    suffering, others = ReasonGroup.SUFFERING, set(ReasonGroup) - {ReasonGroup.SUFFERING}
    assert suffering.data_class is DataClass.MENTAL_HEALTH
    assert {reason.data_class for reason in others} == {DataClass.HEALTH}


def test_each_facility_and_year_has_its_own() -> None:
    streams = {register_of(facility, year) for facility in (ENTRY, OTHER) for year in (2025, 2026)}
    assert len(streams) == 4


@each(said=st.lists(st.tuples(CONSULTATIONS, COUNTS, st.booleans()), max_size=12))
def test_each_is_in_every_figure_once(said: list[tuple[Consultation, int, bool]]) -> None:
    facts: list[Fact] = []
    standing: Counter[Consultation] = Counter()
    for number, (consultation, many, stands) in enumerate(said):
        counted = Counted(on=TODAY, consultation=consultation, count=many)
        entry = {"entry_id": UUID(int=number)}
        facts.append(COUNTED.model_copy(update={"counted": counted, **entry}))
        if stands:
            standing[consultation] += many
        else:
            facts.append(WITHDRAWN.model_copy(update=entry))
    figures = entries_after(*facts).figures()
    new = sum(many for one, many in standing.items() if one.is_new)
    assert (figures.total, figures.new) == (standing.total(), new)
    for figure in (figures.by_reason, figures.by_orientation, figures.by_professional):
        assert sum(figure.values()) == standing.total()
    for reason in ReasonGroup:
        told = sum(many for one, many in standing.items() if one.reason is reason)
        assert figures.by_reason[reason] == told
