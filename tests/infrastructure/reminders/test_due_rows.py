"""What `DueRows` promises, kept by the fake and by both databases."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from pydantic import SecretStr

from application.refusals import StoreUnavailable
from application.reminders.ports import DueRows, DueState, Taken
from domain.reminders.due import Due
from domain.reminders.rules import Audience, MessageType
from domain.reminders.triggers import Trigger
from infrastructure.desk import Desk
from infrastructure.migrations.migrate import migrate
from infrastructure.reminders.due_rows import DueRowsInTables, Told, tell_nobody
from infrastructure.settings import Group, Settings
from tests.fakes.due_rows import DueRowsInMemory
from tests.infrastructure.databases import engine_on, on_postgres, on_sqlite
from tests.servers import free_port

HOUR = timedelta(hours=1)
OVER_AT_ONCE = timedelta(0)
A_YEAR_AGO = datetime.now(UTC) - timedelta(days=365)
NEXT_YEAR = datetime.now(UTC) + timedelta(days=365)


@pytest.fixture(params=["fake", "sqlite", "postgres"])
def rows(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[DueRows]:
    if request.param == "fake":
        yield DueRowsInMemory()
    elif request.param == "sqlite":
        with rows_on(on_sqlite(tmp_path)) as rows:
            yield rows
    else:
        server = request.getfixturevalue("postgres")
        with on_postgres(server, tmp_path) as settings, rows_on(settings) as rows:
            yield rows


@contextmanager
def rows_on(
    settings: Settings, *, most_under_way: int = 1_000, told: Told = tell_nobody
) -> Iterator[DueRows]:
    migrate(settings, Group.DESK)
    with engine_on(settings, Group.DESK) as engine:
        yield DueRowsInTables(Desk(engine), most_under_way=most_under_way, told=told)


def due(*, at: datetime = A_YEAR_AGO, kind: MessageType = MessageType.AT_LEAST_ONCE) -> Due:
    return Due(
        id=uuid4(),
        pathway_id=uuid4(),
        trigger=Trigger.FOLLOW_UP,
        cause_id=uuid4(),
        occurrence=3,
        rule_id="day-before",
        audience=Audience.PERSON,
        pack_version="2026-1",
        message_type=kind,
        due_at=at,
        urgent=True,
    )


def planned(rows: DueRows, *due_rows: Due) -> None:
    position = rows.planned_up_to()
    assert rows.plan(due_rows, read_from=position, read_to=position + 1)


def claimed(rows: DueRows, lease: timedelta = HOUR) -> list[UUID]:
    return rows.claim(limit=100, lease=lease)


def taken(rows: DueRows, due_id: UUID, lease: timedelta = HOUR) -> Taken:
    found = rows.take(due_id, lease=lease)
    assert found is not None
    return found


def states(rows: DueRows) -> dict[DueState, int]:
    return {state: count for state, count in rows.counts().items() if count}


def test_a_row_is_claimed_when_its_moment_has_come(rows: DueRows) -> None:
    now, later = due(), due(at=NEXT_YEAR)
    planned(rows, now, later)
    assert claimed(rows) == [now.id]
    assert states(rows) == {DueState.QUEUED: 1, DueState.WAITING: 1}


def test_what_is_due_first_is_claimed_first(rows: DueRows) -> None:
    second, first = due(), due(at=A_YEAR_AGO - HOUR)
    planned(rows, second, first)
    assert rows.claim(limit=1, lease=HOUR) == [first.id]
    assert rows.claim(limit=1, lease=HOUR) == [second.id]


def test_planning_the_same_row_again_changes_nothing(rows: DueRows) -> None:
    row = due()
    planned(rows, row)
    claimed(rows)
    rows.finish(taken(rows, row.id), DueState.SENT)
    planned(rows, row, row)
    assert claimed(rows) == []
    assert states(rows) == {DueState.SENT: 1}


def test_what_waits_moves_with_its_rule_until_a_worker_had_it(rows: DueRows) -> None:
    waits, begun = due(at=NEXT_YEAR), due()
    planned(rows, waits, begun)
    claimed(rows)
    rows.put_off(taken(rows, begun.id), until=NEXT_YEAR)
    rows.add([replace(waits, due_at=A_YEAR_AGO), replace(begun, due_at=A_YEAR_AGO)])
    other = due()
    rows.add([other, other])
    assert set(claimed(rows)) == {waits.id, other.id}
    assert taken(rows, waits.id).due.due_at == A_YEAR_AGO


def test_of_two_planners_one_reads_on(rows: DueRows) -> None:
    assert rows.planned_up_to() == 0
    assert rows.plan([due()], read_from=0, read_to=7)
    assert not rows.plan([due()], read_from=0, read_to=5)
    assert rows.planned_up_to() == 7
    assert states(rows) == {DueState.WAITING: 1}


def test_a_queued_row_is_queued_again_when_nobody_took_it(rows: DueRows) -> None:
    row = due()
    planned(rows, row)
    assert claimed(rows, lease=OVER_AT_ONCE) == [row.id]
    assert claimed(rows) == [row.id]
    assert claimed(rows) == []
    assert taken(rows, row.id).cuts == 0


def test_a_row_is_taken_once(rows: DueRows) -> None:
    row = due()
    planned(rows, row)
    assert rows.take(row.id, lease=HOUR) is None
    claimed(rows)
    mine = taken(rows, row.id)
    assert (mine.due, mine.attempt, mine.tries) == (row, 1, 1)
    assert rows.take(row.id, lease=HOUR) is None
    assert rows.take(uuid4(), lease=HOUR) is None


def test_of_eight_workers_one_takes_a_row(rows: DueRows) -> None:
    row = due()
    planned(rows, row)
    claimed(rows)
    with ThreadPoolExecutor(8) as workers:
        all_taken = list(workers.map(lambda _: rows.take(row.id, lease=HOUR), range(8)))
    assert len([one for one in all_taken if one]) == 1


def test_several_schedulers_never_claim_the_same_row(rows: DueRows) -> None:
    planned(rows, *(due() for _ in range(60)))
    with ThreadPoolExecutor(4) as schedulers:
        claims = schedulers.map(lambda _: rows.claim(limit=20, lease=HOUR), range(4))
        ids = [due_id for claim in claims for due_id in claim]
    ids += claimed(rows)
    assert len(ids) == len(set(ids)) == 60


def test_a_row_whose_worker_was_cut_goes_to_another_and_says_so(rows: DueRows) -> None:
    row = due()
    planned(rows, row)
    claimed(rows)
    first = taken(rows, row.id, lease=OVER_AT_ONCE)
    assert claimed(rows) == [row.id]
    second = taken(rows, row.id)
    assert (second.attempt, second.tries, second.cuts) == (2, 2, 1)
    assert not rows.finish(first, DueState.SUPPRESSED)
    assert rows.finish(second, DueState.SENT)
    assert not rows.finish(second, DueState.DEAD)
    assert states(rows) == {DueState.SENT: 1}


@pytest.mark.parametrize("ended", [None, DueState.SUPPRESSED, DueState.UNCERTAIN])
def test_that_it_left_is_said_whoever_has_the_row(rows: DueRows, ended: DueState | None) -> None:
    row = due()
    planned(rows, row)
    claimed(rows)
    first = taken(rows, row.id, lease=OVER_AT_ONCE)
    assert claimed(rows) == [row.id]
    second = taken(rows, row.id)
    if ended:
        assert rows.finish(second, ended)
    assert rows.finish(first, DueState.SENT)
    assert not rows.finish(second, DueState.SUPPRESSED)
    assert rows.counts()[DueState.SENT] == 1


@pytest.mark.parametrize("said", [DueState.DELIVERED, DueState.DEAD])
def test_that_it_left_undoes_nothing_that_was_said_since(rows: DueRows, said: DueState) -> None:
    row = due()
    planned(rows, row)
    claimed(rows)
    first = taken(rows, row.id, lease=OVER_AT_ONCE)
    assert claimed(rows) == [row.id]
    assert rows.finish(taken(rows, row.id), said)
    assert not rows.finish(first, DueState.SENT)
    assert rows.counts()[said] == 1


def test_what_is_sent_once_at_most_is_uncertain_when_cut(rows: DueRows) -> None:
    row = due(kind=MessageType.AT_MOST_ONCE)
    planned(rows, row)
    claimed(rows)
    taken(rows, row.id, lease=OVER_AT_ONCE)
    assert claimed(rows) == []
    assert states(rows) == {DueState.UNCERTAIN: 1}


def test_what_kills_every_worker_is_given_up(rows: DueRows) -> None:
    row = due()
    planned(rows, row)
    for _ in range(12):
        assert claimed(rows) == [row.id]
        taken(rows, row.id, lease=OVER_AT_ONCE)
    assert claimed(rows) == []
    assert states(rows) == {DueState.DEAD: 1}


def test_looking_is_cheap_and_says_whether_to_claim(rows: DueRows) -> None:
    planned(rows, due(at=NEXT_YEAR))
    assert not rows.is_any_due()
    row = due()
    planned(rows, row)
    assert rows.is_any_due()
    claimed(rows)
    assert not rows.is_any_due()


def test_a_row_is_its_workers_own_until_its_lease_ends(rows: DueRows) -> None:
    kept, ended = due(), due()
    planned(rows, kept, ended)
    claimed(rows)
    mine, lost = taken(rows, kept.id), taken(rows, ended.id, lease=OVER_AT_ONCE)
    assert rows.is_own(mine)
    assert not rows.is_own(lost)
    rows.finish(mine, DueState.SENT)
    assert not rows.is_own(mine)


def test_a_lease_that_goes_on_keeps_others_off(rows: DueRows) -> None:
    row = due()
    planned(rows, row)
    claimed(rows)
    mine = taken(rows, row.id)
    rows.renew([mine], lease=OVER_AT_ONCE)  # as if the hour had passed
    assert not rows.is_own(mine)
    rows.renew([mine], lease=HOUR)
    assert not rows.is_own(mine)  # what has ended is not given back
    assert claimed(rows) == [row.id]
    second = taken(rows, row.id)
    rows.renew([mine], lease=OVER_AT_ONCE)
    assert rows.is_own(second)


def test_a_row_put_off_waits_and_remembers_why(rows: DueRows) -> None:
    row = due()
    planned(rows, row)
    claimed(rows)
    assert rows.put_off(taken(rows, row.id), until=A_YEAR_AGO, failure="gateway-busy")
    claimed(rows)
    again = taken(rows, row.id)
    assert (again.attempt, again.tries, again.failure) == (2, 2, "gateway-busy")
    assert rows.put_off(again, until=NEXT_YEAR)
    assert not rows.put_off(again, until=NEXT_YEAR)
    assert claimed(rows) == []


def test_waiting_for_the_morning_is_no_try(rows: DueRows) -> None:
    row = due()
    planned(rows, row)
    claimed(rows)
    rows.put_off(taken(rows, row.id), until=A_YEAR_AGO)
    claimed(rows)
    assert taken(rows, row.id).tries == 1


def test_being_left_alone_is_no_try_either_and_is_remembered(rows: DueRows) -> None:
    row = due()
    planned(rows, row)
    claimed(rows)
    mine = taken(rows, row.id)
    assert rows.put_off(mine, until=A_YEAR_AGO, failure="gateway-resting", tried=False)
    claimed(rows)
    again = taken(rows, row.id)
    assert (again.attempt, again.tries, again.failure) == (2, 1, "gateway-resting")


def test_the_rows_of_a_pathway_can_be_forgotten(rows: DueRows) -> None:
    first, other = due(), due()
    second = replace(due(), pathway_id=first.pathway_id)
    planned(rows, first, other, second)
    assert rows.forget(first.pathway_id) == 2
    assert claimed(rows) == [other.id]


def test_what_nobody_claims_is_late(rows: DueRows) -> None:
    planned(rows, due(), due(at=NEXT_YEAR))
    assert rows.late() == 1
    claimed(rows)
    assert rows.late() == 0


def urgent() -> Due:
    return replace(due(), urgent=True)


def patient() -> Due:
    return replace(due(), urgent=False)


def test_what_is_urgent_is_claimed_apart_however_much_else_is_due(rows: DueRows) -> None:
    first = urgent()
    planned(rows, *(patient() for _ in range(5)), first, replace(urgent(), due_at=NEXT_YEAR))
    assert rows.claim(limit=9, lease=HOUR, urgent=True) == [first.id]
    assert rows.claim(limit=9, lease=HOUR, urgent=True) == []
    assert len(claimed(rows)) == 5


def test_what_is_urgent_waits_for_no_room(settings: Settings) -> None:
    with rows_on(settings, most_under_way=1) as rows:
        first = urgent()
        before = replace(patient(), due_at=A_YEAR_AGO - HOUR)
        planned(rows, before, patient(), first)
        assert claimed(rows) == [before.id]
        assert claimed(rows) == []
        assert rows.claim(limit=9, lease=HOUR, urgent=True) == [first.id]


def ended(rows: DueRows, state: DueState, kind: MessageType = MessageType.AT_LEAST_ONCE) -> Due:
    row = due(kind=kind)
    planned(rows, row)
    claimed(rows)
    assert rows.finish(taken(rows, row.id), state, reason="gateway-refused")
    return row


def test_what_operators_see_of_a_row_is_how_it_ended(rows: DueRows) -> None:
    row = ended(rows, DueState.DEAD)
    ended(rows, DueState.SENT)
    (seen,) = rows.rows([DueState.DEAD, DueState.UNCERTAIN], limit=9)
    assert seen == rows.row(row.id)
    assert (seen.due, seen.state, seen.attempts) == (row, DueState.DEAD, 1)
    assert (seen.reason, seen.look_at, seen.settled_by) == ("gateway-refused", None, None)
    assert seen.ended_at
    assert seen.ended_at > A_YEAR_AGO
    assert rows.row(uuid4()) is None


def test_those_due_last_are_listed_first_and_no_more_than_asked_for(rows: DueRows) -> None:
    older, newer = due(at=A_YEAR_AGO - HOUR), due()
    planned(rows, older, newer)
    assert [row.due for row in rows.rows(set(DueState), limit=9)] == [newer, older]
    assert [row.due for row in rows.rows(set(DueState), limit=1)] == [newer]


@pytest.mark.parametrize("state", [DueState.DEAD, DueState.UNCERTAIN, DueState.TO_CALL])
def test_what_is_unsettled_is_tried_again_from_its_first_try(
    rows: DueRows, state: DueState
) -> None:
    row = ended(rows, state)
    assert rows.reopen(row.id, by="root")
    assert not rows.reopen(row.id, by="root")
    assert claimed(rows) == [row.id]
    again = taken(rows, row.id)
    assert (again.attempt, again.tries) == (2, 1)
    assert again.cuts == (1 if state is DueState.UNCERTAIN else 0)
    seen = rows.row(row.id)
    assert seen
    assert (seen.settled_by, seen.ended_at) == ("root", None)


@pytest.mark.parametrize("state", [DueState.DEAD, DueState.UNCERTAIN])
def test_tried_again_it_keeps_its_letter_only_where_that_may_have_left(
    rows: DueRows, state: DueState
) -> None:
    first = due()
    second = replace(due(), pathway_id=first.pathway_id)
    planned(rows, first, second)
    claimed(rows)
    letter = rows.take(first.id, lease=HOUR, within=HOUR)
    assert letter
    assert [other.due.id for other in letter.together] == [second.id]
    for one in (letter, *letter.together):
        rows.finish(one, state, reason="recipient-refused")
    assert rows.reopen(second.id, by="root")
    claimed(rows)
    again = taken(rows, second.id).letter_id
    kept = state is DueState.UNCERTAIN
    assert again == first.id if kept else again not in {first.id, second.id}


def test_what_is_dropped_says_why_by_whom_and_when(rows: DueRows) -> None:
    row = ended(rows, DueState.DEAD)
    assert rows.drop(row.id, reason="person-called", by="root")
    assert not rows.drop(row.id, reason="person-called", by="root")
    assert not rows.reopen(row.id, by="root")
    seen = rows.row(row.id)
    assert seen
    assert (seen.state, seen.reason, seen.settled_by) == (
        DueState.DROPPED,
        "person-called",
        "root",
    )
    assert seen.settled_at
    assert claimed(rows) == []


@pytest.mark.parametrize("state", [DueState.SENT, DueState.SUPPRESSED])
def test_what_is_over_is_neither_retried_nor_dropped(rows: DueRows, state: DueState) -> None:
    row = ended(rows, state)
    assert not rows.reopen(row.id, by="root")
    assert not rows.drop(row.id, reason="mistake", by="root")


def test_old_rows_go_but_what_nobody_settled_stays(rows: DueRows) -> None:
    for state in (DueState.SENT, DueState.SUPPRESSED, DueState.TO_CALL):
        ended(rows, state)
    stays = {ended(rows, state).id for state in (DueState.DEAD, DueState.UNCERTAIN)}
    planned(rows, due())
    assert rows.purge(older_than=HOUR) == 0
    assert rows.purge(older_than=-HOUR) == 3
    assert states(rows) == {DueState.WAITING: 1, DueState.DEAD: 1, DueState.UNCERTAIN: 1}
    assert {row.due.id for row in rows.rows([DueState.DEAD, DueState.UNCERTAIN], limit=9)} == stays


def test_what_stands_in_the_way_is_told_in_numbers(rows: DueRows) -> None:
    ended(rows, DueState.DEAD)
    ended(rows, DueState.SENT)
    row = due()
    planned(rows, row, due(at=NEXT_YEAR))
    assert rows.troubles(within=HOUR).oldest_late > HOUR
    claimed(rows)
    rows.put_off(taken(rows, row.id), until=NEXT_YEAR, failure="gateway-resting", tried=False)
    told = rows.troubles(within=HOUR)
    assert told.oldest_late == timedelta()
    assert (told.held_up, told.failed) == ({"gateway-resting": 1}, {"gateway-refused": 1})
    assert rows.troubles(within=-HOUR).failed == {}


def test_no_more_is_handed_out_than_workers_can_hold(settings: Settings) -> None:
    with rows_on(settings, most_under_way=2) as rows:
        planned(rows, *(due() for _ in range(5)))
        first = claimed(rows)
        assert len(first) == 2
        assert claimed(rows) == []
        rows.finish(taken(rows, first[0]), DueState.SENT)
        assert len(claimed(rows)) == 1


def test_a_database_that_cannot_be_reached_is_said_in_our_words() -> None:
    nowhere = f"postgresql://127.0.0.1:{free_port()}/nowhere"
    settings = Settings(database_url=SecretStr(nowhere), keys_url=SecretStr(f"{nowhere}-keys"))
    with engine_on(settings, Group.DESK) as engine, pytest.raises(StoreUnavailable):
        DueRowsInTables(Desk(engine)).claim(limit=1, lease=HOUR)


def beside(row: Due, *, at: datetime = A_YEAR_AGO) -> Due:
    return replace(due(at=at), pathway_id=row.pathway_id)


def taken_with(rows: DueRows, due_id: UUID, *, lease: timedelta = HOUR) -> tuple[Taken, set[UUID]]:
    found = rows.take(due_id, lease=lease, within=HOUR)
    assert found is not None
    return found, {one.due.id for one in found.together}


def soon() -> datetime:
    return datetime.now(UTC) + HOUR / 2


def test_what_is_due_to_one_person_within_the_hours_is_taken_as_one(rows: DueRows) -> None:
    first, other = due(), due()
    second, later, much_later = beside(first), beside(first, at=soon()), beside(first, at=NEXT_YEAR)
    planned(rows, first, second, later, much_later, other)
    claimed(rows)
    mine, together = taken_with(rows, first.id)
    assert together == {second.id, later.id}
    assert {one.letter_id for one in (mine, *mine.together)} == {first.id}
    assert rows.take(second.id, lease=HOUR, within=HOUR) is None
    assert states(rows) == {DueState.SENDING: 3, DueState.QUEUED: 1, DueState.WAITING: 1}


def test_what_is_sent_once_at_most_never_leaves_with_what_is_sent_again(rows: DueRows) -> None:
    first = due()
    once = replace(beside(first), message_type=MessageType.AT_MOST_ONCE)
    planned(rows, first, once)
    claimed(rows)
    assert taken_with(rows, first.id)[1] == set()


def test_a_letter_keeps_its_rows_at_each_attempt(rows: DueRows) -> None:
    first = due()
    second = beside(first)
    planned(rows, first, second)
    claimed(rows)
    mine, _ = taken_with(rows, first.id)
    for one in (mine, *mine.together):
        rows.put_off(one, until=A_YEAR_AGO, failure="gateway-busy")
    planned(rows, beside(first))
    assert set(claimed(rows)) > {first.id, second.id}
    again, together = taken_with(rows, second.id)
    assert (again.letter_id, together) == (first.id, {first.id})


def test_a_letter_whose_worker_was_cut_keeps_its_rows(rows: DueRows) -> None:
    first = due()
    second = beside(first)
    planned(rows, first, second)
    claimed(rows)
    taken_with(rows, first.id, lease=OVER_AT_ONCE)
    (seen,) = rows.claim(limit=1, lease=HOUR)
    mine, together = taken_with(rows, seen)
    assert {seen} | together == {first.id, second.id}
    assert [(one.cuts, one.attempt) for one in (mine, *mine.together)] == [(1, 2)] * 2
    assert mine.letter_id == first.id


def test_what_waits_untried_leaves_its_letter(rows: DueRows) -> None:
    first = due()
    second = beside(first)
    planned(rows, first)
    claimed(rows)
    mine, _ = taken_with(rows, first.id)
    rows.put_off(mine, until=A_YEAR_AGO)
    planned(rows, second)
    claimed(rows)
    again, together = taken_with(rows, second.id)
    assert (again.letter_id, together) == (second.id, {first.id})


def test_what_may_have_left_stays_in_its_letter_while_it_waits(rows: DueRows) -> None:
    first = due()
    planned(rows, first)
    claimed(rows)
    taken_with(rows, first.id, lease=OVER_AT_ONCE)
    claimed(rows)
    again, _ = taken_with(rows, first.id)
    rows.put_off(again, until=A_YEAR_AGO)
    second = beside(first)
    planned(rows, second)
    claimed(rows)
    assert taken_with(rows, second.id)[1] == set()


def test_letters_to_one_person_leave_one_after_the_other(rows: DueRows) -> None:
    first = due()
    second = replace(beside(first), urgent=False)
    planned(rows, first)
    claimed(rows)
    mine, _ = taken_with(rows, first.id)
    planned(rows, second)
    claimed(rows)
    assert rows.take(second.id, lease=HOUR, within=HOUR) is None
    assert states(rows) == {DueState.SENDING: 1, DueState.WAITING: 1}
    rows.finish(mine, DueState.SENT)


def test_what_members_are_told_leaves_by_itself(rows: DueRows) -> None:
    first = due()
    told = replace(beside(first), audience=Audience.REFERENT)
    planned(rows, first, told)
    claimed(rows)
    for row in (first, told):
        mine = rows.take(row.id, lease=OVER_AT_ONCE, within=HOUR)
        assert mine is not None
        assert (mine.due, mine.together) == (row, ())


def test_what_is_urgent_waits_for_no_other_letter(rows: DueRows) -> None:
    first = due()
    second = replace(beside(first), urgent=True)
    planned(rows, first)
    claimed(rows)
    taken_with(rows, first.id)
    planned(rows, second)
    claimed(rows)
    assert taken_with(rows, second.id)[1] == set()


def test_of_eight_workers_one_takes_all_that_is_due_to_one_person(rows: DueRows) -> None:
    first = due()
    all_due = [first, *(beside(first) for _ in range(7))]
    planned(rows, *all_due)
    claimed(rows)
    with ThreadPoolExecutor(8) as workers:
        found = workers.map(lambda row: rows.take(row.id, lease=HOUR, within=HOUR), all_due)
        letters = [one for one in found if one]
    assert [len(one.together) for one in letters] == [7]


def test_the_rows_of_a_pathway_are_read_in_the_order_of_their_moments(rows: DueRows) -> None:
    later = due(at=NEXT_YEAR)
    sooner = replace(due(), pathway_id=later.pathway_id)
    planned(rows, later, sooner, due())
    assert [row.due for row in rows.of_pathway(later.pathway_id)] == [sooner, later]
    assert rows.of_pathway(uuid4()) == []
