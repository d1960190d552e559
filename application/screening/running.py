"""Who runs the rapid tests of an organisation: its own members, each by their role."""

from collections.abc import Callable, Iterable

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.members import Member, Role
from domain.organisation.organisation import Organisation
from domain.organisation.screening.refusals import NotResponsibleForScreening

RESPONSIBLE = frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})
AT_WORK = frozenset({Role.CASEWORKER, Role.COORDINATOR})
Decision = Callable[[Organisation], Fact | Iterable[Fact]]


def as_responsible(
    network: Network, decision: Decision, *, command: Command, by: Member
) -> Recorded:
    """Decide on authorisations, trainings and lots of one's own organisation.

    Raises:
        NotResponsibleForScreening: the member neither coordinates nor administers it.
    """
    return _with_one_of(RESPONSIBLE, network, decision, command=command, by=by)


def at_work(network: Network, decision: Decision, *, command: Command, by: Member) -> Recorded:
    """Decide on what is counted in one's own organisation.

    Raises:
        NotResponsibleForScreening: the member works there under another role.
    """
    return _with_one_of(AT_WORK, network, decision, command=command, by=by)


def meets_screening(network: Network, by: Member) -> bool:
    """Whether a caseworker of this profession may meet results of tests at all."""
    met = network.classes_met.by(by.profession)
    return Role.CASEWORKER in by.roles and DataClass.SCREENING in met


def _with_one_of(
    roles: frozenset[Role], network: Network, decision: Decision, *, command: Command, by: Member
) -> Recorded:
    def admitted(organisation: Organisation) -> Fact | Iterable[Fact]:
        if not roles & by.roles:
            raise NotResponsibleForScreening
        organisation.must_be_registered()
        return decision(organisation)

    return network.decide(Organisation, by.organisation_id, admitted, command=command, by=by)
