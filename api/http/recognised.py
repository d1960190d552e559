"""Whom a token belongs to: asked at each request, so that what has ended has, everywhere."""

from dataclasses import dataclass

from application.accounts.ports import Desk, Session
from application.accounts.recognise import hat_of, recognise
from domain.members import Member


@dataclass(frozen=True, slots=True)
class Recognition:
    session: Session
    member: Member | None  # None: one of several memberships is to be chosen


@dataclass(frozen=True, slots=True)
class Recognised:
    desk: Desk
    at_hand: bool = False  # in files: asking takes less than going to another thread would

    def recognise(self, token: str) -> Recognition:
        """Who it is now.

        Raises:
            NotSignedIn: no living session has this token, or its last membership has ended.
        """
        session = recognise(self.desk, token=token)
        return Recognition(session, hat_of(self.desk, session))
