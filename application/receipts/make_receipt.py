"""Make the receipt that a person is handed, as far as the member who makes it may see."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from application.network import Network
from application.pathways.looking import PathwayAsked, look_at
from application.receipts.holders import holders
from application.receipts.mistakes import mistakes
from application.receipts.naming import Directory
from application.receipts.notice import Notice
from application.receipts.readers import readers
from application.receipts.receipt import Receipt, ReceiptVersion
from application.receipts.said import consents, emergencies, informed, messages, objections, passed
from application.traces.keeping import kept_from
from application.traces.trace import Look, Purpose, Trace, Traces
from domain.kernel import DomainEvent
from domain.members import Member
from domain.pathway.grounds.facts import ChildProtectionShared
from domain.pathway.grounds.words import FamilyInformed
from domain.pathway.pathway import Pathway
from domain.pathway.sharing.facts import OrganisationJoined

UTC = "UTC"  # the zone of days, where the maker's organisation told none


@dataclass(frozen=True, slots=True)
class ReceiptAsked:
    pathway_id: UUID
    version: ReceiptVersion = ReceiptVersion.FULL


def make_receipt(
    network: Network, traces: Traces, notice: Notice, asked: ReceiptAsked, by: Member
) -> Receipt:
    """What everybody holds of the person, and who read it, as far as `by` may know; traced.

    What its maker may not see is on no receipt of theirs: whoever may see it makes one that tells
    it. Sharing for child protection that the family must not know of is on none.

    Raises:
        PathwayNotOpened: there is no such pathway that the member takes part in.
        StoreUnavailable: the look could not be traced.
    """
    network.pathway_known_to(by, asked.pathway_id)
    earlier = traces.of_pathway(asked.pathway_id)
    looked = PathwayAsked(asked.pathway_id, purpose=Purpose.ASKED_BY_PERSON)
    seen = look_at(network, traces, by, asked=looked, look=Look.RECEIPT)
    receipt = _blank(network, notice, asked.version, by)
    if asked.version is ReceiptVersion.CARRY:
        return receipt
    events = _may_be_told(network, asked.pathway_id, (event for event, _ in seen), by)
    return _told(network, notice, receipt, by, events=events, traces=earlier)


def _blank(network: Network, notice: Notice, version: ReceiptVersion, by: Member) -> Receipt:
    """What is on every receipt; the one that is carried home says no more."""
    described = Directory(network.log).description(by.organisation_id)
    return Receipt(
        version=version,
        made_at=network.clock(),
        time_zone=described.time_zone if described else UTC,
        call_back=notice.call_back or (described.call_back if described else ""),
    )


def _may_be_told(
    network: Network, pathway_id: UUID, seen: Iterable[DomainEvent], by: Member
) -> list[DomainEvent]:
    """What the maker sees, but what the family must not know; and that they take part at all."""
    told = {event.originator_version: event for event in seen if not _is_kept_from(event)}
    for event in network.log.stream(pathway_id):
        joined = event.fact
        if isinstance(joined, OrganisationJoined) and joined.joined_id == by.organisation_id:
            told[event.originator_version] = event
    return [told[version] for version in sorted(told)]


def _is_kept_from(event: DomainEvent) -> bool:
    return (
        isinstance(event.fact, ChildProtectionShared)
        and event.fact.family is FamilyInformed.AGAINST_CHILD_INTEREST
    )


def _told(
    network: Network,
    notice: Notice,
    receipt: Receipt,
    by: Member,
    *,
    events: Sequence[DomainEvent],
    traces: Sequence[Trace],
) -> Receipt:
    directory = Directory(network.log)
    pathway = Pathway(events[0].originator_id).after(events)
    name_of = directory.naming(pathway.sharing.circle)
    return replace(
        receipt,
        made_by=directory.organisation(by.organisation_id),
        called=pathway.person.called,
        holders=tuple(holders(network, directory, pathway, notice.retention)),
        passed=tuple(passed(events, name_of)),
        informed=informed(events),
        consents=tuple(consents(events, name_of)),
        objections=tuple(objections(events, name_of)),
        messages=messages(events),
        emergencies=tuple(emergencies(events, directory)),
        readers=tuple(readers(traces, events, directory)),
        mistakes=tuple(mistakes(traces, events, directory)),
        readers_since=kept_from(receipt.made_at, months=notice.traces_months),
    )
