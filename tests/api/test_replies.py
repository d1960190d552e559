"""The page behind the link of a reminder: who was sent it answers or stops, without an account."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from httpx2 import Response
from starlette.testclient import TestClient
from structlog.testing import capture_logs

from api.http.app import create_app
from api.http.house import House
from application.accounts.throttle import FREE_FROM_ADDRESS
from application.erasures.resume_erasures import resume_erasures
from application.refusals import StoreUnavailable
from application.reminders.replies import Awaited
from domain.kernel import Fact
from domain.pathway.pathway import Pathway
from domain.pathway.reminder_answers import Answer, ReminderAnswered
from domain.pathway.reminder_wishes import RemindersStopped, ToldBy
from domain.reminders.triggers import Trigger
from tests.api.conftest import As, Place, place_on
from tests.api.people import People
from tests.api.speaking import Speaker
from tests.api.test_appointments import MEETING
from tests.api.test_erasures import asked
from tests.domain.reminders.wordings import reviewed
from tests.fakes.replies import RepliesInMemory
from tests.infrastructure.databases import on_sqlite

URL = "https://cordee.example"
SOON = {"wall": "2031-03-05T09:30:00", "zone": "Europe/Paris"}  # a Wednesday
LATER = SOON | {"wall": "2031-03-06T14:05:00"}
OVER = datetime(2031, 3, 6, 9, 30, tzinfo=UTC)
NOWHERE = "/r/aaaaaaaaaaaaaaaa"


@pytest.fixture
def place(settled: tuple[Path, People], tmp_path: Path) -> Iterator[Place]:
    folder, _ = settled
    shutil.copytree(folder, tmp_path / "data")
    settings = on_sqlite(tmp_path / "data").model_copy(update={"public_url": URL})
    with place_on(settings) as place:
        yield place


class Sent:
    """A person who was sent a reminder of an appointment, and the one who follows them."""

    def __init__(self, house: House, ines: Speaker) -> None:
        self.house, self.ines = house, ines
        self.path = ines.pathway()
        self.id = UUID(self.path.rpartition("/")[2])
        self.appointment = self.books(SOON)

    def books(self, when: dict[str, str]) -> str:
        appointments = f"{self.path}/appointments"
        return self.ines.recorded(appointments, meeting=MEETING, when=when)

    def awaited(self, appointment: str, *, until: datetime = OVER) -> Awaited:
        known = self.pathway.appointments.by_id[UUID(appointment)]
        return Awaited(
            due_id=uuid4(),
            pathway_id=self.id,
            cause=Trigger.APPOINTMENT,
            cause_id=known.id,
            occurrence=known.occurrence,
            rule_id="day-before",
            language="fr",
            until=until,
            reach="+33639980001",
        )

    def link(self, *awaited: Awaited) -> str:
        """Its path, as a phone opens it."""
        sent = awaited or (self.awaited(self.appointment),)
        link = self.house.answering.replies.expect(*sent, key=sent[0].due_id)
        assert link.startswith(URL)
        return link.removeprefix(URL)

    def moves(self, *, to: dict[str, str] = LATER) -> None:
        path = f"{self.path}/appointments/{self.appointment}"
        seen = self.ines.reads(path).headers["etag"]
        move = {"by": "service", "reason": "staff_absent", "when": to}
        self.ines.recorded(f"{path}/move", to=move, seen=seen)

    def closes(self) -> None:
        self.ines.recorded(f"{self.path}/closing", reason="moved")

    @property
    def pathway(self) -> Pathway:
        return self.house.network.log.load(Pathway, self.id)

    def facts(self, kind: type[Fact]) -> list[Fact]:
        told = [event.fact for event in self.house.network.log.stream(self.id)]
        return [fact for fact in told if isinstance(fact, kind)]


@pytest.fixture
def sent(house: House, as_: As) -> Sent:
    return Sent(house, as_("ines"))


def pressed(client: TestClient, link: str, answer: str, **said: str) -> Response:
    """Press a button of the page, as a browser without script does."""
    due = re.findall(r'name="due" value="([^"]+)"', client.get(link).text)
    form = ({"due": due[0]} if due else {}) | {"answer": answer} | said
    return client.post(link, data=form, headers={"Accept-Language": "fr"})


def test_looking_does_nothing(client: TestClient, sent: Sent) -> None:
    link, before = sent.link(), sent.pathway.version
    for _ in range(3):
        assert client.get(link).status_code == 200
    assert sent.pathway.version == before


def test_the_page_says_when_and_nothing_of_whom_or_what_for(client: TestClient, sent: Sent) -> None:
    page = client.get(sent.link()).text
    assert "Rendez-vous mercredi 5 mars à 9h30." in page
    assert 'lang="fr" dir="ltr"' in page
    told = ("Awa", "Permanence", "12 rue du Pont", "Cordée", str(sent.id), "access_to_care")
    assert [word for word in told if word in page] == []
    assert "<script" not in page


def test_the_page_is_kept_by_nobody_and_tells_nobody_where_it_was(
    client: TestClient, sent: Sent
) -> None:
    for link in (sent.link(), NOWHERE):
        headers = client.get(link).headers
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-robots-tag"] == "noindex, nofollow, noarchive"
        assert "form-action 'self'" in headers["content-security-policy"]
        assert "script-src" not in headers["content-security-policy"]
        assert "set-cookie" not in headers


@pytest.mark.parametrize(
    ("button", "said"),
    [(Answer.CONFIRMED, "vous viendrez"), (Answer.ASKS_TO_MOVE, "une autre date")],
)
def test_an_answer_is_recorded_once_however_often_it_is_sent(
    client: TestClient, sent: Sent, button: Answer, said: str
) -> None:
    link = sent.link()
    due = {"due": str(sent.house.answering.replies.find(link[3:])[0].due_id)}
    for _ in range(3):
        answer = client.post(link, data=due | {"answer": str(button)})
        assert answer.status_code == 200
        assert said in answer.text
    (fact,) = sent.facts(ReminderAnswered)
    assert isinstance(fact, ReminderAnswered)
    assert (fact.answer, fact.cause_id) == (button, UUID(sent.appointment))


def test_the_answer_is_seen_by_whoever_sees_the_appointment(
    client: TestClient, sent: Sent, place: Place
) -> None:
    appointment = f"{sent.path}/appointments/{sent.appointment}"
    assert sent.ines.reads(appointment).json()["answer"] is None
    pressed(client, sent.link(), "asks_to_move")
    assert sent.ines.reads(appointment).json()["answer"] == "asks_to_move"
    timeline = sent.ines.reads(f"{sent.path}/timeline").json()
    assert "reminder-answered" in str(timeline)
    place.project()
    (entry,) = sent.ines.reads("/agenda", **{"from": "2031-03-01", "to": "2031-03-09"}).json()[
        "entries"
    ]
    assert entry["answer"] == "asks_to_move"
    sent.moves()
    assert sent.ines.reads(appointment).json()["answer"] is None


def test_a_link_serves_once(client: TestClient, sent: Sent) -> None:
    link = sent.link()
    pressed(client, link, "confirmed")
    due = {"due": str(sent.house.answering.replies.find(link[3:])[0].due_id)}
    changed = client.post(link, data=due | {"answer": "asks_to_move"})
    assert changed.status_code == 404
    assert len(sent.facts(ReminderAnswered)) == 1


def moved(sent: Sent) -> str:
    link = sent.link()
    sent.moves()
    return link


def closed(sent: Sent) -> str:
    link = sent.link()
    sent.closes()
    return link


def expired(sent: Sent) -> str:
    a_moment_ago = datetime.now(UTC) - timedelta(seconds=1)
    return sent.link(sent.awaited(sent.appointment, until=a_moment_ago))


def answered(sent: Sent) -> str:
    link = sent.link()
    with TestClient(create_app(sent.house)) as client:
        assert pressed(client, link, "confirmed").status_code == 200
    return link


OF_NO_USE = [moved, closed, expired, answered]


@pytest.mark.parametrize("of_no_use", OF_NO_USE, ids=lambda one: one.__name__)
def test_a_link_of_no_use_is_as_one_that_nobody_was_sent(
    client: TestClient, sent: Sent, of_no_use: Callable[[Sent], str]
) -> None:
    link = of_no_use(sent)
    before = sent.pathway.version
    for answer in ("confirmed", "asks_to_move", ""):
        data = {"due": str(sent.house.answering.replies.find(link[3:])[0].due_id), "answer": answer}
        if of_no_use is not answered or answer != "confirmed":
            assert page_of(client.post(link, data=data)) == page_of(client.post(NOWHERE, data=data))
    assert page_of(client.get(link)) == page_of(client.get(NOWHERE))
    assert sent.pathway.version == before


def page_of(answer: Response) -> tuple[int, str, dict[str, str]]:
    headers = {name: said for name, said in answer.headers.items() if name != "correlation-id"}
    return answer.status_code, answer.text, headers


@pytest.mark.parametrize("of_no_use", OF_NO_USE, ids=lambda one: one.__name__)
def test_a_link_always_stops(
    client: TestClient, sent: Sent, of_no_use: Callable[[Sent], str]
) -> None:
    link = of_no_use(sent)
    for _ in range(2):
        answer = client.post(link, data={"answer": "stop"})
        assert answer.status_code == 200
        assert "vous ne recevrez plus de messages" in answer.text
    (fact,) = sent.facts(RemindersStopped)
    assert isinstance(fact, RemindersStopped)
    assert (fact.told_by, fact.contact_id) == (ToldBy.LINK, None)


def test_a_link_that_nobody_was_sent_does_not_pretend_to_stop(client: TestClient) -> None:
    answer = client.post(NOWHERE, data={"answer": "stop"})
    assert answer.status_code == 404
    assert "C’est noté" not in answer.text


def test_what_was_resumed_is_stopped_again_by_the_same_link(client: TestClient, sent: Sent) -> None:
    link = sent.link()
    for _ in range(2):
        client.post(link, data={"answer": "stop"})
        assert sent.pathway.reminder_wishes.all_stopped
        sent.ines.recorded(f"{sent.path}/reminders/stop/end")


def test_a_message_that_recalls_two_things_asks_about_each(client: TestClient, sent: Sent) -> None:
    first = sent.awaited(sent.appointment)
    then = sent.awaited(sent.books(LATER), until=OVER + timedelta(days=1))
    link = sent.link(first, then)
    page = client.get(link).text
    assert page.index("mercredi 5 mars") < page.index("jeudi 6 mars à 14h05")
    after = pressed(client, link, "confirmed", due=str(then.due_id)).text
    assert after.count('value="confirmed"') == 1
    assert after.index("mercredi 5 mars") < after.index('value="confirmed"')
    assert (
        after.index('value="confirmed"') < after.index("jeudi 6 mars") < after.index("C’est noté")
    )
    assert [fact.cause_id for fact in sent.facts(ReminderAnswered)] == [then.cause_id]  # type: ignore[attr-defined] # of such facts


def test_a_link_of_what_is_not_answered_serves_to_stop(client: TestClient, sent: Sent) -> None:
    told = replace(sent.awaited(sent.appointment), cause=Trigger.RIGHT_RENEWAL)
    link = sent.link(told)
    page = client.get(link)
    assert page.status_code == 200
    assert [word for word in ("Rendez-vous", "Je viendrai") if word in page.text] == []
    assert pressed(client, link, "confirmed", due=str(told.due_id)).status_code == 200
    assert sent.facts(ReminderAnswered) == []
    assert "C’est noté" in client.post(link, data={"answer": "stop"}).text


FORGED = [
    {"answer": "confirmed"},
    {"answer": "confirmed", "due": "3"},
    {"answer": "confirmed", "due": str(UUID(int=7))},
    {"answer": "cancelled"},
    {"answer": "<script>alert(1)</script>"},
    {"due": "confirmed"},
    {},
]


@pytest.mark.parametrize("form", FORGED, ids=str)
def test_what_no_button_says_does_nothing(
    client: TestClient, sent: Sent, form: dict[str, str]
) -> None:
    link, before = sent.link(), sent.pathway.version
    answer = client.post(link, data=form)
    assert answer.status_code == 200
    assert "Rendez-vous" in answer.text
    assert "alert" not in answer.text
    assert sent.pathway.version == before


def test_one_s_link_answers_nothing_of_somebody_else(client: TestClient, sent: Sent) -> None:
    theirs = sent.awaited(sent.appointment)
    sent.link(theirs)
    mine = sent.link()
    client.post(mine, data={"answer": "confirmed", "due": str(theirs.due_id)})
    assert sent.facts(ReminderAnswered) == []


def test_what_is_no_form_does_nothing(client: TestClient, sent: Sent) -> None:
    link, before = sent.link(), sent.pathway.version
    for body in (b"\xff\xfe", b'{"answer": "stop"}', b"&" * 5_000, b"answer=%00", b"=" * 99):
        assert client.post(link, content=body).status_code == 200
    assert client.post(link, content=b"a" * (1 << 20) + b"b").status_code == 413
    assert sent.pathway.version == before


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"])
def test_other_methods_do_nothing(client: TestClient, sent: Sent, method: str) -> None:
    link, before = sent.link(), sent.pathway.version
    assert client.request(method, link).status_code == 405
    assert sent.pathway.version == before


@pytest.mark.parametrize(
    "token", ["a", "aaaaaaaaaaaaaaab", "%00", "%ff", "..%2f..", "é", "a" * 5_000, "%F0%9F%AA%A2"]
)
def test_what_is_no_token_is_as_one_that_nobody_was_sent(client: TestClient, token: str) -> None:
    for answer in (client.get(f"/r/{token}"), client.post(f"/r/{token}", data={"answer": "stop"})):
        assert answer.status_code == 404


def test_whoever_guesses_is_kept_waiting(client: TestClient, sent: Sent) -> None:
    link = sent.link()
    for _ in range(FREE_FROM_ADDRESS):
        assert client.get(NOWHERE).status_code == 404
    for path in (NOWHERE, link):
        kept_out = client.get(path)
        assert kept_out.status_code == 429
        assert int(kept_out.headers["retry-after"]) > 0
        assert client.post(path, data={"answer": "stop"}).status_code == 429
    assert sent.facts(RemindersStopped) == []


def test_whoever_guesses_keeps_nobody_from_signing_in(client: TestClient, as_: As) -> None:
    for _ in range(FREE_FROM_ADDRESS):
        client.get(NOWHERE)
    assert as_("ines").reads("/sessions/current").status_code == 200


def test_the_page_is_in_the_language_of_the_message(client: TestClient, sent: Sent) -> None:
    link = sent.link(replace(sent.awaited(sent.appointment), language="en-GB"))
    page = client.get(link, headers={"Accept-Language": "fr"})
    assert "Appointment on Wednesday 5 March at 9:30." in page.text
    assert page.headers["content-language"] == "en"


def test_the_page_of_no_use_is_in_the_language_of_the_browser(client: TestClient) -> None:
    answers = {
        language: client.get(NOWHERE, headers={"Accept-Language": language}).text
        for language in ("en-US,en", "fr", "ar", "uk", "tlh", "")
    }
    assert "nothing to answer" in answers.pop("en-US,en")
    assert len(set(answers.values())) == 1  # French, where nobody reviewed a language yet


@pytest.mark.parametrize(
    ("language", "direction", "day"),
    [("ar", "rtl", "الأربعاء 5 مارس"), ("uk", "ltr", "у середу, 5 березня")],
)
def test_a_language_is_shown_once_it_is_reviewed(
    sent: Sent, language: str, direction: str, day: str
) -> None:
    link = sent.link(replace(sent.awaited(sent.appointment), language=language))
    with TestClient(create_app(sent.house)) as client:
        assert 'lang="fr"' in client.get(link).text
    notice = replace(sent.house.notice, call_back="04 00 00 00 00")
    house = replace(sent.house, wordings=reviewed(language), notice=notice)
    with TestClient(create_app(house)) as client:
        page = client.get(link).text
    assert f'lang="{language}" dir="{direction}"' in page
    assert day in page
    assert '<bdi dir="ltr">04 00 00 00 00</bdi>' in page


class Unreached(RepliesInMemory):
    def find(self, token: str) -> tuple[Awaited, ...]:  # noqa: ARG002 (whatever it is)
        raise StoreUnavailable


def test_a_store_that_is_down_is_said_on_the_page(sent: Sent) -> None:
    unreached = replace(sent.house.answering, replies=Unreached())
    with TestClient(create_app(replace(sent.house, answering=unreached))) as client:
        answer = client.post(NOWHERE, data={"answer": "stop"})
    assert answer.status_code == 503
    assert "Essayez encore" in answer.text


def test_no_log_holds_a_link(client: TestClient, sent: Sent) -> None:
    link = sent.link()
    with capture_logs() as logs:
        client.get(link)
        pressed(client, link, "asks_to_move")
        client.post(link, data={"answer": "stop"})
        client.put(link)
        client.get(f"{link}/more")
    assert link.removeprefix("/r/") not in str(logs)


def test_a_link_goes_with_who_is_erased(
    client: TestClient, sent: Sent, as_: As, people: People, place: Place
) -> None:
    link, paul = sent.link(), as_("paul")
    sent.ines.invites_to_care(sent.path, people.ccas)
    paul.recorded(f"{sent.path}/circle/acceptance")
    paul.recorded(f"{asked(sent.ines, sent.path)}/approval")
    before = sent.pathway.version
    assert page_of(client.get(link)) == page_of(client.get(NOWHERE))  # from that moment on
    client.post(link, data={"answer": "stop"})
    resume_erasures(place.house.erasing)
    assert sent.house.answering.replies.find(link.removeprefix("/r/")) == ()
    assert page_of(client.post(link, data={"answer": "stop"})) == page_of(client.get(NOWHERE))
    assert sent.pathway.version == before
