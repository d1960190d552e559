"""A small invented network, founded through its own use cases."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from application.network import Network
from application.organisations.enrol_member import EnrolMember, enrol_member
from application.organisations.found_network import FoundNetwork, found_network
from application.organisations.register_organisation import (
    RegisterOrganisation,
    register_organisation,
)
from application.organisations.sign_agreement import SignAgreement, sign_agreement
from application.pathways.open_pathway import OpenPathway, open_pathway
from application.sharing.give_consent import GiveConsent, give_consent
from application.sharing.inform_person import InformPerson, inform_person
from domain.data_classes import DataClass
from domain.members import Member, MemberStatus, Profession, Role
from domain.organisation.enrolment import Hat
from domain.organisation.organisation import FOUNDER, Organisation
from domain.organisation.registration import Description, OrganisationKind
from domain.pathway.grounds.words import Consent, InformedBy, Recipients, Scope
from domain.pathway.opening import MetAt
from domain.pathway.pathway import Pathway
from seeds.rules.shipped import shipped_rules
from tests.fakes.event_log import EventLogInMemory

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


def description(name: str, kind: OrganisationKind) -> Description:
    return Description(
        name=name,
        kind=kind,
        territory="Combrailles",
        call_back="+33 4 99 00 12 34",
        time_zone="Europe/Paris",
    )


FOUNDING = FoundNetwork(
    description=description("Relais des Combes", OrganisationKind.ASSOCIATION),
    agreement_from=date(2024, 1, 1),
    administrator="Lison Aubrac",
)


@dataclass
class Town:
    """The network, who founded it, and who works where."""

    network: Network = field(
        default_factory=lambda: Network(
            log=EventLogInMemory(), clock=lambda: NOON, rules=shipped_rules()
        )
    )

    def __post_init__(self) -> None:
        found_network(self.network, FOUNDING)
        self.administrator = self.member(FOUNDER, FOUNDING.membership_id)

    def partner(self, name: str, kind: OrganisationKind, *, signs: bool = True) -> UUID:
        """An organisation let in by the founders."""
        command = RegisterOrganisation(description=description(name, kind))
        register_organisation(self.network, command, self.administrator)
        if signs:
            agreement = SignAgreement(
                organisation_id=command.organisation_id, starts_on=date(2024, 1, 1)
            )
            sign_agreement(self.network, agreement, self.administrator)
        return command.organisation_id

    def enrolled(
        self, organisation_id: UUID, profession: Profession, *roles: Role, name: str = "Aya Testa"
    ) -> Member:
        """Somebody who works there, a caseworker unless other roles are named."""
        command = EnrolMember(
            organisation_id=organisation_id,
            hat=Hat(
                profession=profession,
                status=MemberStatus.EMPLOYEE,
                roles=roles or (Role.CASEWORKER,),
            ),
            name=name,
        )
        enrol_member(self.network, command, self.administrator)
        return self.member(organisation_id, command.membership_id)

    def opened_by(self, member: Member) -> UUID:
        """A pathway just opened."""
        command = OpenPathway(called="Awa", met_at=MetAt.FOOD_DISTRIBUTION, at=NOON)
        return open_pathway(self.network, command, member).stream_id

    def informed(self, pathway_id: UUID, by: Member) -> None:
        """The person was told how a care team shares."""
        told = InformPerson(
            pathway_id=pathway_id, notice="notice-1", language="fr", means=InformedBy.ORAL, at=NOON
        )
        inform_person(self.network, told, by)

    def consented(
        self, pathway_id: UUID, to: UUID, *classes: DataClass, by: Member, **said: Any
    ) -> UUID:
        """A consent, just recorded, of every class unless some are named."""
        scope = Scope(
            recipients=Recipients(organisations=(to,)), classes=classes or tuple(DataClass)
        )
        command = GiveConsent(pathway_id=pathway_id, consent=Consent(scope=scope, **said), at=NOON)
        give_consent(self.network, command, by)
        return command.consent_id

    def member(self, organisation_id: UUID, membership_id: UUID) -> Member:
        return self.organisation(organisation_id).member(membership_id)

    def organisation(self, organisation_id: UUID) -> Organisation:
        return self.network.log.load(Organisation, organisation_id)

    def pathway(self, pathway_id: UUID) -> Pathway:
        return self.network.log.load(Pathway, pathway_id)
