"""Codes that nobody types: languages, countries."""

import re
from collections.abc import Iterator, Mapping

from babel import Locale

from api.console.forms.asking import Asking
from api.console.forms.kinds import Choice
from api.console.forms.sources.source import Source
from api.languages.words import phrase

# Those spoken most by the people whom mediators meet; the first ones first.
SPOKEN = (
    *("fr", "en", "ar", "es", "pt", "ru", "uk", "ro", "sq", "sr", "tr", "ku", "fa", "ps", "ur"),
    *("bn", "ta", "hi", "pa", "ne", "zh", "vi", "hy", "ka", "az", "rom", "bg", "pl", "it", "de"),
    *("ti", "am", "so", "sw", "ln", "kg", "wo", "bm", "ff", "snk", "ha", "yo", "ig", "rw", "mg"),
    *("dyu", "ee", "ak", "om", "kab", "shi", "rif", "ckb", "kmr", "mn", "my", "km", "lo", "th"),
)


ALPHA_2 = re.compile(r"[A-Z]{2}")  # ISO 3166-1; others are parts of the world


# As `refused_papers` of the rules name them, and those that services ask for most.
PAPERS = {
    "passport": phrase("Passport"),
    "identity_card": phrase("Identity card"),
    "residence_permit": phrase("Residence permit, or its receipt"),
    "birth_certificate": phrase("Birth certificate"),
    "rent_receipt": phrase("Rent receipt"),
    "energy_bill": phrase("Energy bill"),
    "hosting_certificate": phrase("Statement of whoever houses them"),
    "bank_statement": phrase("Bank statement"),
    "payslip": phrase("Payslip"),
    "benefits_statement": phrase("Statement of benefits"),
    "tax_notice": phrase("Tax notice"),
    "prescription": phrase("Prescription"),
    "travel_pass": phrase("Travel pass"),
}


def papers(asking: Asking) -> Iterator[Choice]:
    """Which paper proves something."""
    yield from (Choice(code, asking.visit.gettext(words)) for code, words in PAPERS.items())


def languages(asking: Asking) -> Iterator[Choice]:
    names = Locale(asking.visit.language).languages
    first, *rest = [Choice(code, names.get(code, code)) for code in SPOKEN]
    yield first
    yield from sorted(rest, key=lambda choice: choice.label)


def countries(asking: Asking) -> Iterator[Choice]:
    names = Locale(asking.visit.language).territories
    known = [Choice(code, name) for code, name in names.items() if ALPHA_2.fullmatch(code)]
    yield from sorted(known, key=lambda choice: choice.label)


CODES: Mapping[str, Source] = {
    "languages": languages,
    "countries": countries,
    "papers": papers,
}
