"""What was recorded of sharing itself: notices, answers, objections, exchanges, emergencies."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from application.receipts.naming import Directory
from application.receipts.receipt import (
    ConsentSaid,
    ConsentState,
    EmergencySaid,
    Informed,
    MessagesSaid,
    ObjectionSaid,
    Passed,
)
from domain.access import Ground
from domain.data_classes import DataClass
from domain.kernel import DomainEvent
from domain.pathway.contacts import ContactPointRemoved
from domain.pathway.grounds.exchanges import EVALUATES_AND_PROTECTS
from domain.pathway.grounds.facts import (
    ChildProtectionShared,
    EmergencyAccessReviewed,
    EmergencyAccessTaken,
    InformationExchanged,
    ObjectionLifted,
    ObjectionRaised,
    PersonInformed,
    SharingConsentExpired,
    SharingConsentGiven,
    SharingConsentRefused,
    SharingConsentWithdrawn,
)
from domain.pathway.grounds.words import Scope
from domain.pathway.reminder_wishes import (
    FullerTextsWished,
    FullerTextsWishWithdrawn,
    RemindersResumed,
    RemindersStopped,
)

NameOf = Callable[[UUID], str]  # of an organisation or a member; empty where it is not known
Events = Iterable[DomainEvent]


def informed(events: Events) -> Informed | None:
    """The last notice that was given."""
    told = None
    for event in events:
        if isinstance(event.fact, PersonInformed):
            told = Informed(event.fact.occurred_at, event.fact.notice, event.fact.language)
    return told


def consents(events: Sequence[DomainEvent], name_of: NameOf) -> Iterator[ConsentSaid]:
    """Each answer, with what became of it."""
    over = {
        event.fact.consent_id: event.fact
        for event in events
        if isinstance(event.fact, SharingConsentWithdrawn | SharingConsentExpired)
    }
    for event in events:
        match event.fact:
            case SharingConsentGiven() as given:
                said = replace(
                    _of_scope(given.consent.scope, event, name_of),
                    form=given.consent.form,
                    until=given.consent.until,
                )
                end = over.get(given.consent_id)
                yield (
                    said
                    if end is None
                    else replace(
                        said,
                        state=ConsentState.WITHDRAWN
                        if isinstance(end, SharingConsentWithdrawn)
                        else ConsentState.EXPIRED,
                        over_at=end.occurred_at,
                    )
                )
            case SharingConsentRefused() as refused:
                said = _of_scope(refused.scope, event, name_of)
                yield replace(said, state=ConsentState.REFUSED)


def _of_scope(scope: Scope, event: DomainEvent, name_of: NameOf) -> ConsentSaid:
    recipients = scope.recipients
    return ConsentSaid(
        at=event.fact.occurred_at,
        state=ConsentState.GIVEN,
        to=tuple(name_of(one) for one in (*recipients.organisations, *recipients.members)),
        classes=_in_order(scope.classes),
        purposes=scope.purposes,
    )


def objections(events: Sequence[DomainEvent], name_of: NameOf) -> Iterator[ObjectionSaid]:
    lifted = {
        event.fact.objection_id: event.fact.occurred_at
        for event in events
        if isinstance(event.fact, ObjectionLifted)
    }
    for event in events:
        if isinstance(event.fact, ObjectionRaised):
            fact = event.fact
            whom = fact.organisation_id or fact.member_id
            yield ObjectionSaid(
                at=fact.occurred_at,
                against=name_of(whom) if whom else "",
                lifted_at=lifted.get(fact.objection_id),
            )


def messages(events: Events) -> MessagesSaid:
    """What they wish of messages, as it stands."""
    stopped = dict[UUID | None, datetime]()
    fuller_since = None
    for event in events:
        match event.fact:
            case RemindersStopped() as stop:
                stopped[stop.contact_id] = stop.occurred_at
            case RemindersResumed() | ContactPointRemoved() as over:
                stopped.pop(over.contact_id, None)
            case FullerTextsWished() as wish:
                fuller_since = wish.occurred_at
            case FullerTextsWishWithdrawn():
                fuller_since = None
    everywhere = stopped.pop(None, None)
    return MessagesSaid(everywhere, max(stopped.values(), default=None), fuller_since)


def passed(events: Events, name_of: NameOf) -> Iterator[Passed]:
    for event in events:
        match event.fact:
            case InformationExchanged() as fact:
                classes, ground = fact.classes, Ground.EXCHANGE
            case ChildProtectionShared() as fact:
                classes, ground = tuple(EVALUATES_AND_PROTECTS), Ground.CHILD_PROTECTION
            case _:
                continue
        to = tuple(map(name_of, fact.with_members))
        yield Passed(fact.occurred_at, ground, to, _in_order(classes))


def emergencies(events: Sequence[DomainEvent], directory: Directory) -> Iterator[EmergencySaid]:
    verdicts = {
        event.fact.access_id: event.fact.verdict
        for event in events
        if isinstance(event.fact, EmergencyAccessReviewed)
    }
    for event in events:
        if isinstance(event.fact, EmergencyAccessTaken):
            fact = event.fact
            membership = directory.membership(fact.of_organisation, fact.member_id)
            yield EmergencySaid(
                at=fact.occurred_at,
                until=fact.until,
                organisation=directory.organisation(fact.of_organisation),
                member=membership.name if membership else None,
                reason=fact.reason,
                verdict=verdicts.get(fact.access_id),
            )


def _in_order(classes: Iterable[DataClass]) -> tuple[DataClass, ...]:
    return tuple(sorted(set(classes), key=lambda data_class: data_class.rank))
