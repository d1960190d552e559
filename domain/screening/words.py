"""The words of rapid tests: what is looked for, with which kit, what is read."""

from enum import StrEnum
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, Field, model_validator

from domain.instants import Day
from domain.kernel import Value
from domain.text import Label

Minutes = Annotated[int, Field(ge=0, le=24 * 60)]


class RapidTestKind(StrEnum):
    """What a rapid test looks for."""

    HIV = "hiv"  # 1 and 2
    HCV = "hcv"
    HBV = "hbv"
    SYPHILIS = "syphilis"


# In one order, so that what is said twice reads the same.
Kinds = Annotated[
    tuple[RapidTestKind, ...],
    Field(min_length=1, max_length=10),
    AfterValidator(lambda kinds: tuple(sorted(set(kinds)))),
]


class Sample(StrEnum):
    CAPILLARY_BLOOD = "capillary_blood"
    ORAL_FLUID = "oral_fluid"
    VENOUS_BLOOD = "venous_blood"
    OTHER = "other"


class RapidTestResult(StrEnum):
    """What is read on a rapid test; a positive one is an orientation, never a diagnosis."""

    NEGATIVE = "negative"
    POSITIVE = "positive"
    INVALID = "invalid"


class LaboratoryResult(StrEnum):
    CONFIRMED = "confirmed"
    NOT_CONFIRMED = "not_confirmed"
    INDETERMINATE = "indeterminate"  # it is taken again


class WhyNotConfirmed(StrEnum):
    """Why the person wants no confirmation by a laboratory."""

    NOT_NOW = "not_now"
    ALREADY_KNOWN = "already_known"
    OWN_DOCTOR = "own_doctor"  # who will see to it
    AFRAID = "afraid"
    COST = "cost"
    TOO_FAR = "too_far"
    OTHER = "other"


class RecallReason(StrEnum):
    MANUFACTURER = "manufacturer"
    AUTHORITY = "authority"  # the agency that watches over such products
    STORAGE = "storage"  # it was kept too warm, too cold or too long
    RESULTS = "results"  # too many were invalid, or not confirmed
    OTHER = "other"


class ReadingWindow(Value):
    """From when until when a kit is read, in minutes after the test."""

    from_minutes: Minutes
    until_minutes: Minutes

    @model_validator(mode="after")
    def _goes_forward(self) -> Self:
        if self.until_minutes < self.from_minutes:
            raise ValueError("a kit is read between two times, the first one first")
        return self


class Kit(Value):
    """A lot of kits, as the box says; `window` where its notice gives one."""

    kind: RapidTestKind
    reference: Label
    lot: Label
    expires_on: Day  # the last day of use
    window: ReadingWindow | None = None

    @property
    def box(self) -> tuple[RapidTestKind, str, str]:
        """What tells it from other lots."""
        return self.kind, self.reference.casefold(), self.lot.casefold()


class KitUsed(Value):
    """The kit of one test: which lot of the organisation, and what its box said that day."""

    lot_id: UUID
    kit: Kit
