"""Awa's pathway: three organisations, one of them discreet, and what was said of sharing."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID, uuid4

from application.network import Network
from application.pathways.looking import PathwayAsked
from application.pathways.read_timeline import read_timeline
from application.ports import Context
from application.receipts.make_receipt import ReceiptAsked, make_receipt
from application.receipts.notice import Notice
from application.receipts.receipt import Receipt, ReceiptVersion
from application.sharing.accept_invitation import AcceptInvitation, accept_invitation
from application.sharing.invite_organisation import InviteOrganisation, invite_organisation
from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.members import Member, Profession
from domain.organisation.organisation import FOUNDER
from domain.organisation.registration import OrganisationKind
from seeds.rules.shipped import shipped_authority, shipped_retention, shipped_rules
from tests.application.network import Town
from tests.fakes.event_log import EventLogInMemory
from tests.fakes.traces import TracesInMemory

NOTICE = Notice(shipped_retention(), shipped_authority(), call_back="04 99 00 00 00")


@dataclass
class Scene:
    """Ines opened it; Paul's social service is invited openly, Lise's centre discreetly."""

    town: Town = field(
        default_factory=lambda: Town(
            Network(log=EventLogInMemory(), clock=lambda: datetime.now(UTC), rules=shipped_rules())
        )
    )
    traces: TracesInMemory = field(default_factory=TracesInMemory)

    def __post_init__(self) -> None:
        self.ines = self.town.enrolled(FOUNDER, Profession.MEDIATOR, name="Inès Moulin")
        self.abel = self.town.enrolled(FOUNDER, Profession.DOCTOR, name="Abel Roche")
        self.paul = self._member("CCAS de Montfaucon", Profession.SOCIAL_WORKER, "Paul Arnal")
        self.lise = self._member("Centre des Addictions", Profession.NURSE, "Lise Faure")
        self.rose = self._member("Hôpital du Puy", Profession.DOCTOR, "Rose Vidal")
        self.pathway_id = self.town.opened_by(self.ines)
        self.town.informed(self.pathway_id, self.ines)
        self.joins(self.paul)
        self.joins(self.lise, data_class=DataClass.HEALTH, by=self.abel)

    def _member(self, organisation: str, profession: Profession, name: str) -> Member:
        partner = self.town.partner(organisation, OrganisationKind.HEALTH_STRUCTURE)
        return self.town.enrolled(partner, profession, name=name)

    def joins(
        self,
        member: Member,
        *,
        data_class: DataClass = DataClass.SOCIAL,
        by: Member | None = None,
        in_care_team: bool = True,
    ) -> None:
        inviting = InviteOrganisation(
            pathway_id=self.pathway_id,
            organisation_id=member.organisation_id,
            data_class=data_class,
            in_care_team=in_care_team,
        )
        invite_organisation(self.town.network, inviting, by or self.ines)
        accepting = AcceptInvitation(pathway_id=self.pathway_id)
        accept_invitation(self.town.network, accepting, member)

    def tells(self, *facts: Fact) -> None:
        """Something recorded that no use case of this network would."""
        pathway = self.town.pathway(self.pathway_id)
        context = Context(uuid4(), self.ines.id, self.ines.organisation_id)
        self.town.network.log.append(pathway.next(facts), context)

    def reads(self, member: Member) -> None:
        read_timeline(self.town.network, self.traces, PathwayAsked(self.pathway_id), member)

    def receipt(
        self,
        by: Member,
        version: ReceiptVersion = ReceiptVersion.FULL,
        *,
        of: UUID | None = None,
    ) -> Receipt:
        asked = ReceiptAsked(of or self.pathway_id, version)
        return make_receipt(self.town.network, self.traces, NOTICE, asked, by)
