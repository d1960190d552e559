"""Record several quick contacts of one activity; each is accepted or refused by itself.

What is said on pathways is recorded first, then everybody is counted in the activity: cut in
between, nothing is lost or counted twice once the same is sent again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Annotated
from uuid import UUID, uuid5

from pydantic import AfterValidator, Field

from application.activities.quick_contact import QuickContact, RecordContact, command_for, said
from application.activities.running import must_run
from application.commands import Command
from application.network import Asking, Network, context_of
from application.ports import Recorded
from application.views.reach import RoleFollowsNobody
from domain.activity.activity import Activity
from domain.activity.contacts import PersonMet, must_be_during
from domain.activity.words import Happening
from domain.kernel import Fact
from domain.members import Member, Role
from domain.pathway.opening import MetAt, Origin
from domain.pathway.pathway import Pathway
from domain.refusals import DomainError

MOST = 50


def each_once(contacts: tuple[QuickContact, ...]) -> tuple[QuickContact, ...]:
    """Refuse a batch in which two contacts have one id.

    Raises:
        ValueError: two have.
    """
    if len({contact.id for contact in contacts}) < len(contacts):
        raise ValueError("two contacts of one batch have the same id")
    return contacts


Batch = Annotated[
    tuple[QuickContact, ...], Field(min_length=1, max_length=MOST), AfterValidator(each_once)
]


class RecordContacts(Command):
    activity_id: UUID
    contacts: Batch


class CountContacts(Command):
    """What a batch counts that it did not count before."""

    activity_id: UUID


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one contact: counted, or refused."""

    command: RecordContact
    at: datetime | None = None
    refusal: DomainError | None = None


@dataclass(frozen=True, slots=True)
class Contacted:
    outcomes: tuple[Outcome, ...]
    position: int  # of the last fact that was recorded; 0 where nothing was


@dataclass(slots=True)
class Counting:
    """Counts those who were accepted; taken again, it begins anew."""

    accepted: Sequence[Outcome]
    refused: dict[UUID, DomainError] = field(default_factory=dict)

    def decide(self, activity: Activity) -> list[PersonMet]:
        self.refused = {}
        return list(self._counted(activity))

    def _counted(self, activity: Activity) -> Iterator[PersonMet]:
        contacts = activity.contacts
        for one in self.accepted:
            command = one.command
            try:
                met = contacts.meet(
                    contact_id=command.contact_id,
                    known=command.contact.pathway_id is not None,
                    word=command.contact.word,
                    at=one.at or command.at,
                )
            except DomainError as refusal:
                self.refused[command.contact.id] = refusal
                continue
            for fact in met:
                contacts = contacts.evolve(fact, activity.version)
                yield fact


def record_contacts(network: Network, command: RecordContacts, by: Member) -> Contacted:
    """Record a batch; what was accepted stays so, whatever is refused beside it.

    Raises:
        ActivityUnknown: there is no such activity that the member runs.
        NotAnOutreachSession: it is another kind of activity.
        CommandReused: this command id was used for another batch.
        StoreUnavailable: asking the same again is safe.
    """
    answered = network.log.answered(context_of(command, by))
    activity = network.log.load(Activity, command.activity_id)
    happening, met_at = must_run(activity, by), activity.met_at
    outcomes = [
        _timed(command_for(one, activity_id=activity.id, member_id=by.id), command, happening)
        for one in command.contacts
    ]
    outcomes, told = _told(network, outcomes, met_at, by)
    counting = Counting([one for one in outcomes if one.refusal is None])
    counted = _count(network, counting, command, by, is_new=answered is None)
    settled = tuple(
        replace(one, refusal=counting.refused.get(one.command.contact.id, one.refusal))
        for one in outcomes
    )
    return Contacted(settled, max(told, counted))


def _timed(command: RecordContact, batch: RecordContacts, happening: Happening) -> Outcome:
    """When somebody was met: as told, else at the time of the batch if it was on then."""
    at = command.contact.at or batch.at
    try:
        must_be_during(happening, at)
    except DomainError as refusal:
        if command.contact.at is not None:
            return Outcome(command, refusal=refusal)
        at = happening.starts_at
    return Outcome(command, at)


def _told(
    network: Network, outcomes: list[Outcome], met_at: MetAt, by: Member
) -> tuple[list[Outcome], int]:
    """Record what is said on pathways."""
    places = [
        place
        for place, one in enumerate(outcomes)
        if one.refusal is None and not one.command.contact.is_nameless
    ]
    asked = [_asking(network, outcomes[place], met_at, by) for place in places]
    position, settled = 0, list(outcomes)
    for place, answer in zip(places, network.decide_each(Pathway, asked, by=by), strict=True):
        if isinstance(answer, Recorded):
            position = max(position, answer.position)
        else:
            settled[place] = replace(settled[place], refusal=answer)
    return settled, position


def _asking(network: Network, one: Outcome, met_at: MetAt, by: Member) -> Asking[Pathway]:
    command, at = one.command, one.at or one.command.at
    if command.contact.called is not None:
        opened = partial(_opened, command=command, met_at=met_at, by=by, at=at)
        return Asking(command.pathway_id, opened, command)
    met = partial(_met, command=command, by=by, at=at)
    return Asking(command.pathway_id, network.if_known(met, command=command, by=by), command)


def _met(pathway: Pathway, *, command: RecordContact, by: Member, at: datetime) -> list[Fact]:
    met = pathway.meetings.meet(
        meeting_id=command.contact_id,
        activity_id=command.activity_id,
        by=by.organisation_id,
        at=at,
    )
    return [*met, *said(pathway, command, by=by.organisation_id, at=at)]


def _opened(
    pathway: Pathway, *, command: RecordContact, met_at: MetAt, by: Member, at: datetime
) -> list[Fact]:
    if Role.CASEWORKER not in by.roles:
        raise RoleFollowsNobody
    opened = pathway.opening.open(
        opened_by=by.organisation_id,
        referent_id=by.id,
        called=command.contact.called or "",
        met_at=met_at,
        origin=Origin(activity_id=command.activity_id, contact_id=command.contact_id),
        at=at,
    )
    return [opened, *said(pathway, command, by=by.organisation_id, at=at)]


def _count(
    network: Network, counting: Counting, batch: RecordContacts, by: Member, *, is_new: bool
) -> int:
    """Count whom the activity did not count yet, under the batch's own id the first time."""
    activity = network.log.load(Activity, batch.activity_id)
    new = counting.decide(activity)
    if not new:
        return 0
    command: Command = batch
    if not is_new:
        contacts = ",".join(str(fact.contact_id) for fact in new)
        command = CountContacts(
            command_id=uuid5(batch.command_id, contacts), activity_id=batch.activity_id, at=batch.at
        )

    def counted(activity: Activity) -> list[PersonMet]:
        must_run(activity, by)
        return counting.decide(activity)

    return network.decide(Activity, batch.activity_id, counted, command=command, by=by).position
