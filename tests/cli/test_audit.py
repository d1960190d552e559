"""`cordee audit reads`: what was looked at without a ground, in ids."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from application.traces.trace import NOBODY, Look, Purpose, Trace
from domain.access import Ground
from domain.data_classes import DataClass
from infrastructure.settings import Group
from infrastructure.traces.trace_table import TraceTable
from seeds.stories.story import Story
from tests.cli.cordee import Cordee
from tests.cli.test_pathways import credentials, story
from tests.infrastructure.databases import engine_on, on_sqlite

__all__ = ["story"]


@pytest.fixture
def looked(demo: Cordee, story: Story) -> Cordee:
    """A demo in which somebody read a timeline."""
    email, password = credentials(demo, "ines")
    demo.read("pathways", "show", str(story.pathway_id), "--email", email, environment=password)
    return demo


def seeded(demo: Cordee, *traces: Trace) -> None:
    with engine_on(on_sqlite(demo.data), Group.TRACES) as engine:
        for trace in traces:
            TraceTable(engine).write(trace)


def lawless(story: Story) -> Trace:
    return Trace(
        at=datetime.now(UTC),
        member_id=uuid4(),
        organisation_id=uuid4(),
        pathway_id=story.pathway_id,
        look=Look.TIMELINE,
        purpose=Purpose.FOLLOW_UP,
        as_of=None,
        grounds=frozenset({Ground.CARE_TEAM}),
        classes=frozenset({DataClass.IDENTITY}),
    )


def test_lawful_looks_are_verified_and_nothing_is_listed(looked: Cordee) -> None:
    told = looked.read("audit", "reads")
    assert (told["checked"], told["without_ground"], told["reads"]) == (1, 0, [])
    assert "Traces are kept since" in looked.run("audit", "reads").stderr


def test_a_look_without_a_ground_is_listed_without_content(looked: Cordee, story: Story) -> None:
    trace = lawless(story)
    seeded(looked, trace, replace(trace, at=datetime(2026, 1, 1, tzinfo=UTC)))
    since = f"{trace.at - timedelta(hours=1):%Y-%m-%dT%H:%M:%S%z}"
    result = looked.run("audit", "reads", "--from", since, "--json")
    assert result.exit_code == 1
    (found,) = json.loads(result.stdout)["reads"]
    assert (found["member_id"], found["fault"]) == (str(trace.member_id), "no_hat")
    table = looked.run("audit", "reads", "--from", since)
    assert table.exit_code == 1
    assert str(trace.pathway_id) in table.stdout
    assert "2 looks: 1 without a ground" in table.stderr
    for output in (result.output, table.output):
        assert story.person.given not in output


def test_a_reminder_needs_no_hat_but_nothing_else_is_looked_at_by_nobody(
    looked: Cordee, story: Story
) -> None:
    by_nobody = replace(lawless(story), member_id=NOBODY)
    seeded(looked, replace(by_nobody, look=Look.REMINDER, grounds=frozenset()), by_nobody)
    told = json.loads(looked.run("audit", "reads", "--json").stdout)
    assert (told["checked"], told["without_ground"]) == (3, 1)
    assert told["reads"][0]["look"] == "timeline"


def test_an_interval_has_days_or_instants(looked: Cordee) -> None:
    assert (
        looked.read("audit", "reads", "--from", "2020-01-01", "--to", "2020-02-01")["checked"] == 0
    )
    assert looked.run("audit", "reads", "--from", "yesterday").exit_code == 2
