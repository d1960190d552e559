"""The tables that are published, and no others.

Of a commune only what is social is counted, as in the observatory; of the network, nothing of
mental health, screening or protection. People are told apart by where they lived at the end of the
year, among communes that whoever publishes names: to choose them from the data would tell of it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.data_classes import DataClass
from domain.observatory.contributions import Contribution
from domain.observatory.figures import GUARDED, LOCAL
from domain.observatory.indicators import Indicator
from domain.observatory.referrals import ACCEPTED, EXPIRED, REJECTED
from domain.pathway.needs import NeedKind
from domain.pathway.obstacles.words import ObstacleKind
from domain.publication.release import Tables
from domain.publication.tables import Category, Dimension, Outline, Traits, counted
from domain.rights.schemes import Scheme

OTHERS, UNKNOWN = "others", "unknown"  # communes that are not named, or were never told
PEOPLE = "people"


class TableName(StrEnum):
    PEOPLE = "people-by-commune"
    NEEDS = "needs-by-commune"
    OBSTACLES = "obstacles-by-commune"
    RIGHTS = "rights-opened"
    REFERRALS = "referrals-answered"


class Dimensions(StrEnum):
    COMMUNE = "commune"
    NEED = "need"
    OBSTACLE = "obstacle"
    SCHEME = "scheme"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Told:
    """Which contributions put somebody in which categories of a dimension."""

    indicator: Indicator
    codes: tuple[str, ...]
    local: bool  # whether it is told by commune


TOLD: Mapping[Dimensions, Told] = {
    Dimensions.NEED: Told(
        Indicator.NEEDS, tuple(one for one in NeedKind if one.data_class in LOCAL), local=True
    ),
    Dimensions.OBSTACLE: Told(
        Indicator.OBSTACLES,
        tuple(one for one in ObstacleKind if one.data_class in LOCAL),
        local=True,
    ),
    Dimensions.SCHEME: Told(
        Indicator.RIGHTS_OPENED,
        tuple(one for one in Scheme if one.data_class not in GUARDED),
        local=False,
    ),
    Dimensions.ANSWER: Told(
        Indicator.REFERRALS_ANSWERED, (ACCEPTED, REJECTED, EXPIRED), local=False
    ),
}
TABLES = {
    TableName.NEEDS: Dimensions.NEED,
    TableName.OBSTACLES: Dimensions.OBSTACLE,
    TableName.RIGHTS: Dimensions.SCHEME,
    TableName.REFERRALS: Dimensions.ANSWER,
}


def outlines(communes: Sequence[str]) -> tuple[Outline, ...]:
    """What each table counts, and by what; `communes` are those that are named."""
    commune = Dimension(
        code=Dimensions.COMMUNE,
        categories=tuple(Category(code=code) for code in (*communes, OTHERS, UNKNOWN)),
        rest=OTHERS,
    )
    return (
        Outline(code=TableName.PEOPLE, counts=PEOPLE, dimensions=(commune,)),
        *(_outline(name, by, commune) for name, by in TABLES.items()),
    )


def _outline(name: TableName, by: Dimensions, commune: Dimension) -> Outline:
    told = TOLD[by]
    several = Dimension(
        code=by, categories=tuple(Category(code=code) for code in told.codes), several=True
    )
    return Outline(
        code=name,
        counts=f"{PEOPLE}-by-{by}",
        among=PEOPLE,
        dimensions=(commune, several) if told.local else (several,),
    )


def traits(contributions: Iterable[Contribution], commune: str | None) -> Traits | None:
    """What tells a person apart, from what they contribute to one year; None: nothing that counts.

    Whatever is of mental health, screening or protection is not looked at.
    """
    counts = [one for one in contributions if one.data_class not in GUARDED]
    if not counts:
        return None
    found: dict[str, frozenset[str]] = {by: _codes(told, counts) for by, told in TOLD.items()}
    return found | {Dimensions.COMMUNE: frozenset({commune or UNKNOWN})}


def _codes(told: Told, contributions: Iterable[Contribution]) -> frozenset[str]:
    allowed: Collection[DataClass] = LOCAL if told.local else frozenset(DataClass) - GUARDED
    return frozenset(
        one.category
        for one in contributions
        if one.indicator is told.indicator and one.data_class in allowed
    )


def tables_of(year: int, communes: Sequence[str], people: Iterable[Traits]) -> Tables:
    """Every table of the catalogue, with nothing left out yet."""
    everybody = list(people)
    return Tables(
        year=year, tables=tuple(counted(outline, everybody) for outline in outlines(communes))
    )


def communes_in(tables: Tables) -> tuple[str, ...]:
    """The communes that tables name."""
    (commune,) = {
        dimension
        for table in tables.tables
        for dimension in table.outline.dimensions
        if dimension.code == Dimensions.COMMUNE
    }
    return tuple(code for code in commune.leaves if code not in {OTHERS, UNKNOWN})
