"""What the person needs, in a word of the field and, when they wish, in their own."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.refusals import Conflict, NotFound
from domain.text import Text


class NeedKind(StrEnum):
    RIGHTS = "rights"
    HEALTH_COVER = "health_cover"
    RESIDENCE_STATUS = "residence_status"
    CARE = "care"
    DENTAL_CARE = "dental_care"
    PREGNANCY = "pregnancy"
    ADDICTION = "addiction"
    MENTAL_HEALTH = "mental_health"
    SCREENING = "screening"
    SAFETY = "safety"  # from violence
    HOUSING = "housing"
    FOOD = "food"
    MOBILITY = "mobility"
    MONEY = "money"
    WORK = "work"
    LANGUAGE = "language"
    DIGITAL = "digital"
    CHILDREN = "children"  # childcare, school, parenthood
    COMPANY = "company"
    OTHER = "other"

    @property
    def data_class(self) -> DataClass:
        """A need says what it is the need of: care is health, papers are status."""
        return NEED_CLASSES.get(self, DataClass.SOCIAL)


NEED_CLASSES = {
    NeedKind.RESIDENCE_STATUS: DataClass.STATUS,
    NeedKind.CARE: DataClass.HEALTH,
    NeedKind.DENTAL_CARE: DataClass.HEALTH,
    NeedKind.PREGNANCY: DataClass.HEALTH,
    NeedKind.ADDICTION: DataClass.HEALTH,  # as a referral to an addiction centre is
    NeedKind.MENTAL_HEALTH: DataClass.MENTAL_HEALTH,
    NeedKind.SCREENING: DataClass.SCREENING,  # not even that a test was wanted leaves its class
    NeedKind.SAFETY: DataClass.PROTECTION,
}


class NeedOutcome(StrEnum):
    MET = "met"
    PARTLY_MET = "partly_met"
    GIVEN_UP = "given_up"
    NO_LONGER = "no_longer"


class NeedIdentified(Fact, topic="need-identified", lowest=DataClass.SOCIAL, alone=True):
    need_id: UUID
    kind: NeedKind
    words: Text | None = None  # the person's own


class NeedClosed(Fact, topic="need-closed", lowest=DataClass.SOCIAL, alone=True):
    need_id: UUID
    outcome: NeedOutcome
    words: Text | None = None


class NeedEnteredInError(Fact, topic="need-entered-in-error", lowest=DataClass.SOCIAL):
    need_id: UUID
    corrects: int  # version of the fact that identified it


class NeedUnknown(NotFound):
    code = "need-unknown"
    title = "There is no such need on this pathway."


class NeedAlreadyKnown(Conflict):
    code = "need-already-known"
    title = "This need is already on the pathway."


class NeedAlreadyClosed(Conflict):
    code = "need-already-closed"
    title = "This need is closed: identify a new one if it is felt again."


@dataclass(frozen=True, slots=True)
class Need:
    kind: NeedKind
    data_class: DataClass
    version: int  # of the fact that identified it
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Needs(Part):
    """The needs as known now; words stay in the facts."""

    facts: ClassVar = (NeedIdentified, NeedClosed, NeedEnteredInError, FactRecordedInWrongFile)

    by_id: Items[UUID, Need] = field(default_factory=none_yet)

    def identify(
        self,
        *,
        need_id: UUID,
        kind: NeedKind,
        words: str | None = None,
        data_class: DataClass | None = None,
        at: datetime,
    ) -> NeedIdentified:
        """Note a need; `data_class` raises its class where the words say more than its kind.

        Raises:
            NeedAlreadyKnown: this id is another need's.
        """
        if need_id in self.by_id:
            raise NeedAlreadyKnown
        return NeedIdentified(
            occurred_at=at,
            data_class=kind.data_class.raised_to(data_class),
            need_id=need_id,
            kind=kind,
            words=words,
        )

    def close(
        self, *, need_id: UUID, outcome: NeedOutcome, words: str | None = None, at: datetime
    ) -> NeedClosed:
        """Note what became of a need.

        Raises:
            NeedUnknown: there is no such need.
            NeedAlreadyClosed: it was closed before.
        """
        need = self._need(need_id)
        if not need.is_open:
            raise NeedAlreadyClosed
        return NeedClosed(
            occurred_at=at,
            data_class=need.data_class,
            need_id=need_id,
            outcome=outcome,
            words=words,
        )

    def enter_in_error(self, *, need_id: UUID, at: datetime) -> NeedEnteredInError:
        """Note that this never was the person's need.

        Raises:
            NeedUnknown: there is no such need.
        """
        need = self._need(need_id)
        return NeedEnteredInError(
            occurred_at=at, data_class=need.data_class, need_id=need_id, corrects=need.version
        )

    def evolve(self, fact: Fact, version: int) -> Self:
        match fact:
            case NeedIdentified():
                need = Need(fact.kind, fact.data_class, version)
                return type(self)(having(self.by_id, fact.need_id, need))
            case NeedClosed() if known := self.by_id.get(fact.need_id):
                closed = replace(known, is_open=False)
                return type(self)(having(self.by_id, fact.need_id, closed))
            case NeedEnteredInError():
                return type(self)(without(self.by_id, fact.need_id))
            case FactRecordedInWrongFile():
                return type(self)(without(self.by_id, fact.entry_id))
        return self

    def _need(self, need_id: UUID) -> Need:
        if need_id not in self.by_id:
            raise NeedUnknown
        return self.by_id[need_id]
