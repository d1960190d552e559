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
