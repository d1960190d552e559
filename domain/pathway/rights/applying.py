"""Asking for a right: the application or the renewal, and the file it makes."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from domain.pathway.rights import facts as said
from domain.pathway.rights.collecting import Collecting
from domain.pathway.rights.refusals import (
    AlreadyFiled,
    DocumentMissing,
    FileAlreadyComplete,
    NothingFiled,
)
from domain.pathway.rights.right import Request, Right
from domain.rights.clocks import renewal_window
from domain.rights.rules import RulePack
from domain.rights.schemes import Document


class Applying(Collecting):
    """From the filing to a complete file."""

    __slots__ = ()

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
        if self._awaiting(right_id).complete_on:
            raise FileAlreadyComplete
        return self._tell(
            said.FileDeclaredComplete,
            right_id,
            rules=rules,
            at=at,
            on=on,
        )

    def _awaiting(self, right_id: UUID) -> Request:
        request = self.right(right_id).request
        if request is None or request.answer is not None:
            raise NothingFiled
        return request


def _missing(right: Right, *, on: date, accepted: bool) -> tuple[Document, ...]:
    missing = right.missing(on=on)
    if missing and not accepted:
        raise DocumentMissing(*missing)
    return missing
