"""Amounts, numbers, languages and countries, as each language writes them."""

import re
from decimal import Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.numbers import format_currency

from api.languages.choosing import Language

FRENCH_NUMBER = re.compile(r"\+33[1-9][0-9]{8}")
LOCALES = {Language.ENGLISH: "en_GB"}


@lru_cache(maxsize=1_024)
def euros(cents: int, language: Language) -> str:
    """An amount; what is round is written without cents."""
    amount, whole = Decimal(cents) / 100, cents % 100 == 0
    pattern = {Language.FRENCH: "#,##0 ¤", Language.ENGLISH: "¤#,##0"}[language] if whole else None
    locale = LOCALES.get(language, language)
    return format_currency(amount, "EUR", pattern, locale=locale, currency_digits=not whole)


@lru_cache(maxsize=512)
def language_named(code: str, language: Language) -> str:
    """A language of the world; its code where it has no name here."""
    try:
        return str(Locale.parse(code, sep="-").get_display_name(language) or code)
    except (UnknownLocaleError, ValueError):
        return str(Locale(language).languages.get(code.split("-", maxsplit=1)[0], code))


@lru_cache(maxsize=512)
def country_named(code: str, language: Language) -> str:
    return str(Locale(language).territories.get(code, code))


def spaced(number: str) -> str:
    """A number of mainland France as it is read aloud; any other as it is written."""
    if not FRENCH_NUMBER.fullmatch(number):
        return number
    return f"+33 {number[3]} " + " ".join(number[at : at + 2] for at in range(4, len(number), 2))
