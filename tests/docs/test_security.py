"""What the page about security says stands in clear is what the tables hold."""

import re
from pathlib import Path

import pytest
from sqlalchemy import inspect

from infrastructure.migrations.migrate import migrate
from infrastructure.settings import Group
from tests.docs.test_asvs import ROOT
from tests.infrastructure.databases import engine_on, on_sqlite

PAGE = (ROOT / "docs" / "security.md").read_text("utf-8")
LISTING = PAGE.partition("## What stands in clear")[2].partition("## ")[0]
ROWS = [line.split("|")[1:-1] for line in LISTING.splitlines() if line.startswith("| `")]
WORD = re.compile(r"`(\w+)`")


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Every table of a new installation, with its columns."""
    settings = on_sqlite(tmp_path_factory.mktemp("tables"))
    migrate(settings)
    found: dict[str, set[str]] = {}
    for group in Group:
        with engine_on(settings, group) as engine:
            inspector = inspect(engine)
            for name in inspector.get_table_names():
                if not name.endswith("_version"):
                    found[name] = {column["name"] for column in inspector.get_columns(name)}
    return found


def test_every_table_is_listed(tables: dict[str, set[str]]) -> None:
    listed = {name for row in ROWS for name in WORD.findall(row[0])}
    assert listed == tables.keys()


def test_every_column_that_is_named_exists(tables: dict[str, set[str]]) -> None:
    for names, clear, _, sealed in ROWS:
        there = set().union(*(tables[name] for name in WORD.findall(names)))
        assert set(WORD.findall(clear)) | set(WORD.findall(sealed)) <= there, names


def test_every_test_that_is_named_exists() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)`", PAGE)
    assert len(named) > 10
    assert [path for path in named if not Path(ROOT, path).exists()] == []
