"""Find people by name among the pathways that the viewer's organisation shares."""

from collections.abc import Iterable
from itertools import groupby

from application.network import Network
from application.views.caseload import CaseloadEntry, caseload_entry, caseload_rows_now
from application.views.fresh import fresh
from application.views.names import matches
from application.views.people import PersonRow
from application.views.ports import NamesView
from application.views.reach import Reach
from domain.members import Member
from domain.spelling import words_of

LIKELY = 100  # pathways looked at; a longer list means that more must be typed


def search_people(
    network: Network, views: NamesView, viewer: Member, *, name: str, min_position: int = 0
) -> tuple[CaseloadEntry, ...]:
    """Open or closed pathways whose names hold words beginning as those asked for, best first.

    Raises:
        RoleFollowsNobody: the viewer follows no pathway under this hat.
        ViewBehind: the view has not come to `min_position` in time.
    """
    reach = Reach.of(viewer, network.classes_met, at=network.clock())
    words = words_of(name)
    if not words:
        return ()
    found = views.named(reach, words, at_most=LIKELY, min_position=min_position)
    now = fresh(
        network.log,
        reach,
        found,
        lambda folded, _: (
            row for row in caseload_rows_now(folded) if reach.sees(folded.pathway, row)
        ),
    )
    entries = (
        caseload_entry(list(rows), person=now.people.get(pathway_id))
        for pathway_id, rows in groupby(now.rows, key=lambda row: row.pathway_id)
    )
    return tuple(entry for entry in entries if _is_named(entry.person, words))


def _is_named(person: PersonRow | None, words: Iterable[str]) -> bool:
    return person is not None and matches(words, person.names)
