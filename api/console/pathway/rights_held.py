"""The rights as items: where each procedure stands, its days of cover, its papers."""

from collections.abc import Iterator
from uuid import UUID

from api.console.pathway.head import Tag
from api.console.pathway.items import Item, Shelf, joined, lines
from domain.pathway.rights.right import Right, Stage

TONES = {Stage.OPEN: "ok", Stage.REFUSED: "warn", Stage.SUSPENDED: "warn"}


def right_items(shelf: Shelf) -> Iterator[Item]:
    for right_id, right in shelf.seen.pathway.rights.by_id.items():
        yield _item(shelf, right_id, right)


def _item(shelf: Shelf, right_id: UUID, right: Right) -> Item:
    say, stage = shelf.telling, right.stage
    return Item(
        what=say.label(right.scheme),
        state=_state(shelf, right),
        lines=lines(_cover(shelf, right), _asked(shelf, right), _papers(shelf, right)),
        acts=shelf.acts_on(right, right_id),
        over=stage is Stage.ENDED,
    )


def _state(shelf: Shelf, right: Right) -> Tag:
    say, last = shelf.telling, right.last_day
    if right.stage is Stage.OPEN and last is not None and last < say.today:
        return Tag(say.gettext("term past"), "warn")
    return Tag(say.label(right.stage), TONES.get(right.stage, ""))


def _cover(shelf: Shelf, right: Right) -> str:
    if not right.periods:
        return ""
    say = shelf.telling
    now = next((one for one in right.periods if one.includes(say.today)), right.periods[-1])
    if right.last_day is None:
        return say.gettext("From %(first)s, no end is known.", first=say.day(now.starts_on))
    days = {"first": say.day(now.starts_on), "last": say.day(right.last_day)}
    return say.gettext("From %(first)s to %(last)s.", **days)


def _asked(shelf: Shelf, right: Right) -> str:
    """What is before the service."""
    request, say = right.request, shelf.telling
    if request is None or (right.was_opened and not request.renews):
        return ""
    day = say.day(request.filed_on)
    if request.renews:
        filed = say.gettext("Renewal filed on %(day)s.", day=day)
    else:
        filed = say.gettext("Filed on %(day)s.", day=day)
    if request.answered_on is None or request.answer is None:
        return filed
    silent = say.gettext("by silence") if request.implied else ""
    answered = joined((say.label(request.answer), say.day(request.answered_on), silent))
    return f"{filed} {answered}"


def _papers(shelf: Shelf, right: Right) -> str:
    say = shelf.telling
    missing = [say.word(one) for one in right.missing(on=say.today)]
    if right.ending is not None or not missing:
        return ""
    return say.gettext("To collect: %(document)s", document=", ".join(missing))
