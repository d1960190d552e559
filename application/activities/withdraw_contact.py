"""Say that nobody was met there: a nameless contact was noted by mistake."""

from uuid import UUID

from application.activities.running import on_activity
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.activity.activity import Activity
from domain.activity.contacts import ContactEnteredInError
from domain.members import Member
from domain.pathway.pathway import Pathway
from domain.refusals import Conflict


class ContactIsFollowed(Conflict):
    code = "contact-is-followed"
    title = "This person has a pathway since: they were met, and stay counted."


class WithdrawContact(Command):
    activity_id: UUID
    contact_id: UUID


def withdraw_contact(network: Network, command: WithdrawContact, by: Member) -> Recorded:
    """Count them no more.

    Raises:
        ActivityUnknown: there is no such activity that the member runs.
        ContactUnknown: nobody nameless was met there under this id.
        ContactIsFollowed: they have a pathway since.
    """

    def withdrawn(activity: Activity) -> ContactEnteredInError:
        contact = activity.contacts.known_nameless(command.contact_id)
        if network.log.load(Pathway, contact.pathway_id).version:
            raise ContactIsFollowed
        return activity.contacts.withdraw(contact_id=contact.id, at=command.at)

    return on_activity(network, command.activity_id, withdrawn, command=command, by=by)
