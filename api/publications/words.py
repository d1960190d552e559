"""The words of published tables: what each counts, by what."""

from collections.abc import Mapping

from api.languages.words import phrase
from api.observatory.categories import CATEGORIES
from domain.observatory.indicators import Indicator
from domain.publication.catalogue import OTHERS, UNKNOWN, Dimensions, TableName

NAMES: Mapping[str, str] = {
    TableName.PEOPLE: phrase("People, by commune"),
    TableName.NEEDS: phrase("People with a need, by commune"),
    TableName.OBSTACLES: phrase("People who met an obstacle, by commune"),
    TableName.RIGHTS: phrase("People with a right opened, by right"),
    TableName.REFERRALS: phrase("People whose referral was answered, by answer"),
}
DEFINITIONS: Mapping[str, str] = {
    TableName.PEOPLE: phrase(
        "Different people for whom something was done in the year, by where they lived at its end."
    ),
    TableName.NEEDS: phrase(
        "Different people of whom a need was identified in the year; somebody with several needs "
        "counts once in each, and once in all."
    ),
    TableName.OBSTACLES: phrase(
        "Different people of whom an obstacle was reported in the year; somebody who met several "
        "counts once in each, and once in all."
    ),
    TableName.RIGHTS: phrase(
        "Different people of whom a right was opened for the first time in the year; somebody "
        "with several counts once in each, and once in all."
    ),
    TableName.REFERRALS: phrase(
        "Different people of whom a referral to common law was answered, or expired without an "
        "answer, in the year."
    ),
}
DIMENSIONS: Mapping[str, str] = {
    Dimensions.COMMUNE: phrase("Commune"),
    Dimensions.NEED: phrase("Need"),
    Dimensions.OBSTACLE: phrase("Obstacle"),
    Dimensions.SCHEME: phrase("Right"),
    Dimensions.ANSWER: phrase("Answer"),
}
CATEGORY: Mapping[str, Mapping[str, str]] = {
    Dimensions.COMMUNE: {
        OTHERS: phrase("Other communes"),
        UNKNOWN: phrase("Not said"),
    },
    Dimensions.NEED: CATEGORIES[Indicator.NEEDS],
    Dimensions.OBSTACLE: CATEGORIES[Indicator.OBSTACLES],
    Dimensions.SCHEME: CATEGORIES[Indicator.RIGHTS_OPENED],
    Dimensions.ANSWER: CATEGORIES[Indicator.REFERRALS_ANSWERED],
}
EVERYTHING = phrase("All")
