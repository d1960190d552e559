"""How somebody is met, and what they say of themselves, when they want to."""

from datetime import datetime

from application.pathways.open_pathway import OpenPathway, open_pathway
from application.people.add_contact_point import AddContactPoint, add_contact_point
from application.people.correct_identity import CorrectIdentity, correct_identity
from application.people.declare_identity import DeclareIdentity, declare_identity
from application.people.describe_living_situation import (
    DescribeLivingSituation,
    describe_living_situation,
)
from application.people.find_contact_point_unsafe import (
    FindContactPointUnsafe,
    find_contact_point_unsafe,
)
from application.people.record_interpreter_need import (
    RecordInterpreterNeed,
    record_interpreter_need,
)
from domain.dates import PartialDate
from domain.organisation.registration import OrganisationKind
from domain.pathway.contacts import ContactKind, ContactPoint
from domain.pathway.opening import MetAt
from domain.pathway.person import CorrectionReason, Gender, Housing, Identity
from seeds.steps import Step
from seeds.stories.agreeing import inform
from seeds.stories.story import Story

MEETINGS = {
    MetAt.FOOD_DISTRIBUTION: 34,
    MetAt.HOME_VISIT: 10,
    MetAt.MOBILE_TOUR: 14,
    MetAt.HEALTH_DAY: 8,
    MetAt.OFFICE: 18,
    MetAt.REFERRED: 16,
}
HOUSINGS = {
    Housing.TENANT: 40,
    Housing.OWNER: 8,
    Housing.HOSTED: 22,
    Housing.HOTEL: 8,
    Housing.ASYLUM_RECEPTION: 4,
    Housing.VEHICLE: 5,
    Housing.CAMP: 3,
    Housing.STREET: 3,
    Housing.SHELTER: 7,
}


def meet(story: Story) -> datetime:
    """Open the pathway under a first name; the rest comes when the person is ready."""
    at_shelter = story.lead.description.kind is OrganisationKind.SHELTER
    command = OpenPathway(
        command_id=story.next_id(),
        at=story.begins,
        called=story.person.given,
        met_at=MetAt.SHELTER if at_shelter else story.chance.among(MEETINGS),
    )
    story.steps.append(Step(open_pathway, command, story.referent))
    story.pathway_id = command.pathway_id
    story.circle[story.lead.id] = command.at
    return command.at


def introduce(story: Story, at: datetime) -> datetime:
    """Language, telephone, home and identity, over the first weeks."""
    person, chance = story.person, story.chance
    if person.needs_interpreter:
        at = story.later(at, 0, 1)
        story.tell(record_interpreter_need, RecordInterpreterNeed, at, language=person.language)
    at = _give_contacts(story, story.later(at, 1, 12))
    inform(story, at)
    at = story.later(at, 1, 20)
    living = {"housing": _housing(story), "commune": chance.among(story.network.communes)}
    story.tell(describe_living_situation, DescribeLivingSituation, at, **living)
    return _declare(story, story.later(at, 2, 30))


def _give_contacts(story: Story, at: datetime) -> datetime:
    person = story.person
    points = [
        ContactPoint(kind=kind, reach=reach, language=person.language)
        for kind, reach in (
            (ContactKind.MOBILE, person.mobile),
            (ContactKind.EMAIL, person.email),
        )
        if reach is not None
    ]
    added = [story.tell(add_contact_point, AddContactPoint, at, point=point) for point in points]
    if added and story.chance.happens(0.05):  # somebody at home reads it
        at = story.later(at, 5, 90)
        contact = {"contact_id": added[0].contact_id}
        story.tell(find_contact_point_unsafe, FindContactPointUnsafe, at, **contact)
    return at


def _housing(story: Story) -> Housing:
    if story.lead.description.kind is OrganisationKind.SHELTER:
        return Housing.MATERNAL_CENTRE
    return story.chance.among(HOUSINGS)


def _declare(story: Story, at: datetime) -> datetime:
    """Tell the identity; a year or a spelling may be set right once a document is seen."""
    person, chance = story.person, story.chance
    true = Identity(
        family_name=person.family,
        given_names=person.given,
        born=PartialDate(year=person.born.year, month=person.born.month, day=person.born.day),
        birth_country=person.origin.country,
        gender=Gender.WOMAN if person.woman else Gender.MAN,
    )
    if chance.happens(0.85):
        story.tell(declare_identity, DeclareIdentity, at, identity=true)
        return at
    about = PartialDate(year=person.born.year, approximate=True)
    first = true.model_copy(update={"born": about})
    story.tell(declare_identity, DeclareIdentity, at, identity=first)
    at = story.later(at, 10, 80)
    seen = {"identity": true, "reason": CorrectionReason.DOCUMENT_SEEN}
    story.tell(correct_identity, CorrectIdentity, at, **seen)
    return at
