import re
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from httpx2 import Response

from api.languages.choosing import LANGUAGES, Language
from api.languages.dates import Days
from tests.api.conftest import As
from tests.api.people import People
from tests.api.receipts.reading import lines_of
from tests.api.receipts.sharing import shared_discreetly
from tests.api.speaking import Speaker

HERE = Path(__file__).parent
CALL_BACK = "+33199000000"  # of every organisation of the invented network
TELLING = (  # of a service, of a kind of need, of whose paper it is
    *("Awa", "Relais", "CCAS", "PASS", "Moulin", "Faure"),
    *("santé", "soin", "violence", "dépistage", "médecin", "hôpital", "séjour", "logement"),
    *("health", "care", "screening", "doctor", "hospital", "housing", "Cordée"),
)


def printed(speaker: Speaker, path: str, **asked: str) -> Response:
    headers = speaker.headers | {"Accept": "text/html"}
    return speaker.client.get(f"/v1{path}", params=asked, headers=headers)


@pytest.fixture
def awa(as_: As, people: People) -> str:
    path = shared_discreetly(as_, people)
    for reader in ("lise", "paul"):
        as_(reader).reads(f"{path}/timeline")
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_to_carry_home_says_this_and_nothing_else(
    as_: As, awa: str, language: Language
) -> None:
    month = Days(language, "Europe/Paris").month(datetime.now(UTC))
    expected = (HERE / f"carry.{language}.txt").read_text("utf-8")
    for maker in ("ines", "lise"):
        page = printed(as_(maker), f"{awa}/receipt", version="carry", language=language)
        told = expected.format(month=month, phone=CALL_BACK)
        assert lines_of(page.text) == told.splitlines()
        assert [word for word in TELLING if re.search(rf"\b{word}", page.text, re.IGNORECASE)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_may_not_know_hands_over_a_paper_that_does_not_tell(
    as_: As, awa: str, language: Language
) -> None:
    for maker, tells in (("ines", False), ("paul", False), ("lise", True)):
        for answer in (
            printed(as_(maker), f"{awa}/receipt", language=language),
            as_(maker).reads(f"{awa}/receipt", language=language),
        ):
            assert answer.status_code == 200
            assert ("PASS de Montluçon" in answer.text, "Lise Faure" in answer.text) == (
                tells,
                tells,
            )
            assert "CCAS de Saint-Éloy" in answer.text
            assert "Paul Arnal" in answer.text


def test_it_says_what_they_want_of_messages(as_: As, awa: str) -> None:
    ines = as_("ines")
    point = {"kind": "mobile", "reach": "+33639980001"}
    contact = ines.recorded(f"{awa}/contact-points", point=point)
    ines.recorded(f"{awa}/reminders/stop", told_by="phone", contact_id=contact)
    ines.recorded(f"{awa}/reminders/fuller-texts")
    lines = printed(ines, f"{awa}/receipt", language="fr").text
    assert "vous ne voulez plus de messages à un numéro" in lines
    assert "vous avez demandé des messages qui en disent plus" in lines
    ines.recorded(f"{awa}/reminders/stop", told_by="phone")
    assert "On ne vous en envoie plus." in printed(ines, f"{awa}/receipt", language="fr").text


def test_it_says_so_in_plain_words(as_: As, awa: str) -> None:
    french = lines_of(printed(as_("ines"), f"{awa}/receipt", language="fr").text)
    assert french[0] == "Qui a vos informations"
    assert "Ce papier est pour vous, Awa." in french
    assert "Peut voir, parce qu’elle fait partie de l’équipe qui vous aide :" in french
    assert "votre droit de rester en France" in french
    assert "Paul Arnal (travail social)" in french
    english = lines_of(printed(as_("ines"), f"{awa}/receipt", language="en").text)
    assert "May see, because it is in the team that helps you:" in english
    assert "Paul Arnal (social worker)" in english


def test_the_same_is_given_as_data(as_: As, awa: str) -> None:
    told = as_("ines").reads(f"{awa}/receipt", language="en").json()
    assert (told["called"], told["made_by"], told["language"]) == (
        "Awa",
        "Relais Combrailles",
        "en",
    )
    assert [holder["name"] for holder in told["holders"]] == [
        "Relais Combrailles",
        "CCAS de Saint-Éloy",
    ]
    (held,) = told["holders"][1]["held"]
    assert (held["ground"], held["until"]) == ("care_team", None)
    assert {"data_class": "health", "words": "your health"} in held["classes"]
    (paul,) = told["readers"]
    assert (paul["name"], paul["profession"], len(paul["at"])) == ("Paul Arnal", "social_worker", 1)
    assert told["authority"]["called"] == "CNIL"


def test_it_speaks_the_language_of_the_browser_unless_one_is_asked_for(as_: As, awa: str) -> None:
    ines = as_("ines")
    for accepted, asked, language in (
        ("en-GB", {}, "en"),
        ("uk", {}, "fr"),
        ("en", {"language": "fr"}, "fr"),
    ):
        headers = ines.headers | {"Accept-Language": accepted}
        answer = ines.client.get(f"/v1{awa}/receipt", params=asked, headers=headers)
        assert (answer.headers["content-language"], answer.json()["language"]) == (
            language,
            language,
        )


def test_a_browser_gets_the_page_and_a_program_the_data(as_: As, awa: str) -> None:
    ines = as_("ines")
    for accepted, kind in (
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
        ("application/json, text/html;q=0.5", "application/json"),
        ("*/*", "application/json"),
        ("text/html;level=1;q=much, ;;", "application/json"),
    ):
        headers = ines.headers | {"Accept": accepted}
        answer = ines.client.get(f"/v1{awa}/receipt", headers=headers)
        assert answer.headers["content-type"].startswith(kind)
        assert "Accept" in answer.headers["vary"]


def test_the_page_runs_nothing_takes_nothing_and_is_kept_nowhere(as_: As, awa: str) -> None:
    page = printed(as_("ines"), f"{awa}/receipt")
    policy = page.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "script" not in policy
    assert page.headers["cache-control"] == "no-store"
    assert re.findall(r"<script|\bon[a-z]+=|style=|src=|href=|https?://", page.text) == []


def test_letters_of_a_page_are_never_smaller_than_fourteen_points() -> None:
    style = (HERE.parents[2] / "api" / "receipts" / "assets" / "receipt.css").read_text("utf-8")
    sizes = [float(size) for size in re.findall(r"font(?:-size)?:[^;}]*?([\d.]+)pt", style)]
    assert sizes
    assert min(sizes) == 14


def test_who_takes_no_part_makes_none(as_: As, awa: str) -> None:
    stranger = as_("claire")
    nowhere = f"/pathways/{uuid4()}"
    for version in ("full", "carry"):
        hidden = stranger.reads(f"{awa}/receipt", version=version)
        missing = as_("ines").reads(f"{nowhere}/receipt", version=version)
        assert (hidden.status_code, missing.status_code) == (404, 404)
        assert hidden.json()["code"] == missing.json()["code"]


def test_what_is_asked_for_badly_is_refused(as_: As, awa: str) -> None:
    for asked in ({"language": "de"}, {"version": "all"}, {"language": "\0"}):
        answer = as_("ines").reads(f"{awa}/receipt", **asked)
        assert answer.status_code == 422
        assert "all" not in answer.text
