"""People of two towns and what they need, for the tables of the scenarios."""

from collections.abc import Iterable, Mapping

from domain.publication.release import Tables
from domain.publication.tables import Category, Dimension, Outline, Place, Table, Traits, counted

TOWN = Dimension(
    code="town",
    categories=(Category(code="north"), Category(code="south"), Category(code="others")),
    rest="others",
)
AGE = Dimension(code="age", categories=(Category(code="young"), Category(code="old")))
NEED = Dimension(
    code="need",
    categories=(Category(code="food"), Category(code="rent"), Category(code="bus")),
    several=True,
)

BY_TOWN = Outline(code="by-town", counts="people", dimensions=(TOWN,))
BY_AGE = Outline(code="by-age", counts="people", dimensions=(TOWN, AGE))
BY_NEED = Outline(code="by-need", counts="in-need", among="people", dimensions=(TOWN, NEED))


def somebody(town: str, age: str = "old", *needs: str) -> Traits:
    return {
        "town": frozenset({town}),
        "age": frozenset({age}),
        "need": frozenset(needs),
    }


def people(town: str, many: int, age: str = "old", *needs: str) -> list[Traits]:
    return [somebody(town, age, *needs)] * many


def tables(told: Iterable[Traits], *outlines: Outline, year: int = 2025) -> Tables:
    everybody = list(told)
    return Tables(year=year, tables=tuple(counted(one, everybody) for one in outlines))


def hiding(told: Tables, **places: Iterable[Place]) -> Tables:
    """The same release with the numbers hidden of these places, by table."""
    hidden: Mapping[str, Iterable[Place]] = {
        code.replace("_", "-"): those for code, those in places.items()
    }
    return told.model_copy(
        update={
            "tables": tuple(
                table.hiding(hidden.get(table.outline.code, ())) for table in told.tables
            )
        }
    )


def naive(told: Tables) -> Tables:
    """What hides numbers of one to ten people and nothing else."""
    return told.model_copy(update={"tables": tuple(_without_small(one) for one in told.tables)})


def _without_small(table: Table) -> Table:
    return table.hiding(place for place, number in table.cells().items() if number in range(1, 11))


def shown(told: Tables, code: str) -> dict[Place, int]:
    """The numbers that a table tells."""
    (table,) = (one for one in told.tables if one.outline.code == code)
    return {place: number for place, number in table.cells().items() if number is not None}
