"""What the pages say exists, and what exists is said."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from api.cli.main import app
from infrastructure.settings import Settings

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#]+)")
NAME = re.compile(r"^[a-zA-Z0-9-]+")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    broken = [
        link for link in LINK.findall(page.read_text("utf-8")) if not (page.parent / link).exists()
    ]
    assert broken == []


def test_the_readme_fits_on_one_screen() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 60


def test_every_decision_is_listed_and_fits_on_one_screen() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = (folder / "README.md").read_text("utf-8")
    for decision in folder.glob("0*.md"):
        assert decision.name in listed
        assert len(decision.read_text("utf-8").splitlines()) <= 45, decision.name


def test_every_dependency_says_what_it_is_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    names = {found[0] for line in wanted if (found := NAME.match(line))}
    assert sorted(name for name in names if name not in page) == []


def test_every_setting_is_explained_to_operators() -> None:
    page = (ROOT / "docs" / "operations.md").read_text("utf-8")
    missing = [
        name
        for name in Settings.model_fields
        if f"CORDEE_{name.upper()}`" not in page and f"`_{name.upper()}`" not in page
    ]
    assert missing == []


def leaves(command: Any, said: str) -> Iterator[str]:
    within = getattr(command, "commands", None)
    if within is None:
        yield said
    for name, inner in (within or {}).items():
        yield from leaves(inner, f"{said} {name}")


def test_every_command_is_explained_to_operators() -> None:
    page = (ROOT / "docs" / "operations.md").read_text("utf-8")
    commands = list(leaves(get_command(app), "cordee"))
    assert len(commands) > 10
    assert [command for command in commands if f"`{command}" not in page] == []
