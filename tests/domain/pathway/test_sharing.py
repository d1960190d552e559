from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.pathway import Pathway
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
from domain.pathway.sharing.refusals import (
    AlreadyClosed,
    AlreadyInCircle,
    AlreadyInvited,
    LastInCircle,
    NotClosed,
    NotInCircle,
    NotInvited,
)
from domain.pathway.sharing.words import ClosingReason, DeclineReason
from tests.domain.pathway.people import CCAS, MARCH_5, MEDIATOR, PASS, RELAIS, opened
from tests.domain.scenario import given, known

CCAS_INVITED = OrganisationInvited(occurred_at=MARCH_5, invited_id=CCAS, invited_by=RELAIS)
CCAS_JOINED = OrganisationJoined(occurred_at=MARCH_5, joined_id=CCAS)
CCAS_DECLINED = OrganisationDeclined(
    occurred_at=MARCH_5, declined_id=CCAS, reason=DeclineReason.OUTSIDE_AREA
)
CCAS_LEFT = OrganisationLeft(occurred_at=MARCH_5, left_id=CCAS)
RELAIS_CLOSED = PathwayClosed(occurred_at=MARCH_5, closed_by=RELAIS)


def invite_ccas(pathway: Pathway) -> OrganisationInvited:
    return pathway.sharing.invite(organisation_id=CCAS, by=RELAIS, at=MARCH_5, seen=pathway.sharing)


def join_as_ccas(pathway: Pathway) -> OrganisationJoined:
    return pathway.sharing.join(organisation_id=CCAS, at=MARCH_5)


def decline_as_ccas(pathway: Pathway) -> OrganisationDeclined:
    return pathway.sharing.decline(
        organisation_id=CCAS, reason=DeclineReason.OUTSIDE_AREA, at=MARCH_5
    )


def leave_as_ccas(pathway: Pathway) -> OrganisationLeft:
    return pathway.sharing.leave(organisation_id=CCAS, at=MARCH_5, seen=pathway.sharing)


def close(pathway: Pathway) -> list[Fact]:
    return pathway.sharing.close(by=RELAIS, reason=ClosingReason.AUTONOMY, at=MARCH_5)


def reopen(pathway: Pathway) -> PathwayReopened:
    return pathway.sharing.reopen(by=RELAIS, at=MARCH_5)


def test_an_organisation_is_invited_once_until_it_answers() -> None:
    given(opened()).when(invite_ccas).then(CCAS_INVITED)
    given(opened(), CCAS_INVITED).when(invite_ccas).then_refused(AlreadyInvited)
    given(opened(), CCAS_INVITED, CCAS_DECLINED).when(invite_ccas).then(CCAS_INVITED)


def test_who_is_in_the_circle_is_not_invited() -> None:
    given(opened()).when(
        lambda pathway: pathway.sharing.invite(
            organisation_id=RELAIS, by=RELAIS, at=MARCH_5, seen=pathway.sharing
        )
    ).then_refused(AlreadyInCircle)


def test_only_an_invited_organisation_joins_or_declines() -> None:
    given(opened(), CCAS_INVITED).when(join_as_ccas).then(CCAS_JOINED)
    given(opened(), CCAS_INVITED).when(decline_as_ccas).then(CCAS_DECLINED)
    given(opened()).when(join_as_ccas).then_refused(NotInvited)
    given(opened()).when(decline_as_ccas).then_refused(NotInvited)
    given(opened(), CCAS_INVITED, CCAS_JOINED).when(join_as_ccas).then_refused(NotInvited)


def test_a_discreet_invitation_makes_a_discreet_part() -> None:
    discreetly: list[Fact] = [opened()]
    sharing = known(*discreetly).sharing
    invited = sharing.invite(
        organisation_id=CCAS, by=RELAIS, at=MARCH_5, data_class=DataClass.HEALTH, seen=sharing
    )
    joined = join_as_ccas(known(*discreetly, invited))
    assert joined.data_class is DataClass.HEALTH
    left = leave_as_ccas(known(*discreetly, invited, joined))
    assert left.data_class is DataClass.HEALTH
    refused = decline_as_ccas(known(*discreetly, invited))
    assert refused.data_class is DataClass.HEALTH


def test_what_is_asked_of_an_organisation_lets_it_in_once() -> None:
    let_in = lambda pathway: pathway.sharing.let_in(
        organisation_id=CCAS, at=MARCH_5, data_class=DataClass.SOCIAL, seen=pathway.sharing
    )
    given(opened()).when(let_in).then(CCAS_JOINED)
    given(opened(), CCAS_JOINED).when(let_in).then()


DISCREETLY_INVITED = CCAS_INVITED.model_copy(update={"data_class": DataClass.HEALTH})
DISCREETLY_JOINED = CCAS_JOINED.model_copy(update={"data_class": DataClass.HEALTH})


def test_no_refusal_tells_of_a_discreet_part() -> None:
    seen = known(opened()).sharing
    invite = lambda pathway: pathway.sharing.invite(
        organisation_id=CCAS, by=RELAIS, at=MARCH_5, seen=seen
    )
    given(opened(), DISCREETLY_JOINED).when(invite).then(CCAS_INVITED)
    given(opened(), DISCREETLY_INVITED).when(invite).then(CCAS_INVITED)
    given(opened(), DISCREETLY_JOINED).when(
        lambda pathway: pathway.sharing.leave(organisation_id=RELAIS, at=MARCH_5, seen=seen)
    ).then_refused(LastInCircle)


def test_who_sees_a_discreet_part_is_told() -> None:
    given(opened(), DISCREETLY_JOINED).when(invite_ccas).then_refused(AlreadyInCircle)
    given(opened(), DISCREETLY_INVITED).when(invite_ccas).then_refused(AlreadyInvited)
    given(opened(), DISCREETLY_JOINED).when(
        lambda pathway: pathway.sharing.let_in(
            organisation_id=CCAS, at=MARCH_5, data_class=DataClass.SOCIAL, seen=pathway.sharing
        )
    ).then()


def test_what_is_asked_openly_of_who_is_there_discreetly_makes_its_part_open() -> None:
    given(opened(), DISCREETLY_JOINED).when(
        lambda pathway: pathway.sharing.let_in(
            organisation_id=CCAS,
            at=MARCH_5,
            data_class=DataClass.SOCIAL,
            seen=known(opened()).sharing,
        )
    ).then(CCAS_JOINED)
    ccas_closed = PathwayClosed(occurred_at=MARCH_5, closed_by=CCAS)
    part = known(opened(), DISCREETLY_JOINED, ccas_closed, CCAS_JOINED).sharing.circle[CCAS]
    assert part.data_class is DataClass.SOCIAL
    assert not part.follows
    reserved = known(opened(), CCAS_JOINED, DISCREETLY_JOINED).sharing.circle[CCAS]
    assert reserved.data_class is DataClass.SOCIAL
    invited = known(opened(), DISCREETLY_INVITED, CCAS_INVITED).sharing.invited[CCAS]
    assert invited.data_class is DataClass.SOCIAL


def test_an_organisation_leaves_and_is_out() -> None:
    given(opened(), CCAS_JOINED).when(leave_as_ccas).then(CCAS_LEFT)
    given(opened(), CCAS_JOINED, CCAS_LEFT).when(leave_as_ccas).then_refused(NotInCircle)


def test_the_last_organisation_does_not_leave() -> None:
    given(opened()).when(
        lambda pathway: pathway.sharing.leave(
            organisation_id=RELAIS, at=MARCH_5, seen=pathway.sharing
        )
    ).then_refused(LastInCircle)


def test_a_referent_belongs_to_the_circle() -> None:
    given(opened()).when(
        lambda pathway: pathway.sharing.designate(
            referent_id=MEDIATOR, organisation_id=RELAIS, at=MARCH_5
        )
    ).then(ReferentDesignated(occurred_at=MARCH_5, referent_id=MEDIATOR, of_organisation=RELAIS))
    given(opened()).when(
        lambda pathway: pathway.sharing.designate(
            referent_id=MEDIATOR, organisation_id=CCAS, at=MARCH_5
        )
    ).then_refused(NotInCircle)


def test_a_referent_goes_when_their_organisation_leaves() -> None:
    designated = ReferentDesignated(occurred_at=MARCH_5, referent_id=MEDIATOR, of_organisation=CCAS)
    sharing = known(opened(), CCAS_JOINED, designated).sharing
    assert sharing.referents[CCAS] == MEDIATOR
    assert CCAS not in known(opened(), CCAS_JOINED, designated, CCAS_LEFT).sharing.referents


def test_closing_tells_the_circle_that_but_not_why() -> None:
    reason = ClosingReasonGiven(
        occurred_at=MARCH_5, closed_by=RELAIS, reason=ClosingReason.AUTONOMY
    )
    given(opened()).when(close).then(RELAIS_CLOSED, reason)
    assert RELAIS_CLOSED.private_to is None
    assert reason.private_to == RELAIS


def test_an_organisation_closes_its_own_follow_up_once() -> None:
    given(opened(), RELAIS_CLOSED).when(close).then_refused(AlreadyClosed)
    given(opened()).when(
        lambda pathway: pathway.sharing.close(by=PASS, reason=ClosingReason.MOVED, at=MARCH_5)
    ).then_refused(NotInCircle)


def test_a_closed_follow_up_is_opened_again() -> None:
    reopened = PathwayReopened(occurred_at=MARCH_5, reopened_by=RELAIS)
    given(opened(), RELAIS_CLOSED).when(reopen).then(reopened)
    given(opened()).when(reopen).then_refused(NotClosed)
    assert not known(opened(), RELAIS_CLOSED, reopened).sharing.is_closed


def test_a_pathway_is_closed_when_nobody_follows_it() -> None:
    assert not known(opened(), CCAS_JOINED, RELAIS_CLOSED).sharing.is_closed
    ccas_closed = PathwayClosed(occurred_at=MARCH_5, closed_by=CCAS)
    assert known(opened(), CCAS_JOINED, RELAIS_CLOSED, ccas_closed).sharing.is_closed
