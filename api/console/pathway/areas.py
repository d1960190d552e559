"""What is in progress, area by area: each item with its state and what can be done about it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from api.console.pathway.caring import (
    care_items,
    psychology_items,
    screening_items,
    stay_items,
    workshop_items,
)
from api.console.pathway.following import appointment_items, follow_up_items
from api.console.pathway.head import Tag
from api.console.pathway.items import Item, Shelf, joined, lines
from api.console.pathway.rights_held import right_items
from api.languages.words import phrase
from application.pathways.told import needs_told, obstacles_told
from domain.pathway.referrals.referral import Referral, ReferralState

TOLD_AS_NEXT = frozenset({"Appointments", "Follow-up"})
MOST_OVER = 10  # items; the timeline has all of it


@dataclass(frozen=True, slots=True)
class Area:
    name: str
    is_next: bool  # what is in progress here is told among what is next
    items: tuple[Item, ...]  # in progress
    over: tuple[Item, ...]  # what came to its end, the first of it
    ended: int  # how many did


def areas_of(shelf: Shelf) -> list[Area]:
    """Those of which the reader sees something."""
    found = [_area(shelf, name, items(shelf)) for name, items in AREAS.items()]
    return [area for area in found if area.items or area.over]


def _area(shelf: Shelf, name: str, items: Iterable[Item]) -> Area:
    every = list(items)
    over = [item for item in every if item.over]
    return Area(
        name=shelf.telling.gettext(name),
        is_next=name in TOLD_AS_NEXT,
        items=tuple(item for item in every if not item.over),
        over=tuple(over[:MOST_OVER]),
        ended=len(over),
    )


def referral_items(shelf: Shelf) -> Iterator[Item]:
    for one in shelf.seen.pathway.referrals.by_id.values():
        if one.state is not ReferralState.ENTERED_IN_ERROR:
            yield _referral(shelf, one)


def _referral(shelf: Shelf, one: Referral) -> Item:
    say = shelf.telling
    target = say.name(one.target_id) if one.target_id else one.outside_service or ""
    effect = say.gettext("Relay: %(who)s", who=say.word(one.effect)) if one.effect else ""
    return Item(
        what=say.label(one.service),
        state=Tag(say.label(one.state), _tone(one)),
        lines=lines(joined((target, say.gettext("since %(day)s", day=say.day(one.since)))), effect),
        acts=shelf.acts_on(one),
        over=not one.is_open and one.state is not ReferralState.DRAFT,
    )


def _tone(one: Referral) -> str:
    if one.state is ReferralState.COMPLETED:
        return "ok"
    ended_badly = {ReferralState.REJECTED, ReferralState.FAILED, ReferralState.EXPIRED}
    return "warn" if one.state in ended_badly else "act"


def need_items(shelf: Shelf) -> Iterator[Item]:
    """What the person needs, then what stands in the way."""
    say, pathway = shelf.telling, shelf.seen.pathway
    for need in needs_told(shelf.seen.events):
        done = need.outcome
        yield Item(
            what=say.label(need.kind),
            state=Tag(say.label(done), "ok") if done else Tag(say.gettext("in progress"), "act"),
            words=need.words or "",
            acts=shelf.acts_on(pathway.needs.by_id[need.id], need.id),
            over=done is not None,
        )
    for one in obstacles_told(shelf.seen.events):
        lifted = one.lifted
        standing = Tag(say.gettext("stands in the way"), "warn")
        yield Item(
            what=say.label(one.kind),
            state=Tag(say.label(lifted), "ok") if lifted else standing,
            words=one.words or "",
            acts=shelf.acts_on(pathway.obstacles.by_id[one.id], one.id),
            over=lifted is not None,
        )


AREAS: dict[str, Callable[[Shelf], Iterator[Item]]] = {
    phrase("Rights"): right_items,
    phrase("Referrals"): referral_items,
    phrase("Appointments"): appointment_items,
    phrase("Follow-up"): follow_up_items,
    phrase("Needs and obstacles"): need_items,
    phrase("Care and debts"): care_items,
    phrase("Stays"): stay_items,
    phrase("Workshops"): workshop_items,
    phrase("Screening"): screening_items,
    phrase("Psychological support"): psychology_items,
}
