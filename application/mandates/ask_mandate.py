"""Ask that an auditor may read, for a while and for a purpose; somebody else grants it."""

from uuid import UUID

from application.commands import Command
from application.mandates.signing import Signing, wearer_in
from application.network import Network
from application.ports import Recorded
from domain.instants import Instant
from domain.mandates.facts import MandateAsked
from domain.mandates.mandates import handles_mandates
from domain.mandates.refusals import NotAnAuditor, NotYoursToMandate
from domain.mandates.register import REGISTER, Register
from domain.mandates.words import MandatePurpose, MandateScope
from domain.organisation.enrolment import AlreadyLeft, MemberUnknown
from domain.organisation.organisation import Organisation


class AskMandate(Command):
    auditor_id: UUID  # a membership
    organisation_id: UUID  # where it is
    scope: MandateScope
    purpose: MandatePurpose
    starts: Instant | None = None  # None: as soon as it is granted
    until: Instant

    @property
    def mandate_id(self) -> UUID:
        return self.id_for("mandate")


def ask_mandate(network: Network, command: AskMandate, signing: Signing) -> Recorded:
    """Keep what is asked; it opens nothing yet.

    Raises:
        NotYoursToMandate: the member is neither an administrator nor a coordinator.
        NotAnAuditor: there is no such auditor.
    """
    if not handles_mandates(signing.member):
        raise NotYoursToMandate
    now = network.clock()

    def asked(register: Register) -> MandateAsked:
        organisation = network.log.load(Organisation, command.organisation_id)
        try:
            roles = organisation.member(command.auditor_id).roles
        except (MemberUnknown, AlreadyLeft):
            raise NotAnAuditor from None
        return register.mandates.ask(
            mandate_id=command.mandate_id,
            auditor=wearer_in(organisation, command.auditor_id),
            roles=roles,
            scope=command.scope,
            purpose=command.purpose,
            starts=command.starts or now,
            until=command.until,
            asked_by=signing.wearer(network),
            asking=signing.human(network),
            now=now,
        )

    return network.decide(Register, REGISTER, asked, command=command, by=signing.member)
