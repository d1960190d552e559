"""Wordings that tests change one thing of."""

from typing import Any

from domain.reminders.wordings import Wordings
from seeds.templates.shipped import shipped_wordings

SHIPPED = shipped_wordings()
BY_LANGUAGE = {wording.language: wording for wording in SHIPPED.each}
FRENCH, ENGLISH, ARABIC, UKRAINIAN = (BY_LANGUAGE[one] for one in ("fr", "en", "ar", "uk"))
LINK = "https://relais.exemple.fr/r/abcdefghijklmnop"
CALL_BACK = "04 00 00 00 00"


def saying(sentence: str, *, language: str = "en") -> dict[str, Any]:
    """A language's wording, as data, whose first sentence about an appointment is this one."""
    data = BY_LANGUAGE[language].model_dump(mode="json")
    data["templates"]["appointment"]["sentences"][0] = sentence
    return data


def reviewed(*languages: str) -> Wordings:
    """The shipped wordings, as they will be once somebody has read these languages."""
    review = {"by": "Somebody who speaks it", "on": "2026-03-01"}
    read = [BY_LANGUAGE[one].model_dump(mode="json") | {"review": review} for one in languages]
    return together(*read)


def together(*changed: dict[str, Any]) -> Wordings:
    """The shipped wordings with these in their place."""
    each = {one.language: one.model_dump(mode="json") for one in SHIPPED.each}
    each |= {data["language"]: data for data in changed}
    data = {"forbidden": SHIPPED.forbidden.model_dump(mode="json"), "each": list(each.values())}
    return Wordings.model_validate(data)
