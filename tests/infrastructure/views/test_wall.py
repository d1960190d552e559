"""PostgreSQL: whatever the application asks, the database gives a viewer their rows only."""

from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from application.views.reach import Viewer
from domain.data_classes import DataClass
from domain.members import Member, Profession
from domain.pathway.grounds.facts import EmergencyAccessTaken, ObjectionRaised
from domain.pathway.grounds.words import EmergencyReason
from domain.pathway.sharing.facts import OrganisationInvited
from infrastructure.views.tables import OF_VIEW, caseload, checkpoint
from infrastructure.views.wall import SHOWN, looking_as
from tests.domain.observatory.test_activities import DISTRIBUTION, TOUR
from tests.domain.pathway.people import CCAS, MARCH_4, MARCH_5, PASS, RELAIS
from tests.infrastructure.roles import by_least_roles
from tests.infrastructure.views.behind_the_wall import as_, every, looking
from tests.infrastructure.views.conftest import scene_on
from tests.infrastructure.views.scene import (
    ABEL,
    AWA,
    BINTA,
    DINA,
    INES,
    ROSE,
    Scene,
    booked,
    joined,
    member,
    opened,
    requested,
)
from tests.infrastructure.views.test_duplicates import flagged
from tests.infrastructure.views.test_likenesses import NAMED
from tests.servers import Postgres

STRANGER = member(UUID(int=5), Profession.DOCTOR, 8)
OF_NOBODY = {"organisations", "activities"}
OF_PEOPLE = {view: table for view, table in OF_VIEW.items() if view not in OF_NOBODY}


def two_people(walled: Scene) -> None:
    walled.tell(AWA, opened(), joined(CCAS), booked(), requested(UUID(int=7)))
    walled.tell(AWA, booked(data_class=DataClass.HEALTH), by=ABEL)
    walled.tell(AWA, objected(), taken_in_an_emergency(), invited(), NAMED, flagged(AWA))
    walled.tell(BINTA, opened("Binta", by=DINA), by=DINA)
    walled.tell_activity(TOUR, DISTRIBUTION)
    walled.project()


def objected() -> ObjectionRaised:
    return ObjectionRaised(
        occurred_at=MARCH_4, objection_id=UUID(int=6), organisation_id=None, member_id=STRANGER.id
    )


def invited() -> OrganisationInvited:
    return OrganisationInvited(occurred_at=MARCH_4, invited_id=PASS, invited_by=RELAIS)


def taken_in_an_emergency() -> EmergencyAccessTaken:
    return EmergencyAccessTaken(
        occurred_at=MARCH_4,
        access_id=UUID(int=8),
        member_id=DINA.id,
        of_organisation=DINA.organisation_id,
        reason=EmergencyReason.UNCONSCIOUS,
        words="Malaise.",
        until=MARCH_5,
    )


def test_each_view_has_its_policy() -> None:
    assert SHOWN.keys() == OF_VIEW.keys()


def test_without_saying_who_looks_there_is_nothing(walled: Scene) -> None:
    two_people(walled)
    with walled.engine.begin() as keeper, walled.reading.begin() as connection:
        for view, table in OF_PEOPLE.items():
            assert every(keeper, table), view
            assert every(connection, table) == [], view


def test_figures_are_told_to_whoever_counts_and_to_nobody_else(walled: Scene) -> None:
    two_people(walled)
    for counts in (True, False):
        cora = Viewer(RELAIS, UUID(int=70), frozenset(), MARCH_5, counts=counts)
        with looking(walled, cora) as connection:
            for view in ("observatory", "activity_figures"):
                assert bool(every(connection, OF_VIEW[view])) is counts
            assert every(connection, caseload) == []


def test_what_a_connection_was_told_ends_with_its_transaction(walled: Scene) -> None:
    two_people(walled)
    with walled.reading.connect() as connection:
        with connection.begin():
            connection.execute(select(checkpoint.c.position, *looking_as(as_(INES))))
            assert every(connection, caseload)
        with connection.begin():
            assert every(connection, caseload) == []


@pytest.mark.parametrize(
    ("viewer", "people"),
    [
        (INES, {AWA}),
        (ROSE, {AWA}),
        (DINA, {BINTA}),
        (member(UUID(int=5), Profession.DOCTOR, 8), set()),
    ],
)
def test_each_sees_people_of_their_own_organisation(
    walled: Scene, viewer: Member, people: set[UUID]
) -> None:
    two_people(walled)
    with looking(walled, as_(viewer)) as connection:
        for view in ("people", "names", "caseload"):
            assert {row.pathway_id for row in every(connection, OF_VIEW[view])} == people


def test_a_class_that_a_profession_does_not_meet_is_not_there(walled: Scene) -> None:
    two_people(walled)
    assert classes_seen(walled, INES) == {DataClass.IDENTITY, DataClass.SOCIAL}
    assert classes_seen(walled, ABEL) >= {DataClass.HEALTH}
    assert classes_seen(walled, member(CCAS, Profession.NURSE, 9)) >= {DataClass.HEALTH}


def classes_seen(walled: Scene, viewer: Member) -> set[DataClass]:
    with looking(walled, as_(viewer)) as connection:
        return {row.data_class for row in every(connection, OF_VIEW["agenda"])} | {
            row.data_class for row in every(connection, caseload)
        }


def test_who_follows_nobody_sees_emergency_accesses_to_review_alone(walled: Scene) -> None:
    two_people(walled)
    with looking(walled, Viewer(INES.organisation_id, INES.id, frozenset(), MARCH_5)) as connection:
        seen = {view for view, table in OF_PEOPLE.items() if every(connection, table)}
    assert seen == {"emergencies"}


def test_an_invitation_is_there_for_who_may_answer_it_alone(walled: Scene) -> None:
    two_people(walled)
    for viewer, found in ((DINA, 1), (INES, 0), (ROSE, 0)):
        with looking(walled, as_(viewer)) as connection:
            assert len(every(connection, OF_VIEW["invitations"])) == found
    nobody = Viewer(PASS, DINA.id, frozenset(), MARCH_5)
    with looking(walled, nobody) as connection:
        assert every(connection, OF_VIEW["invitations"]) == []


def test_a_parked_stream_is_withheld_from_everybody(walled: Scene) -> None:
    two_people(walled)
    walled.log.damage(walled.tell(AWA, booked()).position)
    walled.project()
    with looking(walled, as_(INES)) as connection:
        assert {view for view, table in OF_PEOPLE.items() if every(connection, table)} == set()


def test_the_wall_stands_while_views_are_made_again_and_after(walled: Scene) -> None:
    two_people(walled)
    seen = set[bool]()

    def meanwhile(*_: int) -> None:
        with walled.reading.begin() as connection:
            seen.add(any(every(connection, table) for table in OF_PEOPLE.values()))
        with looking(walled, as_(DINA)) as connection:
            seen.add(any(row.pathway_id == AWA for row in every(connection, caseload)))

    walled.rebuilding.rebuild(OF_VIEW, meanwhile)
    meanwhile()
    assert seen == {False}
    assert [entry.pathway_id for entry in walled.caseload(DINA)] == [BINTA]


@pytest.mark.parametrize("statement", ["DELETE FROM {}", "TRUNCATE {}", "DROP POLICY viewer ON {}"])
def test_the_application_role_writes_no_row(walled: Scene, statement: str) -> None:
    for table in OF_VIEW.values():
        with walled.reading.connect() as connection:
            connection.execute(text("SET cordee.keeping = 'on'"))
            with pytest.raises(DBAPIError, match=r"permission denied|must be owner"):
                connection.exec_driver_sql(statement.format(table.name))


def test_saying_that_one_keeps_the_views_opens_nothing(walled: Scene) -> None:
    two_people(walled)
    with walled.reading.begin() as connection:
        connection.execute(text("SET LOCAL cordee.keeping = 'on'"))
        assert every(connection, caseload) == []


def test_one_role_that_reads_and_writes_has_the_wall_too(
    postgres: Postgres, tmp_path: Path
) -> None:
    with (
        by_least_roles(postgres, tmp_path, projector=False) as settings,
        scene_on(settings) as walled,
    ):
        two_people(walled)
        walled.rebuild()
        with walled.reading.begin() as connection:
            assert every(connection, caseload) == []
        assert [entry.pathway_id for entry in walled.caseload(DINA)] == [BINTA]
