"""Who stands behind a hat when a mandate is asked for or granted."""

from dataclasses import dataclass
from uuid import UUID

from application.accounts.ports import Accounts
from application.network import Network
from domain.mandates.facts import Wearer
from domain.mandates.words import Human
from domain.members import Member
from domain.organisation.organisation import Organisation


@dataclass(frozen=True, slots=True)
class Signing:
    """A member who asks or grants, and the account they signed in with."""

    member: Member
    account_id: UUID
    accounts: Accounts

    def wearer(self, network: Network) -> Wearer:
        organisation = network.log.load(Organisation, self.member.organisation_id)
        return wearer_in(organisation, self.member.id)

    def human(self, network: Network) -> Human:
        held = self.accounts.memberships(self.account_id)
        hats = frozenset(membership.membership_id for membership in held)
        return Human(self.wearer(network).human_id, hats | {self.member.id})


def wearer_in(organisation: Organisation, membership_id: UUID) -> Wearer:
    """A present member of an organisation, as mandates name them.

    Raises:
        MemberUnknown: there is none under this id.
        AlreadyLeft: they have left.
    """
    return Wearer(
        membership_id=membership_id,
        organisation_id=organisation.id,
        human_id=organisation.enrolment.present(membership_id).human_id,
    )
