"""Asking for a right: the papers, then the file before the service."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from domain.pathway.rights import facts as said
from domain.pathway.rights.held import Held
from domain.pathway.rights.refusals import (
    AlreadyFiled,
    DocumentAlreadyRequired,
    DocumentMissing,
    DocumentNotCollected,
    DocumentOutOfDate,
    FileAlreadyComplete,
    NothingFiled,
    PaperNotAccepted,
)
from domain.pathway.rights.right import Right
from domain.rights.clocks import is_too_old, renewal_window
from domain.rights.rules import RulePack
from domain.rights.schemes import Document, DocumentRejection, Scheme


class Applying(Held):
    """From the first paper to a complete file, for an application or a renewal."""

    __slots__ = ()

    def start(
        self,
        *,
        right_id: UUID,
        scheme: Scheme,
        documents: Iterable[Document] | None = None,
        rules: RulePack,
        at: datetime,
    ) -> said.RightApplicationStarted:
        """Begin an application; without a list of documents, those of the rules are asked for.

        Several applications for one scheme may stand side by side: one lost, one made again.

        Raises:
            RightAlreadyKnown: this id began another.
        """
        self._must_be_new(right_id)
        if documents is None:
            documents = (rule.document for rule in rules.of(scheme).documents)
        return said.RightApplicationStarted(
            occurred_at=at,
            data_class=scheme.data_class,
            rule_version=rules.version,
            right_id=right_id,
            scheme=scheme,
            documents=tuple(dict.fromkeys(documents)),
        )

    def require_document(
        self, *, right_id: UUID, document: Document, rules: RulePack, at: datetime
    ) -> said.SupportingDocumentRequired:
        """Ask for a document, or for a fresh one where it was collected before.

        Raises:
            RightUnknown: there is no such right.
            DocumentAlreadyRequired: it is asked for and not yet there.
        """
        right = self.right(right_id)
        if right.paper(document).required and not right.paper(document).collected:
            raise DocumentAlreadyRequired
        return self._tell(
            said.SupportingDocumentRequired,
            right_id,
            rules=rules,
            at=at,
            document=document,
        )

    def collect_document(
        self,
        *,
        right_id: UUID,
        document: Document,
        paper: str | None = None,
        issued_on: date | None = None,
        valid_until: date | None = None,
        rules: RulePack,
        on: date,
        at: datetime,
    ) -> said.SupportingDocumentCollected:
        """Note that a document exists, whether it was asked for or not.

        Raises:
            RightUnknown: there is no such right.
            DocumentOutOfDate: its validity is over, or the rules want a newer one.
            PaperNotAccepted: the rules do not take this paper as this proof.
        """
        right = self.right(right_id)
        rule = rules.of(right.scheme).document(document)
        if is_too_old(rule, issued=issued_on, on=on) or (valid_until and valid_until < on):
            raise DocumentOutOfDate
        if rule and rule.verified and paper in rule.refused_papers:
            raise PaperNotAccepted
        return self._tell(
            said.SupportingDocumentCollected,
            right_id,
            rules=rules,
            at=at,
            document=document,
            paper=paper,
            issued_on=issued_on,
            valid_until=valid_until,
        )

    def reject_document(
        self,
        *,
        right_id: UUID,
        document: Document,
        reason: DocumentRejection,
        rules: RulePack,
        at: datetime,
    ) -> said.SupportingDocumentRejected:
        """Note that a document proves nothing after all, or was lost.

        Raises:
            RightUnknown: there is no such right.
            DocumentNotCollected: it was not there.
        """
        right = self.right(right_id)
        if not right.paper(document).collected:
            raise DocumentNotCollected
        return self._tell(
            said.SupportingDocumentRejected,
            right_id,
            rules=rules,
            at=at,
            document=document,
            reason=reason,
        )

    def file(
        self,
        *,
        right_id: UUID,
        despite_missing: bool = False,
        rules: RulePack,
        on: date,
        at: datetime,
    ) -> said.RightApplicationFiled:
        """Put the application before the service; an incomplete one only knowingly.

        Raises:
            RightUnknown: there is no such right.
            AlreadyFiled: it was filed, or the right is open without it.
            DocumentMissing: a required document is not there or no longer valid.
        """
        right = self.right(right_id)
        if right.request is not None or right.was_opened:
            raise AlreadyFiled
        return self._tell(
            said.RightApplicationFiled,
            right_id,
            rules=rules,
            at=at,
            on=on,
            missing=_missing(right, on=on, accepted=despite_missing),
        )

    def file_renewal(
        self,
        *,
        right_id: UUID,
        despite_missing: bool = False,
        rules: RulePack,
        on: date,
        at: datetime,
    ) -> said.RenewalFiled:
        """Ask for what comes after the present period, in time or late.

        Raises:
            RightUnknown: there is no such right.
            RightNotOpen: it never was open: there is nothing to renew.
            RightEnded: it ended for another reason than its term.
            AlreadyFiled: a renewal awaits its answer.
            DocumentMissing: a required document is not there or no longer valid.
        """
        right = self._renewable(right_id)
        if right.awaits_answer:
            raise AlreadyFiled
        window = renewal_window(rules.of(right.scheme).renewal, ends=right.last_day)
        return self._tell(
            said.RenewalFiled,
            right_id,
            rules=rules,
            at=at,
            on=on,
            missing=_missing(right, on=on, accepted=despite_missing),
            in_time=window.includes(on) if window and window.verified else None,
        )

    def declare_incomplete(
        self,
        *,
        right_id: UUID,
        missing: Iterable[Document],
        rules: RulePack,
        on: date,
        at: datetime,
    ) -> said.FileDeclaredIncomplete:
        """Note what the service misses; each is asked for again.

        Raises:
            RightUnknown: there is no such right.
            NothingFiled: nothing awaits its answer.
        """
        self._awaiting(right_id)
        return self._tell(
            said.FileDeclaredIncomplete,
            right_id,
            rules=rules,
            at=at,
            on=on,
            missing=tuple(dict.fromkeys(missing)),
        )

    def declare_complete(
        self, *, right_id: UUID, rules: RulePack, on: date, at: datetime
    ) -> said.FileDeclaredComplete:
        """Note that the service misses nothing: some legal delays run from that day.

        Raises:
            RightUnknown: there is no such right.
            NothingFiled: nothing awaits its answer.
            FileAlreadyComplete: the service said so before.
        """
        right = self._awaiting(right_id)
        if right.request and right.request.complete_on:
            raise FileAlreadyComplete
        return self._tell(
            said.FileDeclaredComplete,
            right_id,
            rules=rules,
            at=at,
            on=on,
        )

    def _awaiting(self, right_id: UUID) -> Right:
        right = self.right(right_id)
        if not right.awaits_answer:
            raise NothingFiled
        return right


def _missing(right: Right, *, on: date, accepted: bool) -> tuple[Document, ...]:
    missing = right.missing(on=on)
    if missing and not accepted:
        raise DocumentMissing(*missing)
    return missing
