"""What is asked of the observatory, as it was typed: a period, a territory, how it is told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends, Request
from pydantic import ValidationError

from api.console.forms.asking import local_day
from api.console.visit import AVisit
from api.languages.words import phrase
from api.observatory.themes import INDICATORS, Theme
from api.problems import Unreadable
from domain.observatory.asked import FiguresAsked, Split

FAULTS: Mapping[str, str] = {  # by the field that they are about
    "from": phrase("The first day is a date, such as 2026-01-01."),
    "to": phrase("The last day is a date, such as 2026-12-31."),
    "organisation_id": phrase("Choose an organisation of the list."),
    "commune": phrase("A commune is told by its official code, five signs such as 63338."),
    "split": phrase("Choose one of the list."),
}
FIELDS = {"first": "from", "last": "to"}  # of what is asked, where the address says it otherwise


@dataclass(frozen=True, slots=True)
class Asked:
    """Each part as it was typed; empty where it was not."""

    first: str
    last: str
    organisation_id: str
    commune: str
    split: str
    themes: frozenset[str]

    def question(self) -> FiguresAsked:
        """What is asked.

        Raises:
            ValidationError: it cannot be read.
        """
        said = {
            "first": self.first,
            "last": self.last,
            "organisation_id": self.organisation_id or None,
            "commune": self.commune or None,
            "split": self.split or Split.NOTHING,
        }
        return FiguresAsked.model_validate(said)

    def readable(self) -> FiguresAsked:
        """What is asked, where no form can say what is wrong.

        Raises:
            Unreadable: it cannot be read.
        """
        try:
            return self.question()
        except ValidationError:
            raise Unreadable from None

    def has(self, indicator: str) -> bool:
        """Whether a figure is of the themes that are asked for; none: all of them."""
        return not self.themes or any(indicator in INDICATORS[Theme(one)] for one in self.themes)

    @property
    def query(self) -> str:
        """The same question, as an address asks it."""
        said = {
            "from": self.first,
            "to": self.last,
            "organisation_id": self.organisation_id,
            "commune": self.commune,
            "split": self.split,
        }
        parts = [(name, value) for name, value in said.items() if value]
        return urlencode(parts + [("theme", one) for one in sorted(self.themes)])


async def asked(request: Request, visit: AVisit) -> Asked:
    """As the address says it; of this year where it says nothing."""
    said, today = request.query_params, local_day(visit)
    return Asked(
        first=said.get("from", f"{today.year}-01-01").strip(),
        last=said.get("to", f"{today}").strip(),
        organisation_id=said.get("organisation_id", "").strip(),
        commune=said.get("commune", "").strip().upper(),
        split=said.get("split", ""),
        themes=frozenset(said.getlist("theme")) & frozenset(Theme),
    )


def faults(error: ValidationError) -> Iterator[tuple[str, str]]:
    """The fields that cannot be read, each with a sentence in English."""
    for one in error.errors():
        field = FIELDS.get(str(one["loc"][0]), str(one["loc"][0]))
        yield field, FAULTS[field]


AnAsked = Annotated[Asked, Depends(asked)]
