"""Whom a token belongs to: asked at each request, so that what has ended has, everywhere."""

from dataclasses import dataclass

from application.accounts.ports import Desk, Session
from application.accounts.recognise import acting, recognise
from domain.members import Member


@dataclass(frozen=True, slots=True)
class Recognition:
    session: Session
    member: Member | None  # None until somebody with several memberships chose one


@dataclass(frozen=True, slots=True)
class Recognised:
    desk: Desk

    def recognise(self, token: str) -> Recognition:
        """Who it is now.

        Raises:
            NotSignedIn: no living session has this token, or its membership has ended.
        """
        session = recognise(self.desk, token=token)
        member = acting(self.desk, session) if session.membership else None
        return Recognition(session, member)
