"""Words for facilities, their places and who stays there."""

from api.console.wording.tables import Tables
from api.languages.words import phrase
from api.observatory import categories
from domain.facility.occupancy import Availability
from domain.facility.words import FacilityKind, PlaceKind
from domain.pathway.stays.stay import StayState
from domain.pathway.stays.words import DeclinedBy, Destination, PlaceDeclineReason

STAYS: Tables = {
    FacilityKind: {
        FacilityKind.MATERNAL_CENTRE: phrase("Maternal centre"),
        FacilityKind.SOCIAL_SHELTER: phrase("Shelter for social reintegration (CHRS)"),
        FacilityKind.PARENTHOOD_SUPPORT: phrase("Parenthood support"),
        FacilityKind.HEALTH_CENTRE: phrase("Health centre"),
    },
    PlaceKind: categories.PLACES,
    Availability: {
        Availability.NONE: phrase("No place"),
        Availability.FEW: phrase("A few places"),
        Availability.SEVERAL: phrase("Several places"),
    },
    StayState: {
        StayState.REQUESTED: phrase("Place requested"),
        StayState.OFFERED: phrase("Place offered"),
        StayState.ACCEPTED: phrase("Place accepted"),
        StayState.DECLINED: phrase("Place declined"),
        StayState.LAPSED: phrase("Place no longer kept"),
        StayState.STARTED: phrase("Stay begun"),
        StayState.ENDED: phrase("Stay ended"),
    },
    DeclinedBy: categories.DECLINED,
    PlaceDeclineReason: categories.WHY_DECLINED,
    Destination: categories.DESTINATIONS,
}
