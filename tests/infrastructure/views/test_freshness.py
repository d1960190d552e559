from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from application.refusals import StoreUnavailable, ViewBehind
from application.views.referrals import Box
from domain.pathway.appointments.facts import AppointmentMoved
from domain.pathway.appointments.words import ChangeReason, Side
from domain.pathway.person import CalledOtherwise
from domain.pathway.referrals.facts import ReferralAccepted
from domain.pathway.referrals.referral import ReferralState
from domain.pathway.sharing.facts import OrganisationLeft, PathwayClosed
from infrastructure.views.views import ViewTables
from tests.domain.pathway.people import APPOINTMENT, CCAS, MARCH_5, REFERRAL, RELAIS
from tests.infrastructure.views.scene import (
    APRIL_1,
    APRIL_2,
    AWA,
    BINTA,
    INES,
    ROSE,
    Scene,
    booked,
    joined,
    opened,
    requested,
)


def test_a_row_behind_its_stream_is_told_as_it_is_now(scene: Scene) -> None:
    scene.tell(AWA, opened("Awa"))
    scene.tell(BINTA, opened("Binta"))
    scene.project()
    scene.tell(AWA, CalledOtherwise(occurred_at=MARCH_5, called="Awa D."), booked(APRIL_1))
    awa, binta = scene.caseload(INES)
    assert awa.person
    assert (awa.person.called, awa.due_at) == ("Awa D.", APRIL_1.instant)
    assert (binta.pathway_id, binta.due_at) == (BINTA, None)


def test_who_left_the_circle_sees_nothing_from_that_event_on(scene: Scene) -> None:
    scene.tell(AWA, opened(), joined(CCAS), requested(REFERRAL), booked())
    scene.project()
    assert scene.caseload(ROSE)
    assert scene.box(ROSE, Box.INBOX)
    assert scene.agenda(ROSE)
    scene.tell(AWA, OrganisationLeft(occurred_at=MARCH_5, left_id=CCAS))
    assert scene.caseload(ROSE) == ()
    assert scene.box(ROSE, Box.INBOX) == ()
    assert scene.agenda(ROSE) == ()


def test_what_was_just_closed_is_not_among_the_open_ones(scene: Scene) -> None:
    scene.tell(AWA, opened())
    scene.project()
    scene.tell(AWA, PathwayClosed(occurred_at=MARCH_5, closed_by=RELAIS))
    assert scene.caseload(INES) == ()


def test_items_of_a_page_are_told_as_they_are_now_and_no_others(scene: Scene) -> None:
    scene.tell(AWA, opened(), joined(CCAS), requested(REFERRAL))
    scene.tell(AWA, booked(APRIL_1, appointment_id=APPOINTMENT))
    scene.project()
    accepted = ReferralAccepted(occurred_at=MARCH_5, referral_id=REFERRAL, accepted_by=CCAS)
    moved = AppointmentMoved(
        occurred_at=MARCH_5,
        appointment_id=APPOINTMENT,
        moved_by=Side.SERVICE,
        reason=ChangeReason.STAFF_ABSENT,
        was=APRIL_1,
        when=APRIL_2,
    )
    scene.tell(AWA, accepted, moved, booked(APRIL_2))
    (referral,), (appointment,) = scene.box(ROSE, Box.INBOX), scene.agenda(ROSE)
    assert referral.row.state is ReferralState.ACCEPTED
    assert appointment.row.day == date(2026, 4, 2)


def test_what_moved_and_cannot_be_read_is_not_shown(scene: Scene) -> None:
    scene.tell(AWA, opened("Awa"))
    scene.tell(BINTA, opened("Binta"))
    scene.project()
    scene.log.damage(scene.tell(AWA, booked()).position)
    scene.tell(BINTA, booked(APRIL_2))
    (entry,) = scene.caseload(INES)
    assert (entry.pathway_id, entry.due_at) == (BINTA, APRIL_2.instant)


def test_a_view_that_does_not_come_so_far_in_time_says_so(scene: Scene) -> None:
    recorded = scene.tell(AWA, opened())
    scene.views = ViewTables(scene.engine, scene.labels, scene.blinds, patience=0)
    with pytest.raises(ViewBehind):
        scene.caseload(INES, min_position=recorded.position)


def test_who_asks_for_what_they_wrote_waits_for_it(scene: Scene) -> None:
    recorded = scene.tell(AWA, opened())
    with ThreadPoolExecutor(1) as another:
        asked = another.submit(scene.caseload, INES, min_position=recorded.position)
        scene.project()
        assert [entry.pathway_id for entry in asked.result()] == [AWA]


def test_a_database_out_of_reach_is_told_in_our_words(scene: Scene) -> None:
    def gone(*_: object) -> None:
        raise OperationalError("BEGIN", None, Exception("the server is gone"))

    event.listen(scene.reading, "begin", gone)
    with pytest.raises(StoreUnavailable):
        scene.caseload(INES)


def test_an_erased_label_leaves_a_row_without_a_name(scene: Scene) -> None:
    scene.tell(AWA, opened("Awa"))
    scene.project()
    scene.labels.erased.add(AWA)
    (entry,) = scene.caseload(INES)
    assert entry.person
    assert entry.person.called is None
