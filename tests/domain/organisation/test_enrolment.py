from uuid import uuid4

import pytest
from pydantic import ValidationError

from domain.kernel import Fact
from domain.members import Member, MemberStatus, Profession, Role
from domain.organisation.enrolment import (
    AlreadyEnrolled,
    AlreadyLeft,
    Hat,
    MemberLeft,
    MemberNamed,
    MemberNameErased,
    MemberStillHere,
    MemberUnknown,
    NameAlreadyErased,
    RolesChanged,
    RolesNotChanged,
)
from domain.organisation.organisation import Organisation
from tests.domain.organisation.partners import (
    ENROLLED,
    HUMAN,
    JANUARY_5,
    MEMBERSHIP,
    NAMED,
    NURSE,
    ORGANISATION,
    REGISTERED,
    organisation_after,
)
from tests.domain.scenario import given

LEFT = MemberLeft(occurred_at=JANUARY_5, membership_id=MEMBERSHIP)
BOTH = (Role.CASEWORKER, Role.COORDINATOR)
CHANGED = RolesChanged(occurred_at=JANUARY_5, membership_id=MEMBERSHIP, roles=BOTH)
SOCIAL_WORKER = NURSE.model_copy(update={"profession": Profession.SOCIAL_WORKER})


def enrol(organisation: Organisation, hat: Hat = NURSE, *, again: bool = False) -> list[Fact]:
    return organisation.enrolment.enrol(
        membership_id=uuid4() if again else MEMBERSHIP,
        human_id=HUMAN,
        hat=hat,
        name="Lison Aubrac",
        at=JANUARY_5,
    )


def change_roles(organisation: Organisation, roles: tuple[Role, ...] = BOTH) -> Fact:
    return organisation.enrolment.change_roles(membership_id=MEMBERSHIP, roles=roles, at=JANUARY_5)


def leave(organisation: Organisation) -> Fact:
    return organisation.enrolment.leave(membership_id=MEMBERSHIP, at=JANUARY_5)


def test_a_member_is_enrolled_and_named_apart() -> None:
    given(REGISTERED, kind=Organisation).when(enrol).then(ENROLLED, NAMED)
    assert MemberNamed.alone


def test_a_hat_is_worn_once_at_a_time() -> None:
    scenario = given(REGISTERED, ENROLLED, NAMED, kind=Organisation)
    scenario.when(enrol).then_refused(AlreadyEnrolled)
    scenario.when(lambda organisation: enrol(organisation, again=True)).then_refused(
        AlreadyEnrolled
    )
    as_social_worker = enrol(organisation_after(REGISTERED, ENROLLED), SOCIAL_WORKER, again=True)
    assert len(as_social_worker) == 2


def test_who_left_may_come_back_under_a_new_membership() -> None:
    back = enrol(organisation_after(REGISTERED, ENROLLED, LEFT), again=True)
    assert len(back) == 2


def test_roles_change() -> None:
    scenario = given(REGISTERED, ENROLLED, kind=Organisation)
    scenario.when(change_roles).then(CHANGED)
    scenario.when(lambda organisation: change_roles(organisation, (Role.CASEWORKER,))).then_refused(
        RolesNotChanged
    )
    member = organisation_after(REGISTERED, ENROLLED, CHANGED).member(MEMBERSHIP)
    assert member.roles == set(BOTH)


def test_roles_said_twice_or_in_another_order_are_the_same() -> None:
    backwards = (Role.COORDINATOR, Role.CASEWORKER, Role.COORDINATOR)
    given(REGISTERED, ENROLLED, CHANGED, kind=Organisation).when(
        lambda organisation: change_roles(organisation, backwards)
    ).then_refused(RolesNotChanged)


def test_a_hat_has_a_role() -> None:
    with pytest.raises(ValidationError):
        Hat(profession=Profession.NURSE, status=MemberStatus.EMPLOYEE, roles=())


def test_who_left_acts_no_more_but_stays_known() -> None:
    given(REGISTERED, ENROLLED, NAMED, kind=Organisation).when(leave).then(LEFT)
    scenario = given(REGISTERED, ENROLLED, NAMED, LEFT, kind=Organisation)
    scenario.when(leave).then_refused(AlreadyLeft)
    scenario.when(change_roles).then_refused(AlreadyLeft)
    gone = organisation_after(REGISTERED, ENROLLED, NAMED, LEFT)
    with pytest.raises(AlreadyLeft):
        gone.member(MEMBERSHIP)
    assert gone.enrolment.by_id[MEMBERSHIP].name == "Lison Aubrac"
    assert gone.enrolment.by_id[MEMBERSHIP].left_at == JANUARY_5


def test_a_member_whose_name_was_erased_is_still_a_member() -> None:
    nameless = organisation_after(REGISTERED, ENROLLED)
    assert nameless.enrolment.by_id[MEMBERSHIP].name is None
    assert nameless.member(MEMBERSHIP) == Member(
        id=MEMBERSHIP,
        organisation_id=ORGANISATION,
        profession=Profession.NURSE,
        status=MemberStatus.VOLUNTEER,
        roles=frozenset({Role.CASEWORKER}),
    )


def test_a_member_who_does_not_exist_is_unknown() -> None:
    for decide in (leave, change_roles):
        given(REGISTERED, kind=Organisation).when(decide).then_refused(MemberUnknown)
    with pytest.raises(MemberUnknown):
        organisation_after(REGISTERED).member(MEMBERSHIP)


NAME_ERASED = MemberNameErased(occurred_at=JANUARY_5, membership_id=MEMBERSHIP)


def erase_name(organisation: Organisation) -> Fact:
    return organisation.enrolment.erase_name(membership_id=MEMBERSHIP, at=JANUARY_5)


def test_the_name_of_who_left_is_erased_and_what_they_were_stays() -> None:
    given(REGISTERED, ENROLLED, NAMED, LEFT, kind=Organisation).when(erase_name).then(NAME_ERASED)
    known = organisation_after(REGISTERED, ENROLLED, NAMED, LEFT, NAME_ERASED).enrolment
    assert (known.by_id[MEMBERSHIP].name, known.by_id[MEMBERSHIP].hat) == (None, ENROLLED.hat)


def test_a_name_is_erased_once_of_somebody_who_was_there_and_left() -> None:
    for facts, refusal in (
        ([REGISTERED], MemberUnknown),
        ([REGISTERED, ENROLLED, NAMED], MemberStillHere),
        ([REGISTERED, ENROLLED, NAMED, LEFT, NAME_ERASED], NameAlreadyErased),
    ):
        given(*facts, kind=Organisation).when(erase_name).then_refused(refusal)
