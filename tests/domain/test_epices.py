from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.epices import Question, not_answered
from seeds.rules.shipped import shipped_epices

SCALE = shipped_epices()
BY_LETTER = {
    "w": Question.SOCIAL_WORKER,
    "i": Question.COMPLEMENTARY_INSURANCE,
    "c": Question.COUPLE,
    "o": Question.HOME_OWNER,
    "d": Question.DIFFICULTY_IN_MONTH,
    "s": Question.SPORT,
    "t": Question.SHOW,  # theatre
    "h": Question.HOLIDAYS,
    "f": Question.WIDER_FAMILY,
    "r": Question.COULD_BE_HOUSED,  # a room
    "m": Question.COULD_BE_HELPED,  # materially
}

# Added up by hand: 75.14, and the published weight of each "yes".
WORKED = [
    ("", "75.14", True),
    ("wd", "100.00", True),  # the highest there is
    ("icosthfrm", "0.00", False),  # the lowest
    ("wicodsthfrm", "24.86", False),  # yes to everything
    ("d", "89.94", True),
    ("w", "85.20", True),
    ("i", "63.31", True),
    ("ir", "53.84", True),
    ("icfr", "36.09", True),
    ("icofr", "27.81", False),
    ("wdi", "88.17", True),
    ("wdirm", "71.60", True),
    ("isth", "42.60", True),
    ("icr", "45.56", True),
    ("dicrm", "53.26", True),
    ("wifrm", "47.33", True),
    ("iosfrm", "22.48", False),
    ("wdifrm", "62.13", True),
    ("ihfr", "37.27", True),
    ("sthfr", "35.49", True),
    ("ifrth", "30.17", True),  # the very threshold
]


def answers(yes: str) -> dict[Question, bool]:
    return {question: letter in yes for letter, question in BY_LETTER.items()}


@pytest.mark.parametrize(("yes", "score", "precarious"), WORKED)
def test_a_score_is_the_constant_and_the_weights(yes: str, score: str, precarious: bool) -> None:
    found = SCALE.score(answers(yes))
    assert found == Decimal(score)
    assert SCALE.is_precarious(found) is precarious


@given(st.fixed_dictionaries(dict.fromkeys(Question, st.booleans())))
def test_a_score_stays_on_its_scale(given_answers: dict[Question, bool]) -> None:
    found = SCALE.score(given_answers)
    assert found is not None
    assert 0 <= found <= 100


@pytest.mark.parametrize("missing", Question)
def test_a_missing_answer_gives_no_score(missing: Question) -> None:
    some = answers("wd")
    del some[missing]
    assert SCALE.score(some) is None
    assert not_answered(some) == (missing,)


def test_a_scale_weighs_each_question() -> None:
    said = SCALE.model_dump()
    said["weights"].pop(Question.SPORT)
    with pytest.raises(ValueError, match="eleven"):
        type(SCALE).model_validate(said)
