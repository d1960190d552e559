"""Whom a session token belongs to, remembered for a moment so that most requests ask no store."""

from dataclasses import dataclass, field
from time import monotonic

from application.accounts.ports import Desk, Session
from application.accounts.recognise import acting, recognise
from domain.members import Member

MEMORY = 2.0  # seconds during which an ended session may still be honoured by another process
AT_MOST = 10_000  # tokens remembered


@dataclass(frozen=True, slots=True)
class Recognition:
    session: Session
    member: Member | None  # None until somebody with several memberships chose one
    until: float  # monotonic seconds


@dataclass(frozen=True, slots=True)
class Recognised:
    desk: Desk
    seen: dict[str, Recognition] = field(default_factory=dict)

    def recall(self, token: str) -> Recognition | None:
        """Who it was a moment ago; asks no store."""
        known = self.seen.get(token)
        if known and known.until > monotonic() and known.session.expires_at > self.desk.clock():
            return known
        return None

    def recognise(self, token: str) -> Recognition:
        """Who it is now.

        Raises:
            NotSignedIn: no living session has this token, or its membership has ended.
        """
        session = recognise(self.desk, token=token)
        member = acting(self.desk, session) if session.membership else None
        if len(self.seen) >= AT_MOST:
            self.forget_all()
        self.seen[token] = Recognition(session, member, monotonic() + MEMORY)
        return self.seen[token]

    def forget_all(self) -> None:
        """Ask the store again about everybody."""
        self.seen.clear()

    def forget(self, token: str) -> None:
        """Ask the store again next time."""
        self.seen.pop(token, None)
