"""Declare that a lot was recalled: no test is made with it from then on."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from application.screening.running import as_responsible
from domain.members import Member
from domain.screening.words import RecallReason
from domain.text import Label


class RecallKitLot(Command):
    lot_id: UUID
    reason: RecallReason
    reference: Label | None = None  # of the notice of recall


def recall_kit_lot(network: Network, command: RecallKitLot, by: Member) -> Recorded:
    return as_responsible(
        network,
        lambda organisation: organisation.kit_lots.recall(
            lot_id=command.lot_id,
            reason=command.reason,
            reference=command.reference,
            at=command.at,
        ),
        command=command,
        by=by,
    )
