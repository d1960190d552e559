"""Nothing is planned, handed out or sent while two clocks tell different times.

One of them was set wrong, and nobody knows which: by the database's clock reminders are due and
nights are quiet. What waits is not touched, so that nothing is lost once both agree again.
"""

from datetime import timedelta

from application.reminders.reminding import Reminding

LARGEST_DIFFERENCE = timedelta(minutes=5)


class ClocksDisagree(Exception):
    """Set the clock of this machine, or that of the database's."""


def clocks_must_agree(reminding: Reminding) -> None:
    """Check this process's clock by the database's.

    Raises:
        ClocksDisagree: they are too far apart.
    """
    if abs(reminding.rows.now() - reminding.network.clock()) > LARGEST_DIFFERENCE:
        raise ClocksDisagree
