"""Who lives with the person, the children, and who decides for them."""

from uuid import UUID

from api.console.sentences.saying import Saying
from api.console.sentences.sentence import Area, Tone
from api.console.sentences.telling import Said, Telling
from api.languages.words import phrase
from domain.pathway.household.discretion import ParentsKeptAway, ParentsNoLongerKeptAway
from domain.pathway.household.facts import (
    ChildLinked,
    ChildLinkedInError,
    ChildPathwayLinked,
    HouseholdDescribed,
    ParentalAuthorityEnded,
    ParentalAuthorityRecorded,
    ParentalContactAllowed,
    ParentalContactForbidden,
)
from domain.pathway.household.words import AuthorityEnd, Child

HOUSEHOLD = Telling(Area.PERSON)


@HOUSEHOLD.of(HouseholdDescribed)
def described(fact: HouseholdDescribed, say: Saying) -> Said:
    made = fact.composition
    adults = say.ngettext("%(num)s adult", "%(num)s adults", made.adults)
    children = say.ngettext("%(num)s child", "%(num)s children", made.children)
    counted = (adults, children if made.children else "")
    return Said(say.head(say.gettext("Household"), say.word(made.kind), *counted))


@HOUSEHOLD.of(ChildLinked)
def child_noted(fact: ChildLinked, say: Saying) -> Said:
    lives = say.gettext("Lives with the person.")
    if not fact.child.lives_with_person:
        lives = say.gettext("Does not live with the person.")
    return Said(say.head(say.gettext("Child"), _child(fact.child, say)), lives)


@HOUSEHOLD.of(ChildPathwayLinked)
def child_pathway(fact: ChildPathwayLinked, say: Saying) -> Said:
    head = say.gettext("The child has a pathway of their own")
    return Said(say.head(head, child(fact.child_id, say)))


@HOUSEHOLD.of(ChildLinkedInError, corrects=True)
def no_child(fact: ChildLinkedInError, say: Saying) -> Said:
    head = say.gettext("Child withdrawn, noted by mistake")
    return Said(say.head(head, child(fact.child_id, say)))


@HOUSEHOLD.of(ParentalAuthorityRecorded)
def authority(fact: ParentalAuthorityRecorded, say: Saying) -> Said:
    lead = say.head(say.gettext("Parental authority"), say.word(fact.holder), fact.name or "")
    of = child(fact.child_id, say)
    return Said(lead, say.gettext("For: %(what)s.", what=of) if of else "")


@HOUSEHOLD.of(ParentalAuthorityEnded)
def authority_ended(fact: ParentalAuthorityEnded, say: Saying) -> Said:
    mistake = fact.reason is AuthorityEnd.ENTERED_IN_ERROR
    head = say.gettext("Parental authority ended")
    if mistake:
        head = say.gettext("Parental authority withdrawn, noted by mistake")
    lead = say.head(head, holder(fact.authority_id, say))
    return Said(lead, "" if mistake else say.because(fact.reason))


@HOUSEHOLD.of(ParentalContactForbidden, tone=Tone.WARN)
def forbidden(fact: ParentalContactForbidden, say: Saying) -> Said:
    lead = say.head(say.gettext("Not to be contacted"), holder(fact.authority_id, say))
    return Said(lead, note=fact.because or "")


@HOUSEHOLD.of(ParentalContactAllowed)
def allowed(fact: ParentalContactAllowed, say: Saying) -> Said:
    return Said(say.head(say.gettext("May be contacted again"), holder(fact.authority_id, say)))


HOUSEHOLD.plainly(
    ParentsKeptAway,
    phrase("At their request, no holder of parental authority is contacted."),
    tone=Tone.WARN,
)
HOUSEHOLD.plainly(
    ParentsNoLongerKeptAway, phrase("Holders of parental authority may be contacted again.")
)


def child(child_id: UUID | None, say: Saying) -> str:
    linked = say.told.first(child_id, ChildLinked)
    return linked.child.called if linked else ""


def holder(authority_id: UUID, say: Saying) -> str:
    """Who holds parental authority, where the reader sees that it was noted."""
    known = say.told.first(authority_id, ParentalAuthorityRecorded)
    return say.several((say.word(known.holder), known.name or "")) if known else ""


def _child(noted: Child, say: Saying) -> str:
    born = say.gettext("born %(date)s", date=say.partly(noted.born)) if noted.born else ""
    return say.several((noted.called, born))
