"""Stays of the demo: some of whom the stories tell asked for a place, and most of them came."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from application.household.link_child import LinkChild
from application.ports import Recorded
from application.sharing.close_pathway import ClosePathway
from application.sharing.give_consent import GiveConsent, give_consent
from application.stays.accept_place import AcceptPlace, accept_place
from application.stays.decline_place import DeclinePlace, decline_place
from application.stays.end_stay import EndStay, end_stay
from application.stays.extend_stay import ExtendStay, extend_stay
from application.stays.offer_place import OfferPlace, offer_place
from application.stays.request_place import RequestPlace, request_place
from application.stays.start_stay import StartStay, start_stay
from domain.data_classes import DataClass
from domain.facility.rules import birthday
from domain.facility.words import Days
from domain.members import Member
from domain.pathway.grounds.words import Consent, Recipients, Scope
from domain.pathway.stays.words import DeclinedBy, Destination, PlaceAsk, PlaceDeclineReason
from seeds.facilities.places import DemoFacility
from seeds.rules.shipped import shipped_place_rules
from seeds.steps import Step, command_id
from seeds.stories.story import DAY, C, Story

RULES = shipped_place_rules()
AT_MOST = 24  # stays of the demo: fewer than any facility's places would ever take at once
FIRST_AGO, APART = 20 * DAY, 17 * DAY
NOTICE = 9 * DAY  # from the request to the day they come
AGREED, LASTED, LONGER = 120 * DAY, 85 * DAY, 30 * DAY
AGE = 3  # years of a child in a maternal centre
ENDINGS = (Destination.OWN_HOUSING, Destination.SOCIAL_HOUSING, Destination.FAMILY_OR_FRIENDS)


@dataclass(slots=True)
class Staying:
    """One stay: every third is declined, the others come, and leave when their time has come."""

    story: Story
    facility: DemoFacility
    number: int
    starts: date
    steps: list[Step] = field(default_factory=list)

    @property
    def until(self) -> date:
        return self.starts + AGREED

    def told(self, today: date) -> Iterator[Step]:
        """Until the last day of the demo; the first one is only asked for."""
        stay_id = self._asks()
        if self.number > 0:
            self._goes_on(stay_id, today)
        yield from self.steps

    def _asks(self) -> UUID:
        by = self.story.colleague(DataClass.PROTECTION)
        asked_on = self.starts - NOTICE
        if self.facility.host.organisation_id != by.organisation_id:
            self._say(give_consent, GiveConsent, asked_on, by, consent=self._consent())
        ask = PlaceAsk(
            facility_id=self.facility.id,
            kind=self.facility.main_kind,
            days=Days(starts=self.starts, until=self.until),
        )
        asking = self._say(partial(request_place, rules=RULES), RequestPlace, asked_on, by, ask=ask)
        return asking.stay_id

    def _goes_on(self, stay_id: UUID, today: date) -> None:
        host, answered_on = self.facility.host, self.starts - NOTICE / 2
        on: dict[str, Any] = {"stay_id": stay_id}
        self._say(partial(offer_place, rules=RULES), OfferPlace, answered_on, host, **on)
        if self.number % 3 == 0:
            no = {"declined_by": DeclinedBy.PERSON, "reason": PlaceDeclineReason.TOO_FAR}
            self._say(decline_place, DeclinePlace, answered_on, host, **on, **no)
            return
        self._say(partial(accept_place, rules=RULES), AcceptPlace, answered_on, host, **on)
        comes = {"on": self.starts}
        self._say(partial(start_stay, rules=RULES), StartStay, self.starts, host, **on, **comes)
        left = self.starts + LASTED
        if left < today:
            goes = {"on": left, "destination": ENDINGS[self.number % len(ENDINGS)]}
            self._say(end_stay, EndStay, left, host, **on, **goes)
        elif self.number % 2:
            longer = {"until": self.until + LONGER}
            act = partial(extend_stay, rules=RULES)
            self._say(act, ExtendStay, self.starts + DAY, host, **on, **longer)

    def _consent(self) -> Consent:
        recipients = Recipients(organisations=(self.facility.host.organisation_id,))
        classes = (DataClass.PROTECTION, DataClass.SOCIAL)
        return Consent(scope=Scope(recipients=recipients, classes=classes))

    def _say(
        self, act: Callable[..., Recorded], kind: type[C], day: date, by: Member, **said: Any
    ) -> C:
        at = datetime.combine(day, time(11), tzinfo=self.story.lead.zone)
        command = kind.model_validate(
            {
                "command_id": command_id(self.story.pathway_id, "stay", len(self.steps)),
                "at": at,
                "pathway_id": self.story.pathway_id,
                **said,
            }
        )
        self.steps.append(Step(act, command, by))
        return command


def stayed(
    facilities: Sequence[DemoFacility], stories: Sequence[Story], now: datetime
) -> Iterator[Step]:
    """Places that were asked for by those who meet these people, one after the other."""
    if not facilities:
        return
    met = [story for story in stories if story.person.woman and _is_followed(story)]
    number, today = 0, now.date()
    for story in met:
        starts = (now - FIRST_AGO - number * APART).date()
        facility = _facility_for(story, facilities, number)
        if number == AT_MOST or starts - NOTICE <= _known_on(story) + DAY:
            continue
        if _too_old(story, starts + AGREED + LONGER):
            continue
        yield from Staying(story, facility, number, starts).told(today)
        number += 1


def _facility_for(story: Story, facilities: Sequence[DemoFacility], number: int) -> DemoFacility:
    """One of the organisation that met the person, or the shelter of a partner."""
    own = [one for one in facilities if one.host.organisation_id == story.lead.id]
    elsewhere = [one for one in facilities if one.host.organisation_id != story.lead.id]
    chosen = own or [one for one in elsewhere if one.registering.kind == "social_shelter"]
    return chosen[number % len(chosen)]


def _known_on(story: Story) -> date:
    return story.begins.date() + timedelta(days=21)


def _is_followed(story: Story) -> bool:
    return not any(isinstance(step.command, ClosePathway) for step in story.told())


def _too_old(story: Story, until: date) -> bool:
    """Whether the youngest child that the story tells of would be, in a maternal centre."""
    said = [step.command for step in story.told() if isinstance(step.command, LinkChild)]
    born = [one.child.born.latest for one in said if one.child.born]
    return bool(born) and birthday(max(born), AGE) < until
