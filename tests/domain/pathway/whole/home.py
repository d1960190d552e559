"""The person, how to reach them, and their household, as a few names and dicts say it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from domain.data_classes import DataClass
from domain.dates import PartialDate
from domain.pathway.contacts import ContactKind, ContactPoint, RemovalReason
from domain.pathway.household.words import (
    AuthorityEnd,
    AuthorityHolder,
    Child,
    Composition,
    HouseholdKind,
)
from domain.pathway.person import CorrectionReason, Housing, Identity
from tests.domain.pathway.whole.machine import Whole, few_ids, fresh, instants, likely
from tests.domain.scenario import PATHWAY

identities = st.sampled_from(
    [
        Identity(given_names="Awa", family_name="Testa"),
        Identity(given_names="آوا", in_latin="Awa", born=PartialDate(year=1990)),
    ]
)
HOUSINGS = {
    Housing.STREET: DataClass.SOCIAL,
    Housing.ASYLUM_RECEPTION: DataClass.STATUS,
    Housing.REFUGE: DataClass.PROTECTION,
}
HOLDERS = {
    AuthorityHolder.PERSON: DataClass.SOCIAL,
    AuthorityHolder.OTHER_PARENT: DataClass.SOCIAL,
    AuthorityHolder.CHILD_WELFARE: DataClass.PROTECTION,
}
compositions = st.builds(
    Composition,
    kind=st.sampled_from(list(HouseholdKind)),
    adults=st.integers(1, 3),
    children=st.integers(0, 5),
)
OTHER_PATHWAYS = [UUID(int=100), UUID(int=101), PATHWAY]


class Home(Whole):
    def __init__(self) -> None:
        super().__init__()
        self.who: dict[str, Any] = {"called": "Awa"}
        self.points: dict[UUID, tuple[str, bool]] = {}
        self.children: dict[UUID, UUID | None] = {}
        self.authorities: dict[UUID, dict[str, Any]] = {}

    @rule(identity=identities, at=instants)
    def declare(self, identity: Identity, at: datetime) -> None:
        refused = "identity-already-declared" if "identity" in self.who else None
        self.decide(
            lambda pathway: pathway.person.declare(
                identity=identity, identity_id=UUID(int=1), at=at
            ),
            refused=refused,
            told_as=DataClass.IDENTITY,
        )
        self.who.setdefault("identity", identity)

    @rule(identity=identities, at=instants)
    def correct_identity(self, identity: Identity, at: datetime) -> None:
        refused = None if "identity" in self.who else "identity-not-declared"
        if self.who.get("identity") == identity:
            refused = "nothing-corrected"
        self.decide(
            lambda pathway: pathway.person.correct(
                identity=identity, reason=CorrectionReason.MISTYPED, at=at
            ),
            refused=refused,
        )
        if refused is None:
            self.who["identity"] = identity

    @rule(called=st.sampled_from(["Awa", "Awatef"]), at=instants)
    def call(self, called: str, at: datetime) -> None:
        refused = "nothing-corrected" if self.who["called"] == called else None
        self.decide(lambda pathway: pathway.person.call(called=called, at=at), refused=refused)
        self.who["called"] = called

    @rule(language=st.sampled_from(["ar", "uk"]), at=instants)
    def need_interpreter(self, language: str, at: datetime) -> None:
        refused = "nothing-corrected" if self.who.get("interpreter") == language else None
        self.decide(
            lambda pathway: pathway.person.need_interpreter(language=language, at=at),
            refused=refused,
        )
        self.who["interpreter"] = language

    @rule(at=instants)
    def end_interpreter_need(self, at: datetime) -> None:
        refused = None if "interpreter" in self.who else "no-interpreter-needed"
        self.decide(lambda pathway: pathway.person.end_interpreter_need(at=at), refused=refused)
        self.who.pop("interpreter", None)

    @rule(housing=st.sampled_from(list(HOUSINGS)), at=instants)
    def describe_living(self, housing: Housing, at: datetime) -> None:
        self.decide(
            lambda pathway: pathway.person.describe_living(housing=housing, commune="63113", at=at),
            refused=None,
            told_as=HOUSINGS[housing],
        )
        self.who["housing"] = housing

    @rule(at=instants)
    def report_death(self, at: datetime) -> None:
        refused = "death-already-reported" if "dead" in self.who else None
        self.decide(lambda pathway: pathway.person.report_death(died=None, at=at), refused=refused)
        self.who["dead"] = True

    @rule(at=instants)
    def withdraw_death_report(self, at: datetime) -> None:
        refused = None if "dead" in self.who else "death-not-reported"
        self.decide(lambda pathway: pathway.person.withdraw_death_report(at=at), refused=refused)
        self.who.pop("dead", None)

    @rule(data=st.data(), number=st.sampled_from(["+33639980001", "+33639980002"]), at=instants)
    def add_contact(self, data: st.DataObject, number: str, at: datetime) -> None:
        key = fresh(data, self.points)
        known = any(number == reach for reach, _ in self.points.values())
        point = ContactPoint(kind=ContactKind.MOBILE, reach=number)
        self.decide(
            lambda pathway: pathway.contacts.add(contact_id=key, point=point, at=at),
            refused="contact-point-already-known" if known else None,
        )
        if not known:
            self.points[key] = (number, True)

    @rule(data=st.data(), at=instants)
    def find_unsafe(self, data: st.DataObject, at: datetime) -> None:
        key = likely(data, self.points, few_ids)
        refused = None if key in self.points else "contact-point-unknown"
        if refused is None and not self.points[key][1]:
            refused = "contact-point-already-unsafe"
        self.decide(
            lambda pathway: pathway.contacts.find_unsafe(contact_id=key, at=at), refused=refused
        )
        if refused is None:
            self.points[key] = (self.points[key][0], False)

    @rule(data=st.data(), at=instants)
    def remove_contact(self, data: st.DataObject, at: datetime) -> None:
        key = likely(data, self.points, few_ids)
        self.decide(
            lambda pathway: pathway.contacts.remove(
                contact_id=key, reason=RemovalReason.NO_LONGER_WORKS, at=at
            ),
            refused=None if key in self.points else "contact-point-unknown",
        )
        self.points.pop(key, None)

    @rule(composition=compositions, at=instants)
    def describe_household(self, composition: Composition, at: datetime) -> None:
        self.decide(
            lambda pathway: pathway.household.describe(composition=composition, at=at),
            refused=None,
        )
        self.who["household"] = composition

    @rule(data=st.data(), at=instants)
    def link_child(self, data: st.DataObject, at: datetime) -> None:
        key = UUID(int=len(self.events))  # derived from its command: never another's
        own = data.draw(st.sampled_from(OTHER_PATHWAYS) | st.none())
        refused = self._linkable(own)
        self.decide(
            lambda pathway: pathway.household.link_child(
                child_id=key,
                child=Child(called="Sira", pathway_id=own),
                parent_id=PATHWAY,
                at=at,
            ),
            refused=refused,
        )
        if refused is None:
            self.children[key] = own

    @rule(data=st.data(), own=st.sampled_from(OTHER_PATHWAYS), at=instants)
    def link_child_pathway(self, data: st.DataObject, own: UUID, at: datetime) -> None:
        key = likely(data, self.children, few_ids)
        refused = self._linkable(own) if key in self.children else "child-unknown"
        self.decide(
            lambda pathway: pathway.household.link_child_pathway(
                child_id=key, pathway_id=own, parent_id=PATHWAY, at=at
            ),
            refused=refused,
        )
        if refused is None:
            self.children[key] = own

    @rule(data=st.data(), at=instants)
    def unlink_child(self, data: st.DataObject, at: datetime) -> None:
        key = likely(data, self.children, few_ids)
        self.decide(
            lambda pathway: pathway.household.unlink_child(child_id=key, at=at),
            refused=None if key in self.children else "child-unknown",
        )
        self.children.pop(key, None)

    @rule(data=st.data(), holder=st.sampled_from(list(HOLDERS)), at=instants)
    def record_authority(self, data: st.DataObject, holder: AuthorityHolder, at: datetime) -> None:
        key = UUID(int=len(self.events))
        child = likely(data, self.children, few_ids | st.none())
        refused = None
        if child is not None and child not in self.children:
            refused = "child-unknown"
        if child is None and holder is AuthorityHolder.PERSON:
            refused = "authority-of-oneself"
        self.decide(
            lambda pathway: pathway.household.record_authority(
                authority_id=key, child_id=child, holder=holder, name=None, at=at
            ),
            refused=refused,
            told_as=HOLDERS[holder],
        )
        if refused is None:
            self.authorities[key] = {"class": HOLDERS[holder], "forbidden": False}

    @rule(data=st.data(), at=instants)
    def end_authority(self, data: st.DataObject, at: datetime) -> None:
        key = likely(data, self.authorities, few_ids)
        self.decide(
            lambda pathway: pathway.household.end_authority(
                authority_id=key, reason=AuthorityEnd.COURT_DECIDED, at=at
            ),
            refused=None if key in self.authorities else "authority-unknown",
            told_as=self.authorities.get(key, {}).get("class"),
        )
        self.authorities.pop(key, None)

    @rule(data=st.data(), at=instants)
    def forbid_contact(self, data: st.DataObject, at: datetime) -> None:
        key = likely(data, self.authorities, few_ids)
        self.decide(
            lambda pathway: pathway.household.forbid_contact(authority_id=key, because=None, at=at),
            refused=None if key in self.authorities else "authority-unknown",
            told_as=DataClass.PROTECTION,
        )
        if key in self.authorities:
            self.authorities[key]["forbidden"] = True

    @rule(data=st.data(), at=instants)
    def allow_contact(self, data: st.DataObject, at: datetime) -> None:
        key = likely(data, self.authorities, few_ids)
        known = self.authorities.get(key)
        refused = None if known else "authority-unknown"
        if known and not known["forbidden"]:
            refused = "parental-contact-not-forbidden"
        self.decide(
            lambda pathway: pathway.household.allow_contact(authority_id=key, at=at),
            refused=refused,
            told_as=DataClass.PROTECTION,
        )
        if known:
            known["forbidden"] = False

    @invariant()
    def the_person_is_as_told(self) -> None:
        person, who = self.pathway.person, self.who
        assert person.called == who["called"]
        assert person.identity == who.get("identity")
        assert person.interpreter == who.get("interpreter")
        assert person.housing == who.get("housing")
        assert person.is_dead is ("dead" in who)
        assert self.pathway.household.composition == who.get("household")

    @invariant()
    def contact_points_are_as_told(self) -> None:
        points = self.pathway.contacts.points
        assert {key: (point.reach, point.safe) for key, point in points.items()} == self.points
        assert [point.reach for point in self.pathway.contacts.usable(ContactKind.MOBILE)] == [
            reach for reach, safe in self.points.values() if safe
        ]

    @invariant()
    def the_household_is_as_told(self) -> None:
        household = self.pathway.household
        assert {key: child.pathway_id for key, child in household.children.items()} == self.children
        assert {
            key: {"class": each.data_class, "forbidden": each.contact_forbidden}
            for key, each in household.authorities.items()
        } == self.authorities
        for key in [*self.authorities, UUID(int=999)]:
            forbidden = self.authorities.get(key, {"forbidden": True})["forbidden"]
            assert household.may_contact(key) is not forbidden

    def _linkable(self, own: UUID | None) -> str | None:
        if own == PATHWAY:
            return "child-is-the-person"
        if own is not None and own in self.children.values():
            return "child-already-linked"
        return None
