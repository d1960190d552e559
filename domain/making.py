"""Which fact made the ground on which somebody saw another one: a consent, an exchange..."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from domain.access import Ground, Sight
from domain.data_classes import DataClass
from domain.kernel import DomainEvent, Fact
from domain.pathway.grounds.facts import (
    ChildProtectionShared,
    EmergencyAccessTaken,
    InformationExchanged,
    SharingConsentGiven,
)
from domain.pathway.grounds.team import CareTeam
from domain.pathway.sharing.sharing import Sharing

Makes = Callable[[Fact], bool]
EACH_ITS_OWN = frozenset({Ground.EXCHANGE, Ground.OWN_ACT})  # grounds made fact by fact


@dataclass(frozen=True, slots=True)
class Making:
    """Which facts of `history` made the grounds of a sight; each is looked for once a class."""

    sight: Sight
    history: Sequence[DomainEvent]  # what the pathway of the sight was folded from
    _known: dict[tuple[Ground, DataClass], DomainEvent | None] = field(default_factory=dict)

    def of(self, ground: Ground, seen: DomainEvent) -> DomainEvent | None:
        """What made the ground on which a fact is seen; None where it was erased since."""
        if ground in EACH_ITS_OWN:
            return made_by(self.sight, ground, seen, self.history)
        key = ground, seen.fact.data_class
        if key not in self._known:
            self._known[key] = made_by(self.sight, ground, seen, self.history)
        return self._known[key]


def made_id(fact: Fact) -> UUID | None:
    """The id of the consent, exchange, sharing or emergency access that a fact made, if any."""
    match fact:
        case SharingConsentGiven():
            return fact.consent_id
        case InformationExchanged():
            return fact.exchange_id
        case ChildProtectionShared():
            return fact.sharing_id
        case EmergencyAccessTaken():
            return fact.access_id
    return None


def made_by(
    sight: Sight, ground: Ground, seen: DomainEvent, history: Sequence[DomainEvent]
) -> DomainEvent | None:
    """The fact of `history` that made this ground of this sight; None where it was erased since.

    `history` is what the pathway of the sight was folded from.
    """
    data_class = seen.fact.data_class
    match ground:
        case Ground.CARE_TEAM:
            return _admitting(sight.viewer.organisation_id, history)
        case Ground.EXCHANGE:
            return _first(_after(seen, history), _passes_on(sight, data_class))
        case Ground.OWN_ACT:
            return seen
        case Ground.AUDIT_MANDATE:
            return None  # no fact of the pathway
    return _first(history[::-1], STANDING[ground](sight, data_class))


def _admitting(organisation_id: UUID, history: Sequence[DomainEvent]) -> DomainEvent | None:
    """What brought an organisation into the care team, the last time."""
    team, sharing = CareTeam(), Sharing()
    found, belonged = None, False
    for event in history:
        team = team.evolve(event.fact, event.originator_version)
        sharing = sharing.evolve(event.fact, event.originator_version)
        belongs = organisation_id in team.organisations and sharing.includes(organisation_id)
        if belongs and not belonged:
            found = event
        belonged = belongs
    return found


def _gives(sight: Sight, data_class: DataClass) -> Makes:
    viewer = sight.viewer
    standing = {
        given.id
        for given in sight.pathway.consents.for_recipient(
            organisation_id=viewer.organisation_id, member_id=viewer.id, at=sight.at
        )
        if given.consent.scope.covers(data_class)
    }
    return lambda fact: isinstance(fact, SharingConsentGiven) and fact.consent_id in standing


def _passes_on(sight: Sight, data_class: DataClass) -> Makes:
    return lambda fact: (
        isinstance(fact, InformationExchanged)
        and sight.viewer.id in fact.with_members
        and (data_class is DataClass.IDENTITY or data_class in fact.classes)
    )


def _protects(sight: Sight, _: DataClass) -> Makes:
    standing = sight.pathway.exchanges.protecting
    return lambda fact: (
        isinstance(fact, ChildProtectionShared)
        and sight.viewer.id in standing.get(fact.sharing_id, frozenset())
    )


def _opens_in_emergency(sight: Sight, _: DataClass) -> Makes:
    return lambda fact: (
        isinstance(fact, EmergencyAccessTaken)
        and fact.member_id == sight.viewer.id
        and sight.at is not None
        and fact.occurred_at <= sight.at < fact.until
    )


def _after(seen: DomainEvent, history: Sequence[DomainEvent]) -> Sequence[DomainEvent]:
    return [event for event in history if event.originator_version > seen.originator_version]


def _first(events: Sequence[DomainEvent], makes: Makes) -> DomainEvent | None:
    return next((event for event in events if makes(event.fact)), None)


STANDING: Mapping[Ground, Callable[[Sight, DataClass], Makes]] = {
    Ground.CONSENT: _gives,
    Ground.CHILD_PROTECTION: _protects,
    Ground.VITAL_EMERGENCY: _opens_in_emergency,
}
