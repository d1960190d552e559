import pytest

from domain.reminders.stop_word import asks_to_stop


@pytest.mark.parametrize(
    "text",
    [
        "STOP",
        "stop",
        " Stop. ",
        "Stop 36180",
        "ARRÊT",
        "arrêtez svp",
        "СТОП",
        "توقّف",
        "إيقاف",
        "«stop»",
    ],
)
def test_a_reply_that_begins_with_stop_asks_for_no_more(text: str) -> None:
    assert asks_to_stop(text)


@pytest.mark.parametrize("text", ["", "ok", "non stop", "Stopover", "merci, à demain", "1", "👍"])
def test_any_other_reply_does_not(text: str) -> None:
    assert not asks_to_stop(text)
