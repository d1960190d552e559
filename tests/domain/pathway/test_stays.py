from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from domain.data_classes import DataClass
from domain.dates import PartialDate
from domain.facility.refusals import HoldOver
from domain.facility.words import Days, PlaceKind
from domain.pathway.household.facts import ChildLinked
from domain.pathway.household.words import Child
from domain.pathway.pathway import Pathway
from domain.pathway.sharing.facts import OrganisationJoined
from domain.pathway.stays.asking import Limits
from domain.pathway.stays.facts import (
    PlaceAccepted,
    PlaceDeclined,
    PlaceOffered,
    PlaceRequested,
    StayEnded,
    StayEnteredInError,
    StayExtended,
    StayStarted,
)
from domain.pathway.stays.refusals import (
    ReasonNotTheirs,
    StayAlreadyRequested,
    StayNotAtThisStep,
    StayNotLonger,
    StayNotYet,
    StayNotYours,
    StayOutsideItsPlace,
    StayPastBirthday,
    StaysAtOnce,
    StayTooLong,
    StayUnknown,
)
from domain.pathway.stays.stay import StayState
from domain.pathway.stays.words import DeclinedBy, Destination, PlaceAsk, PlaceDeclineReason
from domain.pathway.wrong_file import FactRecordedInWrongFile
from tests.domain.pathway.people import CCAS, MARCH_4, MARCH_5, PASS, RELAIS, opened
from tests.domain.scenario import given, known

STAY = UUID("cccccccc-0000-4000-8000-000000000071")
OTHER = UUID("cccccccc-0000-4000-8000-000000000072")
CENTRE = UUID("eeeeeeee-0000-4000-8000-000000000001")
TODAY = date(2026, 3, 5)
LATER = MARCH_5 + timedelta(days=3)
DISCREETLY: Any = {"data_class": DataClass.PROTECTION}
ASK = PlaceAsk(
    facility_id=CENTRE,
    kind=PlaceKind.PARENT_AND_CHILD,
    days=Days(starts=date(2026, 3, 4), until=date(2026, 6, 1)),
)


def requested(stay_id: UUID = STAY, **said: Any) -> PlaceRequested:
    asked: dict[str, Any] = {
        "occurred_at": MARCH_4,
        "data_class": DataClass.PROTECTION,
        "stay_id": stay_id,
        "facility_id": CENTRE,
        "organisation_id": CCAS,
        "requested_by": RELAIS,
        "kind": PlaceKind.PARENT_AND_CHILD,
        "starts": date(2026, 3, 4),
        "until": date(2026, 6, 1),
        "kept_until": LATER,
    }
    return PlaceRequested(**asked | said)


OFFERED = PlaceOffered(occurred_at=MARCH_5, stay_id=STAY, kept_until=LATER, **DISCREETLY)
ACCEPTED = PlaceAccepted(
    occurred_at=MARCH_5, stay_id=STAY, recorded_by=RELAIS, kept_until=LATER, **DISCREETLY
)
STARTED = StayStarted(
    occurred_at=MARCH_5,
    stay_id=STAY,
    starts=date(2026, 3, 5),
    until=date(2026, 6, 1),
    **DISCREETLY,
)
EXTENDED = StayExtended(occurred_at=MARCH_5, stay_id=STAY, until=date(2026, 9, 1), **DISCREETLY)
ENDED = StayEnded(
    occurred_at=MARCH_5,
    stay_id=STAY,
    until=date(2026, 3, 5),
    destination=Destination.OWN_HOUSING,
    **DISCREETLY,
)
WITHDRAWN = StayEnteredInError(occurred_at=MARCH_5, stay_id=STAY, withdrawn_by=RELAIS, **DISCREETLY)


def declined(by: UUID = RELAIS, **said: Any) -> PlaceDeclined:
    reason: dict[str, Any] = {
        "declined_by": DeclinedBy.PERSON,
        "reason": PlaceDeclineReason.TOO_FAR,
    }
    return PlaceDeclined(
        occurred_at=MARCH_5, stay_id=STAY, recorded_by=by, **DISCREETLY, **reason | said
    )


def request(ask: PlaceAsk = ASK, limits: Limits = Limits()) -> Any:  # noqa: B008 (it is frozen)
    return lambda pathway: pathway.stays.request(
        stay_id=STAY,
        ask=ask,
        organisation_id=CCAS,
        by=RELAIS,
        limits=limits,
        kept_until=LATER,
        at=MARCH_4,
    )


def offer(by: UUID = CCAS, now: datetime = MARCH_5) -> Any:
    return lambda pathway: pathway.stays.offer(
        stay_id=STAY, by=by, kept_until=LATER, at=MARCH_5, now=now
    )


def accept(by: UUID = RELAIS, now: datetime = MARCH_5) -> Any:
    return lambda pathway: pathway.stays.accept(
        stay_id=STAY, by=by, kept_until=LATER, at=MARCH_5, now=now
    )


def decline(by: UUID = RELAIS, **said: Any) -> Any:
    reason = {"declined_by": DeclinedBy.PERSON, "reason": PlaceDeclineReason.TOO_FAR}
    return lambda pathway: pathway.stays.decline(stay_id=STAY, by=by, at=MARCH_5, **reason | said)


def start(on: date = TODAY, *, by: UUID = CCAS, **said: Any) -> Any:
    asked: dict[str, Any] = {"today": TODAY, "limits": Limits(), "now": MARCH_5}

    def starting(pathway: Pathway) -> StayStarted:
        return pathway.stays.start(
            stay_id=STAY, by=by, on=on, at=MARCH_5, seen=pathway.stays, **asked | said
        )

    return starting


def extend(until: date, *, by: UUID = CCAS, limits: Limits = Limits()) -> Any:  # noqa: B008
    return lambda pathway: pathway.stays.extend(
        stay_id=STAY, by=by, until=until, limits=limits, at=MARCH_5, seen=pathway.stays
    )


def end(on: date = TODAY, *, by: UUID = CCAS) -> Any:
    return lambda pathway: pathway.stays.end(
        stay_id=STAY,
        by=by,
        on=on,
        today=TODAY,
        destination=Destination.OWN_HOUSING,
        at=MARCH_5,
    )


def withdraw(by: UUID = RELAIS) -> Any:
    return lambda pathway: pathway.stays.withdraw(stay_id=STAY, by=by, at=MARCH_5)


def test_a_place_is_asked_for_once_and_discreetly() -> None:
    given(opened()).when(request()).then(requested())
    given(opened(), requested()).when(request()).then_refused(StayAlreadyRequested)


def test_the_person_may_have_nothing_against_it_being_known() -> None:
    openly = ASK.model_copy(update={"openly": True})
    given(opened()).when(request(openly)).then(requested(data_class=DataClass.SOCIAL))
    shown = requested(data_class=DataClass.SOCIAL)
    assert known(opened(), shown).stays.offer(
        stay_id=STAY, by=CCAS, kept_until=LATER, at=MARCH_5, now=MARCH_5
    ) == PlaceOffered(occurred_at=MARCH_5, stay_id=STAY, kept_until=LATER)


def test_a_stay_is_asked_for_within_its_limits() -> None:
    may, june = date(2026, 5, 31), date(2026, 6, 1)
    given(opened()).when(request(limits=Limits(term=june, birthday=june))).then(requested())
    given(opened()).when(request(limits=Limits(term=may))).then_refused(StayTooLong)
    given(opened()).when(request(limits=Limits(birthday=may))).then_refused(StayPastBirthday)


def test_the_facility_offers_what_it_was_asked_for() -> None:
    given(opened(), requested()).when(offer()).then(OFFERED)
    given(opened(), requested()).when(offer(by=RELAIS)).then_refused(StayNotYours)
    given(opened(), requested(), OFFERED).when(offer()).then_refused(StayNotAtThisStep)
    given(opened()).when(offer()).then_refused(StayUnknown)


def test_a_place_that_is_not_kept_any_more_is_not_offered_nor_accepted() -> None:
    given(opened(), requested()).when(offer(now=LATER)).then_refused(HoldOver)
    given(opened(), requested(), OFFERED).when(accept(now=LATER)).then_refused(HoldOver)
    given(opened(), requested(), OFFERED, ACCEPTED).when(start(now=LATER)).then_refused(HoldOver)
    lapsed = known(opened(), requested()).stays.by_id[STAY]
    assert lapsed.state_at(LATER) is StayState.LAPSED
    assert lapsed.state_at(LATER - timedelta(seconds=1)) is StayState.REQUESTED


def test_either_side_hears_the_person_accept() -> None:
    given(opened(), requested(), OFFERED).when(accept()).then(ACCEPTED)
    heard = ACCEPTED.model_copy(update={"recorded_by": CCAS})
    given(opened(), requested(), OFFERED).when(accept(by=CCAS)).then(heard)
    given(opened(), requested(), OFFERED).when(accept(by=PASS)).then_refused(StayNotYours)
    given(opened(), requested()).when(accept()).then_refused(StayNotAtThisStep)


def test_who_says_no_is_told_with_a_reason_of_theirs() -> None:
    asked = given(opened(), requested(), OFFERED)
    asked.when(decline()).then(declined())
    asked.when(decline(by=CCAS)).then(declined(by=CCAS))
    full: Any = {"declined_by": DeclinedBy.FACILITY, "reason": PlaceDeclineReason.PLACE_LOST}
    asked.when(decline(by=CCAS, **full)).then(declined(by=CCAS, **full))
    asked.when(decline(**full)).then_refused(StayNotYours)
    ours: Any = {"declined_by": DeclinedBy.REQUESTER, "reason": PlaceDeclineReason.CONTACT_LOST}
    asked.when(decline(**ours)).then(declined(**ours))
    asked.when(decline(by=CCAS, **ours)).then_refused(StayNotYours)
    asked.when(decline(reason=PlaceDeclineReason.PLACE_LOST)).then_refused(ReasonNotTheirs)
    asked.when(decline(by=PASS)).then_refused(StayNotYours)


def test_a_place_is_declined_before_the_stay_also_once_it_lapsed() -> None:
    given(opened(), requested(kept_until=MARCH_4)).when(decline()).then(declined())
    for over in ((declined(),), (OFFERED, ACCEPTED, STARTED)):
        given(opened(), requested(), *over).when(decline()).then_refused(StayNotAtThisStep)


def test_a_stay_begins_on_a_day_for_which_the_place_is_kept() -> None:
    ready = given(opened(), requested(), OFFERED, ACCEPTED)
    ready.when(start()).then(STARTED)
    ready.when(start(by=RELAIS)).then_refused(StayNotYours)
    ready.when(start(date(2026, 3, 3))).then_refused(StayOutsideItsPlace)
    june = date(2026, 6, 1)
    ready.when(start(june, today=june)).then_refused(StayOutsideItsPlace)
    ready.when(start(date(2026, 3, 6))).then_refused(StayNotYet)
    given(opened(), requested(), OFFERED).when(start()).then_refused(StayNotAtThisStep)


def test_a_birthday_known_since_bounds_the_stay() -> None:
    ready = given(opened(), requested(), OFFERED, ACCEPTED)
    april = date(2026, 4, 1)
    shorter = STARTED.model_copy(update={"until": april})
    ready.when(start(limits=Limits(birthday=april))).then(shorter)
    ready.when(start(limits=Limits(birthday=TODAY))).then_refused(StayPastBirthday)


def test_nobody_stays_in_two_places_at_once() -> None:
    there = (
        requested(OTHER),
        STARTED.model_copy(update={"stay_id": OTHER, "until": date(2026, 3, 5)}),
    )
    ready = (opened(), requested(), OFFERED, ACCEPTED)
    given(*ready, *there).when(start(date(2026, 3, 5))).then(STARTED)
    longer = STARTED.model_copy(update={"stay_id": OTHER, "until": date(2026, 3, 6)})
    given(*ready, requested(OTHER), longer).when(start()).then_refused(StaysAtOnce)
    beyond = STARTED.model_copy(
        update={"stay_id": OTHER, "starts": date(2026, 7, 1), "until": date(2026, 8, 1)}
    )
    on = given(*ready, STARTED, requested(OTHER), beyond)
    on.when(extend(date(2026, 9, 1))).then_refused(StaysAtOnce)
    on.when(extend(date(2026, 7, 1))).then(EXTENDED.model_copy(update={"until": date(2026, 7, 1)}))


def test_a_stay_is_extended_to_a_later_day_within_its_limits() -> None:
    begun = given(opened(), requested(), OFFERED, ACCEPTED, STARTED)
    begun.when(extend(date(2026, 9, 1))).then(EXTENDED)
    begun.when(extend(date(2026, 6, 1))).then_refused(StayNotLonger)
    september = date(2026, 9, 1)
    august = date(2026, 8, 31)
    begun.when(extend(september, limits=Limits(term=august))).then_refused(StayTooLong)
    begun.when(extend(september, limits=Limits(birthday=august))).then_refused(StayPastBirthday)
    begun.when(extend(september, by=RELAIS)).then_refused(StayNotYours)
    given(opened(), requested()).when(extend(september)).then_refused(StayNotAtThisStep)


def test_a_stay_ends_on_a_day_between_its_two_ends() -> None:
    begun = given(opened(), requested(), OFFERED, ACCEPTED, STARTED)
    begun.when(end()).then(ENDED)
    begun.when(end(date(2026, 3, 4))).then_refused(StayOutsideItsPlace)
    begun.when(end(date(2026, 3, 6))).then_refused(StayNotYet)
    begun.when(end(by=RELAIS)).then_refused(StayNotYours)
    over = known(opened(), requested(), OFFERED, ACCEPTED, STARTED, EXTENDED, ENDED).stays
    assert over.by_id[STAY].destination is Destination.OWN_HOUSING
    assert over.by_id[STAY].until == date(2026, 3, 5)
    given(opened(), requested(), OFFERED, ACCEPTED, STARTED, ENDED).when(end()).then_refused(
        StayNotAtThisStep
    )


def test_a_stay_that_never_was_theirs_is_withdrawn() -> None:
    given(opened(), requested(), OFFERED, ACCEPTED, STARTED).when(withdraw()).then(WITHDRAWN)
    given(opened(), requested()).when(withdraw(by=PASS)).then_refused(StayNotYours)
    given(opened(), requested(), WITHDRAWN).when(withdraw()).then_refused(StayUnknown)
    wrong = FactRecordedInWrongFile(occurred_at=MARCH_5, entry_id=STAY, erased_by=RELAIS)
    assert known(opened(), requested(), wrong).stays.by_id == {}
    assert known(opened(), OFFERED, ENDED).stays.by_id == {}


def test_who_takes_part_for_a_place_alone_goes_when_it_comes_to_nothing() -> None:
    joined = OrganisationJoined(
        occurred_at=MARCH_4,
        joined_id=CCAS,
        for_referral=STAY,
        in_care_team=False,
        **DISCREETLY,
    )
    asked = (opened(), requested(), joined)
    assert known(*asked).sharing.includes(CCAS)
    for nothing in (declined(), WITHDRAWN):
        assert not known(*asked, nothing).sharing.includes(CCAS)
    assert known(*asked, OFFERED, ACCEPTED, STARTED, ENDED).sharing.includes(CCAS)


def test_the_youngest_child_is_known_where_each_date_is() -> None:
    def linked(number: int, born: PartialDate | None, *, at_home: bool = True) -> ChildLinked:
        child = Child(called="Noé", born=born, lives_with_person=at_home)
        return ChildLinked(occurred_at=MARCH_4, child_id=UUID(int=number), child=child)

    older, younger = PartialDate(year=2023), PartialDate(year=2025, month=6, day=3)
    assert known(opened()).household.youngest_born is None
    both = known(opened(), linked(1, younger), linked(2, older)).household
    assert both.youngest_born == younger
    away = known(opened(), linked(1, younger, at_home=False), linked(2, older)).household
    assert away.youngest_born == older
    guessed = younger.model_copy(update={"approximate": True})
    for unknown in (None, guessed):
        third = known(opened(), linked(1, older), linked(2, unknown)).household
        assert third.youngest_born is None
