"""The caseload, as it is asked for: only what the viewer sees decides what is in it, and where."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

from application.views.caseload import CaseloadFilter, CaseloadOrder
from application.views.pages import PageAsked
from application.views.read_caseload import read_caseload
from domain.data_classes import DataClass
from domain.members import Member, Profession
from domain.pathway.follow_up import FollowUpDone, Mode
from domain.pathway.rights.facts import RightDeclaredOpen
from domain.rights.schemes import Scheme
from tests.domain.pathway.people import CCAS, MARCH_4, RELAIS, wall
from tests.infrastructure.views.scene import (
    ABEL,
    APRIL_1,
    APRIL_2,
    AWA,
    BINTA,
    CLEO,
    INES,
    ROSE,
    Scene,
    booked,
    joined,
    member,
    opened,
    requested,
)

BY_CONTACT = CaseloadFilter(order=CaseloadOrder.CONTACT)


def asked(scene: Scene, wanted: CaseloadFilter, viewer: Member = INES) -> list[UUID]:
    return [entry.pathway_id for entry in scene.caseload(viewer, wanted=wanted)]


def a_right(ends_on: date) -> RightDeclaredOpen:
    return RightDeclaredOpen(
        occurred_at=MARCH_4,
        data_class=Scheme.AME.data_class,
        rule_version="v1",
        right_id=uuid4(),
        scheme=Scheme.AME,
        starts_on=date(2026, 1, 1),
        ends_on=ends_on,
    )


def met(days: int, data_class: DataClass = DataClass.SOCIAL) -> FollowUpDone:
    return FollowUpDone(
        occurred_at=MARCH_4 + timedelta(days=days),
        data_class=data_class,
        follow_up_id=uuid4(),
        done_by=RELAIS,
        mode=Mode.PHONE,
    )


def test_those_with_something_due_by_a_day(scene: Scene) -> None:
    scene.tell(AWA, opened(), booked(APRIL_1))
    scene.tell(BINTA, opened(), booked(APRIL_2))
    scene.tell(CLEO, opened())
    scene.project()
    assert asked(scene, CaseloadFilter(due_by=date(2026, 3, 31))) == []
    assert asked(scene, CaseloadFilter(due_by=date(2026, 4, 1))) == [AWA]
    assert asked(scene, CaseloadFilter(due_by=date(2026, 4, 2))) == [AWA, BINTA]


def test_what_one_may_not_see_puts_nobody_in_the_list(scene: Scene) -> None:
    scene.tell(AWA, opened())
    hidden = booked(APRIL_1, DataClass.HEALTH), requested(uuid4(), data_class=DataClass.HEALTH)
    scene.tell(AWA, *hidden, by=ABEL)
    scene.project()
    for wanted in (CaseloadFilter(due_by=date(2026, 4, 1)), CaseloadFilter(with_referral=True)):
        assert asked(scene, wanted, ABEL) == [AWA]
        assert asked(scene, wanted) == []


def test_those_whose_right_ends_by_a_day(scene: Scene) -> None:
    scene.tell(AWA, opened(), a_right(date(2026, 5, 1)), booked(APRIL_1))
    scene.tell(BINTA, opened(), a_right(date(2026, 6, 1)))
    scene.tell(CLEO, opened())
    scene.project()
    assert asked(scene, CaseloadFilter(right_ends_by=date(2026, 4, 30))) == []
    assert asked(scene, CaseloadFilter(right_ends_by=date(2026, 5, 1))) == [AWA]
    assert asked(scene, CaseloadFilter(right_ends_by=date(2026, 6, 1))) == [AWA, BINTA]


def test_those_with_a_referral_open(scene: Scene) -> None:
    scene.tell(AWA, opened())
    scene.tell(BINTA, opened(), requested(uuid4()))
    scene.project()
    assert asked(scene, CaseloadFilter(with_referral=True)) == [BINTA]


def test_what_moved_since_the_view_was_written_is_asked_again(scene: Scene) -> None:
    scene.tell(AWA, opened(), a_right(date(2026, 5, 1)))
    scene.project()
    scene.tell(AWA, a_right(date(2026, 4, 1)))
    wanted = CaseloadFilter(right_ends_by=date(2026, 5, 1))
    (entry,) = scene.caseload(INES, wanted=wanted)
    assert entry.right_ends_on == date(2026, 4, 1)


def test_one_s_own_with_those_that_nobody_leads(scene: Scene) -> None:
    scene.tell(AWA, opened(), joined(CCAS))
    scene.tell(BINTA, opened(by=ROSE))
    scene.tell(CLEO, opened(by=member(CCAS, Profession.NURSE, 9)))
    scene.project()
    own = CaseloadFilter(referent_id=ROSE.id)
    assert asked(scene, own, ROSE) == [BINTA]
    assert set(asked(scene, replace(own, or_nobodys=True), ROSE)) == {AWA, BINTA}


def test_who_was_heard_from_longest_ago_is_first_page_after_page(scene: Scene) -> None:
    for number, days in enumerate((9, 3, 3, 7), start=1):
        scene.tell(UUID(int=number), opened(), met(days), met(days - 1))
    scene.tell(UUID(int=5), opened())
    scene.project()
    seen, page = list[UUID](), PageAsked(size=2)
    while True:
        found = read_caseload(scene.network, scene.views, INES, wanted=BY_CONTACT, page=page)
        seen += [entry.pathway_id for entry in found.entries]
        if found.next is None:
            break
        page = replace(page, after=found.next)
    assert seen == [UUID(int=number) for number in (5, 2, 3, 4, 1)]


def test_a_contact_that_is_not_seen_places_nobody(scene: Scene) -> None:
    scene.tell(AWA, opened(), met(1))
    scene.tell(BINTA, opened(), met(2), booked(wall("2026-04-09T09:00")))
    scene.tell(AWA, met(8, DataClass.HEALTH), by=ABEL)
    scene.project()
    assert asked(scene, BY_CONTACT) == [AWA, BINTA]
    assert asked(scene, BY_CONTACT, ABEL) == [BINTA, AWA]
