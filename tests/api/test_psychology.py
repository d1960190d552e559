from datetime import UTC, datetime
from typing import Any

import pytest

from application.accounts.open_account import OpenAccount, open_account
from application.accounts.ports import Membership
from domain.members import Profession
from tests.api.conftest import As, Place
from tests.api.people import PASSWORD, RELAIS, People, enrol
from tests.api.speaking import Speaker

HOUR: dict[str, Any] = {"minutes": 45, "mode": "office"}


@pytest.fixture
def noe(place: Place, people: People, as_: As) -> Speaker:
    """A volunteer psychologist of the Relais."""
    hat = enrol(
        place.house.network,
        RELAIS,
        "Noé Vidal",
        Profession.PSYCHOLOGIST,
        by=people["claire"],
    )
    asked = {"email": "noe@cordee.example", "password": PASSWORD}
    membership = Membership(hat.id, hat.organisation_id)
    open_account(place.house.desk, OpenAccount.model_validate(asked), [membership])
    return as_("noe")


def test_sessions_lead_to_a_relay(noe: Speaker) -> None:
    psychology = f"{noe.pathway()}/psychology"
    for _ in range(2):
        noe.recorded(f"{psychology}/sessions", **HOUR)
    relay = noe.recorded(f"{psychology}/relays", relay={"named": "Centre inventé"})
    refused = noe.refused(f"{psychology}/relays", relay={"named": "Un autre"})
    assert refused == (409, "psychology-relay-already-proposed")
    noe.recorded(f"{psychology}/relays/{relay}/answer", said_by="person", accepted=True)
    start = f"{psychology}/relays/{relay}/start"
    assert noe.refused(start, on="2199-01-01") == (409, "psychology-relay-not-started-yet")
    noe.recorded(start, on=f"{datetime.now(UTC).date()}")
    shown = noe.reads(psychology).json()
    assert [one["rank"] for one in shown["sessions"]] == [1, 2]
    assert (shown["most"], shown["most_confirmed"]) == (8, False)
    assert shown["relays"][0]["accepted_by"] == ["person"]
    assert shown["relays"][0]["waited_days"] in {0, 1}  # midnight may pass


def test_a_session_is_withdrawn(noe: Speaker) -> None:
    psychology = f"{noe.pathway()}/psychology"
    session = f"{psychology}/sessions/{noe.recorded(f'{psychology}/sessions', **HOUR)}"
    noe.recorded(f"{session}/withdrawal")
    assert noe.refused(f"{session}/withdrawal") == (404, "buffer-session-unknown")


def test_whoever_may_not_see_learns_nothing(noe: Speaker, as_: As) -> None:
    ines = as_("ines")  # a mediator, of the same organisation
    awa = ines.pathway()
    before = ines.reads(f"{awa}/psychology").json()
    noe.recorded(f"{awa}/psychology/sessions", **HOUR)
    relay = noe.recorded(f"{awa}/psychology/relays", relay={"named": "Centre inventé"})
    assert ines.reads(f"{awa}/psychology").json() == before
    assert "psychology" not in ines.reads(f"{awa}/timeline").text
    answer = f"{awa}/psychology/relays/{relay}/answer"
    hidden = ines.refused(answer, said_by="person", accepted=False)
    assert hidden == (404, "psychology-relay-unknown")
    ines.recorded(f"{awa}/psychology/relays", relay={"named": "Un autre"})
    assert ines.refused(f"{awa}/psychology/sessions", **HOUR) == (403, "only-psychologists")
