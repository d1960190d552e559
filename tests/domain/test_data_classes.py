import pytest

from domain.data_classes import DataClass
from domain.kernel import having, none_yet, without


def test_a_class_is_raised_and_never_lowered() -> None:
    assert DataClass.SOCIAL.raised_to(DataClass.HEALTH) is DataClass.HEALTH
    assert DataClass.HEALTH.raised_to(DataClass.SOCIAL) is DataClass.HEALTH
    assert DataClass.HEALTH.raised_to(None) is DataClass.HEALTH


def test_what_is_told_twice_is_known_to_those_of_the_lower_class() -> None:
    assert DataClass.SOCIAL.lowered_to(DataClass.HEALTH) is DataClass.SOCIAL
    assert DataClass.HEALTH.lowered_to(DataClass.SOCIAL) is DataClass.SOCIAL


def test_what_a_part_remembers_is_replaced_and_never_changed() -> None:
    one = having(none_yet(), 1, "one")
    two = having(one, 2, "two")
    assert (dict(one), dict(two)) == ({1: "one"}, {1: "one", 2: "two"})
    assert without(two, 1) == {2: "two"}
    assert without(two, 3) == two
    assert not none_yet()
    with pytest.raises(TypeError):
        two[3] = "three"  # type: ignore[index]  # what the test shows
