import pytest

from domain.spelling import heard


@pytest.mark.parametrize(
    "spellings",
    [
        "diallo djallo jallow jalloh dialo",
        "mohamed mohammed mouhamed muhammad",
        "ouattara wattara watara",
        "traore trawore",
        "khadija kadidja kadija",
        "fatoumata fatumata fatimata",
        "coulibaly koulibali",
        "bah ba",
        "sow saou",
        "zoe soe",
        "boubacar boubakar bubacarr",
        "nguyen nguyenn",
        "zukowski zoukovski",
        "œdipe oedipe",
        "łukasz lukas",
    ],
)
def test_one_name_spelt_in_several_ways_is_heard_once(spellings: str) -> None:
    assert len({heard(word) for word in spellings.split()}) == 1, spellings


@pytest.mark.parametrize("names", ["awa eve", "ba bo", "diop sow", "marie rose", "шевченко шевчук"])
def test_other_names_are_heard_otherwise(names: str) -> None:
    assert len({heard(word) for word in names.split()}) == len(names.split()), names


@pytest.mark.parametrize("word", ["a", "h", "ø", "ow", "yy", "漢"])
def test_however_short_a_name_is_heard(word: str) -> None:
    assert heard(word)
