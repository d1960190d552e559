"""The story of the first steps: applied for, a document missing, collected, filed, opened."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from application.network import Network
from application.pathways.open_pathway import OpenPathway, open_pathway
from application.rights.apply_for_right import ApplyForRight, apply_for_right
from application.rights.collect_document import CollectDocument, collect_document
from application.rights.file_application import FileApplication, file_application
from application.rights.open_right import OpenRight, open_right
from application.rights.require_document import RequireDocument, require_document
from domain.members import Member, MemberStatus, Profession, Role
from domain.pathway.opening import MetAt
from domain.pathway.pathway import Pathway
from domain.pathway.rights.refusals import DocumentMissing
from domain.pathway.rights.right import Right, Stage
from domain.rights.periods import Period
from domain.rights.schemes import Document, Scheme
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


@pytest.fixture
def pathway_id(network: Network) -> UUID:
    return open_pathway(network, OpenPathway(called="Awa", met_at=MetAt.OFFICE), INES).stream_id


def right(network: Network, pathway_id: UUID, right_id: UUID) -> Right:
    return network.log.load(Pathway, pathway_id).rights.right(right_id)


def collect(network: Network, pathway_id: UUID, right_id: UUID, document: Document) -> None:
    collect_document(
        network,
        CollectDocument(
            pathway_id=pathway_id, right_id=right_id, document=document, on=date(2026, 3, 9)
        ),
        INES,
    )


def test_a_right_is_opened_with_its_dates(network: Network, pathway_id: UUID) -> None:
    asked = ApplyForRight(pathway_id=pathway_id, scheme=Scheme.C2S)
    right_id = asked.right_id
    apply_for_right(network, asked, INES)
    require_document(
        network,
        RequireDocument(pathway_id=pathway_id, right_id=right_id, document=Document.RESIDENCE),
        INES,
    )
    collect(network, pathway_id, right_id, Document.RESOURCES)
    filing = FileApplication(pathway_id=pathway_id, right_id=right_id, on=date(2026, 3, 10))
    with pytest.raises(DocumentMissing) as missing:
        file_application(network, filing, INES)
    assert missing.value.documents == (Document.RESIDENCE,)

    collect(network, pathway_id, right_id, Document.RESIDENCE)
    file_application(network, filing, INES)
    assert right(network, pathway_id, right_id).stage is Stage.FILED

    open_right(
        network,
        OpenRight(pathway_id=pathway_id, right_id=right_id, starts_on=date(2026, 4, 1)),
        INES,
    )
    opened = right(network, pathway_id, right_id)
    assert opened.stage is Stage.OPEN
    assert opened.periods == (Period(date(2026, 4, 1), date(2027, 3, 31), version=7),)
