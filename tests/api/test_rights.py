from typing import Any
from uuid import uuid4

from tests.api.conftest import As
from tests.api.speaking import Speaker


def applied(ines: Speaker, **said: Any) -> str:
    rights = f"{ines.pathway()}/rights"
    return f"{rights}/{ines.recorded(rights, **{'scheme': 'domiciliation', **said})}"


def test_a_right_is_applied_for_filed_and_opened(as_: As) -> None:
    ines = as_("ines")
    right = applied(ines, documents=["identity"])
    assert ines.refused(f"{right}/filing", on="2026-03-10") == (409, "document-missing")
    ines.recorded(f"{right}/documents/identity/collection", on="2026-03-09", paper="passport")
    ines.recorded(f"{right}/filing", on="2026-03-10")
    ines.recorded(f"{right}/completeness", on="2026-03-11")
    ines.recorded(f"{right}/opening", starts_on="2026-04-01", ends_on="2027-03-31")
    assert ines.refused(f"{right}/opening", starts_on="2026-04-01") == (409, "right-already-open")


def test_papers_are_asked_for_and_rejected(as_: As) -> None:
    ines = as_("ines")
    right = applied(ines, documents=[])
    ines.recorded(f"{right}/documents/residence")
    again = ines.refused(f"{right}/documents/residence")
    assert again == (409, "document-already-required")
    ines.recorded(f"{right}/documents/residence/collection", on="2026-03-09")
    ines.recorded(f"{right}/documents/residence/rejection", reason="lost")
    assert ines.refused(f"{right}/documents/castle") == (422, "unreadable")
    ines.recorded(f"{right}/filing", on="2026-03-10", despite_missing=True)
    ines.recorded(f"{right}/incompleteness", on="2026-03-12", missing=["residence"])


def test_a_refusal_is_appealed_against(as_: As) -> None:
    ines = as_("ines")
    right = applied(ines, documents=[])
    ines.recorded(f"{right}/filing", on="2026-03-10")
    not_due = ines.refused(f"{right}/implied-decision", on="2026-03-11")
    assert not_due == (409, "answer-not-due")
    ines.recorded(f"{right}/refusal", on="2026-04-01", reason="saturation")
    ines.recorded(f"{right}/appeal", on="2026-04-10", step="prior")
    ines.recorded(f"{right}/appeal/decision", on="2026-05-02", decision="granted")
    ines.recorded(f"{right}/opening", starts_on="2026-05-02", ends_on="2027-05-01")


def test_a_right_in_force_is_renewed_interrupted_and_ended(as_: As) -> None:
    ines = as_("ines")
    rights = f"{ines.pathway()}/rights"
    held = {"scheme": "c2s", "starts_on": "2025-04-01", "ends_on": "2026-03-31"}
    right = f"{rights}/{ines.recorded(f'{rights}/declaration', **held)}"
    ines.recorded(f"{right}/renewal-filing", on="2026-01-10", despite_missing=True)
    ines.recorded(f"{right}/renewal", starts_on="2026-04-01", ends_on="2027-03-31")
    ines.recorded(f"{right}/suspension", on="2026-06-01", reason="contact_lost")
    ines.recorded(f"{right}/restoration", on="2026-07-01")
    ines.recorded(f"{right}/end", on="2026-09-30", reason="housed")
    ines.recorded(f"{right}/end/withdrawal")
    assert ines.refused(f"{right}/expiry", today="2026-10-01") == (409, "right-still-runs")
    ines.recorded(f"{right}/withdrawal")
    assert ines.refused(f"{right}/withdrawal") == (404, "right-unknown")


def test_non_take_up_is_noted(as_: As) -> None:
    ines = as_("ines")
    ines.recorded(f"{ines.pathway()}/rights/non-take-up", scheme="rsa", kind="not_asked")


def test_dates_of_a_right_are_not_corrected_blindly(as_: As) -> None:
    ines = as_("ines")
    right = f"{ines.pathway()}/rights/{uuid4()}"
    dates = {"period_starts_on": "2026-01-01", "starts_on": "2026-02-01"}
    assert ines.refused(f"{right}/correction", **dates) == (428, "mark-missing")
    seen = '"' + "A" * 43 + '"'
    assert ines.refused(f"{right}/correction", seen=seen, **dates) == (404, "not-found")
