"""Explain to an auditor which organisations could see each class of data at an instant, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from application.audits.explain_access_then import Classes, under_mandate
from application.audits.hats import caseworkers_in, organisation_at
from application.audits.opening import AuditAsked, Opened, open_under_mandate
from application.network import Network
from application.pathways.explain_access import explained
from application.traces.trace import Look, Traces
from domain.access import Ground
from domain.data_classes import DataClass
from domain.members import Member


@dataclass(frozen=True, slots=True)
class EverybodysAccess:
    opened: Opened
    classes: Classes  # what the mandate opens to the auditor
    grounds: Mapping[
        DataClass, Mapping[UUID, frozenset[Ground]]
    ]  # by organisation, of who is there


def explain_everybodys_access(
    network: Network, traces: Traces, asked: AuditAsked, by: Member
) -> EverybodysAccess:
    """Of every organisation that had to do with the person then, as any of its members could see.

    Raises:
        NoMandate: none runs that reaches the whole pathway, or the person objects to this auditor.
        PathwayNotOpened: there was no such pathway then, or it was erased since.
        StoreUnavailable: the look could not be traced.
    """
    opened = open_under_mandate(network, asked, by)
    found: dict[DataClass, dict[UUID, frozenset[Ground]]] = {one: {} for one in DataClass}
    for organisation_id in opened.organisations():
        for data_class, grounds in _grounds(network, opened, organisation_id).items():
            found[data_class][organisation_id] = grounds
    traces.write(opened.trace(Look.ACCESS, ()))
    return EverybodysAccess(opened, under_mandate(opened), found)


def _grounds(
    network: Network, opened: Opened, organisation_id: UUID
) -> Mapping[DataClass, frozenset[Ground]]:
    organisation = organisation_at(network.log, organisation_id, opened.at)
    found: dict[DataClass, frozenset[Ground]] = {}
    for viewer in caseworkers_in(organisation):
        for one in explained(opened.seen_by(network, viewer)).classes:
            if one.ground is not None:
                found[one.data_class] = found.get(one.data_class, frozenset()) | {one.ground}
    return found
