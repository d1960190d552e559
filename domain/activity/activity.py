"""An activity of an organisation, about no person in particular; the root composes its parts."""

from dataclasses import dataclass, field
from typing import ClassVar

from domain.activity.holding import Holding
from domain.activity.outreach import Outreach
from domain.kernel import Aggregate, readers_of


@dataclass(frozen=True, slots=True)
class Activity(Aggregate):
    """Adding a kind of activity is one module, and one line here, twice."""

    holding: Holding = field(default=Holding())
    outreach: Outreach = field(default=Outreach())

    readers: ClassVar = readers_of(
        holding=Holding,
        outreach=Outreach,
    )
