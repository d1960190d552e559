"""What is next for those who see it: tests that wait, relays to answer, workshops to come."""

from collections.abc import Iterator

from api.console.pathway import offers as o
from api.console.pathway.step import Ahead, Step
from domain.pathway.psychology import KnownRelay
from domain.pathway.screening.rapid_test import WaitsFor

WAITING = {
    WaitsFor.READ: (o.TEST_READ,),
    WaitsFor.CONFIRM: (o.TEST_CONFIRMED,),
    WaitsFor.AWAIT_RESULT: (o.RESULT_IN,),
    WaitsFor.TELL: (o.RESULT_TOLD,),
    WaitsFor.REPEAT: (o.TEST_MADE,),
}


def care_ahead(ahead: Ahead) -> Iterator[Step]:
    yield from _tests(ahead)
    for relay in ahead.pathway.psychology.relays.values():
        if not relay.is_over:
            yield _relay(ahead, relay)
    yield from _workshops(ahead)


def _tests(ahead: Ahead) -> Iterator[Step]:
    say, known = ahead.telling, ahead.pathway.rapid_tests
    for test in known.by_id.values():
        if waits_for := known.next_step(test.id):
            since = say.local(test.performed_at)
            yield ahead.step(
                since,
                say.since(since),
                say.gettext("Rapid test: %(kind)s", kind=say.label(test.used.kit.kind)),
                say.label(waits_for),
                WAITING[waits_for],
                test_id=test.id,
            )


def _relay(ahead: Ahead, relay: KnownRelay) -> Step:
    say, since = ahead.telling, ahead.telling.local(relay.proposed_at)
    who = relay.relay.named or say.name(relay.relay.organisation_id)
    return ahead.step(
        since,
        say.since(since),
        say.gettext("Relay: %(who)s", who=who),
        say.gettext("proposed on %(day)s", day=say.day(relay.proposed_at)),
        (o.RELAY_STARTED, o.RELAY_ANSWERED) if relay.accepted_by else (o.RELAY_ANSWERED,),
        relay_id=relay.id,
    )


def _workshops(ahead: Ahead) -> Iterator[Step]:
    say = ahead.telling
    for one in ahead.pathway.workshops.by_id.values():
        if one.came is None:
            on = say.local(one.seat.starts_at)
            yield ahead.step(
                on,
                f"{say.when(on)}, {say.days.time(one.seat.starts_at)}",
                say.gettext("Workshop: %(theme)s", theme=say.word(one.seat.theme)),
                say.name(one.seat.held_by),
                (o.CAME,) if one.seat.starts_at < say.now else (),
                late=one.seat.starts_at < say.now,
                attendance_id=one.id,
            )
