"""Somebody who lost their password chooses another by a code sent to their address."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from api.http.house import House
from application.accounts.send_password_resets import (
    AT_MOST,
    GIVEN_UP,
    VALID,
    Resetting,
    send_password_resets,
)
from application.accounts.throttle import FREE_FROM_ADDRESS
from application.reminders.postbox import Letter, NotDelivered, TryLater, Undeliverable
from seeds.templates.shipped import shipped_reset_wordings
from tests.api.conftest import SignIn
from tests.api.people import PASSWORD
from tests.fakes.postbox import PostboxInMemory

INES, CHOSEN = "ines@cordee.example", "girafe tambour neige 9"
CODE = re.compile(r"code : (\S+)")


def resetting_of(
    house: House, *, public_url: str = "", ahead: timedelta = timedelta()
) -> Resetting:
    return Resetting(
        accounts=house.desk.accounts,
        resets=house.desk.resets,
        postbox=PostboxInMemory(),
        wordings=shipped_reset_wordings(),
        clock=lambda: house.desk.clock() + ahead,
        public_url=public_url,
    )


def letters_of(resetting: Resetting) -> list[Letter]:
    send_password_resets(resetting)
    assert isinstance(resetting.postbox, PostboxInMemory)
    return resetting.postbox.letters


def ask(client: TestClient, email: str = INES, language: str = "fr") -> int:
    headers = {"Accept-Language": language}
    answer = client.post("/v1/password-resets", json={"email": email}, headers=headers)
    return answer.status_code


def code_for(client: TestClient, house: House) -> str:
    assert ask(client) == 202
    (letter,) = letters_of(resetting_of(house))
    (code,) = CODE.findall(letter.text)
    return str(code)


def complete(client: TestClient, code: str, chosen: str = CHOSEN) -> tuple[int, str]:
    said = {"code": code, "chosen": chosen}
    answer = client.post("/v1/password-resets/completion", json=said)
    assert code not in answer.text
    return answer.status_code, answer.json()["code"] if answer.content else ""


def signs_in(client: TestClient, password: str) -> bool:
    asked = {"email": INES, "password": password}
    return client.post("/v1/sessions", json=asked).status_code == 201


def test_the_code_serves_once_and_ends_every_session(
    client: TestClient, house: House, signed_in: SignIn
) -> None:
    before = signed_in("ines")
    code = code_for(client, house)
    assert complete(client, code) == (204, "")
    assert client.get("/v1/sessions/current", headers=before).status_code == 401
    assert (signs_in(client, CHOSEN), signs_in(client, PASSWORD)) == (True, False)
    assert complete(client, code, "une-autre-corde-13") == (404, "password-reset-unknown")


def test_an_address_that_nobody_has_is_told_the_same_and_gets_nothing(
    client: TestClient, house: House
) -> None:
    answers = [
        client.post("/v1/password-resets", json={"email": email})
        for email in (INES, "nobody@cordee.example")
    ]
    assert len({(one.status_code, one.content) for one in answers}) == 1
    assert [letter.to for letter in letters_of(resetting_of(house))] == [INES]
    assert house.desk.resets.waiting() == []


def test_the_letter_says_nothing_of_anybody_in_the_language_that_was_asked(
    client: TestClient, house: House
) -> None:
    ask(client, language="en-GB")
    (letter,) = letters_of(resetting_of(house, public_url="https://cordee.example/"))
    assert letter.subject == "Your password"
    assert re.search(r"https://cordee\.example/password-reset#\S{32}\n", letter.text)
    for word in ("Inès", "Moulin", "ines", "Relais", "Cordée"):
        assert word not in letter.text + letter.subject


def test_a_code_expires(client: TestClient, house: House) -> None:
    ask(client)
    past = resetting_of(house, ahead=-VALID - timedelta(seconds=1))
    (letter,) = letters_of(past)
    (code,) = CODE.findall(letter.text)
    assert complete(client, code) == (404, "password-reset-unknown")
    assert signs_in(client, PASSWORD)


@pytest.mark.parametrize("code", ["xyz", "é" * 100, "0" * 32])
def test_a_code_that_is_none_of_ours_does_nothing(client: TestClient, code: str) -> None:
    assert complete(client, code) == (404, "password-reset-unknown")


def test_a_password_that_is_refused_leaves_the_code_as_it_was(
    client: TestClient, house: House
) -> None:
    code = code_for(client, house)
    assert complete(client, code, "motdepasse2026") == (409, "password-known")
    assert complete(client, code, "court")[0] == 422
    assert complete(client, code) == (204, "")


def test_another_code_of_the_same_account_is_used_up_too(client: TestClient, house: House) -> None:
    first, second = code_for(client, house), code_for(client, house)
    assert complete(client, second) == (204, "")
    assert complete(client, first) == (404, "password-reset-unknown")


def test_nobody_is_sent_many_letters(client: TestClient, house: House) -> None:
    for _ in range(AT_MOST + 2):
        ask(client)
    resetting = resetting_of(house)
    assert len(letters_of(resetting)) == AT_MOST
    assert house.desk.resets.waiting() == []


def test_one_place_does_not_ask_without_end(client: TestClient) -> None:
    answers = [ask(client, f"nobody-{number}@cordee.example") for number in range(101)]
    assert answers == [202] * FREE_FROM_ADDRESS + [429]
    assert signs_in(client, PASSWORD)


def failing(failure: NotDelivered) -> Callable[[Letter], None]:
    def deliver(_: Letter) -> None:
        raise failure

    return deliver


def test_what_could_not_leave_leaves_later_under_another_code(
    client: TestClient, house: House
) -> None:
    ask(client)
    resetting = resetting_of(house)
    down = replace(resetting, postbox=PostboxInMemory(before=failing(TryLater("gateway-down"))))
    assert send_password_resets(down) == 0
    assert len(house.desk.resets.waiting()) == 1
    assert len(letters_of(resetting)) == 1


def test_what_cannot_leave_is_given_up(client: TestClient, house: House) -> None:
    ask(client)
    resetting = resetting_of(house)
    wrong = PostboxInMemory(before=failing(Undeliverable("recipient-refused")))
    assert send_password_resets(replace(resetting, postbox=wrong)) == 0
    assert house.desk.resets.waiting() == []
    ask(client)
    late = resetting_of(house, ahead=GIVEN_UP + timedelta(seconds=1))
    assert letters_of(late) == []
    assert house.desk.resets.waiting() == []


def test_the_page_that_the_letter_leads_to_changes_the_password(
    client: TestClient, house: House
) -> None:
    shown = client.get("/password-reset", headers={"Accept-Language": "fr"})
    assert "Choisir un nouveau mot de passe" in shown.text
    assert "form-action 'self'" in shown.headers["content-security-policy"]
    (script,) = re.findall(r'<script src="([^"]+)"></script>', shown.text)
    assert "location.hash" in client.get(script).text
    said = {"code": code_for(client, house), "chosen": CHOSEN}
    done = client.post("/password-reset", data=said)
    assert (done.status_code, 'role="status"' in done.text) == (200, True)
    assert signs_in(client, CHOSEN)
    again = client.post("/password-reset", data=said, headers={"Accept-Language": "fr"})
    assert again.status_code == 404
    assert "Ce code a déjà servi" in again.text
    assert CHOSEN not in again.text
    assert said["code"] not in again.text


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (b"", 422),
        (b"code=x&chosen=court", 422),
        (b"code=%ED%A0%80&chosen=girafe+tambour+neige", 404),
        (b"code=x&chosen=girafe+tambour%00+neige", 422),
        (b"\xff\xfe=&" * 50, 422),
        (b"a=1&" * 50, 422),
        (b"x" * 100_000, 422),
        (b"code=x&chosen=girafe+tambour+neige+9", 404),
    ],
)
def test_the_page_says_what_is_wrong_whatever_is_sent(
    client: TestClient, said: bytes, status: int
) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = client.post("/password-reset", content=said, headers=headers)
    assert (answer.status_code, 'role="alert"' in answer.text) == (status, True)
