"""Who the person is, in their own words first and in their documents' words later."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Self
from uuid import UUID

from pydantic import model_validator

from domain.data_classes import DataClass
from domain.dates import PartialDate
from domain.kernel import Fact, Part, Value
from domain.pathway.opening import PathwayOpened
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.refusals import Conflict
from domain.text import Commune, Country, Label, Language, Name


class Gender(StrEnum):
    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"


class Housing(StrEnum):
    OWNER = "owner"
    TENANT = "tenant"
    HOSTED = "hosted"  # by family or friends
    SHELTER = "shelter"
    HOTEL = "hotel"  # paid by a service
    ASYLUM_RECEPTION = "asylum_reception"
    MATERNAL_CENTRE = "maternal_centre"
    REFUGE = "refuge"  # kept secret from a violent person
    INSTITUTION = "institution"
    CAMP = "camp"
    VEHICLE = "vehicle"
    STREET = "street"
    OTHER = "other"

    @property
    def data_class(self) -> DataClass:
        """A place which exists for one kind of situation tells that situation."""
        return HOUSING_CLASSES.get(self, DataClass.SOCIAL)


HOUSING_CLASSES = {
    Housing.ASYLUM_RECEPTION: DataClass.STATUS,
    Housing.MATERNAL_CENTRE: DataClass.PROTECTION,
    Housing.REFUGE: DataClass.PROTECTION,
}


class CorrectionReason(StrEnum):
    MISTYPED = "mistyped"
    DOCUMENT_SEEN = "document_seen"
    PERSON_SAID = "person_said"


class Identity(Value):
    """What is known of an identity; names in any script, everything but one name optional."""

    family_name: Name | None = None
    given_names: Name | None = None
    in_latin: Name | None = None  # as a document transcribes a name written in another script
    born: PartialDate | None = None
    birth_country: Country | None = None
    gender: Gender | None = None

    @model_validator(mode="after")
    def _names_somebody(self) -> Self:
        if self.family_name is None and self.given_names is None:
            raise ValueError("an identity has a family name or given names")
        return self


class IdentityDeclared(Fact, topic="identity-declared", lowest=DataClass.IDENTITY, alone=True):
    identity: Identity
    identity_id: UUID | None = None  # None: said before an identity could be taken out alone


class IdentityCorrected(Fact, topic="identity-corrected", lowest=DataClass.IDENTITY, alone=True):
    identity: Identity
    corrects: int  # version of the fact that told the identity until now
    reason: CorrectionReason
    identity_id: UUID | None = None  # that of the declared one


IDENTITY = (IdentityDeclared, IdentityCorrected)  # which facts tell it


class CalledOtherwise(Fact, topic="called-otherwise", lowest=DataClass.IDENTITY):
    called: Label


class InterpreterNeedRecorded(Fact, topic="interpreter-need-recorded", lowest=DataClass.IDENTITY):
    language: Language


class InterpreterNeedEnded(Fact, topic="interpreter-need-ended", lowest=DataClass.IDENTITY):
    pass


class LivingSituationDescribed(Fact, topic="living-situation-described", lowest=DataClass.SOCIAL):
    housing: Housing
    commune: Commune | None = None


class DeathReported(Fact, topic="death-reported", lowest=DataClass.IDENTITY):
    died: PartialDate | None = None


class DeathReportedInError(Fact, topic="death-reported-in-error", lowest=DataClass.IDENTITY):
    corrects: int  # version of the fact that reported it


class IdentityAlreadyDeclared(Conflict):
    code = "identity-already-declared"
    title = "An identity was declared: correct it instead."


class IdentityNotDeclared(Conflict):
    code = "identity-not-declared"
    title = "No identity was declared yet: declare it first."


class NothingCorrected(Conflict):
    code = "nothing-corrected"
    title = "This says what is already known: there is nothing to correct."


class NoInterpreterNeeded(Conflict):
    code = "no-interpreter-needed"
    title = "No need of an interpreter is recorded."


class DeathAlreadyReported(Conflict):
    code = "death-already-reported"
    title = "This death was already reported."


class DeathNotReported(Conflict):
    code = "death-not-reported"
    title = "No death was reported."


@dataclass(frozen=True, slots=True)
class Person(Part):
    """The person as known now; the versions say which fact to correct."""

    facts: ClassVar = (
        PathwayOpened,
        CalledOtherwise,
        IdentityDeclared,
        IdentityCorrected,
        InterpreterNeedRecorded,
        InterpreterNeedEnded,
        LivingSituationDescribed,
        DeathReported,
        DeathReportedInError,
        FactRecordedInWrongFile,
    )

    called: str | None = None
    identity: Identity | None = None
    identity_version: int = 0
    identity_id: UUID | None = None
    interpreter: str | None = None  # the language an interpreter is needed for
    housing: Housing | None = None
    commune: str | None = None
    died: PartialDate | None = None
    death_version: int = 0  # 0 while the person is not known to have died

    @property
    def is_dead(self) -> bool:
        return self.death_version > 0

    def declare(self, *, identity: Identity, identity_id: UUID, at: datetime) -> IdentityDeclared:
        """Tell, for the first time, who the person is beyond what they are called.

        Raises:
            IdentityAlreadyDeclared: it was told before.
        """
        if self.identity is not None:
            raise IdentityAlreadyDeclared
        return IdentityDeclared(occurred_at=at, identity=identity, identity_id=identity_id)

    def correct(
        self, *, identity: Identity, reason: CorrectionReason, at: datetime
    ) -> IdentityCorrected:
        """Tell the identity again, whole, naming the fact which this replaces.

        Raises:
            IdentityNotDeclared: there is none to correct.
            NothingCorrected: it is the same.
        """
        if self.identity is None:
            raise IdentityNotDeclared
        if self.identity == identity:
            raise NothingCorrected
        return IdentityCorrected(
            occurred_at=at,
            identity=identity,
            corrects=self.identity_version,
            reason=reason,
            identity_id=self.identity_id,
        )

    def call(self, *, called: str, at: datetime) -> CalledOtherwise:
        """Use the name that the person now wants to be called by.

        Raises:
            NothingCorrected: they are called so already.
        """
        if self.called == called:
            raise NothingCorrected
        return CalledOtherwise(occurred_at=at, called=called)

    def need_interpreter(self, *, language: str, at: datetime) -> InterpreterNeedRecorded:
        """Record the language in which the person needs an interpreter.

        Raises:
            NothingCorrected: it is recorded already.
        """
        if self.interpreter == language:
            raise NothingCorrected
        return InterpreterNeedRecorded(occurred_at=at, language=language)

    def end_interpreter_need(self, *, at: datetime) -> InterpreterNeedEnded:
        """Record that the person now does without.

        Raises:
            NoInterpreterNeeded: no need was recorded.
        """
        if self.interpreter is None:
            raise NoInterpreterNeeded
        return InterpreterNeedEnded(occurred_at=at)

    def describe_living(
        self, *, housing: Housing, commune: str | None, at: datetime
    ) -> LivingSituationDescribed:
        """Tell where the person lives now; some kinds of place are more than social data."""
        return LivingSituationDescribed(
            occurred_at=at, data_class=housing.data_class, housing=housing, commune=commune
        )

    def report_death(self, *, died: PartialDate | None, at: datetime) -> DeathReported:
        """Record that the person died; the date may be unknown.

        Raises:
            DeathAlreadyReported: it is known.
        """
        if self.is_dead:
            raise DeathAlreadyReported
        return DeathReported(occurred_at=at, died=died)

    def withdraw_death_report(self, *, at: datetime) -> DeathReportedInError:
        """Correct a death that was reported of somebody alive.

        Raises:
            DeathNotReported: none was.
        """
        if not self.is_dead:
            raise DeathNotReported
        return DeathReportedInError(occurred_at=at, corrects=self.death_version)

    def evolve(self, fact: Fact, version: int) -> Self:
        if isinstance(fact, FactRecordedInWrongFile):
            return self._without_identity() if fact.entry_id == self.identity_id else self
        return replace(self, **_changes(fact, version))

    def _without_identity(self) -> Self:
        return replace(self, identity=None, identity_version=0, identity_id=None)


def _changes(fact: Fact, version: int) -> dict[str, Any]:
    match fact:
        case IdentityDeclared() | IdentityCorrected():
            changes: dict[str, Any] = {
                "identity": fact.identity,
                "identity_version": version,
                "identity_id": fact.identity_id,
            }
        case PathwayOpened() | CalledOtherwise():
            changes = {"called": fact.called}
        case InterpreterNeedRecorded():
            changes = {"interpreter": fact.language}
        case InterpreterNeedEnded():
            changes = {"interpreter": None}
        case LivingSituationDescribed():
            changes = {"housing": fact.housing, "commune": fact.commune}
        case DeathReported():
            changes = {"died": fact.died, "death_version": version}
        case _:  # DeathReportedInError
            changes = {"died": None, "death_version": 0}
    return changes
