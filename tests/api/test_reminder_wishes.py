"""What the person wishes of reminders, as somebody who follows them records it."""

from uuid import uuid4

from tests.api.conftest import As

POINT = {"kind": "mobile", "reach": "+33639980001", "language": "fr"}


def test_reminders_stop_and_resume(as_: As) -> None:
    ines = as_("ines")
    reminders = f"{ines.pathway()}/reminders"
    assert ines.refused(f"{reminders}/stop/end") == (409, "reminders-not-stopped")
    ines.recorded(f"{reminders}/stop", told_by="phone")
    assert ines.reads(f"{reminders}/wishes").json() == {
        "all_stopped": True,
        "stopped_at": [],
        "fuller_texts": False,
    }
    again = ines.refused(f"{reminders}/stop", told_by="in_person")
    assert again == (409, "reminders-already-stopped")
    ines.recorded(f"{reminders}/stop/end")
    assert not ines.reads(f"{reminders}/wishes").json()["all_stopped"]


def test_reminders_stop_at_one_contact_point(as_: As) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    contact = ines.recorded(f"{awa}/contact-points", point=POINT)
    ines.recorded(f"{awa}/reminders/stop", told_by="reply", contact_id=contact)
    assert ines.reads(f"{awa}/reminders/wishes").json()["stopped_at"] == [contact]
    unknown = {"told_by": "phone", "contact_id": str(uuid4())}
    assert ines.refused(f"{awa}/reminders/stop", **unknown) == (404, "contact-point-unknown")
    ines.recorded(f"{awa}/reminders/stop/end", contact_id=contact)


def test_nobody_says_that_a_link_was_used_who_did_not_use_it(as_: As) -> None:
    ines = as_("ines")
    stop = f"{ines.pathway()}/reminders/stop"
    for how in ("link", "pigeon", None, 3):
        assert ines.refused(stop, told_by=how) == (422, "unreadable")
    assert ines.refused(stop, told_by="phone", contact_id="all") == (422, "unreadable")


def test_fuller_texts_are_the_person_s_own_wish(as_: As) -> None:
    ines = as_("ines")
    fuller = f"{ines.pathway()}/reminders/fuller-texts"
    assert ines.refused(f"{fuller}/end") == (409, "fuller-texts-not-wished")
    ines.recorded(fuller)
    assert ines.refused(fuller) == (409, "fuller-texts-already-wished")
    ines.recorded(f"{fuller}/end")


def test_whoever_does_not_follow_the_person_says_nothing_for_them(as_: As) -> None:
    reminders = f"{as_('ines').pathway()}/reminders"
    paul = as_("paul")
    assert paul.refused(f"{reminders}/stop", told_by="phone") == (404, "not-found")
    assert paul.refused(f"{reminders}/stop/end") == (404, "not-found")
    assert paul.refused(f"{reminders}/fuller-texts") == (404, "not-found")
    assert paul.reads(f"{reminders}/wishes").status_code == 404
