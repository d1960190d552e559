"""Prepare a referral without sending it; only one's own organisation knows of it."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.referrals.words import Ask


class DraftReferral(Command):
    pathway_id: UUID
    ask: Ask
    draft_id: UUID | None = None  # a referral drafted before, to be prepared again

    @property
    def referral_id(self) -> UUID:
        return self.draft_id or self.id_for("referral")


def draft_referral(network: Network, command: DraftReferral, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.referrals.draft(
            referral_id=command.referral_id,
            ask=command.ask,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )
