"""The network at work: runs a decision on an aggregate and records what it returns."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from application.commands import Command
from application.marks import must_be_as_seen
from application.ports import A, Clock, Context, EventLog, Recorded
from application.refusals import TooBusy
from domain.access import CLASSES_OF_THE_LAW, ClassesMet, Sight
from domain.kernel import Fact
from domain.members import Member, Role
from domain.organisation.administration import must_administer
from domain.organisation.organisation import Organisation
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pathway import Pathway
from domain.practice import NO_LIMITS, Practice
from domain.refusals import ChangedMeanwhile, DomainError, NotFound
from domain.rights.rules import RuleBook

ATTEMPTS = 8  # times a decision is taken again because the stream moved under it

Decision = Callable[[A], Fact | Iterable[Fact]]


@dataclass(frozen=True, slots=True)
class Network:
    """What a use case is given: the history, the clock, the rules of law and the network's own."""

    log: EventLog
    clock: Clock
    rules: RuleBook
    classes_met: ClassesMet = CLASSES_OF_THE_LAW
    practice: Practice = NO_LIMITS

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
        its first answer, even where its decision would now be refused. One that changes nothing
        is answered with the stream as it stands, and leaves no trace of itself.

        Raises:
            DomainError: the decision refused.
            NotFound: it changes nothing where nothing was ever recorded.
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
            events = aggregate.next([facts] if isinstance(facts, Fact) else facts)
            try:
                return (
                    self.log.append(events, context)
                    if events
                    else self._unchanged(stream_id, context)
                )
            except ChangedMeanwhile:
                continue
        raise TooBusy

    def on_pathway(
        self,
        pathway_id: UUID,
        decision: Decision[Pathway],
        *,
        command: Command,
        by: Member | None,
    ) -> Recorded:
        """Decide on a pathway that the member may know of; by nobody, the system itself.

        Raises:
            PathwayNotOpened: there is none, or none that the member may know of.
            ChangedSinceSeen: what the command addresses is not what the member saw.
        """

        def admitted(pathway: Pathway) -> Fact | Iterable[Fact]:
            self._must_know_of(pathway, by)
            if by is not None and command.expected is not None:
                must_be_as_seen(self.log, self.sight(pathway, by), command)
            return decision(pathway)

        return self.decide(Pathway, pathway_id, admitted, command=command, by=by)

    def pathway_known_to(self, by: Member, pathway_id: UUID) -> Pathway:
        """Another pathway that a decision refers to.

        Raises:
            PathwayNotOpened: there is none that the member may know of.
        """
        pathway = self.log.load(Pathway, pathway_id)
        self._must_know_of(pathway, by)
        return pathway

    def as_seen(self, pathway: Pathway, by: Member) -> Pathway:
        """The same pathway as the member sees it, for decisions that must not tell them more."""
        events = self.log.stream(pathway.id)[: pathway.version]
        return Pathway(pathway.id).after(self.sight(pathway, by).visible(events))

    def on_invitation(
        self, pathway_id: UUID, decision: Decision[Pathway], *, command: Command, by: Member
    ) -> Recorded:
        """Decide on a pathway that the member's organisation is invited to."""

        def admitted(pathway: Pathway) -> Fact | Iterable[Fact]:
            pathway.must_be_open()
            if not self.sight(pathway, by).of_invitation():
                raise PathwayNotOpened
            return decision(pathway)

        return self.decide(Pathway, pathway_id, admitted, command=command, by=by)

    def on_organisation(
        self,
        organisation_id: UUID,
        decision: Decision[Organisation],
        *,
        command: Command,
        by: Member,
    ) -> Recorded:
        """Decide on an organisation that the member administers.

        Raises:
            NotYoursToAdminister: they do not.
            OrganisationUnknown: it was never registered.
        """

        def admitted(organisation: Organisation) -> Fact | Iterable[Fact]:
            must_administer(by, organisation_id)
            organisation.must_be_registered()
            return decision(organisation)

        return self.decide(Organisation, organisation_id, admitted, command=command, by=by)

    def outside_circle(
        self, pathway_id: UUID, decision: Decision[Pathway], *, command: Command, by: Member
    ) -> Recorded:
        """Decide on a pathway that the member names although they may not see it.

        Raises:
            PathwayNotOpened: there is none, or the person does not want them to know of it.
        """

        def admitted(pathway: Pathway) -> Fact | Iterable[Fact]:
            pathway.must_be_open()
            if Role.CASEWORKER not in by.roles or self.sight(pathway, by).is_objected_to():
                raise PathwayNotOpened
            return decision(pathway)

        return self.decide(Pathway, pathway_id, admitted, command=command, by=by)

    def sight(self, pathway: Pathway, viewer: Member) -> Sight:
        """What a member sees of a pathway, now."""
        return Sight(pathway, viewer, self.classes_met, self.clock())

    def _unchanged(self, stream_id: UUID, context: Context) -> Recorded:
        answer = self.log.answered(context) or self.log.standing(stream_id)
        if answer is None:
            raise NotFound
        return answer

    def _must_know_of(self, pathway: Pathway, by: Member | None) -> None:
        pathway.must_be_open()
        if by is not None and not self.sight(pathway, by).of_part():
            raise PathwayNotOpened
