"""What would make no sense for this person is never told of them."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TypeVar

from domain.pathway.needs import NeedKind
from domain.pathway.referrals.words import Service
from seeds.stories.story import Story

T = TypeVar("T")

PREGNANCY = frozenset({Service.MATERNITY_CARE, NeedKind.PREGNANCY})
CHILDREN = frozenset({Service.PARENTHOOD_SUPPORT, Service.CHILD_PROTECTION, NeedKind.CHILDREN})
FOREIGNERS = frozenset({Service.AME_APPLICATION, Service.RESIDENCE_PERMIT, Service.ASYLUM_SUPPORT})
LEARNERS = frozenset({Service.LANGUAGE_LEARNING, NeedKind.LANGUAGE})


def fits(story: Story, what: object, at: datetime) -> bool:
    """Whether this service or need could be this person's, that day."""
    person, day = story.person, at.date()
    if what in PREGNANCY:
        return person.may_be_pregnant(day)
    if what in CHILDREN:
        return any(child.born <= day for child in person.children)
    if what in FOREIGNERS:
        return person.from_outside_the_union
    return what not in LEARNERS or person.needs_interpreter


def fitting(story: Story, weights: Mapping[T, float], at: datetime) -> dict[T, float]:
    """The same weights without what could not be this person's."""
    return {what: weight for what, weight in weights.items() if fits(story, what, at)}


def those_fitting(story: Story, kinds: Iterable[T], at: datetime) -> list[T]:
    """Of these, what could be this person's."""
    return [what for what in kinds if fits(story, what, at)]
