"""Approve an erasure that somebody else asked for; from then on nobody sees the person."""

from dataclasses import replace
from uuid import UUID

from application.commands import Command
from application.erasures.carrying_out import record
from application.erasures.erasing import Erasing
from application.erasures.ports import Erasure, ErasureState, Party
from application.erasures.refusals import (
    ErasureAlreadyApproved,
    ErasureNotYoursToApprove,
    ErasureUnknown,
)
from domain.members import Member


class ApproveErasure(Command):
    pathway_id: UUID
    erasure_id: UUID


def approve_erasure(
    erasing: Erasing, command: ApproveErasure, by: Member, *, account_id: UUID
) -> Erasure:
    """Approve, and record it at once; the keys and the rest follow by themselves.

    Raises:
        ErasureUnknown: none of this id was asked for on this pathway, or not that they may know of.
        ErasureNotYoursToApprove: the same human asked for it.
        ErasureAlreadyApproved: somebody else approved it before.
    """
    asked = erasing.erasures.find(command.erasure_id)
    if asked is None or asked.pathway_id != command.pathway_id or asked.entry_id is not None:
        raise ErasureUnknown
    party = Party.of(by, account_id)
    if asked.state is not ErasureState.ASKED:
        return _answered_again(asked, party)
    erasing.network.pathway_known_to(by, command.pathway_id)
    if asked.asked_by is None or asked.asked_by.account_id == account_id:
        raise ErasureNotYoursToApprove
    approved = replace(
        asked,
        approved_by=party,
        approved_at=erasing.network.clock(),
        rows=erasing.shredder.rows_of(command.pathway_id),
        state=ErasureState.APPROVED,
    )
    if not erasing.erasures.advance(approved, was=ErasureState.ASKED):
        return approve_erasure(erasing, command, by, account_id=account_id)
    return record(erasing, approved)


def _answered_again(erasure: Erasure, party: Party) -> Erasure:
    if erasure.approved_by == party:
        return erasure
    if erasure.approved_by and erasure.approved_by.organisation_id == party.organisation_id:
        raise ErasureAlreadyApproved
    raise ErasureUnknown
