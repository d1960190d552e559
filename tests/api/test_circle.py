from tests.api.conftest import As, Place
from tests.api.people import People


def test_an_organisation_is_invited_and_accepts(as_: As, people: People) -> None:
    ines, lise = as_("ines"), as_("lise")
    awa = ines.pathway()
    assert lise.refused(f"{awa}/circle/acceptance") == (404, "not-found")
    invited = {"organisation_id": str(people.hospital)}
    ines.invites_to_care(awa, people.hospital)
    assert ines.refused(f"{awa}/circle/invitations", **invited) == (409, "already-invited")
    lise.recorded(f"{awa}/circle/acceptance")
    lise.recorded(f"{awa}/referent", referent_id=str(people["lise"].id))
    lise.recorded(f"{awa}/circle/departure")
    assert lise.refused(f"{awa}/referent", referent_id=str(people["lise"].id))[0] == 404


def test_an_organisation_finds_the_invitations_it_has_not_answered(
    place: Place, as_: As, people: People
) -> None:
    ines, lise, paul = as_("ines"), as_("lise"), as_("paul")
    awa, moussa = ines.pathway(), ines.pathway(called="Moussa")
    for pathway in (awa, moussa):
        ines.recorded(f"{pathway}/circle/invitations", organisation_id=str(people.hospital))
    place.project()
    first, second = lise.reads("/invitations").json()["entries"]
    assert set(first) == {"pathway_id", "invited_by", "since"}
    assert [f"/pathways/{one['pathway_id']}" for one in (first, second)] == [awa, moussa]
    assert first["invited_by"] == str(people["ines"].organisation_id)
    assert paul.reads("/invitations").json()["entries"] == []
    page = lise.reads("/invitations", limit="1").json()
    (other,) = lise.reads("/invitations", limit="1", cursor=page["next"]).json()["entries"]
    assert (page["entries"], other) == ([first], second)
    lise.recorded(f"{awa}/circle/acceptance")
    for _ in range(2):  # at once, and once the list is brought up to date
        assert lise.reads("/invitations").json()["entries"] == [second]
        place.project()
    ines.recorded(f"{moussa}/sharing/objections", member_id=str(people["lise"].id))
    assert lise.reads("/invitations").json()["entries"] == []


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


def test_a_class_below_the_floor_is_raised_to_it(as_: As, people: People) -> None:
    ines = as_("ines")
    awa, low = ines.pathway(), {"data_class": "identity"}
    invited = {"organisation_id": str(people.ccas), **low}
    ines.recorded(f"{awa}/circle/invitations", **invited)
    ines.recorded(f"{awa}/notes", text="Une note.", **low)
    ines.recorded(f"{awa}/needs", kind="housing", **low)
    ines.recorded(f"{awa}/obstacles", kind="MOB", **low)
    ines.recorded(f"{awa}/goals", words="Passer le permis.", **low)
    plan = {"due_on": "2026-12-01", "purpose": "news", "mode": "phone", **low}
    ines.recorded(f"{awa}/follow-ups", plan=plan)
    ask = {"service": "food_aid", "outside_service": "Épicerie", **low}
    ines.recorded(f"{awa}/referrals", ask=ask | {"message": {"text": "Bonjour.", **low}})
    when = {"wall": "2026-12-01T10:00:00", "zone": "Europe/Paris"}
    meeting = {"kind": "rights", "place": "1 rue du Pont", "with_name": "Mairie", **low}
    ines.recorded(f"{awa}/appointments", meeting=meeting, when=when)
