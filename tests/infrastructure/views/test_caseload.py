from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from application.views.caseload import CaseloadFilter, DueKind
from application.views.pages import PageAsked
from application.views.people import PersonRow
from application.views.reach import RoleFollowsNobody
from application.views.read_caseload import read_caseload
from domain.data_classes import DataClass
from domain.members import Profession, Role
from domain.pathway.appointments.facts import AppointmentAttended
from domain.pathway.follow_up import FollowUpDone, Mode
from domain.pathway.retention import RetentionEndAnnounced
from domain.pathway.rights.facts import RightDeclaredOpen
from domain.pathway.sharing.facts import PathwayClosed, ReferentDesignated
from domain.rights.schemes import Scheme
from tests.domain.pathway.people import CCAS, MARCH_4, MARCH_5, RELAIS, wall
from tests.infrastructure.views.scene import (
    ABEL,
    APRIL_1,
    APRIL_2,
    AWA,
    BINTA,
    INES,
    ROSE,
    Scene,
    booked,
    joined,
    member,
    opened,
    planned,
    requested,
)


def pathways(scene: Scene, *, wanted: CaseloadFilter) -> list[UUID]:
    return [entry.pathway_id for entry in scene.caseload(INES, wanted=wanted)]


def test_who_opens_a_pathway_has_it_in_their_caseload(scene: Scene) -> None:
    scene.tell(AWA, opened("Awa"))
    scene.project()
    (entry,) = scene.caseload(INES)
    assert entry.person == PersonRow(AWA, "Awa", None, None, None)
    assert entry.referent_id == INES.id
    assert entry.is_open
    assert entry.last_contact_at == MARCH_4
    assert entry.due_at is None


def test_outside_the_circle_a_pathway_does_not_exist(scene: Scene) -> None:
    scene.tell(AWA, opened())
    scene.project()
    assert scene.caseload(ROSE) == ()
    scene.tell(AWA, joined(CCAS))
    scene.project()
    assert [entry.pathway_id for entry in scene.caseload(ROSE)] == [AWA]


def test_a_role_that_follows_nobody_is_told_so(scene: Scene) -> None:
    with pytest.raises(RoleFollowsNobody):
        scene.caseload(member(RELAIS, Profession.OTHER, 9, Role.ADMINISTRATOR))


def test_what_is_due_is_told_from_what_the_viewer_may_see(scene: Scene) -> None:
    scene.tell(AWA, opened(), booked(APRIL_2))
    scene.tell(AWA, booked(APRIL_1, DataClass.HEALTH), by=ABEL)
    scene.project()
    (to_the_nurse,), (to_the_mediator,) = scene.caseload(ABEL), scene.caseload(INES)
    assert (to_the_nurse.due_at, to_the_nurse.due_kind) == (APRIL_1.instant, DueKind.APPOINTMENT)
    assert to_the_mediator.due_at == APRIL_2.instant


def test_one_sees_what_one_did_oneself_whatever_its_class(scene: Scene) -> None:
    scene.tell(AWA, opened())
    scene.tell(AWA, booked(APRIL_1, DataClass.HEALTH), by=INES)
    scene.project()
    (entry,) = scene.caseload(INES)
    assert entry.due_at == APRIL_1.instant


def test_a_contact_of_a_hidden_class_moves_no_last_contact(scene: Scene) -> None:
    appointment = booked(data_class=DataClass.MENTAL_HEALTH)
    later = MARCH_5 + timedelta(days=30)
    attended = AppointmentAttended(
        occurred_at=later,
        data_class=DataClass.MENTAL_HEALTH,
        appointment_id=appointment.appointment_id,
        recorded_by=RELAIS,
        held_at=later,
    )
    scene.tell(AWA, opened())
    scene.tell(AWA, appointment, attended, by=member(RELAIS, Profession.PSYCHOLOGIST, 8))
    scene.project()
    (to_the_nurse,) = scene.caseload(ABEL)
    assert to_the_nurse.last_contact_at == MARCH_4


def test_a_follow_up_is_due_for_the_organisation_that_planned_it(scene: Scene) -> None:
    follow_up = planned(date(2026, 3, 20), by=CCAS)
    scene.tell(AWA, opened(), joined(CCAS), follow_up)
    scene.project()
    assert [entry.due_kind for entry in scene.caseload(ROSE)] == [DueKind.FOLLOW_UP]
    assert [entry.due_kind for entry in scene.caseload(INES)] == [None]
    done = FollowUpDone(
        occurred_at=MARCH_5, follow_up_id=follow_up.follow_up_id, done_by=CCAS, mode=Mode.PHONE
    )
    scene.tell(AWA, done)
    scene.project()
    (entry,) = scene.caseload(ROSE)
    assert (entry.due_kind, entry.last_contact_at) == (None, MARCH_5)


def test_a_right_that_ends_is_due_to_those_who_may_know_of_it(scene: Scene) -> None:
    right = RightDeclaredOpen(
        occurred_at=MARCH_4,
        data_class=Scheme.AME.data_class,
        rule_version="v1",
        right_id=uuid4(),
        scheme=Scheme.AME,
        starts_on=date(2026, 1, 1),
        ends_on=date(2026, 12, 31),
    )
    other = member(RELAIS, Profession.OTHER, 9)
    scene.tell(AWA, opened(), right)
    scene.project()
    (entry,), (hidden,) = scene.caseload(INES), scene.caseload(other)
    assert (entry.right_ends_on, entry.right_scheme) == (date(2026, 12, 31), Scheme.AME)
    assert entry.due_kind is DueKind.RIGHT_ENDS
    assert (hidden.right_ends_on, hidden.right_scheme, hidden.due_at) == (None, None, None)


def test_open_referrals_are_counted_from_what_is_seen(scene: Scene) -> None:
    scene.tell(AWA, opened(), requested(uuid4()))
    scene.tell(AWA, requested(uuid4(), data_class=DataClass.HEALTH), by=ABEL)
    scene.project()
    assert [entry.open_referrals for entry in scene.caseload(ABEL)] == [2]
    assert [entry.open_referrals for entry in scene.caseload(INES)] == [1]


def test_each_organisation_closes_its_own_follow_up(scene: Scene) -> None:
    scene.tell(AWA, opened(), joined(CCAS), PathwayClosed(occurred_at=MARCH_5, closed_by=RELAIS))
    scene.project()
    assert pathways(scene, wanted=CaseloadFilter(is_open=True)) == []
    assert pathways(scene, wanted=CaseloadFilter(is_open=False)) == [AWA]
    assert [entry.pathway_id for entry in scene.caseload(ROSE)] == [AWA]


def test_a_member_asks_for_the_pathways_they_lead(scene: Scene) -> None:
    handed_over = ReferentDesignated(
        occurred_at=MARCH_5, referent_id=ABEL.id, of_organisation=RELAIS
    )
    scene.tell(AWA, opened(), handed_over)
    scene.tell(BINTA, opened())
    scene.project()
    assert pathways(scene, wanted=CaseloadFilter(referent_id=ABEL.id)) == [AWA]
    assert pathways(scene, wanted=CaseloadFilter(referent_id=INES.id)) == [BINTA]


def test_pages_follow_each_other_without_gap_or_repetition(scene: Scene) -> None:
    dated = [booked(wall(f"2026-04-{day:02}T09:00")) for day in (3, 1, 1, 2)]
    for number, appointment in enumerate(dated):
        scene.tell(UUID(int=number + 1), opened(), appointment)
    for number in (7, 8):
        scene.tell(UUID(int=number), opened())  # nothing is due: they come last
    scene.project()
    seen, page = list[UUID](), PageAsked(size=2)
    while True:
        found = read_caseload(scene.network, scene.views, INES, page=page)
        seen += [entry.pathway_id for entry in found.entries]
        if found.next is None:
            break
        page = replace(page, after=found.next)
    assert seen == [UUID(int=number) for number in (2, 3, 4, 1, 7, 8)]


def test_a_page_is_bounded_however_much_is_asked(scene: Scene) -> None:
    for number in range(1, 103):
        scene.tell(UUID(int=number), opened())
    scene.project()
    assert len(scene.caseload(INES, page=PageAsked(size=10_000))) == 100


def test_the_announced_end_of_an_access_is_due_until_the_person_is_met(scene: Scene) -> None:
    ends = RetentionEndAnnounced(
        occurred_at=MARCH_5,
        of_organisation=RELAIS,
        ends_on=date(2026, 4, 2),
        policy_version="2026-1",
    )
    scene.tell(AWA, opened(), joined(CCAS), ends)
    scene.project()
    (ours,), (theirs,) = scene.caseload(INES), scene.caseload(ROSE)
    assert ours.due_at is not None
    assert (ours.due_at.date(), ours.due_kind) == (date(2026, 4, 2), DueKind.ACCESS_ENDS)
    assert theirs.due_kind is None
    scene.tell(
        AWA,
        FollowUpDone(occurred_at=MARCH_5, follow_up_id=uuid4(), done_by=RELAIS, mode=Mode.PHONE),
    )
    scene.project()
    assert scene.caseload(INES)[0].due_kind is None
