"""Two organisations that meet the same people, and what compares their pathways."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from application.duplicates.dismiss_duplicate import DismissDuplicate, dismiss_duplicate
from application.duplicates.end_link import EndLink, end_link
from application.duplicates.link_pathways import LinkPathways, link_pathways
from application.duplicates.match_pathways import match_pathways
from application.duplicates.ports import Matching
from application.duplicates.say_same_person import SaySamePerson, say_same_person
from application.follow_up.add_note import AddNote, add_note
from application.pathways.looking import PathwayAsked
from application.pathways.read_timeline import TimelineEntry, read_timeline
from application.people.add_contact_point import AddContactPoint, add_contact_point
from application.people.declare_identity import DeclareIdentity, declare_identity
from application.ports import Recorded
from application.sharing.accept_invitation import AcceptInvitation, accept_invitation
from application.sharing.invite_organisation import InviteOrganisation, invite_organisation
from domain.data_classes import DataClass
from domain.dates import PartialDate
from domain.members import Member, Profession
from domain.organisation.organisation import FOUNDER
from domain.organisation.registration import OrganisationKind
from domain.pathway.contacts import ContactKind, ContactPoint
from domain.pathway.duplicates import Flag, pair_id
from domain.pathway.person import Identity
from tests.application.network import NOON, Town
from tests.fakes.likenesses import BookmarkInMemory, LikenessesInMemory
from tests.fakes.traces import TracesInMemory

AWA = Identity(
    given_names="Awa", family_name="Diallo", born=PartialDate(year=1990, month=5, day=12)
)
ALIKE = Identity(
    given_names="Hawa", family_name="Djallo", born=PartialDate(year=1990, month=5, day=12)
)


@dataclass
class Scene:
    town: Town = field(default_factory=Town)
    traces: TracesInMemory = field(default_factory=TracesInMemory)

    def __post_init__(self) -> None:
        ccas = self.town.partner("CCAS de Montfaucon", OrganisationKind.SOCIAL_SERVICE)
        self.ines = self.town.enrolled(FOUNDER, Profession.MEDIATOR)
        self.paul = self.town.enrolled(ccas, Profession.SOCIAL_WORKER)
        log = self.town.network.log
        self.likenesses = LikenessesInMemory(log)
        self.matching = Matching(self.town.network, self.likenesses, BookmarkInMemory())

    def person(self, by: Member, identity: Identity | None = None) -> UUID:
        pathway_id = self.town.opened_by(by)
        if identity:
            self.declared(pathway_id, identity, by)
        return pathway_id

    def declared(self, pathway_id: UUID, identity: Identity, by: Member) -> None:
        command = DeclareIdentity(pathway_id=pathway_id, identity=identity, at=NOON)
        declare_identity(self.town.network, command, by)

    def reached(self, pathway_id: UUID, by: Member, *, safe: bool = True) -> None:
        point = ContactPoint(kind=ContactKind.MOBILE, reach="+33600000001", safe=safe)
        command = AddContactPoint(pathway_id=pathway_id, point=point, at=NOON)
        add_contact_point(self.town.network, command, by)

    def noted(self, pathway_id: UUID, by: Member, data_class: DataClass = DataClass.SOCIAL) -> UUID:
        command = AddNote(
            pathway_id=pathway_id, text="Garde ses papiers.", data_class=data_class, at=NOON
        )
        add_note(self.town.network, command, by)
        return command.id_for("note")

    def let_in(self, pathway_id: UUID, whom: Member, by: Member) -> None:
        self.town.informed(pathway_id, by)
        inviting = InviteOrganisation(
            pathway_id=pathway_id,
            organisation_id=whom.organisation_id,
            in_care_team=True,
            at=NOON,
        )
        invite_organisation(self.town.network, inviting, by)
        accept_invitation(self.town.network, AcceptInvitation(pathway_id=pathway_id), whom)

    def match(self) -> None:
        while match_pathways(self.matching):
            pass

    def flags(self, pathway_id: UUID, by: Member) -> list[Flag]:
        return self.town.pathway(pathway_id).duplicates.of(by.organisation_id)

    def linked(self, pathway_id: UUID) -> list[UUID]:
        return self.town.pathway(pathway_id).links.linked_ids

    def dismiss(self, pathway_id: UUID, other_id: UUID, by: Member) -> Recorded:
        command = DismissDuplicate(pathway_id=pathway_id, flag_id=pair_id(pathway_id, other_id))
        return dismiss_duplicate(self.town.network, command, by)

    def confirm(self, pathway_id: UUID, other_id: UUID, by: Member, **said: Any) -> Recorded:
        flag_id = pair_id(pathway_id, other_id)
        command = SaySamePerson(pathway_id=pathway_id, flag_id=flag_id, at=NOON, **said)
        return say_same_person(self.town.network, command, by)

    def link(self, pathway_id: UUID, other_id: UUID, by: Member, **said: Any) -> Recorded:
        command = LinkPathways(pathway_id=pathway_id, linked_id=other_id, at=NOON, **said)
        return link_pathways(self.town.network, command, by)

    def unlink(self, pathway_id: UUID, other_id: UUID, by: Member) -> Recorded:
        link_id = pair_id(pathway_id, other_id)
        command = EndLink(pathway_id=pathway_id, link_id=link_id, at=NOON)
        return end_link(self.town.network, command, by)

    def timeline(self, pathway_id: UUID, viewer: Member) -> list[TimelineEntry]:
        asked = PathwayAsked(pathway_id)
        return list(read_timeline(self.town.network, self.traces, asked, viewer))
