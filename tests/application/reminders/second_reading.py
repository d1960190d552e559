"""The rules of sending read a second time, plainly, from the facts themselves.

Nothing here uses the parts of a pathway, nor the verdict: it is slow, long and separate on purpose.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from application.reminders.postbox import Letter
from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.appointments.facts import (
    AppointmentAttended,
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentMissed,
    AppointmentMoved,
)
from domain.pathway.contacts import (
    ContactKind,
    ContactPoint,
    ContactPointAdded,
    ContactPointFoundUnsafe,
    ContactPointRemoved,
)
from domain.pathway.erasing import PersonalDataErased
from domain.pathway.household.discretion import ParentsKeptAway, ParentsNoLongerKeptAway
from domain.pathway.household.facts import (
    ParentalAuthorityEnded,
    ParentalAuthorityRecorded,
    ParentalContactAllowed,
    ParentalContactForbidden,
)
from domain.pathway.pace import ContactResumed, ContactSuspended
from domain.pathway.person import DeathReported, DeathReportedInError, IdentityDeclared
from domain.pathway.reminder_wishes import RemindersResumed, RemindersStopped
from domain.pathway.reminders import Channel
from domain.pathway.sharing.facts import PathwayClosed, PathwayReopened
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.wall_time import WallTime

OPENS, CLOSES, A_DAY = 8, 20, 2  # o'clock; messages
SECRET = (DataClass.SCREENING, DataClass.PROTECTION)
SUNDAY = 6


def broken_rules(
    facts: Sequence[Fact], letter: Letter, recalled: Sequence[tuple[UUID, int]], now: datetime
) -> list[str]:
    """What was wrong with a letter handed in now; `recalled`: appointments and versions."""
    wrong = []
    if any(isinstance(fact, PersonalDataErased) for fact in facts):
        wrong.append("the person was erased")
    if last_of(facts, DeathReported, DeathReportedInError) is DeathReported:
        wrong.append("the person is dead")
    if last_of(facts, PathwayClosed, PathwayReopened) is PathwayClosed:
        wrong.append("nobody follows the person")
    whens = []
    for appointment_id, occurrence in recalled:
        when, problem = awaited(facts, appointment_id, occurrence)
        wrong += [problem] if problem else []
        whens += [when] if when else []
    for when in whens:
        wrong += list(wrong_moment(facts, when, now))
    wrong += list(wrong_place(facts, letter, classes_of(facts, recalled), now, whens))
    hours = {f"{when.wall.hour}h{when.wall.minute:02}" for when in whens}
    wrong += [f"{hour} is not said once" for hour in hours if letter.text.count(hour) < 1]
    return wrong


def last_of(facts: Sequence[Fact], *kinds: type[Fact]) -> type[Fact] | None:
    told = [type(fact) for fact in facts if isinstance(fact, kinds)]
    return told[-1] if told else None


def awaited(
    facts: Sequence[Fact], appointment_id: UUID, occurrence: int
) -> tuple[WallTime | None, str | None]:
    """When it is, or why it is not awaited as it was planned."""
    when, since, over = None, 0, "it was never booked"
    for version, fact in enumerate(facts, start=1):
        if isinstance(fact, FactRecordedInWrongFile) and fact.entry_id == appointment_id:
            when, over = None, "it stood in the wrong file"
        if getattr(fact, "appointment_id", None) != appointment_id:
            continue
        if isinstance(fact, AppointmentBooked):
            when, since, over = fact.when, version, ""
        if isinstance(fact, AppointmentMoved) and when and fact.when != when:
            when, since = fact.when, version
        if isinstance(fact, AppointmentCancelled | AppointmentAttended | AppointmentMissed):
            over = "it is over"
    if over:
        return None, over
    return when, None if since == occurrence else "it was moved since"


def wrong_moment(facts: Sequence[Fact], when: WallTime, now: datetime) -> Iterator[str]:
    there = now.astimezone(ZoneInfo(when.zone))
    if now >= when.wall.replace(tzinfo=ZoneInfo(when.zone)):
        yield "it began already"
    if not OPENS <= there.hour < CLOSES:
        yield "it is night"
    if there.weekday() == SUNDAY:
        yield "it is Sunday"
    suspended: ContactSuspended | None = None
    for fact in facts:
        if isinstance(fact, ContactSuspended):
            suspended = fact
        if isinstance(fact, ContactResumed):
            suspended = None
    if suspended and (suspended.until is None or there.date() <= suspended.until):
        yield "contact is suspended"


def classes_of(facts: Sequence[Fact], recalled: Sequence[tuple[UUID, int]]) -> list[DataClass]:
    booked = [fact for fact in facts if isinstance(fact, AppointmentBooked)]
    last = {fact.appointment_id: fact.data_class for fact in booked}
    return [last[appointment_id] for appointment_id, _ in recalled if appointment_id in last]


def wrong_place(
    facts: Sequence[Fact],
    letter: Letter,
    classes: Sequence[DataClass],
    now: datetime,
    whens: Sequence[WallTime],
) -> Iterator[str]:
    points = usable_points(facts)
    mine = [point for point in points.values() if point.reach == letter.to]
    if not mine:
        yield "no contact point that may be used is written so"
        return
    (point,) = mine
    kind = ContactKind.MOBILE if letter.channel is Channel.TEXT else ContactKind.EMAIL
    if point.kind is not kind:
        yield "it is not for this channel"
    if kind is ContactKind.MOBILE and not point.reach.startswith(("+336", "+590690")):
        yield "it is not a mobile"
    if point.holder_id is None:
        return
    yield from wrong_parent(facts, point, classes, [on_day(now, when) for when in whens])
    reachable = ("+336", "+590690")
    for own in points.values():
        takes = own.kind is ContactKind.EMAIL or own.reach.startswith(reachable)
        if own.holder_id is None and takes:
            yield "the person could be reached themself"


def on_day(now: datetime, when: WallTime) -> date:
    return now.astimezone(ZoneInfo(when.zone)).date()


def usable_points(facts: Sequence[Fact]) -> dict[UUID, ContactPoint]:
    points, stopped = dict[UUID, ContactPoint](), set[UUID | None]()
    for fact in facts:
        match fact:
            case ContactPointAdded():
                points[fact.contact_id] = fact.point
            case ContactPointRemoved():
                points.pop(fact.contact_id, None)
                stopped.discard(fact.contact_id)
            case FactRecordedInWrongFile():
                points.pop(fact.entry_id, None)
            case ContactPointFoundUnsafe() if fact.contact_id in points:
                unsafe = points[fact.contact_id].model_copy(update={"safe": False})
                points[fact.contact_id] = unsafe
            case RemindersStopped():
                stopped.add(fact.contact_id)
            case RemindersResumed():
                stopped.discard(fact.contact_id)
    if None in stopped:
        return {}
    kinds = (ContactKind.MOBILE, ContactKind.EMAIL)
    return {
        one: point
        for one, point in points.items()
        if point.safe and one not in stopped and point.kind in kinds
    }


def wrong_parent(
    facts: Sequence[Fact],
    point: ContactPoint,
    classes: Sequence[DataClass],
    days: Sequence[date],
) -> Iterator[str]:
    if any(data_class in SECRET for data_class in classes):
        yield "a parent is told what is kept from them"
    if last_of(facts, ParentsKeptAway, ParentsNoLongerKeptAway) is ParentsKeptAway:
        yield "parents are kept away"
    decides, forbidden = standing_of(facts, point.holder_id)
    if not decides:
        yield "they do not decide for the person"
    if forbidden:
        yield "contact with them is forbidden"
    born = [fact.identity.born for fact in facts if isinstance(fact, IdentityDeclared)]
    if not born or born[-1] is None:
        yield "nobody knows the person's age"
        return
    oldest = born[-1].year - (1 if born[-1].approximate else 0)
    if any(day.year - oldest >= 18 for day in days):
        yield "the person may be of age"


def standing_of(facts: Sequence[Fact], holder_id: UUID | None) -> tuple[bool, bool]:
    """Whether somebody decides for the person, and whether contact with them is forbidden."""
    decides, forbidden = False, False
    for fact in facts:
        if getattr(fact, "authority_id", None) != holder_id:
            continue
        match fact:
            case ParentalAuthorityRecorded():
                decides, forbidden = fact.child_id is None, False
            case ParentalAuthorityEnded():
                decides = False
            case ParentalContactForbidden() | ParentalContactAllowed() if decides:
                forbidden = isinstance(fact, ParentalContactForbidden)
    return decides, forbidden


def too_many(left: Sequence[tuple[UUID, datetime]], key: UUID, now: datetime, zone: str) -> bool:
    """Whether as many other messages as a day may see had left on that day of theirs."""
    there = ZoneInfo(zone)
    today = now.astimezone(there).date()
    keys = {one for one, at in left if at.astimezone(there).date() == today and one != key}
    return len(keys) >= A_DAY
