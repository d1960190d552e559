from typing import Any

import pytest

from tests.api.conftest import As

IDENTITY = {"family_name": "Diallo", "given_names": "Awa", "born": {"year": 2001}}
POINT = {"kind": "mobile", "reach": "+33639980001", "language": "fr"}


def test_who_the_person_is_comes_later(as_: As) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    ines.recorded(f"{awa}/identity", identity=IDENTITY, at="2026-03-05T10:00:00+01:00")
    assert ines.refused(f"{awa}/identity", identity=IDENTITY) == (409, "identity-already-declared")


def test_an_identity_is_not_corrected_blindly(as_: As) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    ines.recorded(f"{awa}/identity", identity=IDENTITY)
    again: dict[str, Any] = {
        "identity": IDENTITY | {"family_name": "Dialo"},
        "reason": "document_seen",
    }
    assert ines.refused(f"{awa}/identity/correction", **again) == (428, "mark-missing")
    for seen in ('"x"', '"' + "A" * 43 + '"', "W/nothing", ""):
        assert ines.refused(f"{awa}/identity/correction", seen=seen or "*", **again)[0] in {
            412,
            428,
        }


def test_the_rest_about_the_person(as_: As) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    ines.recorded(f"{awa}/usual-name", called="Awa D.")
    ines.recorded(f"{awa}/interpreter-need", language="bm")
    ines.recorded(f"{awa}/interpreter-need/end")
    ines.recorded(f"{awa}/living-situation", housing="hosted", commune="63338")
    ines.recorded(f"{awa}/death", died={"year": 2026})
    ines.recorded(f"{awa}/death/withdrawal")


@pytest.mark.parametrize(
    ("path", "said", "refusal"),
    [
        ("/usual-name", {"called": "Awa"}, (409, "nothing-corrected")),
        ("/interpreter-need/end", {}, (409, "no-interpreter-needed")),
        ("/death/withdrawal", {}, (409, "death-not-reported")),
        ("/living-situation", {"housing": "castle"}, (422, "unreadable")),
        ("/identity", {"identity": {}}, (422, "unreadable")),
        (
            "/identity",
            {"identity": IDENTITY | {"born": {"year": 2001, "day": 3}}},
            (422, "unreadable"),
        ),
    ],
)
def test_what_cannot_be_said_of_a_person(
    as_: As, path: str, said: dict[str, Any], refusal: tuple[int, str]
) -> None:
    ines = as_("ines")
    assert ines.refused(f"{ines.pathway()}{path}", **said) == refusal


def test_a_contact_point_is_added_found_unsafe_and_removed(as_: As) -> None:
    ines = as_("ines")
    points = f"{ines.pathway()}/contact-points"
    point = f"{points}/{ines.recorded(points, point=POINT)}"
    assert ines.refused(points, point=POINT) == (409, "contact-point-already-known")
    ines.recorded(f"{point}/warning")
    assert ines.refused(f"{point}/warning") == (409, "contact-point-already-unsafe")
    ines.recorded(f"{point}/removal", reason="person_asked")
    gone = ines.refused(f"{point}/removal", reason="person_asked")
    assert gone == (404, "contact-point-unknown")
    assert ines.refused(points, point=POINT | {"reach": "06 39 98 00 01"})[0] == 422
