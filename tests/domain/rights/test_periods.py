from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.dates import DAY, last_day_of, plus_months
from domain.rights.periods import Period, Periods, before, days_without_cover, gaps, since

ORIGIN = date(2026, 1, 1)
HORIZON = ORIGIN + timedelta(days=400)

days = st.integers(0, 300).map(lambda offset: ORIGIN + timedelta(days=offset))
dates = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@st.composite
def any_periods(draw: st.DrawFn) -> list[Period]:
    """Periods of several rights: they may overlap, and come in any order."""
    starts = draw(st.lists(days, max_size=6))
    lengths = st.none() | st.integers(0, 60).map(lambda length: timedelta(days=length))
    drawn = [(start, draw(lengths)) for start in starts]
    return [
        Period(start, None if length is None else start + length, version)
        for version, (start, length) in enumerate(drawn, start=1)
    ]


@st.composite
def periods_of_one_right(draw: st.DrawFn) -> Periods:
    """In order, without overlap."""
    bounds = sorted(draw(st.lists(days, unique=True, max_size=8)))
    closed = zip(bounds[::2], bounds[1::2], strict=False)
    return tuple(Period(first, last, version) for version, (first, last) in enumerate(closed, 1))


def covered(periods: list[Period] | Periods) -> set[date]:
    """The slow and obvious reading: day by day."""
    every = (ORIGIN + timedelta(days=offset) for offset in range(401))
    return {day for day in every if any(period.includes(day) for period in periods)}


def between(first: date, last: date) -> set[date]:
    return {first + timedelta(days=offset) for offset in range((last - first).days + 1)}


@given(any_periods())
def test_gaps_are_the_days_that_nothing_covers_after_the_first_day_of_cover(
    periods: list[Period],
) -> None:
    found = [between(first, last or HORIZON) for first, last in gaps(periods)]
    uncovered = between(min(covered(periods), default=HORIZON + DAY), HORIZON) - covered(periods)
    assert set().union(*found) == uncovered
    assert sum(map(len, found)) == len(uncovered)


@given(any_periods())
def test_only_the_last_gap_lasts(periods: list[Period]) -> None:
    assert all(last is not None for _, last in list(gaps(periods))[:-1])


@given(any_periods(), days, days)
def test_days_without_cover_are_counted_once_each(
    periods: list[Period], first: date, last: date
) -> None:
    without = between(first, last) - covered(periods)
    assert days_without_cover(periods, first=first, last=last) == len(without)


@given(periods_of_one_right(), days)
def test_cutting_periods_at_a_day_loses_no_day_and_doubles_none(
    periods: Periods, day: date
) -> None:
    left, right = before(periods, day), since(periods, day, version=99)
    assert covered(left) == {covered_day for covered_day in covered(periods) if covered_day < day}
    assert covered(right) == {covered_day for covered_day in covered(periods) if covered_day >= day}
    versions = [period.version for period in (*left, *right)]
    assert len(versions) == len(set(versions))


@given(any_periods())
def test_two_periods_overlap_when_they_share_a_day(periods: list[Period]) -> None:
    told = [(period, covered([period])) for period in periods]
    for one, its_days in told:
        for other, other_days in told:
            assert one.overlaps(other) is not its_days.isdisjoint(other_days)


@given(dates, st.integers(-240, 240))
def test_months_later_is_in_that_month_on_the_same_day_or_its_last(day: date, months: int) -> None:
    later = plus_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + DAY).day == 1)


@given(dates, st.integers(1, 36), st.integers(1, 36))
def test_more_months_never_end_sooner(day: date, fewer: int, more: int) -> None:
    earlier, later = sorted((fewer, fewer + more))
    assert plus_months(day, earlier) < plus_months(day, later)
    assert last_day_of(day, months=earlier) < last_day_of(day, months=later)


@given(dates, st.integers(1, 36))
def test_a_period_and_the_one_that_follows_share_no_day_and_leave_none(
    start: date, months: int
) -> None:
    last = last_day_of(start, months=months)
    following = last + DAY
    assert start < following
    assert following.day in {start.day, 1}
    assert plus_months(start, months) - last <= timedelta(days=1)
