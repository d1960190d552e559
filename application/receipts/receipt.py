"""What a person's receipt says: who holds what, on which ground, until when, and who read it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from domain.access import Ground
from domain.data_classes import DataClass
from domain.members import Profession
from domain.pathway.grounds.words import EmergencyReason, Form, SharingPurpose, Verdict


class ReceiptVersion(StrEnum):
    """What it may be read by: the person alone, or whoever finds it at home."""

    FULL = "full"
    CARRY = "carry"


class ConsentState(StrEnum):
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Held:
    """One class of data that an organisation may see."""

    data_class: DataClass
    ground: Ground
    until: datetime | None = None  # when the ground ends by itself


@dataclass(frozen=True, slots=True)
class Holder:
    """An organisation that takes part."""

    organisation_id: UUID
    name: str
    since: datetime
    follows: bool
    in_care_team: bool
    held: tuple[Held, ...]
    ends_on: date  # the last day of its access, unless it meets the person again
    end_announced: bool


@dataclass(frozen=True, slots=True)
class Passed:
    """What was passed to named members."""

    at: datetime
    ground: Ground
    to: tuple[str, ...]  # names
    classes: tuple[DataClass, ...]


@dataclass(frozen=True, slots=True)
class Informed:
    at: datetime
    notice: str
    language: str


@dataclass(frozen=True, slots=True)
class ConsentSaid:
    """What the person answered about sharing, and what became of it."""

    at: datetime
    state: ConsentState
    to: tuple[str, ...]  # names of organisations and members
    classes: tuple[DataClass, ...]
    purposes: tuple[SharingPurpose, ...]
    form: Form | None = None  # None where they refused
    until: datetime | None = None
    over_at: datetime | None = None  # withdrawn or expired


@dataclass(frozen=True, slots=True)
class ObjectionSaid:
    at: datetime
    against: str  # a name
    lifted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class MessagesSaid:
    """What the person wishes of messages, since when; None: they did not say so, or no longer."""

    stopped_at: datetime | None = None  # they want none
    one_stopped_at: datetime | None = None  # they want none at one number or address
    fuller_since: datetime | None = None  # messages may say more


@dataclass(frozen=True, slots=True)
class EmergencySaid:
    at: datetime
    until: datetime
    organisation: str
    member: str | None
    reason: EmergencyReason
    verdict: Verdict | None  # None: nobody has reviewed it yet


@dataclass(frozen=True, slots=True)
class Reader:
    """One member who read, and when; the days are for whoever prints them."""

    organisation: str
    name: str | None  # None once it was erased
    profession: Profession | None
    at: tuple[datetime, ...]
    in_emergency: bool
    auditing: bool


@dataclass(frozen=True, slots=True)
class Mistake:
    """An entry that stood in the wrong file until it was taken out."""

    here: bool  # it was of somebody else; False: it was of this person, in somebody else's file
    since: datetime
    until: datetime
    readers: tuple[str, ...]  # names of members, with their organisation


@dataclass(frozen=True, slots=True)
class Receipt:
    """As far as the member who makes it may see; other organisations give their own part."""

    version: ReceiptVersion
    made_at: datetime
    time_zone: str  # in which its days are told
    call_back: str  # the neutral number that the person was told
    made_by: str = ""  # organisation
    called: str | None = None
    holders: tuple[Holder, ...] = ()
    passed: tuple[Passed, ...] = ()
    informed: Informed | None = None
    consents: tuple[ConsentSaid, ...] = ()
    objections: tuple[ObjectionSaid, ...] = ()
    messages: MessagesSaid = MessagesSaid()
    emergencies: tuple[EmergencySaid, ...] = ()
    readers: tuple[Reader, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    readers_since: datetime | None = None  # who read before is not known; None: nobody is told
