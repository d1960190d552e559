"""What the use cases of reminders are given."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from random import SystemRandom
from uuid import UUID

from application.inbox.ports import Inbox
from application.network import Network
from application.people.telephones import may_take_texts
from application.reminders.held import Held
from application.reminders.ports import DueRows
from application.reminders.postbox import Postbox
from application.reminders.replies import Replies
from application.reminders.rules_in_force import RulesInForce
from application.traces.trace import Traces
from domain.clocks.due import today
from domain.clocks.terms import ReferralTerms
from domain.organisation.organisation import Organisation
from domain.reminders.rules import ReminderPack
from domain.reminders.terms import Holidays, Terms
from domain.reminders.wordings import Wordings

Draw = Callable[[], float]  # a number from 0 to 1, another each time
ZONE = "Europe/Paris"  # of an organisation that told none


@dataclass(frozen=True, slots=True)
class Reminding:
    """`call_back` is the number of the network that people were told; it may be empty."""

    network: Network
    rows: DueRows
    switches: RulesInForce
    inbox: Inbox
    pack: ReminderPack
    referrals: ReferralTerms
    holidays: Holidays
    wordings: Wordings
    postbox: Postbox
    replies: Replies
    traces: Traces
    call_back: str = ""
    draw: Draw = SystemRandom().random
    held: Held = field(default_factory=Held)

    def __post_init__(self) -> None:
        self.wordings.must_word(self.pack)

    @property
    def in_force(self) -> ReminderPack:
        """The pack without the rules that are switched off."""
        off = {rule_id for rule_id, stands in self.switches.known().items() if stands.off}
        on = (rule for rule in self.pack.rules if rule.enabled and rule.id not in off)
        return self.pack.model_copy(update={"rules": tuple(on)})

    def begin_rules(self) -> None:
        """Have the rules that nobody saw yet in force from now on."""
        if any(rule.id not in self.switches.known() for rule in self.pack.rules):
            self.switches.begin(rule.id for rule in self.pack.rules)

    @property
    def terms(self) -> Terms:
        return Terms(
            pack=self.in_force,
            since={rule_id: stands.since for rule_id, stands in self.switches.known().items()},
            holidays=self.holidays,
            channels=self.postbox.channels,
            zone_of=cache(self._zone_of),
            rights=self.network.rules.on(today(self.network.clock())),
            referrals=self.referrals,
            takes_texts=may_take_texts,
        )

    def _zone_of(self, organisation_id: UUID) -> str:
        organisation = self.network.log.load(Organisation, organisation_id)
        described = organisation.registration.description
        return described.time_zone if described else ZONE
