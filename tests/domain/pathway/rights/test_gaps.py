from datetime import date
from typing import Any

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.pathway import Pathway
from domain.pathway.rights import facts as said
from domain.rights.schemes import Cover, EndReason, Scheme, SuspensionReason
from tests.domain.pathway.people import MARCH_5, opened
from tests.domain.pathway.rights.examples import (
    LAST,
    OPEN_C2S,
    OTHER_RIGHT,
    RIGHT,
    RULES,
    expired,
    gap_closed,
    gap_opened,
    held,
    of_right,
)
from tests.domain.scenario import given

GAP = date(2027, 4, 1)
LATE, ITS_END = date(2027, 4, 29), date(2028, 4, 28)
RENEWED = of_right(said.RightRenewed, starts_on=LATE, ends_on=ITS_END)
FILED_IN_TIME = of_right(said.RenewalFiled, on=date(2027, 1, 15), in_time=True)
FILED_LATE = of_right(said.RenewalFiled, on=date(2027, 3, 30), in_time=False)

STATUS = {"data_class": DataClass.STATUS}
AME = held(Scheme.AME, date(2026, 1, 1), date(2026, 12, 31))
AME_EXPIRED = expired(date(2026, 12, 31)).model_copy(update=STATUS)


def expire(pathway: Pathway) -> list[Fact]:
    return pathway.rights.expire(right_id=RIGHT, rules=RULES, today=LATE, at=MARCH_5)


def renew(pathway: Pathway) -> list[Fact]:
    return pathway.rights.renew(
        right_id=RIGHT, starts_on=LATE, ends_on=ITS_END, rules=RULES, at=MARCH_5
    )


def declare(pathway: Pathway, **content: Any) -> list[Fact]:
    return pathway.rights.declare_open(right_id=OTHER_RIGHT, rules=RULES, at=MARCH_5, **content)


def test_an_end_without_renewal_opens_a_gap() -> None:
    given(*OPEN_C2S).when(expire).then(expired(LAST), gap_opened(GAP))


def test_a_late_renewal_closes_the_gap_and_counts_its_days() -> None:
    given(*OPEN_C2S, expired(LAST)).when(renew).then(RENEWED, gap_closed(GAP, 28))


def test_a_gap_was_avoidable_when_the_renewal_was_filed_in_time() -> None:
    given(*OPEN_C2S, FILED_IN_TIME, expired(LAST)).when(renew).then(
        RENEWED, gap_closed(GAP, 28, avoidable=True)
    )
    given(*OPEN_C2S, FILED_LATE, expired(LAST)).when(renew).then(RENEWED, gap_closed(GAP, 28))


def test_a_gap_that_nobody_noted_in_time_is_told_at_once() -> None:
    given(*OPEN_C2S).when(renew).then(RENEWED, gap_opened(GAP), gap_closed(GAP, 28))


def test_a_right_that_follows_on_leaves_no_gap() -> None:
    given(*OPEN_C2S).when(
        lambda pathway: pathway.rights.renew(
            right_id=RIGHT, starts_on=GAP, ends_on=ITS_END, rules=RULES, at=MARCH_5
        )
    ).then(of_right(said.RightRenewed, starts_on=GAP, ends_on=ITS_END))


def test_another_right_of_the_same_cover_relieves_the_one_that_ends() -> None:
    puma = held(Scheme.PUMA, date(2026, 11, 1), None, right_id=OTHER_RIGHT)
    given(opened(), AME, puma).when(expire).then(AME_EXPIRED)


def test_a_gap_closed_by_another_right_keeps_the_class_of_the_more_sensitive_one() -> None:
    from_february = {"scheme": Scheme.PUMA, "starts_on": date(2027, 2, 1)}
    given(opened(), AME, AME_EXPIRED).when(lambda pathway: declare(pathway, **from_february)).then(
        held(Scheme.PUMA, date(2027, 2, 1), None, right_id=OTHER_RIGHT),
        gap_closed(date(2027, 1, 1), 31, cover=Cover.BASIC).model_copy(update=STATUS),
    )


def test_a_gap_opens_again_when_the_right_that_closed_it_was_an_error() -> None:
    puma = held(Scheme.PUMA, date(2027, 2, 1), None, right_id=OTHER_RIGHT)
    given(opened(), AME, AME_EXPIRED, puma).when(
        lambda pathway: pathway.rights.enter_in_error(right_id=OTHER_RIGHT, rules=RULES, at=MARCH_5)
    ).then(
        of_right(said.RightEnteredInError, right_id=OTHER_RIGHT, corrects=4),
        gap_opened(date(2027, 1, 1), Cover.BASIC).model_copy(update=STATUS),
    )


def test_a_cover_that_was_backdated_shows_that_there_never_was_a_gap() -> None:
    from_december = {"scheme": Scheme.PUMA, "starts_on": date(2026, 12, 1)}
    given(opened(), AME, AME_EXPIRED).when(lambda pathway: declare(pathway, **from_december)).then(
        held(Scheme.PUMA, date(2026, 12, 1), None, right_id=OTHER_RIGHT),
        gap_closed(date(2027, 1, 1), 0, cover=Cover.BASIC).model_copy(update=STATUS),
    )


def test_a_complementary_cover_relieves_no_basic_one() -> None:
    c2s = held(Scheme.C2S, date(2026, 1, 1), date(2028, 1, 1), right_id=OTHER_RIGHT)
    given(opened(), AME, c2s).when(expire).then(
        AME_EXPIRED,
        gap_opened(date(2027, 1, 1), Cover.BASIC).model_copy(update=STATUS),
    )


def test_a_right_that_is_no_health_cover_leaves_no_gap() -> None:
    rsa = held(Scheme.RSA, date(2026, 1, 1), date(2026, 12, 31))
    given(opened(), rsa).when(expire).then(expired(date(2026, 12, 31)))


def test_a_death_opens_no_gap() -> None:
    on = date(2026, 5, 2)
    given(*OPEN_C2S).when(
        lambda pathway: pathway.rights.end(
            right_id=RIGHT, reason=EndReason.DEATH, rules=RULES, on=on, at=MARCH_5
        )
    ).then(expired(on, EndReason.DEATH))


def test_a_suspension_is_a_gap_too() -> None:
    june, july = date(2026, 6, 1), date(2026, 7, 1)
    suspended = of_right(said.RightSuspended, on=june, reason=SuspensionReason.OTHER)
    given(*OPEN_C2S).when(
        lambda pathway: pathway.rights.suspend(
            right_id=RIGHT, reason=SuspensionReason.OTHER, rules=RULES, on=june, at=MARCH_5
        )
    ).then(suspended, gap_opened(june))
    given(*OPEN_C2S, suspended).when(
        lambda pathway: pathway.rights.restore(right_id=RIGHT, rules=RULES, on=july, at=MARCH_5)
    ).then(of_right(said.RightRestored, on=july), gap_closed(june, 30))


def test_a_corrected_last_day_moves_the_gap() -> None:
    ends = date(2027, 4, 15)
    given(*OPEN_C2S, expired(LAST)).when(
        lambda pathway: pathway.rights.correct(
            right_id=RIGHT,
            period_starts_on=date(2026, 4, 1),
            starts_on=date(2026, 4, 1),
            ends_on=ends,
            rules=RULES,
            at=MARCH_5,
        )
    ).then(
        of_right(said.RightCorrected, corrects=4, starts_on=date(2026, 4, 1), ends_on=ends),
        gap_closed(GAP, 0),
        gap_opened(date(2027, 4, 16)),
    )


def test_a_corrected_renewal_counts_the_days_again() -> None:
    starts = date(2027, 4, 11)
    given(*OPEN_C2S, expired(LAST), RENEWED).when(
        lambda pathway: pathway.rights.correct(
            right_id=RIGHT,
            period_starts_on=LATE,
            starts_on=starts,
            ends_on=ITS_END,
            rules=RULES,
            at=MARCH_5,
        )
    ).then(
        of_right(said.RightCorrected, corrects=6, starts_on=starts, ends_on=ITS_END),
        gap_closed(GAP, 10),
    )


def test_an_end_withdrawn_takes_its_gap_back() -> None:
    given(*OPEN_C2S, expired(LAST)).when(
        lambda pathway: pathway.rights.withdraw_end(right_id=RIGHT, rules=RULES, at=MARCH_5)
    ).then(of_right(said.RightExpiredInError, corrects=5), gap_closed(GAP, 0))


def test_a_right_entered_in_error_takes_its_gap_away() -> None:
    given(*OPEN_C2S, expired(LAST), RENEWED).when(
        lambda pathway: pathway.rights.enter_in_error(right_id=RIGHT, rules=RULES, at=MARCH_5)
    ).then(of_right(said.RightEnteredInError, corrects=2), gap_closed(GAP, 0))
