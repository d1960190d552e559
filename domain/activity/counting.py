"""How many came, without saying who: people who gave no name are counts, never half-identities."""

from typing import Annotated

from pydantic import Field

from domain.refusals import Conflict

Many = Annotated[int, Field(ge=0, le=100_000)]
Minutes = Annotated[int, Field(ge=1, le=60_000)]


class MoreCountedThanCame(Conflict):
    code = "more-counted-than-came"
    title = "No count can be above the people who came: count each person once under a heading."


def must_have_come(people: int, *counts: int) -> None:
    """Refuse a count above the number of people it is taken among.

    Raises:
        MoreCountedThanCame: somebody would be counted twice under one heading.
    """
    if any(count > people for count in counts):
        raise MoreCountedThanCame
