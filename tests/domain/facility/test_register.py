from uuid import UUID

import pytest

from domain.facility.facts import FacilityRegistered
from domain.facility.refusals import FacilityAlreadyRegistered, FacilityUnknown, NotYoursToRun
from domain.facility.register import Described, FacilityRegister
from domain.facility.words import FacilityKind
from domain.members import Member, MemberStatus, Profession, Role
from tests.domain.facility.days import NOW
from tests.domain.pathway.people import CCAS, RELAIS
from tests.domain.scenario import PATHWAY, given

CENTRE = Described(
    UUID("eeeeeeee-0000-4000-8000-000000000001"),
    CCAS,
    FacilityKind.MATERNAL_CENTRE,
    "Les Glycines",
    "Europe/Paris",
)
REGISTERED = FacilityRegistered(
    occurred_at=NOW,
    facility_id=CENTRE.id,
    organisation_id=CCAS,
    kind=CENTRE.kind,
    name=CENTRE.name,
    zone=CENTRE.zone,
)


def member(organisation_id: UUID, *roles: Role) -> Member:
    return Member(
        id=UUID("eeeeeeee-0000-4000-8000-000000000002"),
        organisation_id=organisation_id,
        profession=Profession.SOCIAL_WORKER,
        status=MemberStatus.EMPLOYEE,
        roles=frozenset(roles),
    )


def test_a_facility_is_registered_once() -> None:
    given(kind=FacilityRegister).when(
        lambda register: register.facilities.register(CENTRE, at=NOW)
    ).then(REGISTERED)
    given(REGISTERED, kind=FacilityRegister).when(
        lambda register: register.facilities.register(CENTRE, at=NOW)
    ).then_refused(FacilityAlreadyRegistered)


def test_a_facility_is_known_by_its_id_and_told_by_name() -> None:
    empty = FacilityRegister(PATHWAY)
    register = empty.after(empty.next([REGISTERED]))
    assert register.facilities.known(CENTRE.id) == CENTRE
    assert list(register.facilities.by_name()) == [CENTRE]
    with pytest.raises(FacilityUnknown):
        register.facilities.known(CCAS)


def test_those_who_work_there_run_it_and_auditors_do_not() -> None:
    CENTRE.must_be_run_by(member(CCAS, Role.COORDINATOR))
    for nobody in (member(RELAIS, Role.ADMINISTRATOR), member(CCAS, Role.AUDITOR)):
        with pytest.raises(NotYoursToRun):
            CENTRE.must_be_run_by(nobody)
