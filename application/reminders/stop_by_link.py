"""The person wants no more messages, and says so by a link they were sent, however old."""

from contextlib import suppress
from uuid import UUID

from application.commands import Command
from application.network import Network
from application.reminders.replies import Awaited
from domain.kernel import Fact
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pathway import Pathway
from domain.pathway.reminder_wishes import ToldBy


class StopByLink(Command):
    pathway_id: UUID


def stop_by_link(network: Network, awaited: tuple[Awaited, ...]) -> None:
    """Whatever became of what was recalled; nothing is recorded where reminders were stopped.

    Raises:
        StoreUnavailable, TooBusy: it may be tried again.
    """

    def decision(pathway: Pathway) -> list[Fact]:
        wishes = pathway.reminder_wishes
        if wishes.all_stopped:
            return []
        return [wishes.stop(told_by=ToldBy.LINK, contact_id=None, at=network.clock())]

    for pathway_id in sorted({one.pathway_id for one in awaited}):
        command = StopByLink(pathway_id=pathway_id)
        with suppress(PathwayNotOpened):  # it was erased meanwhile: nothing is sent
            network.on_pathway(pathway_id, decision, command=command, by=None)
