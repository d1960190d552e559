"""The alphabet of one text message: 160 characters a segment within it, 70 outside it.

Source: 3GPP TS 23.038, default alphabet and its extension table (two places each).
"""

import unicodedata

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = frozenset("\f^{}\\[~]|€")
KEEPS_MEANING = str.maketrans(
    {
        "\u2018": "'",  # quotation marks
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u00ab": '"',
        "\u00bb": '"',
        "\u2013": "-",  # dashes
        "\u2014": "-",
        "\u2026": "...",
        "\u0153": "oe",
        "\u0152": "OE",
        "\u00a0": " ",  # spaces that do not break
        "\u202f": " ",
    }
)


def in_gsm7(text: str) -> str:
    """The text with what its alphabet lacks written another way, where that keeps its meaning.

    Accents it lacks are dropped; other scripts are left as they are.
    """
    return "".join(_closest(character) for character in text.translate(KEEPS_MEANING))


def outside_gsm7(text: str) -> set[str]:
    """The characters that make a segment shrink to 70."""
    return set(text) - BASIC - EXTENDED


def _closest(character: str) -> str:
    if character in BASIC or character in EXTENDED:
        return character
    letter = unicodedata.normalize("NFD", character)[0]
    return letter if letter in BASIC else character
