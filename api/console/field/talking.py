"""What was talked about with somebody who has a pathway: a word, and about how long."""

from api.console.typed import Typed, last
from domain.pathway.follow_up import Mode
from domain.pathway.interviews import Interview, Theme

THEMES = tuple(Theme)


def interview(typed: Typed) -> Interview | None:
    """As it was said; None where nothing in particular was.

    Raises:
        ValidationError: it is no word of ours, or no number of minutes.
    """
    theme = last(typed, "theme")
    if not theme:
        return None
    said = {"mode": Mode.OUTREACH, "minutes": last(typed, "minutes"), "themes": [theme]}
    return Interview.model_validate(said)
