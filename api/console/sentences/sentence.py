"""What a sentence is made of, and by what the timeline is filtered."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from api.languages.words import phrase


class Tone(StrEnum):
    PLAIN = "plain"
    GOOD = "good"  # opened, done
    WARN = "warn"  # refused, missed, a gap


class Area(StrEnum):
    """What a sentence is about, as the filters of the timeline name it."""

    RIGHTS = "rights"
    REFERRALS = "referrals"
    APPOINTMENTS = "appointments"
    CARE = "care"
    FOLLOW_UP = "follow_up"
    HOUSING = "housing"
    PERSON = "person"
    SHARING = "sharing"
    MESSAGES = "messages"
    SCREENING = "screening"


AREAS = {
    Area.RIGHTS: phrase("Rights"),
    Area.REFERRALS: phrase("Referrals"),
    Area.APPOINTMENTS: phrase("Appointments"),
    Area.CARE: phrase("Care"),
    Area.FOLLOW_UP: phrase("Follow-up"),
    Area.HOUSING: phrase("Accommodation"),
    Area.PERSON: phrase("The person"),
    Area.SHARING: phrase("Sharing"),
    Area.MESSAGES: phrase("Messages"),
    Area.SCREENING: phrase("Screening"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    lead: str  # the strong part
    more: str = ""  # what follows
    note: str = ""  # free words, shown as a quotation
    area: Area
    corrects: bool = False  # it corrects or withdraws something said before
    about: UUID | None = None  # the item it concerns
    tone: Tone = Tone.PLAIN
