"""The alphabet of one text message, and what is written another way to stay within it.

Source: 3GPP TS 23.038, default alphabet and its extension table.
"""

import unicodedata

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = frozenset("\f^{}\\[~]|€")  # two places each
KEEPS_MEANING = str.maketrans(
    {
        "\u2018": "'",  # quotation marks
        "\u2019": "'",
        "\u02bc": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u00ab": '"',
        "\u00bb": '"',
        "\u2010": "-",  # dashes
        "\u2011": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2026": "...",
        "\u0153": "oe",
        "\u0152": "OE",
        "\u0142": "l",  # crossed letters, which have no accent to drop
        "\u0141": "L",
        "\u0111": "d",
        "\u0110": "D",
        "\u0131": "i",
        "\u00b0": "o",  # as in "n°"
        "\u00a0": " ",  # spaces that do not break
        "\u2009": " ",
        "\u202f": " ",
        "\u00ad": "",  # hyphen that only shows at the end of a line
    }
)


def in_gsm7(text: str) -> str:
    """The text with what its alphabet lacks written another way, where that keeps its meaning.

    Accents it lacks are dropped. A text that would still be outside it (another script) is left
    as it is: nothing would be gained.
    """
    written = "".join(_closest(character) for character in text.translate(KEEPS_MEANING))
    return text if outside_gsm7(written) else written


def outside_gsm7(text: str) -> set[str]:
    """The characters that make a segment shrink to 70."""
    return set(text) - BASIC - EXTENDED


def _closest(character: str) -> str:
    if character in BASIC or character in EXTENDED:
        return character
    letter = unicodedata.normalize("NFD", character)[0]
    return letter if letter in BASIC else character
