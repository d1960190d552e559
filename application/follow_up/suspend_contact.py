"""Suspend contact, at the person's pace."""

from datetime import date
from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.pace import SuspensionReason


class SuspendContact(Command):
    pathway_id: UUID
    reason: SuspensionReason
    until: date | None = None  # its last day; None: until they say so


def suspend_contact(network: Network, command: SuspendContact, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.pace.suspend(
            reason=command.reason,
            until=command.until,
            at=command.at,
        ),
        command=command,
        by=by,
    )
