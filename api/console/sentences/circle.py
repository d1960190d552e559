"""The organisations around the person: who comes, who leads, who stops."""

from api.console.sentences.referrals import service
from api.console.sentences.saying import Saying
from api.console.sentences.sentence import Area, Tone
from api.console.sentences.telling import Said, Telling
from domain.pathway.grounds.facts import CareTeamDeclared, JoiningRefused, JoiningRequested
from domain.pathway.grounds.words import DecidedBy
from domain.pathway.sharing.facts import (
    ClosingReasonGiven,
    OrganisationDeclined,
    OrganisationInvited,
    OrganisationJoined,
    OrganisationLeft,
    PathwayClosed,
    PathwayReopened,
    ReferentDesignated,
)

CIRCLE = Telling(Area.SHARING)


@CIRCLE.of(OrganisationInvited)
def invited(fact: OrganisationInvited, say: Saying) -> Said:
    lead = say.head(say.gettext("Invited into the circle"), say.name(fact.invited_id))
    return Said(lead, _part(say, in_care_team=fact.in_care_team))


@CIRCLE.of(OrganisationJoined, tone=Tone.GOOD)
def joined(fact: OrganisationJoined, say: Saying) -> Said:
    lead = say.head(say.gettext("Joined the circle"), say.name(fact.joined_id))
    asked = service(fact.for_referral, say)
    why = say.gettext("For the referral: %(what)s.", what=asked) if asked else ""
    return Said(lead, say.all(why, _part(say, in_care_team=fact.in_care_team)))


@CIRCLE.of(OrganisationDeclined)
def declined(fact: OrganisationDeclined, say: Saying) -> Said:
    lead = say.head(say.gettext("Invitation declined"), say.name(fact.declined_id))
    return Said(lead, say.because(fact.reason))


@CIRCLE.of(OrganisationLeft)
def left(fact: OrganisationLeft, say: Saying) -> Said:
    return Said(say.head(say.gettext("Left the circle"), say.name(fact.left_id)))


@CIRCLE.of(ReferentDesignated)
def referent(fact: ReferentDesignated, say: Saying) -> Said:
    who = (say.name(fact.referent_id), say.name(fact.of_organisation))
    lead = say.head(say.gettext("Referent"), *who)
    handed = say.gettext("Part of a whole caseload handed over.") if fact.handover_id else ""
    return Said(lead, say.all(say.because(fact.reason), handed))


@CIRCLE.of(PathwayClosed)
def closed(fact: PathwayClosed, say: Saying) -> Said:
    return Said(say.head(say.gettext("No longer follows the person"), say.name(fact.closed_by)))


@CIRCLE.of(ClosingReasonGiven)
def closing_reason(fact: ClosingReasonGiven, say: Saying) -> Said:
    head = say.gettext("Why the follow-up stopped")
    alone = say.gettext("Your organisation alone sees this.")
    return Said(say.head(head, say.word(fact.reason)), alone)


@CIRCLE.of(PathwayReopened)
def reopened(fact: PathwayReopened, say: Saying) -> Said:
    return Said(say.head(say.gettext("Follows the person again"), say.name(fact.reopened_by)))


@CIRCLE.of(CareTeamDeclared)
def team(fact: CareTeamDeclared, say: Saying) -> Said:
    lead = say.head(say.gettext("In the care team"), say.name(fact.organisation_id))
    return Said(lead, say.because(fact.basis))


@CIRCLE.of(JoiningRequested)
def asked_to_join(fact: JoiningRequested, say: Saying) -> Said:
    return Said(say.head(say.gettext("Asks to join the circle"), say.name(fact.requested_by)))


@CIRCLE.of(JoiningRefused)
def not_let_in(fact: JoiningRefused, say: Saying) -> Said:
    lead = say.head(say.gettext("May not join the circle"), say.name(fact.requested_by))
    if fact.decided_by is DecidedBy.PERSON:
        return Said(lead, say.gettext("The person decided so."))
    return Said(lead, say.gettext("The referent decided so."))


def _part(say: Saying, *, in_care_team: bool) -> str:
    if in_care_team:
        return say.gettext("As part of the care team.")
    return say.gettext("Outside the care team: it sees what the person agrees to.")
