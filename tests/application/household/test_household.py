from typing import Any
from uuid import UUID, uuid4

import pytest

from application.household.allow_parental_contact import (
    AllowParentalContact,
    allow_parental_contact,
)
from application.household.describe_household import DescribeHousehold, describe_household
from application.household.end_parental_authority import (
    EndParentalAuthority,
    end_parental_authority,
)
from application.household.forbid_parental_contact import (
    ForbidParentalContact,
    forbid_parental_contact,
)
from application.household.link_child import LinkChild, link_child
from application.household.link_child_pathway import LinkChildPathway, link_child_pathway
from application.household.record_parental_authority import (
    RecordParentalAuthority,
    record_parental_authority,
)
from application.household.unlink_child import UnlinkChild, unlink_child
from domain.members import Member, Profession
from domain.organisation.organisation import FOUNDER
from domain.organisation.registration import OrganisationKind
from domain.pathway.household.household import Household
from domain.pathway.household.refusals import ChildIsThePerson
from domain.pathway.household.words import (
    AuthorityEnd,
    AuthorityHolder,
    Child,
    Composition,
    HouseholdKind,
)
from domain.pathway.opening import PathwayNotOpened
from tests.application.network import Town

IBOU = Child(called="Ibou")


class Case:
    """A pathway with a child who has none."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.mediator: Member = town.enrolled(FOUNDER, Profession.SOCIAL_WORKER)
        self.pathway_id: UUID = town.opened_by(self.mediator)
        linking = LinkChild(pathway_id=self.pathway_id, child=IBOU)
        self.does(link_child, linking)
        self.child: dict[str, Any] = {
            "pathway_id": self.pathway_id,
            "child_id": linking.child_id,
        }

    def does(self, use_case: Any, command: Any) -> None:
        use_case(self.town.network, command, self.mediator)

    def household(self) -> Household:
        return self.town.pathway(self.pathway_id).household


@pytest.fixture
def case(town: Town) -> Case:
    return Case(town)


def test_a_household_is_described(case: Case) -> None:
    composition = Composition(kind=HouseholdKind.SINGLE_PARENT, adults=1, children=1)
    case.does(
        describe_household,
        DescribeHousehold(pathway_id=case.pathway_id, composition=composition),
    )
    assert case.household().composition == composition


def test_a_child_gets_a_pathway_that_the_member_knows_of(case: Case) -> None:
    theirs = case.town.opened_by(case.mediator)
    case.does(link_child_pathway, LinkChildPathway(**case.child, child_pathway_id=theirs))
    assert case.household().children[case.child["child_id"]].pathway_id == theirs


def test_a_child_with_a_pathway_is_linked(case: Case) -> None:
    theirs = case.town.opened_by(case.mediator)
    linking = LinkChild(
        pathway_id=case.pathway_id, child=IBOU.model_copy(update={"pathway_id": theirs})
    )
    case.does(link_child, linking)
    assert case.household().children[linking.child_id].pathway_id == theirs


def test_a_pathway_that_the_member_may_not_know_of_is_as_one_that_is_not_there(
    case: Case,
) -> None:
    ccas = case.town.partner("CCAS du Bourg", OrganisationKind.SOCIAL_SERVICE)
    hidden = case.town.opened_by(case.town.enrolled(ccas, Profession.SOCIAL_WORKER))
    for pathway_id in (hidden, uuid4()):
        child = IBOU.model_copy(update={"pathway_id": pathway_id})
        with pytest.raises(PathwayNotOpened):
            case.does(link_child, LinkChild(pathway_id=case.pathway_id, child=child))
        with pytest.raises(PathwayNotOpened):
            case.does(
                link_child_pathway, LinkChildPathway(**case.child, child_pathway_id=pathway_id)
            )


def test_nobody_is_their_own_child(case: Case) -> None:
    with pytest.raises(ChildIsThePerson):
        case.does(
            link_child_pathway, LinkChildPathway(**case.child, child_pathway_id=case.pathway_id)
        )


def test_a_child_linked_by_mistake_is_unlinked(case: Case) -> None:
    case.does(unlink_child, UnlinkChild(**case.child))
    assert case.household().children == {}


def test_a_holder_of_parental_authority_is_kept_out_and_let_in_again(case: Case) -> None:
    recording = RecordParentalAuthority(
        **case.child, holder=AuthorityHolder.OTHER_PARENT, name="Moussa"
    )
    about: dict[str, Any] = {
        "pathway_id": case.pathway_id,
        "authority_id": recording.authority_id,
    }
    case.does(record_parental_authority, recording)
    case.does(forbid_parental_contact, ForbidParentalContact(**about))
    assert not case.household().may_contact(recording.authority_id)
    case.does(allow_parental_contact, AllowParentalContact(**about))
    assert case.household().may_contact(recording.authority_id)
    case.does(
        end_parental_authority, EndParentalAuthority(**about, reason=AuthorityEnd.CAME_OF_AGE)
    )
    assert case.household().authorities == {}
