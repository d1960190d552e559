"""What the person asks for, what keeps them from it, what was agreed with them."""

from uuid import UUID

from api.console.sentences.applications import scheme
from api.console.sentences.appointments import kind as appointment
from api.console.sentences.saying import Saying
from api.console.sentences.sentence import Area, Tone
from api.console.sentences.telling import Said, Telling
from api.languages.words import phrase
from domain.pathway.goals import GoalAbandoned, GoalAgreed, GoalReached
from domain.pathway.needs import NeedClosed, NeedEnteredInError, NeedIdentified, NeedOutcome
from domain.pathway.obstacles.facts import ObstacleLifted, ObstacleReported
from domain.pathway.obstacles.words import Delayable, Delayed, LiftedHow
from domain.pathway.questionnaires import EpicesAnswered, EpicesEnteredInError

NEEDS = Telling(Area.FOLLOW_UP)


@NEEDS.of(NeedIdentified)
def identified(fact: NeedIdentified, say: Saying) -> Said:
    return Said(say.head(say.gettext("Need"), say.word(fact.kind)), note=fact.words or "")


@NEEDS.of(NeedClosed)
def closed(fact: NeedClosed, say: Saying) -> Said:
    lead = say.head(say.gettext("Need closed"), need(fact.need_id, say))
    outcome = say.gettext("Outcome: %(what)s.", what=say.word(fact.outcome))
    tone = {NeedOutcome.MET: Tone.GOOD, NeedOutcome.GIVEN_UP: Tone.WARN}.get(fact.outcome)
    return Said(lead, outcome, fact.words or "", tone)


@NEEDS.of(NeedEnteredInError, corrects=True)
def mistaken(fact: NeedEnteredInError, say: Saying) -> Said:
    head = say.gettext("Need withdrawn, recorded by mistake")
    return Said(say.head(head, need(fact.need_id, say)))


@NEEDS.of(ObstacleReported, tone=Tone.WARN)
def reported(fact: ObstacleReported, say: Saying) -> Said:
    lead = say.head(say.gettext("Obstacle reported"), say.word(fact.kind))
    taken = say.word(fact.non_take_up)
    why = say.gettext("Non-take-up: %(what)s.", what=taken) if taken else ""
    delayed = _delayed(fact.delays, say) if fact.delays else ""
    late = say.gettext("It delays: %(what)s.", what=delayed) if delayed else ""
    return Said(lead, say.all(late, why), fact.words or "")


@NEEDS.of(ObstacleLifted, tone=Tone.GOOD)
def lifted(fact: ObstacleLifted, say: Saying) -> Said:
    known = say.told.first(fact.obstacle_id, ObstacleReported)
    what = say.word(known.kind) if known else ""
    if fact.how is LiftedHow.ENTERED_IN_ERROR:
        head = say.gettext("Obstacle withdrawn, recorded by mistake")
        return Said(say.head(head, what), note=fact.words or "", tone=Tone.PLAIN)
    how = say.gettext("How: %(how)s.", how=say.word(fact.how))
    days = say.ngettext("After %(num)s day.", "After %(num)s days.", fact.after_days)
    lead = say.head(say.gettext("Obstacle lifted"), what)
    return Said(
        lead, say.all(how if fact.how is not LiftedHow.OTHER else "", days), fact.words or ""
    )


@NEEDS.of(GoalAgreed)
def agreed(fact: GoalAgreed, say: Saying) -> Said:
    by = say.gettext("Hoped for by %(day)s.", day=say.day(fact.hoped_by)) if fact.hoped_by else ""
    return Said(say.gettext("Goal agreed with the person"), by, fact.words)


@NEEDS.of(GoalReached, tone=Tone.GOOD)
def reached(fact: GoalReached, say: Saying) -> Said:
    return Said(say.gettext("Goal reached"), _goal(fact.goal_id, say), fact.words or "")


@NEEDS.of(GoalAbandoned)
def abandoned(fact: GoalAbandoned, say: Saying) -> Said:
    return Said(say.gettext("Goal given up"), _goal(fact.goal_id, say), fact.words or "")


@NEEDS.of(EpicesAnswered)
def epices(fact: EpicesAnswered, say: Saying) -> Said:
    answered = say.ngettext(
        "%(num)s question answered.", "%(num)s questions answered.", len(fact.answers)
    )
    return Said(say.gettext("EPICES questionnaire filled in with the person."), answered)


NEEDS.plainly(
    EpicesEnteredInError,
    phrase("EPICES questionnaire withdrawn, it was a mistake."),
    corrects=True,
)


def need(need_id: UUID, say: Saying) -> str:
    """What a need is of, where the reader sees that it was felt."""
    known = say.told.first(need_id, NeedIdentified)
    return say.word(known.kind) if known else ""


def _delayed(delays: Delayed, say: Saying) -> str:
    of = {Delayable.RIGHT: scheme, Delayable.APPOINTMENT: appointment, Delayable.NEED: need}
    return of[delays.what](delays.id, say)


def _goal(goal_id: UUID, say: Saying) -> str:
    known = say.told.first(goal_id, GoalAgreed)
    return say.gettext("“%(words)s”", words=known.words) if known else ""
