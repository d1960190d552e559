"""What every postbox around another one passes on as it is."""

from dataclasses import dataclass

from application.reminders.postbox import Postbox
from domain.pathway.reminders import Channel


@dataclass(frozen=True, slots=True)
class Around:
    """It carries what the inner one carries, and knows the keys that one knows."""

    inner: Postbox

    @property
    def channels(self) -> frozenset[Channel]:
        return self.inner.channels

    @property
    def keyed(self) -> frozenset[Channel]:
        return self.inner.keyed
