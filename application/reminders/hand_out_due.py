"""Hand what is due to the workers: ids, and nothing else."""

from datetime import timedelta

from application.reminders.ports import DueRows, Enqueue

AT_ONCE = 200  # ids
LEASE = timedelta(minutes=1)  # after which an id that no worker took is handed out again


def hand_out_due(rows: DueRows, enqueue: Enqueue, *, lease: timedelta = LEASE) -> int:
    """How many were handed out; a queue that fails loses none, since its lease ends."""
    ids = rows.claim(limit=AT_ONCE, lease=lease)
    if ids:
        enqueue(ids)
    return len(ids)
