from uuid import UUID

import pytest
from pydantic import ValidationError

from domain.pathway.contacts import (
    ContactKind,
    ContactPoint,
    ContactPointAdded,
    ContactPointAlreadyKnown,
    ContactPointAlreadyUnsafe,
    ContactPointFoundUnsafe,
    ContactPointRemoved,
    ContactPointUnknown,
    RemovalReason,
)
from domain.pathway.pathway import Pathway
from tests.domain.pathway.people import MARCH_5, opened
from tests.domain.scenario import given, known

MOBILE_ID = UUID("cccccccc-0000-4000-8000-000000000001")
COUSIN_ID = UUID("cccccccc-0000-4000-8000-000000000002")
MOBILE = ContactPoint(kind=ContactKind.MOBILE, reach="+33639980001", language="ff")
COUSIN = ContactPoint(
    kind=ContactKind.THIRD_PARTY, reach="+33473990002", through="Mariama", safe=False
)
MOBILE_ADDED = ContactPointAdded(occurred_at=MARCH_5, contact_id=MOBILE_ID, point=MOBILE)
COUSIN_ADDED = ContactPointAdded(occurred_at=MARCH_5, contact_id=COUSIN_ID, point=COUSIN)
UNSAFE = ContactPointFoundUnsafe(occurred_at=MARCH_5, contact_id=MOBILE_ID)
REMOVED = ContactPointRemoved(
    occurred_at=MARCH_5, contact_id=MOBILE_ID, reason=RemovalReason.NO_LONGER_WORKS
)


def add_mobile(pathway: Pathway) -> ContactPointAdded:
    return pathway.contacts.add(contact_id=MOBILE_ID, point=MOBILE, at=MARCH_5)


def find_unsafe(pathway: Pathway) -> ContactPointFoundUnsafe:
    return pathway.contacts.find_unsafe(contact_id=MOBILE_ID, at=MARCH_5)


def remove(pathway: Pathway) -> ContactPointRemoved:
    return pathway.contacts.remove(
        contact_id=MOBILE_ID, reason=RemovalReason.NO_LONGER_WORKS, at=MARCH_5
    )


def test_a_contact_point_is_added_once() -> None:
    given(opened()).when(add_mobile).then(MOBILE_ADDED)
    given(opened(), MOBILE_ADDED).when(add_mobile).then_refused(ContactPointAlreadyKnown)


def test_a_number_known_as_unsafe_is_not_added_again_as_safe() -> None:
    given(opened(), MOBILE_ADDED, UNSAFE).when(add_mobile).then_refused(ContactPointAlreadyKnown)


def test_a_removed_contact_point_may_come_back() -> None:
    given(opened(), MOBILE_ADDED, REMOVED).when(add_mobile).then(MOBILE_ADDED)


def test_a_contact_point_becomes_unsafe_once() -> None:
    given(opened(), MOBILE_ADDED).when(find_unsafe).then(UNSAFE)
    given(opened(), MOBILE_ADDED, UNSAFE).when(find_unsafe).then_refused(ContactPointAlreadyUnsafe)
    given(opened()).when(find_unsafe).then_refused(ContactPointUnknown)


def test_a_contact_point_is_removed_once() -> None:
    given(opened(), MOBILE_ADDED).when(remove).then(REMOVED)
    given(opened(), MOBILE_ADDED, REMOVED).when(remove).then_refused(ContactPointUnknown)


def test_an_unsafe_contact_point_is_never_used() -> None:
    assert known(opened(), MOBILE_ADDED, COUSIN_ADDED).contacts.usable() == [MOBILE]
    assert known(opened(), MOBILE_ADDED, UNSAFE).contacts.usable() == []


def test_contact_points_are_chosen_by_kind() -> None:
    contacts = known(opened(), MOBILE_ADDED).contacts
    assert contacts.usable(ContactKind.MOBILE, ContactKind.EMAIL) == [MOBILE]
    assert contacts.usable(ContactKind.EMAIL) == []


def test_a_warning_about_a_contact_point_that_is_not_known_changes_nothing() -> None:
    assert known(opened(), UNSAFE).contacts.points == {}


@pytest.mark.parametrize(
    ("kind", "reach", "through"),
    [
        (ContactKind.MOBILE, "06 39 98 00 01", None),
        (ContactKind.LANDLINE, "+0473990002", None),
        (ContactKind.EMAIL, "awa at example.org", None),
        (ContactKind.EMAIL, "awa@example", None),
        (ContactKind.THIRD_PARTY, "+33473990002", None),
        (ContactKind.MOBILE, "+33639980001", "Mariama"),
    ],
)
def test_a_contact_point_is_what_it_says(
    kind: ContactKind, reach: str, through: str | None
) -> None:
    with pytest.raises(ValidationError):
        ContactPoint(kind=kind, reach=reach, through=through)


def test_an_address_or_an_e_mail_is_enough() -> None:
    assert ContactPoint(kind=ContactKind.EMAIL, reach="awa@example.org").safe
    assert ContactPoint(kind=ContactKind.POSTAL, reach="2 place de l'Église, 63390").safe


def test_what_is_a_parents_is_not_the_persons_own() -> None:
    theirs = MOBILE.model_copy(update={"holder_id": COUSIN_ID})
    added = ContactPointAdded(occurred_at=MARCH_5, contact_id=MOBILE_ID, point=theirs)
    assert known(opened(), added).contacts.usable() == []
