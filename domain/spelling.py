"""Names as they are compared: without case, accents or particles, and as they may be heard."""

import re
import unicodedata

BREAKS = re.compile(r"[\W_]+")
INSIDE_A_WORD = re.compile("['`\u00b4\u02bc\u2019]")  # apostrophes: N'Diaye is also written Ndiaye
PARTICLES = frozenset(
    {
        *("da", "de", "del", "della", "des", "di", "do", "dos", "du", "el", "la", "las", "le"),
        *("les", "van", "von", "y"),
        *("ait", "al", "bel", "ben", "bin", "bint", "bou", "ould"),
    }
)
WITHOUT_MARKS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i"}
)

# One sound written in several ways, by French clerks and by others: read in this order. Where a
# rule is too generous, a human says that two people are not the same; where it is too strict,
# nobody is asked.
CONSONANTS = (
    ("sch|tch|ch|sh", "x"),
    ("ph", "f"),
    ("[ckg]h|ck|qu|q", "k"),
    ("gu(?=[eiy])", "k"),
    ("c(?=[eiy])", "s"),
    ("c|g(?![eiy])", "k"),
    ("d[ij](?=[aeou])|g|dj|dz", "j"),  # Diallo, Djallo, Jallow
    ("(?<=[aeiou])w(?=[aeiou])|w$", ""),  # Traoré, Trawore; Diallo, Jallow
    ("^ou(?=[aeiy])|w", "v"),  # Ouattara, Wattara
    ("z", "s"),
    ("m(?=[bpf])", "n"),
    ("h", ""),
)
VOWELS = (("a?ou|e?au|oo", "o"), ("y", "i"))
ONE_OF_TWO = (r"(.)\1+", r"\1")


def words_of(name: str) -> list[str]:
    """The words of a name without case, accents or particles, unless there is nothing else."""
    plain = "".join(
        character
        for character in unicodedata.normalize("NFKD", INSIDE_A_WORD.sub("", name))
        if not unicodedata.combining(character)
    )
    words = [word for word in BREAKS.split(plain.casefold()) if word]
    return [word for word in words if word not in PARTICLES] or words


def heard(word: str) -> str:
    """How a word of a name may be heard: its consonants, those of one sound being one.

    Where that leaves too little, its vowels too; a word of another script is heard as written.
    """
    plain = word.translate(WITHOUT_MARKS)
    if not plain.isascii():
        return plain
    sound = _rewritten(plain, *CONSONANTS)
    bones = _rewritten(sound, ("[aeiouy]", ""), ONE_OF_TWO)
    return bones if len(bones) > 1 else _rewritten(sound, *VOWELS, ONE_OF_TWO) or plain


def _rewritten(word: str, *rules: tuple[str, str]) -> str:
    for written, sound in rules:
        word = re.sub(written, sound, word)
    return word
