"""What a text message costs: how many segments it is cut into.

Source: 3GPP TS 23.038 (alphabets) and TS 23.040 (a header of six octets joins segments).
"""

from collections.abc import Iterable
from enum import StrEnum

from domain.kernel import Value
from domain.reminders.gsm7 import EXTENDED, outside_gsm7

LAST_OF_ONE_UNIT = 0xFFFF  # beyond it, a character is a pair of surrogates


class Encoding(StrEnum):
    GSM7 = "GSM-7"
    UCS2 = "UCS-2"


ALONE = {Encoding.GSM7: 160, Encoding.UCS2: 70}  # places in the only segment
JOINED = {Encoding.GSM7: 153, Encoding.UCS2: 67}  # places in each of several


class Cost(Value):
    """What one text message takes; operators bill each segment."""

    characters: int
    encoding: Encoding
    segments: int


def cost_of(text: str) -> Cost:
    """What this text takes, as it is written: transliterate it before."""
    encoding = Encoding.UCS2 if outside_gsm7(text) else Encoding.GSM7
    places = [_places(character, encoding) for character in text]
    alone = sum(places) <= ALONE[encoding]
    segments = 1 if alone else _segments(places, JOINED[encoding])
    return Cost(characters=len(text), encoding=encoding, segments=segments)


def _places(character: str, encoding: Encoding) -> int:
    if encoding is Encoding.GSM7:
        return 2 if character in EXTENDED else 1
    return 2 if ord(character) > LAST_OF_ONE_UNIT else 1


def _segments(places: Iterable[int], room: int) -> int:
    """No character is cut in two: one of two places that does not fit begins the next segment."""
    segments, taken = 1, 0
    for size in places:
        if taken + size > room:
            segments, taken = segments + 1, 0
        taken += size
    return segments
