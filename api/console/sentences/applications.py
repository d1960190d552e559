"""Rights as procedures: from the application to the answer, the appeal and the renewal."""

from uuid import UUID

from api.console.sentences.saying import Saying
from api.console.sentences.sentence import Area, Tone
from api.console.sentences.telling import Said, Telling
from domain.pathway.rights.facts import (
    AppealDecided,
    AppealFiled,
    FileDeclaredComplete,
    FileDeclaredIncomplete,
    ImpliedDecisionReached,
    RenewalFiled,
    RightApplicationFiled,
    RightApplicationStarted,
    RightDeclaredOpen,
    RightEnteredInError,
    RightNonTakeUpRecorded,
    RightRefused,
    SupportingDocumentCollected,
    SupportingDocumentRejected,
    SupportingDocumentRequired,
)
from domain.rights.schemes import AppealStep, Decision, Document

APPLICATIONS = Telling(Area.RIGHTS)
TONES = {Decision.GRANTED: Tone.GOOD, Decision.REFUSED: Tone.WARN}


def scheme(right_id: UUID, say: Saying) -> str:
    """Which right it is, where the reader sees its beginning."""
    told = say.told
    begun = told.first(right_id, RightApplicationStarted) or told.first(right_id, RightDeclaredOpen)
    return say.word(begun.scheme) if begun else ""


def papers(documents: tuple[Document, ...], say: Saying) -> str:
    if not documents:
        return ""
    return say.gettext("Papers missing: %(papers)s.", papers=say.all_of(documents))


@APPLICATIONS.of(RightApplicationStarted)
def started(fact: RightApplicationStarted, say: Saying) -> Said:
    lead = say.head(say.gettext("Application being prepared"), say.word(fact.scheme))
    asked = say.all_of(fact.documents)
    return Said(lead, say.gettext("Papers to gather: %(papers)s.", papers=asked) if asked else "")


@APPLICATIONS.of(SupportingDocumentRequired)
def required(fact: SupportingDocumentRequired, say: Saying) -> Said:
    lead = say.head(say.gettext("Paper to gather"), say.word(fact.document))
    return Said(lead, _for(fact.right_id, say))


@APPLICATIONS.of(SupportingDocumentCollected, tone=Tone.GOOD)
def collected(fact: SupportingDocumentCollected, say: Saying) -> Said:
    lead = say.head(say.gettext("Paper gathered"), say.word(fact.document))
    valid = fact.valid_until
    until = say.gettext("Valid until %(day)s.", day=say.day(valid)) if valid else ""
    return Said(lead, say.all(_for(fact.right_id, say), until))


@APPLICATIONS.of(SupportingDocumentRejected, tone=Tone.WARN)
def rejected(fact: SupportingDocumentRejected, say: Saying) -> Said:
    lead = say.head(say.gettext("Paper not accepted"), say.word(fact.document))
    return Said(lead, say.all(_for(fact.right_id, say), say.because(fact.reason)))


@APPLICATIONS.of(RightApplicationFiled)
def filed(fact: RightApplicationFiled, say: Saying) -> Said:
    head = say.gettext("Application filed %(on)s", on=say.on(fact.on))
    return Said(say.head(head, scheme(fact.right_id, say)), papers(fact.missing, say))


@APPLICATIONS.of(RenewalFiled)
def renewal(fact: RenewalFiled, say: Saying) -> Said:
    head = say.gettext("Renewal filed %(on)s", on=say.on(fact.on))
    late = say.gettext("Outside the time allowed.") if fact.in_time is False else ""
    lead = say.head(head, scheme(fact.right_id, say))
    return Said(lead, say.all(papers(fact.missing, say), late), tone=Tone.WARN if late else None)


@APPLICATIONS.of(FileDeclaredIncomplete, tone=Tone.WARN)
def incomplete(fact: FileDeclaredIncomplete, say: Saying) -> Said:
    head = say.gettext("File incomplete, it was said %(on)s", on=say.on(fact.on))
    return Said(say.head(head, scheme(fact.right_id, say)), papers(fact.missing, say))


@APPLICATIONS.of(FileDeclaredComplete, tone=Tone.GOOD)
def complete(fact: FileDeclaredComplete, say: Saying) -> Said:
    head = say.gettext("File complete, it was said %(on)s", on=say.on(fact.on))
    return Said(say.head(head, scheme(fact.right_id, say)))


@APPLICATIONS.of(RightRefused, tone=Tone.WARN)
def refused(fact: RightRefused, say: Saying) -> Said:
    head = say.gettext("Right refused %(on)s", on=say.on(fact.on))
    return Said(say.head(head, scheme(fact.right_id, say)), say.because(fact.reason))


@APPLICATIONS.of(ImpliedDecisionReached)
def implied(fact: ImpliedDecisionReached, say: Saying) -> Said:
    refusing = fact.decision is Decision.REFUSED
    head = say.gettext("Refused by silence") if refusing else say.gettext("Granted by silence")
    more = say.gettext("No answer came by %(day)s.", day=say.day(fact.on))
    return Said(say.head(head, scheme(fact.right_id, say)), more, tone=TONES[fact.decision])


@APPLICATIONS.of(AppealFiled)
def appealed(fact: AppealFiled, say: Saying) -> Said:
    before = fact.step is AppealStep.PRIOR
    head = say.gettext("Appeal to the service") if before else say.gettext("Appeal to the court")
    late = say.gettext("Outside the time allowed.") if fact.in_time is False else ""
    more = say.gettext("Filed %(on)s.", on=say.on(fact.on))
    return Said(say.head(head, scheme(fact.right_id, say)), say.all(more, late))


@APPLICATIONS.of(AppealDecided)
def appeal_decided(fact: AppealDecided, say: Saying) -> Said:
    won = fact.decision is Decision.GRANTED
    head = say.gettext("Appeal won") if won else say.gettext("Appeal rejected")
    more = say.gettext("Decided %(on)s.", on=say.on(fact.on))
    return Said(say.head(head, scheme(fact.right_id, say)), more, tone=TONES[fact.decision])


@APPLICATIONS.of(RightEnteredInError, corrects=True)
def mistaken(fact: RightEnteredInError, say: Saying) -> Said:
    head = say.gettext("Right withdrawn, recorded by mistake")
    return Said(say.head(head, scheme(fact.right_id, say)))


@APPLICATIONS.of(RightNonTakeUpRecorded, tone=Tone.WARN)
def not_taken_up(fact: RightNonTakeUpRecorded, say: Saying) -> Said:
    lead = say.head(say.gettext("Right not taken up"), say.word(fact.scheme))
    return Said(lead, say.because(fact.kind))


def _for(right_id: UUID, say: Saying) -> str:
    right = scheme(right_id, say)
    return say.gettext("For: %(what)s.", what=right) if right else ""
