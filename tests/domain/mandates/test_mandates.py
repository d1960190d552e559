"""A mandate is asked for by one person, granted by another, and over by itself."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from pydantic import ValidationError

from domain.kernel import Fact
from domain.mandates.facts import Wearer
from domain.mandates.mandates import LONGEST
from domain.mandates.refusals import (
    MandateAlreadyGranted,
    MandateDatesWrong,
    MandateNotYoursToGrant,
    MandateOfOneself,
    MandateOver,
    MandateUnknown,
    NotAnAuditor,
)
from domain.mandates.register import Register
from domain.mandates.words import Human, MandatePurpose, MandateScope, Reach
from domain.members import Role
from tests.domain.mandates.people import (
    A_MONTH,
    ADMINISTRATOR,
    AUDITOR,
    COORDINATOR,
    ENDED,
    GRANTED,
    MANDATE,
    NETWORK,
    asked,
    human,
    wearer,
)
from tests.domain.pathway.people import CCAS, MARCH_4, MARCH_5, PASS
from tests.domain.scenario import PATHWAY, Scenario, given

AUDITS = frozenset({Role.AUDITOR})
OF_THE_CCAS = MandateScope(reach=Reach.ORGANISATIONS, ids=(CCAS,))
SOON = MARCH_5 + timedelta(hours=1)
WHOLE = (asked(), GRANTED)


def register(*facts: Fact) -> Scenario:
    return given(*facts, kind=Register)


def ask(
    register: Register,
    *,
    by: Human | None = None,
    roles: frozenset[Role] = AUDITS,
    starts: datetime = MARCH_5,
    until: datetime = MARCH_5 + A_MONTH,
) -> Fact:
    return register.mandates.ask(
        mandate_id=MANDATE,
        auditor=wearer(AUDITOR, PASS),
        roles=roles,
        scope=NETWORK,
        purpose=MandatePurpose.COMPLAINT,
        starts=starts,
        until=until,
        asked_by=wearer(COORDINATOR, CCAS),
        asking=by or human(COORDINATOR),
        now=MARCH_5,
    )


def grant(
    register: Register,
    *,
    by: Wearer | None = None,
    human_is: Human | None = None,
    now: datetime = MARCH_5,
) -> Fact:
    by = by or wearer(ADMINISTRATOR)
    return register.mandates.grant(
        mandate_id=MANDATE,
        granted_by=by,
        granting=human_is or human(by.membership_id),
        now=now,
    )


def end(register: Register, *, now: datetime = MARCH_5) -> Fact:
    return register.mandates.end(mandate_id=MANDATE, now=now)


def runs(
    *facts: Fact, at: datetime, auditor_id: UUID = AUDITOR, through: UUID | None = None
) -> bool:
    (given_register,) = [register(*facts).aggregate]
    assert isinstance(given_register, Register)
    found = given_register.mandates.running(
        auditor_id=auditor_id, pathway_id=PATHWAY, organisation_id=through, at=at
    )
    return found is not None


def test_one_person_asks_and_another_grants() -> None:
    register().when(ask).then(asked())
    register(asked()).when(grant).then(GRANTED)


def test_only_an_auditor_is_mandated() -> None:
    for role in set(Role) - AUDITS:
        register().when(lambda it, role=role: ask(it, roles=frozenset({role}))).then_refused(
            NotAnAuditor
        )


def test_nobody_mandates_themself_under_whichever_hat() -> None:
    same_account = human(COORDINATOR, AUDITOR)
    same_human = Human(wearer(AUDITOR).human_id, frozenset({COORDINATOR}))
    for themself in (same_account, same_human):
        register().when(lambda it, who=themself: ask(it, by=who)).then_refused(MandateOfOneself)
        register(asked()).when(lambda it, who=themself: grant(it, human_is=who)).then_refused(
            MandateOfOneself
        )


def test_nobody_grants_what_they_asked_for_under_whichever_hat() -> None:
    same_account = human(ADMINISTRATOR, COORDINATOR)
    same_human = Human(wearer(COORDINATOR).human_id, frozenset({ADMINISTRATOR}))
    for same in (same_account, same_human):
        register(asked()).when(lambda it, who=same: grant(it, human_is=who)).then_refused(
            MandateNotYoursToGrant
        )


def test_another_organisation_than_the_founding_one_grants_over_itself_alone() -> None:
    of_the_ccas = wearer(ADMINISTRATOR, CCAS)
    own = register(asked(OF_THE_CCAS))
    own.when(lambda it: grant(it, by=of_the_ccas)).then(
        GRANTED.model_copy(update={"granted_by": of_the_ccas})
    )
    both = MandateScope(reach=Reach.ORGANISATIONS, ids=(CCAS, PASS))
    some = MandateScope(reach=Reach.PATHWAYS, ids=(CCAS,))
    for scope in (NETWORK, both, some):
        register(asked(scope)).when(lambda it: grant(it, by=of_the_ccas)).then_refused(
            MandateNotYoursToGrant
        )


@pytest.mark.parametrize(
    ("starts", "until"),
    [
        (MARCH_5, MARCH_5),
        (MARCH_4, MARCH_5),
        (SOON, MARCH_5),
        (MARCH_5, MARCH_5 + LONGEST + timedelta(seconds=1)),
    ],
)
def test_a_mandate_has_a_beginning_and_an_end(starts: datetime, until: datetime) -> None:
    register().when(lambda it: ask(it, starts=starts, until=until)).then_refused(MandateDatesWrong)


def test_a_mandate_may_last_six_months_and_begin_later() -> None:
    until = SOON + LONGEST
    register().when(lambda it: ask(it, starts=SOON, until=until)).then(
        asked().model_copy(update={"starts": SOON, "until": until})
    )


def test_a_mandate_is_granted_once_and_in_time() -> None:
    register(asked(), GRANTED).when(grant).then_refused(MandateAlreadyGranted)
    register(asked(), ENDED).when(grant).then_refused(MandateOver)
    register(asked()).when(lambda it: grant(it, now=MARCH_5 + A_MONTH)).then_refused(MandateOver)
    register().when(grant).then_refused(MandateUnknown)


def test_a_mandate_is_ended_once_and_not_after_its_end() -> None:
    register(asked(), GRANTED).when(end).then(ENDED)
    register(asked(), GRANTED, ENDED).when(end).then_refused(MandateOver)
    register(asked()).when(lambda it: end(it, now=MARCH_5 + A_MONTH)).then_refused(MandateOver)
    register().when(end).then_refused(MandateUnknown)


def test_a_mandate_runs_from_its_grant_to_its_end_and_for_its_auditor() -> None:
    granted = GRANTED.model_copy(update={"occurred_at": SOON})
    moment = timedelta(microseconds=1)
    last = MARCH_5 + A_MONTH - moment
    assert not runs(asked(), at=SOON)
    assert not runs(asked(), granted, at=SOON - moment)
    assert runs(asked(), granted, at=SOON)
    assert runs(asked(), granted, at=last)
    assert not runs(asked(), granted, at=last + moment)
    assert not runs(asked(), granted, at=SOON, auditor_id=COORDINATOR)


def test_a_mandate_begins_no_sooner_than_it_says() -> None:
    later = asked().model_copy(update={"starts": SOON})
    assert not runs(later, GRANTED, at=SOON - timedelta(microseconds=1))
    assert runs(later, GRANTED, at=SOON)


def test_a_mandate_that_was_ended_runs_no_more() -> None:
    ended = ENDED.model_copy(update={"occurred_at": SOON})
    assert runs(asked(), GRANTED, ended, at=SOON - timedelta(microseconds=1))
    assert not runs(asked(), GRANTED, ended, at=SOON)


def test_a_mandate_reaches_what_its_scope_says() -> None:
    this = MandateScope(reach=Reach.PATHWAYS, ids=(PATHWAY,))
    another = MandateScope(reach=Reach.PATHWAYS, ids=(CCAS,))
    assert runs(asked(this), GRANTED, at=SOON)
    assert runs(asked(this), GRANTED, at=SOON, through=CCAS)
    assert not runs(asked(another), GRANTED, at=SOON)
    assert runs(asked(OF_THE_CCAS), GRANTED, at=SOON, through=CCAS)
    assert not runs(asked(OF_THE_CCAS), GRANTED, at=SOON, through=PASS)
    assert not runs(asked(OF_THE_CCAS), GRANTED, at=SOON)  # the whole pathway is more


def test_a_scope_names_what_it_reaches_unless_it_is_the_whole_network() -> None:
    for reach, ids in ((Reach.NETWORK, (CCAS,)), (Reach.PATHWAYS, ()), (Reach.ORGANISATIONS, ())):
        with pytest.raises(ValidationError):
            MandateScope(reach=reach, ids=ids)


def test_of_several_mandates_one_that_reaches_the_whole_is_acted_under() -> None:
    other = {"mandate_id": UUID(int=0xEE)}
    facts = (asked(OF_THE_CCAS), GRANTED, *(one.model_copy(update=other) for one in WHOLE))
    known = register(*facts).aggregate
    assert isinstance(known, Register)
    found = known.mandates.running(
        auditor_id=AUDITOR, pathway_id=PATHWAY, organisation_id=CCAS, at=SOON
    )
    assert found is not None
    assert found.id == other["mandate_id"]
