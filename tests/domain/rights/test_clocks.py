from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from domain.rights.clocks import (
    Deadline,
    Window,
    answer_due,
    appeal_answer_due,
    appeal_due,
    ceiling_on,
    end_of,
    is_too_old,
    kept_until,
    renewal_window,
    upkeep_due,
)
from domain.rights.rules import (
    Answer,
    Appeal,
    Ceiling,
    DocumentRule,
    Duration,
    Keeping,
    RenewalWindow,
    RuleBook,
    RulePack,
    RunsFrom,
    SchemeRules,
    Upkeep,
)
from domain.rights.schemes import AppealStep, Document, Scheme

DAY = date(2026, 1, 31)
SOURCE: dict[str, Any] = {"source": "an example", "read_on": date(2026, 1, 1)}


def answer(runs_from: RunsFrom, *, verified: bool = True) -> Answer:
    return Answer(months=1, runs_from=runs_from, source="a law", read_on=DAY, verified=verified)


def test_the_time_to_answer_runs_from_the_filing() -> None:
    rule = answer(RunsFrom.FILING)
    assert answer_due(rule, filed=DAY, complete=None) == Deadline(date(2026, 2, 28), verified=True)


def test_the_time_to_answer_may_run_from_the_complete_file_only() -> None:
    rule = answer(RunsFrom.COMPLETE_FILE, verified=False)
    assert answer_due(rule, filed=DAY, complete=None) is None
    assert answer_due(rule, filed=DAY, complete=date(2026, 3, 31)) == Deadline(
        date(2026, 4, 30), verified=False
    )


def test_no_clock_runs_without_a_rule() -> None:
    assert answer_due(None, filed=DAY, complete=DAY) is None
    assert end_of(None, starts=DAY, filed=DAY) is None
    assert renewal_window(None, ends=DAY) is None
    assert appeal_due(None, refused=DAY) is None
    assert appeal_answer_due(None, filed=DAY) is None
    assert upkeep_due(None, last_done=DAY) is None
    assert not is_too_old(None, issued=DAY, on=date(2030, 1, 1))


def test_a_right_lasts_from_its_first_day_or_from_its_filing() -> None:
    start = Duration(months=12, **SOURCE, verified=True)
    filing = start.model_copy(update={"runs_from": RunsFrom.FILING})
    assert end_of(start, starts=date(2026, 4, 1), filed=DAY) == Deadline(
        date(2027, 3, 31), verified=True
    )
    assert end_of(filing, starts=date(2026, 4, 1), filed=DAY) == Deadline(
        date(2027, 1, 30), verified=True
    )
    assert end_of(filing, starts=date(2026, 4, 1), filed=None) is None


def test_a_renewal_window_lies_before_the_end() -> None:
    rule = RenewalWindow(opens=4, closes=2, **SOURCE, verified=True)
    window = renewal_window(rule, ends=date(2026, 6, 30))
    assert window == Window(date(2026, 2, 28), date(2026, 4, 30), verified=True)
    assert [window.includes(date(2026, 2, day)) for day in (27, 28)] == [False, True]
    assert window.includes(date(2026, 4, 30))
    assert not window.includes(date(2026, 5, 1))


def test_a_right_without_term_is_not_renewed() -> None:
    rule = RenewalWindow(opens=4, **SOURCE, verified=True)
    assert renewal_window(rule, ends=None) is None


def test_an_appeal_and_its_answer_have_their_own_clocks() -> None:
    prior = Appeal(
        step=AppealStep.PRIOR,
        within_months=2,
        answered_within_months=1,
        **SOURCE,
        verified=False,
    )
    court = prior.model_copy(update={"answered_within_months": None})
    assert appeal_due(prior, refused=date(2025, 12, 31)) == Deadline(
        date(2026, 2, 28), verified=False
    )
    assert appeal_due(prior, refused=None) is None
    assert appeal_answer_due(prior, filed=DAY) == Deadline(date(2026, 2, 28), verified=False)
    assert appeal_answer_due(prior, filed=None) is None
    assert appeal_answer_due(court, filed=DAY) is None


def test_what_keeps_a_right_is_done_again_every_few_months() -> None:
    rule = Upkeep(act="contact", every_months=3, **SOURCE, verified=True)
    assert upkeep_due(rule, last_done=date(2026, 11, 30)) == Deadline(
        date(2027, 2, 28), verified=True
    )


def test_a_right_outlives_the_permit_and_is_closed_after_a_notice() -> None:
    rule = Keeping(months_after_permit=6, days_before_closing=45, **SOURCE, verified=True)
    ended = date(2026, 8, 31)  # kept until 28 February 2027
    assert kept_until(rule, permit_ended=ended, noticed=None) == Deadline(
        date(2027, 4, 14), verified=True
    )
    assert kept_until(rule, permit_ended=ended, noticed=date(2027, 2, 1)) == Deadline(
        date(2027, 4, 14), verified=True
    )
    assert kept_until(rule, permit_ended=ended, noticed=date(2027, 3, 31)) == Deadline(
        date(2027, 5, 15), verified=True
    )
    assert kept_until(None, permit_ended=ended, noticed=None) is None


@pytest.mark.parametrize(
    ("issued", "on", "too_old"),
    [
        (date(2025, 2, 28), date(2026, 2, 28), False),
        (date(2025, 2, 28), date(2026, 3, 1), True),
        (None, date(2026, 3, 1), False),
    ],
)
def test_a_document_ages(issued: date | None, on: date, too_old: bool) -> None:
    rule = DocumentRule(
        document=Document.RESIDENCE, issued_within_months=12, **SOURCE, verified=True
    )
    ageless = rule.model_copy(update={"issued_within_months": None})
    doubtful = rule.model_copy(update={"verified": False})
    assert is_too_old(rule, issued=issued, on=on) is too_old
    assert not is_too_old(ageless, issued=issued, on=on)
    assert not is_too_old(doubtful, issued=issued, on=on)


def test_a_ceiling_holds_between_two_days_and_grows_with_the_household() -> None:
    ceiling = Ceiling(
        starts_on=date(2025, 4, 1),
        ends_on=date(2026, 3, 31),
        free=(100, 150),
        free_each_further=40,
        **SOURCE,
        verified=True,
    )
    rules = SchemeRules(ceilings=(ceiling,))
    assert ceiling_on(rules, date(2025, 3, 31)) is None
    assert ceiling_on(rules, date(2025, 4, 1)) == ceiling
    assert ceiling_on(rules, date(2026, 4, 1)) is None
    assert [ceiling.free_for(people) for people in (1, 2, 3, 5)] == [100, 150, 190, 270]
    assert ceiling.with_contribution_for(2) is None
    with_contribution = ceiling.model_copy(
        update={"contribution": (200,), "contribution_each_further": 50}
    )
    assert with_contribution.with_contribution_for(3) == 300


def pack(version: str, since: date) -> RulePack:
    return RulePack(version=version, since=since, schemes={})


OLD, NEW = pack("rights-2026", date(2026, 1, 1)), pack("rights-2027", date(2027, 1, 1))


def test_a_day_is_ruled_by_the_latest_pack_in_force() -> None:
    book = RuleBook.of([NEW, OLD])
    assert book.on(date(2026, 12, 31)) == OLD
    assert book.on(date(2027, 1, 1)) == NEW
    assert book.on(date(2020, 1, 1)) == OLD


def test_an_old_decision_is_read_under_its_own_rules() -> None:
    book = RuleBook.of([OLD, NEW])
    assert book.version("rights-2026") == OLD
    assert book.version("rights-1999") is None


@pytest.mark.parametrize("packs", [[], [OLD, OLD]])
def test_a_book_has_a_pack_and_no_version_twice(packs: list[RulePack]) -> None:
    with pytest.raises(ValueError, match="a book of rules"):
        RuleBook.of(packs)


def test_nothing_is_known_of_a_scheme_that_the_pack_leaves_out() -> None:
    rules = OLD.of(Scheme.RSA)
    assert (rules.duration, rules.appeal(AppealStep.PRIOR)) == (None, None)
    assert rules.document(Document.IDENTITY) is None


def test_a_rule_without_its_source_is_refused() -> None:
    with pytest.raises(ValidationError):
        Duration.model_validate({"months": 12, "read_on": DAY, "verified": True})
