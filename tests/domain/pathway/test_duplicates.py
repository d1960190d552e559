from uuid import UUID

from domain.kernel import Fact
from domain.pathway.duplicates import (
    DuplicateAlreadyDismissed,
    DuplicateDismissed,
    DuplicateUnknown,
    FlagState,
    LinkAlreadyAsked,
    LinkAsked,
    PossibleDuplicateFlagged,
    SamePersonSuggested,
    pair_id,
)
from domain.pathway.links import PathwaysUnlinked
from domain.pathway.pathway import Pathway
from tests.domain.pathway.people import CCAS, MARCH_4, MARCH_5, PASS, RELAIS, opened
from tests.domain.scenario import PATHWAY, given, known

OTHER = UUID("22222222-2222-4222-8222-222222222222")
FLAG = pair_id(PATHWAY, OTHER)


def flagged(told: UUID = RELAIS) -> PossibleDuplicateFlagged:
    return PossibleDuplicateFlagged(occurred_at=MARCH_4, flag_id=FLAG, other_id=OTHER, told_id=told)


def suggested() -> SamePersonSuggested:
    return SamePersonSuggested(occurred_at=MARCH_4, flag_id=FLAG, other_id=OTHER, told_id=RELAIS)


def asked() -> LinkAsked:
    return LinkAsked(occurred_at=MARCH_5, flag_id=FLAG, other_id=OTHER, asked_by=RELAIS)


def dismissed() -> DuplicateDismissed:
    return DuplicateDismissed(occurred_at=MARCH_5, flag_id=FLAG, dismissed_by=RELAIS)


def ask(pathway: Pathway) -> Fact:
    return pathway.duplicates.ask(flag_id=FLAG, by=RELAIS, at=MARCH_5)


def dismiss(pathway: Pathway, by: UUID = RELAIS) -> Fact:
    return pathway.duplicates.dismiss(flag_id=FLAG, by=by, at=MARCH_5)


def test_the_id_of_a_pair_is_the_same_from_either_side() -> None:
    assert pair_id(OTHER, PATHWAY) == FLAG


def test_each_organisation_is_told_once_and_alone() -> None:
    given(opened(), flagged()).when(
        lambda pathway: pathway.duplicates.flag(
            flag_id=FLAG, other_id=OTHER, told=[RELAIS, CCAS], at=MARCH_4
        )
    ).then(flagged(told=CCAS))
    assert flagged().private_to == RELAIS
    assert known(opened(), flagged()).duplicates.of(CCAS) == []


def test_it_is_somebody_else() -> None:
    given(opened(), flagged()).when(dismiss).then(dismissed())
    given(opened(), flagged(), dismissed()).when(dismiss).then_refused(DuplicateAlreadyDismissed)
    given(opened(), flagged()).when(lambda pathway: dismiss(pathway, PASS)).then_refused(
        DuplicateUnknown
    )


def test_it_is_the_same_person_says_one_side() -> None:
    given(opened(), flagged()).when(ask).then(asked())
    given(opened(), flagged(), dismissed()).when(ask).then(asked())  # they were mistaken
    given(opened(), flagged(), asked()).when(ask).then_refused(LinkAlreadyAsked)
    given(opened(), flagged(), asked()).when(dismiss).then_refused(LinkAlreadyAsked)


def test_what_the_other_side_says_is_told_again_after_a_dismissal() -> None:
    (flag,) = known(opened(), flagged(), dismissed(), suggested()).duplicates.of(RELAIS)
    assert flag.state is FlagState.SUGGESTED


def test_what_is_answered_without_being_seen_told_changes_nothing() -> None:
    assert known(opened(), dismissed()).duplicates.of(RELAIS) == []


def test_whom_a_link_was_wrong_about_is_somebody_else() -> None:
    unlinked = PathwaysUnlinked(occurred_at=MARCH_5, link_id=FLAG, linked_id=OTHER)
    (flag,) = known(opened(), flagged(), asked(), unlinked).duplicates.of(RELAIS)
    assert flag.state is FlagState.DISMISSED
    assert known(opened(), flagged(), unlinked).duplicates.of(CCAS) == []
