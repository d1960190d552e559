from uuid import UUID

import pytest
from pydantic import ValidationError

from domain.data_classes import DataClass
from domain.dates import PartialDate
from domain.pathway.household.facts import (
    ChildLinked,
    ChildLinkedInError,
    ChildPathwayLinked,
    HouseholdDescribed,
    ParentalAuthorityEnded,
    ParentalAuthorityRecorded,
    ParentalContactAllowed,
    ParentalContactForbidden,
)
from domain.pathway.household.refusals import (
    AuthorityOfOneself,
    AuthorityUnknown,
    ChildAlreadyLinked,
    ChildIsThePerson,
    ChildUnknown,
    ParentalContactNotForbidden,
)
from domain.pathway.household.words import (
    AuthorityEnd,
    AuthorityHolder,
    Child,
    Composition,
    HouseholdKind,
)
from domain.pathway.pathway import Pathway
from tests.domain.pathway.people import MARCH_5, opened
from tests.domain.scenario import PATHWAY, given, known

CHILD = UUID("cccccccc-0000-4000-8000-000000000011")
OTHER_CHILD = UUID("cccccccc-0000-4000-8000-000000000012")
FATHER = UUID("cccccccc-0000-4000-8000-000000000013")
CHILD_PATHWAY = UUID("22222222-2222-4222-8222-222222222222")

IBOU = Child(called="Ibou", born=PartialDate(year=2021, month=5))
IBOU_WITH_PATHWAY = IBOU.model_copy(update={"pathway_id": CHILD_PATHWAY})
LINKED = ChildLinked(occurred_at=MARCH_5, child_id=CHILD, child=IBOU)
LINKED_WITH_PATHWAY = ChildLinked(occurred_at=MARCH_5, child_id=CHILD, child=IBOU_WITH_PATHWAY)
UNLINKED = ChildLinkedInError(occurred_at=MARCH_5, child_id=CHILD, corrects=2)
PATHWAY_LINKED = ChildPathwayLinked(occurred_at=MARCH_5, child_id=CHILD, pathway_id=CHILD_PATHWAY)
AUTHORITY = ParentalAuthorityRecorded(
    occurred_at=MARCH_5,
    authority_id=FATHER,
    child_id=CHILD,
    holder=AuthorityHolder.OTHER_PARENT,
    name="Moussa",
)
ENDED = ParentalAuthorityEnded(
    occurred_at=MARCH_5, authority_id=FATHER, reason=AuthorityEnd.COURT_DECIDED
)
FORBIDDEN = ParentalContactForbidden(
    occurred_at=MARCH_5, authority_id=FATHER, because="He threatened her."
)
ALLOWED = ParentalContactAllowed(occurred_at=MARCH_5, authority_id=FATHER)


def link(pathway: Pathway, *, child: Child = IBOU_WITH_PATHWAY) -> ChildLinked:
    return pathway.household.link_child(child_id=CHILD, child=child, parent_id=PATHWAY, at=MARCH_5)


def link_pathway(pathway: Pathway, *, to: UUID = CHILD_PATHWAY) -> ChildPathwayLinked:
    return pathway.household.link_child_pathway(
        child_id=CHILD, pathway_id=to, parent_id=PATHWAY, at=MARCH_5
    )


def record_authority(
    pathway: Pathway,
    *,
    child_id: UUID | None = CHILD,
    holder: AuthorityHolder = AuthorityHolder.OTHER_PARENT,
) -> ParentalAuthorityRecorded:
    return pathway.household.record_authority(
        authority_id=FATHER, child_id=child_id, holder=holder, name="Moussa", at=MARCH_5
    )


def end_authority(pathway: Pathway) -> ParentalAuthorityEnded:
    return pathway.household.end_authority(
        authority_id=FATHER, reason=AuthorityEnd.COURT_DECIDED, at=MARCH_5
    )


def forbid(pathway: Pathway) -> ParentalContactForbidden:
    return pathway.household.forbid_contact(
        authority_id=FATHER, because="He threatened her.", at=MARCH_5
    )


def allow(pathway: Pathway) -> ParentalContactAllowed:
    return pathway.household.allow_contact(authority_id=FATHER, at=MARCH_5)


def test_a_household_is_counted_for_ceilings() -> None:
    composition = Composition(kind=HouseholdKind.SINGLE_PARENT, adults=1, children=2)
    described = HouseholdDescribed(occurred_at=MARCH_5, composition=composition)
    given(opened()).when(
        lambda pathway: pathway.household.describe(composition=composition, at=MARCH_5)
    ).then(described)
    told = known(opened(), described).household.composition
    assert told is not None
    assert told.people == 3


def test_a_household_counts_somebody() -> None:
    with pytest.raises(ValidationError):
        Composition(kind=HouseholdKind.OTHER, adults=0, children=0)


def test_a_child_is_linked_with_or_without_a_pathway() -> None:
    given(opened()).when(lambda pathway: link(pathway, child=IBOU)).then(LINKED)
    given(opened()).when(link).then(LINKED_WITH_PATHWAY)


def test_two_children_may_bear_the_same_name() -> None:
    given(opened(), LINKED).when(
        lambda pathway: pathway.household.link_child(
            child_id=OTHER_CHILD, child=IBOU, parent_id=PATHWAY, at=MARCH_5
        )
    ).then(LINKED.model_copy(update={"child_id": OTHER_CHILD}))


def test_a_pathway_is_one_childs() -> None:
    given(opened(), LINKED_WITH_PATHWAY).when(link).then_refused(ChildAlreadyLinked)
    given(opened(), LINKED_WITH_PATHWAY).when(link_pathway).then_refused(ChildAlreadyLinked)


def test_nobody_is_their_own_child() -> None:
    oneself = IBOU.model_copy(update={"pathway_id": PATHWAY})
    given(opened()).when(lambda pathway: link(pathway, child=oneself)).then_refused(
        ChildIsThePerson
    )
    given(opened(), LINKED).when(lambda pathway: link_pathway(pathway, to=PATHWAY)).then_refused(
        ChildIsThePerson
    )


def test_a_child_may_get_a_pathway_later() -> None:
    given(opened(), LINKED).when(link_pathway).then(PATHWAY_LINKED)
    given(opened()).when(link_pathway).then_refused(ChildUnknown)
    household = known(opened(), LINKED, PATHWAY_LINKED).household
    assert household.children[CHILD].pathway_id == CHILD_PATHWAY


def test_a_child_linked_by_mistake_is_unlinked() -> None:
    unlink = lambda pathway: pathway.household.unlink_child(child_id=CHILD, at=MARCH_5)
    given(opened(), LINKED).when(unlink).then(UNLINKED)
    given(opened(), LINKED, UNLINKED).when(unlink).then_refused(ChildUnknown)


def test_parental_authority_is_recorded_over_a_child_of_the_household() -> None:
    given(opened(), LINKED).when(record_authority).then(AUTHORITY)
    given(opened()).when(record_authority).then_refused(ChildUnknown)


def test_parental_authority_over_a_minor_is_somebody_elses() -> None:
    given(opened()).when(lambda pathway: record_authority(pathway, child_id=None)).then(
        AUTHORITY.model_copy(update={"child_id": None})
    )
    given(opened()).when(
        lambda pathway: record_authority(pathway, child_id=None, holder=AuthorityHolder.PERSON)
    ).then_refused(AuthorityOfOneself)


def test_that_child_welfare_decides_is_child_protection() -> None:
    given(opened(), LINKED).when(
        lambda pathway: record_authority(pathway, holder=AuthorityHolder.CHILD_WELFARE)
    ).then(
        AUTHORITY.model_copy(
            update={
                "holder": AuthorityHolder.CHILD_WELFARE,
                "data_class": DataClass.PROTECTION,
            }
        )
    )


def test_parental_authority_ends_once() -> None:
    given(opened(), LINKED, AUTHORITY).when(end_authority).then(ENDED)
    given(opened(), LINKED, AUTHORITY, ENDED).when(end_authority).then_refused(AuthorityUnknown)


def test_a_holder_may_be_contacted_until_it_is_forbidden() -> None:
    assert known(opened(), LINKED, AUTHORITY).household.may_contact(FATHER)
    assert not known(opened(), LINKED, AUTHORITY, FORBIDDEN).household.may_contact(FATHER)
    assert known(opened(), LINKED, AUTHORITY, FORBIDDEN, ALLOWED).household.may_contact(FATHER)


def test_nobody_unknown_may_be_contacted() -> None:
    assert not known(opened(), FORBIDDEN, ALLOWED).household.may_contact(FATHER)
    given(opened()).when(forbid).then_refused(AuthorityUnknown)
    given(opened()).when(allow).then_refused(AuthorityUnknown)


def test_contact_is_forbidden_however_often_it_is_said() -> None:
    given(opened(), LINKED, AUTHORITY).when(forbid).then(FORBIDDEN)
    given(opened(), LINKED, AUTHORITY, FORBIDDEN).when(forbid).then(FORBIDDEN)


def test_only_what_was_forbidden_is_allowed_again() -> None:
    given(opened(), LINKED, AUTHORITY, FORBIDDEN).when(allow).then(ALLOWED)
    given(opened(), LINKED, AUTHORITY).when(allow).then_refused(ParentalContactNotForbidden)


def test_a_prohibition_is_child_protection_and_sealed_alone() -> None:
    assert FORBIDDEN.data_class is DataClass.PROTECTION
    assert ParentalContactForbidden.alone
    assert ParentalContactAllowed.alone


def test_a_pathway_linked_to_a_child_that_is_not_known_changes_nothing() -> None:
    assert known(opened(), PATHWAY_LINKED).household.children == {}
