"""Bring every approved erasure to its end, from wherever it stands."""

from application.erasures.carrying_out import certify, destroy, purge, record
from application.erasures.erasing import Erasing
from application.erasures.ports import Erasure, ErasureState

STEPS = {
    ErasureState.APPROVED: record,
    ErasureState.RECORDED: destroy,
    ErasureState.DESTROYED: purge,
    ErasureState.PURGED: certify,
}


def resume_erasures(erasing: Erasing) -> list[Erasure]:
    """Take every step that can be taken; the keys are rotated once for all that wait for it.

    Returns those that moved, as they are now.

    Raises:
        StoreUnavailable: a database cannot be reached; what was done stays done.
        MasterKeyError: the keys cannot be rotated from here.
    """
    before = sorted(erasing.erasures.unfinished(), key=lambda one: one.part_of is None)
    now = [_as_far_as_it_goes(erasing, erasure) for erasure in before]
    if any(erasure.state is ErasureState.PURGED for erasure in now):
        erasing.shredder.rotate_keys()
        now = [_as_far_as_it_goes(erasing, erasure) for erasure in now]
    return [after for was, after in zip(before, now, strict=True) if after.state != was.state]


def _as_far_as_it_goes(erasing: Erasing, erasure: Erasure) -> Erasure:
    while step := STEPS.get(erasure.state):
        after = step(erasing, erasure)
        if after.state is erasure.state:
            return after
        erasure = after
    return erasure
