"""Who may audit what, until when, and who granted it."""

from datetime import datetime
from enum import StrEnum

from application.network import Network
from domain.mandates.mandates import Mandate, handles_mandates
from domain.mandates.refusals import NotYoursToMandate
from domain.mandates.register import REGISTER, Register
from domain.members import Member, Role


class MandateState(StrEnum):
    ASKED = "asked"
    GRANTED = "granted"  # it begins later
    RUNNING = "running"
    OVER = "over"


def list_mandates(network: Network, by: Member) -> list[tuple[Mandate, MandateState]]:
    """Every mandate, in the order they were asked for; to an auditor, their own.

    Raises:
        NotYoursToMandate: the member neither handles mandates nor audits.
    """
    if not (handles_mandates(by) or Role.AUDITOR in by.roles):
        raise NotYoursToMandate
    now = network.clock()
    return [
        (mandate, _state(mandate, at=now))
        for mandate in network.log.load(Register, REGISTER).mandates.by_id.values()
        if handles_mandates(by) or mandate.auditor.membership_id == by.id
    ]


def _state(mandate: Mandate, *, at: datetime) -> MandateState:
    if mandate.is_over(at):
        return MandateState.OVER
    if mandate.runs(at):
        return MandateState.RUNNING
    return MandateState.GRANTED if mandate.granted_at else MandateState.ASKED
