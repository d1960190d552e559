"""What every `EventLog` does, in memory, on SQLite and on PostgreSQL."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Event
from uuid import UUID, uuid4

import pytest

from application.ports import Context, EventLog, Recorded
from application.refusals import CommandReused
from domain.kernel import Fact
from domain.pathway.pathway import Pathway
from domain.pathway.person import CalledOtherwise
from domain.refusals import ChangedMeanwhile
from tests.domain.pathway.people import MARCH_4, MEDIATOR, RELAIS, opened

OTHER_MEMBER = UUID("bbbbbbbb-0000-4000-8000-000000000002")


def by(
    command_id: UUID | None = None, *, actor_id: UUID | None = MEDIATOR, content: bytes = b""
) -> Context:
    return Context(command_id or uuid4(), actor_id, RELAIS, content)


def called(name: str) -> CalledOtherwise:
    return CalledOtherwise(occurred_at=MARCH_4, called=name)


def record(
    log: EventLog, stream_id: UUID, facts: Sequence[Fact], context: Context | None = None
) -> Recorded:
    return log.append(log.load(Pathway, stream_id).next(facts), context or by())


class EventLogContract:
    """Subclasses give the `log`, empty."""

    def test_what_is_recorded_is_read_back_with_its_place_and_its_author(
        self, log: EventLog
    ) -> None:
        stream_id, context = uuid4(), by()
        before = datetime.now(UTC)
        recorded = record(log, stream_id, [opened(), called("Aya")], context)
        first, second = log.stream(stream_id)
        assert [first.fact, second.fact] == [opened(), called("Aya")]
        assert (first.position, second.position) == (recorded.position - 1, recorded.position)
        assert (first.originator_version, second.originator_version) == (1, recorded.version)
        assert second.recorded_at == recorded.recorded_at
        assert before - timedelta(seconds=1) < recorded.recorded_at
        assert (second.actor_id, second.organisation_id) == (MEDIATOR, RELAIS)
        assert second.command_id == context.command_id
        assert not recorded.repeated

    def test_the_system_itself_may_record(self, log: EventLog) -> None:
        stream_id = uuid4()
        context = Context(uuid4(), actor_id=None, organisation_id=None)
        recorded = record(log, stream_id, [opened()], context)
        (event,) = log.stream(stream_id)
        assert (event.actor_id, event.organisation_id) == (None, None)
        assert log.answered(context) == _repeated(recorded)

    def test_nothing_is_not_recorded(self, log: EventLog) -> None:
        stream_id = uuid4()
        recorded = record(log, stream_id, [opened()])
        with pytest.raises(ValueError, match="nothing to record"):
            record(log, stream_id, [])
        assert log.head() == recorded.position

    def test_a_stream_stands_where_its_last_event_is(self, log: EventLog) -> None:
        stream_id = uuid4()
        assert log.standing(stream_id) is None
        record(log, stream_id, [opened()])
        recorded = record(log, stream_id, [called("Aya")])
        record(log, uuid4(), [opened()])
        assert log.standing(stream_id) == recorded

    def test_a_stream_is_read_whole_with_its_aggregate(self, log: EventLog) -> None:
        stream_id = uuid4()
        assert log.whole(Pathway, stream_id) == (Pathway(stream_id), [])
        for facts in ([opened()], [called("Aya"), called("Ada")]):
            record(log, stream_id, facts)
            told = (log.load(Pathway, stream_id), log.stream(stream_id))
            assert log.whole(Pathway, stream_id) == told

    def test_an_aggregate_is_loaded_at_its_head(self, log: EventLog) -> None:
        stream_id = uuid4()
        assert log.load(Pathway, stream_id) == Pathway(stream_id)
        record(log, stream_id, [opened()])
        assert log.load(Pathway, stream_id).version == 1
        record(log, stream_id, [called("Aya")])
        pathway = log.load(Pathway, stream_id)
        assert pathway == Pathway(stream_id).after(log.stream(stream_id))
        assert pathway.version == 2

    def test_a_stream_that_moved_meanwhile_is_not_written_over(self, log: EventLog) -> None:
        stream_id = uuid4()
        record(log, stream_id, [opened()])
        seen = log.load(Pathway, stream_id)
        record(log, stream_id, [called("Aya")])
        with pytest.raises(ChangedMeanwhile):
            log.append(seen.next([called("Ada"), called("Ana")]), by())
        assert [event.fact for event in log.stream(stream_id)] == [opened(), called("Aya")]
        assert record(log, stream_id, [called("Ada")]).version == 3

    def test_no_version_is_ever_missing(self, log: EventLog) -> None:
        ahead = Pathway(uuid4(), version=4)
        with pytest.raises(ChangedMeanwhile):
            log.append(ahead.next([called("Aya")]), by())
        assert log.head() == 0

    def test_several_appends_are_recorded_or_refused_each_by_itself(self, log: EventLog) -> None:
        moved, known, new, used = uuid4(), uuid4(), uuid4(), by(content=b"open")
        record(log, moved, [opened()])
        seen = log.load(Pathway, moved)
        record(log, moved, [called("Aya")])
        first = record(log, known, [opened()], used)
        after = log.load(Pathway, known)
        outcomes = log.append_each(
            [
                (seen.next([called("Ada")]), by()),
                (after.next([called("Aya")]), used),
                (after.next([called("Ana")]), by(used.command_id, content=b"else")),
                (Pathway(new).next([opened(), called("Aya")]), by()),
                (after.next([called("Ida")]), by()),
            ]
        )
        refused = [type(one) for one in outcomes if not isinstance(one, Recorded)]
        assert refused == [ChangedMeanwhile, CommandReused]
        assert outcomes[1] == _repeated(first)
        assert outcomes[3:] == [log.standing(new), log.standing(known)]
        assert [event.fact for event in log.stream(known)] == [opened(), called("Ida")]
        assert log.load(Pathway, new).version == 2
        assert log.append_each([]) == []

    def test_more_appends_than_one_commit_holds_are_all_recorded(self, log: EventLog) -> None:
        ids = [uuid4() for _ in range(70)]
        outcomes = log.append_each([(Pathway(one).next([opened()]), by()) for one in ids])
        assert outcomes == [log.standing(one) for one in ids]

    def test_a_repeated_command_gets_its_first_answer(self, log: EventLog) -> None:
        stream_id, context = uuid4(), by(content=b"open")
        assert log.answered(context) is None
        first = record(log, stream_id, [opened()], context)
        again = record(log, stream_id, [called("Aya")], context)
        assert again == log.answered(context) == _repeated(first)
        assert log.head() == first.position

    def test_a_repeated_command_is_answered_even_where_its_stream_has_moved(
        self, log: EventLog
    ) -> None:
        stream_id, context = uuid4(), by()
        seen = log.load(Pathway, stream_id)
        first = log.append(seen.next([opened()]), context)
        record(log, stream_id, [called("Aya")])
        assert log.append(seen.next([opened()]), context) == _repeated(first)

    @pytest.mark.parametrize(
        "changed", [{"content": b"else"}, {"actor_id": OTHER_MEMBER}, {"actor_id": None}]
    )
    def test_a_command_id_is_never_reused(
        self, log: EventLog, changed: dict[str, bytes | UUID | None]
    ) -> None:
        key, stream_id = uuid4(), uuid4()
        record(log, stream_id, [opened()], by(key, content=b"open"))
        other = by(key, **{"content": b"open", **changed})  # type: ignore[arg-type] # one of each
        with pytest.raises(CommandReused):
            record(log, stream_id, [called("Aya")], other)
        with pytest.raises(CommandReused):
            log.answered(other)
        assert log.head() == 1

    def test_a_command_id_is_never_reused_under_another_hat(self, log: EventLog) -> None:
        key, stream_id = uuid4(), uuid4()
        record(log, stream_id, [opened()], by(key))
        with pytest.raises(CommandReused):
            record(log, stream_id, [called("Aya")], Context(key, MEDIATOR, uuid4()))

    def test_an_instant_is_a_prefix_of_history(self, log: EventLog) -> None:
        stream_id = uuid4()
        recorded = [record(log, stream_id, [fact]) for fact in (opened(), *map(called, "abc"))]
        instants = [one.recorded_at for one in recorded]
        assert instants == sorted(instants)
        for one in recorded[:-1]:
            prefix = log.stream(stream_id, until=one.recorded_at)
            assert prefix == log.stream(stream_id)[: len(prefix)]
            assert len(prefix) >= one.version
        assert log.stream(stream_id, until=instants[0] - timedelta(microseconds=1)) == []

    def test_several_streams_are_read_at_once(self, log: EventLog) -> None:
        one, other, empty = uuid4(), uuid4(), uuid4()
        record(log, one, [opened(), called("Aya")])
        record(log, other, [opened()])
        record(log, uuid4(), [opened()])
        assert log.streams([one, empty, other]) == {
            one: log.stream(one),
            other: log.stream(other),
            empty: [],
        }
        assert log.heads([one, empty, other]) == {one: 2, other: 1}
        assert log.heads([]) == {}
        assert log.streams([]) == {}

    def test_the_streams_that_were_touched_are_told(self, log: EventLog) -> None:
        one, other = uuid4(), uuid4()
        record(log, one, [opened()])
        recorded = record(log, other, [opened()])
        assert log.touched([one, other, uuid4()], after=0) == {one, other}
        assert log.touched([one, other], after=recorded.position - 1) == {other}
        assert log.touched([one, other], after=recorded.position) == set()

    def test_all_streams_are_walked_through(self, log: EventLog) -> None:
        ids = sorted(uuid4() for _ in range(5))
        for stream_id in ids:
            record(log, stream_id, [opened(), called("Aya")])
        assert log.stream_ids(limit=3) == ids[:3]
        assert log.stream_ids(after=ids[2], limit=3) == ids[3:]
        assert log.stream_ids(after=ids[-1], limit=3) == []

    def test_the_whole_history_is_followed_in_order(self, log: EventLog) -> None:
        assert (log.head(), log.after(0, limit=10)) == (0, [])
        ids = [uuid4() for _ in range(3)]
        for stream_id in ids:
            record(log, stream_id, [opened(), called("Aya")])
        events = log.after(0, limit=100)
        assert [event.originator_id for event in events] == [n for n in ids for _ in range(2)]
        assert [event.position for event in events] == sorted(event.position for event in events)
        assert log.head() == events[-1].position
        assert log.after(events[1].position, limit=2) == events[2:4]
        assert log.after(log.head(), limit=2) == []

    def test_writers_on_one_stream_take_turns(self, log: EventLog) -> None:
        stream_id = uuid4()
        record(log, stream_id, [opened()])

        def write(name: str) -> int:
            while True:
                try:
                    return record(log, stream_id, [called(name)]).version
                except ChangedMeanwhile:
                    continue

        names = [f"Aya {n}" for n in range(40)]
        with ThreadPoolExecutor(8) as threads:
            versions = list(threads.map(write, names))
        assert sorted(versions) == list(range(2, 42))
        facts = [event.fact for event in log.stream(stream_id)[1:]]
        assert [facts[version - 2] for version in versions] == list(map(called, names))

    def test_a_follower_skips_nothing_while_others_write(self, log: EventLog) -> None:
        done = Event()
        with ThreadPoolExecutor(9) as threads:
            follower = threads.submit(_follow, log, done)
            writers = [
                threads.submit(record, log, uuid4(), [opened(), called("Aya")]) for _ in range(100)
            ]
            for writer in writers:
                writer.result()
            done.set()
            followed = follower.result()
        assert followed == [event.position for event in log.after(0, limit=1_000)]
        assert len(followed) == 200


def _follow(log: EventLog, done: Event) -> list[int]:
    positions = [0]
    while not done.is_set() or log.head() > positions[-1]:
        positions += [event.position for event in log.after(positions[-1], limit=7)]
    return positions[1:]


def _repeated(recorded: Recorded) -> Recorded:
    return Recorded(
        recorded.stream_id,
        recorded.version,
        recorded.position,
        recorded.recorded_at,
        repeated=True,
    )
