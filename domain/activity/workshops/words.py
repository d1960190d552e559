"""The words of workshops: a theme, those who lead it, so many places in each session."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from domain.activity.themes import CLASS_OF_THEME, PreventionTheme
from domain.data_classes import DataClass
from domain.kernel import Value
from domain.members import Profession

Leaders = Annotated[
    tuple[Profession, ...],  # in one order, so that what is said twice reads the same
    Field(min_length=1, max_length=10),
    AfterValidator(lambda leaders: tuple(sorted(set(leaders)))),
]


class Setting(StrEnum):
    """In what kind of facility it takes place."""

    MATERNAL_CENTRE = "maternal_centre"
    SHELTER = "shelter"
    PARENTHOOD_SUPPORT = "parenthood_support"
    HEALTH_CENTRE = "health_centre"
    ASSOCIATION = "association"
    OTHER = "other"


class Workshop(Value):
    theme: PreventionTheme
    leaders: Leaders
    places: Annotated[int, Field(ge=1, le=1_000)]  # in each session, nameless people included
    setting: Setting = Setting.OTHER
    data_class: DataClass | None = None  # raises the class, where the place says more

    @property
    def class_of_coming(self) -> DataClass:
        """How sensitive it is to know that somebody comes."""
        of_theme = CLASS_OF_THEME.get(self.theme, DataClass.SOCIAL)
        return of_theme.raised_to(self.data_class)
