from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from application.inbox.ports import InboxItem, InboxKind
from domain.data_classes import DataClass
from domain.reminders.due import Due
from domain.reminders.rules import Audience, MessageType
from domain.reminders.triggers import Trigger
from tests.api.conftest import As, Place
from tests.api.people import People
from tests.api.speaking import Speaker
from tests.api.test_appointments import MEETING, PAST


@pytest.fixture
def awa(as_: As) -> str:
    return as_("ines").pathway()


def put(place: Place, people: People, pathway: str, **other: object) -> InboxItem:
    """Something for Inès, unless said otherwise."""
    ines = people["ines"]
    item = InboxItem(
        id=uuid4(),
        organisation_id=ines.organisation_id,
        member_id=ines.id,
        pathway_id=UUID(pathway.rpartition("/")[2]),
        kind=InboxKind.REMINDER,
        cause="right_renewal",
        cause_id=UUID(int=7),
        occurrence=1,
        data_class=DataClass.SOCIAL,
        at=place.house.network.clock(),
        rule_id="renewal-window",
        due_id=UUID(int=8),
    )
    item = replace(item, **other)  # type: ignore[arg-type] # names and kinds are those of an item
    place.house.inbox.put(item)
    return item


def changed(speaker: Speaker, method: str, item_id: object) -> int:
    path = f"/v1/inbox/{item_id}/read"
    return speaker.client.request(method, path, headers=speaker.headers).status_code


def test_an_item_tells_what_it_asks_and_where_to_go_on(
    place: Place, as_: As, people: People, awa: str
) -> None:
    item = put(place, people, awa)
    answer = as_("ines").reads("/inbox").json()
    assert answer == {
        "entries": [
            {
                "id": str(item.id),
                "kind": "reminder",
                "title": "Rappel : quelque chose vous attend.",
                "cause": "right_renewal",
                "cause_id": str(item.cause_id),
                "rule_id": "renewal-window",
                "reminder_id": str(item.due_id),
                "pathway_id": str(item.pathway_id),
                "link": f"/v1{awa}/rights/{item.cause_id}",
                "person": {
                    "called": "Awa",
                    "given_names": None,
                    "family_name": None,
                    "in_latin": None,
                },
                "data_class": "social",
                "at": item.at.isoformat().replace("+00:00", "Z"),
                "read_at": None,
                "is_settled": False,
                "is_to_be_confirmed": False,
            }
        ],
        "unread": 1,
        "next": None,
    }


@pytest.mark.parametrize(
    ("kind", "link"),
    [
        (InboxKind.CALL, "/v1{awa}"),
        (InboxKind.NOT_DELIVERED, "/v1{awa}"),
        (InboxKind.ASKS_TO_MOVE, "/v1{awa}/rights/{cause_id}"),
        (InboxKind.EMERGENCY_ACCESS, "/v1/emergency-accesses"),
    ],
)
def test_each_kind_says_where_to_go_on(
    place: Place, as_: As, people: People, kind: InboxKind, link: str
) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    item = put(place, people, awa, kind=kind)
    (entry,) = ines.reads("/inbox").json()["entries"]
    assert entry["link"] == link.format(awa=awa, cause_id=item.cause_id)
    assert entry["title"].endswith(".")


SAID = [
    (InboxKind.REMINDER, "Something is recalled to you.", "Rappel : quelque chose vous attend."),
    (
        InboxKind.ASKS_TO_MOVE,
        "This person answered that they need another time: move it with them.",
        "Cette personne a répondu qu’il lui faut une autre date : changez-la avec elle.",
    ),
]


@pytest.mark.parametrize("said", SAID, ids=lambda said: str(said[0]))
def test_what_is_asked_is_said_in_the_language_of_the_browser(
    place: Place, as_: As, people: People, said: tuple[InboxKind, str, str]
) -> None:
    ines, (kind, english, french) = as_("ines"), said
    put(place, people, ines.pathway(), kind=kind)
    for accepted, language, title in (
        ("en-GB,en;q=0.9", "en", english),
        ("fr-FR", "fr", french),
        ("uk", "fr", french),
    ):
        headers = ines.headers | {"Accept-Language": accepted}
        answer = ines.client.get("/v1/inbox", headers=headers)
        assert [entry["title"] for entry in answer.json()["entries"]] == [title]
        assert answer.headers["content-language"] == language
        assert "Accept-Language" in answer.headers["vary"]


def test_it_is_read_and_unread_as_often_as_one_likes(
    place: Place, as_: As, people: People, awa: str
) -> None:
    item, ines = put(place, people, awa), as_("ines")
    for _ in range(2):
        assert changed(ines, "PUT", item.id) == 204
    assert ines.reads("/inbox").json()["unread"] == 0
    assert ines.reads("/inbox", unread="true").json()["entries"] == []
    for _ in range(2):
        assert changed(ines, "DELETE", item.id) == 204
    assert ines.reads("/inbox", unread="true").json()["unread"] == 1


def test_what_is_not_theirs_is_nobody_elses_to_read(
    place: Place, as_: As, people: People, awa: str
) -> None:
    item = put(place, people, awa)
    for name in ("paul", "lise", "claire"):
        other = as_(name)
        empty = {"entries": [], "unread": 0, "next": None}
        assert other.reads("/inbox").json() == empty
        assert changed(other, "PUT", item.id) == changed(other, "DELETE", item.id) == 404
    assert changed(as_("ines"), "PUT", uuid4()) == 404


def test_it_is_read_page_by_page(place: Place, as_: As, people: People, awa: str) -> None:
    ines, kept = as_("ines"), [put(place, people, awa) for _ in range(3)]
    first = ines.reads("/inbox", limit=2).json()
    rest = ines.reads("/inbox", limit=2, cursor=first["next"]).json()
    read = [entry["id"] for page in (first, rest) for entry in page["entries"]]
    assert read == [str(item.id) for item in reversed(kept)]
    assert (first["unread"], rest["next"]) == (3, None)


def test_a_cursor_of_another_list_is_none_of_ours(place: Place, as_: As) -> None:
    ines = as_("ines")
    for _ in range(2):
        ines.pathway()
    place.project()
    cursor = ines.reads("/caseload", limit=1).json()["next"]
    answer = ines.reads("/inbox", cursor=cursor)
    assert (answer.status_code, answer.json()["errors"][0]["fault"]) == (422, "not_ours")


def test_the_life_of_reminders_is_read_on_the_pathway(place: Place, as_: As, awa: str) -> None:
    ines, rows = as_("ines"), place.house.planned.rows
    due = Due(
        id=uuid4(),
        pathway_id=UUID(awa.rpartition("/")[2]),
        trigger=Trigger.APPOINTMENT,
        cause_id=UUID(ines.recorded(f"{awa}/appointments", meeting=MEETING, when=PAST)),
        occurrence=2,
        rule_id="appointment-day-before",
        audience=Audience.PERSON,
        pack_version="1",
        message_type=MessageType.AT_LEAST_ONCE,
        due_at=place.house.network.clock(),
    )
    planned = rows.planned_up_to()
    assert rows.plan([due], read_from=planned, read_to=planned)
    (life,) = ines.reads(f"{awa}/reminders").json()
    assert (life["id"], life["cause_id"]) == (str(due.id), str(due.cause_id))
    assert (life["cause"], life["to"], life["stage"]) == ("appointment", "person", "planned")
    assert (life["channels"], life["steps"]) == (["text", "email"], [])
    assert as_("paul").reads(f"{awa}/reminders").status_code == 404
