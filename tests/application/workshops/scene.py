"""A workshop that a midwife of the Relais holds, and young women who may come."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from application.pathways.open_pathway import OpenPathway, open_pathway
from application.ports import Recorded
from application.workshops.open_workshop import OpenWorkshop, open_workshop
from application.workshops.plan_session import PlanWorkshopSession, plan_session
from application.workshops.take_place import TakeWorkshopPlace, take_place
from domain.activity.activity import Activity
from domain.activity.themes import PreventionTheme
from domain.activity.words import Happening
from domain.activity.workshops.session import Session
from domain.activity.workshops.words import Setting, Workshop
from domain.members import Member, Profession
from domain.organisation.organisation import FOUNDER
from domain.pathway.opening import MetAt
from tests.application.network import NOON, Town

STARTS = NOON - timedelta(hours=2)
HAPPENING = Happening(place="Maison des Glycines", starts_at=STARTS)


class Circle:
    """A workshop with one session, of two places unless told otherwise."""

    def __init__(self, town: Town, *, held_by: UUID = FOUNDER, **said: Any) -> None:
        self.town = town
        self.midwife: Member = town.enrolled(held_by, Profession.MIDWIFE)
        self.mediator: Member = town.enrolled(held_by, Profession.MEDIATOR)
        about = {
            "theme": PreventionTheme.BREASTFEEDING,
            "leaders": (Profession.MIDWIFE,),
            "places": 2,
            "setting": Setting.MATERNAL_CENTRE,
        }
        workshop = Workshop.model_validate(about | said)
        opening = OpenWorkshop(happening=HAPPENING, workshop=workshop, at=NOON)
        self.does(open_workshop, opening)
        self.workshop_id = opening.activity_id
        planning = PlanWorkshopSession(
            activity_id=self.workshop_id, starts_at=STARTS, minutes=90, at=NOON
        )
        self.does(plan_session, planning)
        self.session_id = planning.session_id

    def does(self, use_case: Any, command: Any, by: Member | None = None) -> Recorded:
        recorded: Recorded = use_case(self.town.network, command, by or self.midwife)
        return recorded

    def woman(self) -> UUID:
        """A pathway that the midwife opened."""
        command = OpenPathway(called="Awa", met_at=MetAt.SHELTER, at=NOON)
        return open_pathway(self.town.network, command, self.midwife).stream_id

    def asks(self, pathway_id: UUID, **said: Any) -> TakeWorkshopPlace:
        return TakeWorkshopPlace(
            pathway_id=pathway_id,
            workshop_id=self.workshop_id,
            of_session=self.session_id,
            at=NOON,
            **said,
        )

    def seats(self, pathway_id: UUID, **said: Any) -> UUID:
        """Give somebody a place; its id."""
        self.does(take_place, self.asks(pathway_id, **said))
        (place,) = self.town.pathway(pathway_id).workshops.by_id
        return place

    @property
    def activity(self) -> Activity:
        return self.town.network.log.load(Activity, self.workshop_id)

    @property
    def session(self) -> Session:
        return self.activity.workshops.session(self.session_id)
