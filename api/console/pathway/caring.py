"""What is in progress around care and daily life, as items."""

from collections.abc import Iterator

from api.console.pathway.head import Tag
from api.console.pathway.items import Item, Shelf, joined, lines
from api.console.pathway.turns import AWAITED
from application.mediation.renunciations_told import RenunciationTold, renunciations_told
from domain.pathway.debts import DebtState, KnownDebt
from domain.pathway.psychology import KnownRelay
from domain.pathway.screening.rapid_test import RapidTest, WaitsFor
from domain.pathway.stays.stay import StayState
from domain.screening.words import RapidTestResult


def care_items(shelf: Shelf) -> Iterator[Item]:
    """What was given up, and the bills for care."""
    for given_up in renunciations_told(shelf.seen.events):
        yield _given_up(shelf, given_up)
    for debt in shelf.seen.pathway.debts.by_id.values():
        yield _debt(shelf, debt)


def _given_up(shelf: Shelf, told: RenunciationTold) -> Item:
    say, what = shelf.telling, told.given_up.care or told.given_up.scheme
    known = shelf.seen.pathway.renunciations.by_id[told.id]
    return Item(
        what=say.gettext("Given up: %(what)s", what=say.word(what) if what else ""),
        state=Tag(say.label(told.led_to), "ok")
        if told.led_to
        else Tag(say.label(told.reason), "warn"),
        words=told.words or "",
        acts=shelf.acts_on(known, told.id),
        over=known.is_over,
    )


def _debt(shelf: Shelf, debt: KnownDebt) -> Item:
    say, settled = shelf.telling, debt.state is DebtState.SETTLED
    amount = say.euros(debt.cents) if debt.cents is not None else ""
    return Item(
        what=say.gettext("Care debt: %(who)s", who=debt.named or say.word(debt.creditor)),
        state=Tag(say.label(debt.state), "ok" if settled else "warn"),
        lines=lines(joined((amount, say.label(debt.settled) if debt.settled else ""))),
        acts=shelf.acts_on(debt),
        over=settled,
    )


def stay_items(shelf: Shelf) -> Iterator[Item]:
    say = shelf.telling
    for one in shelf.seen.pathway.stays.by_id.values():
        state = one.state_at(say.now)
        days = {"first": say.day(one.starts), "last": say.day(one.until)}
        yield Item(
            what=joined((say.label(one.kind), say.name(one.organisation_id))),
            state=Tag(say.label(state), "ok" if state is StayState.STARTED else ""),
            lines=lines(say.gettext("From %(first)s to %(last)s.", **days)),
            acts=shelf.acts_on(one) if state is not StayState.LAPSED else (),
            over=state not in AWAITED | {StayState.STARTED},
        )


def workshop_items(shelf: Shelf) -> Iterator[Item]:
    say = shelf.telling
    for one in shelf.seen.pathway.workshops.by_id.values():
        if one.came is None:
            past = one.seat.starts_at < say.now
            state = Tag(say.gettext("to come") if not past else say.gettext("not said yet"))
        else:
            state = Tag(say.gettext("came"), "ok") if one.came else Tag(say.gettext("did not come"))
        yield Item(
            what=say.label(one.seat.theme),
            state=state,
            lines=lines(joined((say.day(one.seat.starts_at), say.name(one.seat.held_by)))),
            acts=shelf.acts_on(one),
            over=one.came is not None,
        )


def screening_items(shelf: Shelf) -> Iterator[Item]:
    known = shelf.seen.pathway.rapid_tests
    for test in known.by_id.values():
        yield _test(shelf, test, known.next_step(test.id))


def _test(shelf: Shelf, test: RapidTest, waits_for: WaitsFor | None) -> Item:
    say = shelf.telling
    tone = "warn" if test.result in {RapidTestResult.POSITIVE, RapidTestResult.INVALID} else ""
    last = test.last.result if test.last else None
    laboratory = say.gettext("Laboratory: %(result)s", result=say.word(last)) if last else ""
    return Item(
        what=say.gettext("Rapid test: %(kind)s", kind=say.label(test.used.kit.kind)),
        state=Tag(say.label(test.result), tone)
        if test.result
        else Tag(say.gettext("not read yet")),
        lines=lines(
            joined((say.day(test.performed_at), say.name(test.operator_id))),
            laboratory,
            say.label(waits_for) if waits_for else "",
        ),
        acts=shelf.acts_on(test),
        over=waits_for is None,
    )


def psychology_items(shelf: Shelf) -> Iterator[Item]:
    say, known = shelf.telling, shelf.seen.pathway.psychology
    if known.sessions:
        held = len(known.sessions)
        last = max(session.occurred_at for session in known.sessions.values())
        yield Item(
            what=say.gettext("Buffer sessions"),
            state=Tag(say.ngettext("%(num)s session", "%(num)s sessions", held)),
            lines=lines(say.gettext("The last one on %(day)s.", day=say.day(last))),
        )
    for relay in known.relays.values():
        yield _relay(shelf, relay)


def _relay(shelf: Shelf, relay: KnownRelay) -> Item:
    say = shelf.telling
    who = relay.relay.named or say.name(relay.relay.organisation_id)
    if relay.started_on:
        state = Tag(say.gettext("begun on %(day)s", day=say.day(relay.started_on)), "ok")
    elif relay.declined_by:
        state = Tag(say.gettext("declined"), "warn")
    else:
        state = Tag(say.gettext("proposed on %(day)s", day=say.day(relay.proposed_at)))
    return Item(
        what=say.gettext("Relay: %(who)s", who=who),
        state=state,
        acts=shelf.acts_on(relay),
        over=relay.is_over,
    )
