"""What the use cases of reminders are given."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from random import SystemRandom
from uuid import UUID

from application.inbox.ports import Inbox
from application.network import Network
from application.reminders.held import Held
from application.reminders.ports import DueRows
from application.reminders.postbox import Postbox
from application.reminders.replies import Replies
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
    def terms(self) -> Terms:
        return Terms(
            pack=self.pack,
            holidays=self.holidays,
            channels=self.postbox.channels,
            zone_of=cache(self._zone_of),
            rights=self.network.rules.on(today(self.network.clock())),
            referrals=self.referrals,
        )

    def _zone_of(self, organisation_id: UUID) -> str:
        organisation = self.network.log.load(Organisation, organisation_id)
        described = organisation.registration.description
        return described.time_zone if described else ZONE
