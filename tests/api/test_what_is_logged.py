from structlog.testing import capture_logs

from tests.api.conftest import As
from tests.api.people import People

CANARY = "quetzal-7f3a"


def test_sign_ins_are_logged_by_ids(as_: As) -> None:
    client = as_("ines").client
    with capture_logs() as logs:
        as_("paul")
        wrong = {"email": f"{CANARY}@cordee.example", "password": CANARY}
        assert client.post("/v1/sessions", json=wrong).status_code == 401
    opened, refused = logs
    assert opened["event"] == "session.opened"
    assert opened.keys() >= {"session_id", "account_id"}
    assert (refused["event"], refused["code"]) == ("http.refused", "wrong-credentials")
    assert CANARY not in str(logs)


def test_a_refusal_names_who_was_refused(as_: As, people: People) -> None:
    lise, awa = as_("lise"), as_("ines").pathway()
    with capture_logs() as logs:
        assert lise.reads(f"{awa}/notes").status_code == 404
    (refused,) = logs
    assert refused["code"] == "not-found"
    assert refused["member_id"] == str(people["lise"].id)
    assert refused["route"] == "/v1/pathways/{pathway_id}/notes"
    assert awa.rpartition("/")[2] not in str(logs)


def test_what_cannot_be_read_is_logged_without_what_was_sent(as_: As) -> None:
    ines = as_("ines")
    with capture_logs() as logs:
        assert ines.says("/pathways", called=CANARY, **{CANARY: CANARY}).status_code == 422
        assert ines.reads(f"/{CANARY}").status_code == 404
    assert [line["code"] for line in logs] == ["unreadable", "not-found"]
    assert CANARY not in str(logs)


def test_conflicts_of_everyday_work_are_not_logged(as_: As) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    ines.recorded(f"{awa}/death")
    with capture_logs() as logs:
        assert ines.says(f"{awa}/death").status_code == 409
    assert logs == []
