from pathlib import Path

import pytest

from domain.erasure import Erased
from infrastructure.evolution.__main__ import main
from infrastructure.evolution.catalogue import PINNED, broken, pinned, pinned_anew
from infrastructure.evolution.published import published_facts
from tests.infrastructure.evolution.golden import golden_rows, missing

PIN = "run `python -m infrastructure.evolution`, and look at what it changes"
SEAL = "run `python -m tests.infrastructure.evolution.golden`, and keep what it adds"


def test_nothing_that_was_pinned_can_no_longer_be_read() -> None:
    assert broken(pinned(), published_facts()) == []


def test_every_fact_is_pinned_as_it_is() -> None:
    assert pinned_anew(pinned(), published_facts()) == pinned(), PIN


def test_every_fact_has_a_golden_row() -> None:
    assert [fact.topic for fact in missing(golden_rows())] == [], SEAL


def test_what_was_erased_is_no_published_fact() -> None:
    assert Erased not in published_facts()


def test_pinning_writes_what_is_pinned_and_nothing_where_something_would_be_lost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "catalogue.json"
    path.write_text("{}")
    assert main(path) == 0
    assert path.read_bytes() == PINNED.read_bytes()
    path.write_text('{"test-gone": {}}')
    assert main(path) == 1
    assert path.read_text() == '{"test-gone": {}}'
    assert "test-gone is gone" in capsys.readouterr().err
