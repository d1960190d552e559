import re
from collections.abc import Mapping
from typing import Any

import pytest
from httpx2 import Response

from tests.api.conftest import As
from tests.api.console.browsing import FRENCH, Browser, hidden_in, said_on
from tests.api.console.conftest import Browsing
from tests.api.people import People
from tests.api.speaking import Speaker


def consents(speaker: Speaker, path: str) -> list[tuple[list[str], str | None]]:
    """The classes and the end of each consent that stands."""
    shown = speaker.reads(f"{path}/sharing").json()["consents"]
    return sorted((one["consent"]["scope"]["classes"], one["consent"]["until"]) for one in shown)


def topics(speaker: Speaker, path: str) -> list[str]:
    said = speaker.reads(f"{path}/timeline").json()
    return [one["kind"] for one in said if "consent" in one["kind"] or "informed" in one["kind"]]


def invited(speaker: Speaker, organisation_id: object) -> str:
    """A pathway to which an organisation is invited, outside the care team."""
    path = speaker.pathway()
    asked = {"organisation_id": str(organisation_id)}
    speaker.recorded(f"{path}/circle/invitations", **asked)
    return path


def says(organisation_id: object, **answers: str) -> dict[str, str]:
    return {f"says.{organisation_id}.{one}": said for one, said in answers.items()}


def sends(browser: Browser, path: str, typed: Mapping[str, Any]) -> Response:
    """Send the sheet as it is."""
    return browser.sends(f"{path}/consent", **typed)


def fills(browser: Browser, path: str, answers: Mapping[str, Any], **more: Any) -> Response:
    return browser.fills_in(f"{path}/consent", **answers, **more)


def test_the_notice_is_read_together_and_that_is_kept(browsing: Browsing, as_: As) -> None:
    ines = as_("ines")
    path = ines.pathway()
    page = browsing("ines", FRENCH).opens(f"{path}/consent")
    assert "Vos informations, vos choix" in said_on(page)
    assert "Relais Combrailles" in said_on(page)
    assert "il n’y a rien à demander" in said_on(page)
    asked: dict[str, Any] = {
        "told": "yes",
        "means": "pictograms",
        "spoken": "ps",
        "interpreter": "yes",
    }
    saved = browsing("ines").fills_in(f"{path}/consent", **asked)
    assert "It is saved." in said_on(saved)
    (told,) = [one for one in ines.reads(f"{path}/timeline").json() if "informed" in one["kind"]]
    assert told["details"]["means"] == "pictograms"
    assert (told["details"]["language"], told["details"]["with_interpreter"]) == ("ps", True)


def test_each_class_is_answered_for_each_organisation(
    browsing: Browsing, as_: As, people: People
) -> None:
    ines = as_("ines")
    path = invited(ines, people.ccas)
    answers = says(people.ccas, social="yes", health="no", status="")
    until = {f"until.{people.ccas}.social": "2031-12-01"}
    saved = fills(browsing("ines"), path, answers | until)
    assert "It is saved." in said_on(saved)
    assert consents(ines, path) == [(["social"], "2031-12-01T22:59:59Z")]
    assert topics(ines, path) == ["sharing-consent-given", "sharing-consent-refused"]
    assert f'name="says.{people.ccas}.health" value="no" checked' in saved.text
    assert 'value="2031-12-01"' in saved.text


def test_to_take_back_is_as_easy_as_to_give(browsing: Browsing, as_: As, people: People) -> None:
    ines, browser = as_("ines"), browsing("ines")
    path = invited(ines, people.ccas)
    fills(browser, path, says(people.ccas, social="yes", health="yes"))
    fills(browser, path, says(people.ccas, social="yes", health="no"))
    assert consents(ines, path) == [(["social"], None)]
    assert topics(ines, path)[-1] == "sharing-consent-withdrawn"
    fills(browser, path, says(people.ccas, social="yes", health="yes"))
    assert consents(ines, path) == [(["health"], None), (["social"], None)]


def test_of_a_yes_given_to_two_things_at_once_one_may_be_taken_back(
    browsing: Browsing, as_: As, people: People
) -> None:
    ines = as_("ines")
    path = invited(ines, people.ccas)
    ines.consents(path, people.ccas, "social", "health")
    fills(browsing("ines"), path, says(people.ccas, social="yes", health="no"))
    assert consents(ines, path) == [(["social"], None)]


def test_the_same_sheet_sent_again_does_nothing_again(
    browsing: Browsing, as_: As, people: People
) -> None:
    ines, browser = as_("ines"), browsing("ines")
    path = invited(ines, people.ccas)
    sheet = hidden_in(browser.opens(f"{path}/consent"))
    typed = sheet | says(people.ccas, social="yes", health="no") | {"told": "yes"}
    for _ in range(3):
        assert "It is saved." in said_on(sends(browser, path, typed))
    assert topics(ines, path) == [
        "person-informed",
        "sharing-consent-given",
        "sharing-consent-refused",
    ]


def test_what_somebody_else_noted_meanwhile_is_not_undone(
    browsing: Browsing, as_: As, people: People
) -> None:
    ines, browser = as_("ines"), browsing("ines")
    path = invited(ines, people.ccas)
    sheet = hidden_in(browser.opens(f"{path}/consent"))
    fills(browsing("ines"), path, says(people.ccas, social="yes"))
    typed = sheet | says(people.ccas, social="no", health="yes")
    late = sends(browser, path, typed)
    assert late.status_code == 409
    assert "somebody noted another answer meanwhile" in said_on(late)
    assert f'name="says.{people.ccas}.health" value="yes" checked' in late.text
    assert consents(ines, path) == [(["social"], None)]
    again = hidden_in(late) | says(people.ccas, social="no", health="yes")
    assert sends(browser, path, again).status_code == 200
    assert consents(ines, path) == [(["health"], None)]


@pytest.mark.parametrize("day", ["2020-01-01", "tomorrow", "2031-02-30"])
def test_a_day_that_cannot_be_is_told_by_its_field_and_nothing_is_saved(
    browsing: Browsing, as_: As, people: People, day: str
) -> None:
    ines = as_("ines")
    path = invited(ines, people.ccas)
    field = f"until.{people.ccas}.social"
    answers = says(people.ccas, social="yes", health="no") | {field: day}
    refused = fills(browsing("ines"), path, answers, told="yes")
    assert refused.status_code == 422
    assert f'href="#{field}"' in refused.text
    assert f'id="{field}" name="{field}" value="{day}" aria-labelledby="' in refused.text
    assert f'name="says.{people.ccas}.health" value="no" checked' in refused.text
    assert topics(ines, path) == []


def test_what_is_not_saved_is_said_and_the_rest_is_saved(
    browsing: Browsing, as_: As, people: People
) -> None:
    ines, browser = as_("ines"), browsing("ines")
    path = invited(ines, people.ccas)
    ines.recorded(f"{path}/circle/invitations", organisation_id=str(people.hospital))
    sheet = hidden_in(browser.opens(f"{path}/consent"))
    ines.consents(path, people.ccas, "social")
    typed = sheet | says(people.ccas, health="yes") | says(people.hospital, health="yes")
    answer = sends(browser, path, typed)
    assert answer.status_code == 409
    assert "PASS de Montluçon : It is saved." in said_on(answer).replace(": ", " : ")
    assert consents(ines, path) == [(["health"], None), (["social"], None)]


def test_who_is_outside_the_care_team_reads_and_does_not_ask(
    browsing: Browsing, as_: As, people: People
) -> None:
    ines, browser = as_("ines"), browsing("paul")
    path = invited(ines, people.ccas)
    ines.consents(path, people.ccas, "social")
    as_("paul").recorded(f"{path}/circle/acceptance")
    page = browser.opens(f"{path}/consent")
    assert "noted by an organisation of the care team" in said_on(page)
    typed = {f"was.{people.ccas}": "social:yes:"} | says(people.ccas, social="yes", health="yes")
    refused = sends(browser, path, typed)
    assert (refused.status_code, 'role="alert"' in refused.text) == (403, True)
    assert consents(ines, path) == [(["social"], None)]


def test_an_organisation_of_the_network_may_be_asked_about_before_it_takes_part(
    browsing: Browsing, as_: As, people: People
) -> None:
    ines, browser = as_("ines"), browsing("ines")
    path = ines.pathway()
    page = browser.opens(f"{path}/consent", **{"with": str(people.hospital)})
    assert "PASS de Montluçon" in said_on(page)
    typed = hidden_in(page) | says(people.hospital, health="yes")
    saved = sends(browser, path, typed)
    assert "PASS de Montluçon" in said_on(saved)
    assert consents(ines, path) == [(["health"], None)]


def test_a_yes_to_several_is_taken_back_whole(browsing: Browsing, as_: As, people: People) -> None:
    ines, browser = as_("ines"), browsing("ines")
    path = ines.pathway()
    both = {"organisations": [str(people.ccas), str(people.hospital)]}
    scope = {"recipients": both, "classes": ["social"]}
    given = ines.recorded(f"{path}/sharing/consents", consent={"scope": scope})
    assert "CCAS de Saint-Éloy, PASS de Montluçon" in said_on(browser.opens(f"{path}/consent"))
    for _ in range(2):
        sent = browser.sends(f"{path}/consent/{given}/withdrawal", key=given)
        assert "It is saved." in said_on(sent)
    assert consents(ines, path) == []


def test_nothing_is_asked_about_whom_the_person_does_not_want_to_know(
    browsing: Browsing, as_: As, people: People
) -> None:
    ines = as_("ines")
    path = invited(ines, people.ccas)
    ines.recorded(f"{path}/sharing/objections", organisation_id=str(people.ccas))
    page = browsing("ines").opens(f"{path}/consent", **{"with": str(people.ccas)})
    assert f"says.{people.ccas}" not in page.text
    assert "You said no to: CCAS de Saint-Éloy. It sees nothing." in said_on(page)
    lifting = re.search(r'href="([^"]+/lifting)\?back=([^"]+)"', page.text)
    assert lifting
    assert "Lift" in said_on(browsing("ines").opens(lifting[1]))
    browsing("ines").fills_in(lifting[1])
    assert "You said no to" not in said_on(browsing("ines").opens(lifting[2]))


def test_what_one_hat_opened_is_not_saved_under_another(
    browsing: Browsing, as_: As, people: People
) -> None:
    ines = as_("ines")
    path = invited(ines, people.ccas)
    sheet = hidden_in(browsing("ines").opens(f"{path}/consent"))
    typed = sheet | says(people.ccas, social="yes") | {"by": str(people["lise"].id)}
    refused = sends(browsing("ines"), path, typed)
    assert refused.status_code == 409
    assert f'name="says.{people.ccas}.social" value="yes" checked' not in refused.text
    assert consents(ines, path) == []


@pytest.mark.parametrize(
    "typed",
    [
        {"key": "x", "means": "shouting", "spoken": "klingon", "form": "x", "told": "yes"},
        {"with": "x", "was.x": "x", "says.x.social": "yes"},
        {},
    ],
)
def test_nonsense_is_no_fault_of_ours(browsing: Browsing, as_: As, typed: dict[str, str]) -> None:
    path = as_("ines").pathway()
    assert sends(browsing("ines"), path, typed).status_code == 200
    assert browsing("ines").opens(f"{path}/consent", **{"with": "x"}).status_code == 422


def test_nothing_chosen_is_lost_when_the_session_ends_and_nobody_else_gets_it(
    browsing: Browsing, as_: As, people: People
) -> None:
    ines, browser = as_("ines"), browsing("ines")
    path = invited(ines, people.ccas)
    typed = hidden_in(browser.opens(f"{path}/consent")) | says(people.ccas, social="yes")
    browser.client.cookies.clear()
    asked = sends(browser, path, typed)
    assert (asked.status_code, "What you typed is kept" in said_on(asked)) == (401, True)
    chosen = f'name="says.{people.ccas}.social" value="yes" checked'
    again = browser.signs_in("ines", **hidden_in(asked))
    assert (chosen in again.text, "You are signed in again." in said_on(again)) == (True, True)
    browser.client.cookies.clear()
    other = browser.signs_in("claire", **hidden_in(asked))
    assert chosen not in other.text
    assert consents(ines, path) == []
