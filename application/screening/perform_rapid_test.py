"""Record a rapid test: consented to, by an operator trained for it, with a kit that is good."""

from collections.abc import Iterator
from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.kernel import Fact
from domain.members import Member
from domain.organisation.organisation import Organisation
from domain.organisation.screening.ready import local_day, ready_kit
from domain.pathway.pathway import Pathway
from domain.screening.words import Sample


class PerformRapidTest(Command):
    pathway_id: UUID
    lot_id: UUID  # one of the organisation's
    sample: Sample
    operator_id: UUID | None = None  # the member who made it; None: the caller
    repeats: UUID | None = None  # the invalid test that this one repeats

    @property
    def test_id(self) -> UUID:
        return self.id_for("test")


def perform_rapid_test(network: Network, command: PerformRapidTest, by: Member) -> Recorded:
    """Decided on what the caller sees, and on what the organisation was allowed that day.

    Raises:
        ScreeningConsentMissing: the person consented to no such test that day, for all one sees.
        LotUnknown, LotRecalled, LotExpired: the kit was not to be used then.
        ScreeningNotAuthorised, OperatorNotTrained: the test was not to be made then.
        RapidTestUnknown, NothingToRepeat: it repeats no invalid test of its kind.
    """

    def decision(pathway: Pathway) -> list[Fact]:
        seen = network.as_seen(pathway, by)
        return list(_made(network, command, seen, by))

    return network.on_pathway(command.pathway_id, decision, command=command, by=by)


def _made(network: Network, command: PerformRapidTest, seen: Pathway, by: Member) -> Iterator[Fact]:
    office, at = network.log.load(Organisation, by.organisation_id), command.at
    operator_id, on = command.operator_id or by.id, local_day(office, at)
    used = ready_kit(office, lot_id=command.lot_id, operator_id=operator_id, at=at)
    kind = used.kit.kind
    yield seen.rapid_tests.perform(
        test_id=command.test_id,
        test_consent_id=seen.test_consents.to(kind, by=by.organisation_id, on=on, at=at),
        used=used,
        sample=command.sample,
        operator_id=operator_id,
        on=on,
        by=by.organisation_id,
        at=at,
    )
    if command.repeats is not None:
        yield seen.rapid_tests.repeat(
            test_id=command.test_id, repeats=command.repeats, kind=kind, at=at
        )
