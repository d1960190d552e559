"""Erase the name of a member who left; what they did stays theirs, under their id."""

from uuid import UUID

from application.commands import Command
from application.erasures.ask_erasure import must_be_the_same
from application.erasures.carrying_out import record
from application.erasures.erasing import Erasing
from application.erasures.ports import Erasure, ErasureState, Party
from domain.members import Member
from domain.organisation.administration import must_administer
from domain.organisation.organisation import Organisation
from domain.pathway.erasing import ErasureReason


class EraseMemberName(Command):
    organisation_id: UUID
    membership_id: UUID

    @property
    def erasure_id(self) -> UUID:
        return self.id_for("erasure")


def erase_member_name(
    erasing: Erasing, command: EraseMemberName, by: Member, *, account_id: UUID
) -> Erasure:
    """Record it: nobody reads the name from then on, and its key is destroyed soon after.

    Their account goes with the last of their memberships, its address under a key of its own.

    Raises:
        NotYoursToAdminister: the caller does not administer this organisation.
        OrganisationUnknown: there is no such organisation.
        MemberUnknown: there is no such member.
        MemberStillHere: they have not left.
        NameAlreadyErased: it was erased.
        CommandReused: this command id was used for something else.
    """
    asked = Erasure(
        id=command.erasure_id,
        pathway_id=command.organisation_id,
        entry_id=command.membership_id,
        of_member=True,
        reason=ErasureReason.PERSON_ASKED,
        asked_at=command.at,
        asked_by=Party.of(by, account_id),
        approved_at=command.at,
        facts=1,
        state=ErasureState.APPROVED,
    )
    must_administer(by, command.organisation_id)
    if found := erasing.erasures.find(command.erasure_id):
        must_be_the_same(found, asked, command)
        return record(erasing, found) if found.state is ErasureState.APPROVED else found
    organisation = erasing.network.log.load(Organisation, command.organisation_id)
    organisation.must_be_registered()
    organisation.enrolment.erase_name(membership_id=command.membership_id, at=command.at)
    return record(erasing, erasing.erasures.add(asked))
