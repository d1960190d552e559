"""Hand what is due to the workers: ids, and nothing else."""

from datetime import timedelta

from application.reminders.ports import DueRows, Queue

AT_ONCE = 200  # ids
LEASE = timedelta(minutes=1)  # after which an id that no worker took is handed out again


def hand_out_due(rows: DueRows, queue: Queue, *, lease: timedelta = LEASE) -> int:
    """How many were handed out; a queue that fails loses none, since its lease ends.

    Nothing is added to a full queue: where no worker runs, it would grow for ever.
    """
    if queue.is_full():
        return 0
    ids = rows.claim(limit=AT_ONCE, lease=lease)
    if ids:
        queue.put(ids)
    return len(ids)
