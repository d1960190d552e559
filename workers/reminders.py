"""When reminders are planned, handed out and sent; what these do is not said here."""

from collections.abc import Callable
from threading import Event
from uuid import UUID

import structlog

from application.reminders.clocks_agree import clocks_must_agree
from application.reminders.hand_out_due import hand_out_due
from application.reminders.plan_again import plan_again
from application.reminders.plan_reminders import plan_reminders
from application.reminders.ports import Queue
from application.reminders.reminding import Reminding
from application.reminders.send_reminder import LEASE, send_reminder
from workers.loops import repeat
from workers.metrics import FAILURES, count

log = structlog.get_logger()

LOOK_EVERY = 0.1  # seconds between two looks at what is due: one row of an index
RENEW_EVERY = 2.0  # seconds, well within a lease

Send = Callable[[UUID], None]


def keep_planning(reminding: Reminding, stop: Event) -> None:
    """Follow the history; several planners may run."""

    def step() -> bool:
        clocks_must_agree(reminding)
        return _plan(reminding)

    repeat(step, stop, name="reminders.planner")


def keep_handing_out(reminding: Reminding, queue: Queue, stop: Event) -> None:
    """Watch for what is due; several schedulers may run."""

    def step() -> bool:
        clocks_must_agree(reminding)
        return hand_out_due(reminding.rows, queue) > 0

    repeat(step, stop, name="reminders.scheduler", idle=LOOK_EVERY)


def keep_leases(reminding: Reminding, stop: Event) -> None:
    """Renew the leases of what this process works on; a paused process renews none."""

    def step() -> bool:
        reminding.held.renew(reminding.rows, lease=LEASE)
        return False

    repeat(step, stop, name="reminders.leases", idle=RENEW_EVERY)


def sending(reminding: Reminding) -> Send:
    """What a worker does with an id; it never raises, since the row's lease is the retry."""

    def send(due_id: UUID) -> None:
        try:
            clocks_must_agree(reminding)
            state = send_reminder(reminding, due_id)
        except Exception as error:  # noqa: BLE001 (the row is handed out again)
            FAILURES.inc()
            log.warning("reminder.cut", due_id=str(due_id), error=type(error).__name__)
            return
        if state:
            count(state)
            log.info("reminder.tried", due_id=str(due_id), outcome=state)

    return send


def _plan(reminding: Reminding) -> bool:
    progress = plan_reminders(reminding)
    if progress.unreadable:
        log.error("reminders.unreadable_event", position=progress.unreadable)
    return progress.read > 0 or plan_again(reminding) > 0
