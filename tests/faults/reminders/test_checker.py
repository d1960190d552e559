"""The checker sees each fault that is planted, and nothing where there is none."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest

from application.reminders.ports import DueState
from domain.kernel import Fact
from domain.pathway.reminders import (
    Channel,
    ReminderFailed,
    ReminderSent,
    ReminderSuppressed,
    SuppressionReason,
)
from domain.reminders.triggers import Trigger
from tests.domain.pathway.people import MARCH_4
from tests.faults.reminders.checking import Booked, Broken, Evidence, Kept, faults
from tests.faults.reminders.gateway import Accepted

KEPT_SENT, KEPT_TWICE, KEPT_CANCELLED, KEPT_UNCERTAIN, KEPT_FAILED = (uuid4() for _ in range(5))
CAUSES = {row: uuid4() for row in (KEPT_SENT, KEPT_TWICE, KEPT_CANCELLED, KEPT_UNCERTAIN)}
AT_TWO, AT_NINE, AT_FIVE = (uuid4() for _ in range(3))  # of one person; the last is cancelled
SAID = {AT_TWO: "14h00", AT_NINE: "9h00", AT_FIVE: "17h00"}


def about(due_id: UUID) -> dict[str, Any]:
    return {
        "occurred_at": MARCH_4,
        "due_id": due_id,
        "cause": Trigger.APPOINTMENT,
        "cause_id": uuid4(),
        "occurrence": 1,
        "rule_id": "day-before",
    }


def sent(due_id: UUID, *, perhaps_twice: bool = False) -> Fact:
    return ReminderSent(**about(due_id), channel=Channel.TEXT, perhaps_twice=perhaps_twice)


def suppressed(due_id: UUID) -> Fact:
    return ReminderSuppressed(**about(due_id), reason=SuppressionReason.CANCELLED)


def failed(due_id: UUID, *, perhaps_sent: bool = False) -> Fact:
    return ReminderFailed(
        **about(due_id), channel=Channel.TEXT, reason="message-refused", perhaps_sent=perhaps_sent
    )


def kept(
    due_id: UUID,
    state: DueState,
    *,
    at_most_once: bool = False,
    pathway_id: UUID | None = None,
    letter_id: UUID | None = None,
) -> Kept:
    return Kept(
        id=due_id,
        pathway_id=pathway_id or due_id,
        cause_id=CAUSES.get(due_id, due_id),
        letter_id=letter_id or due_id,
        state=state,
        at_most_once=at_most_once,
    )


def accepted(due_id: UUID, *, at: float = 0.0, delivered: bool = True, text: str = "") -> Accepted:
    return Accepted(due_id, at, delivered, text)


SOUND = Evidence(
    booked=[Booked(uuid4(), cause, holds=row != KEPT_CANCELLED) for row, cause in CAUSES.items()],
    rows=[
        kept(KEPT_SENT, DueState.SENT),
        kept(KEPT_TWICE, DueState.SENT),
        kept(KEPT_CANCELLED, DueState.SUPPRESSED),
        kept(KEPT_UNCERTAIN, DueState.UNCERTAIN, at_most_once=True),
        kept(KEPT_FAILED, DueState.DEAD),
    ],
    facts=[
        sent(KEPT_SENT),
        sent(KEPT_TWICE, perhaps_twice=True),
        suppressed(KEPT_CANCELLED),
        failed(KEPT_FAILED),
    ],
    accepted=[
        accepted(KEPT_SENT),
        accepted(KEPT_SENT, delivered=False),  # the gateway knew its key
        accepted(KEPT_TWICE),
        accepted(KEPT_TWICE),
    ],
    quiet=lambda at: at > 1.0,
)


def test_nothing_is_found_where_promises_were_kept() -> None:
    assert faults(SOUND) == []


@pytest.mark.parametrize(
    ("perhaps_sent", "found"), [(True, set()), (False, {Broken.TWICE, Broken.UNTOLD})]
)
def test_what_was_given_up_may_have_left_often_where_it_says_so(
    perhaps_sent: bool, found: set[Broken]
) -> None:
    evidence = replace(
        SOUND,
        facts=[*SOUND.facts[:-1], failed(KEPT_FAILED, perhaps_sent=perhaps_sent)],
        accepted=[*SOUND.accepted, accepted(KEPT_FAILED), accepted(KEPT_FAILED)],
    )
    assert {fault.broken for fault in faults(evidence)} == found


def without(*, fact_of: UUID | None = None, text_of: UUID | None = None) -> Evidence:
    return replace(
        SOUND,
        facts=[fact for fact in SOUND.facts if fact.due_id != fact_of],  # type: ignore[attr-defined]
        accepted=[one for one in SOUND.accepted if one.key != text_of],
    )


def with_state(due_id: UUID, state: DueState) -> Evidence:
    rows = [replace(row, state=state) if row.id == due_id else row for row in SOUND.rows]
    return replace(SOUND, rows=rows)


def also(*, fact: Fact | None = None, text: Accepted | None = None) -> Evidence:
    return replace(
        SOUND,
        facts=[*SOUND.facts, *([fact] if fact else [])],
        accepted=[*SOUND.accepted, *([text] if text else [])],
    )


@pytest.mark.parametrize(
    ("planted", "broken"),
    [
        (lambda: replace(SOUND, rows=SOUND.rows[1:]), Broken.UNPLANNED),
        (lambda: with_state(KEPT_SENT, DueState.QUEUED), Broken.UNFINISHED),
        (lambda: without(text_of=KEPT_SENT), Broken.LOST),
        (lambda: with_state(KEPT_TWICE, DueState.SUPPRESSED), Broken.DISAGREEING),
        (lambda: also(text=accepted(KEPT_CANCELLED)), Broken.UNASKED),
        (lambda: also(text=accepted(KEPT_SENT)), Broken.TWICE),
        (
            lambda: replace(
                also(text=accepted(KEPT_UNCERTAIN)), accepted=[accepted(KEPT_UNCERTAIN)] * 2
            ),
            Broken.TWICE,
        ),
        (lambda: without(fact_of=KEPT_SENT), Broken.UNTOLD),
        (lambda: without(text_of=KEPT_SENT), Broken.INVENTED),
        (lambda: without(fact_of=KEPT_FAILED), Broken.DISAGREEING),
        (lambda: also(fact=failed(KEPT_SENT)), Broken.TOLD_TWICE),
        (lambda: also(text=accepted(uuid4())), Broken.STRAY),
        (lambda: also(text=accepted(KEPT_SENT, at=2.0, delivered=False)), Broken.AT_NIGHT),
    ],
)
def test_a_planted_fault_is_seen(planted: Callable[[], Evidence], broken: Broken) -> None:
    assert broken in {fault.broken for fault in faults(planted())}


AWA = uuid4()
TOGETHER = Evidence(
    booked=[Booked(AWA, row, holds=row != AT_FIVE, said=said) for row, said in SAID.items()],
    rows=[
        kept(AT_TWO, DueState.SENT, pathway_id=AWA),
        kept(AT_NINE, DueState.SENT, pathway_id=AWA, letter_id=AT_TWO),
        kept(AT_FIVE, DueState.SUPPRESSED, pathway_id=AWA, letter_id=AT_TWO),
    ],
    facts=[sent(AT_TWO), sent(AT_NINE), suppressed(AT_FIVE)],
    accepted=[
        accepted(AT_TWO, text="à 9h00 et à 14h00"),
        accepted(AT_TWO, text="à 9h00 et à 14h00", delivered=False),
    ],
)


def handed_in(*texts: Accepted) -> Evidence:
    return replace(TOGETHER, accepted=texts)


def test_nothing_is_found_where_a_letter_said_all_that_holds() -> None:
    assert faults(TOGETHER) == []


@pytest.mark.parametrize(
    ("planted", "broken", "about"),
    [
        (
            lambda: handed_in(accepted(AT_TWO, text="à 14h00")),
            {Broken.LOST, Broken.INVENTED},
            AT_NINE,
        ),
        (
            lambda: (
                handed_in(  # under a key that the gateway knew, it says more, and does not leave
                    accepted(AT_TWO, text="à 14h00"),
                    accepted(AT_TWO, text="à 9h00 et à 14h00", delivered=False),
                )
            ),
            {Broken.LOST},
            AT_NINE,
        ),
        (
            lambda: handed_in(accepted(AT_TWO, text="à 9h00, à 14h00 et à 17h00")),
            {Broken.UNASKED, Broken.UNTOLD},
            AT_FIVE,
        ),
        (
            lambda: replace(
                handed_in(*TOGETHER.accepted, accepted(AT_NINE, text="à 9h00")),
                rows=[*TOGETHER.rows[:1], replace(TOGETHER.rows[1], letter_id=AT_NINE)],
            ),
            {Broken.TWICE},
            AT_NINE,
        ),
        (
            lambda: replace(TOGETHER, facts=[sent(AT_TWO), suppressed(AT_FIVE)]),
            {Broken.UNTOLD, Broken.DISAGREEING},
            AT_NINE,
        ),
    ],
    ids=["left out", "said too late", "said of a cancelled one", "said in two letters", "untold"],
)
def test_a_fault_planted_in_a_letter_is_seen_of_what_it_concerns(
    planted: Callable[[], Evidence], broken: set[Broken], about: UUID
) -> None:
    assert {(fault.broken, fault.about) for fault in faults(planted())} == {
        (each, about) for each in broken
    }
