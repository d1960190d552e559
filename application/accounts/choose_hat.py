"""Act under another of one's memberships."""

from uuid import UUID

from application.accounts.ports import Desk, Hat
from application.accounts.recognise import recognise
from application.accounts.refusals import NotYourMembership


def choose_hat(desk: Desk, *, token: str, membership_id: UUID) -> Hat:
    """Go on under this membership, from the next request.

    Raises:
        NotSignedIn: the session has ended.
        NotYourMembership: the membership is not the account's, or has ended.
    """
    session = recognise(desk, token=token)
    for hat in desk.accounts.hats(session.account_id):
        if hat.membership_id == membership_id and desk.members.member(hat):
            desk.sessions.wear(token, hat)
            return hat
    raise NotYourMembership
