"""Values that nobody else would write, each of them new, and every way they could be spelt."""

from collections.abc import Callable
from itertools import count, product
from string import ascii_lowercase
from urllib.parse import quote_plus

from domain.spelling import words_of
from tests.seeds.dumps import disguises

STEM = "Quetzalzéph"  # in every text, name, address and password
NUMBER = "33639981"  # how every telephone number begins, after its plus
BORN = {"year": 1907, "month": 7, "day": 23}
BIRTH = ('"year":1907', '"year": 1907', "1907-07-23", "23/07/1907")
ENDINGS = ["".join(letters) for letters in product(ascii_lowercase, repeat=2)]


class Canaries:
    """Makes one value after another, in the shape that its field takes."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self._count = count()

    def text(self) -> str:
        return self._next(lambda ending: f"{STEM}{ending}")

    def code(self) -> str:
        return self._next(lambda ending: f"{_plain(STEM)}-{ending}")

    def email(self) -> str:
        return self._next(lambda ending: f"{_plain(STEM)}.{ending}@example.org")

    def number(self) -> str:
        return self._next(lambda ending: f"+{NUMBER}{ENDINGS.index(ending):03d}")

    def _next(self, make: Callable[[str], str]) -> str:
        made = make(ENDINGS[next(self._count)])
        self.made.append(made)
        return made


def needles() -> frozenset[bytes]:
    """What no file may hold: the beginning that canaries share, in each case and disguise."""
    cased = {STEM, STEM.lower(), STEM.upper(), STEM.casefold(), _plain(STEM), _plain(STEM).upper()}
    words = [*cased, _plain(STEM).title(), NUMBER, *BIRTH]
    escaped = {quote_plus(word).encode() for word in words}
    return frozenset(escaped.union(*map(disguises, words)))


def _plain(word: str) -> str:
    """As names are looked for: no case, no accent."""
    return "".join(words_of(word))
