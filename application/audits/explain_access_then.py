"""Explain to an auditor why somebody could see a pathway or not, at any instant."""

from dataclasses import dataclass

from application.audits.opening import AuditAsked, Opened, open_under_mandate
from application.network import Network
from application.pathways.explain_access import (
    About,
    ClassExplained,
    Why,
    explained,
    somebody,
)
from application.traces.trace import Look, Traces
from domain.data_classes import DataClass
from domain.members import Member, Profession

Classes = tuple[ClassExplained, ...]


@dataclass(frozen=True, slots=True)
class AccessThen:
    opened: Opened
    classes: Classes  # none for a member who wore no hat then


def explain_access_then(
    network: Network,
    traces: Traces,
    asked: AuditAsked,
    by: Member,
    *,
    profession: Profession,
) -> AccessThen:
    """For a member under their hat of then, or for a profession there; else for the auditor, now.

    Raises:
        NoMandate: none runs that reaches it, or the person objects to this auditor.
        PathwayNotOpened: there was no such pathway then, or it was erased since.
        StoreUnavailable: the look could not be traced.
    """
    opened = open_under_mandate(network, asked, by)
    if asked.organisation_id is None:
        classes = under_mandate(opened)
    else:
        anybody = somebody(About(asked.organisation_id, profession))
        classes = _then(network, opened, opened.hat() if asked.member_id else anybody)
    traces.write(opened.trace(Look.ACCESS, ()))
    return AccessThen(opened, classes)


def under_mandate(opened: Opened) -> Classes:
    """What the mandate opens to the auditor, now."""
    return tuple(_under_mandate(opened, data_class) for data_class in DataClass)


def _then(network: Network, opened: Opened, hat: Member | None) -> Classes:
    return explained(opened.seen_by(network, hat)).classes if hat else ()


def _under_mandate(opened: Opened, data_class: DataClass) -> ClassExplained:
    ground = opened.sight.ground(data_class)
    if ground is None:
        return ClassExplained(data_class, None, why_not=Why.PROFESSION)
    return ClassExplained(data_class, ground, until=opened.mandate.until)
