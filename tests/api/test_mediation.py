from typing import Any
from uuid import uuid4

from tests.api.conftest import As
from tests.api.test_appointments import MEETING, PAST

BILL = {"creditor": "hospital", "cents": 42_000, "named": "Hôpital inventé"}
RIDE = {"on": "2026-12-01", "place": "Riom", "why": "no_transport"}
A_LIFT = {"minutes": 150, "kilometres": 42, "transport": "lift", "outcome": "received"}


def test_a_debt_is_reported_moved_and_settled(as_: As) -> None:
    ines = as_("ines")
    debts = f"{ines.pathway()}/debts"
    debt = f"{debts}/{ines.recorded(debts, debt=BILL)}"
    ines.recorded(f"{debt}/progress", state="in_instalments", cents=21_000)
    ines.recorded(f"{debt}/settlement", how="remitted")
    assert ines.refused(f"{debt}/progress", state="disputed") == (409, "debt-already-settled")
    [shown] = ines.reads(debts).json()
    told = ("named", "cents", "state", "settled")
    assert [shown[name] for name in told] == ["Hôpital inventé", 21_000, "settled", "remitted"]
    ines.recorded(f"{debt}/withdrawal")
    assert ines.reads(debts).json() == []


def test_a_debt_is_an_amount_asked_by_somebody(as_: As) -> None:
    ines = as_("ines")
    debts = f"{ines.pathway()}/debts"
    for wrong in (
        {"creditor": "the moon"},
        {"creditor": "hospital", "cents": -1},
        {"creditor": "hospital", "cents": 1.5},
        {"creditor": "hospital", "cents": 10**12},
    ):
        assert ines.refused(debts, debt=wrong)[0] == 422
    debt = f"{debts}/{ines.recorded(debts, debt=BILL)}"
    assert ines.refused(f"{debt}/progress", state="settled") == (409, "debt-settled-otherwise")
    assert ines.refused(f"{debts}/{uuid4()}/settlement", how="paid") == (404, "debt-unknown")


def test_what_is_given_up_leads_somewhere(as_: As) -> None:
    lise, path = as_("lise"), "/renunciations"
    awa = lise.pathway()
    asked: dict[str, Any] = {"given_up": {"care": "dental"}, "reason": "FIN", "words": "Trop cher."}
    renounced = f"{awa}{path}/{lise.recorded(f'{awa}{path}', **asked)}"
    lise.recorded(f"{renounced}/outcome", outcome="still_given_up", words="Pas encore.")
    lise.recorded(f"{renounced}/outcome", outcome="care_taken_up")
    assert lise.refused(f"{renounced}/outcome", outcome="worsened") == (409, "renunciation-is-over")
    [shown] = lise.reads(f"{awa}{path}").json()
    assert (shown["words"], shown["led_to"]) == ("Trop cher.", "care_taken_up")
    both = {"care": "dental", "scheme": "c2s"}
    assert lise.refused(f"{awa}{path}", given_up=both, reason="FIN")[0] == 422


def test_somebody_goes_along(as_: As) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    meeting = ines.recorded(f"{awa}/appointments", meeting=MEETING, when=PAST)
    rides = f"{awa}/accompaniments"
    ride = f"{rides}/{ines.recorded(rides, journey=RIDE | {'appointment_id': meeting})}"
    ines.recorded(f"{ride}/completion", travelled=A_LIFT)
    assert ines.refused(f"{ride}/refusal", refused_by="person") == (409, "accompaniment-is-over")
    [shown] = ines.reads(rides).json()
    assert (shown["state"], shown["travelled"]) == ("carried_out", A_LIFT)
    elsewhere = RIDE | {"appointment_id": str(uuid4())}
    assert ines.refused(rides, journey=elsewhere) == (404, "accompanied-appointment-unknown")
    ines.recorded(f"{ride}/withdrawal")
    assert ines.reads(rides).json() == []


def test_the_person_may_rather_go_alone(as_: As) -> None:
    ines = as_("ines")
    rides = f"{ines.pathway()}/accompaniments"
    ride = f"{rides}/{ines.recorded(rides, journey=RIDE)}"
    ines.recorded(f"{ride}/refusal", refused_by="person")
    assert ines.refused(f"{ride}/completion", travelled=A_LIFT)[1] == "accompaniment-is-over"
    for wrong in ({"minutes": 0}, {"kilometres": -1}, {"transport": "horse"}):
        assert ines.refused(f"{ride}/completion", travelled=A_LIFT | wrong)[0] == 422


def test_mediation_ends_and_whoever_comes_back_is_seen_as_such(as_: As) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    endings = f"{awa}/mediation/endings"
    assert ines.refused(endings, how="autonomy") == (409, "mediation-not-under-way")
    interview: dict[str, Any] = {"mode": "office", "minutes": 30, "themes": ["rights"]}
    ines.recorded(f"{awa}/interviews", interview=interview)
    assert ines.refused(endings, how="bored")[0] == 422
    ending = ines.recorded(endings, how="effective_relay")
    [shown] = ines.reads(f"{awa}/mediation").json()["endings"]
    assert (shown["id"], shown["how"], shown["came_back_at"]) == (ending, "effective_relay", None)
    ines.recorded(f"{awa}/interviews", interview=interview)
    [shown] = ines.reads(f"{awa}/mediation").json()["endings"]
    assert shown["came_back_at"] > shown["ended_at"]
    ines.recorded(f"{endings}/{ending}/withdrawal")
    assert ines.reads(f"{awa}/mediation").json()["endings"] == []
    assert ines.refused(f"{endings}/{ending}/withdrawal") == (404, "mediation-end-unknown")
