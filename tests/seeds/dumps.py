"""Looks for words in files, however a program may have written them."""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from pathlib import Path

SHORTEST = 7  # bytes; shorter words are met by chance in megabytes of ciphertext


def disguises(word: str) -> set[bytes]:
    """The bytes of a word: plain, UTF-16, hexadecimal, JSON-escaped, inside base64."""
    plain = word.encode()
    written = {
        plain,
        word.encode("utf-16-le"),
        word.encode("utf-16-be"),
        plain.hex().encode(),
        plain.hex().upper().encode(),
        json.dumps(word)[1:-1].encode(),
    }
    return written | {inside for shift in range(3) if len(inside := _inside(plain, shift)) >= 8}


def _inside(plain: bytes, shift: int) -> bytes:
    """What base64 makes of these bytes wherever they begin, without what depends on neighbours."""
    whole = b64encode(b"\0" * shift + plain).rstrip(b"=")
    return whole[4 if shift else 0 : len(whole) - 1]


def found(words: Iterable[str], files: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Each word that stands in clear in a file, with the name of the file."""
    wanted = [(word, disguise) for word in sorted(set(words)) for disguise in disguises(word)]
    for file in files:
        content = file.read_bytes()
        yield from ((word, file.name) for word, disguise in wanted if disguise in content)
