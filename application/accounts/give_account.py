"""Let a member sign in: an administrator opens their account, or adds the membership to it."""

from uuid import UUID

from application.accounts.credentials import Email, NewPassword
from application.accounts.open_account import OpenAccount, open_account
from application.accounts.ports import Desk, Membership
from application.accounts.refusals import MembershipTaken
from application.network import Network
from domain.kernel import Value
from domain.members import Member
from domain.organisation.administration import must_administer
from domain.organisation.organisation import Organisation


class GiveAccount(Value):
    organisation_id: UUID
    membership_id: UUID
    email: Email
    password: NewPassword  # the first one; an account that exists keeps its own


def give_account(network: Network, desk: Desk, command: GiveAccount, by: Member) -> None:
    """Let a member sign in with this address; whether it had an account already is not told.

    Raises:
        NotYoursToAdminister: the caller does not administer this organisation.
        MemberUnknown: there is no such member.
        AlreadyLeft: they have left.
        MembershipTaken: another account acts under this membership.
        PasswordKnown: the first password is known from leaks, or made as those are.
    """
    must_administer(by, command.organisation_id)
    organisation = network.log.load(Organisation, command.organisation_id)
    organisation.enrolment.present(command.membership_id)
    membership = Membership(command.membership_id, command.organisation_id)
    account = desk.accounts.find(command.email)
    if desk.accounts.holder(command.membership_id) not in {None, account.id if account else None}:
        raise MembershipTaken
    if account is None:
        asked = OpenAccount(email=command.email, password=command.password)
        open_account(desk, asked, [membership])
    else:
        desk.accounts.give_membership(account.id, membership)
