"""The traces that a list leaves: one for each pathway of which it shows something."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from application.network import Network
from application.traces.trace import Look, Purpose, Trace, Traces
from domain.data_classes import DataClass
from domain.members import Member

Listed = Iterable[tuple[UUID, Iterable[DataClass]]]  # pathways, and classes of what is shown


def trace_listed(
    network: Network, traces: Traces, viewer: Member, *, look: Look, shown: Listed
) -> None:
    """Trace every pathway of a page, in one transaction, before the page is shown.

    Raises:
        StoreUnavailable: they could not be traced, and nothing may be shown.
    """
    classes: defaultdict[UUID, set[DataClass]] = defaultdict(set)
    for pathway_id, of_row in shown:
        classes[pathway_id].update(of_row)
    if not classes:
        return
    now = network.clock()
    traces.write(
        *(
            Trace(
                at=now,
                member_id=viewer.id,
                organisation_id=viewer.organisation_id,
                pathway_id=pathway_id,
                look=look,
                purpose=Purpose.FOLLOW_UP,
                as_of=None,
                grounds=frozenset(),
                classes=frozenset(seen),
            )
            for pathway_id, seen in classes.items()
        )
    )
