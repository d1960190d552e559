"""Members who are named as recipients: present, of the circle, and not objected to."""

from collections.abc import Iterable
from uuid import UUID

from application.network import Network
from domain.kernel import Value
from domain.members import Member
from domain.organisation.organisation import Organisation
from domain.pathway.pathway import Pathway


class Named(Value):
    organisation_id: UUID
    member_id: UUID


def must_be_reachable(
    network: Network, pathway: Pathway, named: Iterable[Named], *, by: Member
) -> tuple[UUID, ...]:
    """The ids of these members.

    Raises:
        NotInCircle: an organisation takes no part that the author may see.
        ObjectionStands: the person objects to one of them.
        MemberUnknown: one is no member there.
        AlreadyLeft: one left.
    """
    seen = network.as_seen(pathway, by).sharing
    for one in named:
        seen.must_include(one.organisation_id)
        pathway.objections.must_allow(organisation_id=one.organisation_id, member_id=one.member_id)
        network.log.load(Organisation, one.organisation_id).member(one.member_id)
    return tuple(one.member_id for one in named)
