"""Say that a lot was declared wrong; tests made with it keep what they say."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from application.screening.running import as_responsible
from domain.members import Member


class EnterKitLotInError(Command):
    lot_id: UUID


def enter_kit_lot_in_error(network: Network, command: EnterKitLotInError, by: Member) -> Recorded:
    return as_responsible(
        network,
        lambda organisation: organisation.kit_lots.enter_in_error(
            lot_id=command.lot_id, at=command.at
        ),
        command=command,
        by=by,
    )
