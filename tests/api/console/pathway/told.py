"""What the page of a pathway tells, read off its marks."""

import re
from html import unescape

from httpx2 import Response

from tests.api.console.browsing import TAGS

CORRELATION = re.compile(rb"[0-9a-f]{12,32}")
ENTRY = re.compile(r'<div class="entry[^"]*" id="e(\d+)">(.*?)</strong>', re.DOTALL)


def entries_on(answer: Response) -> list[tuple[int, str]]:
    """Each entry in the order of the page: its number, and what it says first."""
    return [(int(number), words(lead)) for number, lead in ENTRY.findall(answer.text)]


def words(html: str) -> str:
    return " ".join(unescape(TAGS.sub(" ", html)).split())


def section(answer: Response, heading: str) -> str:
    """The words of the part of a page that a heading names."""
    whole = words(answer.text)
    return whole[whole.index(heading) :]
