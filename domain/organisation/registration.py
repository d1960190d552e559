"""What an organisation is, and how it is reached."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self

from domain.data_classes import DataClass
from domain.kernel import Fact, Part, Value
from domain.refusals import Conflict, NotFound
from domain.text import Label
from domain.wall_time import Zone


class OrganisationKind(StrEnum):
    ASSOCIATION = "association"
    SOCIAL_SERVICE = "social_service"  # departmental or communal
    HEALTH_STRUCTURE = "health_structure"  # hospital, access-to-care unit, centre, practice
    HEALTH_INSURANCE = "health_insurance"  # general or agricultural fund
    EMERGENCY_HOUSING_LINE = "emergency_housing_line"  # SIAO, 115
    SHELTER = "shelter"  # or maternal centre
    ASYLUM_RECEPTION = "asylum_reception"
    LOCAL_AUTHORITY = "local_authority"
    STATE_SERVICE = "state_service"
    OTHER = "other"


class Description(Value):
    """What everybody in the network may know of an organisation."""

    name: Label
    kind: OrganisationKind
    territory: Label
    call_back: Label  # number told to people beforehand, so that nobody takes it for a scam
    time_zone: Zone


class OrganisationRegistered(Fact, topic="organisation-registered", lowest=DataClass.IDENTITY):
    description: Description


class OrganisationDescribed(Fact, topic="organisation-described", lowest=DataClass.IDENTITY):
    """Its name, kind, territory, number or time zone are not what was said before."""

    description: Description


class OrganisationAlreadyRegistered(Conflict):
    code = "organisation-already-registered"
    title = "This organisation is registered already."


class OrganisationUnknown(NotFound):
    code = "organisation-unknown"
    title = "There is no such organisation in the network."


@dataclass(frozen=True, slots=True)
class Registration(Part):
    """What is known of the organisation; nothing, until it is registered."""

    facts: ClassVar = (OrganisationRegistered, OrganisationDescribed)

    description: Description | None = None

    def register(self, *, description: Description, at: datetime) -> OrganisationRegistered:
        """Let an organisation into the network.

        Raises:
            OrganisationAlreadyRegistered: it is there.
        """
        if self.description is not None:
            raise OrganisationAlreadyRegistered
        return OrganisationRegistered(occurred_at=at, description=description)

    def describe(self, *, description: Description, at: datetime) -> OrganisationDescribed:
        """Say again what it is and how it is reached.

        Raises:
            OrganisationUnknown: it was never registered.
        """
        if self.description is None:
            raise OrganisationUnknown
        return OrganisationDescribed(occurred_at=at, description=description)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case OrganisationRegistered() | OrganisationDescribed():
                return type(self)(fact.description)
        return self
