"""Possible duplicates and links, as two dicts say them."""

from datetime import datetime
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from domain.data_classes import DataClass
from domain.pathway.duplicates import pair_id
from tests.domain.pathway.whole.machine import (
    Whole,
    at_least_social,
    classes,
    few_ids,
    instants,
    organisations,
)
from tests.domain.scenario import PATHWAY

ASKED, DISMISSED = "asked", "dismissed"


class Doubles(Whole):
    def __init__(self) -> None:
        super().__init__()
        self.flags: dict[tuple[UUID, UUID], str] = {}  # by other pathway and organisation
        self.links: dict[UUID, DataClass] = {}  # those that stand, by other pathway

    @rule(other=few_ids, told=st.sets(organisations), at=instants)
    def flag(self, other: UUID, told: set[UUID], at: datetime) -> None:
        facts = self.decide(
            lambda pathway: pathway.duplicates.flag(
                flag_id=pair_id(PATHWAY, other), other_id=other, told=sorted(told), at=at
            ),
            refused=None,
        )
        new = told - {one for known, one in self.flags if known == other}
        assert {fact.private_to for fact in facts} == new
        self.flags |= {(other, one): "possible" for one in new}

    @rule(other=few_ids, told=organisations, at=instants)
    def suggest(self, other: UUID, told: UUID, at: datetime) -> None:
        self.decide(
            lambda pathway: pathway.duplicates.suggest(
                flag_id=pair_id(PATHWAY, other), other_id=other, told=[told], at=at
            ),
            refused=None,
        )
        self.flags[other, told] = "suggested"

    @rule(other=few_ids, by=organisations, at=instants)
    def ask(self, other: UUID, by: UUID, at: datetime) -> None:
        refused = {None: "duplicate-unknown", ASKED: "link-already-asked"}.get(
            self.flags.get((other, by))
        )
        self.decide(
            lambda pathway: pathway.duplicates.ask(flag_id=pair_id(PATHWAY, other), by=by, at=at),
            refused=refused,
        )
        if refused is None:
            self.flags[other, by] = ASKED

    @rule(other=few_ids, by=organisations, at=instants)
    def dismiss(self, other: UUID, by: UUID, at: datetime) -> None:
        refused = {
            None: "duplicate-unknown",
            ASKED: "link-already-asked",
            DISMISSED: "duplicate-already-dismissed",
        }.get(self.flags.get((other, by)))
        self.decide(
            lambda pathway: pathway.duplicates.dismiss(
                flag_id=pair_id(PATHWAY, other), by=by, at=at
            ),
            refused=refused,
        )
        if refused is None:
            self.flags[other, by] = DISMISSED

    @rule(other=few_ids, data_class=classes, at=instants)
    def link(self, other: UUID, data_class: DataClass, at: datetime) -> None:
        refused = "pathways-already-linked" if other in self.links else None
        self.decide(
            lambda pathway: pathway.links.link(
                link_id=pair_id(PATHWAY, other), linked_id=other, data_class=data_class, at=at
            ),
            refused=refused,
            told_as=at_least_social(data_class),
        )
        self.links.setdefault(other, at_least_social(data_class))

    @rule(other=few_ids, at=instants)
    def unlink(self, other: UUID, at: datetime) -> None:
        refused = None if other in self.links else "link-unknown"
        self.decide(
            lambda pathway: pathway.links.unlink(link_id=pair_id(PATHWAY, other), at=at),
            refused=refused,
            told_as=self.links.pop(other, None),
        )
        if refused is None:  # nobody waits for an answer about whom it was wrong
            self.flags |= {key: DISMISSED for key in self.flags if key[0] == other}

    @invariant()
    def duplicates_are_as_told(self) -> None:
        known = self.pathway.duplicates.by_id.values()
        states = {(flag.other_id, flag.organisation_id): str(flag.state) for flag in known}
        assert states == self.flags

    @invariant()
    def links_are_as_told(self) -> None:
        assert set(self.pathway.links.linked_ids) == set(self.links)
