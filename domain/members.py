"""Who acts: one human may hold several memberships (hats) and acts under one at a time."""

from enum import StrEnum
from uuid import UUID

from domain.kernel import Value


class Profession(StrEnum):
    """It decides which classes of data a member may meet; the status does not."""

    DOCTOR = "doctor"
    NURSE = "nurse"
    MIDWIFE = "midwife"
    PHARMACIST = "pharmacist"
    PSYCHOLOGIST = "psychologist"
    SOCIAL_WORKER = "social_worker"
    MEDIATOR = "mediator"
    SOCIO_BEAUTICIAN = "socio_beautician"
    ADMINISTRATIVE = "administrative"
    OTHER = "other"


class MemberStatus(StrEnum):
    EMPLOYEE = "employee"
    VOLUNTEER = "volunteer"


class Role(StrEnum):
    """Roles combine; each opens its own doors only."""

    CASEWORKER = "caseworker"
    COORDINATOR = "coordinator"  # figures and circles; no clinical content by that role alone
    AUDITOR = "auditor"  # under a mandate
    ADMINISTRATOR = "administrator"  # organisations and accounts; no pathway


class Member(Value):
    """A human under one of their hats."""

    id: UUID  # the membership
    organisation_id: UUID
    profession: Profession
    status: MemberStatus
    roles: frozenset[Role]
