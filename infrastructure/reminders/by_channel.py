"""A postbox of several: each letter goes by the one of its channel."""

from collections.abc import Mapping
from dataclasses import dataclass

import structlog

from application.reminders.postbox import Letter, OursToMend, Postbox
from domain.pathway.reminders import Channel

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class PostboxByChannel:
    """Without any, everybody is to be called."""

    ways: Mapping[Channel, Postbox]

    @property
    def channels(self) -> frozenset[Channel]:
        return frozenset(self.ways)

    @property
    def keyed(self) -> frozenset[Channel]:
        return frozenset(channel for channel, way in self.ways.items() if channel in way.keyed)

    def deliver(self, letter: Letter) -> str | None:
        way = self.ways.get(letter.channel)
        if way is None:
            raise OursToMend("no-gateway")
        try:
            return way.deliver(letter)
        except OursToMend as refused:
            log.error("gateway.to_mend", channel=letter.channel, reason=refused.reason)  # noqa: TRY400 (where it was raised says nothing)
            raise
