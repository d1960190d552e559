"""Two tabs, two people: what changed meanwhile is said, what was typed is kept."""

from typing import Any

from tests.api.conftest import As
from tests.api.console.browsing import hidden_in, said_on
from tests.api.console.conftest import Browsing

MEETING = {"kind": "rights", "place": "Mairie", "with_name": "Guichet"}
WHEN = {"wall": "2026-12-24T09:30:00", "zone": "Europe/Paris"}


def an_appointment(as_: As) -> tuple[str, str]:
    ines = as_("ines")
    pathway = ines.pathway()
    return pathway, ines.recorded(f"{pathway}/appointments", meeting=MEETING, when=WHEN)


def test_a_stale_form_says_what_changed_and_keeps_what_was_typed(
    browsing: Browsing, as_: As
) -> None:
    pathway, appointment = an_appointment(as_)
    form = f"/forms{pathway}/appointments/{appointment}/cancellation"
    first, second = browsing("ines"), browsing("ines")
    opened = second.opens(form)
    move = f"/forms{pathway}/appointments/{appointment}/move"
    moved: dict[str, Any] = {
        **hidden_in(first.opens(move)),
        "to.when.day": "2026-12-28",
        "to.when.time": "10:00",
        "to.place": "Mairie",
        "to.by": "service",
        "to.reason": "staff_absent",
    }
    assert first.sends(move, **moved).url.path == pathway
    typed: dict[str, Any] = {
        **hidden_in(opened),
        "cancelled_by": "person",
        "reason": "person_declined",
    }
    stale = second.sends(form, **typed)
    assert stale.status_code == 412
    assert "28 December 2026" in said_on(stale)
    assert 'value="person" checked' in stale.text
    assert hidden_in(stale)["seen"] != typed["seen"]
    again: dict[str, Any] = {**typed, **hidden_in(stale)}
    assert second.sends(form, **again).url.path == pathway
    (known,) = as_("ines").reads(f"{pathway}/appointments").json()
    assert known["attendance"] != "unknown"


def test_what_changed_beside_it_does_not_stand_in_the_way(browsing: Browsing, as_: As) -> None:
    pathway, appointment = an_appointment(as_)
    form = f"/forms{pathway}/appointments/{appointment}/cancellation"
    ines = browsing("ines")
    opened = ines.opens(form)
    as_("ines").recorded(f"{pathway}/notes", text="Autre chose.")
    typed: dict[str, Any] = {
        **hidden_in(opened),
        "cancelled_by": "person",
        "reason": "person_declined",
    }
    assert ines.sends(form, **typed).url.path == pathway


def test_a_mark_that_is_not_ours_is_stale(browsing: Browsing, as_: As) -> None:
    pathway, appointment = an_appointment(as_)
    form = f"/forms{pathway}/appointments/{appointment}/cancellation"
    ines = browsing("ines")
    typed: dict[str, Any] = {**hidden_in(ines.opens(form)), "seen": "nothing", "reason": "other"}
    assert ines.sends(form, **typed, cancelled_by="person").status_code == 412


def test_what_is_refused_says_why_and_keeps_what_was_typed(browsing: Browsing, as_: As) -> None:
    pathway, appointment = an_appointment(as_)
    form = f"/forms{pathway}/appointments/{appointment}/absence"
    refused = browsing("ines").fills_in(form, reason="no_transport")
    assert refused.status_code == 409
    assert "What you typed is still here." in said_on(refused)
    assert 'value="no_transport" ' in refused.text
