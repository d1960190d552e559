"""What is recorded about stays: asked for, offered, accepted or declined, begun, gone on, ended.

A stay is discreet by default: its facts are then of the class of protection, all of them.
"""

from datetime import date
from uuid import UUID

from pydantic import AwareDatetime

from domain.data_classes import DataClass
from domain.facility.words import PlaceKind
from domain.kernel import Fact
from domain.pathway.stays.words import DeclinedBy, Destination, PlaceDeclineReason


class PlaceRequested(Fact, topic="place-requested", lowest=DataClass.SOCIAL):
    """From here on a place is kept in the facility's own stream, under the id of the stay."""

    stay_id: UUID
    facility_id: UUID
    organisation_id: UUID  # that of the facility
    requested_by: UUID  # organisation
    kind: PlaceKind
    starts: date
    until: date  # excluded
    kept_until: AwareDatetime


class PlaceOffered(Fact, topic="place-offered", lowest=DataClass.SOCIAL):
    stay_id: UUID
    kept_until: AwareDatetime


class PlaceAccepted(Fact, topic="place-accepted", lowest=DataClass.SOCIAL):
    """By the person; `recorded_by` heard it."""

    stay_id: UUID
    recorded_by: UUID  # organisation
    kept_until: AwareDatetime


class PlaceDeclined(Fact, topic="place-declined", lowest=DataClass.SOCIAL):
    stay_id: UUID
    recorded_by: UUID  # organisation
    declined_by: DeclinedBy
    reason: PlaceDeclineReason


class StayStarted(Fact, topic="stay-started", lowest=DataClass.SOCIAL):
    stay_id: UUID
    starts: date
    until: date  # excluded


class StayExtended(Fact, topic="stay-extended", lowest=DataClass.SOCIAL):
    stay_id: UUID
    until: date  # excluded


class StayEnded(Fact, topic="stay-ended", lowest=DataClass.SOCIAL):
    stay_id: UUID
    until: date  # excluded: the day they left
    destination: Destination


class StayEnteredInError(Fact, topic="stay-entered-in-error", lowest=DataClass.SOCIAL):
    """It never was this person's; its place is free."""

    stay_id: UUID
    withdrawn_by: UUID  # organisation
