from typing import Any
from uuid import UUID

import pytest

from application.people.add_contact_point import AddContactPoint, add_contact_point
from application.people.call_otherwise import CallOtherwise, call_otherwise
from application.people.correct_identity import CorrectIdentity, correct_identity
from application.people.declare_identity import DeclareIdentity, declare_identity
from application.people.describe_living_situation import (
    DescribeLivingSituation,
    describe_living_situation,
)
from application.people.end_interpreter_need import EndInterpreterNeed, end_interpreter_need
from application.people.find_contact_point_unsafe import (
    FindContactPointUnsafe,
    find_contact_point_unsafe,
)
from application.people.record_interpreter_need import (
    RecordInterpreterNeed,
    record_interpreter_need,
)
from application.people.remove_contact_point import RemoveContactPoint, remove_contact_point
from application.people.report_death import ReportDeath, report_death
from application.people.withdraw_death_report import WithdrawDeathReport, withdraw_death_report
from domain.dates import PartialDate
from domain.members import Member, Profession
from domain.organisation.organisation import FOUNDER
from domain.pathway.contacts import ContactKind, ContactPoint, Contacts, RemovalReason
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.person import CorrectionReason, Housing, Identity, Person
from tests.application.network import Town

AWA = Identity(given_names="Awa", family_name="Diallo")
MOBILE = ContactPoint(kind=ContactKind.MOBILE, reach="+33639980001")


class Case:
    """A pathway that a mediator has just opened."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.mediator: Member = town.enrolled(FOUNDER, Profession.MEDIATOR)
        self.pathway_id: UUID = town.opened_by(self.mediator)

    def does(self, use_case: Any, command: Any) -> None:
        use_case(self.town.network, command, self.mediator)

    def contacts(self) -> Contacts:
        return self.town.pathway(self.pathway_id).contacts

    def person(self) -> Person:
        return self.town.pathway(self.pathway_id).person


@pytest.fixture
def case(town: Town) -> Case:
    return Case(town)


def test_an_identity_is_declared_then_corrected(case: Case) -> None:
    case.does(declare_identity, DeclareIdentity(pathway_id=case.pathway_id, identity=AWA))
    right = AWA.model_copy(update={"born": PartialDate(year=1987)})
    case.does(
        correct_identity,
        CorrectIdentity(
            pathway_id=case.pathway_id, identity=right, reason=CorrectionReason.PERSON_SAID
        ),
    )
    assert case.person().identity == right


def test_the_person_says_what_they_are_called(case: Case) -> None:
    case.does(call_otherwise, CallOtherwise(pathway_id=case.pathway_id, called="Aïssata"))
    assert case.person().called == "Aïssata"


def test_an_interpreter_is_needed_then_no_longer(case: Case) -> None:
    case.does(
        record_interpreter_need,
        RecordInterpreterNeed(pathway_id=case.pathway_id, language="ff"),
    )
    assert case.person().interpreter == "ff"
    case.does(end_interpreter_need, EndInterpreterNeed(pathway_id=case.pathway_id))
    assert case.person().interpreter is None


def test_a_living_situation_is_described(case: Case) -> None:
    case.does(
        describe_living_situation,
        DescribeLivingSituation(
            pathway_id=case.pathway_id, housing=Housing.HOSTED, commune="63113"
        ),
    )
    assert (case.person().housing, case.person().commune) == (Housing.HOSTED, "63113")


def test_a_death_reported_of_somebody_alive_is_withdrawn(case: Case) -> None:
    case.does(report_death, ReportDeath(pathway_id=case.pathway_id))
    assert case.person().is_dead
    case.does(withdraw_death_report, WithdrawDeathReport(pathway_id=case.pathway_id))
    assert not case.person().is_dead


def test_a_contact_point_is_added_found_unsafe_and_removed(case: Case) -> None:
    adding = AddContactPoint(pathway_id=case.pathway_id, point=MOBILE)
    about: dict[str, Any] = {"pathway_id": case.pathway_id, "contact_id": adding.contact_id}
    case.does(add_contact_point, adding)
    assert case.contacts().usable() == [MOBILE]
    case.does(find_contact_point_unsafe, FindContactPointUnsafe(**about))
    assert case.contacts().usable() == []
    case.does(remove_contact_point, RemoveContactPoint(**about, reason=RemovalReason.PERSON_ASKED))
    assert case.contacts().points == {}


def test_somebody_from_outside_the_circle_finds_no_pathway(case: Case) -> None:
    stranger = case.mediator.model_copy(update={"organisation_id": UUID(int=9)})
    with pytest.raises(PathwayNotOpened):
        report_death(case.town.network, ReportDeath(pathway_id=case.pathway_id), stranger)
