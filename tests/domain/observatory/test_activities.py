"""What activities add to the figures, and how nobody is counted twice there."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from domain.activity.activity import Activity
from domain.activity.contacts import ContactEnteredInError, PersonMet, pathway_of
from domain.activity.health_days import AnonymousTest, HealthDay, HealthDayHeld
from domain.activity.holding import ActivityWithdrawn
from domain.activity.outreach import OutreachKind, OutreachSessionHeld
from domain.activity.preventions import PreventionAction, PreventionActionHeld
from domain.activity.themes import PreventionTheme
from domain.activity.trainings import Training, TrainingForm, TrainingGiven
from domain.activity.words import Happening
from domain.activity.workshops.facts import (
    WorkshopHeld,
    WorkshopOpened,
    WorkshopPlaceNoted,
    WorkshopPlaceTaken,
    WorkshopSessionPlanned,
)
from domain.activity.workshops.words import Workshop
from domain.kernel import Fact
from domain.members import Profession
from domain.observatory.activities import NOTHING, Held, held
from domain.observatory.asked import FiguresAsked
from domain.observatory.contributions import Contribution
from domain.observatory.figures import Figure, Sums
from domain.observatory.indicators import Indicator
from domain.pathway.referrals.words import Service
from tests.domain.pathway.people import MARCH_4, MEDIATOR, RELAIS

TOUR = UUID(int=0x70)
ONE, OTHER, THIRD = UUID(int=1), UUID(int=2), UUID(int=3)
YEAR = FiguresAsked(first=date(2026, 1, 1), last=date(2026, 12, 31))
HAPPENING = Happening(
    place="Salle des fêtes",
    commune="63281",
    starts_at=MARCH_4,
    ends_at=MARCH_4 + timedelta(hours=3),
    team=(MEDIATOR, OTHER),
    kilometres=38,
)
COMMON: dict[str, Any] = {"occurred_at": MARCH_4, "held_by": RELAIS, "happening": HAPPENING}
DISTRIBUTION = OutreachSessionHeld(**COMMON, kind=OutreachKind.FOOD_DISTRIBUTION)


def met(contact_id: UUID, *, known: bool = False) -> PersonMet:
    return PersonMet(occurred_at=MARCH_4, contact_id=contact_id, known=known)


def after(*facts: Fact) -> Held:
    empty = Activity(TOUR)
    return held(empty.after(empty.next(facts)))


def counted(told: Held) -> set[tuple[Indicator, str, str, int]]:
    return {(one.indicator, one.category, one.detail, one.value) for one in told.contributions}


def figure(sums: Sums, indicator: Indicator) -> Figure:
    return next(one for one in sums.figures() if one.indicator is indicator)


def test_a_session_counts_with_its_people_its_kilometres_and_its_hours() -> None:
    told = after(DISTRIBUTION, met(ONE), met(OTHER, known=True))
    assert counted(told) == {
        (Indicator.ACTIVITIES, "outreach_session", "food_distribution", 1),
        (Indicator.ACTIVITY_PEOPLE, "outreach_session", "", 2),
        (Indicator.ACTIVITY_KILOMETRES, "outreach_session", "", 38),
        (Indicator.WORK_MINUTES, str(MEDIATOR), "", 180),
        (Indicator.WORK_MINUTES, str(OTHER), "", 180),
    }
    assert [one.pathway_id for one in told.nameless] == [pathway_of(ONE)]


def test_what_was_never_held_counts_nothing() -> None:
    withdrawn = ActivityWithdrawn(occurred_at=MARCH_4, held_by=RELAIS)
    assert after(DISTRIBUTION, met(ONE), withdrawn) == NOTHING
    assert after() == NOTHING
    error = ContactEnteredInError(occurred_at=MARCH_4, contact_id=ONE)
    assert after(DISTRIBUTION, met(ONE), error).nameless == ()


def test_a_health_day_counts_people_tests_and_orientations() -> None:
    day = HealthDay(
        people=60, tests={AnonymousTest.SIGHT: 20}, orientations={Service.DENTAL_CARE: 5}
    )
    told = counted(after(HealthDayHeld(**COMMON, day=day)))
    assert {
        (Indicator.ACTIVITY_PEOPLE, "health_day", "", 60),
        (Indicator.ANONYMOUS_TESTS, "sight", "", 20),
        (Indicator.ORIENTATIONS_PROPOSED, "dental_care", "", 5),
    } <= told


def test_each_session_of_a_workshop_counts_who_came() -> None:
    workshop = Workshop(theme=PreventionTheme.MOTHERHOOD, leaders=(Profession.MIDWIFE,), places=10)
    told = after(
        WorkshopOpened(**COMMON, workshop=workshop, salt=THIRD),
        WorkshopSessionPlanned(occurred_at=MARCH_4, session_id=ONE, starts_at=MARCH_4, minutes=90),
        WorkshopPlaceTaken(occurred_at=MARCH_4, session_id=ONE, place_id=OTHER),
        WorkshopPlaceNoted(occurred_at=MARCH_4, session_id=ONE, place_id=OTHER, came=True),
        WorkshopHeld(occurred_at=MARCH_4, session_id=ONE, nameless=4, children=2),
    )
    assert (Indicator.ACTIVITY_PEOPLE, "workshop", "motherhood", 5) in counted(told)


def test_prevention_and_trainings_count_whom_they_reached() -> None:
    action = PreventionAction(theme=PreventionTheme.NUTRITION, people=12)
    told = counted(after(PreventionActionHeld(**COMMON, action=action)))
    assert (Indicator.ACTIVITY_PEOPLE, "prevention", "nutrition", 12) in told
    training = Training(
        subject="Aller vers",
        form=TrainingForm.SESSION,
        participants={Profession.NURSE: 3, Profession.DOCTOR: 2},
        minutes=120,
    )
    told = counted(after(TrainingGiven(**COMMON, training=training)))
    assert (Indicator.ACTIVITY_PEOPLE, "training", "", 5) in told


def test_somebody_nameless_who_got_a_pathway_is_counted_there_and_nowhere_else() -> None:
    told = after(DISTRIBUTION, met(ONE), met(OTHER), met(THIRD, known=True))
    sums = Sums(YEAR)
    sums.add_activity(TOUR, told)
    sums.add(pathway_of(ONE), [Contribution(Indicator.PEOPLE_MET, date(2026, 3, 4), RELAIS)])
    nameless = figure(sums, Indicator.NAMELESS_MET).whole
    people = figure(sums, Indicator.PEOPLE_MET).whole
    assert nameless is not None
    assert people is not None
    assert (nameless.people, people.people) == (1, 1)


def test_activities_are_told_of_their_commune() -> None:
    for commune, found in (("63281", 1), ("63338", 0)):
        sums = Sums(YEAR.model_copy(update={"commune": commune}))
        sums.add_activity(TOUR, after(DISTRIBUTION, met(ONE)))
        assert len(figure(sums, Indicator.ACTIVITIES).cells) == found
        assert len(figure(sums, Indicator.NAMELESS_MET).cells) == found
