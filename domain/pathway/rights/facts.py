"""What happens to a right, from the first paper to its end; days are calendar days."""

from datetime import date
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact, Value
from domain.rights.schemes import (
    AppealStep,
    Cover,
    Decision,
    Document,
    DocumentRejection,
    EndReason,
    NonTakeUp,
    RefusalReason,
    Scheme,
    SuspensionReason,
)
from domain.text import Code


class Ruled(Value):
    """Decided while these rules were in force."""

    rule_version: Code


class OfRight(Ruled):
    """About one right; every fact of a right has the class of its scheme."""

    right_id: UUID


class RightApplicationStarted(
    OfRight, Fact, topic="right-application-started", lowest=DataClass.SOCIAL
):
    scheme: Scheme
    documents: tuple[Document, ...] = ()  # asked for from the start


class RightDeclaredOpen(OfRight, Fact, topic="right-declared-open", lowest=DataClass.SOCIAL):
    """The right was open before the network met it; nobody here applied for it."""

    scheme: Scheme
    starts_on: date  # or the first day that is known to be covered
    ends_on: date | None = None  # the last day covered


class RightEnteredInError(OfRight, Fact, topic="right-entered-in-error", lowest=DataClass.SOCIAL):
    corrects: int  # version of the fact that began it


class SupportingDocumentRequired(
    OfRight, Fact, topic="supporting-document-required", lowest=DataClass.SOCIAL
):
    document: Document


class SupportingDocumentCollected(
    OfRight, Fact, topic="supporting-document-collected", lowest=DataClass.SOCIAL
):
    """The document exists and proves until then; Cordée never holds the document itself."""

    document: Document
    paper: Code | None = None  # which paper proves it
    issued_on: date | None = None
    valid_until: date | None = None  # the last day


class SupportingDocumentRejected(
    OfRight, Fact, topic="supporting-document-rejected", lowest=DataClass.SOCIAL
):
    document: Document
    reason: DocumentRejection


class RightApplicationFiled(
    OfRight, Fact, topic="right-application-filed", lowest=DataClass.SOCIAL
):
    on: date
    missing: tuple[Document, ...] = ()  # filed knowingly without these, to save the date


class FileDeclaredIncomplete(
    OfRight, Fact, topic="file-declared-incomplete", lowest=DataClass.SOCIAL
):
    on: date
    missing: tuple[Document, ...]


class FileDeclaredComplete(OfRight, Fact, topic="file-declared-complete", lowest=DataClass.SOCIAL):
    on: date


class RightOpened(OfRight, Fact, topic="right-opened", lowest=DataClass.SOCIAL):
    starts_on: date
    ends_on: date | None  # the last day covered; None where the right has no term


class RightRefused(OfRight, Fact, topic="right-refused", lowest=DataClass.SOCIAL):
    on: date  # of the written answer
    reason: RefusalReason


class ImpliedDecisionReached(
    OfRight, Fact, topic="implied-decision-reached", lowest=DataClass.SOCIAL
):
    """The legal time to answer went by, and silence decided."""

    on: date
    decision: Decision


class AppealFiled(OfRight, Fact, topic="appeal-filed", lowest=DataClass.SOCIAL):
    on: date
    step: AppealStep
    in_time: bool | None = None  # None where the delay is not known for certain


class AppealDecided(OfRight, Fact, topic="appeal-decided", lowest=DataClass.SOCIAL):
    on: date
    decision: Decision


class RenewalFiled(OfRight, Fact, topic="renewal-filed", lowest=DataClass.SOCIAL):
    on: date
    missing: tuple[Document, ...] = ()
    in_time: bool | None = None  # inside the window; None where it is not known for certain


class RightRenewed(OfRight, Fact, topic="right-renewed", lowest=DataClass.SOCIAL):
    starts_on: date
    ends_on: date | None


class RightSuspended(OfRight, Fact, topic="right-suspended", lowest=DataClass.SOCIAL):
    on: date  # the first day without it
    reason: SuspensionReason


class RightRestored(OfRight, Fact, topic="right-restored", lowest=DataClass.SOCIAL):
    on: date  # the first day with it again


class RightExpired(OfRight, Fact, topic="right-expired", lowest=DataClass.SOCIAL):
    on: date  # the last day covered
    reason: EndReason


class RightExpiredInError(OfRight, Fact, topic="right-expired-in-error", lowest=DataClass.SOCIAL):
    corrects: int  # version of the fact that ended it


class RightCorrected(OfRight, Fact, topic="right-corrected", lowest=DataClass.SOCIAL):
    """The dates of one period were wrong; the others stand."""

    corrects: int  # version of the fact that told the period
    starts_on: date
    ends_on: date | None


class CoverageGapOpened(Ruled, Fact, topic="coverage-gap-opened", lowest=DataClass.SOCIAL):
    cover: Cover
    starts_on: date  # the first day without cover


class CoverageGapClosed(Ruled, Fact, topic="coverage-gap-closed", lowest=DataClass.SOCIAL):
    cover: Cover
    starts_on: date
    days: int  # without cover; 0 when the gap turns out never to have been
    avoidable: bool  # a renewal was filed in time, and answered late


class RightNonTakeUpRecorded(
    Ruled, Fact, topic="right-non-take-up-recorded", lowest=DataClass.SOCIAL
):
    scheme: Scheme
    kind: NonTakeUp
