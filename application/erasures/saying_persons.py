"""Say again in the right file who somebody is, how they are reached, and who is theirs."""

from functools import partial
from uuid import UUID

from application.erasures.said import EntryNotMoved, Said
from domain.kernel import Fact
from domain.pathway.contacts import ContactPointAdded
from domain.pathway.household.facts import ChildLinked, ParentalAuthorityRecorded
from domain.pathway.pathway import Pathway
from domain.pathway.person import IdentityDeclared


def person_said(entry_id: UUID, wrong: Pathway, first: Fact) -> Said:
    at = first.occurred_at
    match first:
        case IdentityDeclared():
            identity = wrong.person.identity or first.identity
            return lambda right: right.person.declare(
                identity=identity, identity_id=entry_id, at=at
            )
        case ContactPointAdded():
            point = wrong.contacts.points.get(first.contact_id, first.point)
            return lambda right: right.contacts.add(contact_id=entry_id, point=point, at=at)
        case ChildLinked():
            child = first.child
            return lambda right: right.household.link_child(
                child_id=entry_id, child=child, parent_id=right.id, at=at
            )
        case ParentalAuthorityRecorded():
            return partial(_authority, entry_id, first)
    raise EntryNotMoved


def _authority(entry_id: UUID, said: ParentalAuthorityRecorded, right: Pathway) -> Fact:
    if said.child_id is not None:  # the child is another in the right file
        raise EntryNotMoved
    return right.household.record_authority(
        authority_id=entry_id,
        child_id=None,
        holder=said.holder,
        name=said.name,
        at=said.occurred_at,
    )
