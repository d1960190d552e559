"""The words of accompaniments: where to, why, what it took."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from domain.data_classes import DataClass
from domain.instants import Day
from domain.kernel import Value
from domain.pathway.appointments.words import Transport
from domain.pathway.interviews import Minutes
from domain.text import Label

Kilometres = Annotated[int, Field(ge=0, le=2_000)]  # there and back


class Why(StrEnum):
    """Why the person does not go alone."""

    NO_TRANSPORT = "no_transport"
    AFRAID = "afraid"
    LANGUAGE = "language"
    UNDERSTANDING = "understanding"  # what is said there, or how to speak up
    FRAGILE = "fragile"
    CHILDREN = "children"
    PERSON_ASKED = "person_asked"
    OTHER = "other"


class AccompanimentOutcome(StrEnum):
    RECEIVED = "received"  # the person was
    COME_BACK = "come_back"  # they were asked to
    TURNED_AWAY = "turned_away"
    LEFT_BEFORE = "left_before"
    OTHER = "other"


class RefusedBy(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"  # nobody was free, or it is too far


class AccompanimentState(StrEnum):
    PLANNED = "planned"
    CARRIED_OUT = "carried_out"
    REFUSED = "refused"


class Journey(Value):
    """Where to, when and why; `place` may tell what it is for, and raises the class then."""

    on: Day
    place: Label
    why: Why
    appointment_id: UUID | None = None  # what it leads to
    data_class: DataClass | None = None


class Travelled(Value):
    """What it took."""

    minutes: Minutes
    kilometres: Kilometres
    transport: Transport
    outcome: AccompanimentOutcome
