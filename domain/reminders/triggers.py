"""What reminders speak of."""

from enum import StrEnum


class Trigger(StrEnum):
    """What a reminder speaks of."""

    APPOINTMENT = "appointment"
    RIGHT_RENEWAL = "right_renewal"
    MISSING_DOCUMENT = "missing_document"
    APPLICATION_UNANSWERED = "application_unanswered"
    REFERRAL_UNANSWERED = "referral_unanswered"
    FOLLOW_UP = "follow_up"
    NO_CONTACT = "no_contact"
    CONSENT_EXPIRY = "consent_expiry"
    RETENTION_END = "retention_end"
