"""Amounts, languages and countries, as each language writes them."""

from decimal import Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.numbers import format_currency

from api.languages.choosing import Language

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
