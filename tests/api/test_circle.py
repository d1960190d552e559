from tests.api.conftest import As
from tests.api.people import People


def test_an_organisation_is_invited_and_accepts(as_: As, people: People) -> None:
    ines, lise = as_("ines"), as_("lise")
    awa = ines.pathway()
    assert lise.refused(f"{awa}/circle/acceptance") == (404, "not-found")
    invited = {"organisation_id": str(people.hospital), "data_class": "health"}
    ines.recorded(f"{awa}/circle/invitations", **invited)
    assert ines.refused(f"{awa}/circle/invitations", **invited) == (409, "already-invited")
    lise.recorded(f"{awa}/circle/acceptance")
    lise.recorded(f"{awa}/referent", referent_id=str(people["lise"].id))
    lise.recorded(f"{awa}/circle/departure")
    assert lise.refused(f"{awa}/referent", referent_id=str(people["lise"].id))[0] == 404


def test_an_organisation_declines(as_: As, people: People) -> None:
    ines, paul = as_("ines"), as_("paul")
    awa = ines.pathway()
    ines.recorded(f"{awa}/circle/invitations", organisation_id=str(people.ccas))
    paul.recorded(f"{awa}/circle/refusal", reason="no_capacity")


def test_each_organisation_closes_its_own_follow_up(as_: As) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    assert ines.refused(f"{awa}/circle/departure") == (409, "last-in-circle")
    ines.recorded(f"{awa}/closing", reason="effective_relay")
    assert ines.refused(f"{awa}/closing", reason="effective_relay") == (409, "already-closed")
    ines.recorded(f"{awa}/reopening")
    assert ines.refused(f"{awa}/reopening") == (409, "not-closed")
