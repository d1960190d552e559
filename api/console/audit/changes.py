"""What is otherwise than at another instant."""

from dataclasses import dataclass
from datetime import datetime

from api.console.audit.entries import EntryTold, told_of
from api.console.audit.instants import in_full
from api.console.visit import Visit
from application.audits.walk_pathway import Walked


@dataclass(frozen=True, slots=True)
class Changes:
    since: str
    appeared: frozenset[int]  # versions
    corrected: int  # how many entries that were there were corrected since
    gone: tuple[EntryTold, ...]  # what could be seen, and no longer can


def changes_of(visit: Visit, walked: Walked, entries: list[EntryTold], since: datetime) -> Changes:
    before = told_of(visit, walked.before) if walked.before else []
    known, here = ({entry.version for entry in some} for some in (before, entries))
    return Changes(
        since=in_full(visit, since),
        appeared=frozenset(here - known),
        corrected=sum(
            entry.version in known and entry.corrected_by in here - known for entry in entries
        ),
        gone=tuple(entry for entry in before if entry.version not in here),
    )
