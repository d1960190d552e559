"""Who the person is: what they are called, where they were met, in what state their pathway is."""

from dataclasses import dataclass

from api.console.pathway.telling import Telling
from domain.pathway.pathway import Pathway


@dataclass(frozen=True, slots=True)
class Tag:
    words: str
    tone: str = ""  # ok, warn, act


@dataclass(frozen=True, slots=True)
class Head:
    called: str
    met: str
    referent: str
    tags: tuple[Tag, ...]


def head_of(pathway: Pathway, telling: Telling) -> Head:
    return Head(
        called=pathway.person.called or telling.gettext("A person"),
        met=_met(pathway, telling),
        referent=_referents(pathway, telling),
        tags=tuple(_tags(pathway, telling)),
    )


def _met(pathway: Pathway, telling: Telling) -> str:
    opening = pathway.opening
    if opening.opened_at is None or opening.met_at is None:
        return ""
    return telling.gettext(
        "Met on %(day)s: %(where)s",
        day=telling.day(opening.opened_at),
        where=telling.word(opening.met_at),
    )


def _referents(pathway: Pathway, telling: Telling) -> str:
    named = dict.fromkeys(
        telling.name(member_id)
        for organisation_id, member_id in pathway.sharing.referents.items()
        if pathway.sharing.is_followed_by(organisation_id)
    )
    if not named:
        return ""
    return telling.ngettext(
        "referent: %(who)s", "referents: %(who)s", len(named), who=", ".join(named)
    )


def _tags(pathway: Pathway, telling: Telling) -> list[Tag]:
    tags = []
    if pathway.person.is_dead:
        tags.append(Tag(_died(pathway, telling), "warn"))
    if pathway.opening.opened_at and pathway.sharing.is_closed:
        tags.append(Tag(telling.gettext("Closed: nobody follows any more"), "warn"))
    if pathway.pace.is_suspended(telling.today):
        tags.append(Tag(_suspended(pathway, telling), "warn"))
    if language := pathway.person.interpreter:
        spoken = telling.language(language)
        tags.append(Tag(telling.gettext("Interpreter: %(language)s", language=spoken), "act"))
    return tags


def _died(pathway: Pathway, telling: Telling) -> str:
    died = pathway.person.died
    if died is None:
        return telling.gettext("The person died")
    return telling.gettext("The person died: %(date)s", date=telling.partly(died))


def _suspended(pathway: Pathway, telling: Telling) -> str:
    until = pathway.pace.until
    if until is None:
        return telling.gettext("Contact suspended, until they say so")
    return telling.gettext("Contact suspended until %(day)s", day=telling.day(until))
