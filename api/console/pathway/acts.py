"""What can be done about something: a few words, and the form that does it."""

from dataclasses import dataclass
from functools import cache

from api.console.forms.form import HERE, VERSION, form_of
from api.console.pathway.offers import Offer
from api.console.pathway.telling import Telling


@dataclass(frozen=True, slots=True)
class Act:
    words: str
    path: str  # of its form


def acts(telling: Telling, *offers: Offer, **ids: object) -> tuple[Act, ...]:
    """The forms of what is offered, where there is one; of a past day, nothing is."""
    if telling.is_past:
        return ()
    return tuple(
        Act(telling.gettext(one.words), HERE + one.path.format(**ids))
        for one in offers
        if has_form(one.path)
    )


@cache
def has_form(path: str) -> bool:
    """Whether the catalogue has a form for a route of the API."""
    try:
        form_of(VERSION + path)
    except KeyError:
        return False
    return True
