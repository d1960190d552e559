"""Follow the history by asking for what is new: nothing to lose, nothing to listen to."""

from collections.abc import Sequence
from threading import Event

from eventsourcing.persistence import ApplicationRecorder, Notification, Subscription

PAUSE = 0.025  # seconds between two looks when nothing is new
PAGE = 500  # notifications fetched at once


class PollingSubscription(Subscription[ApplicationRecorder]):
    """Yields each notification once, in order, until it is stopped."""

    def __init__(
        self, recorder: ApplicationRecorder, gt: int | None = None, topics: Sequence[str] = ()
    ) -> None:
        super().__init__(recorder, gt, topics)
        self._stopped = Event()
        self._page: list[Notification] = []

    def stop(self) -> None:
        super().stop()
        self._stopped.set()

    def __next__(self) -> Notification:
        while not self._stopped.is_set():
            if not self._page:
                self._page = self._fetch()
            if self._page:
                following = self._page.pop()
                self._last_notification_id = following.id
                return following
            self._stopped.wait(PAUSE)
        raise StopIteration

    def _fetch(self) -> list[Notification]:
        page = self._recorder.select_notifications(
            start=self._last_notification_id or 0,
            limit=PAGE,
            topics=self._topics,
            inclusive_of_start=False,
        )
        return list(reversed(page))
