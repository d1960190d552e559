"""Two years after an organisation's last contact, its access ends; each counts its own."""

from datetime import date, datetime, timedelta

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.erasing import ErasureReason, PersonalDataErased
from domain.pathway.follow_up import FollowUpDone, Mode
from domain.pathway.retention import RetentionEndAnnounced, RetentionPeriodReached
from domain.pathway.sharing.facts import OrganisationJoined
from domain.retention.ending import ends_by_retention, is_kept_no_longer
from seeds.rules.shipped import shipped_retention
from tests.domain.pathway.people import CCAS, FOLLOW_UP, MARCH_4, RELAIS, opened
from tests.domain.scenario import known

POLICY = shipped_retention()
LAST_DAY = date(2028, 3, 4)  # two years after 4 March 2026
JOINED = OrganisationJoined(
    occurred_at=MARCH_4 + timedelta(days=300), data_class=DataClass.HEALTH, joined_id=CCAS
)


def on(day: date) -> datetime:
    return datetime.combine(day, MARCH_4.timetz())


def ends(*facts: Fact, day: date) -> list[Fact]:
    return ends_by_retention(known(*facts), POLICY, now=on(day))


def announced(ends_on: date, *, day: date) -> RetentionEndAnnounced:
    return RetentionEndAnnounced(
        occurred_at=on(day),
        of_organisation=RELAIS,
        ends_on=ends_on,
        policy_version=POLICY.version,
    )


def reached(day: date) -> RetentionPeriodReached:
    return RetentionPeriodReached(
        occurred_at=on(day), of_organisation=RELAIS, policy_version=POLICY.version
    )


def test_nothing_happens_until_thirty_days_before() -> None:
    day = LAST_DAY - timedelta(days=30)
    assert ends(opened(), day=day - timedelta(days=1)) == []
    assert ends(opened(), day=day) == [announced(LAST_DAY, day=day)]


def test_an_announced_end_comes_after_its_last_day_and_not_before() -> None:
    notice = announced(LAST_DAY, day=LAST_DAY - timedelta(days=30))
    assert ends(opened(), notice, day=LAST_DAY) == []
    day = LAST_DAY + timedelta(days=1)
    assert ends(opened(), notice, day=day) == [reached(day)]


def test_an_end_announced_late_still_leaves_thirty_days() -> None:
    day = LAST_DAY + timedelta(days=100)
    assert ends(opened(), day=day) == [announced(day + timedelta(days=30), day=day)]


def test_a_contact_puts_the_end_off() -> None:
    day = LAST_DAY - timedelta(days=30)
    met = FollowUpDone(
        occurred_at=on(day), follow_up_id=FOLLOW_UP, done_by=RELAIS, mode=next(iter(Mode))
    )
    facts = (opened(), announced(LAST_DAY, day=day), met)
    assert ends(*facts, day=LAST_DAY + timedelta(days=1)) == []
    assert set(known(*facts[:2]).retention.announced) == {RELAIS}
    assert known(*facts).retention.announced == {}


def test_each_organisation_counts_its_own_and_stays_as_discreet_as_it_is() -> None:
    notice = announced(LAST_DAY, day=LAST_DAY - timedelta(days=30))
    day = LAST_DAY + timedelta(days=1)
    assert ends(opened(), JOINED, notice, day=day) == [reached(day)]
    left = known(opened(), JOINED, notice, reached(day))
    assert (left.sharing.includes(RELAIS), left.sharing.includes(CCAS)) == (False, True)
    (later,) = ends(opened(), JOINED, notice, reached(day), day=day + timedelta(days=400))
    assert later.data_class is DataClass.HEALTH


def test_an_archive_nobody_is_left_in_is_erased_after_its_time() -> None:
    day = date(2028, 3, 5)
    facts = (opened(), announced(LAST_DAY, day=day), reached(day))
    year = date(2029, 3, 5)
    assert not is_kept_no_longer(known(opened()), POLICY, on=year + timedelta(days=900))
    assert not is_kept_no_longer(known(*facts), POLICY, on=year)
    assert is_kept_no_longer(known(*facts), POLICY, on=year + timedelta(days=1))
    assert not is_kept_no_longer(
        known(opened(), JOINED, *facts[1:]), POLICY, on=year + timedelta(days=1)
    )
    erased = PersonalDataErased(
        occurred_at=on(year), erasure_id=FOLLOW_UP, reason=ErasureReason.RETENTION_ENDED
    )
    assert not is_kept_no_longer(known(*facts, erased), POLICY, on=year + timedelta(days=1))
