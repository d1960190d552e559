"""Declare a lot of kits once, so that it is chosen afterwards."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from application.screening.running import as_responsible
from domain.members import Member
from domain.screening.words import Kit


class DeclareKitLot(Command):
    kit: Kit

    @property
    def lot_id(self) -> UUID:
        return self.id_for("lot")


def declare_kit_lot(network: Network, command: DeclareKitLot, by: Member) -> Recorded:
    return as_responsible(
        network,
        lambda organisation: organisation.kit_lots.declare(
            lot_id=command.lot_id, kit=command.kit, rules=network.screening, at=command.at
        ),
        command=command,
        by=by,
    )
