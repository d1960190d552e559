"""A minor, and who decides for them."""

from uuid import UUID

from application.household.record_parental_authority import (
    RecordParentalAuthority,
    record_parental_authority,
)
from application.people.declare_identity import DeclareIdentity, declare_identity
from domain.dates import PartialDate
from domain.pathway.contacts import ContactKind, ContactPoint
from domain.pathway.household.words import AuthorityHolder
from domain.pathway.person import Identity
from tests.application.reminders.house import INES, House, a_wednesday

OF_THE_MOTHER = "+33639980009"


def born(*, years_ago: int, approximate: bool = False) -> PartialDate:
    """In the year that is so many before that of the reminders."""
    return PartialDate(year=a_wednesday().year - years_ago, approximate=approximate)


def a_minor_with_a_mother(house: House, *, age: PartialDate | None = None) -> UUID:
    """The mother's authority; her mobile is known as hers."""
    identity = Identity(given_names="Awa", born=age or born(years_ago=15))
    declare_identity(
        house.network, DeclareIdentity(pathway_id=house.pathway_id, identity=identity), INES
    )
    return a_mother(house)


def a_mother(house: House) -> UUID:
    command = RecordParentalAuthority(
        pathway_id=house.pathway_id, holder=AuthorityHolder.OTHER_PARENT
    )
    record_parental_authority(house.network, command, INES)
    house.reached_at(mobile_of(command.authority_id))
    return command.authority_id


def mobile_of(holder_id: UUID) -> ContactPoint:
    return ContactPoint(kind=ContactKind.MOBILE, reach=OF_THE_MOTHER, holder_id=holder_id)
