"""Going there with the person."""

from uuid import UUID

from api.console.sentences.appointments import kind
from api.console.sentences.saying import Saying
from api.console.sentences.sentence import Area, Tone
from api.console.sentences.telling import Said, Telling
from domain.pathway.accompaniments.facts import (
    AccompanimentCarriedOut,
    AccompanimentEnteredInError,
    AccompanimentPlanned,
    AccompanimentRefused,
)
from domain.pathway.accompaniments.words import RefusedBy
from domain.pathway.appointments.words import Transport

ACCOMPANIMENTS = Telling(Area.APPOINTMENTS)


@ACCOMPANIMENTS.of(AccompanimentPlanned)
def planned(fact: AccompanimentPlanned, say: Saying) -> Said:
    head = say.gettext("Accompaniment planned %(on)s", on=say.on(fact.on))
    leads_to = kind(fact.appointment_id, say)
    towards = say.gettext("For the appointment: %(what)s.", what=leads_to) if leads_to else ""
    return Said(say.head(head, fact.place), say.all(towards, say.because(fact.why)))


@ACCOMPANIMENTS.of(AccompanimentCarriedOut, tone=Tone.GOOD)
def carried_out(fact: AccompanimentCarriedOut, say: Saying) -> Said:
    head = say.gettext("Accompaniment carried out")
    by = say.word(fact.transport) if fact.transport is not Transport.NO_NEED else ""
    return Said(
        say.head(head, where(fact.accompaniment_id, say)),
        say.all(
            say.gettext("Outcome: %(what)s.", what=say.word(fact.outcome)),
            say.gettext(
                "It took: %(what)s.",
                what=say.several((say.minutes(fact.minutes), say.kilometres(fact.kilometres))),
            ),
            say.gettext("Transport: %(how)s.", how=by) if by else "",
        ),
    )


@ACCOMPANIMENTS.of(AccompanimentRefused)
def refused(fact: AccompanimentRefused, say: Saying) -> Said:
    head = say.gettext("Accompaniment not possible")
    if fact.by is RefusedBy.PERSON:
        head = say.gettext("The person prefers to go without accompaniment")
    tone = Tone.WARN if fact.by is RefusedBy.ORGANISATION else None
    return Said(say.head(head, where(fact.accompaniment_id, say)), tone=tone)


@ACCOMPANIMENTS.of(AccompanimentEnteredInError, corrects=True)
def mistaken(fact: AccompanimentEnteredInError, say: Saying) -> Said:
    head = say.gettext("Accompaniment withdrawn, recorded by mistake")
    return Said(say.head(head, where(fact.accompaniment_id, say)))


def where(accompaniment_id: UUID, say: Saying) -> str:
    """Where to, as it was planned."""
    planned_before = say.told.first(accompaniment_id, AccompanimentPlanned)
    return planned_before.place if planned_before else ""
