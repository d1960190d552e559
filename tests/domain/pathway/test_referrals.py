from collections.abc import Callable, Iterable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from pydantic import ValidationError

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.pathway import Pathway
from domain.pathway.referrals.facts import (
    OutsideServiceNamed,
    PersonReturnedAfterRelay,
    ReferralAccepted,
    ReferralCancelled,
    ReferralChased,
    ReferralCompleted,
    ReferralDrafted,
    ReferralEnteredInError,
    ReferralExpired,
    ReferralFailed,
    ReferralMessageWritten,
    ReferralPutOnHold,
    ReferralRejected,
    ReferralRequested,
    ReferralStarted,
    RelayDeclaredEffective,
)
from domain.pathway.referrals.referral import ReferralState
from domain.pathway.referrals.refusals import (
    ReasonContradictsRefusal,
    ReferralAlreadyAnswered,
    ReferralAlreadyRequested,
    ReferralNotAtThisStep,
    ReferralNotYours,
    ReferralStillInTime,
    ReferralToOneself,
    ReferralUnknown,
    RelayAlreadyEffective,
    ReturnAlreadyRecorded,
)
from domain.pathway.referrals.words import (
    CLASS_OF_SERVICE,
    Ask,
    CancellationReason,
    ErrorReason,
    FailureReason,
    HoldReason,
    Message,
    RefusedBy,
    RejectionReason,
    RelayEffect,
    Service,
    Urgency,
)
from tests.domain.pathway.people import CCAS, MARCH_5, PASS, REFERRAL, RELAIS, opened
from tests.domain.scenario import given, known

Decision = Callable[[Pathway], Fact | Iterable[Fact]]

ASK = Ask(service=Service.DOMICILIATION, target_id=CCAS)
OUTSIDE = Ask(service=Service.ADDICTION_CARE, outside_service="Centre des Sources")
REQUESTED = ReferralRequested(
    occurred_at=MARCH_5,
    referral_id=REFERRAL,
    requested_by=RELAIS,
    target_id=CCAS,
    service=Service.DOMICILIATION,
    urgency=Urgency.ROUTINE,
)
DRAFTED = ReferralDrafted(
    occurred_at=MARCH_5,
    referral_id=REFERRAL,
    requested_by=RELAIS,
    target_id=CCAS,
    service=Service.DOMICILIATION,
    urgency=Urgency.ROUTINE,
)
ACCEPTED = ReferralAccepted(occurred_at=MARCH_5, referral_id=REFERRAL, accepted_by=CCAS)
REJECTED = ReferralRejected(
    occurred_at=MARCH_5,
    referral_id=REFERRAL,
    rejected_by=CCAS,
    refused_by=RefusedBy.SERVICE,
    reason=RejectionReason.NO_CAPACITY,
)
STARTED = ReferralStarted(occurred_at=MARCH_5, referral_id=REFERRAL, started_by=CCAS)
ON_HOLD = ReferralPutOnHold(
    occurred_at=MARCH_5, referral_id=REFERRAL, held_by=CCAS, reason=HoldReason.WAITING_LIST
)
COMPLETED = ReferralCompleted(occurred_at=MARCH_5, referral_id=REFERRAL, completed_by=CCAS)
FAILED = ReferralFailed(
    occurred_at=MARCH_5,
    referral_id=REFERRAL,
    failed_by=CCAS,
    refused_by=None,
    reason=FailureReason.CONTACT_LOST,
)
CANCELLED = ReferralCancelled(
    occurred_at=MARCH_5,
    referral_id=REFERRAL,
    cancelled_by=RELAIS,
    refused_by=None,
    reason=CancellationReason.NO_LONGER_NEEDED,
)
EXPIRED = ReferralExpired(
    occurred_at=MARCH_5 + timedelta(days=30), referral_id=REFERRAL, unanswered_days=30
)
IN_ERROR = ReferralEnteredInError(
    occurred_at=MARCH_5, referral_id=REFERRAL, withdrawn_by=RELAIS, reason=ErrorReason.TWICE
)
EFFECTIVE = RelayDeclaredEffective(
    occurred_at=MARCH_5,
    referral_id=REFERRAL,
    declared_by=CCAS,
    effect=RelayEffect.RIGHT_USED,
)
RETURNED = PersonReturnedAfterRelay(occurred_at=MARCH_5, referral_id=REFERRAL, seen_by=RELAIS)


def request(*, ask: Ask = ASK, by: UUID = RELAIS) -> Decision:
    return lambda pathway: pathway.referrals.request(
        referral_id=REFERRAL, ask=ask, by=by, at=MARCH_5
    )


def draft(*, ask: Ask = ASK, by: UUID = RELAIS) -> Decision:
    return lambda pathway: pathway.referrals.draft(referral_id=REFERRAL, ask=ask, by=by, at=MARCH_5)


def accept(by: UUID) -> Decision:
    return lambda pathway: pathway.referrals.accept(referral_id=REFERRAL, by=by, at=MARCH_5)


def reject(by: UUID) -> Decision:
    return lambda pathway: pathway.referrals.reject(
        referral_id=REFERRAL,
        by=by,
        refused_by=RefusedBy.SERVICE,
        reason=RejectionReason.NO_CAPACITY,
        at=MARCH_5,
    )


def start(by: UUID) -> Decision:
    return lambda pathway: pathway.referrals.start(referral_id=REFERRAL, by=by, at=MARCH_5)


def hold(by: UUID) -> Decision:
    return lambda pathway: pathway.referrals.hold(
        referral_id=REFERRAL, by=by, reason=HoldReason.WAITING_LIST, at=MARCH_5
    )


def complete(by: UUID) -> Decision:
    return lambda pathway: pathway.referrals.complete(referral_id=REFERRAL, by=by, at=MARCH_5)


def fail(by: UUID) -> Decision:
    return lambda pathway: pathway.referrals.fail(
        referral_id=REFERRAL,
        by=by,
        refused_by=None,
        reason=FailureReason.CONTACT_LOST,
        at=MARCH_5,
    )


def cancel(by: UUID) -> Decision:
    return lambda pathway: pathway.referrals.cancel(
        referral_id=REFERRAL,
        by=by,
        refused_by=None,
        reason=CancellationReason.NO_LONGER_NEEDED,
        at=MARCH_5,
    )


def withdraw(by: UUID) -> Decision:
    return lambda pathway: pathway.referrals.withdraw(
        referral_id=REFERRAL, by=by, reason=ErrorReason.TWICE, at=MARCH_5
    )


def expire(after: timedelta) -> Decision:
    return lambda pathway: pathway.referrals.expire(
        referral_id=REFERRAL, after_days=30, at=MARCH_5 + after
    )


def chase(by: UUID | None) -> Decision:
    return lambda pathway: pathway.referrals.chase(referral_id=REFERRAL, by=by, at=MARCH_5)


def declare_effective(by: UUID) -> Decision:
    return lambda pathway: pathway.referrals.declare_effective(
        referral_id=REFERRAL, by=by, effect=RelayEffect.RIGHT_USED, at=MARCH_5
    )


def record_return(by: UUID) -> Decision:
    return lambda pathway: pathway.referrals.record_return(referral_id=REFERRAL, by=by, at=MARCH_5)


# How each state is reached, and what may happen next, written from HL7 SDOH Clinical Care 3.0.0.
HISTORY: dict[ReferralState, tuple[Fact, ...]] = {
    ReferralState.DRAFT: (DRAFTED,),
    ReferralState.REQUESTED: (REQUESTED,),
    ReferralState.ACCEPTED: (REQUESTED, ACCEPTED),
    ReferralState.REJECTED: (REQUESTED, REJECTED),
    ReferralState.IN_PROGRESS: (REQUESTED, ACCEPTED, STARTED),
    ReferralState.ON_HOLD: (REQUESTED, ACCEPTED, ON_HOLD),
    ReferralState.COMPLETED: (REQUESTED, ACCEPTED, COMPLETED),
    ReferralState.FAILED: (REQUESTED, ACCEPTED, FAILED),
    ReferralState.CANCELLED: (REQUESTED, CANCELLED),
    ReferralState.EXPIRED: (REQUESTED, EXPIRED),
    ReferralState.ENTERED_IN_ERROR: (REQUESTED, IN_ERROR),
}
BY_TARGET = {
    "accept": (accept, ACCEPTED),
    "reject": (reject, REJECTED),
    "start": (start, STARTED),
    "hold": (hold, ON_HOLD),
    "complete": (complete, COMPLETED),
    "fail": (fail, FAILED),
}
WHAT_THE_TARGET_MAY_DO = {
    ReferralState.REQUESTED: {"accept", "reject"},
    ReferralState.ACCEPTED: {"start", "hold", "complete", "fail"},
    ReferralState.IN_PROGRESS: {"hold", "complete", "fail"},
    ReferralState.ON_HOLD: {"start", "complete", "fail"},
}


@pytest.mark.parametrize("name", BY_TARGET)
@pytest.mark.parametrize("state", [state for state in HISTORY if state is not ReferralState.DRAFT])
def test_the_target_does_what_the_state_allows(state: ReferralState, name: str) -> None:
    decide, fact = BY_TARGET[name]
    scenario = given(opened(), *HISTORY[state])
    if name in WHAT_THE_TARGET_MAY_DO.get(state, set()):
        scenario.when(decide(CCAS)).then(fact)
    elif name in {"accept", "reject"}:
        scenario.when(decide(CCAS)).then_refused(ReferralAlreadyAnswered)
    else:
        scenario.when(decide(CCAS)).then_refused(ReferralNotAtThisStep)


@pytest.mark.parametrize("name", BY_TARGET)
def test_what_the_target_does_nobody_else_does(name: str) -> None:
    decide, _ = BY_TARGET[name]
    for other in (RELAIS, PASS):
        given(opened(), REQUESTED).when(decide(other)).then_refused(ReferralNotYours)


@pytest.mark.parametrize("state", HISTORY)
def test_each_history_leads_to_its_state(state: ReferralState) -> None:
    referral = known(opened(), *HISTORY[state]).referrals.by_id[REFERRAL]
    assert referral.state is state
    assert referral.occurrence == 1 + len(HISTORY[state])


@pytest.mark.parametrize("state", HISTORY)
def test_either_side_cancels_what_is_open(state: ReferralState) -> None:
    scenario = given(opened(), *HISTORY[state])
    if state in {*WHAT_THE_TARGET_MAY_DO}:
        scenario.when(cancel(RELAIS)).then(CANCELLED)
        scenario.when(cancel(CCAS)).then(CANCELLED.model_copy(update={"cancelled_by": CCAS}))
        scenario.when(cancel(PASS)).then_refused(ReferralNotYours)
    else:
        scenario.when(cancel(RELAIS)).then_refused(ReferralNotAtThisStep)


@pytest.mark.parametrize("state", HISTORY)
def test_who_made_a_referral_may_say_it_was_an_error(state: ReferralState) -> None:
    scenario = given(opened(), *HISTORY[state])
    if state is ReferralState.ENTERED_IN_ERROR:
        scenario.when(withdraw(RELAIS)).then_refused(ReferralNotAtThisStep)
    elif state is ReferralState.DRAFT:
        scenario.when(withdraw(RELAIS)).then(IN_ERROR.model_copy(update={"draft_of": RELAIS}))
    else:
        scenario.when(withdraw(RELAIS)).then(IN_ERROR)
        scenario.when(withdraw(CCAS)).then_refused(ReferralNotYours)


def test_a_referral_is_requested_of_an_organisation() -> None:
    given(opened()).when(request()).then(REQUESTED)


def test_a_drafted_referral_is_requested_once() -> None:
    given(opened(), DRAFTED).when(request()).then(REQUESTED)
    given(opened(), REQUESTED).when(request()).then_refused(ReferralAlreadyRequested)
    given(opened(), REQUESTED).when(draft()).then_refused(ReferralAlreadyRequested)
    given(opened(), DRAFTED).when(request(by=PASS)).then_refused(ReferralAlreadyRequested)


def test_a_draft_is_prepared_again_and_is_its_organisations_alone() -> None:
    given(opened(), DRAFTED).when(draft()).then(DRAFTED)
    assert DRAFTED.private_to == RELAIS
    assert REQUESTED.private_to is None
    assert IN_ERROR.private_to is None
    assert IN_ERROR.model_copy(update={"draft_of": RELAIS}).private_to == RELAIS
    for decide in (accept, start, cancel, withdraw, chase, declare_effective):
        given(opened(), DRAFTED).when(decide(CCAS)).then_refused(ReferralUnknown)


def test_nobody_refers_to_themselves() -> None:
    given(opened()).when(request(by=CCAS)).then_refused(ReferralToOneself)
    given(opened()).when(draft(by=CCAS)).then_refused(ReferralToOneself)


def test_a_referral_that_does_not_exist_is_unknown() -> None:
    for decide in (accept, reject, start, hold, complete, fail, cancel, withdraw):
        given(opened()).when(decide(CCAS)).then_refused(ReferralUnknown)
    given(opened()).when(expire(timedelta(days=30))).then_refused(ReferralUnknown)


def test_a_referral_has_one_target() -> None:
    with pytest.raises(ValidationError):
        Ask(service=Service.HOUSING)
    with pytest.raises(ValidationError):
        Ask(service=Service.HOUSING, target_id=CCAS, outside_service="Centre des Sources")


def test_the_class_of_a_referral_is_chosen_by_what_it_asks() -> None:
    expected = {
        Service.DOMICILIATION: DataClass.SOCIAL,
        Service.AME_APPLICATION: DataClass.STATUS,
        Service.ADDICTION_CARE: DataClass.HEALTH,
        Service.MENTAL_HEALTH_CARE: DataClass.MENTAL_HEALTH,
        Service.SCREENING: DataClass.SCREENING,
        Service.VIOLENCE_SUPPORT: DataClass.PROTECTION,
    }
    for service, data_class in expected.items():
        assert Ask(service=service, target_id=CCAS).class_of_content() is data_class
    assert set(CLASS_OF_SERVICE.values()) == {*expected.values()} - {DataClass.SOCIAL}


def test_an_author_raises_the_class_and_never_lowers_it() -> None:
    raised = Ask(service=Service.HOUSING, target_id=CCAS, data_class=DataClass.PROTECTION)
    lowered = Ask(service=Service.ADDICTION_CARE, target_id=CCAS, data_class=DataClass.SOCIAL)
    assert raised.class_of_content() is DataClass.PROTECTION
    assert lowered.class_of_content() is DataClass.HEALTH


def test_all_that_follows_has_the_class_of_the_referral() -> None:
    requested = REQUESTED.model_copy(
        update={"service": Service.ADDICTION_CARE, "data_class": DataClass.HEALTH}
    )
    accepted = ACCEPTED.model_copy(update={"data_class": DataClass.HEALTH})
    completed = COMPLETED.model_copy(update={"data_class": DataClass.HEALTH})
    given(opened(), requested).when(accept(CCAS)).then(accepted)
    given(opened(), requested, accepted).when(complete(CCAS)).then(completed)


def test_an_outside_service_is_named_in_a_fact_of_its_own() -> None:
    named = OutsideServiceNamed(
        occurred_at=MARCH_5,
        data_class=DataClass.HEALTH,
        referral_id=REFERRAL,
        name="Centre des Sources",
    )
    requested = ReferralRequested(
        occurred_at=MARCH_5,
        data_class=DataClass.HEALTH,
        referral_id=REFERRAL,
        requested_by=RELAIS,
        target_id=None,
        service=Service.ADDICTION_CARE,
        urgency=Urgency.ROUTINE,
    )
    given(opened()).when(request(ask=OUTSIDE)).then(requested, named)
    assert OutsideServiceNamed.alone
    referral = known(opened(), requested, named).referrals.by_id[REFERRAL]
    assert referral.outside_service == "Centre des Sources"


def test_who_asked_an_outside_service_relays_its_answer() -> None:
    requested = known(opened()).referrals.request(
        referral_id=REFERRAL, ask=OUTSIDE, by=RELAIS, at=MARCH_5
    )
    relayed = ACCEPTED.model_copy(update={"accepted_by": RELAIS, "data_class": DataClass.HEALTH})
    given(opened(), *requested).when(accept(RELAIS)).then(relayed)
    given(opened(), *requested).when(accept(CCAS)).then_refused(ReferralNotYours)


def test_a_message_is_a_fact_of_its_own_with_the_class_its_author_chose() -> None:
    ask = ASK.model_copy(
        update={"message": Message(text="She fears her brother.", data_class=DataClass.PROTECTION)}
    )
    written = ReferralMessageWritten(
        occurred_at=MARCH_5,
        data_class=DataClass.PROTECTION,
        referral_id=REFERRAL,
        written_by=RELAIS,
        text="She fears her brother.",
    )
    given(opened()).when(request(ask=ask)).then(REQUESTED, written)
    assert ReferralMessageWritten.alone


def test_a_message_is_never_less_than_its_referral() -> None:
    ask = OUTSIDE.model_copy(update={"message": Message(text="See her on Mondays.")})
    _, _, written = known(opened()).referrals.request(
        referral_id=REFERRAL, ask=ask, by=RELAIS, at=MARCH_5
    )
    assert written.data_class is DataClass.HEALTH


def test_the_words_of_a_draft_are_its_organisations_alone() -> None:
    ask = OUTSIDE.model_copy(update={"message": Message(text="See her on Mondays.")})
    facts = known(opened()).referrals.draft(referral_id=REFERRAL, ask=ask, by=RELAIS, at=MARCH_5)
    assert [fact.private_to for fact in facts] == [RELAIS, RELAIS, RELAIS]
    sent = known(opened(), *facts).referrals.request(
        referral_id=REFERRAL, ask=ask, by=RELAIS, at=MARCH_5
    )
    assert [fact.private_to for fact in sent] == [None, None, None]


@pytest.mark.parametrize(
    ("refused_by", "reason"),
    [
        (RefusedBy.SERVICE, RejectionReason.PERSON_DECLINED),
        (RefusedBy.PERSON, RejectionReason.NO_CAPACITY),
    ],
)
def test_who_refused_and_why_agree(refused_by: RefusedBy, reason: RejectionReason) -> None:
    given(opened(), REQUESTED).when(
        lambda pathway: pathway.referrals.reject(
            referral_id=REFERRAL, by=CCAS, refused_by=refused_by, reason=reason, at=MARCH_5
        )
    ).then_refused(ReasonContradictsRefusal)


def test_a_refusal_by_the_person_is_told_as_such() -> None:
    by_person = REJECTED.model_copy(
        update={"refused_by": RefusedBy.PERSON, "reason": RejectionReason.PERSON_DECLINED}
    )
    given(opened(), REQUESTED).when(
        lambda pathway: pathway.referrals.reject(
            referral_id=REFERRAL,
            by=CCAS,
            refused_by=RefusedBy.PERSON,
            reason=RejectionReason.PERSON_DECLINED,
            at=MARCH_5,
        )
    ).then(by_person)


def test_failing_and_cancelling_also_tell_who_refused() -> None:
    given(opened(), REQUESTED, ACCEPTED).when(
        lambda pathway: pathway.referrals.fail(
            referral_id=REFERRAL,
            by=CCAS,
            refused_by=None,
            reason=FailureReason.PERSON_DECLINED,
            at=MARCH_5,
        )
    ).then_refused(ReasonContradictsRefusal)
    given(opened(), REQUESTED).when(
        lambda pathway: pathway.referrals.cancel(
            referral_id=REFERRAL,
            by=CCAS,
            refused_by=RefusedBy.PERSON,
            reason=CancellationReason.SERVICE_STOPPED,
            at=MARCH_5,
        )
    ).then_refused(ReasonContradictsRefusal)


def test_a_referral_nobody_answers_expires_in_its_time() -> None:
    given(opened(), REQUESTED).when(expire(timedelta(days=30))).then(EXPIRED)
    given(opened(), REQUESTED).when(expire(timedelta(days=29, hours=23))).then_refused(
        ReferralStillInTime
    )
    given(opened(), REQUESTED, ACCEPTED).when(expire(timedelta(days=30))).then_refused(
        ReferralAlreadyAnswered
    )


def test_a_referral_is_chased_by_who_made_it_or_by_the_system() -> None:
    by_hand = ReferralChased(occurred_at=MARCH_5, referral_id=REFERRAL, chased_by=RELAIS)
    by_itself = ReferralChased(occurred_at=MARCH_5, referral_id=REFERRAL, chased_by=None)
    given(opened(), REQUESTED).when(chase(RELAIS)).then(by_hand)
    given(opened(), REQUESTED).when(chase(None)).then(by_itself)
    given(opened(), REQUESTED, ACCEPTED).when(chase(RELAIS)).then(by_hand)
    given(opened(), REQUESTED).when(chase(CCAS)).then_refused(ReferralNotYours)
    given(opened(), REQUESTED, REJECTED).when(chase(RELAIS)).then_refused(ReferralNotAtThisStep)
    assert known(opened(), REQUESTED, by_hand).referrals.by_id[REFERRAL].last_chased_at == (MARCH_5)


def test_the_system_chases_only_what_nobody_answered_or_chased() -> None:
    by_hand = ReferralChased(occurred_at=MARCH_5, referral_id=REFERRAL, chased_by=RELAIS)
    for since in (ACCEPTED, by_hand):
        given(opened(), REQUESTED, since).when(chase(None)).then_refused(ReferralNotAtThisStep)
    outside = REQUESTED.model_copy(update={"target_id": None})
    given(opened(), outside).when(chase(None)).then_refused(ReferralNotAtThisStep)


def test_a_relay_is_declared_effective_once() -> None:
    declare = declare_effective(CCAS)
    for state in (
        ReferralState.ACCEPTED,
        ReferralState.IN_PROGRESS,
        ReferralState.ON_HOLD,
        ReferralState.COMPLETED,
    ):
        given(opened(), *HISTORY[state]).when(declare).then(EFFECTIVE)
    given(opened(), REQUESTED).when(declare).then_refused(ReferralNotAtThisStep)
    given(opened(), REQUESTED, ACCEPTED, EFFECTIVE).when(declare).then_refused(
        RelayAlreadyEffective
    )
    given(opened(), REQUESTED, ACCEPTED).when(declare_effective(PASS)).then_refused(
        ReferralNotYours
    )


def test_a_return_after_a_relay_is_recorded_once() -> None:
    completed = HISTORY[ReferralState.COMPLETED]
    given(opened(), *completed).when(record_return(RELAIS)).then(RETURNED)
    given(opened(), *completed, RETURNED).when(record_return(RELAIS)).then_refused(
        ReturnAlreadyRecorded
    )
    given(opened(), REQUESTED, ACCEPTED).when(record_return(RELAIS)).then_refused(
        ReferralNotAtThisStep
    )
    given(opened(), *completed).when(record_return(PASS)).then_refused(ReferralNotYours)


def test_what_follows_an_erased_beginning_is_passed_over() -> None:
    assert not known(opened(), ACCEPTED, COMPLETED, EFFECTIVE).referrals.by_id


def test_two_referrals_do_not_touch_each_other() -> None:
    other = REQUESTED.model_copy(update={"referral_id": uuid4()})
    referrals = known(opened(), REQUESTED, other, ACCEPTED).referrals
    assert referrals.by_id[REFERRAL].state is ReferralState.ACCEPTED
    assert referrals.by_id[other.referral_id].state is ReferralState.REQUESTED
    assert referrals.by_id[other.referral_id].is_open
