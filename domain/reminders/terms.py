"""Under which rules, calendars and channels reminders leave."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Self
from uuid import UUID

from domain.clocks.terms import ReferralTerms
from domain.pathway.reminders import Channel
from domain.reminders.hours import IsHoliday
from domain.reminders.rules import ReminderPack
from domain.rights.rules import RulePack

Holidays = Callable[[str], IsHoliday]  # the calendar of an IANA zone
TakesTexts = Callable[[str], bool]  # a number, as E.164 writes it
ZoneOf = Callable[[UUID], str]  # where an organisation is


@dataclass(frozen=True, slots=True)
class Terms:
    pack: ReminderPack
    holidays: Holidays
    channels: frozenset[Channel]  # those that something carries
    zone_of: ZoneOf
    rights: RulePack  # in force
    referrals: ReferralTerms
    takes_texts: TakesTexts
    since: Mapping[str, datetime] = field(default_factory=dict)  # by rule; absent: since always

    def without(self, channels: frozenset[Channel]) -> Self:
        """The same where these carry nothing."""
        return replace(self, channels=self.channels - channels) if channels else self
