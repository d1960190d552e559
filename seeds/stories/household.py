"""Who lives with the person, and who decides for the children."""

from datetime import date, datetime

from application.household.describe_household import DescribeHousehold, describe_household
from application.household.forbid_parental_contact import (
    ForbidParentalContact,
    forbid_parental_contact,
)
from application.household.link_child import LinkChild, link_child
from application.household.record_parental_authority import (
    RecordParentalAuthority,
    record_parental_authority,
)
from domain.dates import PartialDate
from domain.pathway.household.words import AuthorityHolder, Child, Composition, HouseholdKind
from seeds.stories.story import Story


def tell_household(story: Story, at: datetime) -> datetime:
    """Count the household, then tell of each child, when the person speaks of them."""
    person = story.person
    children = [child for child in person.children if child.born <= at.date()]
    composition = Composition(
        kind=_kind(with_partner=person.with_partner, with_children=bool(children)),
        adults=person.adults,
        children=len(children),
    )
    story.tell(describe_household, DescribeHousehold, at, composition=composition)
    for child in children:
        at = story.later(at, 0, 15)
        said = Child(called=child.given, born=_known(child.born))
        linked = story.tell(link_child, LinkChild, at, child=said)
        if story.chance.happens(0.15):
            at = _other_parent(story, story.later(at, 5, 60), linked)
    return at


def _kind(*, with_partner: bool, with_children: bool) -> HouseholdKind:
    if with_children:
        return HouseholdKind.COUPLE_WITH_CHILDREN if with_partner else HouseholdKind.SINGLE_PARENT
    return HouseholdKind.COUPLE if with_partner else HouseholdKind.ALONE


def _known(born: date) -> PartialDate:
    return PartialDate(year=born.year, month=born.month, day=born.day)


def _other_parent(story: Story, at: datetime, linked: LinkChild) -> datetime:
    """Another holder of authority; now and then one to be kept away from."""
    said = {"child_id": linked.child_id, "holder": AuthorityHolder.OTHER_PARENT}
    authority = story.tell(record_parental_authority, RecordParentalAuthority, at, **said)
    if story.chance.happens(0.3):
        at = story.later(at, 1, 40)
        about = {"authority_id": authority.authority_id}
        story.tell(forbid_parental_contact, ForbidParentalContact, at, **about)
    return at
