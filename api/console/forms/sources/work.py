"""What the visitor's organisation has at hand: its people, activities, workshops and kits."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from api.console.forms.asking import Asking
from api.console.forms.kinds import Choice
from api.console.forms.sources.network import members_of_network, organisations
from api.console.forms.sources.source import Source
from api.console.wording.labels import label
from api.http.lists import PersonNamed, caseload
from api.http.paging import Paging
from application.activities.list_activities import list_activities
from application.activities.read_activity import read_activity
from application.views.activities import ActivityFilter, ActivityRow
from application.views.caseload import ALL_OPEN
from application.views.pages import MOST, PageAsked
from domain.activity.words import ActivityKind
from domain.members import Role
from domain.organisation.organisation import Organisation


def people(asking: Asking) -> Iterator[Choice]:
    """The pathways that the visitor follows, by name; traced as a list."""
    visit = asking.visit
    if Role.CASEWORKER not in visit.by.roles:
        return
    after = None
    while True:
        page = caseload(Paging(visit.by, visit.house, MOST, after, None), ALL_OPEN)
        for entry in page.entries:
            if entry.pathway_id != asking.ids.get("pathway_id"):
                yield Choice(str(entry.pathway_id), _name(entry.person))
        if page.next is None:
            return
        after = page.next


def activities(asking: Asking) -> Iterator[Choice]:
    yield from _activities(asking, ActivityFilter())


def workshops(asking: Asking) -> Iterator[Choice]:
    yield from _activities(asking, ActivityFilter(ActivityKind.WORKSHOP))


def sessions(asking: Asking) -> Iterator[Choice]:
    """Of each workshop, one after the other."""
    for workshop in workshops(asking):
        network = asking.visit.house.network
        found = read_activity(network, UUID(workshop.value), asking.visit.by).workshops
        for one in found.by_time():
            day = asking.visit.days
            when = f"{day.day(one.starts_at)}, {day.time(one.starts_at)}"
            yield Choice(str(one.id), f"{workshop.label} · {when}")


def lots(asking: Asking) -> Iterator[Choice]:
    """Those that a test may be made with today."""
    own = asking.visit.house.network.log.load(Organisation, asking.visit.by.organisation_id)
    for one in own.kit_lots.by_id.values():
        if not one.withdrawn and one.recalled_at is None and one.kit.expires_on >= asking.today:
            kind = asking.visit.gettext(label(one.kit.kind))
            yield Choice(str(one.id), f"{kind} · {one.kit.reference} · {one.kit.lot}")


def audited(asking: Asking) -> Iterator[Choice]:
    """What a mandate may be about: organisations; pathways are named by whoever asks for them."""
    yield from organisations(asking)


def _activities(asking: Asking, wanted: ActivityFilter) -> Iterator[Choice]:
    house = asking.visit.house
    page = list_activities(
        house.network, house.views, asking.visit.by, wanted=wanted, page=PageAsked(MOST)
    )
    yield from (_activity(asking, row) for row in page.entries)


def _activity(asking: Asking, row: ActivityRow) -> Choice:
    words = [asking.visit.days.day(row.starts_at), row.place or ""]
    return Choice(str(row.activity_id), " · ".join(filter(None, words)))


def _name(person: PersonNamed | None) -> str:
    if person is None:
        return "…"
    full = " ".join(filter(None, (person.given_names, person.family_name)))
    return " · ".join(filter(None, (person.called, full))) or "…"


WORK: Mapping[str, Source] = {
    "caseload": people,
    "child_pathway_id": people,
    "pathway_id": people,
    "activity_id": activities,
    "workshop_id": workshops,
    "of_session": sessions,
    "lot_id": lots,
    "audited": audited,
    "auditor_id": members_of_network,
}
