"""What happened, since a form was opened, to what it is about: as its reader may know."""

from collections.abc import Iterator
from datetime import datetime

from api.console.forms.asking import Asking, concern_of
from api.console.sentences.every import sentence_of
from api.console.sentences.saying import Saying
from api.console.sentences.told import Told
from api.languages.words import words_in
from application.pathways.read_timeline import TimelineEntry
from domain.access import Ground
from domain.kernel import DomainEvent


def changes_since(asking: Asking, opened: datetime) -> Iterator[str]:
    """A sentence each, oldest first."""
    events = asking.seen.events if asking.seen else ()
    entries = [_entry(event) for event in events]
    saying = Saying(
        words_in(asking.visit.language),
        asking.visit.days,
        asking.directory.naming(asking.pathway.sharing.circle),
        Told.by(entries),
    )
    concern = concern_of(asking.form, asking.ids)
    for entry in entries:
        if entry.recorded_at and entry.recorded_at > opened and concern(entry.fact):
            said = sentence_of(entry, saying)
            yield saying.all(said.lead, said.more, said.note)


def _entry(event: DomainEvent) -> TimelineEntry:
    return TimelineEntry(
        pathway_id=event.originator_id,
        fact=event.fact,
        recorded_at=event.recorded_at,
        actor_id=event.actor_id,
        organisation_id=event.organisation_id,
        ground=Ground.OWN_ACT,  # no sentence tells it
    )
