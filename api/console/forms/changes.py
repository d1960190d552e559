"""What happened, since a form was opened, to what it is about: as its reader may know."""

from collections.abc import Iterator
from datetime import datetime

from api.console.forms.asking import Asking, concern_of


def changes_since(asking: Asking, opened: datetime) -> Iterator[str]:
    """A sentence each, oldest first."""
    concern = concern_of(asking.form, asking.ids)
    for event in asking.seen.events if asking.seen else ():
        if event.recorded_at and event.recorded_at > opened and concern(event.fact):
            day = asking.visit.days
            yield f"{day.day(event.recorded_at)}, {day.time(event.recorded_at)}"
