"""Those who were met nameless and have no pathway, for a colleague to find them the same day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application.activities.read_activity import read_activity
from application.network import Network
from domain.activity.activity import Activity
from domain.activity.callwords import CallWord
from domain.activity.contacts import Contact
from domain.members import Member


@dataclass(frozen=True, slots=True)
class NamelessContact:
    id: UUID
    at: datetime
    word: CallWord | None  # None from the next day on


@dataclass(frozen=True, slots=True)
class PeopleMet:
    """Each person once: those who are known, those who got a pathway since, those who are not."""

    people: int
    known: int
    followed: int
    nameless: int


def list_contacts(network: Network, activity_id: UUID, by: Member) -> list[NamelessContact]:
    """The nameless contacts of an activity, in the order they were recorded.

    Raises:
        ActivityUnknown: there is none that the member runs.
    """
    activity, now = read_activity(network, activity_id, by), network.clock()
    return [
        NamelessContact(contact.id, contact.at, contact.word_at(now))
        for contact in _without_pathway(network, activity)
    ]


def people_met(network: Network, activity: Activity) -> PeopleMet:
    """How many people an activity met, told apart by whether they have a pathway."""
    contacts = activity.contacts
    met_nameless, left = len(contacts.nameless), len(_without_pathway(network, activity))
    return PeopleMet(
        people=contacts.people,
        known=contacts.people - met_nameless,
        followed=met_nameless - left,
        nameless=left,
    )


def _without_pathway(network: Network, activity: Activity) -> Sequence[Contact]:
    nameless = activity.contacts.nameless
    begun = network.log.heads([contact.pathway_id for contact in nameless])
    return [contact for contact in nameless if contact.pathway_id not in begun]
