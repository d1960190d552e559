"""The mandates of the demo: two that run, and one that waits for somebody to grant it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from application.accounts.ports import Accounts
from application.mandates.ask_mandate import AskMandate, ask_mandate
from application.mandates.grant_mandate import GrantMandate, grant_mandate
from application.mandates.signing import Signing
from application.network import Network
from domain.mandates.register import REGISTER, Register
from domain.mandates.words import MandatePurpose, MandateScope, Reach
from domain.members import Member
from domain.organisation.organisation import FOUNDER
from seeds.networks.founding import administrator, auditor, coordinator, member_of
from seeds.networks.networks import DemoNetwork, demo
from seeds.steps import command_id

LASTS = timedelta(days=150)


@dataclass(frozen=True, slots=True)
class Mandating:
    key: str
    scope: MandateScope
    purpose: MandatePurpose
    granted: bool = True


def mandated(
    network: Network,
    accounts: Accounts,
    programme: DemoNetwork,
    pathway_ids: Sequence[UUID],
    *,
    now: datetime,
) -> None:
    """Ask for each that is not known yet, and grant those that run."""
    asks = _signing(accounts, coordinator(demo()))
    grants = _signing(accounts, administrator(demo()))
    known = network.log.load(Register, REGISTER).mandates.by_id
    for one in _mandates(programme, pathway_ids):
        command = AskMandate(
            command_id=command_id("mandate", one.key),
            auditor_id=auditor(demo()).id,
            organisation_id=FOUNDER,
            scope=one.scope,
            purpose=one.purpose,
            until=now + LASTS,
        )
        before = known.get(command.mandate_id)
        if before is None:
            ask_mandate(network, command, asks)
        if one.granted and (before is None or before.granted_at is None):
            granting = GrantMandate(
                command_id=command_id("grant", one.key), mandate_id=command.mandate_id
            )
            grant_mandate(network, granting, grants)


def _mandates(programme: DemoNetwork, pathway_ids: Sequence[UUID]) -> Iterator[Mandating]:
    ids = tuple(_organisations(programme))
    its = MandateScope(reach=Reach.ORGANISATIONS, ids=ids)
    yield Mandating("network", its, MandatePurpose.REGULAR_CHECK)
    some = MandateScope(reach=Reach.PATHWAYS, ids=tuple(pathway_ids))
    yield Mandating("complaint", some, MandatePurpose.COMPLAINT)
    first = MandateScope(reach=Reach.ORGANISATIONS, ids=ids[:1])
    yield Mandating("incident", first, MandatePurpose.INCIDENT, granted=False)


def _organisations(programme: DemoNetwork) -> Iterator[UUID]:
    for organisation in programme.organisations:
        yield member_of(programme, organisation, organisation.members[0]).organisation_id


def _signing(accounts: Accounts, member: Member) -> Signing:
    account_id = accounts.holder(member.id)
    assert account_id  # noqa: S101 (narrows the type: the demo's accounts are opened before)
    return Signing(member, account_id, accounts)
