"""In which language we answer: the browser's, French where it is neither."""

import re
from enum import StrEnum

from api.preferring import preferred

REGION = re.compile(r"-[A-Za-z0-9-]+")


class Language(StrEnum):
    """The first is spoken where none that we speak is asked for."""

    FRENCH = "fr"
    ENGLISH = "en"


LANGUAGES = tuple(Language)


def language_of(accepted: str) -> Language:
    """The best of our languages for an `Accept-Language` header."""
    return Language(preferred(REGION.sub("", accepted), LANGUAGES))
