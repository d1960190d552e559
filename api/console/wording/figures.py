"""Words for what figures are told by."""

from api.console.wording.tables import Tables
from api.languages.words import phrase
from api.observatory import words as observatory
from api.publications import words as publications
from domain.observatory.asked import Split
from domain.observatory.indicators import Indicator
from domain.publication.catalogue import Dimensions, TableName
from domain.publication.hiding import Why

FIGURES: Tables = {
    Indicator: observatory.NAMES,
    Split: {
        Split.NOTHING: phrase("Nothing else"),
        Split.MONTH: phrase("Month"),
        Split.ORGANISATION: phrase("Organisation"),
        Split.COMMUNE: phrase("Commune"),
    },
    Why: {
        Why.SMALL: phrase("Fewer than eleven people"),
        Why.COMPLEMENT: phrase("A hidden number would follow from it"),
        Why.BEFORE: phrase("Hidden by an earlier publication"),
        Why.NEAR: phrase("Too near what an earlier publication told"),
    },
    TableName: publications.NAMES,
    Dimensions: publications.DIMENSIONS,
}
