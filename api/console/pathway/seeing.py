"""Who sees what of a pathway, and why: class by class, for oneself or somebody of the circle."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from api.console.visit import Visit
from api.console.wording.labels import label
from api.languages.words import phrase
from application.pathways.explain_access import (
    About,
    AccessExplained,
    ClassExplained,
    Why,
    explain_access,
)
from application.pathways.looking import PathwayAsked
from application.pathways.read_pathway import read_pathway
from application.receipts.naming import Directory
from domain.access import Ground
from domain.members import Profession, Role
from domain.pathway.opening import PathwayNotOpened

BECAUSE = {
    Ground.CARE_TEAM: phrase(
        "The organisation is part of the care team, and this profession meets such data."
    ),
    Ground.CONSENT: phrase("The person agreed."),
    Ground.CHILD_PROTECTION: phrase("It is shared by name, to protect a child."),
    Ground.VITAL_EMERGENCY: phrase("A vital emergency opened it, for a few hours."),
}
WHY_NOT = {
    Why.OBJECTION: phrase("The person does not want it."),
    Why.PROFESSION: phrase("This profession does not meet such data."),
    Why.NO_CONSENT: phrase("The person did not agree to it."),
}


@dataclass(frozen=True, slots=True)
class Line:
    """The classes of data that are seen, or not, for one reason."""

    seen: bool
    what: tuple[str, ...]
    because: str
    until: str


@dataclass(frozen=True, slots=True)
class Seeing:
    organisation: str
    profession: str
    in_care_team: bool
    lines: tuple[Line, ...]


def seeing(visit: Visit, pathway_id: UUID, about: About | None) -> Seeing:
    """What the visitor sees, or what somebody of another organisation does.

    Raises:
        PathwayNotOpened: there is no such pathway or organisation that the visitor may know of.
        NotYoursToExplain: the visitor asks of others and is no coordinator.
    """
    told = explain_access(visit.house.network, pathway_id, visit.by, about=about)
    return Seeing(
        organisation=Directory(visit.house.network.log).organisation(told.organisation_id),
        profession=visit.gettext(label(told.profession)),
        in_care_team=told.in_care_team,
        lines=tuple(_lines(visit, told)),
    )


def _lines(visit: Visit, told: AccessExplained) -> Iterator[Line]:
    """What is seen first; together what is so for the same reason, until the same day."""
    together: dict[tuple[bool, str, str], list[str]] = {}
    for one in sorted(told.classes, key=lambda one: one.ground is None):
        until = visit.days.day(one.until) if one.until else ""
        reason = one.ground is not None, visit.gettext(_because(one)), until
        together.setdefault(reason, []).append(visit.gettext(label(one.data_class)))
    for (seen, because, until), what in together.items():
        yield Line(seen, tuple(what), because, until)


def _because(one: ClassExplained) -> str:
    if one.ground is not None:
        return BECAUSE[one.ground]
    return WHY_NOT[one.why_not] if one.why_not else ""


def organisations_around(visit: Visit, pathway_id: UUID) -> list[tuple[UUID, str]]:
    """Of whom a coordinator may ask: the circle, as they see it."""
    if Role.COORDINATOR not in visit.by.roles:
        return []
    house, directory = visit.house, Directory(visit.house.network.log)
    try:
        seen = read_pathway(house.network, house.traces, PathwayAsked(pathway_id), visit.by)
    except PathwayNotOpened:
        return []
    return [(one, directory.organisation(one)) for one in seen.pathway.sharing.circle]


def professions(visit: Visit) -> list[tuple[Profession, str]]:
    """By name, in the language of the page."""
    named = [(one, visit.gettext(label(one))) for one in Profession]
    return sorted(named, key=lambda pair: pair[1])
