"""`cordee reminders templates`: what reminders may say, who reviewed it, what it costs."""

from collections.abc import Iterable
from typing import Any

from api.cli.presenting import AsJson, print_json, print_table, say
from api.cli.settings import Data, settings_from
from api.composition import letters_of_members, wordings_of
from application.reminders.list_templates import TemplateListed, list_letters, list_templates

NUMBER = "+262 262 00 00 00"  # as long as they come, where the network gives none
LINK = "{}/r/abcdefghijklmnop"
HERE = "https://cordee.example.fr"


def templates(*, as_json: AsJson = False, data: Data = None) -> None:
    """List the templates; costs are those of the longest day of a year."""
    settings = settings_from(data)
    link = LINK.format(settings.public_url.rstrip("/") or HERE)
    call_back = settings.call_back or NUMBER
    reminders = list_templates(wordings_of(settings), call_back=call_back, link=link)
    listed = [*reminders, *list_letters(letters_of_members())]
    if as_json:
        print_json(listed)
        return
    print_table([_row(one) for one in listed])
    for warning in warnings_of(listed):
        say(warning)


def warnings_of(listed: Iterable[TemplateListed]) -> list[str]:
    """A sentence for each language that nobody reviewed."""
    return sorted({_warning(one) for one in listed if one.language != one.sent_in})


def _warning(one: TemplateListed) -> str:
    what = f"{one.language}: nobody who speaks it has reviewed"
    if one.with_link:
        return f"{what} it; people get {one.sent_in!r}."
    return f"{what} the letter {one.template!r}; members get {one.sent_in!r}."


def _row(one: TemplateListed) -> dict[str, Any]:
    review = one.review
    row = {
        "language": one.language,
        "template": one.template,
        "reviewed": f"{review.by}, {review.on}" if review else "not yet",
    }
    if one.without_link is None or one.with_link is None:
        return row | {"alphabet": "a letter"}
    return row | {
        "alphabet": one.with_link.encoding,
        "characters": one.without_link.characters,
        "segments": one.without_link.segments,
        "characters with a link": one.with_link.characters,
        "segments with a link": one.with_link.segments,
    }
