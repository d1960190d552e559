"""The words of stays: what is asked of a facility, who says no and why, where people go next."""

from enum import StrEnum
from uuid import UUID

from domain.data_classes import DataClass
from domain.facility.words import Days, PlaceKind
from domain.kernel import Value


class PlaceAsk(Value):
    """What is asked of a facility; discreetly, unless the person has nothing against it."""

    facility_id: UUID
    kind: PlaceKind
    days: Days
    openly: bool = False  # those who accompany the person may know where they stay

    def class_of_content(self) -> DataClass:
        """That somebody is sheltered may be what they are sheltered from."""
        return DataClass.SOCIAL if self.openly else DataClass.PROTECTION


class DeclinedBy(StrEnum):
    """Who said no; it is told apart in every refusal."""

    PERSON = "person"
    FACILITY = "facility"
    REQUESTER = "requester"


class PlaceDeclineReason(StrEnum):
    PERSON_DECLINED = "person_declined"
    TOO_FAR = "too_far"
    WITHOUT_FAMILY = "without_family"  # not all of them could come
    NO_SHOW = "no_show"
    NOT_ELIGIBLE = "not_eligible"
    ASSESSMENT_REQUIRED = "assessment_required"
    NOT_SUITABLE = "not_suitable"  # the place, for what the person needs
    OUTSIDE_AREA = "outside_area"
    PLACE_LOST = "place_lost"  # works, an earlier stay that goes on
    FOUND_ELSEWHERE = "found_elsewhere"
    NO_LONGER_NEEDED = "no_longer_needed"
    CONTACT_LOST = "contact_lost"
    OTHER = "other"


R = PlaceDeclineReason
REASONS_OF = {
    DeclinedBy.PERSON: frozenset(
        {R.PERSON_DECLINED, R.TOO_FAR, R.WITHOUT_FAMILY, R.FOUND_ELSEWHERE, R.NO_LONGER_NEEDED}
    ),
    DeclinedBy.FACILITY: frozenset(
        {
            *(R.NOT_ELIGIBLE, R.ASSESSMENT_REQUIRED, R.NOT_SUITABLE, R.OUTSIDE_AREA),
            *(R.PLACE_LOST, R.NO_SHOW, R.OTHER),
        }
    ),
    DeclinedBy.REQUESTER: frozenset(
        {R.FOUND_ELSEWHERE, R.NO_LONGER_NEEDED, R.CONTACT_LOST, R.NOT_SUITABLE, R.OTHER}
    ),
}


class Destination(StrEnum):
    """Where somebody goes when a stay ends."""

    OWN_HOUSING = "own_housing"
    SOCIAL_HOUSING = "social_housing"
    FAMILY_OR_FRIENDS = "family_or_friends"
    OTHER_FACILITY = "other_facility"
    HEALTH_STRUCTURE = "health_structure"
    ASYLUM_RECEPTION = "asylum_reception"
    STREET = "street"
    UNKNOWN = "unknown"  # they left without a word
    DIED = "died"
    OTHER = "other"
