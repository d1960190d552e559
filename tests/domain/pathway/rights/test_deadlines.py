from datetime import date

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.rights import facts as said
from domain.pathway.rights.deadlines import Deadlines, deadlines_of
from domain.rights.clocks import Deadline, Window
from domain.rights.rules import SchemeRules
from domain.rights.schemes import AppealStep, Decision, Scheme
from tests.domain.pathway.people import opened
from tests.domain.pathway.rights.examples import (
    ASKED_C2S,
    FILED,
    FILED_ON,
    LAST,
    OPEN_C2S,
    REFUSED,
    RIGHT,
    RULES,
    expired,
    of_right,
    started,
)
from tests.domain.scenario import known

HEALTH = {"data_class": DataClass.HEALTH}
REFUSED_AAH = (
    opened(),
    started(Scheme.AAH),
    FILED.model_copy(update=HEALTH),
    REFUSED.model_copy(update=HEALTH),
)
PRIOR = of_right(said.AppealFiled, on=date(2026, 7, 1), step=AppealStep.PRIOR, **HEALTH)
DISMISSED = of_right(said.AppealDecided, on=date(2026, 8, 31), decision=Decision.REFUSED, **HEALTH)


def deadlines(*history: Fact, rules: SchemeRules | None = None) -> Deadlines:
    right = known(*history).rights.right(RIGHT)
    return deadlines_of(right, rules or RULES.of(right.scheme))


def test_nothing_is_due_while_papers_are_collected() -> None:
    assert deadlines(opened(), started(Scheme.C2S)) == Deadlines()


def test_the_service_answers_by_a_day_once_its_clock_runs() -> None:
    complete = of_right(said.FileDeclaredComplete, on=FILED_ON)
    assert deadlines(*ASKED_C2S) == Deadlines()
    assert deadlines(*ASKED_C2S, complete) == Deadlines(
        answer=Deadline(date(2026, 5, 10), verified=True)
    )


def test_an_open_right_has_a_last_day_and_a_window_to_renew_it() -> None:
    assert deadlines(*OPEN_C2S) == Deadlines(
        renewal=Window(date(2026, 11, 30), date(2027, 1, 31), verified=True),
        end=Deadline(LAST, verified=True),
    )


def test_a_renewal_that_is_filed_is_awaited_and_no_longer_to_file() -> None:
    renewal = of_right(said.RenewalFiled, on=date(2026, 12, 15))
    complete = of_right(said.FileDeclaredComplete, on=date(2026, 12, 15))
    assert deadlines(*OPEN_C2S, renewal, complete) == Deadlines(
        answer=Deadline(date(2027, 2, 15), verified=True), end=Deadline(LAST, verified=True)
    )


def test_a_refusal_opens_the_time_to_appeal() -> None:
    assert deadlines(*REFUSED_AAH) == Deadlines(appeal=Deadline(date(2026, 7, 31), verified=True))


def test_an_appeal_is_answered_by_a_day_then_the_court_is_left() -> None:
    assert deadlines(*REFUSED_AAH, PRIOR) == Deadlines(
        appeal_answer=Deadline(date(2026, 9, 1), verified=True)
    )
    assert deadlines(*REFUSED_AAH, PRIOR, DISMISSED) == Deadlines(
        appeal=Deadline(date(2026, 10, 31), verified=False)
    )


def test_where_no_prior_appeal_is_known_the_court_is_the_first_step() -> None:
    rules = RULES.of(Scheme.AAH)
    court = rules.model_copy(update={"appeals": rules.appeals[1:]})
    assert deadlines(*REFUSED_AAH, rules=court).appeal == Deadline(
        date(2026, 7, 31), verified=False
    )


def test_nothing_is_due_of_a_right_that_ended_or_was_granted_without_its_dates() -> None:
    granted = of_right(said.ImpliedDecisionReached, on=FILED_ON, decision=Decision.GRANTED)
    assert deadlines(*OPEN_C2S, expired(LAST)) == Deadlines()
    assert deadlines(*ASKED_C2S, granted) == Deadlines()
