"""Consultations of a health centre: a year together, a day entry by entry."""

from typing import Any
from uuid import uuid4

import pytest

from tests.api.conftest import As
from tests.api.console.browsing import FRENCH, said_on
from tests.api.console.conftest import Browsing
from tests.api.people import People
from tests.api.test_consultations import TODAY, YEAR, centre, seen_by_maud

__all__ = ["centre", "seen_by_maud"]
PAGE = "/field/consultations"


@pytest.fixture
def counted(as_: As, centre: str, seen_by_maud: dict[str, Any]) -> str:
    """Twelve of them, on a day."""
    said: dict[str, Any] = {"on": f"{TODAY}", "consultation": seen_by_maud, "count": 12}
    return as_("ines").recorded(f"/facilities/{centre}/consultations", counted=said)


def test_a_year_is_told_to_who_works_there(browsing: Browsing, counted: str, centre: str) -> None:
    assert counted
    page = browsing("ines").opens(PAGE, year=YEAR)
    assert "12 consultations" in said_on(page)
    assert "Maud Serre 12" in said_on(page)
    assert f"/forms/facilities/{centre}/consultations" in page.text
    assert "Centre inventé" not in said_on(browsing("paul").opens(PAGE, year=YEAR))
    assert "None is counted in this year." in said_on(browsing("ines").opens(PAGE, year=YEAR - 1))


def test_a_day_is_counted_and_corrected(browsing: Browsing, counted: str, centre: str) -> None:
    ines, day = browsing("ines"), f"{PAGE}/{centre}"
    page = ines.opens(day, day=f"{TODAY}")
    assert "Pregnancy" in said_on(page)
    back = f"/forms/facilities/{centre}/consultations/{YEAR}/{counted}/withdrawal?back={day}"
    assert f'href="{back}"' in page.text
    assert ines.fills_in(back).url.path == day
    assert "None is counted on this day." in said_on(ines.opens(day, day=f"{TODAY}"))


def test_the_form_comes_back_to_the_day(browsing: Browsing, centre: str, people: People) -> None:
    ines, day = browsing("ines"), f"{PAGE}/{centre}"
    form = f"/forms/facilities/{centre}/consultations?counted.on={TODAY}&back={day}"
    assert f'value="{TODAY}"' in ines.opens(form).text
    typed: dict[str, Any] = {
        "counted.on": f"{TODAY}",
        "counted.count": "3",
        "counted.consultation.professional_id": str(people["maud"].id),
        "counted.consultation.reason": "dental",
        "counted.consultation.is_new": "yes",
        "counted.consultation.orientation": "dentist",
    }
    saved = ines.fills_in(form, **typed)
    assert saved.url.path == day, said_on(saved)
    assert "Teeth" in said_on(ines.opens(day, day=f"{TODAY}"))


def test_what_cannot_be_asked_is_said(browsing: Browsing, centre: str) -> None:
    ines, paul = browsing("ines", FRENCH), browsing("paul")
    assert ines.opens(PAGE, year="soon").status_code == 422
    assert ines.opens(PAGE, year=-5).status_code == 200
    assert ines.opens(PAGE, year=99999).status_code == 200
    assert ines.opens(f"{PAGE}/{uuid4()}").status_code == 404
    assert ines.opens(f"{PAGE}/{centre}", day="soon").status_code == 422
    assert paul.opens(f"{PAGE}/{centre}").status_code == 403
    assert "Vous ne travaillez dans aucun centre" in said_on(browsing("paul", FRENCH).opens(PAGE))
