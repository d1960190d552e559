"""Hear what somebody replied to a message: a stop counts at once, and nothing else is kept."""

from dataclasses import dataclass, field

from application.network import Network
from application.reminders.replies import Replies
from application.reminders.stop_by_reply import stop_by_reply
from domain.reminders.stop_word import asks_to_stop


@dataclass(frozen=True, slots=True)
class Reply:
    id: str  # heard twice, it counts once: a replay stops nothing that was resumed since
    number: str = field(repr=False)
    text: str = field(repr=False)


def hear_reply(network: Network, replies: Replies, reply: Reply) -> int:
    """On how many pathways nothing more goes to that number.

    Raises:
        StoreUnavailable, TooBusy: it may be told again.
    """
    if not asks_to_stop(reply.text):
        return 0
    return stop_by_reply(network, replies, reply.number, said_in=reply.id)
