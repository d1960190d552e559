import pytest

from application.views.names import matches
from domain.spelling import words_of


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Élodie", ["elodie"]),
        ("DE LA TOUR", ["tour"]),
        ("Jean-Pierre", ["jean", "pierre"]),
        ("N'Diaye", ["ndiaye"]),
        ("N’Diaye", ["ndiaye"]),
        ("El", ["el"]),
        ("Ait Ben", ["ait", "ben"]),
        ("Strauß", ["strauss"]),
        ("Олена", ["олена"]),
        ("فاطمة بنت علي", ["فاطمة", "بنت", "علي"]),
        ("  ", []),
    ],
)
def test_the_words_of_a_name(name: str, words: list[str]) -> None:
    assert words_of(name) == words


def test_each_word_asked_begins_a_word_of_the_name() -> None:
    assert matches(["ndi", "awa"], ["Awa N'Diaye"])
    assert not matches(["ndi", "binta"], ["Awa N'Diaye"])
