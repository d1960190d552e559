"""Workshops: so many places in each session, nobody twice."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given as whatever
from hypothesis import strategies as any_of
from pydantic import ValidationError

from domain.activity.activity import Activity
from domain.activity.themes import PreventionTheme
from domain.activity.words import ActivityKind
from domain.activity.workshops.facts import (
    WorkshopCorrected,
    WorkshopHeld,
    WorkshopOpened,
    WorkshopPeopleCounted,
    WorkshopPlaceGivenBack,
    WorkshopPlaceNoted,
    WorkshopPlaceTaken,
    WorkshopSessionPlanned,
    WorkshopSessionWithdrawn,
)
from domain.activity.workshops.refusals import (
    FewerPlacesThanTaken,
    NobodyNamelessThere,
    PeopleHavePlaces,
    WorkshopClassStands,
    WorkshopFull,
    WorkshopSessionAlreadyHeld,
    WorkshopSessionAlreadyPlanned,
    WorkshopSessionNotBegun,
    WorkshopSessionUnknown,
    WorkshopUnknown,
)
from domain.activity.workshops.session import Session
from domain.activity.workshops.words import Setting, Workshop
from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.members import Profession
from domain.refusals import DomainError
from tests.domain.activity.scene import HELD, MORNING, NOON, RELAIS, given
from tests.domain.scenario import PATHWAY

SALT, SESSION, AWA, HAWA, NOBODY = (UUID(int=number) for number in range(1, 6))
BEFORE = datetime(2026, 3, 1, 9, tzinfo=UTC)
STARTS = datetime(2026, 3, 4, 10, tzinfo=UTC)
WORKSHOP = Workshop(
    theme=PreventionTheme.BREASTFEEDING,
    leaders=(Profession.SOCIO_BEAUTICIAN, Profession.MIDWIFE),
    places=2,
    setting=Setting.MATERNAL_CENTRE,
)
OPENED = WorkshopOpened(
    occurred_at=BEFORE, held_by=RELAIS, happening=MORNING, workshop=WORKSHOP, salt=SALT
)
PLANNED = WorkshopSessionPlanned(
    occurred_at=BEFORE, session_id=SESSION, starts_at=STARTS, minutes=90
)


def taken(place_id: UUID, **said: Any) -> WorkshopPlaceTaken:
    return WorkshopPlaceTaken(occurred_at=BEFORE, session_id=SESSION, place_id=place_id, **said)


def noted(place_id: UUID, *, came: bool) -> WorkshopPlaceNoted:
    return WorkshopPlaceNoted(occurred_at=NOON, session_id=SESSION, place_id=place_id, came=came)


def counted(nameless: int, children: int = 0) -> WorkshopPeopleCounted:
    return WorkshopPeopleCounted(
        occurred_at=BEFORE, session_id=SESSION, nameless=nameless, children=children
    )


def held(nameless: int, children: int = 0) -> WorkshopHeld:
    return WorkshopHeld(occurred_at=NOON, session_id=SESSION, nameless=nameless, children=children)


def seat(activity: Activity, place_id: UUID = AWA, **said: Any) -> list[Fact]:
    at = said.pop("at", BEFORE)
    return activity.workshops.seat(session_id=SESSION, place_id=place_id, at=at, **said)


def hold(activity: Activity, nameless: int = 1, at: datetime = NOON) -> WorkshopHeld:
    return activity.workshops.hold(session_id=SESSION, nameless=nameless, children=1, at=at)


def session(*facts: Fact) -> Session:
    return workshops(*facts).session(SESSION)  # type: ignore[no-any-return]


def workshops(*facts: Fact) -> Any:
    return given(OPENED, PLANNED, *facts).aggregate.workshops  # type: ignore[attr-defined]


def test_a_workshop_is_opened_and_known_for_what_it_is() -> None:
    given().when(
        lambda activity: activity.workshops.open(
            workshop=WORKSHOP, happening=MORNING, salt=SALT, by=RELAIS, at=BEFORE
        )
    ).then(OPENED)
    activity = given(OPENED).aggregate
    assert activity.holding.kind is ActivityKind.WORKSHOP  # type: ignore[attr-defined]
    assert WORKSHOP.leaders == (Profession.MIDWIFE, Profession.SOCIO_BEAUTICIAN)


@pytest.mark.parametrize(
    ("theme", "raised", "told"),
    [
        (PreventionTheme.SELF_ESTEEM, None, DataClass.SOCIAL),
        (PreventionTheme.SEXUALITY, None, DataClass.HEALTH),
        (PreventionTheme.ADDICTION, None, DataClass.HEALTH),
        (PreventionTheme.SUFFERING, None, DataClass.MENTAL_HEALTH),
        (PreventionTheme.VIOLENCE, DataClass.SOCIAL, DataClass.PROTECTION),
        (PreventionTheme.SELF_ESTEEM, DataClass.PROTECTION, DataClass.PROTECTION),
    ],
)
def test_what_it_is_about_decides_who_may_know_who_comes(
    theme: PreventionTheme, raised: DataClass | None, told: DataClass
) -> None:
    about = WORKSHOP.model_copy(update={"theme": theme, "data_class": raised})
    assert about.class_of_coming is told


def test_sessions_are_planned_each_at_its_time() -> None:
    def plan(activity: Activity) -> Fact:
        return activity.workshops.plan(session_id=SESSION, starts_at=STARTS, minutes=90, at=BEFORE)

    given(OPENED).when(plan).then(PLANNED)
    given(OPENED, PLANNED).when(plan).then_refused(WorkshopSessionAlreadyPlanned)
    given(HELD).when(plan).then_refused(WorkshopUnknown)


def test_a_place_is_given_once_and_the_last_one_to_one_person() -> None:
    given(OPENED, PLANNED).when(seat).then(taken(AWA))
    given(OPENED, PLANNED, taken(AWA)).when(seat).then()
    given(OPENED, PLANNED, taken(HAWA), counted(1)).when(seat).then_refused(WorkshopFull)
    given(OPENED, PLANNED, counted(2)).when(seat).then_refused(WorkshopFull)
    given(OPENED).when(seat).then_refused(WorkshopSessionUnknown)
    given(HELD).when(seat).then_refused(WorkshopUnknown)


def test_who_comes_unannounced_is_seated_and_noted_at_once() -> None:
    given(OPENED, PLANNED).when(lambda activity: seat(activity, came=True, at=NOON)).then(
        taken(AWA).model_copy(update={"occurred_at": NOON}), noted(AWA, came=True)
    )
    given(OPENED, PLANNED).when(lambda activity: seat(activity, came=True)).then_refused(
        WorkshopSessionNotBegun
    )


def test_a_place_whose_pathway_was_not_reached_is_found_again() -> None:
    given(OPENED, PLANNED, taken(AWA)).when(
        lambda activity: seat(activity, came=True, at=NOON)
    ).then(noted(AWA, came=True))


def test_who_was_nameless_keeps_the_place_that_was_theirs() -> None:
    full = (OPENED, PLANNED, taken(HAWA), counted(1))
    given(*full).when(lambda activity: seat(activity, was_nameless=True)).then(
        taken(AWA, was_nameless=True)
    )
    known = session(taken(HAWA), counted(1), taken(AWA, was_nameless=True))
    assert (known.taken, known.nameless) == (2, 0)
    given(OPENED, PLANNED).when(lambda activity: seat(activity, was_nameless=True)).then_refused(
        NobodyNamelessThere
    )


def test_who_was_nameless_in_what_was_held_had_come() -> None:
    facts = given(OPENED, PLANNED, held(1)).aggregate.workshops.seat(  # type: ignore[attr-defined]
        session_id=SESSION, place_id=AWA, was_nameless=True, at=NOON
    )
    assert [fact.topic for fact in facts] == ["workshop-place-taken", "workshop-place-noted"]
    assert session(held(1)).came == session(held(1), *facts).came == 1


def test_attendance_is_noted_and_corrected_once_it_has_begun() -> None:
    def note(activity: Activity, *, came: bool = True, at: datetime = NOON) -> Iterable[Fact]:
        return activity.workshops.note(session_id=SESSION, place_id=AWA, came=came, at=at)

    with_awa = (OPENED, PLANNED, taken(AWA))
    given(*with_awa).when(note).then(noted(AWA, came=True))
    given(*with_awa, noted(AWA, came=True)).when(note).then()
    given(*with_awa, noted(AWA, came=True)).when(lambda activity: note(activity, came=False)).then(
        noted(AWA, came=False)
    )
    given(*with_awa).when(lambda activity: note(activity, at=BEFORE)).then_refused(
        WorkshopSessionNotBegun
    )
    given(OPENED, PLANNED).when(note).then_refused(WorkshopSessionUnknown)


def test_a_place_given_back_is_free() -> None:
    def give_back(activity: Activity) -> Iterable[Fact]:
        return activity.workshops.give_back(session_id=SESSION, place_id=AWA, at=NOON)

    free = WorkshopPlaceGivenBack(occurred_at=NOON, session_id=SESSION, place_id=AWA)
    given(OPENED, PLANNED, taken(AWA)).when(give_back).then(free)
    for nothing in ((OPENED,), (OPENED, PLANNED), (OPENED, PLANNED, taken(AWA), free)):
        given(*nothing).when(give_back).then()
    assert session(taken(AWA), free).taken == 0


def test_people_without_a_name_take_places_and_children_do_not() -> None:
    def count(activity: Activity, nameless: int) -> Fact:
        return activity.workshops.count(
            session_id=SESSION, nameless=nameless, children=5, at=BEFORE
        )

    given(OPENED, PLANNED, taken(AWA)).when(lambda activity: count(activity, 1)).then(counted(1, 5))
    given(OPENED, PLANNED, taken(AWA)).when(lambda activity: count(activity, 2)).then_refused(
        WorkshopFull
    )
    given(OPENED).when(lambda activity: count(activity, 1)).then_refused(WorkshopSessionUnknown)


def test_a_session_is_held_once_when_it_has_begun() -> None:
    given(OPENED, PLANNED).when(hold).then(held(1, 1))
    given(OPENED, PLANNED, held(1)).when(hold).then_refused(WorkshopSessionAlreadyHeld)
    given(OPENED, PLANNED).when(lambda activity: hold(activity, at=BEFORE)).then_refused(
        WorkshopSessionNotBegun
    )
    given(OPENED, PLANNED).when(lambda activity: hold(activity, nameless=3)).then_refused(
        WorkshopFull
    )


def test_until_it_is_held_nobody_nameless_has_come() -> None:
    assert session(counted(2)).came == 0
    assert session(taken(AWA), noted(AWA, came=True), counted(1), held(1, 3)).came == 2
    assert session(held(2), counted(1)).came == 1


def test_a_session_where_somebody_known_has_a_place_is_not_withdrawn() -> None:
    def withdraw(activity: Activity) -> Fact:
        return activity.workshops.withdraw_session(session_id=SESSION, at=NOON)

    gone = WorkshopSessionWithdrawn(occurred_at=NOON, session_id=SESSION)
    given(OPENED, PLANNED, counted(1)).when(withdraw).then(gone)
    given(OPENED, PLANNED, taken(AWA)).when(withdraw).then_refused(PeopleHavePlaces)
    given(OPENED, PLANNED, gone).when(withdraw).then_refused(WorkshopSessionUnknown)
    assert workshops(gone, taken(AWA)).sessions == {}
    given(OPENED, PLANNED, taken(AWA)).when(
        lambda activity: activity.workshops.must_have_nobody()
    ).then_refused(PeopleHavePlaces)


def test_a_workshop_is_told_again_as_long_as_it_holds_who_is_there() -> None:
    def correct(activity: Activity, **said: Any) -> Fact:
        again = WORKSHOP.model_copy(update=said)
        return activity.workshops.correct(workshop=again, happening=MORNING, at=NOON)

    more = WorkshopCorrected(
        occurred_at=NOON,
        happening=MORNING,
        workshop=WORKSHOP.model_copy(update={"places": 9}),
    )
    given(OPENED, PLANNED, taken(AWA)).when(lambda activity: correct(activity, places=9)).then(more)
    assert workshops(more).workshop.places == 9
    full = (OPENED, PLANNED, taken(AWA), counted(1))
    given(*full).when(lambda activity: correct(activity, places=1)).then_refused(
        FewerPlacesThanTaken
    )
    given(OPENED, PLANNED, taken(AWA)).when(
        lambda activity: correct(activity, theme=PreventionTheme.SELF_ESTEEM)
    ).then_refused(WorkshopClassStands)
    elsewhere = given(OPENED, PLANNED, counted(2)).aggregate
    assert correct(elsewhere, theme=PreventionTheme.SELF_ESTEEM)  # type: ignore[arg-type]
    given(HELD).when(correct).then_refused(WorkshopUnknown)


def test_the_place_of_somebody_is_the_same_each_time_and_tells_nothing_without_the_salt() -> None:
    place = workshops().place_of(PATHWAY, session_id=SESSION)
    assert place == workshops(counted(1)).place_of(PATHWAY, session_id=SESSION)
    salted = OPENED.model_copy(update={"salt": NOBODY})
    other = given(salted, PLANNED).aggregate.workshops  # type: ignore[attr-defined]
    assert other.place_of(PATHWAY, session_id=SESSION) != place
    given(HELD).when(
        lambda activity: activity.workshops.place_of(PATHWAY, session_id=SESSION)
    ).then_refused(WorkshopUnknown)


def test_sessions_are_shown_in_the_order_of_time() -> None:
    first = PLANNED.model_copy(update={"session_id": AWA, "starts_at": BEFORE})
    assert [one.id for one in workshops(first).by_time()] == [AWA, SESSION]


@pytest.mark.parametrize("wrong", [{"places": 0}, {"leaders": ()}, {"theme": "magic"}], ids=str)
def test_a_workshop_has_places_and_somebody_who_leads(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Workshop.model_validate(WORKSHOP.model_dump() | wrong)


NAMES = any_of.sampled_from(["awa", "hawa", "mariam", "lou"])
COMING = any_of.sampled_from([None, True, False])
ASKED = any_of.one_of(
    any_of.tuples(any_of.just("seat"), NAMES, COMING, any_of.booleans()),
    any_of.tuples(any_of.just("note"), NAMES, any_of.booleans()),
    any_of.tuples(any_of.just("give_back"), NAMES),
    any_of.tuples(any_of.just("count"), any_of.integers(0, 4)),
    any_of.tuples(any_of.just("hold"), any_of.integers(0, 4)),
)


def asked_of(activity: Activity, what: str, *said: Any) -> list[Fact]:
    part, about = activity.workshops, {"session_id": SESSION, "at": NOON}
    if what in {"count", "hold"}:
        return [getattr(part, what)(nameless=said[0], children=0, **about)]
    about["place_id"] = part.place_of(UUID(bytes=said[0].encode().ljust(16)), session_id=SESSION)
    if what == "seat":
        return part.seat(came=said[1], was_nameless=said[2], **about)  # type: ignore[arg-type]
    if what == "note":
        return part.note(came=said[1], **about)  # type: ignore[arg-type,return-value]
    return part.give_back(**about)  # type: ignore[arg-type,return-value]


@whatever(any_of.lists(ASKED, max_size=25))
def test_whatever_is_asked_nobody_is_counted_twice_nor_beyond_the_places(
    asks: list[tuple[Any, ...]],
) -> None:
    activity = Activity(PATHWAY)
    activity = activity.after(activity.next([OPENED, PLANNED]))
    there: dict[str, bool | None] = {}  # told apart here by name, as no workshop can
    for what, *said in asks:
        before = activity.workshops.session(SESSION)
        try:
            facts = asked_of(activity, what, *said)
        except DomainError:
            continue
        activity = activity.after(activity.next(facts))
        after = activity.workshops.session(SESSION)
        if what == "seat":
            name, came, was_nameless = said
            is_new = name not in there
            assert after.taken - before.taken == (is_new and not was_nameless)
            if was_nameless and before.held and (is_new or there[name] is True):
                assert after.came == before.came
                came = True
            there[name] = there.get(name) if came is None else came
            there[name] = True if was_nameless and before.held else there[name]
        elif what == "note":
            there[said[0]] = said[1]
        elif what == "give_back":
            there.pop(said[0], None)
        assert len(after.known) == len(there)
        assert after.taken == len(there) + after.nameless <= WORKSHOP.places
        nameless_came = after.nameless if after.held else 0
        assert after.came == sum(came is True for came in there.values()) + nameless_came
