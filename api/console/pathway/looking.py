"""A look of one member at one pathway from the console: read once, then told in their language."""

from collections.abc import Mapping
from dataclasses import dataclass
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
    said = Telling(
        words=words_in(visit.language),
        days=visit.days,
        names=names,
        told=Told.by(story.entries),
        now=then or now,
        is_past=then is not None,
    )
    return Looked(visit, asked, story, names, knots_of(around), said)
