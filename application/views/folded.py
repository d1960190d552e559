"""A pathway as the views fold it: whole, and as each author knows it by their own acts alone."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Protocol, Self, TypeVar
from uuid import UUID

from domain.access import EVERYDAY
from domain.data_classes import DataClass
from domain.kernel import Aggregate, DomainEvent, Items, having, none_yet, readers_of
from domain.likeness import keeps_apart
from domain.observatory.observed import Observed
from domain.pathway.appointments.appointment import Appointment
from domain.pathway.appointments.appointments import Appointments
from domain.pathway.encounters import Encounter, Encounters, Source
from domain.pathway.follow_up import FollowUp, FollowUps
from domain.pathway.pathway import Pathway
from domain.pathway.referrals.referral import Referral
from domain.pathway.referrals.referrals import Referrals
from domain.pathway.rights.right import Right
from domain.pathway.rights.rights import Rights
from domain.pathway.wrong_file import FactRecordedInWrongFile

ANYBODY = UUID(int=0)  # the owner of what whoever may see its class may see


Cell = tuple[DataClass, UUID]  # a class, and an owner


class Item(Protocol):
    """One thing of a part, which has a class."""

    @property
    def data_class(self) -> DataClass: ...


I = TypeVar("I", bound=Item)  # noqa: E741 (an item)


@dataclass(frozen=True, slots=True)
class OwnActs(Aggregate):
    """What lists show of a pathway, from the facts of one author and nothing else."""

    rights: Rights = field(default_factory=Rights)
    referrals: Referrals = field(default_factory=Referrals)
    appointments: Appointments = field(default_factory=Appointments)
    encounters: Encounters = field(default_factory=Encounters)
    follow_ups: FollowUps = field(default_factory=FollowUps)

    readers: ClassVar = readers_of(
        rights=Rights,
        referrals=Referrals,
        appointments=Appointments,
        encounters=Encounters,
        follow_ups=FollowUps,
    )


Lens = Callable[[Pathway | OwnActs], Mapping[Any, I]]  # by whatever tells its things apart


@dataclass(frozen=True, slots=True)
class Folded:
    """What view rows are made of; a pure function of the events of one stream.

    A viewer who may not see a class still sees, of that class, what they did themselves: for each
    author, `own` is folded from their facts above everyday classes.
    """

    pathway: Pathway
    own: Items[UUID, OwnActs] = field(default_factory=none_yet)  # by member
    apart: bool = False  # from whom nobody is to be likened: the person may be sought
    observed: Observed = field(default_factory=lambda: Observed(ANYBODY))

    @classmethod
    def of(cls, stream_id: UUID) -> Self:
        return cls(Pathway(stream_id), observed=Observed(stream_id))

    @property
    def id(self) -> UUID:
        return self.pathway.id

    @property
    def version(self) -> int:
        return self.pathway.version

    def after(self, events: Iterable[DomainEvent]) -> Self:
        told, own = list(events), self.own
        pathway = self.pathway.after(told)
        if pathway.erasing.done:
            return type(self)(pathway)
        for event in told:
            if isinstance(event.fact, FactRecordedInWrongFile):  # whoever recorded it, for good
                own = Items({one: acts.after([event]) for one, acts in own.items()})
            author = event.actor_id
            if author is not None and event.fact.data_class not in EVERYDAY:
                own = having(own, author, own.get(author, OwnActs(self.id)).after([event]))
        apart = self.apart or keeps_apart(told)
        return type(self)(pathway, own, apart, self.observed.after(told))

    def gates(self) -> tuple[object, ...]:
        """What decides which organisations have rows: the same objects, the same ones."""
        pathway = self.pathway
        return pathway.sharing, pathway.team, pathway.consents, pathway.objections

    def cell_for(self, organisation_id: UUID, cell: Cell) -> Cell | None:
        """The cell as one organisation of the circle may have it in a row; None: not at all.

        Beside the care team, or where a member is objected to, the organisation itself owns the
        row: such a row is decided again from the stream each time, for who looks and for now.
        """
        pathway, (data_class, owner_id) = self.pathway, cell
        in_team = organisation_id in pathway.team.organisations
        if in_team and not pathway.objections.by_id:
            return cell
        if pathway.objections.keep_out(organisation_id=organisation_id, member_id=owner_id):
            return None
        if owner_id != ANYBODY:
            return cell if in_team else None
        if in_team or self._is_consented(organisation_id, data_class):
            return data_class, organisation_id
        return None

    def _is_consented(self, organisation_id: UUID, data_class: DataClass) -> bool:
        """Whether a consent may open the class to the organisation, now or at another time."""
        return any(
            given.consent.scope.covers(data_class)
            and organisation_id in given.consent.scope.recipients.organisations
            for given in self.pathway.consents.by_id.values()
        )

    def parts(self, of: Lens[I]) -> tuple[object, ...]:
        """What `items` are made of: the same objects, the same items."""
        return of(self.pathway), *map(of, self.own.values())

    def items(self, of: Lens[I]) -> Iterator[tuple[Cell, I]]:
        """Each thing of a part, with its class and its owner.

        As it stands, for anybody who may see its class; as its authors left it, for them.
        """
        whole = of(self.pathway)
        for item in whole.values():
            yield (item.data_class, ANYBODY), item
        for owner_id, acts in self.own.items():
            for item_id, item in of(acts).items():
                data_class = whole.get(item_id, item).data_class
                if data_class not in EVERYDAY:
                    yield (data_class, owner_id), item


def encounters(acts: Pathway | OwnActs) -> Mapping[Source, Encounter]:
    return acts.encounters.by_source


def appointments(acts: Pathway | OwnActs) -> Mapping[UUID, Appointment]:
    return acts.appointments.by_id


def follow_ups(acts: Pathway | OwnActs) -> Mapping[UUID, FollowUp]:
    return acts.follow_ups.by_id


def referrals(acts: Pathway | OwnActs) -> Mapping[UUID, Referral]:
    return acts.referrals.by_id


def rights(acts: Pathway | OwnActs) -> Mapping[UUID, Right]:
    return acts.rights.by_id
