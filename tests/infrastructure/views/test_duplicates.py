"""The possible duplicates that an organisation is told of."""

from datetime import timedelta
from uuid import UUID

import pytest

from application.views.duplicates import DuplicateFilter
from application.views.pages import PageAsked
from application.views.reach import RoleFollowsNobody
from application.views.read_duplicates import DuplicateEntry, read_duplicates
from domain.kernel import Fact
from domain.members import Member, Profession, Role
from domain.pathway.duplicates import DuplicateDismissed, PossibleDuplicateFlagged, pair_id
from domain.pathway.grounds.facts import ObjectionRaised
from tests.domain.pathway.people import CCAS, MARCH_4, MARCH_5, RELAIS
from tests.infrastructure.views.scene import (
    AWA,
    BINTA,
    CLEO,
    INES,
    ROSE,
    Scene,
    joined,
    member,
    opened,
)

WAITING = DuplicateFilter()


def flagged(pathway_id: UUID, *, days: int = 0, told: UUID = RELAIS) -> Fact:
    return PossibleDuplicateFlagged(
        occurred_at=MARCH_4 + timedelta(days=days),
        flag_id=pair_id(pathway_id, CLEO),
        other_id=CLEO,
        told_id=told,
    )


def dismissed(pathway_id: UUID) -> Fact:
    return DuplicateDismissed(
        occurred_at=MARCH_5, flag_id=pair_id(pathway_id, CLEO), dismissed_by=RELAIS
    )


def listed(
    scene: Scene, viewer: Member = INES, wanted: DuplicateFilter = WAITING
) -> list[DuplicateEntry]:
    """All pages of one."""
    page, found = PageAsked(1), list[DuplicateEntry]()
    while True:
        read = read_duplicates(scene.network, scene.views, viewer, wanted=wanted, page=page)
        found += read.entries
        if read.next is None:
            return found
        page = PageAsked(1, read.next)


def test_flags_are_listed_the_oldest_first_to_whom_they_were_told(scene: Scene) -> None:
    scene.tell(AWA, opened(), joined(CCAS), flagged(AWA, days=1))
    scene.tell(BINTA, opened("Binta"), flagged(BINTA))
    scene.project()
    assert [entry.row.pathway_id for entry in listed(scene)] == [BINTA, AWA]
    assert [entry.person.called for entry in listed(scene) if entry.person] == ["Binta", "Awa"]
    assert listed(scene, ROSE) == []


def test_an_answer_counts_at_once(scene: Scene) -> None:
    scene.tell(AWA, opened(), flagged(AWA))
    scene.project()
    scene.tell(AWA, dismissed(AWA))
    assert listed(scene) == []
    scene.project()
    assert listed(scene) == []
    assert len(listed(scene, wanted=DuplicateFilter(awaits_answer=False))) == 1


def test_whom_the_person_keeps_out_is_shown_nothing(scene: Scene) -> None:
    scene.tell(AWA, opened(), flagged(AWA))
    scene.project()
    scene.tell(
        AWA,
        ObjectionRaised(
            occurred_at=MARCH_5, objection_id=CLEO, organisation_id=None, member_id=INES.id
        ),
    )
    assert listed(scene) == []
    scene.project()
    assert listed(scene) == []


def test_whoever_follows_nobody_lists_nobody(scene: Scene) -> None:
    clerk = member(RELAIS, Profession.ADMINISTRATIVE, 9, Role.ADMINISTRATOR)
    with pytest.raises(RoleFollowsNobody):
        listed(scene, clerk)
