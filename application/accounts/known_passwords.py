"""Which passwords are tried first: those known from leaks, and those made as these are."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Self

from pydantic import model_validator

from domain.kernel import Value

FEWEST_SIGNS = 4  # fewer different ones are a rhythm, not a password
LONGEST_UNIT = 6  # letters of what is repeated
SHORTEST_WAY = 3  # letters along a way that count as one
MOST_WORDS = 2
LEFT_OVER = 2  # signs that a way, or words, may leave
SHORTEST_OWN = 4  # letters of a word of the address that count
LOOKALIKES = str.maketrans("4@301!5$7+", "aaeoiisstt")
AROUND = re.compile(r"^[\W\d_]+|[\W\d_]+$")
NO_LETTER = re.compile(r"[\W\d_]+")


class KnownPasswords(Value):
    """Words and ways along a keyboard that such passwords are made of; each says where from."""

    version: str
    source: str
    asked_by: str
    verified: bool
    words: frozenset[str]
    ways: tuple[str, ...]

    @model_validator(mode="after")
    def _are_plain(self) -> Self:
        if any(word != _plain(word) or NO_LETTER.search(word) for word in self.words):
            raise ValueError("words are small letters without accents")
        return self

    def include(self, password: str, *, of: str = "") -> bool:
        """Whether it is one of them; `of`: the e-mail address whose words count as well."""
        plain = _plain(password)
        words = self.words | _words_of(of)
        return (
            len(set(plain)) < FEWEST_SIGNS
            or _is_repeated(plain)
            or self._is_a_way(plain)
            or any(_are_words(spelling, words) for spelling in _spellings(plain))
        )

    def _is_a_way(self, plain: str) -> bool:
        """Whether all but a little of it follows ways."""
        left, at = 0, 0
        while at < len(plain):
            followed = self._followed(plain[at:])
            left += not followed
            at += followed or 1
        return left <= LEFT_OVER

    def _followed(self, plain: str) -> int:
        """How many of its first signs follow one way; none, if fewer than make one."""
        longest = 0
        for way in self._both_directions():
            length = longest
            while length < len(plain) and plain[: length + 1] in way:
                length += 1
            longest = length
        return longest if longest >= SHORTEST_WAY else 0

    def _both_directions(self) -> Iterator[str]:
        for way in self.ways:
            yield way * 2
            yield way[::-1] * 2


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def _spellings(plain: str) -> Iterator[str]:
    """As it is, and with figures and signs for the letters that they look like, but at its ends."""
    within = AROUND.sub("", plain)
    yield plain
    yield within.translate(LOOKALIKES)
    yield plain[: plain.rfind(within) + len(within)].translate(LOOKALIKES)


def _is_repeated(plain: str) -> bool:
    return any(
        plain == (plain[:length] * len(plain))[: len(plain)]
        for length in range(1, LONGEST_UNIT + 1)
        if length * 2 <= len(plain)
    )


def _are_words(plain: str, words: Iterable[str]) -> bool:
    """Whether its letters are a few of these words, whatever stands around and between."""
    letters, known = NO_LETTER.sub("", plain), frozenset(words)
    return len(letters) > 0 and _can_be_split(letters, known, MOST_WORDS)


def _can_be_split(letters: str, words: frozenset[str], at_most: int) -> bool:
    if not letters:
        return True
    return at_most > 0 and any(
        letters[:length] in words and _can_be_split(letters[length:], words, at_most - 1)
        for length in range(1, len(letters) + 1)
    )


def _words_of(email: str) -> set[str]:
    """The words of an address, which whoever knows the person tries."""
    name, _, house = _plain(email).partition("@")
    words = {*NO_LETTER.split(name), NO_LETTER.sub("", name), house.partition(".")[0]}
    return {word for word in words if len(word) >= SHORTEST_OWN}
