"""End sessions at once, in every process: one, all of one's own, all of a member."""

from uuid import UUID

from application.accounts.ports import Desk
from application.accounts.refusals import SessionUnknown
from application.network import Network
from domain.members import Member
from domain.organisation.administration import must_administer
from domain.organisation.enrolment import MemberUnknown
from domain.organisation.organisation import Organisation


def end_session(desk: Desk, *, account_id: UUID, session_id: UUID) -> None:
    """End one of one's own sessions.

    Raises:
        SessionUnknown: it has ended, or is somebody else's.
    """
    if not desk.sessions.close_one(session_id, of=account_id):
        raise SessionUnknown


def end_member_sessions(
    network: Network, desk: Desk, by: Member, *, organisation_id: UUID, membership_id: UUID
) -> None:
    """End all sessions of whoever acts under a membership, those of other hats included.

    Raises:
        NotYoursToAdminister: the caller does not administer this organisation.
        OrganisationUnknown: there is no such organisation.
        MemberUnknown: there is no such member; one who has left is known.
    """
    must_administer(by, organisation_id)
    organisation = network.log.load(Organisation, organisation_id)
    organisation.must_be_registered()
    if membership_id not in organisation.enrolment.by_id:
        raise MemberUnknown
    if account_id := desk.accounts.holder(membership_id):
        desk.sessions.close_all(account_id)
