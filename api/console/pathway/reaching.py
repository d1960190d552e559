"""How to reach the person, how not to, and what they wish of messages."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from api.console.pathway import offers as o
from api.console.pathway.acts import Act, acts
from api.console.pathway.telling import Telling
from api.console.sentences.figures import spaced
from application.pathways.read_pathway import PathwaySeen
from domain.kernel import DomainEvent
from domain.pathway.contacts import ContactKind, ContactPoint
from domain.pathway.pathway import Pathway
from domain.pathway.reminder_wishes import RemindersStopped

RUNG = frozenset({ContactKind.MOBILE, ContactKind.LANDLINE})


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach the person, or one to keep away from."""

    kind: str
    reach: str
    link: str  # what the browser opens; empty where it is not to be used, or cannot be
    more: str
    safe: bool
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Reaching:
    ways: tuple[Way, ...]
    reminders: str
    stopped: bool
    wishes: tuple[str, ...]  # what else the person asked for
    acts: tuple[Act, ...]


def reaching_of(seen: PathwaySeen, telling: Telling) -> Reaching:
    pathway = seen.pathway
    ways = [_way(pathway, one, point, telling) for one, point in pathway.contacts.points.items()]
    stopped = pathway.reminder_wishes.all_stopped
    offered = (
        *(o.ADD_CONTACT, o.STOP_NO_MORE if stopped else o.STOP),
        o.RESUME if pathway.pace.suspended else o.SUSPEND,
    )
    return Reaching(
        ways=tuple(sorted(ways, key=lambda way: not way.safe)),
        reminders=_reminders(seen, telling),
        stopped=stopped,
        wishes=tuple(_wishes(pathway, telling)),
        acts=acts(telling, *offered, pathway_id=pathway.id),
    )


def _way(pathway: Pathway, contact_id: UUID, point: ContactPoint, telling: Telling) -> Way:
    offered = (o.UNSAFE, o.GONE) if point.safe else (o.GONE,)
    return Way(
        kind=telling.label(point.kind),
        reach=spaced(point.reach) if point.kind in RUNG else point.reach,
        link=_link(point),
        more=" · ".join(_more(pathway, contact_id, point, telling)),
        safe=point.safe,
        acts=acts(telling, *offered, pathway_id=pathway.id, contact_id=contact_id),
    )


def _link(point: ContactPoint) -> str:
    if not point.safe:
        return ""
    if point.kind in RUNG:
        return f"tel:{point.reach}"
    return f"mailto:{point.reach}" if point.kind is ContactKind.EMAIL else ""


def _more(
    pathway: Pathway, contact_id: UUID, point: ContactPoint, telling: Telling
) -> Iterator[str]:
    if point.through:
        yield telling.gettext("through %(who)s", who=point.through)
    if point.holder_id:
        yield telling.gettext("of a holder of parental authority")
    yield telling.gettext("in %(language)s", language=telling.language(point.language))
    wishes = pathway.reminder_wishes
    if contact_id in wishes.stopped and not wishes.all_stopped:
        yield telling.gettext("no reminders here, as they asked")


def _reminders(seen: PathwaySeen, telling: Telling) -> str:
    if not seen.pathway.reminder_wishes.all_stopped:
        return telling.gettext("active")
    said = _stopped(seen.events)
    if said is None:
        return telling.gettext("stopped, as the person asked")
    return telling.gettext(
        "stopped on %(day)s, as the person asked: %(how)s",
        day=telling.day(said.occurred_at),
        how=telling.word(said.told_by),
    )


def _stopped(events: tuple[DomainEvent, ...]) -> RemindersStopped | None:
    """The last time that the person said they wanted none."""
    for event in reversed(events):
        if isinstance(event.fact, RemindersStopped) and event.fact.contact_id is None:
            return event.fact
    return None


def _wishes(pathway: Pathway, telling: Telling) -> Iterator[str]:
    if pathway.reminder_wishes.fuller_texts:
        yield telling.gettext("They asked that messages say more.")
    if pathway.discretion.parents_kept_away:
        yield telling.gettext("Keep parents away: they must not know.")
