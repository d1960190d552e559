"""When members are told what facts ask of them: soon after these, as the history grows."""

from threading import Event

from application.inbox.tell_members import Telling, tell_members
from workers.loops import repeat


def keep_telling(telling: Telling, stop: Event) -> None:
    """Follow the history; several may run."""
    repeat(lambda: tell_members(telling) > 0, stop, name="inbox")
