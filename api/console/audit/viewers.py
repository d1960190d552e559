"""As whom a pathway may be looked at: organisations that have to do with it, and their members."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from api.console.audit.asking import BETWEEN
from api.console.visit import Visit
from api.console.wording.labels import label
from application.audits.opening import AuditAsked
from application.receipts.naming import Directory
from domain.organisation.enrolment import Membership
from domain.organisation.organisation import Organisation


@dataclass(frozen=True, slots=True)
class Viewer:
    value: str  # as addresses carry it
    words: str


@dataclass(frozen=True, slots=True)
class Organisations:
    name: str
    viewers: tuple[Viewer, ...]


def viewers_of(visit: Visit, organisation_ids: Iterable[UUID]) -> list[Organisations]:
    """Each organisation as anybody there, then as each member, those who left included."""
    found = [_organisation(visit, one) for one in organisation_ids]
    return sorted(found, key=lambda one: one.name.casefold())


def _organisation(visit: Visit, organisation_id: UUID) -> Organisations:
    log = visit.house.network.log
    name = Directory(log).organisation(organisation_id)
    anybody = visit.gettext("Anybody of %(organisation)s") % {"organisation": name}
    members = log.load(Organisation, organisation_id).enrolment.by_id.items()
    return Organisations(
        name,
        (
            Viewer(str(organisation_id), anybody),
            *(
                Viewer(f"{organisation_id}{BETWEEN}{member_id}", _member(visit, membership))
                for member_id, membership in members
            ),
        ),
    )


def _member(visit: Visit, membership: Membership) -> str:
    name = membership.name or visit.gettext("a name that was erased")
    profession = visit.gettext(label(membership.hat.profession))
    return f"{name} · {profession}"


def whom(visit: Visit, asked: AuditAsked) -> str:
    """Such as Paul Arnal, CCAS de Saint-Éloy; empty where nobody in particular is asked about."""
    if asked.organisation_id is None:
        return ""
    directory = Directory(visit.house.network.log)
    names = directory.naming([asked.organisation_id])
    those = (names(one) for one in (asked.member_id, asked.organisation_id) if one)
    return ", ".join(filter(None, those))
