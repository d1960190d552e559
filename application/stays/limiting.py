"""How long a stay may last in a facility, as whoever decides it may know."""

from datetime import date

from domain.facility.register import Described
from domain.facility.rules import PlaceRules
from domain.pathway.pathway import Pathway
from domain.pathway.stays.asking import Limits


def limits_of(
    facility: Described, rules: PlaceRules, *, agreed_from: date, seen: Pathway
) -> Limits:
    """`seen` is the pathway as they see it: a child that is hidden from them ends nothing."""
    born = seen.household.youngest_born
    return Limits(
        term=rules.longest_until(facility.kind, agreed_from),
        birthday=rules.over_at_birthday(facility.kind, born),
    )
