"""The anonymous tests that an organisation counted, for those who may know of results."""

from application.network import Network
from application.screening.running import meets_screening
from domain.members import Member, Role
from domain.organisation.organisation import Organisation
from domain.organisation.screening.facts import AnonymousTestsCounted


def list_anonymous_tests(network: Network, by: Member) -> list[AnonymousTestsCounted]:
    """All of the member's organisation, or, where they meet no results, what they counted.

    Few tests on a day, in a village, may be somebody's: these figures are not everybody's.
    """
    organisation = network.log.load(Organisation, by.organisation_id)
    every = Role.COORDINATOR in by.roles or meets_screening(network, by)
    return [
        one
        for one in organisation.anonymous_tests.by_id.values()
        if every or one.operator_id == by.id
    ]
