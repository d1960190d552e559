"""Whether what somebody replies to a message asks for no more of them."""

import re
import unicodedata

WORDS = frozenset(
    {
        *("stop", "arret", "arreter", "arretez", "stopper", "unsubscribe"),
        *("стоп", "зупинити", "توقف", "قف", "ايقاف"),
    }
)
LETTERS = re.compile(r"[^\W\d_]+")
NOT_MARKS = frozenset({"Mn", "Cf"})  # accents and vowels, what cannot be seen


def asks_to_stop(text: str) -> bool:
    """Its first word says so, however it is written: "Stop", "ARRÊT.", "stop 36180"."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(one for one in plain if unicodedata.category(one) not in NOT_MARKS)
    first = LETTERS.search(bare)
    return first is not None and first.group() in WORDS
