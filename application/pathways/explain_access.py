"""Explain why somebody sees a pathway or not, class by class."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from application.network import Network
from domain.access import Ground, Sight
from domain.data_classes import DataClass
from domain.members import Member, MemberStatus, Profession, Role
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pathway import Pathway
from domain.refusals import Forbidden

ANYBODY_THERE = UUID(int=0)  # as a member: nobody is named so


class NotYoursToExplain(Forbidden):
    code = "not-yours-to-explain"
    title = "Only a coordinator asks what another organisation sees."


class Why(StrEnum):
    """What stands against seeing a class of data."""

    OBJECTION = "objection"
    PROFESSION = "profession"
    NO_CONSENT = "no_consent"


@dataclass(frozen=True, slots=True)
class ClassExplained:
    data_class: DataClass
    ground: Ground | None
    until: datetime | None = None  # when the ground ends by itself
    why_not: Why | None = None


@dataclass(frozen=True, slots=True)
class AccessExplained:
    organisation_id: UUID
    profession: Profession
    in_care_team: bool
    classes: tuple[ClassExplained, ...]


@dataclass(frozen=True, slots=True)
class About:
    """Somebody of another organisation, by profession."""

    organisation_id: UUID
    profession: Profession


def explain_access(
    network: Network, pathway_id: UUID, by: Member, *, about: About | None = None
) -> AccessExplained:
    """Why the caller, or somebody of an organisation of the circle, sees each class or not.

    Raises:
        PathwayNotOpened: there is no such pathway or organisation that the caller may know of.
        NotYoursToExplain: the caller asks of others and is no coordinator.
    """
    if about is not None and Role.COORDINATOR not in by.roles:
        raise NotYoursToExplain  # before anything is read: it must not tell what exists
    pathway = network.log.load(Pathway, pathway_id)
    pathway.must_be_open()
    if about is None:
        own = network.sight(pathway, by)
        if not own.of_anything():
            raise PathwayNotOpened
        return explained(own)
    coordinating = by.model_copy(update={"roles": frozenset({Role.CASEWORKER})})
    part = pathway.sharing.circle.get(about.organisation_id)
    if part is None or not network.sight(pathway, coordinating).of_class(part.data_class):
        raise PathwayNotOpened
    return explained(network.sight(pathway, somebody(about)))


def explained(sight: Sight) -> AccessExplained:
    """What a sight says of each class; a pure function, at any instant."""
    viewer, pathway = sight.viewer, sight.pathway
    return AccessExplained(
        organisation_id=viewer.organisation_id,
        profession=viewer.profession,
        in_care_team=viewer.organisation_id in pathway.team.organisations,
        classes=tuple(_class(sight, data_class) for data_class in DataClass),
    )


def _class(sight: Sight, data_class: DataClass) -> ClassExplained:
    ground = sight.ground(data_class)
    if ground is None:
        return ClassExplained(data_class, None, why_not=_why_not(sight, data_class))
    return ClassExplained(data_class, ground, until=_until(sight, ground, data_class))


def _why_not(sight: Sight, data_class: DataClass) -> Why:
    if sight.is_objected_to():
        return Why.OBJECTION
    if data_class not in sight.classes_met.with_consent(sight.viewer.profession):
        return Why.PROFESSION
    in_team = sight.viewer.organisation_id in sight.pathway.team.organisations
    return Why.PROFESSION if in_team else Why.NO_CONSENT


def _until(sight: Sight, ground: Ground, data_class: DataClass) -> datetime | None:
    if sight.at is None:
        return None
    if ground is Ground.VITAL_EMERGENCY:
        return sight.pathway.emergencies.ends(member_id=sight.viewer.id, at=sight.at)
    if ground is not Ground.CONSENT:
        return None
    ends = [
        given.consent.until
        for given in sight.pathway.consents.for_recipient(
            organisation_id=sight.viewer.organisation_id,
            member_id=sight.viewer.id,
            at=sight.at,
        )
        if given.consent.scope.covers(data_class)
    ]
    return None if None in ends else max(end for end in ends if end is not None)


def somebody(about: About) -> Member:
    """Nobody in particular, of that profession, there."""
    return Member(
        id=ANYBODY_THERE,
        organisation_id=about.organisation_id,
        profession=about.profession,
        status=MemberStatus.EMPLOYEE,
        roles=frozenset({Role.CASEWORKER}),
    )
