"""Say facts as the timeline of somebody in the Combrailles does."""

from datetime import UTC, datetime
from uuid import UUID

from api.console.sentences.every import sentence_of
from api.console.sentences.saying import Saying
from api.console.sentences.sentence import Sentence
from api.console.sentences.told import Told
from api.languages.choosing import Language
from api.languages.dates import Days
from api.languages.words import words_in
from application.pathways.read_timeline import TimelineEntry
from domain.access import Ground
from domain.kernel import Fact

AT = datetime(2026, 11, 10, 9, 30, tzinfo=UTC)


def entry(fact: Fact) -> TimelineEntry:
    return TimelineEntry(
        pathway_id=UUID(int=1),
        fact=fact,
        recorded_at=AT,
        actor_id=UUID(int=2),
        organisation_id=UUID(int=3),
        ground=Ground.CARE_TEAM,
    )


def sentences(
    *facts: Fact, language: Language = Language.ENGLISH, name: str = "CCAS"
) -> list[Sentence]:
    """Each fact in words, on one timeline that shows them all."""
    entries = [entry(fact) for fact in facts]
    saying = Saying(
        words=words_in(language),
        days=Days(language, "Europe/Paris"),
        names=lambda _: name,
        told=Told.by(entries),
    )
    return [sentence_of(each, saying) for each in entries]
