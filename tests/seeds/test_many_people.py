"""Invented networks told by several processes: the same stories, and as many as one wants."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from time import monotonic

import pytest

from tests.cli.cordee import Cordee
from tests.faults.storms import save
from tests.infrastructure.databases import installed, on_postgres
from tests.servers import Postgres

MANY = 18_000  # people; enough for a million events


@pytest.fixture
def network(postgres: Postgres, tmp_path: Path) -> Iterator[Mapping[str, str]]:
    """The environment of an empty network on PostgreSQL."""
    with on_postgres(postgres, tmp_path / "several") as settings:
        installed(settings)
        yield {
            "CORDEE_DATABASE_URL": settings.database_url.get_secret_value(),
            "CORDEE_KEYS_URL": settings.keys_url.get_secret_value(),
        }


def test_several_processes_tell_what_one_tells(network: Mapping[str, str], tmp_path: Path) -> None:
    few = ("seeds", "load", "--people", "30")
    one = Cordee(tmp_path / "one").read(*few)
    several = Cordee(tmp_path / "several").read(*few, "--processes", "2", environment=network)
    assert several["people"] == one["people"]
    assert several["events"] == one["events"]


@pytest.mark.long
def test_a_million_events_are_loaded(network: Mapping[str, str], tmp_path: Path) -> None:
    began = monotonic()
    cordee = Cordee(tmp_path / "several")
    many = ("seeds", "load", "--people", str(MANY), "--processes", "2")
    loaded = cordee.read(*many, environment=network)
    save("a-million-events", loaded | {"processes": 2, "seconds": round(monotonic() - began)})
    assert loaded["events"] >= 1_000_000
