from tests.api.conftest import As

FAMILY = {"kind": "single_parent", "adults": 1, "children": 2}


def test_a_household_has_children_with_or_without_a_pathway(as_: As) -> None:
    ines = as_("ines")
    awa, moussa = ines.pathway(), ines.pathway("Moussa")
    ines.recorded(f"{awa}/household", composition=FAMILY)
    children = f"{awa}/household/children"
    child = f"{children}/{ines.recorded(children, child={'called': 'Moussa'})}"
    ines.recorded(f"{child}/pathway", child_pathway_id=moussa.removeprefix("/pathways/"))
    (shown,) = ines.reads(f"{awa}/household").json()["children"]
    assert (shown["called"], f"/pathways/{shown['pathway_id']}") == ("Moussa", moussa)
    itself = ines.refused(f"{child}/pathway", child_pathway_id=awa.removeprefix("/pathways/"))
    assert itself == (409, "child-is-the-person")
    ines.recorded(f"{child}/withdrawal")
    assert ines.refused(f"{child}/withdrawal") == (404, "child-unknown")


def test_a_parent_may_have_to_be_kept_out(as_: As) -> None:
    ines = as_("ines")
    holders = f"{ines.pathway()}/household/parental-authority"
    holder = f"{holders}/{ines.recorded(holders, holder='other_parent', name='Karim')}"
    ines.recorded(f"{holder}/prohibition", because="Elle a peur.")
    ines.recorded(f"{holder}/prohibition/lifting")
    lifted = ines.refused(f"{holder}/prohibition/lifting")
    assert lifted == (409, "parental-contact-not-forbidden")
    ines.recorded(f"{holder}/end", reason="court_decided")
    assert ines.refused(f"{holder}/end", reason="died") == (404, "authority-unknown")


def test_the_pathway_of_a_child_is_one_that_the_caller_may_know_of(as_: As) -> None:
    ines, paul = as_("ines"), as_("paul")
    children = f"{ines.pathway()}/household/children"
    elsewhere = paul.pathway("Moussa").removeprefix("/pathways/")
    child = {"called": "Moussa", "pathway_id": elsewhere}
    assert ines.refused(children, child=child) == (404, "not-found")


def test_a_minor_may_keep_their_parents_away(as_: As) -> None:
    ines = as_("ines")
    household = f"{ines.pathway()}/household"
    assert ines.refused(f"{household}/discretion/end") == (409, "parents-not-kept-away")
    ines.recorded(f"{household}/discretion")
    ines.recorded(f"{household}/discretion")
    assert ines.reads(household).json()["parents_kept_away"]
    ines.recorded(f"{household}/discretion/end")
    assert not ines.reads(household).json()["parents_kept_away"]


def test_a_contact_point_may_be_a_parent_s(as_: As) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    holders = f"{awa}/household/parental-authority"
    mother = ines.recorded(holders, holder="other_parent", name="Karima")
    child = ines.recorded(f"{awa}/household/children", child={"called": "Moussa"})
    of_the_child = ines.recorded(holders, child_id=child, holder="other_parent", name="Karim")
    point = {"kind": "mobile", "reach": "+33639980001"}
    for unknown in (child, of_the_child):
        refused = ines.refused(f"{awa}/contact-points", point=point | {"holder_id": unknown})
        assert refused == (404, "authority-unknown")
    ines.recorded(f"{awa}/contact-points", point=point | {"holder_id": mother})
    (shown,) = ines.reads(f"{awa}/contact-points").json()
    assert shown["holder_id"] == mother


def test_whoever_adds_a_contact_point_sees_that_its_language_is_not_written_yet(as_: As) -> None:
    ines = as_("ines")
    points = f"{ines.pathway()}/contact-points"
    told = {}
    for last, language in enumerate(("fr", "en-GB", "uk", "ar-DZ", "bm")):
        point = {"kind": "mobile", "reach": f"+3363998000{last}", "language": language}
        told[language] = ines.says(points, point=point).json()["reminders_in"]
    assert told == {"fr": "fr", "en-GB": "en", "uk": "fr", "ar-DZ": "fr", "bm": "fr"}
    shown = {point["language"]: point["reminders_in"] for point in ines.reads(points).json()}
    assert shown == told


def test_a_landline_is_not_noted_as_a_mobile(as_: As) -> None:
    ines = as_("ines")
    points = f"{ines.pathway()}/contact-points"
    for landline in ("+33473990002", "+590590123456", "+262262123456", "+33970123456"):
        point = {"kind": "mobile", "reach": landline}
        assert ines.refused(points, point=point) == (409, "not-a-mobile")
    for mobile in ("+33639980001", "+590690123456", "+262692123456", "+687751234"):
        ines.recorded(points, point={"kind": "mobile", "reach": mobile})
