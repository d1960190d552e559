"""The page that leads to the forms of what a conversation brings."""

from itertools import chain
from uuid import uuid4

from api.console.pathway.adding import ELSEWHERE, FOR, GROUPS, IF, rows_of_their_own
from tests.api.conftest import As
from tests.api.console.browsing import FRENCH, said_on
from tests.api.console.conftest import Browsing
from tests.api.console.forms.test_sending import ID
from tests.api.people import People


def test_each_form_about_a_pathway_has_its_place() -> None:
    placed = [*chain(*GROUPS.values()), *ELSEWHERE]
    assert sorted(placed) == sorted(rows_of_their_own())
    assert IF.keys() | FOR.keys() <= {*placed}


def test_the_page_of_a_pathway_leads_there_and_each_link_leads_to_a_form(
    as_: As, browsing: Browsing
) -> None:
    pathway = as_("ines").pathway()
    ines = browsing("ines")
    assert f'href="{pathway}/adding"' in ines.opens(pathway).text
    page = ines.opens(f"{pathway}/adding")
    assert "Add to the pathway of Awa" in said_on(page)
    shown = [
        name for name in chain(*GROUPS.values()) if f'href="/forms{pathway}/{name}"' in page.text
    ]
    assert len(shown) > 40
    for name in shown:
        assert ines.opens(f"/forms{pathway}/{name}").status_code == 200, name


def test_what_is_said_once_is_then_corrected(as_: As, browsing: Browsing) -> None:
    ines = as_("ines")
    pathway = ines.pathway()
    declare, correct = (f'href="/forms{pathway}/identity{more}"' for more in ("", "/correction"))
    before = browsing("ines").opens(f"{pathway}/adding").text
    assert (declare in before, correct in before) == (True, False)
    ines.recorded(f"{pathway}/identity", identity={"given_names": "Awa"})
    after = browsing("ines").opens(f"{pathway}/adding").text
    assert (declare in after, correct in after) == (False, True)


def test_what_a_profession_does_is_offered_to_it_alone(
    as_: As, browsing: Browsing, people: People
) -> None:
    pathway = as_("ines").pathway()
    as_("ines").invites_to_care(pathway, people.hospital)
    as_("lise").recorded(f"{pathway}/circle/acceptance")
    offered = {name: browsing(name).opens(f"{pathway}/adding").text for name in ("ines", "lise")}
    test = f'href="/forms{pathway}/screening/tests"'
    assert (test in offered["ines"], test in offered["lise"]) == (False, True)
    assert f'href="/forms{pathway}/psychology/sessions"' not in offered["lise"]


def test_who_shares_nothing_of_it_is_led_nowhere(as_: As, browsing: Browsing) -> None:
    pathway = as_("ines").pathway()
    paul = browsing("paul", FRENCH)
    hidden, none = (paul.opens(f"{path}/adding") for path in (pathway, f"/pathways/{uuid4()}"))
    assert (hidden.status_code, none.status_code) == (404, 404)
    assert ID.sub("", said_on(hidden)) == ID.sub("", said_on(none))
    assert paul.opens("/pathways/nothing/adding").status_code == 422
