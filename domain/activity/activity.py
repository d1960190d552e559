"""An activity of an organisation, about no person in particular; the root composes its parts."""

from dataclasses import dataclass, field
from typing import ClassVar

from domain.activity.bodies import Bodies
from domain.activity.contacts import Contacts
from domain.activity.health_days import HealthDays
from domain.activity.holding import Holding
from domain.activity.outreach import Outreach
from domain.activity.preventions import Preventions
from domain.activity.tallies import Tallies
from domain.activity.trainings import Trainings
from domain.activity.workshops.workshops import Workshops
from domain.kernel import Aggregate, readers_of
from domain.pathway.opening import MetAt


@dataclass(frozen=True, slots=True)
class Activity(Aggregate):
    """Adding a kind of activity is one module, and one line here, twice."""

    holding: Holding = field(default=Holding())
    outreach: Outreach = field(default=Outreach())
    health_days: HealthDays = field(default=HealthDays())
    workshops: Workshops = field(default=Workshops())
    preventions: Preventions = field(default=Preventions())
    trainings: Trainings = field(default=Trainings())
    bodies: Bodies = field(default=Bodies())
    contacts: Contacts = field(default=Contacts())
    tallies: Tallies = field(default=Tallies())

    readers: ClassVar = readers_of(
        holding=Holding,
        outreach=Outreach,
        health_days=HealthDays,
        workshops=Workshops,
        preventions=Preventions,
        trainings=Trainings,
        bodies=Bodies,
        contacts=Contacts,
        tallies=Tallies,
    )

    @property
    def met_at(self) -> MetAt:
        """What a pathway says of where its person was met, if it was during this session.

        Raises:
            NotAnOutreachSession: it is another kind of activity.
        """
        return MetAt(self.outreach.must_be_one())
