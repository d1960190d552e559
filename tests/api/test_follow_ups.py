from tests.api.conftest import As

PLAN = {"due_on": "2026-12-01", "purpose": "documents", "mode": "phone"}


def test_a_follow_up_is_planned_moved_and_done(as_: As) -> None:
    ines = as_("ines")
    follow_ups = f"{ines.pathway()}/follow-ups"
    follow_up = f"{follow_ups}/{ines.recorded(follow_ups, plan=PLAN)}"
    ines.recorded(f"{follow_up}/move", due_on="2026-12-02")
    same_day = ines.refused(f"{follow_up}/move", due_on="2026-12-02")
    assert same_day == (409, "follow-up-not-moved")
    ines.recorded(f"{follow_up}/completion", mode="phone")
    over = ines.refused(f"{follow_up}/absence", reason="unreachable")
    assert over == (409, "follow-up-is-over")
    ines.recorded(f"{follow_up}/correction")
    ines.recorded(f"{follow_up}/absence", reason="unreachable")


def test_days_out_of_reach_are_not_read(as_: As) -> None:
    ines = as_("ines")
    path = f"{ines.pathway()}/follow-ups"
    for day in ("9999-12-31", "0001-01-01", "tomorrow", 3, None):
        assert ines.refused(path, plan=PLAN | {"due_on": day}) == (422, "unreadable")


def test_contact_is_suspended_at_the_person_s_pace(as_: As) -> None:
    ines = as_("ines")
    pace = f"{ines.pathway()}/contact-suspension"
    assert ines.refused(f"{pace}/end") == (409, "contact-not-suspended")
    past = ines.refused(pace, reason="away", until="2020-01-01")
    assert past == (409, "suspension-ends-before")
    ines.recorded(pace, reason="overwhelmed")
    assert ines.refused(pace, reason="away") == (409, "contact-already-suspended")
    ines.recorded(f"{pace}/end")
