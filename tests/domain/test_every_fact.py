"""What holds of every fact that may ever be stored, those of tomorrow included."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from domain.activity.activity import Activity
from domain.consultations.register import ConsultationRegister
from domain.data_classes import DataClass
from domain.facility.facility import Facility
from domain.facility.register import FacilityRegister
from domain.kernel import Aggregate, Fact, Part
from domain.mandates.register import Register
from domain.organisation.organisation import Organisation
from domain.pathway.pathway import Pathway
from domain.publication.releases import Publications
from domain.text import Text
from infrastructure.evolution.published import published_facts
from tests.domain.scenario import PATHWAY
from tests.infrastructure.evolution.example_facts import example_of

FACTS = published_facts()
LONG = max(
    constraint.max_length
    for metadata in get_args(Text)[1:]
    if isinstance(metadata, FieldInfo)
    for constraint in metadata.metadata
    if hasattr(constraint, "max_length")
)
AGGREGATES: tuple[type[Aggregate], ...] = (
    *(Pathway, Organisation, Register, Activity),
    *(Facility, FacilityRegister, ConsultationRegister, Publications),
)
READ_ELSEWHERE = {  # told for those who read; nothing is decided upon them
    "referral-message-written",
    "interview-themes-discussed",
    "closing-reason-given",
    "right-non-take-up-recorded",
    "coverage-gap-opened",
    "coverage-gap-closed",
    "sharing-consent-refused",
    "read-in-wrong-file",
}

TRUSTING = {
    "person",
    "household",
    "obstacles",
    "rights",
}  # the aggregate gives them their own facts


def parts_of(kind: type[Aggregate]) -> dict[str, Part]:
    names = {name for readers in kind.readers.values() for name in readers}
    return {name: getattr(kind(PATHWAY), name) for name in sorted(names)}


def texts_in(model: type[BaseModel]) -> Iterator[int]:
    """The longest words that each field of a model may hold, those within included."""
    schema = model.model_json_schema()
    for described in (schema, *schema.get("$defs", {}).values()):
        yield from _lengths(described)


def _lengths(described: Any) -> Iterator[int]:
    if isinstance(described, dict):
        if isinstance(described.get("maxLength"), int):
            yield described["maxLength"]
        for inner in described.values():
            yield from _lengths(inner)
    if isinstance(described, list):
        for inner in described:
            yield from _lengths(inner)


@pytest.mark.parametrize("kind", FACTS, ids=lambda kind: kind.topic)
def test_a_fact_reads_as_it_was_written(kind: type[Fact]) -> None:
    fact = example_of(kind)
    raised = kind.model_validate({**fact.model_dump(), "data_class": DataClass.PROTECTION})
    for each in (fact, raised):
        assert kind.model_validate_json(each.model_dump_json(), extra="ignore") == each
    assert fact.data_class is kind.lowest


@pytest.mark.parametrize("kind", FACTS, ids=lambda kind: kind.topic)
def test_a_fact_tolerates_a_newer_writer_and_no_careless_one(kind: type[Fact]) -> None:
    said = example_of(kind).model_dump(mode="json") | {"of_tomorrow": 1}
    assert kind.model_validate(said, extra="ignore") == example_of(kind)
    with pytest.raises(ValidationError):
        kind.model_validate(said)


@pytest.mark.parametrize(
    "kind",
    [kind for kind in FACTS if kind.lowest is not DataClass.IDENTITY],
    ids=lambda kind: kind.topic,
)
def test_a_fact_is_never_below_its_floor(kind: type[Fact]) -> None:
    said = example_of(kind).model_dump()
    with pytest.raises(ValidationError):
        kind.model_validate(said | {"data_class": DataClass.IDENTITY})


def test_each_topic_is_one_facts() -> None:
    topics = [kind.topic for kind in FACTS]
    assert [topic for topic, same in groupby(sorted(topics)) if len(list(same)) > 1] == []


@pytest.mark.parametrize("kind", FACTS, ids=lambda kind: kind.topic)
def test_free_words_are_sealed_alone(kind: type[Fact]) -> None:
    assert kind.alone or LONG not in set(texts_in(kind))


def test_some_facts_hold_free_words() -> None:
    assert {kind.topic for kind in FACTS if LONG in set(texts_in(kind))} >= {
        "note-added",
        "referral-message-written",
    }


@pytest.mark.parametrize("kind", AGGREGATES)
def test_each_part_passes_over_the_facts_of_others(kind: type[Aggregate]) -> None:
    for name, part in parts_of(kind).items():
        for fact in () if name in TRUSTING else FACTS:
            if fact not in part.facts:
                assert part.evolve(example_of(fact), 1) == part, name


def test_each_fact_is_folded_by_its_aggregate_or_known_to_be_read_elsewhere() -> None:
    folded = {fact for kind in AGGREGATES for fact in kind.readers}
    assert {fact.topic for fact in FACTS if fact not in folded} == READ_ELSEWHERE
