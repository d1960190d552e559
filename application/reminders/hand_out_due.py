"""Hand what is due to the workers: ids, and nothing else."""

from datetime import timedelta

from application.reminders.ports import DueRows, Queue

LEASE = timedelta(seconds=4)  # after which an id that no worker took is handed out again


def hand_out_due(rows: DueRows, queue: Queue, *, lease: timedelta = LEASE) -> int:
    """How many were handed out; a queue that fails loses none, since its lease ends.

    No more than workers are about to take: the queue stays short, and what is lost in it is
    little and soon handed out again.
    """
    if not rows.is_any_due() or not (room := queue.room()):
        return 0
    ids = rows.claim(limit=room, lease=lease)
    if ids:
        queue.put(ids)
    return len(ids)
