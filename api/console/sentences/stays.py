"""Where the person stays: a place asked for, offered, taken up, left."""

from datetime import date, timedelta
from uuid import UUID

from api.console.sentences.saying import Saying
from api.console.sentences.sentence import Area, Tone
from api.console.sentences.telling import Said, Telling
from domain.pathway.stays.facts import (
    PlaceAccepted,
    PlaceDeclined,
    PlaceOffered,
    PlaceRequested,
    StayEnded,
    StayEnteredInError,
    StayExtended,
    StayStarted,
)
from domain.pathway.stays.words import DeclinedBy

STAYS = Telling(Area.HOUSING)


@STAYS.of(PlaceRequested)
def requested(fact: PlaceRequested, say: Saying) -> Said:
    head = say.gettext("Place asked for at %(name)s", name=say.name(fact.organisation_id))
    return Said(say.head(head, say.word(fact.kind)), _nights(fact.starts, fact.until, say))


@STAYS.of(PlaceOffered, tone=Tone.GOOD)
def offered(fact: PlaceOffered, say: Saying) -> Said:
    kept = say.gettext("It is kept until %(day)s.", day=say.day(fact.kept_until))
    return Said(say.head(say.gettext("Place offered"), place(fact.stay_id, say)), kept)


@STAYS.of(PlaceAccepted, tone=Tone.GOOD)
def accepted(fact: PlaceAccepted, say: Saying) -> Said:
    kept = say.gettext("It is kept until %(day)s.", day=say.day(fact.kept_until))
    head = say.gettext("The person accepts the place")
    return Said(say.head(head, place(fact.stay_id, say)), kept)


@STAYS.of(PlaceDeclined, tone=Tone.WARN)
def declined(fact: PlaceDeclined, say: Saying) -> Said:
    heads = {
        DeclinedBy.PERSON: say.gettext("The person declines the place"),
        DeclinedBy.FACILITY: say.gettext("The place is declined by whoever receives"),
        DeclinedBy.REQUESTER: say.gettext("The place is no longer asked for"),
    }
    lead = say.head(heads[fact.declined_by], place(fact.stay_id, say))
    return Said(lead, say.because(fact.reason))


@STAYS.of(StayStarted, tone=Tone.GOOD)
def started(fact: StayStarted, say: Saying) -> Said:
    head = say.gettext("Stay begun %(on)s", on=say.on(fact.starts))
    return Said(say.head(head, place(fact.stay_id, say)), _leaves(fact.until, say))


@STAYS.of(StayExtended)
def extended(fact: StayExtended, say: Saying) -> Said:
    lead = say.head(say.gettext("Stay made longer"), place(fact.stay_id, say))
    return Said(lead, _leaves(fact.until, say))


@STAYS.of(StayEnded)
def ended(fact: StayEnded, say: Saying) -> Said:
    head = say.gettext("Stay ended %(on)s", on=say.on(fact.until))
    to = say.gettext("Goes on to: %(where)s.", where=say.word(fact.destination))
    return Said(say.head(head, place(fact.stay_id, say)), to)


@STAYS.of(StayEnteredInError, corrects=True)
def mistaken(fact: StayEnteredInError, say: Saying) -> Said:
    head = say.gettext("Stay withdrawn, recorded by mistake")
    return Said(say.head(head, place(fact.stay_id, say)))


def place(stay_id: UUID, say: Saying) -> str:
    """What kind of place, and where, as the reader sees that it was asked for."""
    asked = say.told.first(stay_id, PlaceRequested)
    return say.several((say.word(asked.kind), say.name(asked.organisation_id))) if asked else ""


def _nights(starts: date, until: date, say: Saying) -> str:
    return say.period(starts, until - timedelta(days=1))


def _leaves(until: date, say: Saying) -> str:
    return say.gettext("The person is to leave %(on)s.", on=say.on(until))
