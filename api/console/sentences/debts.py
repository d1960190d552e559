"""Bills for care that people cannot pay."""

from uuid import UUID

from api.console.sentences.saying import Saying
from api.console.sentences.sentence import Area, Tone
from api.console.sentences.telling import Said, Telling
from domain.pathway.debts import (
    CareDebtEnteredInError,
    CareDebtMoved,
    CareDebtReported,
    CareDebtSettled,
)

DEBTS = Telling(Area.CARE)


@DEBTS.of(CareDebtReported, tone=Tone.WARN)
def reported(fact: CareDebtReported, say: Saying) -> Said:
    lead = say.head(say.gettext("Care debt"), say.euros(fact.cents), say.word(fact.creditor))
    named = say.gettext("Asked by: %(name)s.", name=fact.named) if fact.named else ""
    since = say.gettext("Bill of %(day)s.", day=say.day(fact.since)) if fact.since else ""
    return Said(lead, say.all(named, since))


@DEBTS.of(CareDebtMoved)
def moved(fact: CareDebtMoved, say: Saying) -> Said:
    head = say.gettext("Where the care debt stands")
    left = say.gettext("Left to pay: %(amount)s.", amount=say.euros(fact.cents))
    return Said(say.head(head, say.word(fact.state)), left if fact.cents is not None else "")


@DEBTS.of(CareDebtSettled, tone=Tone.GOOD)
def settled(fact: CareDebtSettled, say: Saying) -> Said:
    lead = say.head(say.gettext("Care debt settled"), _which(fact.debt_id, say))
    return Said(lead, say.gettext("How: %(how)s.", how=say.word(fact.how)))


@DEBTS.of(CareDebtEnteredInError, corrects=True)
def mistaken(fact: CareDebtEnteredInError, say: Saying) -> Said:
    head = say.gettext("Care debt withdrawn, recorded by mistake")
    return Said(say.head(head, _which(fact.debt_id, say)))


def _which(debt_id: UUID, say: Saying) -> str:
    told = say.told.first(debt_id, CareDebtReported)
    return say.several((say.euros(told.cents), say.word(told.creditor))) if told else ""
