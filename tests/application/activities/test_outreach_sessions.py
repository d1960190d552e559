from uuid import UUID, uuid4

import pytest

from application.activities.hold_outreach_session import (
    HoldOutreachSession,
    hold_outreach_session,
)
from application.activities.read_activity import read_activity
from domain.activity.outreach import OutreachKind
from domain.activity.refusals import ActivityUnknown, NotYoursToHold
from domain.members import Profession, Role
from domain.organisation.enrolment import MemberUnknown
from domain.organisation.organisation import FOUNDER
from domain.organisation.registration import OrganisationKind, OrganisationUnknown
from tests.application.activities.scene import MORNING, Outing
from tests.application.network import NOON, Town


@pytest.fixture
def outing(town: Town) -> Outing:
    return Outing(town)


def test_a_session_is_held_and_read(outing: Outing) -> None:
    ccas = outing.town.partner("CCAS", OrganisationKind.SOCIAL_SERVICE)
    session = outing.session(team=(outing.mediator.id,), partners=(ccas,))
    activity = read_activity(outing.town.network, session, outing.mediator)
    assert activity.holding.held_by == FOUNDER
    assert activity.holding.happening is not None
    assert activity.holding.happening.partners == (ccas,)


def test_a_session_sent_again_is_held_once(outing: Outing) -> None:
    command = HoldOutreachSession(kind=OutreachKind.SHELTER, happening=MORNING, at=NOON)
    first, again = (outing.does(hold_outreach_session, command) for _ in range(2))
    assert (first.position, again.repeated) == (again.position, True)


def test_a_coordinator_holds_sessions_and_an_administrator_does_not(outing: Outing) -> None:
    coordinator = outing.town.enrolled(FOUNDER, Profession.OTHER, Role.COORDINATOR)
    session = outing.session(by=coordinator)
    with pytest.raises(NotYoursToHold):
        outing.session(by=outing.town.administrator)
    with pytest.raises(ActivityUnknown):
        read_activity(outing.town.network, session, outing.town.administrator)


def test_a_session_is_its_organisations_alone(outing: Outing) -> None:
    ccas = outing.town.partner("CCAS", OrganisationKind.SOCIAL_SERVICE)
    worker = outing.town.enrolled(ccas, Profession.SOCIAL_WORKER)
    session = outing.session(partners=(ccas,))
    for unknown in (session, uuid4()):
        with pytest.raises(ActivityUnknown):
            read_activity(outing.town.network, unknown, worker)


def test_nobody_is_named_who_was_never_here(outing: Outing) -> None:
    with pytest.raises(MemberUnknown):
        outing.session(team=(UUID(int=9),))
    with pytest.raises(OrganisationUnknown):
        outing.session(partners=(UUID(int=9),))
