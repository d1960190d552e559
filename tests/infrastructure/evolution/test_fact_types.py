from datetime import UTC, datetime
from typing import Any

import pytest

from domain.data_classes import DataClass
from domain.erasure import Erased
from domain.kernel import Fact
from infrastructure.event_store.rows import StoredRow
from infrastructure.evolution.fact_types import FactTypes
from infrastructure.evolution.published import published_facts
from infrastructure.evolution.upcasting import UPCASTERS
from infrastructure.sealing.errors import UnknownSchema, UnreadableFact
from tests.domain.pathway.people import opened
from tests.infrastructure.sealing.examples import STREAM

ROW = StoredRow(STREAM, 3, "sealed", b"", id=7)
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


class Visited(Fact, topic="test-visited", lowest=DataClass.SOCIAL, schema=3):
    """Version 1 held `where`, version 2 `place`, version 3 a list of `places`."""

    places: tuple[str, ...]


def renamed(payload: dict[str, Any]) -> dict[str, Any]:
    payload["place"] = payload.pop("where")
    return payload


def listed(payload: dict[str, Any]) -> dict[str, Any]:
    payload["places"] = [payload.pop("place")]
    return payload


FACTS = FactTypes([Visited], {("test-visited", 1): renamed, ("test-visited", 2): listed})
ENVELOPE = b'"occurred_at":"2026-03-04T12:00:00Z","data_class":"social"'


@pytest.mark.parametrize(
    "payload",
    [
        b'test-visited 1\n{%b,"where":"home"}',
        b'test-visited 2\n{%b,"place":"home"}',
        b'test-visited 3\n{%b,"places":["home"]}',
        b'test-visited 3\n{%b,"places":["home"],"added_by_a_newer_version":true}',
    ],
)
def test_every_version_is_read_as_the_newest(payload: bytes) -> None:
    assert FACTS.read(payload % ENVELOPE, ROW) == Visited(occurred_at=NOON, places=("home",))


def test_what_is_written_is_of_the_newest_version() -> None:
    fact = Visited(occurred_at=NOON, places=("home",))
    assert FACTS.write(fact).startswith(b"test-visited 3\n{")
    assert FACTS.read(FACTS.write(fact), ROW) == fact


@pytest.mark.parametrize("payload", [b"test-visited 4\n{}", b"test-unheard-of 1\n{}", b""])
def test_what_a_newer_cordee_wrote_is_refused_with_its_place(payload: bytes) -> None:
    with pytest.raises(UnknownSchema) as refused:
        FACTS.read(payload, ROW)
    assert (refused.value.position, refused.value.version) == (7, 3)


def test_a_payload_that_does_not_fit_is_refused_without_a_word_of_it() -> None:
    with pytest.raises(UnreadableFact) as refused:
        FACTS.read(b'test-visited 3\n{%b,"places":"Awa"}' % ENVELOPE, ROW)
    assert "Awa" not in str(refused.value)
    assert refused.value.__context__ is None  # which would quote it


def test_a_version_without_its_upcaster_is_noticed_at_once() -> None:
    with pytest.raises(LookupError):
        FactTypes([Visited], {("test-visited", 1): renamed})


def test_the_facts_of_the_domain_can_all_be_read() -> None:
    facts = FactTypes(published_facts(), UPCASTERS)
    assert facts.read(facts.write(opened()), ROW) == opened()


def test_an_erased_fact_is_never_written() -> None:
    with pytest.raises(LookupError):
        FactTypes(published_facts(), UPCASTERS).write(Erased(occurred_at=NOON, was="sealed"))
