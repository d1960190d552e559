"""Every entry of invented lives, taken out: the pathway is as if it had never been written."""

from dataclasses import fields
from datetime import UTC, datetime
from uuid import UUID

import pytest

from domain.kernel import DomainEvent
from domain.pathway.pathway import Pathway
from domain.pathway.referrals.facts import ReferralRequested
from domain.pathway.wrong_file import entry_of, found_elsewhere, told_of
from seeds.networks.founding import founding
from seeds.networks.networks import demo
from seeds.stories.life import Telling
from tests.fakes.event_log import EventLogInMemory
from tests.seeds.test_stories import NOW, network, taken

LIVES = 12
UNTOUCHED = {"id", "version", "reminders", "retention"}  # what was sent stays sent, due stays due

pytestmark = pytest.mark.xdist_group("stories")


@pytest.fixture(scope="module")
def lives() -> list[list[DomainEvent]]:
    founded = EventLogInMemory()
    for step in founding(demo()):
        step.take(network(founded))
    telling = Telling(seed=2, now=NOW)
    (programme, *_) = demo().networks
    stories = [telling.story(programme.key, number) for number in range(LIVES)]
    return [list(taken(story, after=founded.events)) for story in stories]


def taken_out(entry_id: UUID, events: list[DomainEvent]) -> list[DomainEvent]:
    told = told_of(entry_id, events)
    by = told[0].organisation_id or UUID(int=0)
    pathway = Pathway(events[0].originator_id).after(events)
    return pathway.next(found_elsewhere(entry_id, told, by=by, at=datetime.now(UTC)))


def parts(pathway: Pathway) -> dict[str, object]:
    names = {field.name for field in fields(pathway)} - UNTOUCHED
    return {name: getattr(pathway, name) for name in names}


def test_a_pathway_is_as_if_an_entry_that_was_taken_out_had_never_been_written(
    lives: list[list[DomainEvent]],
) -> None:
    seen = set[str]()
    for events in lives:
        whole = Pathway(events[0].originator_id).after(events)
        for entry_id in {entry_of(event.fact) for event in events} - {None}:
            assert entry_id is not None
            kind = told_of(entry_id, events)[0].fact
            if kind.topic.startswith("reminder-"):
                continue
            seen.add(kind.topic)
            withdrawn = taken_out(entry_id, events)
            kept = [event for event in events if entry_of(event.fact) != entry_id]
            now = parts(whole.after(withdrawn))
            assert now == parts(Pathway(whole.id).after([*kept, *withdrawn])), kind.topic
            never = parts(Pathway(whole.id).after(kept))
            if isinstance(kind, ReferralRequested):  # it lets whom it brought in go
                del now["sharing"], never["sharing"]
            assert now == never, kind.topic
    assert {"need-identified", "appointment-booked", "follow-up-planned"} <= seen
    assert {"right-application-started", "identity-declared", "obstacle-reported"} <= seen
