"""Preparing an application: which papers are asked for, and which are there."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from domain.pathway.rights import facts as said
from domain.pathway.rights.held import Held
from domain.pathway.rights.refusals import (
    DocumentAlreadyRequired,
    DocumentNotCollected,
    DocumentOutOfDate,
    PaperNotAccepted,
)
from domain.rights.clocks import is_too_old
from domain.rights.rules import RulePack
from domain.rights.schemes import Document, DocumentRejection, Scheme


class Collecting(Held):
    """From the first word about a right to its last paper."""

    __slots__ = ()

    def start(
        self,
        *,
        right_id: UUID,
        scheme: Scheme,
        documents: Iterable[Document] | None = None,
        of_minor: bool = False,
        rules: RulePack,
        at: datetime,
    ) -> said.RightApplicationStarted:
        """Begin an application; without a list of documents, those of the rules are asked for.

        The rules ask fewer documents of a minor.

        Several applications for one scheme may stand side by side: one lost, one made again.

        Raises:
            RightAlreadyKnown: this id began another.
        """
        self._must_be_new(right_id)
        if documents is None:
            documents = rules.of(scheme).documents_asked(of_minor=of_minor)
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
