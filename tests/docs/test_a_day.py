"""A day of the field, as the documentation tells it, run against a real server."""

from pathlib import Path

from tests.cli.cordee import Cordee
from tests.cli.serving import served
from tests.docs.commands import run

DOCS = Path(__file__).parents[2] / "docs"


def test_a_day_in_combrailles_works_word_for_word(demo: Cordee) -> None:
    with served(demo.data, "--demo") as at:
        blocks = run(
            DOCS / "a-day-in-combrailles.md",
            environment={"CORDEE": at.url, "CORDEE_DATA": str(demo.data)},
            asides={},
        )
    assert blocks >= 15
