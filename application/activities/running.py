"""Who runs activities: those of the organisation that holds them, whatever the activity is."""

from collections.abc import Callable, Iterable
from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.activity.activity import Activity
from domain.activity.holding import must_go_forward
from domain.activity.refusals import ActivityUnknown, NotYoursToHold
from domain.activity.words import Happening
from domain.kernel import Fact
from domain.members import Member, Role
from domain.organisation.enrolment import MemberUnknown
from domain.organisation.organisation import Organisation

HOLDERS = frozenset({Role.CASEWORKER, Role.COORDINATOR})
Decision = Callable[[Activity], Fact | Iterable[Fact]]


def new_activity(
    network: Network,
    activity_id: UUID,
    decision: Decision,
    *,
    happening: Happening,
    command: Command,
    by: Member,
) -> Recorded:
    """Hold an activity that is not there yet.

    Raises:
        NotYoursToHold: under this hat, the member holds none.
        MemberUnknown: somebody of the team is of another organisation.
        OrganisationUnknown: a partner is not of the network.
        ActivityAlreadyHeld: it was recorded.
        ActivityDatesReversed: it would not end after it begins.
    """

    def held(activity: Activity) -> Fact | Iterable[Fact]:
        if not runs_activities(by):
            raise NotYoursToHold
        activity.holding.must_be_new(happening)
        must_be_known(network, happening, by=by)
        return decision(activity)

    return network.decide(Activity, activity_id, held, command=command, by=by)


def on_activity(
    network: Network, activity_id: UUID, decision: Decision, *, command: Command, by: Member
) -> Recorded:
    """Decide on an activity of the member's organisation.

    Raises:
        ActivityUnknown: there is none that the member runs.
    """

    def admitted(activity: Activity) -> Fact | Iterable[Fact]:
        must_run(activity, by)
        return decision(activity)

    return network.decide(Activity, activity_id, admitted, command=command, by=by)


def correct_activity(
    network: Network,
    activity_id: UUID,
    decision: Decision,
    *,
    happening: Happening,
    command: Command,
    by: Member,
) -> Recorded:
    """Say again what an activity of the member's organisation was.

    Raises:
        ActivityUnknown: there is none that the member runs.
        MemberUnknown: somebody of the team is of another organisation.
        OrganisationUnknown: a partner is not of the network.
        ActivityDatesReversed: it would not end after it begins.
    """

    def corrected(activity: Activity) -> Fact | Iterable[Fact]:
        must_go_forward(happening)
        must_be_known(network, happening, by=by)
        return decision(activity)

    return on_activity(network, activity_id, corrected, command=command, by=by)


def runs_activities(by: Member) -> bool:
    """Whether a member holds activities under this hat."""
    return bool(HOLDERS & by.roles)


def must_run(activity: Activity, by: Member) -> Happening:
    """What an activity is, for a member who runs it.

    Raises:
        ActivityUnknown: there is none, or the member runs none of it.
    """
    if not runs_activities(by):
        raise ActivityUnknown
    return activity.holding.must_be_of(by.organisation_id)


def must_be_known(network: Network, happening: Happening, *, by: Member) -> None:
    """Refuse whoever is named and was never here; those who left were.

    Raises:
        MemberUnknown: somebody of the team is of another organisation.
        OrganisationUnknown: a partner is not of the network.
    """
    ours = network.log.load(Organisation, by.organisation_id).enrolment.by_id
    if not ours.keys() >= set(happening.team):
        raise MemberUnknown
    for partner in happening.partners:
        network.log.load(Organisation, partner).must_be_registered()
