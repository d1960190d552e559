"""Sessions with a psychologist of the network, until somebody else takes over."""

from uuid import UUID

from api.console.sentences.saying import Saying
from api.console.sentences.sentence import Area, Tone
from api.console.sentences.telling import Said, Telling
from domain.pathway.psychology import (
    BufferSessionEnteredInError,
    BufferSessionHeld,
    Consents,
    PsychologyRelayAnswered,
    PsychologyRelayProposed,
    PsychologyRelayStarted,
)

PSYCHOLOGY = Telling(Area.CARE)


@PSYCHOLOGY.of(BufferSessionHeld)
def held(fact: BufferSessionHeld, say: Saying) -> Said:
    number = say.gettext("Session %(number)s with the psychologist", number=fact.rank)
    lead = say.head(number, say.name(fact.psychologist_id))
    how = say.several((say.word(fact.mode), say.minutes(fact.minutes)))
    return Said(lead, say.gettext("How: %(how)s.", how=how))


@PSYCHOLOGY.of(BufferSessionEnteredInError, corrects=True)
def mistaken(fact: BufferSessionEnteredInError, say: Saying) -> Said:
    session = say.told.first(fact.session_id, BufferSessionHeld)
    head = say.gettext("Session withdrawn, recorded by mistake")
    return Said(say.head(head, say.on(session.occurred_at) if session else ""))


@PSYCHOLOGY.of(PsychologyRelayProposed)
def proposed(fact: PsychologyRelayProposed, say: Saying) -> Said:
    return Said(say.head(say.gettext("Relay proposed for the sessions"), _to(fact, say)))


@PSYCHOLOGY.of(PsychologyRelayAnswered)
def answered(fact: PsychologyRelayAnswered, say: Saying) -> Said:
    tone = Tone.GOOD if fact.accepted else Tone.WARN
    if fact.by is Consents.PERSON:
        yes = say.gettext("The person accepts the relay")
        head = yes if fact.accepted else say.gettext("The person declines the relay")
    else:
        yes = say.gettext("The service accepts the relay")
        head = yes if fact.accepted else say.gettext("The service declines the relay")
    return Said(say.head(head, _whose(fact.relay_id, say)), tone=tone)


@PSYCHOLOGY.of(PsychologyRelayStarted, tone=Tone.GOOD)
def started(fact: PsychologyRelayStarted, say: Saying) -> Said:
    head = say.gettext("First session with the relay %(on)s", on=say.on(fact.on))
    waited = say.ngettext(
        "%(num)s day after it was proposed.",
        "%(num)s days after it was proposed.",
        fact.waited_days,
    )
    return Said(say.head(head, _whose(fact.relay_id, say)), waited)


def _whose(relay_id: UUID, say: Saying) -> str:
    told = say.told.first(relay_id, PsychologyRelayProposed)
    return _to(told, say) if told else ""


def _to(fact: PsychologyRelayProposed, say: Saying) -> str:
    return fact.relay.named or say.name(fact.relay.organisation_id)
