"""Going there with the person: planned, carried out with its hours and kilometres, or refused."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.instants import Day
from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.pathway.accompaniments.facts import (
    AccompanimentCarriedOut,
    AccompanimentEnteredInError,
    AccompanimentPlanned,
    AccompanimentRefused,
)
from domain.pathway.accompaniments.refusals import (
    AccompanimentAlreadyKnown,
    AccompanimentIsOver,
    AccompanimentUnknown,
    NoSuchAppointment,
)
from domain.pathway.accompaniments.words import (
    AccompanimentState,
    Journey,
    RefusedBy,
    Travelled,
    Why,
)
from domain.pathway.appointments.facts import AppointmentBooked
from domain.pathway.wrong_file import FactRecordedInWrongFile


@dataclass(frozen=True, slots=True)
class Accompaniment:
    id: UUID
    planned_by: UUID  # organisation
    on: Day
    place: str
    why: Why
    appointment_id: UUID | None
    data_class: DataClass
    state: AccompanimentState = AccompanimentState.PLANNED
    travelled: Travelled | None = None
    refused_by: RefusedBy | None = None


@dataclass(frozen=True, slots=True)
class Accompaniments(Part):
    """The accompaniments as they stand, and the classes of the appointments they may lead to."""

    facts: ClassVar = (
        AccompanimentPlanned,
        AccompanimentCarriedOut,
        AccompanimentRefused,
        AccompanimentEnteredInError,
        AppointmentBooked,
        FactRecordedInWrongFile,
    )

    by_id: Items[UUID, Accompaniment] = field(default_factory=none_yet)
    appointments: Items[UUID, DataClass] = field(default_factory=none_yet)

    def plan(
        self, *, accompaniment_id: UUID, journey: Journey, by: UUID, at: datetime
    ) -> AccompanimentPlanned:
        """Plan to go with the person; its class is never below that of what it leads to.

        Raises:
            AccompanimentAlreadyKnown: this id is another one's.
            NoSuchAppointment: what it would lead to is not on this pathway.
        """
        if accompaniment_id in self.by_id:
            raise AccompanimentAlreadyKnown
        return AccompanimentPlanned(
            occurred_at=at,
            data_class=DataClass.SOCIAL.raised_to(self._class_of(journey.appointment_id)).raised_to(
                journey.data_class
            ),
            accompaniment_id=accompaniment_id,
            planned_by=by,
            on=journey.on,
            place=journey.place,
            why=journey.why,
            appointment_id=journey.appointment_id,
        )

    def carry_out(
        self, *, accompaniment_id: UUID, travelled: Travelled, by: UUID, at: datetime
    ) -> AccompanimentCarriedOut:
        """Note that somebody went with the person, and what it took.

        Raises:
            AccompanimentUnknown: there is no such accompaniment.
            AccompanimentIsOver: it was carried out or refused before.
        """
        planned = self._planned(accompaniment_id)
        return AccompanimentCarriedOut(
            occurred_at=at,
            data_class=planned.data_class,
            accompaniment_id=accompaniment_id,
            carried_out_by=by,
            minutes=travelled.minutes,
            kilometres=travelled.kilometres,
            transport=travelled.transport,
            outcome=travelled.outcome,
        )

    def refuse(
        self, *, accompaniment_id: UUID, by: RefusedBy, at: datetime
    ) -> AccompanimentRefused:
        """Note that it does not take place, by whose choice.

        Raises:
            AccompanimentUnknown: there is no such accompaniment.
            AccompanimentIsOver: it was carried out or refused before.
        """
        planned = self._planned(accompaniment_id)
        return AccompanimentRefused(
            occurred_at=at, data_class=planned.data_class, accompaniment_id=accompaniment_id, by=by
        )

    def enter_in_error(
        self, *, accompaniment_id: UUID, at: datetime
    ) -> AccompanimentEnteredInError:
        """Note that this should never have been recorded.

        Raises:
            AccompanimentUnknown: there is no such accompaniment.
        """
        known = self._known(accompaniment_id)
        return AccompanimentEnteredInError(
            occurred_at=at, data_class=known.data_class, accompaniment_id=accompaniment_id
        )

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case AccompanimentPlanned():
                return self._with(fact.accompaniment_id, _as_planned(fact))
            case AccompanimentCarriedOut() if known := self.by_id.get(fact.accompaniment_id):
                return self._with(fact.accompaniment_id, _as_carried_out(known, fact))
            case AccompanimentRefused() if known := self.by_id.get(fact.accompaniment_id):
                refused = replace(known, state=AccompanimentState.REFUSED, refused_by=fact.by)
                return self._with(fact.accompaniment_id, refused)
            case AppointmentBooked():
                booked = having(self.appointments, fact.appointment_id, fact.data_class)
                return type(self)(self.by_id, booked)
        return self._taken_out_by(fact)

    def _taken_out_by(self, fact: Fact) -> Self:
        match fact:
            case AccompanimentEnteredInError():
                return self._without(fact.accompaniment_id)
            case FactRecordedInWrongFile():
                return self._without(fact.entry_id)
        return self

    def _with(self, accompaniment_id: UUID, item: Accompaniment) -> Self:
        return type(self)(having(self.by_id, accompaniment_id, item), self.appointments)

    def _without(self, entry_id: UUID) -> Self:
        return type(self)(without(self.by_id, entry_id), without(self.appointments, entry_id))

    def _class_of(self, appointment_id: UUID | None) -> DataClass | None:
        if appointment_id is None:
            return None
        if appointment_id not in self.appointments:
            raise NoSuchAppointment
        return self.appointments[appointment_id]

    def _known(self, accompaniment_id: UUID) -> Accompaniment:
        if accompaniment_id not in self.by_id:
            raise AccompanimentUnknown
        return self.by_id[accompaniment_id]

    def _planned(self, accompaniment_id: UUID) -> Accompaniment:
        known = self._known(accompaniment_id)
        if known.state is not AccompanimentState.PLANNED:
            raise AccompanimentIsOver
        return known


def _as_planned(fact: AccompanimentPlanned) -> Accompaniment:
    return Accompaniment(
        id=fact.accompaniment_id,
        planned_by=fact.planned_by,
        on=fact.on,
        place=fact.place,
        why=fact.why,
        appointment_id=fact.appointment_id,
        data_class=fact.data_class,
    )


def _as_carried_out(known: Accompaniment, fact: AccompanimentCarriedOut) -> Accompaniment:
    travelled = Travelled(
        minutes=fact.minutes,
        kilometres=fact.kilometres,
        transport=fact.transport,
        outcome=fact.outcome,
    )
    return replace(known, state=AccompanimentState.CARRIED_OUT, travelled=travelled)
