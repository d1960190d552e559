from tests.api.conftest import As
from tests.api.speaking import Speaker

MEETING = {"kind": "access_to_care", "place": "12 rue du Pont", "with_name": "Permanence"}
PAST = {"wall": "2026-01-13T09:30:00", "zone": "Europe/Paris"}


def booked(ines: Speaker) -> str:
    appointments = f"{ines.pathway()}/appointments"
    return f"{appointments}/{ines.recorded(appointments, meeting=MEETING, when=PAST)}"


def test_an_appointment_is_attended_after_all(as_: As) -> None:
    ines = as_("ines")
    appointment = booked(ines)
    ines.recorded(f"{appointment}/needs", needs={"transport": "taxi"})
    ines.recorded(f"{appointment}/absence", reason="no_transport")
    assert ines.refused(f"{appointment}/attendance") == (409, "appointment-is-over")
    ines.recorded(f"{appointment}/attendance/correction", attendance="attended")


def test_transport_is_arranged_once_somebody_said_how_the_person_gets_there(as_: As) -> None:
    ines = as_("ines")
    appointment = booked(ines)
    path = f"{appointment}/transport-arrangement"
    assert ines.refused(path) == (409, "transport-not-said")
    ines.recorded(f"{appointment}/needs", needs={"transport": "taxi"})
    ines.recorded(path)
    assert ines.reads(appointment).json()["transport_arranged"]
    assert ines.refused(path) == (409, "transport-already-arranged")


def test_nobody_attends_before_its_day(as_: As) -> None:
    ines = as_("ines")
    appointments = f"{ines.pathway()}/appointments"
    later = {"wall": "2120-01-13T09:30:00", "zone": "Europe/Paris"}
    appointment = f"{appointments}/{ines.recorded(appointments, meeting=MEETING, when=later)}"
    early = ines.refused(f"{appointment}/attendance")
    assert early == (409, "appointment-not-yet-held")


def test_a_time_that_no_clock_shows_is_refused(as_: As) -> None:
    ines = as_("ines")
    skipped = {"wall": "2026-03-29T02:30:00", "zone": "Europe/Paris"}
    path = f"{ines.pathway()}/appointments"
    assert ines.refused(path, meeting=MEETING, when=skipped) == (409, "no-such-time")
    for when in (
        skipped | {"zone": "Europe/Montluçon"},
        skipped | {"wall": "0001-01-01T00:00:00"},
        skipped | {"wall": "9999-12-31T23:59:59", "zone": "America/Cayenne"},
    ):
        assert ines.refused(path, meeting=MEETING, when=when) == (422, "unreadable")


def test_an_appointment_is_neither_moved_nor_cancelled_blindly(as_: As) -> None:
    ines = as_("ines")
    appointment = booked(ines)
    to = {"by": "person", "reason": "work", "when": PAST | {"wall": "2026-01-14T09:30:00"}}
    assert ines.refused(f"{appointment}/move", to=to) == (428, "mark-missing")
    cancelled = {"cancelled_by": "person", "reason": "unwell"}
    assert ines.refused(f"{appointment}/cancellation", **cancelled) == (428, "mark-missing")
