"""Say figures in a language."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from api.languages.choosing import Language
from api.languages.words import words_in
from api.observatory.categories import CATEGORIES, DETAILS, NONE, Words
from api.observatory.shown import (
    CellShown,
    FigureShown,
    FiguresReplayedShown,
    FiguresShown,
    QuartilesShown,
)
from api.observatory.words import DEFINITIONS, NAMES, UNITS
from application.observatory.figures_told import FiguresReplayed, FiguresTold
from domain.observatory.asked import FiguresAsked, Split
from domain.observatory.figures import Cell, Figure, Kind
from domain.observatory.indicators import Indicator, Measure

Named = Callable[[UUID], str]  # the name of an organisation


def told(figures: FiguresTold, language: Language, *, position: str, named: Named) -> FiguresShown:
    """What is told of now."""
    return FiguresShown(**Teller(language, figures.asked.split, named).all(figures, position))


def told_again(
    figures: FiguresReplayed, language: Language, *, position: str, named: Named
) -> FiguresReplayedShown:
    """What is told of then."""
    return FiguresReplayedShown(
        **Teller(language, figures.asked.split, named).all(figures, position),
        erased_since=figures.erased_since,
        taken_out_since=figures.taken_out_since,
    )


@dataclass(frozen=True, slots=True)
class Teller:
    language: Language
    split: Split
    named: Named

    def all(self, figures: FiguresTold, position: str) -> dict[str, Any]:
        asked = figures.asked
        return {
            "language": self.language,
            "first": asked.first,
            "last": asked.last,
            "organisation_id": asked.organisation_id,
            "territory": self._territory(asked),
            "commune": asked.commune,
            "split": asked.split,
            "position": position,
            "left_out": figures.left_out,
            "figures": tuple(self._figure(figure) for figure in figures.figures),
        }

    def _territory(self, asked: FiguresAsked) -> str:
        where = (
            self.named(asked.organisation_id) if asked.organisation_id else self._("The network")
        )
        if asked.commune is None:
            return where
        said = self._("commune %(code)s") % {"code": asked.commune}
        return f"{where}, {said}"

    def _figure(self, figure: Figure) -> FigureShown:
        measure = figure.indicator.measure
        return FigureShown(
            indicator=figure.indicator,
            name=self._(NAMES[figure.indicator]),
            definition=self._(DEFINITIONS[figure.indicator]),
            measure=measure,
            unit=self._(UNITS[figure.indicator.unit]),
            whole=self._cell(figure.whole, figure.indicator) if figure.whole else None,
            cells=tuple(self._cell(cell, figure.indicator) for cell in figure.cells),
        )

    def _cell(self, cell: Cell, of: Indicator) -> CellShown:
        measure = of.measure
        return CellShown(
            split=cell.kind.split,
            category=cell.kind.category,
            detail=cell.kind.detail,
            label=self._label(cell.kind, of),
            number=cell.number(measure),
            people=cell.people,
            times=cell.times,
            quartiles=QuartilesShown.model_validate(cell.quartiles)
            if measure is Measure.QUARTILES
            else None,
        )

    def _label(self, kind: Kind, of: Indicator) -> str:
        category = (
            self._organisation(kind.category)
            if of is Indicator.DAYS_TO_ANSWER
            else self._word(kind.category, CATEGORIES[of])
        )
        detail = self._word(kind.detail, DETAILS.get(of, NONE))
        return " · ".join(part for part in (self._split(kind.split), category, detail) if part)

    def _split(self, said: str) -> str:
        if self.split is Split.ORGANISATION:
            return self._organisation(said) or self._("Not said")
        if self.split is Split.COMMUNE:
            return said or self._("Not said")
        return said

    def _organisation(self, said: str) -> str:
        return self.named(UUID(said)) if said else ""

    def _word(self, code: str, words: Words) -> str:
        return self._(words[code]) if code in words else code

    def _(self, said: str) -> str:
        return words_in(self.language).gettext(said)
