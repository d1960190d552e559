"""Hand what is due to the workers: ids, and nothing else."""

from datetime import timedelta

from application.reminders.ports import DueRows, Queue

LEASE = timedelta(seconds=4)  # after which an id that no worker took is handed out again


def hand_out_due(rows: DueRows, queue: Queue, *, lease: timedelta = LEASE) -> int:
    """How many were handed out, the urgent ones first; a queue that fails loses none.

    No more than workers are about to take: the queue stays short, and what is lost in it is
    little and soon handed out again.
    """
    if not rows.is_any_due():
        return 0
    return sum(_hand_out(rows, queue, lease, urgent=urgent) for urgent in (True, False))


def _hand_out(rows: DueRows, queue: Queue, lease: timedelta, *, urgent: bool) -> int:
    room = queue.room(urgent=urgent)
    ids = rows.claim(limit=room, lease=lease, urgent=urgent) if room else []
    if ids:
        queue.put(ids, urgent=urgent)
    return len(ids)
