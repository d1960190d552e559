"""How the page behind a link writes a day and a time, in each language that it speaks."""

from babel.dates import format_date, format_time

from application.reminders.page_wording import PageWording
from domain.wall_time import WallTime

LOCALES = {"en": "en_GB"}  # where the language alone writes days as elsewhere


def says(words: PageWording, when: WallTime) -> str:
    """When, by the clock on the wall there."""
    locale = LOCALES.get(words.language, words.language)
    return words.appointment.format(
        day=format_date(when.wall, "EEEE d MMMM", locale=locale),
        time=format_time(when.wall.time(), "short", locale=locale),
    )
