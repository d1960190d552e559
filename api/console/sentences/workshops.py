"""Places in workshops, and whether the person came."""

from uuid import UUID

from api.console.sentences.saying import Saying
from api.console.sentences.sentence import Area, Tone
from api.console.sentences.telling import Said, Telling
from domain.pathway.workshops import (
    WorkshopAttended,
    WorkshopJoined,
    WorkshopMissed,
    WorkshopPlaceGivenUp,
)

WORKSHOPS = Telling(Area.FOLLOW_UP)


@WORKSHOPS.of(WorkshopJoined)
def joined(fact: WorkshopJoined, say: Saying) -> Said:
    head = say.gettext("Place in a workshop %(on)s", on=say.on(fact.seat.starts_at))
    lead = say.head(head, say.word(fact.seat.theme))
    return Said(lead, say.gettext("Held by: %(name)s.", name=say.name(fact.seat.held_by)))


@WORKSHOPS.of(WorkshopAttended, tone=Tone.GOOD)
def attended(fact: WorkshopAttended, say: Saying) -> Said:
    head = say.gettext("Came to the workshop %(on)s", on=say.on(fact.held_at))
    return Said(say.head(head, theme(fact.attendance_id, say)))


@WORKSHOPS.of(WorkshopMissed, tone=Tone.WARN)
def missed(fact: WorkshopMissed, say: Saying) -> Said:
    lead = say.head(say.gettext("Did not come to the workshop"), theme(fact.attendance_id, say))
    said_before = say.told.after(fact, WorkshopAttended)
    return Said(lead, say.gettext("It had been noted otherwise.") if said_before else "")


@WORKSHOPS.of(WorkshopPlaceGivenUp)
def given_up(fact: WorkshopPlaceGivenUp, say: Saying) -> Said:
    head = say.gettext("Place in a workshop given up")
    return Said(say.head(head, theme(fact.attendance_id, say)))


def theme(attendance_id: UUID, say: Saying) -> str:
    """What a workshop is about, where the reader sees that there was a place in it."""
    seat = say.told.first(attendance_id, WorkshopJoined)
    return say.word(seat.seat.theme) if seat else ""
