"""What a form is about, and what happened to it since it was opened: as its reader may know."""

from collections.abc import Callable, Iterator
from datetime import datetime
from enum import StrEnum

from api.console.forms.asking import Asking, concern_of
from api.console.forms.form import Seen
from api.console.sentences.every import sentence_of
from api.console.sentences.saying import Saying
from api.console.sentences.told import Told
from api.console.wording.labels import label
from api.languages.words import words_in
from application.pathways.read_timeline import TimelineEntry
from domain.access import Ground
from domain.kernel import DomainEvent


def subject_of(asking: Asking) -> Iterator[str]:
    """What the address names by a word; how it began, and what was said of it last."""
    if asking.form.seen is Seen.NOTHING:
        return
    gettext = asking.visit.gettext
    yield from (gettext(label(one)) for one in asking.ids.values() if isinstance(one, StrEnum))
    said = list(_said(asking, lambda _: True))
    yield from dict.fromkeys((*said[:1], *said[-1:]))


def changes_since(asking: Asking, opened: datetime) -> Iterator[str]:
    """A sentence each, oldest first."""
    return _said(asking, lambda entry: entry.recorded_at is not None and entry.recorded_at > opened)


def _said(asking: Asking, wanted: Callable[[TimelineEntry], bool]) -> Iterator[str]:
    entries = [_entry(event) for event in (asking.seen.events if asking.seen else ())]
    saying = Saying(
        words_in(asking.visit.language),
        asking.visit.days,
        asking.directory.naming(asking.pathway.sharing.circle),
        Told.by(entries),
    )
    concern = concern_of(asking.form, asking.ids)
    for entry in entries:
        if concern(entry.fact) and wanted(entry):
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
