"""The circle, as a few sets say it."""

from datetime import date, datetime, timedelta
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from domain.data_classes import RANKS, DataClass
from domain.kernel import Items
from domain.pathway.pace import SuspensionReason
from domain.pathway.pathway import Pathway
from domain.pathway.sharing.sharing import Sharing
from domain.pathway.sharing.words import ClosingReason, DeclineReason
from tests.domain.pathway.people import MEDIATOR, RELAIS
from tests.domain.pathway.whole.machine import (
    Whole,
    at_least_social,
    classes,
    days,
    instants,
    likely,
    organisations,
)

Sees = frozenset[DataClass]
sights = st.sampled_from([frozenset(DataClass), frozenset({DataClass.SOCIAL})])


def seen_by(pathway: Pathway, sees: Sees) -> Sharing:
    """The circle as somebody of these classes sees it."""
    return Sharing(
        circle=Items(
            {key: part for key, part in pathway.sharing.circle.items() if part.data_class in sees}
        ),
        invited=Items(
            {key: each for key, each in pathway.sharing.invited.items() if each.data_class in sees}
        ),
    )


def lowest(*data_classes: DataClass) -> DataClass:
    return min(data_classes, key=lambda data_class: RANKS[data_class])


class Circle(Whole):
    def __init__(self) -> None:
        super().__init__()
        self.inside = {RELAIS: DataClass.SOCIAL}
        self.following = {RELAIS}
        self.invited: dict[UUID, DataClass] = {}
        self.referents = {RELAIS: MEDIATOR}
        self.suspended_until: date | str | None = None

    @rule(whom=organisations, by=organisations, data_class=classes, sees=sights, at=instants)
    def invite(self, whom: UUID, by: UUID, data_class: DataClass, sees: Sees, at: datetime) -> None:
        refused = "already-invited" if self.invited.get(whom) in sees else None
        if self.inside.get(whom) in sees:
            refused = "already-in-circle"
        data_class = at_least_social(data_class)
        self.decide(
            lambda pathway: pathway.sharing.invite(
                organisation_id=whom,
                by=by,
                data_class=data_class,
                seen=seen_by(pathway, sees),
                at=at,
            ),
            refused=refused,
            told_as=data_class,
        )
        if refused is None:
            self.invited[whom] = lowest(data_class, self.invited.get(whom, data_class))

    @rule(data=st.data(), at=instants)
    def join(self, data: st.DataObject, at: datetime) -> None:
        whom = likely(data, self.invited, organisations)
        refused = None if whom in self.invited else "not-invited"
        self.decide(
            lambda pathway: pathway.sharing.join(organisation_id=whom, at=at),
            refused=refused,
            told_as=self.invited.get(whom),
        )
        if refused is None:
            self._enters(whom, self.invited.pop(whom))

    @rule(data=st.data(), at=instants)
    def decline(self, data: st.DataObject, at: datetime) -> None:
        whom = likely(data, self.invited, organisations)
        refused = None if whom in self.invited else "not-invited"
        self.decide(
            lambda pathway: pathway.sharing.decline(
                organisation_id=whom, reason=DeclineReason.OTHER, at=at
            ),
            refused=refused,
            told_as=self.invited.pop(whom, None),
        )

    @rule(whom=organisations, data_class=classes, sees=sights, at=instants)
    def let_in(self, whom: UUID, data_class: DataClass, sees: Sees, at: datetime) -> None:
        data_class = at_least_social(data_class)
        facts = self.decide(
            lambda pathway: pathway.sharing.let_in(
                organisation_id=whom, at=at, data_class=data_class, seen=seen_by(pathway, sees)
            ),
            refused=None,
            told_as=None,
        )
        assert bool(facts) is (self.inside.get(whom) not in sees)
        if facts:
            self.invited.pop(whom, None)
            self._enters(whom, data_class)

    @rule(whom=organisations, sees=sights, at=instants)
    def leave(self, whom: UUID, sees: Sees, at: datetime) -> None:
        others = [part for other, part in self.inside.items() if other != whom and part in sees]
        refused = None if others else "last-in-circle"
        if whom not in self.inside:
            refused = "not-in-circle"
        self.decide(
            lambda pathway: pathway.sharing.leave(
                organisation_id=whom, seen=seen_by(pathway, sees), at=at
            ),
            refused=refused,
            told_as=self.inside.get(whom),
        )
        if refused is None:
            del self.inside[whom]
            self.following.discard(whom)
            self.referents.pop(whom, None)

    @rule(whose=organisations, who=st.uuids(version=4), at=instants)
    def designate(self, whose: UUID, who: UUID, at: datetime) -> None:
        refused = None if whose in self.inside else "not-in-circle"
        self.decide(
            lambda pathway: pathway.sharing.designate(
                referent_id=who, organisation_id=whose, at=at
            ),
            refused=refused,
            told_as=self.inside.get(whose),
        )
        if refused is None:
            self.referents[whose] = who

    @rule(by=organisations, at=instants)
    def close(self, by: UUID, at: datetime) -> None:
        refused = None if by in self.following else "already-closed"
        if by not in self.inside:
            refused = "not-in-circle"
        facts = self.decide(
            lambda pathway: pathway.sharing.close(by=by, reason=ClosingReason.OTHER, at=at),
            refused=refused,
            told_as=self.inside.get(by),
        )
        assert [fact.private_to for fact in facts] in ([], [None, by])
        self.following.discard(by)

    @rule(by=organisations, at=instants)
    def reopen(self, by: UUID, at: datetime) -> None:
        refused = "not-closed" if by in self.following else None
        if by not in self.inside:
            refused = "not-in-circle"
        self.decide(
            lambda pathway: pathway.sharing.reopen(by=by, at=at),
            refused=refused,
            told_as=self.inside.get(by),
        )
        if refused is None:
            self.following.add(by)

    @rule(until=days | st.none(), at=instants)
    def suspend_contact(self, until: date | None, at: datetime) -> None:
        refused = "suspension-ends-before" if until is not None and until < at.date() else None
        if refused is None and self.suspended_until == (until or "they say so"):
            refused = "contact-already-suspended"
        self.decide(
            lambda pathway: pathway.pace.suspend(reason=SuspensionReason.AWAY, until=until, at=at),
            refused=refused,
        )
        if refused is None:
            self.suspended_until = until or "they say so"

    @rule(at=instants)
    def resume_contact(self, at: datetime) -> None:
        refused = "contact-not-suspended" if self.suspended_until is None else None
        self.decide(lambda pathway: pathway.pace.resume(at=at), refused=refused)
        self.suspended_until = None

    @invariant()
    def the_circle_is_as_told(self) -> None:
        sharing = self.pathway.sharing
        assert {key: part.data_class for key, part in sharing.circle.items()} == self.inside
        assert {key for key, part in sharing.circle.items() if part.follows} == self.following
        assert {key: each.data_class for key, each in sharing.invited.items()} == self.invited
        assert sharing.referents == self.referents
        assert sharing.is_closed is (not self.following)

    @invariant()
    def contact_is_suspended_as_told(self) -> None:
        pace = self.pathway.pace
        until = self.suspended_until
        last = until if isinstance(until, date) else date(2026, 6, 1)
        for day in (date(2026, 1, 1), last, last + timedelta(days=1)):
            expected = until == "they say so" or (isinstance(until, date) and day <= until)
            assert pace.is_suspended(day) is expected

    def _enters(self, whom: UUID, data_class: DataClass) -> None:
        if whom not in self.inside:
            self.following.add(whom)
        self.inside[whom] = lowest(data_class, self.inside.get(whom, data_class))
