"""Record the person's free consent to rapid tests, once they were told what these can do."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.organisation.organisation import Organisation
from domain.organisation.screening.ready import local_day
from domain.pathway.pathway import Pathway
from domain.pathway.screening.facts import RapidTestConsentGiven
from domain.screening.words import Kinds
from domain.text import Language


class GiveTestConsent(Command):
    pathway_id: UUID
    kinds: Kinds
    informed: bool  # of the advantages and limits, before
    language: Language

    @property
    def test_consent_id(self) -> UUID:
        return self.id_for("test consent")


def give_test_consent(network: Network, command: GiveTestConsent, by: Member) -> Recorded:
    """Decided on what the caller sees: what is hidden tells nothing."""

    def decision(pathway: Pathway) -> RapidTestConsentGiven:
        office = network.log.load(Organisation, by.organisation_id)
        return network.as_seen(pathway, by).test_consents.give(
            test_consent_id=command.test_consent_id,
            kinds=command.kinds,
            informed=command.informed,
            language=command.language,
            rules=network.screening,
            on=local_day(office, command.at),
            by=by.organisation_id,
            at=command.at,
        )

    return network.on_pathway(command.pathway_id, decision, command=command, by=by)
