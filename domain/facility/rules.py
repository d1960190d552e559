"""How long places are kept and stays last: data, each with where it was read and how sure it is."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from pydantic import Field

from domain.dates import PartialDate, plus_months
from domain.facility.words import FacilityKind
from domain.kernel import Value
from domain.text import Code, Label, Text

YEAR = 12  # months


class Rule(Value):
    """A number; one that is not verified is the network's own to confirm."""

    number: Annotated[int, Field(ge=1, le=2_000)]
    source: Label
    read_on: date
    verified: bool
    remark: Text | None = None


class PlaceRules(Value):
    """`term`: months that are agreed at once, before a stay is extended, by kind of facility.

    `birthday`: the one of the youngest child at which a stay is over, by kind of facility.
    """

    version: Code
    request_hours: Rule
    offer_hours: Rule
    arrival_days: Rule
    few: Rule
    term: Mapping[FacilityKind, Rule]
    birthday: Mapping[FacilityKind, Rule]

    def longest_until(self, kind: FacilityKind, starts: date) -> date | None:
        """The first day beyond what is agreed at once; None: there is no such rule."""
        term = self.term.get(kind)
        return plus_months(starts, term.number) if term else None

    def over_at_birthday(self, kind: FacilityKind, born: PartialDate | None) -> date | None:
        """The first day on which a child is too old; None: no rule, or not known well enough.

        A date known in part gives the latest day it may mean; an estimate ends nobody's stay.
        """
        rule = self.birthday.get(kind)
        if rule is None or born is None or born.approximate:
            return None
        return birthday(born.latest, rule.number)


def birthday(born: date, years: int) -> date:
    """The first day at that age; of a 29 February, in other years, the first of March.

    The child has not reached the age while the eve has not passed: an age counted in years that
    would end on a missing 29 February lasts through the 28th (code of civil procedure, article
    641), and the interval is open at its end.
    """
    turn = plus_months(born, years * YEAR)
    return turn if turn.day == born.day else date(turn.year, turn.month + 1, 1)
