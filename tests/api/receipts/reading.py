"""The words of a page, as whoever reads it sees them: one line a paragraph, item or heading."""

import re
from html import unescape

ENDS = re.compile(r"</(?:h1|h2|h3|p|li|dt|dd)>|<br>")
SPACES = re.compile(r"[ \n\t\u00a0\u202f]+")  # French ones before ? and : included


def lines_of(page: str) -> list[str]:
    _, _, body = page.partition("<main>")
    said = re.sub(r"<[^>]+>", "", ENDS.sub("\0", body.replace("\n", " ")))
    lines = (SPACES.sub(" ", unescape(line)).strip() for line in said.split("\0"))
    return [line for line in lines if line]
