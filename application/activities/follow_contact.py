"""Open the pathway of somebody who was met nameless, in one act, as of when and where they were."""

from uuid import UUID

from application.activities.running import must_run
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from application.views.reach import RoleFollowsNobody
from domain.activity.activity import Activity
from domain.activity.contacts import ContactUnknown, pathway_of
from domain.members import Member, Role
from domain.pathway.opening import Origin, PathwayOpened
from domain.pathway.pathway import Pathway
from domain.text import Called


class FollowContact(Command):
    activity_id: UUID
    contact_id: UUID
    called: Called

    @property
    def pathway_id(self) -> UUID:
        return pathway_of(self.contact_id)


def follow_contact(network: Network, command: FollowContact, by: Member) -> Recorded:
    """Open it; the activity counts the same person still, once.

    Raises:
        ActivityUnknown: there is no such activity that the member runs.
        ContactUnknown: nobody nameless was met there under this id, or none they may know of.
        RoleFollowsNobody: under this hat they follow nobody.
        PathwayAlreadyOpened: somebody did.
    """

    def opened(pathway: Pathway) -> PathwayOpened:
        activity = network.log.load(Activity, command.activity_id)
        must_run(activity, by)
        contact = activity.contacts.known_nameless(command.contact_id)
        if Role.CASEWORKER not in by.roles:
            raise RoleFollowsNobody
        if pathway.version and not network.sight(pathway, by).of_anything():
            raise ContactUnknown
        return pathway.opening.open(
            opened_by=by.organisation_id,
            referent_id=by.id,
            called=command.called,
            met_at=activity.met_at,
            origin=Origin(activity_id=activity.id, contact_id=contact.id),
            at=contact.at,
        )

    return network.decide(Pathway, command.pathway_id, opened, command=command, by=by)
