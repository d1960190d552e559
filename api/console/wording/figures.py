"""Words for what figures are told by."""

from api.console.wording.tables import Tables
from api.languages.words import phrase
from api.observatory import words as observatory
from api.publications import words as publications
from domain.observatory.asked import Split
from domain.observatory.indicators import Indicator
from domain.publication.catalogue import Dimensions, TableName

FIGURES: Tables = {
    Indicator: observatory.NAMES,
    Split: {
        Split.NOTHING: phrase("Nothing else"),
        Split.MONTH: phrase("Month"),
        Split.ORGANISATION: phrase("Organisation"),
        Split.COMMUNE: phrase("Commune"),
    },
    TableName: publications.NAMES,
    Dimensions: publications.DIMENSIONS,
}
