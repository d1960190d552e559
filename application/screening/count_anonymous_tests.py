"""Count anonymous tests: how many of one lot gave what, that day; nobody is told of."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from application.screening.running import at_work
from domain.activity.activity import Activity
from domain.members import Member
from domain.organisation.organisation import Organisation
from domain.organisation.screening.anonymous import Counts
from domain.organisation.screening.facts import AnonymousTestsCounted
from domain.organisation.screening.ready import local_day, ready_kit


class CountAnonymousTests(Command):
    lot_id: UUID  # one of the organisation's
    counts: Counts
    operator_id: UUID | None = None  # the member who made them; None: the caller
    activity_id: UUID | None = None  # of the organisation, during which they were made

    @property
    def count_id(self) -> UUID:
        return self.id_for("count")


def count_anonymous_tests(network: Network, command: CountAnonymousTests, by: Member) -> Recorded:
    """Their day is that of `at` where the organisation is.

    Raises:
        NotResponsibleForScreening: the caller neither works with people nor coordinates.
        LotUnknown, LotRecalled, LotExpired: the kits were not to be used then.
        ScreeningNotAuthorised, OperatorNotTrained: such tests were not to be made then.
        ActivityUnknown: the organisation holds no such activity.
        NothingCounted: there is no test among these.
    """
    operator_id = command.operator_id or by.id

    def decision(organisation: Organisation) -> AnonymousTestsCounted:
        used = ready_kit(
            organisation, lot_id=command.lot_id, operator_id=operator_id, at=command.at
        )
        if command.activity_id is not None:
            activity = network.log.load(Activity, command.activity_id)
            activity.holding.must_be_of(by.organisation_id)
        return organisation.anonymous_tests.count(
            count_id=command.count_id,
            used=used,
            on=local_day(organisation, command.at),
            operator_id=operator_id,
            counts=command.counts,
            activity_id=command.activity_id,
            at=command.at,
        )

    return at_work(network, decision, command=command, by=by)
