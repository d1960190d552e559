"""The sentence of any fact that can stand on a pathway."""

from collections.abc import Mapping

from api.console.sentences import (
    accompaniments,
    applications,
    appointments,
    care,
    circle,
    covers,
    debts,
    follow_ups,
    grounds,
    history,
    household,
    interviews,
    messages,
    needs,
    person,
    psychology,
    referrals,
    screening,
    stays,
    workshops,
)
from api.console.sentences.saying import Saying
from api.console.sentences.sentence import Sentence
from api.console.sentences.telling import Row
from api.console.sentences.told import about
from application.pathways.read_timeline import TimelineEntry
from domain.kernel import Fact

TELLINGS = (
    *(person.PERSON, household.HOUSEHOLD, needs.NEEDS),
    *(applications.APPLICATIONS, covers.COVERS),
    *(referrals.REFERRALS, appointments.APPOINTMENTS, accompaniments.ACCOMPANIMENTS),
    *(care.CARE, debts.DEBTS, psychology.PSYCHOLOGY, screening.SCREENING),
    *(follow_ups.FOLLOW_UPS, interviews.INTERVIEWS, workshops.WORKSHOPS, stays.STAYS),
    *(circle.CIRCLE, grounds.GROUNDS, history.HISTORY, messages.MESSAGES),
)
SENTENCES: Mapping[type[Fact], Row] = {
    kind: row for telling in TELLINGS for kind, row in telling.rows.items()
}


def sentence_of(entry: TimelineEntry, saying: Saying) -> Sentence:
    """One entry of a timeline, in words."""
    fact = entry.fact
    area, says, tone, corrects = SENTENCES[type(fact)]
    said = says(fact, saying)
    return Sentence(
        lead=said.lead,
        more=said.more,
        note=said.note,
        area=area,
        corrects=corrects,
        about=about(fact),
        tone=said.tone or tone,
    )
