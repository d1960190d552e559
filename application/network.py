"""The network at work: runs a decision on an aggregate and records what it returns."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic
from uuid import UUID

from application.commands import Command
from application.marks import must_be_as_seen
from application.ports import A, Clock, Context, EventLog, Recorded
from application.refusals import StoreUnavailable, TooBusy
from domain.access import CLASSES_OF_THE_LAW, ClassesMet, Sight
from domain.kernel import DomainEvent, Fact
from domain.members import Member, Role
from domain.organisation.administration import must_administer
from domain.organisation.organisation import Organisation
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pathway import Pathway
from domain.practice import NO_LIMITS, Practice
from domain.refusals import ChangedMeanwhile, DomainError, NotFound
from domain.rights.rules import RuleBook
from domain.screening.rules import NO_SCREENING, ScreeningRules

ATTEMPTS = 8  # times a decision is taken again because the stream moved under it

Decision = Callable[[A], Fact | Iterable[Fact]]


@dataclass(frozen=True, slots=True)
class Asking(Generic[A]):
    """A decision to take, among others."""

    stream_id: UUID
    decision: Decision[A]
    command: Command


@dataclass(frozen=True, slots=True)
class Network:
    """What a use case is given: the history, the clock, the rules of law and the network's own."""

    log: EventLog
    clock: Clock
    rules: RuleBook
    classes_met: ClassesMet = CLASSES_OF_THE_LAW
    practice: Practice = NO_LIMITS
    screening: ScreeningRules = NO_SCREENING

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
        context = context_of(command, by)
        for _ in range(ATTEMPTS):
            decided = self._decided(kind, Asking(stream_id, decision, command), context)
            if isinstance(decided, Recorded):
                return decided
            try:
                return self.log.append(decided, context)
            except ChangedMeanwhile:
                continue
        raise TooBusy

    def decide_each(
        self, kind: type[A], asked: Sequence[Asking[A]], *, by: Member | None
    ) -> list[Recorded | DomainError]:
        """Take decisions on several aggregates, each recorded or refused by itself.

        They are made durable together. Two on one aggregate are taken one after the other.

        Raises:
            StoreUnavailable: what was recorded before is; asking all again is safe.
        """
        taken = [self._taken(kind, one, context_of(one.command, by)) for one in asked]
        ready = [one for one in taken if isinstance(one, tuple)]
        answers = iter(self.log.append_each(ready))
        outcomes = [next(answers) if isinstance(one, tuple) else one for one in taken]
        return [
            self._decided_again(kind, one, by) if isinstance(outcome, ChangedMeanwhile) else outcome
            for one, outcome in zip(asked, outcomes, strict=True)
        ]

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
        admitted = self.if_known(decision, command=command, by=by)
        return self.decide(Pathway, pathway_id, admitted, command=command, by=by)

    def if_known(
        self, decision: Decision[Pathway], *, command: Command, by: Member | None
    ) -> Decision[Pathway]:
        """The same decision, refused where the member may not know of the pathway."""

        def admitted(pathway: Pathway) -> Fact | Iterable[Fact]:
            self._must_know_of(pathway, by)
            if by is not None and command.expected is not None:
                must_be_as_seen(self.log, self.sight(pathway, by), command)
            return decision(pathway)

        return admitted

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

    def _decided(
        self, kind: type[A], asked: Asking[A], context: Context
    ) -> list[DomainEvent] | Recorded:
        """What is to be recorded; the answer, where there is nothing."""
        aggregate = self.log.load(kind, asked.stream_id)
        try:
            facts = asked.decision(aggregate)
        except DomainError:
            if first := self.log.answered(context):
                return first
            raise
        events = aggregate.next([facts] if isinstance(facts, Fact) else facts)
        return events or self._unchanged(asked.stream_id, context)

    def _taken(
        self, kind: type[A], asked: Asking[A], context: Context
    ) -> tuple[list[DomainEvent], Context] | Recorded | DomainError:
        try:
            decided = self._decided(kind, asked, context)
        except StoreUnavailable:
            raise
        except DomainError as refusal:
            return refusal
        return decided if isinstance(decided, Recorded) else (decided, context)

    def _decided_again(
        self, kind: type[A], asked: Asking[A], by: Member | None
    ) -> Recorded | DomainError:
        try:
            return self.decide(kind, asked.stream_id, asked.decision, command=asked.command, by=by)
        except StoreUnavailable:
            raise
        except DomainError as refusal:
            return refusal

    def _unchanged(self, stream_id: UUID, context: Context) -> Recorded:
        answer = self.log.answered(context) or self.log.standing(stream_id)
        if answer is None:
            raise NotFound
        return answer

    def _must_know_of(self, pathway: Pathway, by: Member | None) -> None:
        pathway.must_be_open()
        if by is not None and not self.sight(pathway, by).of_part():
            raise PathwayNotOpened


def context_of(command: Command, by: Member | None) -> Context:
    """Under whose name a command is recorded, and what it asks."""
    return Context(
        command_id=command.command_id,
        actor_id=by.id if by else None,
        organisation_id=by.organisation_id if by else None,
        content=type(command).__name__.encode() + command.content(),
    )
