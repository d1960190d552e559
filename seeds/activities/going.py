"""Outreach sessions of the demo: whom the team meets without a name, and those it knows."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from application.activities.hold_outreach_session import (
    HoldOutreachSession,
    hold_outreach_session,
)
from application.activities.quick_contact import QuickContact
from application.activities.record_contacts import RecordContacts, record_contacts
from application.activities.tally_people import TallyPeople, tally_people
from application.network import Network
from application.ports import Recorded
from domain.activity.callwords import CallWord
from domain.activity.tallies import Sex, Tally
from domain.members import Member
from domain.pathway.needs import NeedKind
from seeds.activities.gathering import is_followed
from seeds.activities.telling import Programme
from seeds.chance import Chance
from seeds.steps import Step, command_id
from seeds.stories.story import Story

KNOWN = 3  # at most, in a session of the demo
HAVE_A_WORD = 0.4
WOMEN = 0.56


def gone_towards(programme: Programme, stories: Sequence[Story]) -> Iterator[Step]:
    """Each session, then those who were met there, counted; some are of whom these stories tell."""
    for number, said in enumerate(programme.said.get("outreach", ())):
        for time in range(said["times"]):
            days_ago = said["days_ago"] - time * said["every"]
            happening = programme.happening(said, days_ago=days_ago)
            holding = HoldOutreachSession.model_validate(
                {
                    "command_id": command_id(programme.network.key, "outreach", number, time),
                    "at": happening["ends_at"],
                    "kind": said["kind"],
                    "happening": happening | {"kilometres": said["kilometres"]},
                }
            )
            by = programme.member(*said["by"])
            yield Step(hold_outreach_session, holding, by)
            yield from _met(holding, said, stories, by)


def _met(
    holding: HoldOutreachSession, said: dict[str, Any], stories: Sequence[Story], by: Member
) -> Iterator[Step]:
    chance, at = Chance.of(str(holding.activity_id)), holding.happening.starts_at
    known = _known(chance, stories, by, at=at)
    nameless = _nameless(chance, holding.activity_id, many=chance.randint(*said["nameless"]))
    noting = RecordContacts(
        command_id=command_id(holding.activity_id, "contacts"),
        at=holding.happening.ends_at or at,
        activity_id=holding.activity_id,
        contacts=(*nameless, *known),
    )
    yield Step(note_contacts, noting, by)
    people = len(nameless)
    women = sum(chance.happens(WOMEN) for _ in range(people))
    tallying = TallyPeople(
        command_id=command_id(holding.activity_id, "tally"),
        at=noting.at,
        activity_id=holding.activity_id,
        tally=Tally(
            sexes={Sex.WOMEN: women, Sex.MEN: people - women},
            needs={NeedKind.FOOD: people, NeedKind.MOBILITY: people // 2},
        ),
    )
    yield Step(tally_people, tallying, by)


def _nameless(chance: Chance, activity_id: UUID, *, many: int) -> list[QuickContact]:
    words = iter(chance.sample(list(CallWord), many))
    return [
        QuickContact(
            id=command_id(activity_id, number),
            word=next(words) if chance.happens(HAVE_A_WORD) else None,
        )
        for number in range(many)
    ]


def _known(
    chance: Chance, stories: Sequence[Story], by: Member, *, at: datetime
) -> list[QuickContact]:
    able = [
        story
        for story in stories
        if story.lead.id == by.organisation_id and is_followed(story, at - timedelta(days=1))
    ]
    return [
        QuickContact(id=command_id(story.pathway_id, at.isoformat()), pathway_id=story.pathway_id)
        for story in chance.sample(able, min(len(able), KNOWN))
    ]


def note_contacts(network: Network, command: RecordContacts, by: Member) -> Recorded:
    """Note them all; somebody whose story was not told here is refused, and nobody else is."""
    record_contacts(network, command, by)
    recorded = network.log.standing(command.activity_id)
    assert recorded is not None  # noqa: S101 (narrows the type: the session was held)
    return recorded
