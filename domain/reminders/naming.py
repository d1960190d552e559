"""What a sentence names, to be said once it is known, and what it spells out whatever is known."""

from string import Formatter


def named_in(line: str) -> frozenset[str]:
    """What a sentence names; a sentence that formats or reaches into what it names is refused.

    Raises:
        ValueError: it does.
    """
    named = set()
    for _, name, layout, conversion in Formatter().parse(line):
        if name is None:
            continue
        if layout or conversion or not name.isidentifier():
            raise ValueError("a sentence only names what it says")
        named.add(name)
    return frozenset(named)


def spelt_out_in(line: str) -> str:
    """The sentence without what it names."""
    return "".join(text for text, *_ in Formatter().parse(line))
