"""What is next for the rights: documents to collect, answers awaited, terms that come."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from api.console.pathway import offers as o
from api.console.pathway.step import Ahead, Step
from api.languages.words import phrase
from domain.pathway.rights.deadlines import Deadlines, deadlines_of
from domain.pathway.rights.right import Right
from domain.rights.clocks import Deadline

EARLY = timedelta(days=90)  # before its end, a right is told of


def rights_ahead(ahead: Ahead) -> Iterator[Step]:
    for right_id, right in ahead.pathway.rights.by_id.items():
        if right.ending is None:
            clocks = deadlines_of(right, ahead.rules.of(right.scheme))
            yield from _papers(ahead, right_id, right)
            yield from _answers(ahead, right_id, right, clocks)
            yield from _end(ahead, right_id, right, clocks)


def _papers(ahead: Ahead, right_id: UUID, right: Right) -> Iterator[Step]:
    say = ahead.telling
    for document in right.missing(on=say.today):
        asked = right.paper(document).asked_on or say.today
        yield ahead.step(
            asked,
            say.since(asked),
            say.gettext("To collect: %(document)s", document=say.word(document)),
            say.label(right.scheme),
            (o.COLLECTED,),
            right_id=right_id,
            document=document.value,
        )


def _answers(ahead: Ahead, right_id: UUID, right: Right, clocks: Deadlines) -> Iterator[Step]:
    say, scheme = ahead.telling, ahead.telling.label(right.scheme)
    awaited: list[tuple[str, Deadline | None, tuple[o.Offer, ...]]] = [
        (phrase("Answer expected: %(right)s"), clocks.answer, (o.GRANTED, o.REFUSED, o.SILENCE)),
        (phrase("Answer to the appeal: %(right)s"), clocks.appeal_answer, (o.APPEAL_ANSWERED,)),
        (phrase("Last day to appeal: %(right)s"), _to_come(ahead, clocks.appeal), (o.APPEALED,)),
    ]
    for words, deadline, offered in awaited:
        if deadline is not None:
            what = say.gettext(words, right=scheme)
            yield ahead.due(deadline.on, what, sure(ahead, deadline), offered, right_id=right_id)


def _to_come(ahead: Ahead, deadline: Deadline | None) -> Deadline | None:
    return deadline if deadline and deadline.on >= ahead.telling.today else None


def _end(ahead: Ahead, right_id: UUID, right: Right, clocks: Deadlines) -> Iterator[Step]:
    say = ahead.telling
    if clocks.end is None or clocks.end.on - say.today > EARLY:
        return
    more, window = "", clocks.renewal
    if window:
        days = {"first": say.day(window.opens), "last": say.day(window.closes)}
        more = say.gettext("To be renewed between %(first)s and %(last)s.", **days)
    scheme = say.label(right.scheme)
    if clocks.end.on < say.today:
        what = say.gettext("Its term is past: %(right)s", right=scheme)
    else:
        what = say.gettext("Ends: %(right)s", right=scheme)
    offered = (o.RENEWED, o.ENDED) if right.awaits_answer else (o.RENEWAL_FILED, o.RENEWED)
    yield ahead.due(clocks.end.on, what, more, offered, right_id=right_id)


def sure(ahead: Ahead, deadline: Deadline) -> str:
    if deadline.verified:
        return ""
    return ahead.telling.gettext("To be confirmed: the rule is not certain.")
