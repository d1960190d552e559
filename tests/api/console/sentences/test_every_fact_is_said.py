"""What holds of the sentence of every fact that can stand on a pathway, those of tomorrow too."""

import re
from collections.abc import Iterator
from enum import StrEnum

import pytest

from api.console.sentences.every import SENTENCES
from api.console.sentences.sentence import AREAS, Area, Sentence
from api.languages.choosing import Language
from domain.kernel import Fact
from infrastructure.evolution.published import published_facts
from tests.api.console.sentences.telling import sentences
from tests.infrastructure.evolution.example_facts import example_of
from tests.infrastructure.evolution.golden import golden_rows

ON_PATHWAYS = [kind for kind in published_facts() if kind.__module__.startswith("domain.pathway.")]
UNSAID = re.compile(
    r"None|%[(s]|[a-z]_[a-z]|  |\.\.|: ?\.|, ?\.|^[,.:]|[0-9a-f]{8}-[0-9a-f]{4}-|\bSTR|<|datetime"
)
NOT_FRENCH = re.compile(r"(?<!\u00a0)[:;?!»](?= |$)|\b(the|of|with|by|person|right)\b")
EVERY = [pytest.param(kind, id=kind.topic) for kind in ON_PATHWAYS]


def said(sentence: Sentence) -> str:
    return " | ".join(part for part in (sentence.lead, sentence.more, sentence.note) if part)


def variants(kind: type[Fact]) -> Iterator[Fact]:
    """The example of a fact, and as many more as its words may have values."""
    example = example_of(kind)
    yield example
    for name in kind.model_fields:
        value = getattr(example, name)
        if name == "data_class":
            continue
        if isinstance(value, StrEnum):
            for other in type(value):
                yield example.model_copy(update={name: other})
        if isinstance(value, bool):
            yield example.model_copy(update={name: not value})
        if not kind.model_fields[name].is_required():
            yield example.model_copy(update={name: kind.model_fields[name].default})


def test_each_fact_of_a_pathway_has_a_sentence() -> None:
    assert {kind.topic for kind in ON_PATHWAYS if kind not in SENTENCES} == set()
    assert len(ON_PATHWAYS) >= 184


def test_each_area_has_a_name_and_sentences() -> None:
    assert set(AREAS) == set(Area) == {row.area for row in SENTENCES.values()}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", EVERY)
def test_a_fact_is_said_in_whole_words(kind: type[Fact], language: Language) -> None:
    for fact in variants(kind):
        (sentence,) = sentences(fact, language=language, name="CCAS")
        assert sentence.lead
        assert not UNSAID.search(said(sentence)), said(sentence)
        if language is Language.FRENCH:
            assert not NOT_FRENCH.search(said(sentence)), said(sentence)


@pytest.mark.parametrize("language", list(Language))
def test_a_fact_is_said_where_what_came_before_is_seen_too(language: Language) -> None:
    """Every example at once: each id is the same, so that each finds something before it."""
    facts = [example_of(kind) for kind in ON_PATHWAYS]
    for sentence in sentences(*facts, language=language):
        assert not UNSAID.search(said(sentence)), said(sentence)


@pytest.mark.parametrize("language", list(Language))
def test_a_name_that_is_not_known_is_said_so(language: Language) -> None:
    for kind in ON_PATHWAYS:
        (sentence,) = sentences(example_of(kind), language=language, name="")
        assert not UNSAID.search(said(sentence)), said(sentence)


def test_what_was_written_years_ago_is_said_too() -> None:
    by_topic = {kind.topic: kind for kind in ON_PATHWAYS}
    rows = [row for row in golden_rows() if row.topic in by_topic]
    facts = [
        by_topic[row.topic].model_validate(row.fact, extra="ignore")
        for row in rows
        if row.schema_version == by_topic[row.topic].schema_version
    ]
    assert len(facts) >= len(by_topic) - 5
    for sentence in sentences(*facts, language=Language.FRENCH):
        assert not UNSAID.search(said(sentence)), said(sentence)
