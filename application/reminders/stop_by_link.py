"""The person wants no more messages, and says so by a link they were sent, however old."""

from contextlib import suppress
from uuid import UUID

from application.commands import Command
from application.network import Network
from application.reminders.replies import Awaited, Replies
from domain.kernel import Fact
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pathway import Pathway
from domain.pathway.reminder_wishes import ToldBy


class StopByLink(Command):
    pathway_id: UUID


def stop_by_link(network: Network, replies: Replies, awaited: tuple[Awaited, ...]) -> None:
    """Whatever became of what was recalled; nothing is recorded where reminders were stopped.

    A parent who was written to stops what goes to them, and nothing that goes to their child.

    Raises:
        StoreUnavailable, TooBusy: it may be tried again.
    """

    def decision(pathway: Pathway) -> list[Fact]:
        wishes, went_to = pathway.reminder_wishes, {one.went_to for one in awaited}
        parents: list[UUID | None] = [
            contact_id
            for contact_id, point in pathway.contacts.points.items()
            if point.holder_id is not None and replies.token_of(point.reach) in went_to
        ]
        return [
            wishes.stop(told_by=ToldBy.LINK, contact_id=contact_id, at=network.clock())
            for contact_id in parents or [None]
            if not (wishes.all_stopped or contact_id in wishes.stopped)
        ]

    for pathway_id in sorted({one.pathway_id for one in awaited}):
        command = StopByLink(pathway_id=pathway_id)
        with suppress(PathwayNotOpened):  # it was erased meanwhile: nothing is sent
            network.on_pathway(pathway_id, decision, command=command, by=None)
