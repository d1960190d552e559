"""Tells the whole story of the person of a number: the arcs of a life, one after the other."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from application.sharing.close_pathway import ClosePathway, close_pathway
from domain.organisation.registration import OrganisationKind
from domain.pathway.sharing.words import ClosingReason
from domain.rights.schemes import Scheme
from seeds.chance import Chance
from seeds.networks.networks import DemoNetwork, demo
from seeds.networks.team import Team
from seeds.people.inventing import InventedPerson, invent
from seeds.stories.attending import attend
from seeds.stories.claiming import claim
from seeds.stories.following import follow, interview, note, pause
from seeds.stories.household import tell_household
from seeds.stories.meeting import introduce, meet
from seeds.stories.referring import refer
from seeds.stories.story import Arc, Story
from seeds.stories.wanting import agree, want

OLDEST, YOUNGEST = 730, 60  # days ago that a pathway of the demo was opened
FEWEST, MOST, USUAL = 18, 112, 44  # steps of a story
AN_ARC = 3.4  # steps, on average
QUARTER = timedelta(days=90)
QUIET = timedelta(days=45)  # without anything: the pathway may be ending
ENDINGS = {
    ClosingReason.AUTONOMY: 4,
    ClosingReason.EFFECTIVE_RELAY: 5,
    ClosingReason.MOVED: 2,
    ClosingReason.CONTACT_LOST: 2,
}
AGE_OF_MINIMUM_INCOME = 25
ARCS: dict[Arc, float] = {
    attend: 22,
    follow: 22,
    interview: 14,
    note: 12,
    refer: 11,
    want: 12,
    agree: 5,
}


@dataclass(frozen=True, slots=True)
class Telling:
    """What makes the stories of a demo the same each time: its seed and its last day."""

    seed: int
    now: datetime

    def story(self, network_key: str, number: int) -> Story:
        """The whole story of one person."""
        network, team = _cast()[network_key]
        chance = Chance.of(self.seed, network_key, number)
        today = self.now.date()
        person = invent(number, audience=network.audience, chance=chance, today=today)
        story = _begun(network, team, person, chance, self.now)
        _live(story, many=int(chance.triangular(FEWEST, MOST, USUAL)))
        _part(story)
        return story


@cache
def _cast() -> dict[str, tuple[DemoNetwork, Team]]:
    return {network.key: (network, Team.of(network)) for network in demo().networks}


def _begun(
    network: DemoNetwork, team: Team, person: InventedPerson, chance: Chance, now: datetime
) -> Story:
    lead = team.houses[chance.choice(team.leading)]
    story = Story(
        network=network,
        team=team,
        person=person,
        chance=chance,
        lead=lead,
        referent=lead.somebody(chance),
        begins=now,
        now=now,
    )
    ago = timedelta(days=chance.uniform(YOUNGEST, OLDEST))
    story.begins = story.later(now - ago, 0, 1)
    return story


def _live(story: Story, *, many: int) -> None:
    """Meet, ask for the rights that come first, then whatever life brings until now."""
    met = meet(story)
    note(story, met, "meeting")
    tell_household(story, story.later(introduce(story, met), 0, 10))
    rights = _rights(story)
    gap = (story.now - met) / max(1.0, many / AN_ARC)
    at = story.later(met, 3, 20)
    if story.chance.happens(0.06):
        pause(story, at + QUARTER)
    while at < story.now and len(story.told()) < many:
        if rights and story.chance.happens(0.35):
            claim(story, at, rights.pop(0))
        else:
            story.chance.among(ARCS)(story, at)
        at = story.later(at, 0.3 * gap.days, 1.7 * gap.days)


def _part(story: Story) -> None:
    """Some go on without the network: their last meeting, then the end of the follow-up."""
    last = max(step.command.at for step in story.steps)
    if last > story.now - QUIET or not story.chance.happens(0.4):
        return
    at = note(story, story.later(last, 5, 20), "ending")
    reason = story.chance.among(ENDINGS)
    story.tell(close_pathway, ClosePathway, story.later(at, 1, 6), reason=reason)


def _rights(story: Story) -> list[Scheme]:
    """What this person could ask for, in the order in which it helps."""
    person, chance = story.person, story.chance
    irregular = person.from_outside_the_union and chance.happens(0.4)
    without_address = chance.happens(0.25)
    rights = [Scheme.DOMICILIATION] if without_address else []
    rights += [Scheme.AME] if irregular else [Scheme.PUMA, Scheme.C2S]
    if not irregular and person.age_on(story.begins.date()) >= AGE_OF_MINIMUM_INCOME:
        rights.append(Scheme.RSA)
    if story.lead.description.kind is OrganisationKind.SHELTER and person.woman:
        rights.append(Scheme.MATERNAL_CENTRE)
    if chance.happens(0.08):
        rights.append(chance.choice([Scheme.AAH, Scheme.ALD]))
    return rights
