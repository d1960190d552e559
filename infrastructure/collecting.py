"""The garbage collector of a process that stays."""

import gc

YOUNG = 10_000  # objects made before the youngest are looked through; 200 facts opened are 1,500


def spare_what_lasts() -> None:
    """Have the collector pass over all that there is once a process has started.

    It looks through everything that lasts each time a quarter as much was added: about 110 ms,
    which opening pathways paid for every now and then. Call it once a process.
    """
    gc.freeze()
    gc.set_threshold(YOUNG, 10, 10)
