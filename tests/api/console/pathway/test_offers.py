"""What this room offers can be done: each by a route of the API, and in a form."""

from dataclasses import replace

import pytest

from api.console.forms.form import VERSION
from api.console.pathway import offers
from api.console.pathway.acts import acts, has_form
from api.console.pathway.offers import Offer
from api.http.app import ROUTES
from tests.api.console.pathway.scene import PATHWAY, telling
from tests.domain.pathway.people import NOTE

OFFERED = {name: one for name, one in vars(offers).items() if isinstance(one, Offer)}
POSTS = {route.path for route in ROUTES if "POST" in (route.methods or ())}


@pytest.mark.parametrize("name", sorted(OFFERED))
def test_what_is_offered_has_a_route_and_a_form(name: str) -> None:
    path = OFFERED[name].path
    assert VERSION + path in POSTS
    assert has_form(path)


def test_what_has_no_form_is_not_offered() -> None:
    nowhere = Offer("Fly", "/pathways/{pathway_id}/flight")
    assert acts(telling(), nowhere, pathway_id=PATHWAY) == ()


def test_nothing_is_offered_of_a_past_day() -> None:
    then = replace(telling(), is_past=True)
    assert acts(then, offers.INTERVIEW, pathway_id=PATHWAY) == ()
    assert acts(telling(), offers.INTERVIEW, pathway_id=PATHWAY) != ()


def test_an_act_leads_to_its_form_by_ids_alone() -> None:
    (act,) = acts(telling(), offers.GOAL_REACHED, pathway_id=PATHWAY, goal_id=NOTE)
    assert act.path == f"/forms/pathways/{PATHWAY}/goals/{NOTE}/achievement"
