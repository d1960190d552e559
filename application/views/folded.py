"""A pathway as the views fold it: whole, and as each author knows it by their own acts alone."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, Self
from uuid import UUID

from domain.access import EVERYDAY
from domain.data_classes import DataClass
from domain.kernel import Aggregate, DomainEvent, Items, having, none_yet, readers_of
from domain.pathway.appointments.appointments import Appointments
from domain.pathway.appointments.facts import AppointmentAttended
from domain.pathway.opening import PathwayOpened
from domain.pathway.pathway import Pathway
from domain.pathway.referrals.referrals import Referrals
from domain.pathway.rights.rights import Rights

ANYBODY = UUID(int=0)  # the owner of what whoever may see its class may see

CONTACTS = frozenset({PathwayOpened, AppointmentAttended})  # the person was met or spoken with

Cell = tuple[DataClass, UUID]  # a class, and an owner


@dataclass(frozen=True, slots=True)
class OwnActs(Aggregate):
    """What lists show of a pathway, from the facts of one author and nothing else."""

    rights: Rights = field(default_factory=Rights)
    referrals: Referrals = field(default_factory=Referrals)
    appointments: Appointments = field(default_factory=Appointments)

    readers: ClassVar = readers_of(rights=Rights, referrals=Referrals, appointments=Appointments)


@dataclass(frozen=True, slots=True)
class Folded:
    """What view rows are made of; a pure function of the events of one stream.

    A viewer who may not see a class still sees, of that class, what they did themselves: for each
    author, `own` is folded from their facts above everyday classes.
    """

    pathway: Pathway
    own: Items[UUID, OwnActs] = field(default_factory=none_yet)  # by member
    contacts: Items[Cell, datetime] = field(default_factory=none_yet)  # the last of each

    @classmethod
    def of(cls, stream_id: UUID) -> Self:
        return cls(Pathway(stream_id))

    @property
    def id(self) -> UUID:
        return self.pathway.id

    @property
    def version(self) -> int:
        return self.pathway.version

    @property
    def lenses(self) -> Iterable[tuple[UUID, Pathway | OwnActs]]:
        """Each owner, with what lists show them; first, anybody."""
        return ((ANYBODY, self.pathway), *self.own.items())

    def after(self, events: Iterable[DomainEvent]) -> Self:
        own, contacts = self.own, self.contacts
        told = list(events)
        for event in told:
            data_class, author = event.fact.data_class, event.actor_id
            met = type(event.fact) in CONTACTS
            if met:
                contacts = _met(contacts, (data_class, ANYBODY), event.fact.occurred_at)
            if data_class in EVERYDAY or author is None:
                continue
            own = having(own, author, own.get(author, OwnActs(self.id)).after([event]))
            if met:
                contacts = _met(contacts, (data_class, author), event.fact.occurred_at)
        return type(self)(self.pathway.after(told), own, contacts)


def _met(contacts: Items[Cell, datetime], cell: Cell, at: datetime) -> Items[Cell, datetime]:
    return having(contacts, cell, max(at, contacts.get(cell, at)))
