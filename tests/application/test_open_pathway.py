from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from application.network import Network
from application.pathways.open_pathway import OpenPathway, open_pathway
from application.refusals import CommandReused
from domain.members import Member, MemberStatus, Profession, Role
from domain.pathway.opening import MetAt
from domain.pathway.pathway import Pathway
from seeds.rules.shipped import shipped_rules
from tests.fakes.event_log import EventLogInMemory

INES = Member(
    id=UUID("bbbbbbbb-0000-4000-8000-000000000001"),
    organisation_id=UUID("aaaaaaaa-0000-4000-8000-000000000001"),
    profession=Profession.MEDIATOR,
    status=MemberStatus.EMPLOYEE,
    roles=frozenset({Role.CASEWORKER}),
)


@pytest.fixture
def network() -> Network:
    return Network(log=EventLogInMemory(), clock=lambda: datetime.now(UTC), rules=shipped_rules())


def test_opening_a_pathway_records_it(network: Network) -> None:
    recorded = open_pathway(network, OpenPathway(called="Awa", met_at=MetAt.HOME_VISIT), INES)
    pathway = network.log.load(Pathway, recorded.stream_id)
    assert pathway.opening.opened_by == INES.organisation_id
    assert pathway.version == recorded.version == 1


def test_a_repeated_command_gets_its_first_answer(network: Network) -> None:
    command = OpenPathway(called="Awa", met_at=MetAt.HOME_VISIT)
    first = open_pathway(network, command, INES)
    again = open_pathway(network, command, INES)
    assert again.repeated
    assert (again.stream_id, again.position) == (first.stream_id, first.position)
    assert network.log.head() == 1


def test_a_command_id_is_never_reused_for_something_else(network: Network) -> None:
    key = uuid4()
    open_pathway(network, OpenPathway(command_id=key, called="Awa", met_at=MetAt.OFFICE), INES)
    with pytest.raises(CommandReused):
        open_pathway(network, OpenPathway(command_id=key, called="Aya", met_at=MetAt.OFFICE), INES)
