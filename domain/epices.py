"""The EPICES score of precariousness: eleven questions, each with its weight.

It describes a population. It is never a condition of access to anything.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Self

from pydantic import model_validator

from domain.kernel import Value
from domain.text import Code, Label


class Question(StrEnum):
    """What is asked; each is answered by yes, by no, or not at all."""

    SOCIAL_WORKER = "social_worker"  # meets one at times
    COMPLEMENTARY_INSURANCE = "complementary_insurance"
    COUPLE = "couple"
    HOME_OWNER = "home_owner"
    DIFFICULTY_IN_MONTH = "difficulty_in_month"  # to pay for food, rent, electricity
    SPORT = "sport"  # in the last twelve months
    SHOW = "show"
    HOLIDAYS = "holidays"
    WIDER_FAMILY = "wider_family"  # seen in the last six months
    COULD_BE_HOUSED = "could_be_housed"  # somebody would, for some days
    COULD_BE_HELPED = "could_be_helped"  # somebody would, materially


Answers = Mapping[Question, bool]


class EpicesScale(Value):
    """The weights as published; a score runs from 0 (none) to 100 (greatest precariousness)."""

    version: Code
    source: Label
    read_on: date
    verified: bool
    constant: Decimal
    precarious_from: Decimal
    weights: Mapping[Question, Decimal]  # added for each "yes"

    @model_validator(mode="after")
    def _weighs_each_question(self) -> Self:
        if self.weights.keys() != set(Question):
            raise ValueError("each of the eleven questions has its weight")
        return self

    def score(self, answers: Answers) -> Decimal | None:
        """The score of these answers; None as soon as one is missing."""
        if not_answered(answers):
            return None
        yes = (self.weights[question] for question, answer in answers.items() if answer)
        return self.constant + sum(yes, Decimal())

    def is_precarious(self, score: Decimal) -> bool:
        return score >= self.precarious_from


def not_answered(answers: Answers) -> tuple[Question, ...]:
    """The questions that were not, in the order they are asked."""
    return tuple(question for question in Question if question not in answers)
