"""How an installation does: what `cordee status` and the page of whoever runs it tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from application.erasures.ports import Erasure, Erasures
from application.network import Network
from application.operating.ports import Clocks, Done, Epochs, Upkeep, Versions, Work
from application.reminders.ports import DueRows, DueState
from application.reminders.reminder_status import ReminderStatus, reminder_status
from application.views.read_projection import Projection, ProjectionView, read_projection
from domain.members import Member
from domain.organisation.administration import must_administer
from domain.organisation.organisation import FOUNDER

RESTING = "gateway-resting"  # why letters wait while their gateway's breaker is open


@dataclass(frozen=True, slots=True)
class Operating:
    """What is asked; all of it is stored, so that any process may tell it."""

    topology: str
    projection: ProjectionView
    rows: DueRows
    clocks: Clocks
    epochs: Epochs
    erasures: Erasures
    upkeep: Upkeep
    versions: Versions


@dataclass(frozen=True, slots=True)
class KeysTold:
    epoch: int
    rotated: Done | None  # the rotation that began this epoch, where it is known
    older: int  # keys that a rotation, under way or cut, left under older epochs


@dataclass(frozen=True, slots=True)
class ClocksTold:
    behind: int  # positions of the history in which pathways to look at are yet to be found
    late: int  # pathways that should have been looked at by now


@dataclass(frozen=True, slots=True)
class Condition:
    at: datetime
    topology: str
    projection: Projection
    reminders: ReminderStatus
    clocks: ClocksTold
    keys: KeysTold
    backup: Done | None
    erasures: Sequence[Erasure]  # approved, and not certified yet
    versions: Mapping[str, str]

    @property
    def is_well(self) -> bool:
        """Whether nobody needs to look."""
        return not self.projection.parked and self.reminders.is_well

    @property
    def resting(self) -> int:
        """Reminders that wait because a gateway failed in a row and is left alone for a while."""
        return self.reminders.held_up.get(RESTING, 0)

    @property
    def unsettled(self) -> int:
        """Reminders about which somebody decides: given up, or perhaps sent."""
        rows = self.reminders.rows
        return rows.get(DueState.DEAD, 0) + rows.get(DueState.UNCERTAIN, 0)

    def backed_up_within(self, period: timedelta) -> bool:
        return self.backup is not None and self.at - self.backup.at <= period


def read_condition(network: Network, operating: Operating) -> Condition:
    """How it does now, for whoever runs its commands.

    Raises:
        StoreUnavailable: a database cannot be reached.
    """
    now, head = network.clock(), network.log.head()
    epoch, rotated = operating.epochs.epoch(), operating.upkeep.last(Work.ROTATION)
    return Condition(
        at=now,
        topology=operating.topology,
        projection=read_projection(network, operating.projection),
        reminders=reminder_status(network.log, operating.rows),
        clocks=ClocksTold(
            max(0, head - operating.clocks.followed_up_to()), operating.clocks.late(now)
        ),
        keys=KeysTold(
            epoch,
            rotated if rotated and rotated.number == epoch else None,
            operating.epochs.of_older_epochs(epoch),
        ),
        backup=operating.upkeep.last(Work.BACKUP),
        erasures=operating.erasures.unfinished(),
        versions=operating.versions(),
    )


def read_condition_as(network: Network, operating: Operating, by: Member) -> Condition:
    """The same, for administrators of the organisation that founded the network.

    Raises:
        NotYoursToAdminister: the member is not one of them.
        StoreUnavailable: a database cannot be reached.
    """
    must_administer(by, FOUNDER)
    return read_condition(network, operating)
