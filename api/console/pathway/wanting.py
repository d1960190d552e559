"""What the person wants, in their words, and how they live, in short."""

from collections.abc import Iterator
from dataclasses import dataclass

from api.console.pathway import offers as o
from api.console.pathway.acts import Act, acts
from api.console.pathway.telling import Telling
from application.pathways.read_pathway import PathwaySeen
from application.pathways.told import GoalTold, children_told, goals_told, holders_named


@dataclass(frozen=True, slots=True)
class Goal:
    words: str
    more: str
    acts: tuple[Act, ...]


def goals_of(seen: PathwaySeen, telling: Telling) -> tuple[Goal, ...]:
    """Those that are pursued, and those that were reached."""
    told = [one for one in goals_told(seen.events) if one.reached is not False]
    return tuple(_goal(seen, one, telling) for one in told)


def _goal(seen: PathwaySeen, told: GoalTold, telling: Telling) -> Goal:
    if told.reached:
        return Goal(told.words, telling.gettext("reached"), ())
    hoped = told.hoped_by
    ids = {"pathway_id": seen.pathway.id, "goal_id": told.id}
    return Goal(
        words=told.words,
        more=telling.gettext("hoped by %(day)s", day=telling.day(hoped)) if hoped else "",
        acts=acts(telling, o.GOAL_REACHED, o.GOAL_ABANDONED, **ids),
    )


def living_of(seen: PathwaySeen, telling: Telling) -> tuple[str, ...]:
    return tuple(_lines(seen, telling))


def _lines(seen: PathwaySeen, telling: Telling) -> Iterator[str]:
    pathway, person = seen.pathway, seen.pathway.person
    if person.housing:
        yield ", ".join(filter(None, (telling.label(person.housing), person.commune)))
    if composition := pathway.household.composition:
        people = telling.ngettext("%(num)s person", "%(num)s people", composition.people)
        yield f"{telling.label(composition.kind)}, {people}"
    children = [child.called for child in children_told(seen.events).values()]
    if children:
        yield telling.ngettext(
            "Child: %(who)s", "Children: %(who)s", len(children), who=", ".join(children)
        )
    names = holders_named(seen.events)
    for one, authority in pathway.household.authorities.items():
        who = names.get(one) or telling.label(authority.holder)
        if authority.contact_forbidden:
            yield telling.gettext("Do not contact: %(who)s", who=who)
        else:
            yield telling.gettext("Parental authority: %(who)s", who=who)
