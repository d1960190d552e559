"""Random histories, random moments, a moody gateway: each letter satisfies a second reading."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from application.commands import Command
from application.reminders.postbox import Letter, Unclear
from domain.data_classes import DataClass
from domain.dates import PartialDate
from domain.kernel import Fact
from domain.pathway.appointments.facts import (
    AppointmentAttended,
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentMissed,
    AppointmentMoved,
)
from domain.pathway.appointments.words import (
    AppointmentKind,
    ChangeReason,
    MissedReason,
    Needs,
    Side,
)
from domain.pathway.contacts import (
    ContactKind,
    ContactPoint,
    ContactPointAdded,
    ContactPointFoundUnsafe,
    ContactPointRemoved,
    RemovalReason,
)
from domain.pathway.erasing import ErasureReason, PersonalDataErased
from domain.pathway.household.discretion import ParentsKeptAway, ParentsNoLongerKeptAway
from domain.pathway.household.facts import (
    ParentalAuthorityEnded,
    ParentalAuthorityRecorded,
    ParentalContactAllowed,
    ParentalContactForbidden,
)
from domain.pathway.household.words import AuthorityEnd, AuthorityHolder
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pace import ContactResumed, ContactSuspended, SuspensionReason
from domain.pathway.person import (
    DeathReported,
    DeathReportedInError,
    Identity,
    IdentityDeclared,
)
from domain.pathway.reminder_wishes import RemindersResumed, RemindersStopped, ToldBy
from domain.pathway.sharing.facts import PathwayClosed, PathwayReopened
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.reminders.spans import Span
from domain.wall_time import WallTime
from tests.application.reminders.house import INES, House, a_wednesday, at
from tests.application.reminders.second_reading import broken_rules, too_many
from tests.application.reminders.test_together import ruled_by
from tests.domain.reminders.packs import DAY_BEFORE
from tests.fakes.postbox import Killed

ZONES = ("Europe/Paris", "Europe/Paris", "Pacific/Tahiti", "Pacific/Noumea", "Indian/Reunion")
APPOINTMENTS = [UUID(int=10 + number) for number in range(3)]
CONTACTS = [UUID(int=20 + number) for number in range(5)]
MOTHER = UUID(int=30)
REACHES = ("+33639980001", "+33473990002", "+590690123456", "+33639980004", "awa@personne.example")
RULES = (
    DAY_BEFORE,
    DAY_BEFORE.model_copy(update={"id": "two-days-before", "before": Span(days=2)}),
    DAY_BEFORE.model_copy(update={"id": "noon", "at": DAY_BEFORE.at.replace(hour=13, minute=30)}),
)
Says = Callable[[Random], Fact]
SAID: dict[str, Any] = {"occurred_at": at(0).instant}


def when(rnd: Random) -> WallTime:
    wall = a_wednesday() + timedelta(days=rnd.randint(-1, 3), hours=rnd.choice((7, 9, 14, 21)))
    return WallTime(wall=wall, zone=rnd.choice(ZONES))


def booked(rnd: Random) -> Fact:
    kinds = (DataClass.SOCIAL, DataClass.HEALTH, DataClass.SCREENING)
    return AppointmentBooked(
        **SAID,
        data_class=rnd.choice(kinds),
        appointment_id=rnd.choice(APPOINTMENTS),
        booked_by=INES.organisation_id,
        when=when(rnd),
        kind=AppointmentKind.OTHER,
        place="mairie",
        with_organisation=None,
        with_name="PASS",
        needs=Needs(),
    )


def moved(rnd: Random) -> Fact:
    return AppointmentMoved(
        **SAID,
        appointment_id=rnd.choice(APPOINTMENTS),
        moved_by=Side.SERVICE,
        reason=ChangeReason.STAFF_ABSENT,
        was=at(14),
        when=when(rnd),
    )


def over(rnd: Random) -> Fact:
    one, by = rnd.choice(APPOINTMENTS), INES.organisation_id
    about: dict[str, Any] = SAID | {"appointment_id": one}
    unwell, unknown = ChangeReason.UNWELL, MissedReason.UNKNOWN
    kinds: list[Fact] = [
        AppointmentCancelled(**about, cancelled_by=Side.PERSON, reason=unwell),
        AppointmentAttended(**about, recorded_by=by, held_at=at(0).instant),
        AppointmentMissed(**about, recorded_by=by, reason=unknown),
        FactRecordedInWrongFile(**SAID, entry_id=one, erased_by=by),
    ]
    return rnd.choice(kinds)


def reachable(rnd: Random) -> Fact:
    number = rnd.randrange(len(CONTACTS))
    kind = ContactKind.EMAIL if "@" in REACHES[number] else ContactKind.MOBILE
    mothers = MOTHER if number == 3 else None
    point = ContactPoint(
        kind=kind, reach=REACHES[number], safe=rnd.random() > 0.05, holder_id=mothers
    )
    return ContactPointAdded(**SAID, contact_id=CONTACTS[number], point=point)


def unreachable(rnd: Random) -> Fact:
    about: dict[str, Any] = SAID | {"contact_id": rnd.choice(CONTACTS)}
    gone, by = RemovalReason.NO_LONGER_WORKS, INES.organisation_id
    kinds: list[Fact] = [
        ContactPointFoundUnsafe(**about),
        ContactPointRemoved(**about, reason=gone),
        RemindersStopped(**about, told_by=ToldBy.REPLY),
        FactRecordedInWrongFile(**SAID, entry_id=rnd.choice(CONTACTS), erased_by=by),
    ]
    return rnd.choice(kinds)


def wished(rnd: Random) -> Fact:
    day = a_wednesday().date() + timedelta(days=rnd.randint(-3, 2))
    kinds: list[Fact] = [
        ContactSuspended(**SAID, reason=SuspensionReason.AWAY, until=rnd.choice((None, day))),
        ContactResumed(**SAID),
        ContactResumed(**SAID),
        RemindersStopped(**SAID, told_by=ToldBy.LINK),
        RemindersResumed(**SAID),
        RemindersResumed(**SAID, contact_id=rnd.choice(CONTACTS)),
    ]
    return rnd.choice(kinds)


def of_the_family(rnd: Random) -> Fact:
    mother: dict[str, Any] = SAID | {"authority_id": MOTHER}
    year = a_wednesday().year - rnd.choice((5, 15, 17, 18, 30))
    born = PartialDate(year=year, approximate=rnd.random() < 0.3)
    holder = AuthorityHolder.OTHER_PARENT
    recorded = ParentalAuthorityRecorded(**mother, child_id=None, holder=holder)
    kinds: list[Fact] = [
        IdentityDeclared(**SAID, identity=Identity(given_names="Awa", born=born)),
        IdentityDeclared(**SAID, identity=Identity(given_names="Awa", born=born)),
        recorded,
        recorded,
        ParentalAuthorityEnded(**mother, reason=AuthorityEnd.COURT_DECIDED),
        ParentalContactForbidden(**mother),
        ParentalContactAllowed(**mother),
        ParentsKeptAway(**SAID),
        ParentsNoLongerKeptAway(**SAID),
    ]
    return rnd.choice(kinds)


def ended(rnd: Random) -> Fact:
    by, asked = INES.organisation_id, ErasureReason.PERSON_ASKED
    kinds: list[Fact] = [
        DeathReported(**SAID),
        DeathReportedInError(**SAID, corrects=1),
        PathwayClosed(**SAID, closed_by=by),
        PathwayReopened(**SAID, reopened_by=by),
        PersonalDataErased(**SAID, erasure_id=UUID(int=1), reason=asked),
    ]
    return rnd.choices(kinds, weights=(3, 8, 2, 6, 1))[0]


@dataclass
class Life:
    """Steps drawn at random; each letter is read as it is handed in."""

    rnd: Random
    house: House = field(default_factory=lambda: ruled_by(*RULES))
    now: datetime = field(default_factory=lambda: at(4, days=-3).instant)
    left: list[tuple[UUID, datetime]] = field(default_factory=list)
    read: int = 0

    def run(self) -> None:
        self.house.postbox.before = self._read
        self.house.postbox.after = self._mood
        for says in (booked, booked, booked, reachable, reachable, of_the_family, of_the_family):
            self._happens(says)
        for _ in range(self.rnd.randint(10, 40)):
            self._step()

    def _step(self) -> None:
        says = (booked, booked, moved, over, reachable, reachable, unreachable, wished)
        if self.rnd.random() < 0.3:
            self._happens(
                self.rnd.choice((*says, of_the_family, of_the_family, of_the_family, ended))
            )
        self.now += timedelta(minutes=self.rnd.choice((1, 30, 120, 300, 420)))
        self.house.plan()
        with suppress(Killed):
            self.house.work(WallTime(wall=self.now.replace(tzinfo=None), zone="UTC"))

    def _happens(self, says: Says) -> None:
        fact = says(self.rnd)
        with suppress(PathwayNotOpened):
            self.house.network.on_pathway(
                self.house.pathway_id, lambda _: fact, command=Command(), by=None
            )

    def _read(self, letter: Letter) -> None:
        self.read += 1
        facts = [event.fact for event in self.house.log.stream(self.house.pathway_id)]
        replies = self.house.replies
        rows = replies.rows[replies.tokens[letter.key]]
        recalled = [(one.cause_id, one.occurrence) for one in rows]
        assert recalled
        assert broken_rules(facts, letter, recalled, self.now) == []
        if not any(self.house.rows.kept[one.due_id].cuts for one in rows):
            zones = {self._zone(one.cause_id) for one in rows}
            assert not any(too_many(self.left, letter.key, self.now, zone) for zone in zones)

    def _zone(self, appointment_id: UUID) -> str:
        return self.house.pathway().appointments.by_id[appointment_id].when.zone

    def _mood(self, letter: Letter) -> None:
        mood = self.rnd.random()
        if mood < 0.15:
            raise Unclear("cut-while-sending")
        if mood < 0.3:
            raise Killed
        self.left.append((letter.key, self.now))


@settings(max_examples=200, deadline=None)
@given(st.integers(min_value=0, max_value=2**32))
def test_whatever_happened_what_leaves_satisfies_a_second_reading(seed: int) -> None:
    Life(Random(seed)).run()


def test_these_lives_do_hand_letters_in() -> None:
    """What never sends would satisfy any reading."""
    lives = [Life(Random(seed)) for seed in range(40)]
    for life in lives:
        life.run()
    assert sum(life.read for life in lives) > len(lives)
