"""What a receipt shows, as data: what is recorded, and beside it the words that say it."""

from datetime import date, datetime
from uuid import UUID

from pydantic import Field

from api.http.reading import Shown
from api.languages.choosing import Language
from application.receipts.receipt import ConsentState, ReceiptVersion
from domain.access import Ground
from domain.data_classes import DataClass
from domain.members import Profession
from domain.pathway.grounds.words import EmergencyReason, Form, SharingPurpose, Verdict


class ClassShown(Shown):
    data_class: DataClass
    words: str


class HeldShown(Shown):
    """What may be seen on one ground, until one day."""

    ground: Ground
    because: str
    until: datetime | None = Field(description="Null: the ground has no end of its own.")
    classes: tuple[ClassShown, ...]


class HolderShown(Shown):
    organisation_id: UUID
    name: str
    since: datetime
    follows: bool = Field(description="False once it closed its follow-up.")
    held: tuple[HeldShown, ...]
    ends_on: date = Field(description="The last day of its access, unless it meets the person.")
    end_announced: bool


class PassedShown(Shown):
    at: datetime
    ground: Ground
    because: str
    to: tuple[str, ...] = Field(description="Names of members; empty where one is not known.")
    classes: tuple[ClassShown, ...]


class InformedShown(Shown):
    at: datetime
    notice: str
    language: str


class ConsentShown(Shown):
    at: datetime
    state: ConsentState
    words: str
    to: tuple[str, ...]
    classes: tuple[ClassShown, ...]
    purposes: tuple[SharingPurpose, ...]
    purpose_words: tuple[str, ...]
    form: Form | None
    until: datetime | None
    over_at: datetime | None


class ObjectionShown(Shown):
    at: datetime
    against: str
    lifted_at: datetime | None


class MessagesShown(Shown):
    """What the person wishes of messages; null where they did not say so, or no longer."""

    stopped_at: datetime | None = Field(description="They want none.")
    one_stopped_at: datetime | None = Field(description="They want none at one contact point.")
    fuller_since: datetime | None = Field(description="They may say more than they must.")


class EmergencyShown(Shown):
    at: datetime
    until: datetime
    organisation: str
    member: str | None
    reason: EmergencyReason
    reason_words: str
    verdict: Verdict | None
    verdict_words: str


class ReaderShown(Shown):
    organisation: str
    name: str | None = Field(description="Null once it was erased.")
    profession: Profession | None
    profession_words: str
    at: tuple[datetime, ...]
    in_emergency: bool
    auditing: bool = Field(description="Under a mandate, to check that the rules are kept.")


class MistakeShown(Shown):
    """An entry that stood in the wrong file, until it was taken out."""

    here: bool = Field(description="It was of somebody else; false: of this person, elsewhere.")
    since: datetime
    until: datetime
    readers: tuple[str, ...]


class AuthorityShown(Shown):
    name: str
    called: str
    address: tuple[str, ...]
    phone: str
    site: str
    answer_months: int


class ReceiptShown(Shown):
    """In the version to carry home, nothing but whom to call and where to complain."""

    version: ReceiptVersion
    language: Language
    made_at: datetime | None = Field(description="Null where it is carried home: see `month`.")
    month: str
    time_zone: str | None
    made_by: str = Field(description="The organisation; it tells what it may know of.")
    called: str | None
    call_back: str
    contact: str
    authority: AuthorityShown
    holders: tuple[HolderShown, ...]
    passed: tuple[PassedShown, ...]
    informed: InformedShown | None
    consents: tuple[ConsentShown, ...]
    objections: tuple[ObjectionShown, ...]
    messages: MessagesShown
    emergencies: tuple[EmergencyShown, ...]
    readers: tuple[ReaderShown, ...]
    mistakes: tuple[MistakeShown, ...]
    readers_since: datetime | None = Field(
        description="Who read before that is not kept; null where nobody is told."
    )
