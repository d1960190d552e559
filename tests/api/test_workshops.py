"""Workshops over HTTP, and the places that people have in them."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest

from tests.api.conftest import As, Place
from tests.api.people import People
from tests.api.speaking import Speaker
from tests.api.test_activities import MORNING, a_session

WORKSHOP: dict[str, Any] = {
    "theme": "self_esteem",
    "leaders": ["socio_beautician", "midwife"],
    "places": 2,
    "setting": "maternal_centre",
}
OPENING: dict[str, Any] = {"happening": MORNING, "workshop": WORKSHOP}
AT_TWO: dict[str, Any] = {"starts_at": "2026-03-04T14:00:00Z", "minutes": 90}


@dataclass(frozen=True)
class Workshop:
    """A workshop with one session, as those who hold it speak of it."""

    ines: Speaker
    id: str
    session_id: str

    @property
    def session(self) -> dict[str, Any]:
        """What is told of its session."""
        told = self.ines.reads(f"/activities/{self.id}").json()
        (session,) = told["workshop"]["sessions"]
        return dict(session)

    @property
    def path(self) -> str:
        return f"/activities/workshops/{self.id}/sessions/{self.session_id}"

    def place(self, **said: Any) -> dict[str, Any]:
        return {"workshop_id": self.id, "of_session": self.session_id} | said


def opened(ines: Speaker, **said: Any) -> Workshop:
    opening = OPENING | {"workshop": WORKSHOP | said}
    workshop = ines.recorded("/activities/workshops", **opening)
    planned = ines.recorded(f"/activities/workshops/{workshop}/sessions", **AT_TWO)
    return Workshop(ines, workshop, planned)


@pytest.fixture
def workshop(as_: As) -> Workshop:
    return opened(as_("ines"))


def test_a_workshop_is_opened_counted_and_held(workshop: Workshop) -> None:
    ines = workshop.ines
    ines.recorded(f"{workshop.path}/count", nameless=1)
    assert (workshop.session["taken"], workshop.session["left"]) == (1, 1)
    assert workshop.session["came"] == 0
    ines.recorded(f"{workshop.path}/holding", nameless=2, children=3)
    told = ("held", "nameless", "came", "children", "left")
    assert [workshop.session[name] for name in told] == [True, 2, 2, 3, 0]
    refused = ines.refused(f"{workshop.path}/holding", nameless=1)
    assert refused == (409, "workshop-session-already-held")
    ines.recorded(f"{workshop.path}/count", nameless=1, children=2)
    assert [workshop.session[name] for name in told] == [True, 1, 1, 2, 1]


def test_a_person_has_a_place_and_comes(workshop: Workshop) -> None:
    ines = workshop.ines
    places = f"{ines.pathway()}/workshops"
    place = ines.recorded(places, **workshop.place())
    assert ines.refused(places, **workshop.place()) == (409, "already-in-session")
    ines.recorded(f"{places}/{place}/attendance", came=True)
    assert (workshop.session["known"], workshop.session["came"]) == (1, 1)
    (shown,) = ines.reads(places).json()
    assert (shown["id"], shown["came"], shown["theme"]) == (place, True, "self_esteem")
    refused = ines.refused(f"{places}/{place}/attendance", came=True)
    assert refused == (409, "workshop-attendance-already-said")
    ines.recorded(f"{places}/{place}/attendance", came=False)
    assert (workshop.session["known"], workshop.session["came"]) == (1, 0)
    ines.recorded(f"{places}/{place}/withdrawal")
    assert (ines.reads(places).json(), workshop.session["taken"]) == ([], 0)
    refused = ines.refused(f"{places}/{place}/withdrawal")
    assert refused == (404, "workshop-attendance-unknown")


def test_a_full_session_says_so(workshop: Workshop) -> None:
    ines = workshop.ines
    ines.recorded(f"{workshop.path}/count", nameless=1)
    ines.recorded(f"{ines.pathway()}/workshops", **workshop.place(came=True))
    late = f"{ines.pathway('Hawa')}/workshops"
    answer = ines.says(late, **workshop.place())
    assert (answer.status_code, answer.json()["code"]) == (409, "workshop-full")
    assert "Every place of this session is taken" in answer.json()["title"]
    assert ines.refused(f"{workshop.path}/count", nameless=2) == (409, "workshop-full")
    ines.recorded(late, **workshop.place(was_nameless=True))  # they were the nameless one
    assert (workshop.session["taken"], workshop.session["nameless"]) == (2, 0)
    again = f"{ines.pathway('Mariam')}/workshops"
    refused = ines.refused(again, **workshop.place(was_nameless=True))
    assert refused == (409, "nobody-nameless-there")


def test_the_last_place_asked_for_at_once_is_one_persons(as_: As) -> None:
    workshop = opened(as_("ines"), places=1)
    ines = workshop.ines
    women = [f"{ines.pathway(f'Awa {number}')}/workshops" for number in range(6)]
    with ThreadPoolExecutor(len(women)) as pool:
        answers = list(pool.map(lambda path: ines.says(path, **workshop.place()), women))
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 5
    assert workshop.session["taken"] == 1
    assert sum(len(ines.reads(path).json()) for path in women) == 1


def test_what_it_is_about_decides_who_may_know(as_: As, people: People) -> None:
    ines = as_("ines")
    workshop = opened(ines, theme="contraception")
    awa = ines.pathway()
    refused = ines.refused(f"{awa}/workshops", **workshop.place())
    assert refused == (403, "theme-not-met")
    midwife = as_("maud")
    membership = {"membership_id": str(people["maud"].id)}  # at the Relais
    chosen = midwife.client.put(
        "/v1/sessions/current/membership", json=membership, headers=midwife.headers
    )
    assert chosen.is_success
    place = midwife.recorded(f"{awa}/workshops", **workshop.place(came=True))
    (shown,) = midwife.reads(f"{awa}/workshops").json()
    assert (shown["id"], shown["data_class"]) == (place, "health")
    assert ines.reads(f"{awa}/workshops").json() == []
    assert "workshop" not in ines.reads(f"{awa}/timeline").text
    assert ines.refused(f"{awa}/workshops", **workshop.place()) == (403, "theme-not-met")
    unknown = (404, "workshop-attendance-unknown")
    assert ines.refused(f"{awa}/workshops/{place}/attendance", came=False) == unknown
    assert ines.refused(f"{awa}/workshops/{place}/withdrawal") == unknown
    assert "Awa" not in ines.reads(f"/activities/{workshop.id}").text
    assert awa.rpartition("/")[2] not in ines.reads(f"/activities/{workshop.id}").text


def test_sessions_are_of_one_time_and_begin_before_anybody_came(workshop: Workshop) -> None:
    ines = workshop.ines
    sessions = f"/activities/workshops/{workshop.id}/sessions"
    assert ines.refused(sessions, **AT_TWO) == (409, "workshop-session-already-planned")
    later = ines.recorded(sessions, starts_at="2126-03-11T14:00:00Z", minutes=90)
    refused = ines.refused(f"{sessions}/{later}/holding", nameless=1)
    assert refused == (409, "workshop-session-not-begun")
    places = f"{ines.pathway()}/workshops"
    to_come = workshop.place(of_session=later)
    refused = ines.refused(places, **(to_come | {"came": True}))
    assert refused == (409, "workshop-session-not-begun")
    ines.recorded(places, **to_come)
    refused = ines.refused(f"{sessions}/{later}/withdrawal")
    assert refused == (409, "people-have-places")
    assert ines.refused(f"/activities/{workshop.id}/withdrawal") == (409, "people-have-places")
    ines.recorded(f"{workshop.path}/withdrawal")
    refused = ines.refused(f"{workshop.path}/withdrawal")
    assert refused == (404, "workshop-session-unknown")


def test_a_workshop_is_told_again(workshop: Workshop) -> None:
    ines = workshop.ines
    correction = f"/activities/workshops/{workshop.id}/correction"
    ines.recorded(f"{ines.pathway()}/workshops", **workshop.place())
    ines.recorded(f"{workshop.path}/count", nameless=1)

    def told_again(**said: Any) -> dict[str, Any]:
        return OPENING | {"workshop": WORKSHOP | said}

    refused = ines.refused(correction, **told_again(places=1))
    assert refused == (409, "fewer-places-than-taken")
    refused = ines.refused(correction, **told_again(theme="addiction"))
    assert refused == (409, "workshop-class-stands")
    ines.recorded(correction, **told_again(places=9, theme="well_being"))
    assert workshop.session["left"] == 7


def test_a_workshop_is_its_organisations_alone(workshop: Workshop, as_: As) -> None:
    paul = as_("paul")
    assert paul.reads(f"/activities/{workshop.id}").status_code == 404
    refused = paul.refused(f"{paul.pathway()}/workshops", **workshop.place())
    assert refused == (404, "workshop-unknown")
    doors: dict[str, dict[str, Any]] = {
        f"/activities/workshops/{workshop.id}/sessions": AT_TWO,
        f"{workshop.path}/count": {"nameless": 1},
        f"{workshop.path}/holding": {"nameless": 1},
        f"{workshop.path}/withdrawal": {},
        f"/activities/workshops/{workshop.id}/correction": OPENING,
    }
    for door, said in doors.items():
        answer = paul.says(door, **said)
        assert (answer.status_code, answer.json()["code"]) == (404, "activity-unknown")


def test_what_is_no_workshop_has_no_sessions(as_: As) -> None:
    ines = as_("ines")
    session = ines.recorded("/activities/outreach-sessions", **a_session())
    doors = f"/activities/workshops/{session}"
    assert ines.refused(f"{doors}/sessions", **AT_TWO) == (404, "workshop-unknown")
    assert ines.refused(f"{doors}/correction", **OPENING) == (404, "workshop-unknown")
    of_none = {"workshop_id": session, "of_session": str(uuid4())}
    refused = ines.refused(f"{ines.pathway()}/workshops", **of_none)
    assert refused == (404, "workshop-unknown")
    assert ines.reads(f"/activities/{session}").json()["workshop"] is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"places": 0},
        {"places": "many"},
        {"leaders": []},
        {"leaders": ["juggler"]},
        {"theme": "magic"},
    ],
    ids=str,
)
def test_what_cannot_be_is_unreadable(as_: As, wrong: dict[str, Any]) -> None:
    opening = OPENING | {"workshop": WORKSHOP | wrong}
    assert as_("ines").refused("/activities/workshops", **opening) == (422, "unreadable")


def test_counts_are_numbers_of_people(workshop: Workshop) -> None:
    wrongs: list[dict[str, Any]] = [
        {"nameless": -1},
        {"nameless": 1, "children": -1},
        {},
        {"nameless": None},
    ]
    for wrong in wrongs:
        for door in ("count", "holding"):
            refused = workshop.ines.refused(f"{workshop.path}/{door}", **wrong)
            assert refused == (422, "unreadable")


def test_who_was_noted_in_the_wrong_file_is_counted_no_more(
    workshop: Workshop, place: Place
) -> None:
    ines = workshop.ines
    awa = ines.pathway()
    taken = ines.recorded(f"{awa}/workshops", **workshop.place(came=True))
    other = ines.pathway("Hawa").rpartition("/")[2]
    door = f"{awa}/entries/{taken}/wrong-file"
    refused = ines.refused(door, belongs_to=other)
    assert refused == (409, "entry-not-moved")
    assert workshop.session["came"] == 1
    answer = ines.says(door)
    assert answer.is_success, answer.text
    assert (ines.reads(f"{awa}/workshops").json(), workshop.session["taken"]) == ([], 0)
    place.project()
