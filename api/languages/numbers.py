"""Numbers as each language writes them."""

from babel.numbers import format_decimal

from api.languages.choosing import Language
from api.languages.dates import locale_of


def number(value: float, language: Language, *, decimals: int = 0) -> str:
    """So many decimals, and two at most: such as 1,234.5."""
    digits = "0" * decimals + "#" * (2 - decimals)
    return format_decimal(value, format=f"#,##0.{digits}", locale=locale_of(language))
