"""What is said to somebody: a template filled with what is known and may be said."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from domain.kernel import Value
from domain.pathway.reminders import Channel
from domain.reminders.gsm7 import in_gsm7
from domain.reminders.naming import named_in
from domain.reminders.wording import Direction, Wording
from domain.text import Label, Language
from domain.wall_time import WallTime

# Isolates keep a number, an address or a link whole, and in its own direction, within a line that
# runs from right to left. They are only used there, where characters take two octets anyhow.
LEFT_TO_RIGHT, FIRST_STRONG, END = "\u2066", "\u2068", "\u2069"
INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


@dataclass(frozen=True, slots=True)
class Known:
    """All that one message may say; what is empty is left out with the sentence that names it."""

    moments: tuple[WallTime, ...] = ()
    place: str = ""
    call_back: str = ""
    link: str = ""


class Message(Value):
    """What is said to somebody, as the language writes it."""

    language: Language
    direction: Direction
    subject: Label
    text: str

    def carried_by(self, channel: Channel) -> str:
        """A text message is written within the cheap alphabet where that keeps its meaning."""
        return in_gsm7(self.text) if channel is Channel.TEXT else self.text


def message_of(wording: Wording, template: str, known: Known) -> Message:
    """The message of this name, in this language.

    Raises:
        KeyError: there is no template of this name; rules are checked against them at start.
    """
    chosen = wording.templates[template]
    said = _said(wording, known)
    sentences = [line.format(**said) for line in chosen.sentences if named_in(line) <= said.keys()]
    return Message(
        language=wording.language,
        direction=wording.direction,
        subject=chosen.subject,
        text=" ".join(sentences),
    )


def appointment_on_page(wording: Wording, when: WallTime) -> str:
    """When it is, as the page behind a link says it."""
    return wording.page.appointment.format(**_when(wording, [when]))


def _said(wording: Wording, known: Known) -> dict[str, str]:
    said = {
        "place": _isolated(_in_one_line(known.place), FIRST_STRONG, wording),
        "call_back": _isolated(_number(known.call_back, wording), LEFT_TO_RIGHT, wording),
        "link": _isolated(known.link, LEFT_TO_RIGHT, wording),
    }
    if known.moments:
        said |= _when(wording, known.moments)
    return {name: words for name, words in said.items() if words}


def _when(wording: Wording, moments: Sequence[WallTime]) -> dict[str, str]:
    """The first moment by its date and time, and all of them in a row."""
    written = [{"date": _date(wording, when), "time": _time(wording, when)} for when in moments]
    *others, last = [wording.moment.format(**one) for one in written]
    row = wording.before_last.join([wording.between.join(others), last]) if others else last
    return written[0] | {"moments": row}


def _date(wording: Wording, when: WallTime) -> str:
    wall = when.wall
    return wording.date.format(
        weekday=wording.weekdays[wall.weekday()],
        day=wording.first if wall.day == 1 else wall.day,
        month=wording.months[wall.month - 1],
    )


def _time(wording: Wording, when: WallTime) -> str:
    return wording.time.format(hour=when.wall.hour, minute=f"{when.wall.minute:02}")


def _number(call_back: str, wording: Wording) -> str:
    """Without its spaces in a line from right to left, where groups may show in reverse order."""
    if wording.direction is Direction.RIGHT_TO_LEFT:
        return "".join(call_back.split())
    return call_back


def _isolated(words: str, mark: str, wording: Wording) -> str:
    if words and wording.direction is Direction.RIGHT_TO_LEFT:
        return f"{mark}{words}{END}"
    return words


def _in_one_line(place: str) -> str:
    """Without ends of lines, nor marks that would turn what stands around it."""
    visible = (" " if unicodedata.category(one) in INVISIBLE else one for one in place)
    return " ".join("".join(visible).split()).rstrip(" .")
