from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from domain.clocks.due import Clock, Due, due_on, is_watched, over, today
from domain.clocks.terms import ReferralTerms
from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.grounds.facts import SharingConsentGiven
from domain.pathway.grounds.words import Consent, Recipients, Scope
from domain.pathway.retention import RetentionPeriodReached
from domain.pathway.rights.facts import (
    RenewalFiled,
    RightApplicationFiled,
    RightApplicationStarted,
    RightDeclaredOpen,
    RightExpired,
)
from domain.rights.schemes import EndReason, Scheme
from tests.domain.pathway.people import CCAS, MARCH_4, MARCH_5, REFERRAL, RELAIS, opened
from tests.domain.pathway.rights.examples import FILED_ON, LAST, RIGHT, RULES
from tests.domain.pathway.test_referrals import ACCEPTED, REQUESTED
from tests.domain.scenario import known

TERMS = ReferralTerms.model_validate(
    {
        "version": "example-1",
        "chase": {"days": 10, "source": "a", "read_on": "2026-01-01", "verified": True},
        "expiry": {"days": 30, "source": "a", "read_on": "2026-01-01", "verified": True},
    }
)
CONSENT = UUID(int=7)


def due(*facts: Fact, recorded_at: dict[int, datetime] | None = None) -> list[Due]:
    pathway = known(opened(), *facts)
    return due_on(pathway, rules=RULES, terms=TERMS, recorded_at=recorded_at or {})


def declared_open(ends_on: date | None) -> RightDeclaredOpen:
    return RightDeclaredOpen(
        occurred_at=MARCH_5,
        rule_version="example-1",
        right_id=RIGHT,
        scheme=Scheme.C2S,
        starts_on=date(2026, 4, 1),
        ends_on=ends_on,
    )


def filed(scheme: Scheme) -> list[Fact]:
    said: dict[str, Any] = {
        "occurred_at": MARCH_5,
        "rule_version": "example-1",
        "right_id": RIGHT,
        "data_class": DataClass.HEALTH,
    }
    return [
        RightApplicationStarted(**said, scheme=scheme),
        RightApplicationFiled(**said, on=FILED_ON),
    ]


def consent(until: datetime | None) -> SharingConsentGiven:
    scope = Scope(recipients=Recipients(organisations=(CCAS,)), classes=(DataClass.SOCIAL,))
    return SharingConsentGiven(
        occurred_at=MARCH_4, consent_id=CONSENT, consent=Consent(scope=scope, until=until)
    )


def test_a_day_is_over_once_it_is_over_everywhere() -> None:
    end = over(date(2026, 3, 4))
    assert end == datetime(2026, 3, 5, 12, tzinfo=UTC)
    assert (today(end - timedelta(seconds=1)), today(end)) == (date(2026, 3, 4), date(2026, 3, 5))


def test_a_right_ends_once_its_last_day_is_over() -> None:
    assert due(declared_open(LAST)) == [Due(over(LAST), Clock.RIGHT_TERM, RIGHT)]
    assert due(declared_open(None)) == []


def test_a_silence_is_noted_where_the_rule_is_confirmed() -> None:
    assert due(*filed(Scheme.AAH)) == [Due(over(date(2026, 7, 10)), Clock.SILENCE, RIGHT)]
    assert due(*filed(Scheme.AME)) == []  # read in an old source only: to be confirmed


def test_a_renewal_may_be_answered_by_silence_after_the_term() -> None:
    facts: list[Fact] = [
        declared_open(LAST).model_copy(update={"scheme": Scheme.AAH}),
        RenewalFiled(
            occurred_at=MARCH_5, rule_version="example-1", right_id=RIGHT, on=FILED_ON, in_time=True
        ),
        RightExpired(
            occurred_at=MARCH_5,
            rule_version="example-1",
            right_id=RIGHT,
            on=LAST,
            reason=EndReason.TERM,
        ),
    ]
    assert [one.clock for one in due(*facts)] == [Clock.SILENCE]
    assert is_watched(known(opened(), *facts))


def test_a_referral_is_chased_then_expires_until_it_is_answered() -> None:
    assert due(REQUESTED) == [
        Due(MARCH_5 + timedelta(days=10), Clock.REFERRAL_CHASE, REFERRAL),
        Due(MARCH_5 + timedelta(days=30), Clock.REFERRAL_EXPIRY, REFERRAL),
    ]
    assert due(REQUESTED, ACCEPTED) == []


def test_a_referral_declared_late_waits_from_when_its_target_could_know() -> None:
    late = MARCH_5 + timedelta(days=60)
    chase, expiry = due(REQUESTED, recorded_at={2: late})
    assert (chase.at, expiry.at) == (late + timedelta(days=10), late + timedelta(days=30))


def test_an_outside_service_is_not_chased_by_itself() -> None:
    outside = REQUESTED.model_copy(update={"target_id": None})
    assert [one.clock for one in due(outside)] == [Clock.REFERRAL_EXPIRY]


def test_a_consent_ends_at_its_term() -> None:
    assert due(consent(MARCH_5)) == [Due(MARCH_5, Clock.CONSENT_TERM, CONSENT)]
    assert due(consent(None)) == []


def test_nothing_comes_due_where_nobody_has_access_any_more() -> None:
    reached = RetentionPeriodReached(
        occurred_at=MARCH_5, of_organisation=RELAIS, policy_version="example-1"
    )
    assert due(declared_open(LAST), reached) == []
    assert not is_watched(known(opened(), declared_open(LAST), reached))


def test_what_may_come_due_is_watched() -> None:
    assert not is_watched(known(opened(), consent(None)))
    for fact in (declared_open(LAST), REQUESTED, consent(MARCH_5)):
        assert is_watched(known(opened(), fact))
