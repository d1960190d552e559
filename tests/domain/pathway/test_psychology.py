from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from domain.data_classes import DataClass
from domain.members import Member, MemberStatus, Profession, Role
from domain.pathway.follow_up import Mode
from domain.pathway.pathway import Pathway
from domain.pathway.psychology import (
    BufferIsFull,
    BufferSessionEnteredInError,
    BufferSessionHeld,
    Consents,
    NotStartedYet,
    OnlyPsychologists,
    PsychologyRelayAnswered,
    PsychologyRelayProposed,
    PsychologyRelayStarted,
    Relay,
    RelayAlreadyProposed,
    RelayIsOver,
    RelayUnknown,
    SessionAlreadyHeld,
    SessionUnknown,
    StartedBeforeProposed,
)
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.practice import NO_LIMITS, Practice
from seeds.rules.shipped import practice
from tests.domain.pathway.people import MARCH_4, MARCH_5, RELAIS, opened
from tests.domain.scenario import given, known

FIRST, SECOND, RELAY = (UUID(f"cccccccc-0000-4000-8000-00000000008{n}") for n in (1, 2, 3))
OUTSIDE = Relay(named="Invented centre")
APRIL_2 = date(2026, 4, 2)
THEN = datetime(2026, 4, 2, 18, tzinfo=UTC)


def member(profession: Profession) -> Member:
    return Member(
        id=UUID("bbbbbbbb-0000-4000-8000-000000000007"),
        organisation_id=RELAIS,
        profession=profession,
        status=MemberStatus.VOLUNTEER,
        roles=frozenset({Role.CASEWORKER}),
    )


NOE = member(Profession.PSYCHOLOGIST)
HELD = BufferSessionHeld(
    occurred_at=MARCH_4,
    session_id=FIRST,
    held_by=RELAIS,
    psychologist_id=NOE.id,
    rank=1,
    minutes=45,
    mode=Mode.OFFICE,
)
HELD_AGAIN = HELD.model_copy(update={"session_id": SECOND, "rank": 2})
WITHDRAWN = BufferSessionEnteredInError(occurred_at=MARCH_5, session_id=FIRST)
PROPOSED = PsychologyRelayProposed(occurred_at=MARCH_4, relay_id=RELAY, relay=OUTSIDE)
STARTED = PsychologyRelayStarted(occurred_at=THEN, relay_id=RELAY, on=APRIL_2, waited_days=29)


def limited(most: int) -> Practice:
    shipped = practice().buffer_sessions
    assert shipped is not None
    return Practice(buffer_sessions=shipped.model_copy(update={"most": most}))


def hold(
    pathway: Pathway, session_id: UUID = FIRST, rules: Practice = NO_LIMITS, by: Member = NOE
) -> BufferSessionHeld:
    return pathway.psychology.hold(
        session_id=session_id, minutes=45, mode=Mode.OFFICE, practice=rules, by=by, at=MARCH_4
    )


def withdraw(pathway: Pathway) -> BufferSessionEnteredInError:
    return pathway.psychology.withdraw(session_id=FIRST, by=NOE, at=MARCH_5)


def propose(pathway: Pathway) -> PsychologyRelayProposed:
    return pathway.psychology.propose(relay_id=RELAY, relay=OUTSIDE, at=MARCH_4)


def says(by: Consents, *, accepted: bool) -> PsychologyRelayAnswered:
    return PsychologyRelayAnswered(occurred_at=MARCH_5, relay_id=RELAY, by=by, accepted=accepted)


def accept(pathway: Pathway) -> PsychologyRelayAnswered:
    return pathway.psychology.answer(relay_id=RELAY, by=Consents.PERSON, accepted=True, at=MARCH_5)


def start(pathway: Pathway, on: date = APRIL_2) -> PsychologyRelayStarted:
    return pathway.psychology.start(relay_id=RELAY, on=on, at=THEN)


def test_sessions_are_counted() -> None:
    given(opened()).when(hold).then(HELD)
    given(opened(), HELD).when(lambda pathway: hold(pathway, SECOND)).then(HELD_AGAIN)
    given(opened(), HELD).when(hold).then_refused(SessionAlreadyHeld)


def test_they_are_mental_health_from_the_first_word() -> None:
    assert {HELD.data_class, PROPOSED.data_class} == {DataClass.MENTAL_HEALTH}


@pytest.mark.parametrize(
    "profession", [one for one in Profession if one is not Profession.PSYCHOLOGIST]
)
def test_a_psychologist_records_them(profession: Profession) -> None:
    other = member(profession)
    given(opened()).when(lambda pathway: hold(pathway, by=other)).then_refused(OnlyPsychologists)


def test_the_network_sets_how_many_there_are() -> None:
    two = limited(2)
    given(opened(), HELD).when(lambda pathway: hold(pathway, SECOND, two)).then(HELD_AGAIN)
    third = UUID("cccccccc-0000-4000-8000-000000000089")
    given(opened(), HELD, HELD_AGAIN).when(lambda pathway: hold(pathway, third, two)).then_refused(
        BufferIsFull
    )


def test_the_shipped_number_is_to_be_confirmed() -> None:
    shipped = practice().buffer_sessions
    assert shipped is not None
    assert not shipped.verified


def test_a_session_that_never_was_is_withdrawn() -> None:
    given(opened(), HELD).when(withdraw).then(WITHDRAWN)
    given(opened(), HELD, WITHDRAWN).when(withdraw).then_refused(SessionUnknown)
    assert known(opened(), HELD_AGAIN, HELD, WITHDRAWN).psychology.sessions.keys() == {SECOND}


def test_a_session_is_a_contact_for_those_who_may_know_it() -> None:
    later = datetime(2026, 3, 9, tzinfo=UTC)
    held = HELD.model_copy(update={"occurred_at": later})
    encounters = known(opened(), held).encounters
    assert encounters.last() == later
    assert encounters.last(among=[DataClass.IDENTITY, DataClass.SOCIAL]) == MARCH_4
    assert known(opened(), held, WITHDRAWN).encounters.last() == MARCH_4


def test_one_relay_is_proposed_at_a_time() -> None:
    given(opened()).when(propose).then(PROPOSED)
    given(opened(), PROPOSED).when(propose).then_refused(RelayAlreadyProposed)
    declined = says(Consents.SERVICE, accepted=False)
    given(opened(), PROPOSED, declined).when(propose).then(PROPOSED)


def test_the_person_and_the_service_accept_a_relay() -> None:
    given(opened(), PROPOSED).when(accept).then(says(Consents.PERSON, accepted=True))
    both = [says(by, accepted=True) for by in Consents]
    relay = known(opened(), PROPOSED, *both).psychology.relays[RELAY]
    assert relay.accepted_by == set(Consents)
    given(opened()).when(accept).then_refused(RelayUnknown)


def test_what_was_declined_is_over() -> None:
    declined = says(Consents.PERSON, accepted=False)
    given(opened(), PROPOSED, declined).when(accept).then_refused(RelayIsOver)
    given(opened(), PROPOSED, declined).when(start).then_refused(RelayIsOver)


def test_the_wait_for_the_first_session_there_is_measured() -> None:
    given(opened(), PROPOSED).when(start).then(STARTED)
    relay = known(opened(), PROPOSED, STARTED).psychology.relays[RELAY]
    assert (relay.started_on, relay.waited_days) == (APRIL_2, 29)
    given(opened(), PROPOSED).when(lambda pathway: start(pathway, date(2026, 3, 3))).then_refused(
        StartedBeforeProposed
    )
    given(opened(), PROPOSED).when(lambda pathway: start(pathway, date(2026, 4, 4))).then_refused(
        NotStartedYet
    )


def test_what_follows_an_unknown_relay_changes_nothing() -> None:
    accepted = says(Consents.PERSON, accepted=True)
    assert known(opened(), accepted, STARTED).psychology.relays == {}


@pytest.mark.parametrize("entry_id", [FIRST, RELAY])
def test_what_was_somebody_elses_is_known_no_more(entry_id: UUID) -> None:
    wrong = FactRecordedInWrongFile(occurred_at=MARCH_5, entry_id=entry_id, erased_by=RELAIS)
    psychology = known(opened(), HELD, PROPOSED, wrong).psychology
    assert entry_id not in {*psychology.sessions, *psychology.relays}


def test_a_relay_is_to_one() -> None:
    for wrong in ({}, {"named": "Invented", "organisation_id": str(RELAIS)}):
        with pytest.raises(ValueError, match="a relay is"):
            Relay.model_validate(wrong)
