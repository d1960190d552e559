"""Whether reminders kept their promises: what was booked, the rows, the facts and the gateway."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
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
    """What somebody asked to be recalled; `holds`: nobody withdrew it before it was due."""

    pathway_id: UUID
    cause_id: UUID
    holds: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """A due row as it stands once all is over."""

    id: UUID
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


def faults(evidence: Evidence) -> list[Fault]:
    facts: dict[UUID, list[Fact]] = defaultdict(list)
    for fact in evidence.facts:
        facts[fact.due_id].append(fact)  # type: ignore[attr-defined] # all three have it
    accepted = Counter(one.key for one in evidence.accepted)
    delivered = Counter(one.key for one in evidence.accepted if one.delivered)
    found = list(_about_causes(evidence, accepted))
    for row in evidence.rows:
        broken = _about_row(row, facts[row.id], accepted[row.letter_id], delivered[row.letter_id])
        found += [Fault(each, row.id) for each in broken]
    known = {row.letter_id for row in evidence.rows}
    found += [Fault(Broken.STRAY, key) for key in accepted if key not in known]
    found += [
        Fault(Broken.AT_NIGHT, one.key) for one in evidence.accepted if evidence.quiet(one.at)
    ]
    return found


def _about_causes(evidence: Evidence, accepted: Counter[UUID]) -> Iterator[Fault]:
    rows = {row.cause_id: row for row in evidence.rows}
    for booked in evidence.booked:
        row = rows.get(booked.cause_id)
        if booked.holds and row is None:
            yield Fault(Broken.UNPLANNED, booked.cause_id)
        if row is None:
            continue
        if booked.holds and not accepted[row.letter_id] and row.state is not DueState.UNCERTAIN:
            yield Fault(Broken.LOST, booked.cause_id)
        if not booked.holds and accepted[row.letter_id]:
            yield Fault(Broken.UNASKED, booked.cause_id)


def _about_row(row: Kept, facts: list[Fact], accepted: int, delivered: int) -> Iterator[Broken]:
    sent = [fact for fact in facts if isinstance(fact, ReminderSent)]
    flagged = any(fact.perhaps_twice for fact in sent)
    if row.state not in FINAL:
        yield Broken.UNFINISHED
    if delivered > 1 and (row.at_most_once or not flagged):
        yield Broken.TWICE
    doubted = row.state is DueState.UNCERTAIN or any(_says_perhaps(fact) for fact in facts)
    if accepted and not sent and not doubted:
        yield Broken.UNTOLD
    if sent and not accepted:
        yield Broken.INVENTED
    said = SAYS.get(row.state)
    if said and not (facts and isinstance(facts[-1], said)):
        yield Broken.DISAGREEING
    if not _is_one_story(facts):
        yield Broken.TOLD_TWICE


def _says_perhaps(fact: Fact) -> bool:
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
