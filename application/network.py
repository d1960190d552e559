"""The network at work: runs a decision on an aggregate and records what it returns."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from application.commands import Command
from application.ports import A, Clock, Context, EventLog, Recorded
from application.refusals import TooBusy
from domain.access import Sight
from domain.kernel import Fact
from domain.members import Member
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pathway import Pathway
from domain.refusals import ChangedMeanwhile, DomainError
from domain.rights.rules import RuleBook

ATTEMPTS = 8  # times a decision is taken again because the stream moved under it

Decision = Callable[[A], Fact | Iterable[Fact]]


@dataclass(frozen=True, slots=True)
class Network:
    """What a use case is given: the history, the clock and the rules of law."""

    log: EventLog
    clock: Clock
    rules: RuleBook

    def decide(
        self,
        kind: type[A],
        stream_id: UUID,
        decision: Decision[A],
        *,
        command: Command,
        by: Member | None,
    ) -> Recorded:
        """Take a decision on an aggregate at its head and record it, once.

        A stream that moved meanwhile is read and decided again; a command answered before gets
        its first answer, even where its decision would now be refused.

        Raises:
            DomainError: the decision refused.
            TooBusy: the stream moved at each attempt.
        """
        context = Context(
            command_id=command.command_id,
            actor_id=by.id if by else None,
            organisation_id=by.organisation_id if by else None,
            content=type(command).__name__.encode() + command.content(),
        )
        for _ in range(ATTEMPTS):
            aggregate = self.log.load(kind, stream_id)
            try:
                facts = decision(aggregate)
            except DomainError:
                if first := self.log.answered(context):
                    return first
                raise
            try:
                return self.log.append(
                    aggregate.next([facts] if isinstance(facts, Fact) else facts), context
                )
            except ChangedMeanwhile:
                continue
        raise TooBusy

    def on_pathway(
        self, pathway_id: UUID, decision: Decision[Pathway], *, command: Command, by: Member
    ) -> Recorded:
        """Decide on a pathway that the member may know of."""

        def admitted(pathway: Pathway) -> Fact | Iterable[Fact]:
            pathway.must_be_open()
            if not Sight(pathway, by).of_anything():
                raise PathwayNotOpened
            return decision(pathway)

        return self.decide(Pathway, pathway_id, admitted, command=command, by=by)
