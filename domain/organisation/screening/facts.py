"""What an organisation records of its rapid tests: none of it is about a person who was tested."""

from datetime import date
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.screening.words import Kinds, Kit, RapidTestKind, RecallReason
from domain.text import Code, Label


class ScreeningAuthorised(Fact, topic="screening-authorised", lowest=DataClass.IDENTITY):
    """By the regional health agency."""

    authorisation_id: UUID
    kinds: Kinds
    starts_on: date
    ends_on: date  # its last day
    reference: Label | None = None  # the agency's own
    rule_version: Code


class ScreeningAuthorisationEnded(
    Fact, topic="screening-authorisation-ended", lowest=DataClass.IDENTITY
):
    authorisation_id: UUID
    ended_on: date  # its last day; before its first one: it never was


class OperatorTrained(Fact, topic="screening-operator-trained", lowest=DataClass.IDENTITY):
    """Employee or volunteer: the training decides, not the profession."""

    training_id: UUID
    member_id: UUID
    kinds: Kinds
    starts_on: date
    ends_on: date | None = None  # its last day; None: until it is ended


class OperatorTrainingEnded(
    Fact, topic="screening-operator-training-ended", lowest=DataClass.IDENTITY
):
    training_id: UUID
    ended_on: date  # its last day; before its first one: it never was


class KitLotDeclared(Fact, topic="kit-lot-declared", lowest=DataClass.IDENTITY):
    lot_id: UUID
    kit: Kit


class KitLotEnteredInError(Fact, topic="kit-lot-entered-in-error", lowest=DataClass.IDENTITY):
    lot_id: UUID


class KitLotRecalled(Fact, topic="kit-lot-recalled", lowest=DataClass.IDENTITY):
    """From when it happened, no test is made with it."""

    lot_id: UUID
    reason: RecallReason
    reference: Label | None = None  # of the notice of recall


class AnonymousTestsCounted(Fact, topic="anonymous-tests-counted", lowest=DataClass.SCREENING):
    """How many tests of a lot, on a day, gave what: numbers, and nobody."""

    count_id: UUID
    lot_id: UUID
    kind: RapidTestKind
    on: date  # where the organisation is
    operator_id: UUID  # member
    negative: int
    positive: int
    invalid: int
    activity_id: UUID | None = None  # during which they were made


class AnonymousTestsCountedInError(
    Fact, topic="anonymous-tests-counted-in-error", lowest=DataClass.SCREENING
):
    count_id: UUID
