"""Everything that may take the ground away from a reminder, before the claim and just after it."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from application.commands import Command
from application.reminders.ports import DueState
from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.appointments.facts import (
    AppointmentAttended,
    AppointmentCancelled,
    AppointmentMissed,
    AppointmentMoved,
)
from domain.pathway.appointments.words import ChangeReason, MissedReason, Side
from domain.pathway.contacts import (
    ContactKind,
    ContactPoint,
    ContactPointAdded,
    ContactPointFoundUnsafe,
    ContactPointRemoved,
    RemovalReason,
)
from domain.pathway.erasing import ErasureReason, PersonalDataErased
from domain.pathway.pace import ContactResumed, ContactSuspended, SuspensionReason
from domain.pathway.pathway import Pathway
from domain.pathway.person import DeathReported, DeathReportedInError
from domain.pathway.reminder_wishes import RemindersResumed, RemindersStopped, ToldBy
from domain.pathway.reminders import ReminderSuppressed, SuppressionReason
from domain.pathway.sharing.facts import PathwayClosed, PathwayReopened
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.wall_time import WallTime
from tests.application.reminders.house import INES, MOBILE, House, at
from tests.application.reminders.test_send_reminder import THE_DAY_BEFORE, MovesAsItIsRead

NOW = THE_DAY_BEFORE.instant
A_MINUTE_LATER = at(10, 1, days=-1)
SAID = {"occurred_at": NOW}
Says = Callable[[Pathway], Fact]


def appointment(pathway: Pathway) -> dict[str, UUID]:
    (appointment_id,) = pathway.appointments.by_id
    return {"appointment_id": appointment_id}


def contact(pathway: Pathway) -> dict[str, UUID]:
    return {"contact_id": next(iter(pathway.contacts.points))}


def moved(pathway: Pathway) -> Fact:
    was, when = at(14), at(15)
    service, reason = Side.SERVICE, ChangeReason.STAFF_ABSENT
    about = {"moved_by": service, "reason": reason, "was": was, "when": when}
    return AppointmentMoved.model_validate(SAID | appointment(pathway) | about)


def wrong_file(entry: dict[str, UUID]) -> Fact:
    (entry_id,) = entry.values()
    by = INES.organisation_id
    return FactRecordedInWrongFile(
        occurred_at=NOW, data_class=DataClass.SOCIAL, entry_id=entry_id, erased_by=by
    )


def told(kind: type[Fact], **about: object) -> Says:
    """Of the appointment, or of the contact point, where the fact tells of one."""

    def says(pathway: Pathway) -> Fact:
        known = appointment(pathway) if "appointment_id" in kind.model_fields else {}
        if "contact_id" in kind.model_fields:
            known = contact(pathway)
        return kind.model_validate(SAID | known | about)

    return says


BY = {"recorded_by": INES.organisation_id}
SUSPENDED = {"reason": SuspensionReason.OVERWHELMED, "until": None}
HAPPENS: dict[str, tuple[Says, SuppressionReason]] = {
    "moved": (moved, SuppressionReason.MOVED),
    "cancelled by the person": (
        told(AppointmentCancelled, cancelled_by=Side.PERSON, reason=ChangeReason.UNWELL),
        SuppressionReason.CANCELLED,
    ),
    "cancelled by the service": (
        told(AppointmentCancelled, cancelled_by=Side.SERVICE, reason=ChangeReason.STAFF_ABSENT),
        SuppressionReason.CANCELLED,
    ),
    "attended": (told(AppointmentAttended, held_at=NOW, **BY), SuppressionReason.DONE),
    "missed": (
        told(AppointmentMissed, reason=MissedReason.UNKNOWN, **BY),
        SuppressionReason.DONE,
    ),
    "in the wrong file": (
        lambda pathway: wrong_file(appointment(pathway)),
        SuppressionReason.WITHDRAWN,
    ),
    "nobody follows": (
        told(PathwayClosed, closed_by=INES.organisation_id),
        SuppressionReason.PATHWAY_CLOSED,
    ),
    "deceased": (told(DeathReported), SuppressionReason.DECEASED),
    "erased": (
        told(PersonalDataErased, erasure_id=UUID(int=1), reason=ErasureReason.PERSON_ASKED),
        SuppressionReason.ERASED,
    ),
    "suspended": (told(ContactSuspended, **SUSPENDED), SuppressionReason.CONTACT_SUSPENDED),
    "stopped": (
        told(RemindersStopped, told_by=ToldBy.LINK, contact_id=None),
        SuppressionReason.STOPPED,
    ),
    "stopped there": (
        told(RemindersStopped, told_by=ToldBy.REPLY),
        SuppressionReason.STOPPED,
    ),
    "unsafe": (told(ContactPointFoundUnsafe), SuppressionReason.NO_SAFE_CHANNEL),
    "removed": (
        told(ContactPointRemoved, reason=RemovalReason.NO_LONGER_WORKS),
        SuppressionReason.NO_SAFE_CHANNEL,
    ),
    "number in the wrong file": (
        lambda pathway: wrong_file(contact(pathway)),
        SuppressionReason.NO_SAFE_CHANNEL,
    ),
}
each = pytest.mark.parametrize(("says", "reason"), HAPPENS.values(), ids=list(HAPPENS))


def a_house(*, log: MovesAsItIsRead | None = None) -> House:
    house = House(log=log) if log else House()
    house.reached_at(MOBILE)
    house.book(at(14))
    house.plan()
    return house


def happens(house: House, says: Says) -> None:
    house.network.on_pathway(house.pathway_id, says, command=Command(), by=None)


def must_be_held_back(house: House, reason: SuppressionReason) -> None:
    facts = [fact for fact in house.outcomes() if isinstance(fact, ReminderSuppressed)]
    recorded = [] if reason is SuppressionReason.ERASED else [reason]
    assert [fact.reason for fact in facts] == recorded
    assert house.postbox.letters == []
    (kept,) = house.rows.kept.values()
    assert (kept.reason, kept.look_at) == (reason, None)


@each
def test_what_was_said_before_the_claim_holds_it_back(
    says: Says, reason: SuppressionReason
) -> None:
    house = a_house()
    happens(house, says)
    house.work(THE_DAY_BEFORE)
    must_be_held_back(house, reason)


@each
def test_what_is_said_between_the_claim_and_the_sending_holds_it_back(
    says: Says, reason: SuppressionReason
) -> None:
    log = MovesAsItIsRead()
    house = a_house(log=log)
    log.then = lambda: happens(house, says)
    assert house.work(THE_DAY_BEFORE) == [DueState.WAITING]
    house.work(A_MINUTE_LATER)
    must_be_held_back(house, reason)


def test_what_is_taken_back_between_the_claim_and_the_sending_lets_it_leave() -> None:
    log = MovesAsItIsRead()
    house = a_house(log=log)
    happens(house, told(DeathReported))
    happens(house, told(DeathReportedInError, corrects=house.pathway().version))
    log.then = lambda: happens(house, told(ContactResumed))
    assert house.work(THE_DAY_BEFORE) == [DueState.WAITING]
    assert house.work(A_MINUTE_LATER) == [DueState.SENT]


TAKEN_BACK: dict[str, tuple[Says, Says]] = {
    "deceased, in error": (
        told(DeathReported),
        lambda pathway: DeathReportedInError(occurred_at=NOW, corrects=pathway.version),
    ),
    "nobody follows, then somebody again": (
        told(PathwayClosed, closed_by=INES.organisation_id),
        told(PathwayReopened, reopened_by=INES.organisation_id),
    ),
    "suspended, then resumed": (told(ContactSuspended, **SUSPENDED), told(ContactResumed)),
    "stopped, then wanted again": (
        told(RemindersStopped, told_by=ToldBy.LINK, contact_id=None),
        told(RemindersResumed, contact_id=None),
    ),
}


@pytest.mark.parametrize(("said", "taken_back"), TAKEN_BACK.values(), ids=list(TAKEN_BACK))
def test_what_is_taken_back_before_its_moment_leaves_as_planned(
    said: Says, taken_back: Says
) -> None:
    """Rows are not ended before: nothing would plan them again."""
    house = a_house()
    for says in (said, taken_back):
        happens(house, says)
        house.plan()
    assert house.work(THE_DAY_BEFORE) == [DueState.SENT]


def test_the_version_is_asked_after_the_look_is_traced() -> None:
    """Whatever takes long comes before: nothing stands between the version and the gateway."""
    log = MovesAsItIsRead()
    house = a_house(log=log)
    seen = list[int]()
    log.then = lambda: seen.append(len(house.traces.kept))
    house.work(THE_DAY_BEFORE)
    assert seen == [1]


def suspended_until(house: House, day: date) -> None:
    happens(house, told(ContactSuspended, reason=SuspensionReason.AWAY, until=day))


TAHITI, NOUMEA = "Pacific/Tahiti", "Pacific/Noumea"  # ten hours before Greenwich, eleven after


@pytest.mark.parametrize("zone", ["Europe/Paris", TAHITI, NOUMEA])
def test_a_suspension_holds_until_its_last_day_ends_where_the_person_is(zone: str) -> None:
    for last_day, letters in ((at(10, days=-1), 0), (at(10, days=-2), 1)):
        house = House()
        house.reached_at(MOBILE)
        house.book(WallTime(wall=at(14).wall, zone=zone))
        house.plan()
        suspended_until(house, last_day.wall.date())
        house.work(WallTime(wall=at(10, days=-1).wall, zone=zone))
        assert len(house.postbox.letters) == letters


def test_a_suspension_without_an_end_holds_until_the_person_says_so() -> None:
    house = a_house()
    happens(house, told(ContactSuspended, **SUSPENDED))
    happens(house, told(ContactResumed))
    assert house.work(THE_DAY_BEFORE) == [DueState.SENT]


LANDLINES = ("+33473990002", "+590590123456", "+262262123456")
OTHERS = [
    ContactPoint(kind=ContactKind.LANDLINE, reach=LANDLINES[0]),
    ContactPoint(kind=ContactKind.POSTAL, reach="12 rue des Tilleuls"),
    ContactPoint(kind=ContactKind.THIRD_PARTY, reach="+33639980003", through="Mariama"),
    *(ContactPoint(kind=ContactKind.MOBILE, reach=landline) for landline in LANDLINES),
]


@pytest.mark.parametrize("point", OTHERS, ids=lambda point: f"{point.kind} {point.reach}")
def test_nothing_leaves_by_itself_another_way(point: ContactPoint) -> None:
    """Also where a landline was noted as a mobile, before that was refused."""
    house = House()
    house.book(at(14))
    added = ContactPointAdded(occurred_at=NOW, contact_id=UUID(int=2), point=point)
    happens(house, lambda _: added)
    house.plan()
    assert house.work(THE_DAY_BEFORE) == [DueState.TO_CALL]
    assert house.postbox.letters == []


@pytest.mark.parametrize("number", ["+33639980001", "+590690123456", "+262692123456"])
def test_mobiles_are_told_from_landlines_overseas_too(number: str) -> None:
    house = House()
    house.reached_at(MOBILE.model_copy(update={"reach": number}))
    house.book(at(14))
    house.plan()
    house.work(THE_DAY_BEFORE)
    assert [letter.to for letter in house.postbox.letters] == [number]
