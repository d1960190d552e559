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
        MembershipNotChosen: nobody yet, or no longer: a membership must be chosen first.
        NotSignedIn: the last membership has ended since.
    """
    member = hat_of(desk, session)
    if member is None:
        raise MembershipNotChosen
    return member


def hat_of(desk: Desk, session: Session) -> Member | None:
    """The hat that is worn in this session; None until one is chosen, or when that one ended.

    The end of a membership ends that one alone: who has others goes on under one of them.

    Raises:
        NotSignedIn: the last membership has ended since.
    """
    if session.membership is None:
        return None
    member = desk.members.member(session.membership)
    if member is None and not any(
        map(desk.members.member, desk.accounts.memberships(session.account_id))
    ):
        raise NotSignedIn
    return member
