"""The person's rights, from the first paper to the last day of cover."""

from datetime import datetime

from domain.pathway.rights import facts as said
from domain.pathway.rights.correcting import Correcting
from domain.rights.rules import RulePack
from domain.rights.schemes import NonTakeUp, Scheme


class Rights(Correcting):
    """Every decision on rights; the modules it is made of follow a right's life.

    Collecting papers → applying → answering → covering → correcting.
    """

    __slots__ = ()

    def record_non_take_up(
        self, *, scheme: Scheme, kind: NonTakeUp, rules: RulePack, at: datetime
    ) -> said.RightNonTakeUpRecorded:
        """Note that the person could have a right and has not, and why."""
        return said.RightNonTakeUpRecorded(
            occurred_at=at,
            data_class=scheme.data_class,
            rule_version=rules.version,
            scheme=scheme,
            kind=kind,
        )
