"""Tell whose session a token belongs to, and under which membership they act."""

from application.accounts.ports import Desk, Session
from application.accounts.refusals import MembershipNotChosen, NotSignedIn
from domain.members import Member


def recognise(desk: Desk, *, token: str) -> Session:
    """The living session of a token.

    Raises:
        NotSignedIn: there is none, or it has expired.
    """
    session = desk.sessions.find(token)
    if session is None or session.expires_at <= desk.clock():
        raise NotSignedIn
    return session


def acting(desk: Desk, session: Session) -> Member:
    """Who acts in this session.

    Raises:
        MembershipNotChosen: nobody yet: a membership must be chosen first.
        NotSignedIn: the membership has ended since.
    """
    if session.membership is None:
        raise MembershipNotChosen
    member = desk.members.member(session.membership)
    if member is None:
        raise NotSignedIn
    return member
