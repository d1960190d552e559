"""What the observatory counts: each indicator, what it measures, and in which unit."""

from enum import StrEnum


class Measure(StrEnum):
    """What a figure says of the contributions it is made of."""

    PEOPLE = "people"  # different people, each once
    COUNT = "count"
    TOTAL = "total"
    QUARTILES = "quartiles"


class Indicator(StrEnum):
    """Their order is that of a report."""

    PEOPLE_MET = "people_met"
    PEOPLE_NEW = "people_new"

    @property
    def measure(self) -> Measure:
        return MEASURES.get(self, Measure.COUNT)


MEASURES = {
    Indicator.PEOPLE_MET: Measure.PEOPLE,
    Indicator.PEOPLE_NEW: Measure.PEOPLE,
}
