"""What a text message costs, on both sides of each limit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reminders.gsm7 import BASIC, EXTENDED, in_gsm7, outside_gsm7
from domain.reminders.segments import Encoding, cost_of

FACE = "\U0001f600"  # a pair of surrogates


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("a" * 158 + "€", 1),
        ("a" * 159 + "€", 2),
        ("a" * 152 + "€" + "a" * 151, 2),  # the euro begins the second segment
        ("a" * 152 + "€" + "a" * 152, 3),
    ],
)
def test_within_its_alphabet_a_segment_holds_160(text: str, segments: int) -> None:
    cost = cost_of(text)
    assert (cost.encoding, cost.segments, cost.characters) == (Encoding.GSM7, segments, len(text))


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("я" * 70, 1),
        ("я" * 71, 2),
        ("я" * 134, 2),
        ("я" * 135, 3),
        ("я" * 68 + FACE, 1),
        ("я" * 69 + FACE, 2),
        ("я" * 66 + FACE + "я" * 65, 2),  # no pair is cut in two
        ("я" * 66 + FACE + "я" * 66, 3),
        ("é" * 70 + "ê", 2),  # one character outside the alphabet is enough
    ],
)
def test_outside_it_a_segment_holds_70(text: str, segments: int) -> None:
    cost = cost_of(text)
    assert (cost.encoding, cost.segments) == (Encoding.UCS2, segments)


@given(st.text(max_size=400))
def test_no_text_takes_less_room_than_its_characters(text: str) -> None:
    cost = cost_of(text)
    units = len(text.encode("utf-16-le", "surrogatepass")) // 2
    least = len(text) / 160 if cost.encoding is Encoding.GSM7 else units / 70
    most = 2 * len(text) / 152 if cost.encoding is Encoding.GSM7 else units / 66
    assert least <= cost.segments <= most + 1


@given(st.text(max_size=200))
def test_transliterating_never_costs_an_alphabet_and_is_done_once(text: str) -> None:
    written = in_gsm7(text)
    assert in_gsm7(written) == written
    assert written == text or not outside_gsm7(written)


@given(st.text(alphabet=sorted(BASIC | EXTENDED)))
def test_what_is_within_the_alphabet_is_left_as_it_is(text: str) -> None:
    assert in_gsm7(text) == text


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("août, ça", "aout, ca"),
        ("l\u2019œil…", "l'oeil..."),
        ("à é è ù €", "à é è ù €"),
        ("12\u00a0h\u202f30, n°\u00a02", "12 h 30, no 2"),
        ("Łódź, Đorđe", "Lodz, Dorde"),
    ],
)
def test_what_the_alphabet_lacks_is_written_another_way(written: str, sent: str) -> None:
    assert in_gsm7(written) == sent
    assert not outside_gsm7(in_gsm7(written))


@pytest.mark.parametrize(
    "text", ["موعد", "зустріч у п'ятницю", "їжа — «Київ» й ґанок", "août → ça"]
)
def test_what_would_stay_outside_it_is_left_whole(text: str) -> None:
    assert in_gsm7(text) == text
