"""Whether reminders kept their promises: what was booked, the rows, the facts and the gateway.

A text may recall several things: each is looked for in what the text says.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Self
from uuid import UUID

from application.reminders.ports import DueState
from domain.kernel import Fact
from domain.pathway.reminders import ReminderFailed, ReminderSent, ReminderSuppressed
from tests.faults.reminders.gateway import Accepted

FINAL = {
    DueState.SENT,
    DueState.SUPPRESSED,
    DueState.TO_CALL,
    DueState.UNCERTAIN,
    DueState.DEAD,
}
SAYS = {
    DueState.SENT: ReminderSent,
    DueState.SUPPRESSED: ReminderSuppressed,
    DueState.TO_CALL: ReminderSuppressed,
    DueState.DEAD: ReminderFailed,
}


class Broken(StrEnum):
    """A promise that was not kept."""

    UNPLANNED = "to be recalled, and without a row"
    UNFINISHED = "in no final state"
    LOST = "its cause holds, and the gateway never accepted it"
    UNASKED = "its cause was withdrawn before it was due, and the gateway accepted it"
    TWICE = "delivered more than once, and nothing says that it may have been"
    UNTOLD = "accepted by the gateway, and no fact tells that it left"
    INVENTED = "a fact tells that it left, and the gateway never accepted it"
    DISAGREEING = "its row and the facts do not say the same"
    TOLD_TWICE = "told more than once, and not to say that it left all the same, or twice"
    STRAY = "accepted under a key that is no row's"
    AT_NIGHT = "accepted by the gateway in quiet hours"


@dataclass(frozen=True, slots=True)
class Booked:
    """What somebody asked to be recalled; `holds`: nobody withdrew it before it was due.

    None: withdrawn while it was being sent, and so said or not.
    """

    pathway_id: UUID
    cause_id: UUID
    holds: bool | None
    said: str = ""  # what a text that recalls it says, and no other to them; empty: any text


@dataclass(frozen=True, slots=True)
class Kept:
    """A due row as it stands once all is over."""

    id: UUID
    pathway_id: UUID
    cause_id: UUID
    letter_id: UUID  # under which it is handed in
    state: DueState
    at_most_once: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    booked: Sequence[Booked]
    rows: Sequence[Kept]
    facts: Sequence[Fact]  # what became of reminders, of all pathways
    accepted: Sequence[Accepted]
    quiet: Callable[[float], bool] = lambda _: False  # whether nothing may leave then


@dataclass(frozen=True, slots=True)
class Fault:
    broken: Broken
    about: UUID  # a cause or a row


@dataclass(frozen=True, slots=True)
class Texts:
    """What the gateway accepted that recalls one thing, in whichever letters."""

    accepted: int
    delivered: int  # repetitions that it knew by their key excluded

    @classmethod
    def of(cls, row: Kept, said: str, to_them: Sequence[Accepted]) -> Self:
        mine = [one for one in to_them if said or one.key == row.letter_id]
        recalling = [one for one in mine if said in one.text]
        return cls(len(recalling), sum(one.delivered for one in recalling))


def faults(evidence: Evidence) -> list[Fault]:
    facts: dict[UUID, list[Fact]] = defaultdict(list)
    for fact in evidence.facts:
        facts[fact.due_id].append(fact)  # type: ignore[attr-defined] # all three have it
    texts = _texts_of(evidence)
    found = list(_about_causes(evidence, texts))
    for row in evidence.rows:
        found += [Fault(each, row.id) for each in _about_row(row, facts[row.id], texts[row.id])]
    known = {row.letter_id for row in evidence.rows}
    strays = {one.key for one in evidence.accepted if one.key not in known}
    found += [Fault(Broken.STRAY, key) for key in strays]
    found += [
        Fault(Broken.AT_NIGHT, one.key) for one in evidence.accepted if evidence.quiet(one.at)
    ]
    return found


def _texts_of(evidence: Evidence) -> dict[UUID, Texts]:
    """By row."""
    said = {booked.cause_id: booked.said for booked in evidence.booked}
    whose = {row.letter_id: row.pathway_id for row in evidence.rows}
    to: dict[UUID | None, list[Accepted]] = defaultdict(list)
    for one in evidence.accepted:
        to[whose.get(one.key)].append(one)
    return {
        row.id: Texts.of(row, said.get(row.cause_id, ""), to[row.pathway_id])
        for row in evidence.rows
    }


def _about_causes(evidence: Evidence, texts: Mapping[UUID, Texts]) -> Iterator[Fault]:
    rows = {row.cause_id: row for row in evidence.rows}
    for booked in evidence.booked:
        row = rows.get(booked.cause_id)
        if booked.holds and row is None:
            yield Fault(Broken.UNPLANNED, booked.cause_id)
        if row is None:
            continue
        told = texts[row.id]
        if booked.holds and not told.delivered and row.state is not DueState.UNCERTAIN:
            yield Fault(Broken.LOST, booked.cause_id)
        if booked.holds is False and told.accepted:
            yield Fault(Broken.UNASKED, booked.cause_id)


def _about_row(row: Kept, facts: list[Fact], texts: Texts) -> Iterator[Broken]:
    sent = [fact for fact in facts if isinstance(fact, ReminderSent)]
    held_or_failed = any(_says_perhaps(fact) for fact in facts)
    flagged = held_or_failed or any(fact.perhaps_twice for fact in sent)
    if row.state not in FINAL:
        yield Broken.UNFINISHED
    if texts.delivered > 1 and (row.at_most_once or not flagged):
        yield Broken.TWICE
    doubted = row.state is DueState.UNCERTAIN or held_or_failed
    if texts.accepted and not sent and not doubted:
        yield Broken.UNTOLD
    if sent and not texts.accepted:
        yield Broken.INVENTED
    said = SAYS.get(row.state)
    if said and not (facts and isinstance(facts[-1], said)):
        yield Broken.DISAGREEING
    if not _is_one_story(facts):
        yield Broken.TOLD_TWICE


def _says_perhaps(fact: Fact) -> bool:
    """Held back or given up, and yet it may have left, who knows how often."""
    return isinstance(fact, ReminderFailed | ReminderSuppressed) and fact.perhaps_sent


def _is_one_story(facts: list[Fact]) -> bool:
    """One outcome; that it left may correct that it was held back, then that it left once."""
    match facts:
        case [] | [_]:
            return True
        case [ReminderSuppressed(), ReminderSent(), *more] | [ReminderSent(), *more]:
            return len(more) <= 1 and all(
                isinstance(fact, ReminderSent) and fact.perhaps_twice for fact in more
            )
    return False


def said_of(about: UUID, evidence: Evidence) -> str:
    """What there is about a cause or a row, for whoever looks for what went wrong."""
    rows = [row for row in evidence.rows if about in {row.id, row.cause_id}]
    states = [row.state.value for row in rows]
    due_ids = {row.id for row in rows}
    told = [_in_short(fact) for fact in evidence.facts if fact.due_id in due_ids]  # type: ignore[attr-defined]
    return " ".join([*states, *told])


def _in_short(fact: Fact) -> str:
    flags = {"perhaps_twice", "perhaps_sent", "goes_on"}
    return "+".join(
        [type(fact).__name__, *(flag for flag in sorted(flags) if getattr(fact, flag, False))]
    )
