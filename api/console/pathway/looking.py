"""A look of one member at one pathway from the console: read once, then told in their language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from api.console.pathway.asking import AskedOfPage
from api.console.pathway.knots import Knot, knots_of
from api.console.pathway.names import Names, names_among
from api.console.pathway.telling import Telling
from api.console.sentences.told import Told
from api.console.visit import Visit
from api.languages.words import words_in
from application.pathways.looking import PathwayAsked
from application.pathways.read_story import Story, read_story


@dataclass(frozen=True, slots=True)
class Looked:
    """A story, and what it is told with."""

    visit: Visit
    asked: AskedOfPage
    story: Story
    is_past: bool
    names: Names
    knots: Mapping[UUID, Knot]
    telling: Telling

    @property
    def pathway_id(self) -> UUID:
        return self.story.seen.pathway.id


def looked(visit: Visit, pathway_id: UUID, asked: AskedOfPage) -> Looked:
    """Read a pathway for a page.

    Raises:
        PathwayNotOpened: there is no such pathway, or none the viewer may know of.
    """
    house, now = visit.house, visit.house.network.clock()
    then = asked.instant(zone=visit.zone, now=now)
    story = read_story(house.network, house.traces, PathwayAsked(pathway_id, then), visit.by)
    told_by = [entry.organisation_id for entry in story.entries]
    around = [*story.seen.pathway.sharing.circle, *told_by]
    names = names_among(house.network.log, [visit.by.organisation_id, *around])
    return Looked(
        visit=visit,
        asked=asked,
        story=story,
        is_past=then is not None,
        names=names,
        knots=knots_of(around),
        telling=_telling(visit, story, names, now=then or now),
    )


def _telling(visit: Visit, story: Story, names: Names, *, now: datetime) -> Telling:
    words, told = words_in(visit.language), Told.by(story.entries)
    return Telling(words=words, days=visit.days, names=names, told=told, now=now)
