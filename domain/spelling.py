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

# One sound written in several ways, by French clerks and by others: of what could be read at a
# place, the first is. Where a rule is too generous, a human says that two people are not the same;
# where it is too strict, nobody is asked.
CONSONANTS = {
    "x": "sch|tch|ch|sh",
    "f": "ph",
    "k": "[ckg]h|ck|qu|q|gu(?=[eiy])|c(?![eiy])|g(?![eiy])",
    "s": "c|z",
    "j": "d[ij](?=[aeou])|dj|dz|g",  # Diallo, Djallo, Jallow
    "": "(?<=[aeiou])w(?=[aeiou])|w$|h",  # Traoré, Trawore; Diallo, Jallow
    "v": "^ou(?=[aeiy])|w",  # Ouattara, Wattara
    "n": "m(?=[bpf])",
}
ONE_READING = re.compile("|".join(f"({written})" for written in CONSONANTS.values()))
HEARD = ("", *CONSONANTS)  # by the number of the group that was read
WITHOUT_VOWELS = str.maketrans(dict.fromkeys("aeiouy"))
ONE_OF_TWO = re.compile(r"(.)\1+")
VOWELS = ((re.compile("a?ou|e?au|oo"), "o"), (re.compile("y"), "i"), (ONE_OF_TWO, r"\1"))


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
    sound = ONE_READING.sub(lambda read: HEARD[read.lastindex or 0], plain)
    bones = ONE_OF_TWO.sub(r"\1", sound.translate(WITHOUT_VOWELS))
    if len(bones) > 1:
        return bones
    for written, vowel in VOWELS:
        sound = written.sub(vowel, sound)
    return sound or plain
