"""The person replied STOP to a message: nothing more goes to that number."""

import re
from contextlib import suppress
from uuid import UUID, uuid4, uuid5

from application.commands import Command
from application.network import Network
from application.reminders.replies import Replies
from domain.kernel import Fact
from domain.pathway.contacts import E164
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pathway import Pathway
from domain.pathway.reminder_wishes import ToldBy

BETWEEN_DIGITS = re.compile(r"[\s.()-]")


class StopByReply(Command):
    pathway_id: UUID


def stop_by_reply(
    network: Network, replies: Replies, number: str, *, said_in: str | None = None
) -> int:
    """On how many pathways it stands: those whose reminders went to this number.

    Other contact points of the person are left as they are: a number may have passed to somebody
    else. Said twice, it is recorded once; `said_in` names the message, which may be told again.

    Raises:
        StoreUnavailable, TooBusy: it may be tried again.
    """
    reach = international(number)
    if not E164.fullmatch(reach):
        return 0
    return sum(
        _stopped(network, _command(pathway_id, said_in), reach)
        for pathway_id in replies.sent_to(reach)
    )


def international(number: str) -> str:
    """A number as E.164 writes it, from the ways in which gateways do."""
    digits = BETWEEN_DIGITS.sub("", number).removeprefix("+").removeprefix("00")
    return f"+{digits}"


def _command(pathway_id: UUID, said_in: str | None) -> StopByReply:
    command_id = uuid5(pathway_id, said_in) if said_in else uuid4()
    return StopByReply(command_id=command_id, pathway_id=pathway_id)


def _stopped(network: Network, command: StopByReply, reach: str) -> bool:
    def decision(pathway: Pathway) -> list[Fact]:
        wishes, at = pathway.reminder_wishes, network.clock()
        return [
            wishes.stop(told_by=ToldBy.REPLY, contact_id=contact_id, at=at)
            for contact_id, point in pathway.contacts.points.items()
            if point.reach == reach and not wishes.keep_from(contact_id)
        ]

    with suppress(PathwayNotOpened):  # it was erased meanwhile: nothing is sent
        network.on_pathway(command.pathway_id, decision, command=command, by=None)
        return True
    return False
