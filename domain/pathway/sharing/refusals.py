"""How what is asked of the circle is refused."""

from domain.refusals import Conflict


class AlreadyInCircle(Conflict):
    code = "already-in-circle"
    title = "This organisation already shares this pathway."


class NotInCircle(Conflict):
    code = "not-in-circle"
    title = "This organisation does not share this pathway."


class AlreadyInvited(Conflict):
    code = "already-invited"
    title = "This organisation was invited already and has not answered yet."


class NotInvited(Conflict):
    code = "not-invited"
    title = "No invitation awaits an answer of this organisation."


class LastInCircle(Conflict):
    code = "last-in-circle"
    title = "No other organisation shares this pathway: close your follow-up instead of leaving."


class AlreadyClosed(Conflict):
    code = "already-closed"
    title = "Your organisation closed its follow-up already."


class NotClosed(Conflict):
    code = "not-closed"
    title = "Your organisation follows this pathway already."
