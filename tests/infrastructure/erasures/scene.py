"""An installation where people are followed, and somebody asks that one of them be erased."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid4, uuid5

from sqlalchemy import func, select

from application.erasures.approve_erasure import ApproveErasure, approve_erasure
from application.erasures.ask_erasure import AskErasure, ask_erasure
from application.erasures.erasing import Erasing
from application.erasures.ports import Erasure
from application.follow_up.add_note import AddNote, add_note
from application.inbox.ports import InboxItem, InboxKind
from application.network import Network
from application.pathways.open_pathway import OpenPathway, open_pathway
from application.people.add_contact_point import AddContactPoint, add_contact_point
from domain.data_classes import DataClass
from domain.members import Member, MemberStatus, Profession, Role
from domain.pathway.contacts import ContactKind, ContactPoint
from domain.pathway.erasing import ErasureReason
from domain.pathway.opening import MetAt
from infrastructure.composition import Store, opened_store
from infrastructure.desk import Desk
from infrastructure.erasures.opening import opened_erasing
from infrastructure.erasures.shredding import OF_PEOPLE
from infrastructure.inbox.inbox import InboxInTables
from infrastructure.settings import Group, Settings
from seeds.rules.shipped import shipped_rules
from tests.domain.pathway.people import RELAIS
from tests.infrastructure.databases import engine_on

NAME = "Zéphyrine Quetzalcoatl"
INES_ACCOUNT, PAUL_ACCOUNT = UUID(int=1), UUID(int=2)


def caseworker(number: int) -> Member:
    return Member(
        id=UUID(int=number),
        organisation_id=RELAIS,
        profession=Profession.SOCIAL_WORKER,
        status=MemberStatus.EMPLOYEE,
        roles=frozenset({Role.CASEWORKER}),
    )


INES, PAUL = caseworker(11), caseworker(12)


@dataclass(frozen=True)
class Scene:
    settings: Settings
    store: Store
    network: Network
    erasing: Erasing

    def person(self, name: str = NAME) -> UUID:
        """Somebody with a name, a note and a number."""
        command = OpenPathway(called=name, met_at=MetAt.SHELTER)
        pathway_id = open_pathway(self.network, command, INES).stream_id
        self.note(pathway_id, f"{name} dort dehors.")
        point = ContactPoint(kind=ContactKind.EMAIL, reach=f"p{pathway_id.hex}@example.org")
        add_contact_point(self.network, AddContactPoint(pathway_id=pathway_id, point=point), INES)
        return pathway_id

    def note(self, pathway_id: UUID, text: str) -> UUID:
        command = AddNote(pathway_id=pathway_id, text=text, data_class=DataClass.HEALTH)
        add_note(self.network, command, INES)
        return command.id_for("note")

    def told_to_ines(self, pathway_id: UUID) -> None:
        """An item of her inbox, which she has read."""
        item = InboxItem(
            id=uuid5(pathway_id, "told"),
            organisation_id=INES.organisation_id,
            member_id=INES.id,
            pathway_id=pathway_id,
            kind=InboxKind.REMINDER,
            cause="no_contact",
            cause_id=pathway_id,
            occurrence=1,
            data_class=DataClass.SOCIAL,
            at=self.network.clock(),
        )
        with engine_on(self.settings, Group.DESK) as engine:
            inbox = InboxInTables(Desk(engine))
            inbox.put(item)
            inbox.read(item.id, INES.id, at=item.at)

    def project(self) -> None:
        while self.erasing.shredder.views.projector.step().events:  # type: ignore[attr-defined] # the real one has them
            pass

    def rows_left(self, pathway_id: UUID) -> int:
        """How many rows the tables of the views hold of a pathway."""
        with engine_on(self.settings, Group.VIEWS, keeping=True) as engine, engine.begin() as rows:
            return sum(
                rows.execute(
                    select(func.count()).select_from(table).where(table.c.pathway_id == pathway_id)
                ).scalar_one()
                for table in OF_PEOPLE.values()
            )

    def asked(self, pathway_id: UUID) -> Erasure:
        command = AskErasure(pathway_id=pathway_id, reason=ErasureReason.PERSON_ASKED)
        return ask_erasure(self.erasing, command, INES, account_id=INES_ACCOUNT)

    def approved(self, erasure: Erasure) -> Erasure:
        command = ApproveErasure(
            command_id=uuid4(), pathway_id=erasure.pathway_id, erasure_id=erasure.id
        )
        return approve_erasure(self.erasing, command, PAUL, account_id=PAUL_ACCOUNT)


@contextmanager
def scene_on(settings: Settings) -> Iterator[Scene]:
    """The tables are migrated and the master key is there."""
    with opened_store(settings) as store:
        clock = lambda: datetime.now(UTC)
        network = Network(log=store.log, clock=clock, rules=shipped_rules())
        with opened_erasing(settings, store, network) as erasing:
            yield Scene(settings, store, network, erasing)
