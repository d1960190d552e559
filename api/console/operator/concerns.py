"""What somebody should look at, and what to do about it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from api.languages.words import phrase
from application.operating.read_condition import Condition
from application.reminders.reminder_status import OF_GATEWAYS, TOO_LATE

OFTEN = timedelta(days=7)  # a backup each week at the very least
SOON = timedelta(minutes=1)  # that lists may lag, as reminders may


@dataclass(frozen=True, slots=True)
class Concern:
    what: str
    to_do: str


PROBES = {
    "history": phrase("The history"),
    "keys": phrase("The keys"),
    "desk": phrase("Accounts and due rows"),
    "views": phrase("Lists"),
}
UNREACHED = {
    "history": Concern(
        phrase("The history cannot be reached: nothing can be read or recorded."),
        phrase("Start its database again, and see whether its disk is full."),
    ),
    "keys": Concern(
        phrase("The keys cannot be reached: nothing sealed can be read."),
        phrase("Start their database again, and see whether the master key file is in its place."),
    ),
    "desk": Concern(
        phrase("Accounts and due rows cannot be reached: nobody signs in, no reminder leaves."),
        phrase("Start their database again."),
    ),
    "views": Concern(
        phrase("Lists cannot be reached, or are very far behind."),
        phrase("Start their database again, then `cordee projector`."),
    ),
}
BEHIND = Concern(
    phrase("Lists have been behind the history for more than a minute."),
    phrase("See whether `cordee projector` runs, or a list is being made again."),
)
PARKED = Concern(
    phrase("Streams are parked: lists leave out what they hold."),
    phrase("Read the code of each below; the other streams go on, and pathways can be opened."),
)
OUTDATED = Concern(
    phrase("Lists were made by an older version."),
    phrase("Make them again: `cordee views rebuild`."),
)
LATE = Concern(
    phrase("Reminders leave late."),
    phrase("See whether `cordee scheduler` and a worker run, and whether Redis answers."),
)
GATEWAY = Concern(
    phrase("A gateway refuses letters, or fails."),
    phrase("Read the reasons below, then its settings; letters that wait leave by themselves."),
)
SETTLE = Concern(
    phrase("Reminders were given up, or nobody knows whether they left."),
    phrase("Have them called, then settle them: `cordee reminders list`."),
)
CLOCKS = Concern(
    phrase("Pathways wait to be looked at: what ends by itself ends late."),
    phrase("See whether `cordee scheduler` runs."),
)
ROTATING = Concern(
    phrase("Keys are still under an older epoch: a rotation is under way, or was cut."),
    phrase("If none runs, end it: `cordee keys rotate`."),
)
BACKUP = Concern(
    phrase("No backup in seven days is known here."),
    phrase("Make one: `cordee backup FOLDER`. Backups by other tools are not known here."),
)


def concerns_of(
    answers: Mapping[str, str | None], condition: Condition | None
) -> Iterator[Concern]:
    """The most pressing first."""
    yield from (UNREACHED[name] for name, fault in answers.items() if fault)
    if condition is not None:
        yield from (concern for concern, there in _checked(condition) if there)


def _checked(condition: Condition) -> Iterator[tuple[Concern, bool]]:
    lists, reminders = condition.projection, condition.reminders
    codes = {*reminders.held_up, *reminders.failed}
    yield BEHIND, lists.behind > SOON
    yield PARKED, bool(lists.parked)
    yield OUTDATED, bool(lists.outdated)
    yield LATE, reminders.oldest_late >= TOO_LATE
    yield GATEWAY, any(code.startswith(OF_GATEWAYS) for code in codes)
    yield SETTLE, condition.unsettled > 0
    yield CLOCKS, condition.clocks.late > 0
    yield ROTATING, condition.keys.older > 0
    yield BACKUP, not condition.backed_up_within(OFTEN)
