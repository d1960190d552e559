from datetime import datetime
from uuid import UUID, uuid4

from application.views.caseload import DueKind
from application.views.people import PersonRow
from domain.data_classes import DataClass
from domain.pathway.appointments.facts import AppointmentBooked
from domain.pathway.appointments.words import AppointmentKind, Needs
from domain.pathway.sharing import OrganisationJoined
from domain.wall_time import WallTime
from tests.domain.pathway.people import CCAS, MARCH_4, MARCH_5
from tests.infrastructure.views.scene import ABEL, INES, ROSE, Scene, opened

AWA = UUID("11111111-1111-4111-8111-111111111111")
APRIL_1 = WallTime(wall=datetime(2026, 4, 1, 9, 0), zone="Europe/Paris")  # noqa: DTZ001 (a wall time)


def booked(when: WallTime = APRIL_1, data_class: DataClass = DataClass.SOCIAL) -> AppointmentBooked:
    return AppointmentBooked(
        occurred_at=MARCH_4,
        data_class=data_class,
        appointment_id=uuid4(),
        booked_by=INES.organisation_id,
        when=when,
        kind=AppointmentKind.MEDICAL,
        place="1 place du Marché",
        with_organisation=None,
        with_name="Cabinet",
        needs=Needs(),
    )


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
    scene.tell(AWA, OrganisationJoined(occurred_at=MARCH_5, joined_id=CCAS))
    scene.project()
    assert [entry.pathway_id for entry in scene.caseload(ROSE)] == [AWA]


def test_what_is_due_is_told_from_what_the_viewer_may_see(scene: Scene) -> None:
    scene.tell(AWA, opened())
    scene.tell(AWA, booked(data_class=DataClass.HEALTH), by=ABEL)
    scene.project()
    (to_the_nurse,), (to_the_mediator,) = scene.caseload(ABEL), scene.caseload(INES)
    assert (to_the_nurse.due_at, to_the_nurse.due_kind) == (
        APRIL_1.instant,
        DueKind.APPOINTMENT,
    )
    assert to_the_mediator.due_at is None


def test_one_sees_what_one_did_oneself_whatever_its_class(scene: Scene) -> None:
    scene.tell(AWA, opened())
    scene.tell(AWA, booked(data_class=DataClass.HEALTH), by=INES)
    scene.project()
    (entry,) = scene.caseload(INES)
    assert entry.due_at == APRIL_1.instant
