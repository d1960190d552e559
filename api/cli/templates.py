"""`cordee reminders templates`: what reminders may say, who reviewed it, what it costs."""

from typing import Any

from api.cli.presenting import AsJson, print_json, print_table, say
from api.cli.settings import Data, settings_from
from api.composition import wordings_of
from application.reminders.list_templates import TemplateListed, list_templates

NUMBER = "+262 262 00 00 00"  # as long as they come, where the network gives none
LINK = "{}/r/abcdefghijklmnop"
HERE = "https://cordee.example.fr"


def templates(*, as_json: AsJson = False, data: Data = None) -> None:
    """List the templates; costs are those of the longest day of a year."""
    settings = settings_from(data)
    link = LINK.format(settings.public_url.rstrip("/") or HERE)
    call_back = settings.call_back or NUMBER
    listed = list(list_templates(wordings_of(settings), call_back=call_back, link=link))
    if as_json:
        print_json(listed)
        return
    print_table([_row(one) for one in listed])
    for language, sent_in in sorted({(one.language, one.sent_in) for one in listed}):
        if language != sent_in:
            say(f"{language}: nobody who speaks it has reviewed it; people get {sent_in!r}.")


def _row(one: TemplateListed) -> dict[str, Any]:
    review = one.review
    return {
        "language": one.language,
        "template": one.template,
        "reviewed": f"{review.by}, {review.on}" if review else "not yet",
        "alphabet": one.with_link.encoding,
        "characters": one.without_link.characters,
        "segments": one.without_link.segments,
        "characters with a link": one.with_link.characters,
        "segments with a link": one.with_link.segments,
    }
