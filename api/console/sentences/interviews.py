"""Meetings with the person: interviews of mediation, activities, how a mediation ends."""

from api.console.sentences.saying import Saying
from api.console.sentences.sentence import Area, Tone
from api.console.sentences.telling import Said, Telling
from domain.pathway.interviews import (
    InterviewEnteredInError,
    InterviewThemesDiscussed,
    MediationInterviewHeld,
    NextStep,
)
from domain.pathway.mediation import Ending, MediationEnded, MediationEndEnteredInError
from domain.pathway.meetings import MeetingEnteredInError, MetDuringActivity

INTERVIEWS = Telling(Area.FOLLOW_UP)
GOOD_ENDINGS = frozenset({Ending.AUTONOMY, Ending.EFFECTIVE_RELAY})


@INTERVIEWS.of(MediationInterviewHeld)
def held(fact: MediationInterviewHeld, say: Saying) -> Said:
    how = say.several((say.word(fact.mode), say.minutes(fact.minutes)))
    agreed = say.word(fact.next_step) if fact.next_step is not NextStep.NONE else ""
    return Said(
        say.head(say.gettext("Mediation interview"), how),
        say.all(
            say.gettext("Talked about: %(themes)s.", themes=say.all_of(fact.themes))
            if fact.themes
            else "",
            say.gettext("Agreed next: %(step)s.", step=agreed) if agreed else "",
        ),
    )


@INTERVIEWS.of(InterviewThemesDiscussed)
def also_discussed(fact: InterviewThemesDiscussed, say: Saying) -> Said:
    head = say.gettext("Also talked about during the interview")
    return Said(say.head(head, say.all_of(fact.themes)))


@INTERVIEWS.of(InterviewEnteredInError, corrects=True)
def withdrawn(fact: InterviewEnteredInError, say: Saying) -> Said:
    interview = say.told.first(fact.interview_id, MediationInterviewHeld)
    head = say.gettext("Interview withdrawn, recorded by mistake")
    return Said(say.head(head, say.on(interview.occurred_at) if interview else ""))


@INTERVIEWS.of(MetDuringActivity)
def met(fact: MetDuringActivity, say: Saying) -> Said:
    return Said(say.head(say.gettext("Met during an activity"), say.name(fact.met_by)))


@INTERVIEWS.of(MeetingEnteredInError, corrects=True)
def not_met(fact: MeetingEnteredInError, say: Saying) -> Said:
    meeting = say.told.first(fact.meeting_id, MetDuringActivity)
    head = say.gettext("Meeting withdrawn, recorded by mistake")
    return Said(say.head(head, say.on(meeting.occurred_at) if meeting else ""))


@INTERVIEWS.of(MediationEnded)
def ended(fact: MediationEnded, say: Saying) -> Said:
    lead = say.head(say.gettext("Mediation ended"), say.word(fact.how))
    return Said(lead, tone=Tone.GOOD if fact.how in GOOD_ENDINGS else None)


@INTERVIEWS.of(MediationEndEnteredInError, corrects=True)
def not_ended(fact: MediationEndEnteredInError, say: Saying) -> Said:
    ending = say.told.first(fact.ending_id, MediationEnded)
    head = say.gettext("Mediation not ended, it was a mistake")
    return Said(say.head(head, say.word(ending.how) if ending else ""))
