"""What stands on the pathway, as the visitor may see it."""

from collections.abc import Iterator, Mapping
from typing import Any

from api.console.forms.asking import Asking
from api.console.forms.kinds import Choice
from api.console.forms.parsing import APART
from api.console.forms.sources.source import Source
from api.console.wording.labels import label
from application.pathways.told import children_told, holders_named
from domain.pathway.obstacles.words import Delayable
from domain.pathway.referrals.referral import ReferralState


def contacts(asking: Asking) -> Iterator[Choice]:
    for one, point in asking.pathway.contacts.points.items():
        yield _choice(one, _say(asking, point.kind), point.reach)


def children(asking: Asking) -> Iterator[Choice]:
    told = children_told(asking.seen.events) if asking.seen else {}
    yield from (Choice(str(one), child.called) for one, child in told.items())


def holders(asking: Asking) -> Iterator[Choice]:
    """Holders of parental authority."""
    names = holders_named(asking.seen.events) if asking.seen else {}
    for one, authority in asking.pathway.household.authorities.items():
        yield _choice(one, _say(asking, authority.holder), names.get(one))


def referrals(asking: Asking) -> Iterator[Choice]:
    for one in asking.pathway.referrals.by_id.values():
        if one.is_open:
            yield _referral(asking, one)


def drafts(asking: Asking) -> Iterator[Choice]:
    for one in asking.pathway.referrals.by_id.values():
        if one.state is ReferralState.DRAFT:
            yield _referral(asking, one)


def appointments(asking: Asking) -> Iterator[Choice]:
    for one in asking.pathway.appointments.by_id.values():
        if one.is_awaited:
            day = asking.visit.days.day(one.when.wall.date())
            yield _choice(one.id, day, _say(asking, one.kind))


def rights(asking: Asking) -> Iterator[Choice]:
    for one, right in asking.pathway.rights.by_id.items():
        yield _choice(one, _say(asking, right.scheme), _say(asking, right.stage))


def needs(asking: Asking) -> Iterator[Choice]:
    for one, need in asking.pathway.needs.by_id.items():
        if need.is_open:
            yield _choice(one, _say(asking, need.kind))


def delayed(asking: Asking) -> Iterator[Choice]:
    """What an obstacle may keep waiting, with what kind of thing it is."""
    of: Mapping[Delayable, Source] = {
        Delayable.RIGHT: rights,
        Delayable.APPOINTMENT: appointments,
        Delayable.NEED: needs,
    }
    for what, source in of.items():
        for choice in source(asking):
            words = f"{_say(asking, what)}{asking.visit.gettext(': ')}{choice.label}"
            yield Choice(f"{what.value}{APART}{choice.value}", words)


def tests(asking: Asking) -> Iterator[Choice]:
    for one in asking.pathway.rapid_tests.by_id.values():
        yield _choice(one.id, asking.visit.days.day(one.on), _say(asking, one.used.kit.kind))


def _referral(asking: Asking, one: Any) -> Choice:
    to = asking.directory.organisation(one.target_id) if one.target_id else one.outside_service
    return _choice(one.id, _say(asking, one.service), to)


def _choice(one: object, *words: str | None) -> Choice:
    return Choice(str(one), " · ".join(filter(None, words)))


def _say(asking: Asking, value: Any) -> str:
    return asking.visit.gettext(label(value))


PATHWAY: Mapping[str, Source] = {
    "contact_id": contacts,
    "child_id": children,
    "holder_id": holders,
    "referral_id": referrals,
    "draft_id": drafts,
    "appointment_id": appointments,
    "delayed": delayed,
    "repeats": tests,
}
