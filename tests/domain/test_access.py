"""Who sees which fact, written from CSP R1110-2 as a data-protection officer reads it."""

from uuid import UUID, uuid4

import pytest

from domain.access import (
    CLASSES_OF_THE_LAW,
    EVERYDAY,
    PROTECTING,
    ClassesMet,
    Ground,
    Sight,
)
from domain.data_classes import DataClass
from domain.kernel import DomainEvent, Fact
from domain.members import Member, MemberStatus, Profession, Role
from domain.pathway.grounds.facts import ChildProtectionShared
from domain.pathway.grounds.words import FamilyInformed
from domain.pathway.notes import NoteAdded
from domain.pathway.sharing.facts import ClosingReasonGiven, OrganisationInvited, OrganisationJoined
from domain.pathway.sharing.words import ClosingReason
from tests.domain.pathway.people import CCAS, MARCH_5, NOTE, PASS, RELAIS, opened
from tests.domain.scenario import PATHWAY, known

JOINED = OrganisationJoined(occurred_at=MARCH_5, joined_id=CCAS)
SHARED = known(opened(), JOINED)


def member(
    profession: Profession = Profession.OTHER,
    *,
    organisation_id: UUID = CCAS,
    status: MemberStatus = MemberStatus.EMPLOYEE,
    roles: frozenset[Role] = frozenset({Role.CASEWORKER}),
) -> Member:
    return Member(
        id=uuid4(),
        organisation_id=organisation_id,
        profession=profession,
        status=status,
        roles=roles,
    )


def note(data_class: DataClass, *, by: UUID | None = None) -> DomainEvent:
    fact = NoteAdded(
        occurred_at=MARCH_5, data_class=data_class, note_id=NOTE, written_by=RELAIS, text="..."
    )
    return event(fact, by=by)


def event(fact: Fact, *, by: UUID | None = None) -> DomainEvent:
    return DomainEvent(PATHWAY, 3, fact, actor_id=by)


IDENTITY, SOCIAL, STATUS = DataClass.IDENTITY, DataClass.SOCIAL, DataClass.STATUS
HEALTH, MENTAL, SCREENING = DataClass.HEALTH, DataClass.MENTAL_HEALTH, DataClass.SCREENING
PROTECTION = DataClass.PROTECTION


@pytest.mark.parametrize(
    ("profession", "classes"),
    [
        (
            Profession.DOCTOR,
            {IDENTITY, SOCIAL, STATUS, HEALTH, MENTAL, SCREENING, PROTECTION},
        ),
        (Profession.NURSE, {IDENTITY, SOCIAL, STATUS, HEALTH, SCREENING, PROTECTION}),
        (Profession.MIDWIFE, {IDENTITY, SOCIAL, STATUS, HEALTH, SCREENING, PROTECTION}),
        (Profession.PHARMACIST, {IDENTITY, SOCIAL, STATUS, HEALTH, SCREENING, PROTECTION}),
        (
            Profession.PSYCHOLOGIST,
            {IDENTITY, SOCIAL, STATUS, HEALTH, MENTAL, SCREENING, PROTECTION},
        ),
        (Profession.SOCIAL_WORKER, {IDENTITY, SOCIAL, STATUS, HEALTH, PROTECTION}),
        (Profession.MEDIATOR, {IDENTITY, SOCIAL, STATUS, PROTECTION}),
        (Profession.SOCIO_BEAUTICIAN, {IDENTITY, SOCIAL}),
        (Profession.ADMINISTRATIVE, {IDENTITY, SOCIAL}),
        (Profession.OTHER, {IDENTITY, SOCIAL}),
    ],
)
def test_the_profession_decides_which_classes_are_met(
    profession: Profession, classes: set[DataClass]
) -> None:
    for status in MemberStatus:
        sight = Sight(SHARED, member(profession, status=status))
        assert {each for each in DataClass if sight.of_class(each)} == classes
        seen = {each for each in DataClass if each is not IDENTITY and sight.of(note(each))}
        assert seen == classes - {IDENTITY}


def test_a_network_may_decide_otherwise_for_its_professions() -> None:
    with_mediators = ClassesMet({Profession.MEDIATOR: EVERYDAY | {HEALTH}})
    assert Sight(SHARED, member(Profession.MEDIATOR), with_mediators).of(note(HEALTH))
    assert not Sight(SHARED, member(Profession.DOCTOR), with_mediators).of(note(HEALTH))
    assert CLASSES_OF_THE_LAW.by(Profession.MEDIATOR).isdisjoint({HEALTH, MENTAL, SCREENING})


def test_a_profession_sees_within_the_circle_only() -> None:
    doctor = member(Profession.DOCTOR, organisation_id=PASS)
    sight = Sight(SHARED, doctor)
    assert not sight.of_anything()
    assert sight.of(note(SOCIAL)) is None
    assert sight.of(note(SOCIAL, by=doctor.id)) is None


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.AUDITOR, Role.ADMINISTRATOR])
def test_only_a_caseworker_sees_pathways(role: Role) -> None:
    doctor = member(Profession.DOCTOR, roles=frozenset({role}))
    assert not Sight(SHARED, doctor).of_anything()
    assert Sight(SHARED, doctor).of(note(SOCIAL)) is None


def test_everybody_sees_what_they_did_themselves() -> None:
    mediator = member(Profession.MEDIATOR)
    assert Sight(SHARED, mediator).of(note(HEALTH, by=mediator.id)) is Ground.OWN_ACT
    assert Sight(SHARED, mediator).of(note(HEALTH, by=uuid4())) is None
    assert Sight(SHARED, mediator).of(note(SOCIAL, by=uuid4())) is Ground.CARE_TEAM


def test_why_an_organisation_closed_is_seen_by_that_organisation_only() -> None:
    reason = ClosingReasonGiven(
        occurred_at=MARCH_5, closed_by=RELAIS, reason=ClosingReason.CONTACT_LOST
    )
    author = member(organisation_id=CCAS)
    assert Sight(SHARED, member(organisation_id=RELAIS)).of(event(reason)) is Ground.CARE_TEAM
    assert Sight(SHARED, member(Profession.DOCTOR)).of(event(reason)) is None
    assert Sight(SHARED, author).of(event(reason, by=author.id)) is None


def test_an_invited_organisation_may_answer_and_sees_nothing() -> None:
    invited = known(
        opened(), OrganisationInvited(occurred_at=MARCH_5, invited_id=PASS, invited_by=RELAIS)
    )
    guest = member(Profession.DOCTOR, organisation_id=PASS)
    assert Sight(invited, guest).of_invitation()
    assert not Sight(invited, guest).of_anything()
    assert Sight(invited, guest).visible([event(opened())]) == []
    assert not Sight(SHARED, guest).of_invitation()
    administrator = guest.model_copy(update={"roles": frozenset({Role.ADMINISTRATOR})})
    assert not Sight(invited, administrator).of_invitation()


def test_what_is_not_visible_is_not_there() -> None:
    events = [event(opened()), note(HEALTH), note(SOCIAL)]
    assert Sight(SHARED, member(Profession.MEDIATOR)).visible(events) == [events[0], events[2]]


def test_a_network_keeps_what_protects_to_child_protection_alone() -> None:
    closed = ClassesMet(
        {Profession.SOCIAL_WORKER: EVERYDAY}, child_protection=True, protecting=PROTECTING
    )
    named, colleague = member(Profession.SOCIAL_WORKER), member(Profession.SOCIAL_WORKER)
    shared = ChildProtectionShared(
        occurred_at=MARCH_5,
        sharing_id=NOTE,
        with_members=(named.id,),
        family=FamilyInformed.INFORMED,
    )
    pathway = known(opened(), JOINED, shared)
    seen = [Sight(pathway, one, closed).of(note(PROTECTION)) for one in (named, colleague)]
    assert seen == [Ground.CHILD_PROTECTION, None]
    own = note(PROTECTION, by=colleague.id)
    assert Sight(pathway, colleague, closed).of(own) is Ground.OWN_ACT
    unlisted = member(Profession.ADMINISTRATIVE).model_copy(update={"id": named.id})
    assert Sight(pathway, unlisted, closed).of(note(PROTECTION)) is None
