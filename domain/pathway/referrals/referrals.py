"""Referrals to common law, a closed loop: asked, answered, carried out, known to have served."""

from domain.pathway.referrals.closing import Closing


class Referrals(Closing):
    """Every decision on referrals, in the order of a referral's life: see its modules."""

    __slots__ = ()
