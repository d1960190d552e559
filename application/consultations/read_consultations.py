"""Read what a facility counted: a year together, or the nameless entries of a day."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from application.consultations.counting import register, run_by, today_at
from application.facilities.read_facilities import list_facilities
from application.network import Network
from domain.consultations.register import ConsultationsCounted, Figures
from domain.facility.register import Described
from domain.members import Member


class OfFacility(NamedTuple):
    facility: Described
    figures: Figures


def read_year(network: Network, year: int, by: Member) -> Sequence[OfFacility]:
    """The consultations of each facility that the member works in, by name, where there are any."""
    ours = (one for one in list_facilities(network) if one.is_run_by(by))
    told = (OfFacility(one, register(network, one.id, year).entries.figures()) for one in ours)
    return tuple(one for one in told if one.figures.total)


def read_day(
    network: Network, facility_id: UUID, day: date | None, by: Member
) -> Sequence[ConsultationsCounted]:
    """The entries of a day, or of today there, that are corrected here: those of nobody's pathway.

    Raises:
        FacilityUnknown: there is no such facility.
        NotYoursToRun: the member does not work there.
    """
    facility = run_by(network, facility_id, by)
    told = day or today_at(network, facility)
    return tuple(register(network, facility_id, told.year).entries.nameless_on(told))
