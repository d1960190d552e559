"""Act under another of one's memberships."""

from uuid import UUID

from application.accounts.ports import Desk, Membership
from application.accounts.recognise import recognise
from application.accounts.refusals import NotYourMembership


def choose_membership(desk: Desk, *, token: str, membership_id: UUID) -> Membership:
    """Go on under this membership, from the next request.

    Raises:
        NotSignedIn: the session has ended.
        NotYourMembership: the membership is not the account's, or has ended.
    """
    session = recognise(desk, token=token)
    for membership in desk.accounts.memberships(session.account_id):
        if membership.membership_id == membership_id and desk.members.member(membership):
            desk.sessions.act_under(token, membership)
            return membership
    raise NotYourMembership
