"""The postbox of a network that has none yet: everybody is to be called."""

from application.reminders.postbox import Letter, TryLater
from domain.pathway.reminders import Channel


class NoPostbox:
    channels: frozenset[Channel] = frozenset()
    knows_keys = True

    def deliver(self, letter: Letter) -> str | None:  # noqa: ARG002 (the port's signature)
        raise TryLater("no-gateway")
