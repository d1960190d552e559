"""Record what the person agrees to share: with whom, what, what for and until when."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.data_classes import DataClass
from domain.members import Member
from domain.pathway.grounds.facts import SharingConsentGiven
from domain.pathway.grounds.words import Consent
from domain.pathway.pathway import Pathway


class GiveConsent(Command):
    pathway_id: UUID
    consent: Consent
    data_class: DataClass | None = None  # raised where whom it names tells what it is about

    @property
    def consent_id(self) -> UUID:
        return self.id_for("consent")


def give_consent(network: Network, command: GiveConsent, by: Member) -> Recorded:
    """Record a consent, heard by somebody of the care team.

    Raises:
        NotOfTheTeam: its author's organisation is none of the care team.
    """

    def decision(pathway: Pathway) -> SharingConsentGiven:
        pathway.team.must_include(by.organisation_id)
        return pathway.consents.give(
            consent_id=command.consent_id,
            consent=command.consent,
            at=command.at,
            data_class=command.data_class,
        )

    return network.on_pathway(command.pathway_id, decision, command=command, by=by)
