"""The words of the circle: why somebody declines, closes or takes the lead."""

from enum import StrEnum


class DeclineReason(StrEnum):
    NO_CAPACITY = "no_capacity"
    OUTSIDE_AREA = "outside_area"
    NOT_OUR_ROLE = "not_our_role"
    OTHER = "other"


class ClosingReason(StrEnum):
    """Why an organisation stops following; it is nobody else's business."""

    AUTONOMY = "autonomy"
    EFFECTIVE_RELAY = "effective_relay"
    MOVED = "moved"
    PERSON_DECLINED = "person_declined"
    CONTACT_LOST = "contact_lost"
    DECEASED = "deceased"
    OTHER = "other"


class ReferentReason(StrEnum):
    """Why somebody else leads."""

    LEAVES = "leaves"
    LONG_ABSENCE = "long_absence"
    WORKLOAD = "workload"
    PERSON_ASKED = "person_asked"
    OTHER = "other"
