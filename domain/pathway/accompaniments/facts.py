"""What is recorded about accompaniments."""

from uuid import UUID

from domain.data_classes import DataClass
from domain.instants import Day
from domain.kernel import Fact
from domain.pathway.accompaniments.words import AccompanimentOutcome, RefusedBy, Why
from domain.pathway.appointments.words import Transport
from domain.text import Label


class AccompanimentPlanned(
    Fact, topic="accompaniment-planned", lowest=DataClass.SOCIAL, alone=True
):
    accompaniment_id: UUID
    planned_by: UUID  # organisation
    on: Day
    place: Label
    why: Why
    appointment_id: UUID | None = None


class AccompanimentCarriedOut(Fact, topic="accompaniment-carried-out", lowest=DataClass.SOCIAL):
    accompaniment_id: UUID
    carried_out_by: UUID  # organisation
    minutes: int
    kilometres: int
    transport: Transport
    outcome: AccompanimentOutcome


class AccompanimentRefused(Fact, topic="accompaniment-refused", lowest=DataClass.SOCIAL):
    accompaniment_id: UUID
    by: RefusedBy


class AccompanimentEnteredInError(
    Fact, topic="accompaniment-entered-in-error", lowest=DataClass.SOCIAL
):
    accompaniment_id: UUID
