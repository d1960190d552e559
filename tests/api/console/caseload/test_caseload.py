import re
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from tests.api.conftest import As, Place
from tests.api.console.browsing import FRENCH, Browser, said_on
from tests.api.console.conftest import Browsing
from tests.api.people import People
from tests.api.speaking import Speaker

TODAY = datetime.now(ZoneInfo("Europe/Paris")).date()


def on(day: int) -> str:
    return str(TODAY + timedelta(days=day))


def a_plan(day: int) -> dict[str, str]:
    return {"due_on": on(day), "purpose": "housing", "mode": "phone"}


def listed(browser: Browser, **asked: str) -> list[str]:
    """Whom a caseload names, in its order."""
    page = browser.opens("/caseload", **asked)
    assert page.status_code == 200
    return re.findall(r'<th scope="row"><a href="/pathways/[^"]+">([^<]+)<', page.text)


@pytest.fixture
def ines(as_: As) -> Speaker:
    return as_("ines")


@pytest.fixture
def mixed(place: Place, ines: Speaker) -> dict[str, str]:
    """Pathways by name: each is found by one question and by no other."""
    found = {name: ines.pathway(name) for name in ("Late", "Week", "Asked", "Ending", "Closed")}
    ines.recorded(f"{found['Late']}/follow-ups", plan=a_plan(-2))
    ines.recorded(f"{found['Week']}/follow-ups", plan=a_plan(4))
    ask = {"service": "food_aid", "outside_service": "Épicerie du Bourg"}
    ines.recorded(f"{found['Asked']}/referrals", ask=ask)
    ines.recorded(
        f"{found['Ending']}/rights/declaration", scheme="c2s", starts_on=on(-300), ends_on=on(40)
    )
    ines.recorded(f"{found['Closed']}/closing", reason="effective_relay")
    place.project()
    return found


def test_everybody_who_is_followed_is_listed_what_is_due_first(
    mixed: dict[str, str], browsing: Browsing
) -> None:
    browser = browsing("ines")
    assert listed(browser)[:3] == ["Late", "Week", "Ending"]
    assert "Closed" not in listed(browser)
    text = said_on(browser.opens("/caseload"))
    assert "2 days late Follow-up" in text
    assert f"/pathways/{mixed['Late'].rpartition('/')[2]}" in browser.opens("/caseload").text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"followed": "no_longer"}, {"Closed"}),
        ({"due": "today"}, {"Late"}),
        ({"due": "week"}, {"Late", "Week"}),
        ({"referral": "on"}, {"Asked"}),
        ({"ending": "on"}, {"Ending"}),
        ({"referral": "on", "ending": "on"}, set()),
        ({"whose": "mine"}, {"Late", "Week", "Asked", "Ending"}),
        ({"whose": "", "due": "", "order": "contact"}, {"Late", "Week", "Asked", "Ending"}),
    ],
    ids=lambda one: "&".join(one) if isinstance(one, dict) else "",
)
def test_each_question_finds_its_own(
    mixed: dict[str, str], browsing: Browsing, asked: dict[str, str], found: set[str]
) -> None:
    assert set(listed(browsing("ines"), **asked)) == found & mixed.keys()


def test_the_caseload_of_a_colleague(
    mixed: dict[str, str], place: Place, browsing: Browsing, ines: Speaker, people: People
) -> None:
    maud = people.members["maud"][0]
    ines.recorded(f"{mixed['Week']}/referent", referent_id=str(maud.id))
    place.project()
    browser = browsing("ines")
    assert "Maud Serre</option>" in browser.opens("/caseload").text
    assert listed(browser, whose=str(maud.id)) == ["Week"]


def test_what_others_share_is_not_there(mixed: dict[str, str], browsing: Browsing) -> None:
    assert mixed
    paul = browsing("paul")
    assert listed(paul) == []
    assert "Nobody is like this." in said_on(paul.opens("/caseload"))


def test_pages_lead_to_each_other(place: Place, browsing: Browsing, ines: Speaker) -> None:
    for number in range(27):
        ines.pathway(f"Personne {number}")
    place.project()
    browser = browsing("ines")
    first = browser.opens("/caseload", order="contact").text
    assert 'rel="prev"' not in first
    second = browser.opens(led_on(first, "next")).text
    assert 'rel="next"' not in second
    again = browser.opens(led_on(second, "prev")).text
    names = [re.findall(r'href="/pathways/([^"]+)"', text) for text in (first, second, again)]
    assert [len(one) for one in names] == [25, 2, 25]
    assert not set(names[0]) & set(names[1])
    assert names[0] == names[2]


def led_on(text: str, way: str) -> str:
    (found,) = re.findall(rf'rel="{way}" href="([^"]+)"', text)
    return str(found).replace("&amp;", "&")


@pytest.mark.parametrize(
    "query",
    [
        "followed=perhaps",
        "whose=everybody",
        "due=never",
        "order=name",
        "cursor=AAAA",
        "referral=maybe",
        "cursor=" + "x" * 9_999,
        "back=x&" * 60,
    ],
)
def test_what_cannot_be_asked_is_a_sentence(browsing: Browsing, query: str) -> None:
    for path in ("/caseload", "/caseload.csv"):
        refused = browsing("ines").opens(f"{path}?{query}")
        if path == "/caseload.csv" and ("cursor" in query or "back=x&back" in query):
            continue  # a file begins at the beginning
        assert (refused.status_code, 'role="alert"' in refused.text) == (422, True)


def test_people_are_found_by_name_and_no_address_says_it(
    mixed: dict[str, str], browsing: Browsing
) -> None:
    assert mixed
    browser = browsing("ines")
    found = browser.sends("/caseload/search", name="clo")
    assert (found.status_code, found.url.query) == (200, b"")
    assert "Closed" in said_on(found)
    assert "Late" not in found.text


@pytest.mark.parametrize(
    ("name", "said"), [("zoé", "has a name that begins so"), ("  ", "Type the beginning")]
)
def test_nobody_found_says_so(browsing: Browsing, name: str, said: str) -> None:
    assert said in said_on(browsing("ines").sends("/caseload/search", name=name))


def test_a_search_is_traced_as_one(mixed: dict[str, str], place: Place, browsing: Browsing) -> None:
    browsing("ines").sends("/caseload/search", name="late")
    traces = place.house.traces.of_pathway(UUID(mixed["Late"].rpartition("/")[2]))
    assert traces[-1].look == "search"


def test_who_follows_nobody_has_no_caseload(browsing: Browsing) -> None:
    claire = browsing("claire")
    assert 'href="/caseload"' not in claire.opens("/").text
    for path in ("/caseload", "/caseload.csv"):
        refused = claire.opens(path)
        assert (refused.status_code, "role-follows-nobody" in refused.text) == (403, True)


def test_a_caseload_in_french(mixed: dict[str, str], browsing: Browsing) -> None:
    assert mixed
    text = said_on(browsing("ines", FRENCH).opens("/caseload"))
    assert "2 jours de retard" in text
    assert "File active" in text
