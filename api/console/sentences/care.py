"""Care: consultations, and what people go without."""

from uuid import UUID

from api.console.sentences.saying import Saying
from api.console.sentences.sentence import Area, Tone
from api.console.sentences.telling import Said, Telling
from domain.consultations.words import Orientation
from domain.pathway.consultations import ConsultationEnteredInError, ConsultationHeld
from domain.pathway.renunciations import CareRenounced, GivenUp, LedTo, RenunciationLedTo

CARE = Telling(Area.CARE)
WENT_WELL = frozenset({LedTo.CARE_TAKEN_UP, LedTo.RIGHT_APPLIED_FOR, LedTo.REFERRED})
WENT_BADLY = frozenset({LedTo.EMERGENCY, LedTo.WORSENED, LedTo.STILL_GIVEN_UP})


@CARE.of(ConsultationHeld)
def consulted(fact: ConsultationHeld, say: Saying) -> Said:
    head = say.gettext("Consultation %(on)s", on=say.on(fact.on))
    towards = say.word(fact.orientation) if fact.orientation is not Orientation.NONE else ""
    return Said(
        say.head(head, say.word(fact.reason)),
        say.all(
            say.gettext("Seen by: %(name)s.", name=say.name(fact.professional_id)),
            say.gettext("First time there.") if fact.is_new else "",
            say.gettext("Sent on to: %(where)s.", where=towards) if towards else "",
        ),
    )


@CARE.of(ConsultationEnteredInError, corrects=True)
def not_consulted(fact: ConsultationEnteredInError, say: Saying) -> Said:
    held = say.told.first(fact.consultation_id, ConsultationHeld)
    head = say.gettext("Consultation withdrawn, recorded by mistake")
    return Said(say.head(head, say.on(held.on) if held else ""))


@CARE.of(CareRenounced, tone=Tone.WARN)
def renounced(fact: CareRenounced, say: Saying) -> Said:
    lead = say.head(say.gettext("Care or a right given up"), _what(fact.given_up, say))
    return Said(lead, say.because(fact.reason), fact.words or "")


@CARE.of(RenunciationLedTo)
def led_to(fact: RenunciationLedTo, say: Saying) -> Said:
    if fact.outcome is LedTo.ENTERED_IN_ERROR:
        head = say.gettext("Not given up, it was recorded by mistake")
        return Said(say.head(head, given_up(fact.renunciation_id, say)), note=fact.words or "")
    head = say.gettext("What became of what was given up")
    more = say.gettext("Given up: %(what)s.", what=given_up(fact.renunciation_id, say))
    tone = Tone.GOOD if fact.outcome in WENT_WELL else Tone.WARN
    return Said(
        say.head(head, say.word(fact.outcome)),
        more if given_up(fact.renunciation_id, say) else "",
        fact.words or "",
        tone if fact.outcome in WENT_WELL | WENT_BADLY else None,
    )


def given_up(renunciation_id: UUID, say: Saying) -> str:
    renounced_before = say.told.first(renunciation_id, CareRenounced)
    return _what(renounced_before.given_up, say) if renounced_before else ""


def _what(what: GivenUp, say: Saying) -> str:
    return say.word(what.scheme) if what.scheme is not None else say.word(what.care)
