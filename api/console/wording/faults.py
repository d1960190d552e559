"""What is wrong with what somebody typed, in a plain sentence for each kind of fault."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from api.console.wording.misfits import MISFITS
from api.languages.words import phrase

UNFIT = phrase("This does not fit here: write it another way.")
NEEDED = phrase("Fill this in: it is needed.")
CHOICE = phrase("Choose one of these.")
NUMBER = phrase("Write a number, in digits.")
WHOLE_NUMBER = phrase("Write a whole number, such as 3.")
DAY = phrase("Write a day, such as 2026-11-24.")
MOMENT = phrase("Write a day and a time, such as 2026-11-24 09:30.")
TIME = phrase("Write a time, such as 09:30.")
YES_OR_NO = phrase("Answer by yes or by no.")
TOO_LONG = phrase("This is too long: make it shorter.")
TOO_SHORT = phrase("This is too short: write more.")
TOO_SMALL = phrase("This number is too small.")
TOO_BIG = phrase("This number is too big.")
TOO_EARLY = phrase("This day is too early.")
TOO_LATE = phrase("This day is too late.")

FAULTS: Mapping[str, str] = {
    "missing": NEEDED,
    "string_type": NEEDED,
    "too_short": phrase("Give one at least."),
    "too_long": phrase("That is too many at once."),
    "enum": CHOICE,
    "literal_error": CHOICE,
    "union_tag_invalid": CHOICE,
    "union_tag_not_found": CHOICE,
    "uuid_type": CHOICE,
    "uuid_parsing": CHOICE,
    "bool_type": YES_OR_NO,
    "bool_parsing": YES_OR_NO,
    "int_type": WHOLE_NUMBER,
    "int_parsing": WHOLE_NUMBER,
    "int_parsing_size": TOO_BIG,
    "int_from_float": WHOLE_NUMBER,
    "float_type": NUMBER,
    "float_parsing": NUMBER,
    "finite_number": NUMBER,
    "decimal_type": NUMBER,
    "decimal_parsing": NUMBER,
    "greater_than": TOO_SMALL,
    "greater_than_equal": TOO_SMALL,
    "less_than": TOO_BIG,
    "less_than_equal": TOO_BIG,
    "date_type": DAY,
    "date_parsing": DAY,
    "date_from_datetime_parsing": DAY,
    "date_from_datetime_inexact": DAY,
    "datetime_type": MOMENT,
    "datetime_parsing": MOMENT,
    "datetime_from_date_parsing": MOMENT,
    "datetime_object_invalid": MOMENT,
    "timezone_aware": MOMENT,
    "timezone_naive": MOMENT,
    "time_type": TIME,
    "time_parsing": TIME,
}
LIMITS = {"ge": TOO_EARLY, "gt": TOO_EARLY, "le": TOO_LATE, "lt": TOO_LATE}
PATTERNS: Mapping[str, str] = {
    r"^[A-Z]{2}$": phrase("Write the two capitals of a country, such as FR."),
    r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$": phrase("Write the code of a language, such as fr."),
    r"^(\d{2}|2[AB])\d{3}$": phrase("Write the five signs of the commune's official code."),
    r"^[^@\s]+@[^@\s]+\.[^@\s]+$": phrase("Write a whole e-mail address, with its @."),
    r"^[a-z0-9][a-z0-9_.-]{0,63}$": phrase("Write a short code: small letters, digits, hyphens."),
}


def fault(kind: str, context: Mapping[str, Any]) -> str:
    """The English sentence for a kind of fault of pydantic's and its context, for gettext."""
    if kind == "value_error":
        return MISFITS.get(str(context.get("error", "")), UNFIT)
    if kind == "string_pattern_mismatch":
        return PATTERNS.get(context.get("pattern", ""), UNFIT)
    if kind.endswith(("too_short", "too_long")) and context.get("field_type", "Value") == "Value":
        return _length(context)
    beyond = [LIMITS[at] for at in LIMITS if _is_a_day(context.get(at))]
    return beyond[0] if beyond else FAULTS.get(kind, UNFIT)


def _length(context: Mapping[str, Any]) -> str:
    """Of a text, which pydantic calls a value where something of ours looked at it first."""
    if "min_length" not in context:
        return TOO_LONG
    return NEEDED if context["min_length"] == 1 else TOO_SHORT


def _is_a_day(limit: object) -> bool:
    """A limit comes as itself, or as Python would write it."""
    return isinstance(limit, date) or str(limit).startswith("datetime.")
