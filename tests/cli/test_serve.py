import json
import sqlite3
from contextlib import closing
from time import monotonic, sleep
from urllib.request import Request, urlopen

from tests.cli.cordee import FOUNDING, Cordee
from tests.cli.serving import Served, served


def asked(at: Served, path: str, body: dict[str, str] | None = None, token: str = "") -> object:
    request = Request(  # noqa: S310 (our own address)
        at.url + path,
        data=json.dumps(body).encode() if body else None,
        headers={"Content-Type": "application/json", "Authorization": f"Bearer {token}"},
    )
    with urlopen(request, timeout=10) as answer:  # noqa: S310 (our own address)
        content: object = json.load(answer)
        return content


def test_the_demo_is_served_and_a_member_finds_their_caseload(demo: Cordee) -> None:
    referent = next(
        account
        for account in demo.read("demo", "accounts")
        if "caseworker" in account["memberships"][0]["roles"] and len(account["memberships"]) == 1
    )
    login = {"email": referent["email"], "password": referent["password"]}
    with served(demo.data, "--demo") as at:
        assert asked(at, "/health/ready") == {"status": "up"}
        opened = asked(at, "/v1/sessions", login)
        assert isinstance(opened, dict)
        caseload = asked(at, "/v1/caseload", token=opened["token"])
        assert isinstance(caseload, dict)
        assert at.stop() == 0


def test_the_last_line_says_where_it_is_open(demo: Cordee) -> None:
    with served(demo.data, "--demo") as at:
        asked(at, "/health/ready")
        retained = chore_done(demo)
        assert at.stop() == 0
        said = at.process.stdout.read() if at.process.stdout else None
    assert retained
    assert (said, at.log.read_text("utf-8")) == ("", "")


def chore_done(demo: Cordee) -> bool:
    """Whether today's chore was taken on, which a supervisor is told of."""
    end = monotonic() + 30
    with closing(sqlite3.connect(demo.data / "desk.sqlite")) as desk:
        query = "SELECT position FROM followers WHERE name = 'chore.retention'"
        while not (taken := desk.execute(query).fetchone()[0]) and monotonic() < end:
            sleep(0.05)
    return bool(taken)


def test_a_second_start_keeps_the_data(demo: Cordee) -> None:
    before = demo.read("seeds", "load")
    with served(demo.data, "--demo"):
        pass
    assert demo.read("seeds", "load") == before


def test_one_process_serves_a_data_folder(demo: Cordee) -> None:
    with served(demo.data):
        demo.refuses("folder-in-use", "serve", "--port", "0")
        demo.refuses("folder-in-use", "demo", "reset", "--yes")


def test_a_port_that_is_taken_is_said_before_anything_is_loaded(
    demo: Cordee, cordee: Cordee
) -> None:
    elsewhere = Cordee(cordee.data.parent / "elsewhere")
    with served(demo.data) as at:
        port = at.url.rpartition(":")[2]
        elsewhere.refuses("port-taken", "serve", "--demo", "--port", port)
    assert not elsewhere.data.exists()


def test_an_empty_installation_has_nothing_to_serve_until_it_is_founded(cordee: Cordee) -> None:
    cordee.refuses("nothing-to-serve", "serve", "--port", "0")
    cordee.read(*FOUNDING, "--generate-password")
    with served(cordee.data) as at:
        assert asked(at, "/health/live") == {"status": "up"}


def test_status_tells_how_far_everything_is(demo: Cordee) -> None:
    with served(demo.data) as at:
        assert asked(at, "/health/ready") == {"status": "up"}
        told = demo.read("status")
    assert told["topology"] == "embedded"
    assert told["events"] > 100
    assert told["views"]["parked"] == []


def test_a_view_is_made_again_while_it_is_read(demo: Cordee) -> None:
    with served(demo.data):
        assert demo.run("views", "rebuild", "caseload").exit_code == 0
        assert demo.run("views", "rebuild").exit_code == 0
    demo.refuses("no-such-view", "views", "rebuild", "weather")


def test_workers_of_their_own_need_a_redis(demo: Cordee) -> None:
    assert demo.run("worker").exit_code == 1
    assert demo.run("scheduler").exit_code == 1
