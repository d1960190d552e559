from uuid import uuid4

from api.http.organisations import A_DESCRIPTION
from tests.api.conftest import As
from tests.api.people import People

HAT = {"profession": "social_worker", "status": "employee", "roles": ["caseworker"]}


def test_the_founder_lets_an_organisation_in(as_: As) -> None:
    claire = as_("claire")
    ccas = f"/organisations/{claire.recorded('/organisations', description=A_DESCRIPTION)}"
    claire.recorded(f"{ccas}/description", description=A_DESCRIPTION | {"territory": "Sioule"})
    agreements = f"{ccas}/agreements"
    reversed_ = {"starts_on": "2026-02-01", "ends_on": "2026-01-01"}
    assert claire.refused(agreements, **reversed_) == (409, "agreement-dates-reversed")
    signed = claire.recorded(agreements, starts_on="2026-02-01")
    claire.recorded(f"{agreements}/{signed}/end", last_day="2026-12-31")
    unknown = claire.refused(f"{agreements}/{uuid4()}/end", last_day="2026-12-31")
    assert unknown == (404, "agreement-unknown")


def test_a_member_is_enrolled_changes_roles_and_leaves(as_: As, people: People) -> None:
    claire = as_("claire")
    members = f"/organisations/{people.ccas}/members"
    member = f"{members}/{claire.recorded(members, name='Rose Vidal', hat=HAT)}"
    claire.recorded(f"{member}/roles", roles=["coordinator"])
    assert claire.refused(f"{member}/roles", roles=[]) == (422, "unreadable")
    claire.recorded(f"{member}/departure")
    assert claire.refused(f"{member}/departure") == (409, "already-left")


def test_who_administers_nothing_changes_nothing(as_: As, people: People) -> None:
    ines = as_("ines")
    refusal = (403, "not-yours-to-administer")
    assert ines.refused("/organisations", description=A_DESCRIPTION) == refusal
    members = f"/organisations/{people.ccas}/members"
    assert ines.refused(members, name="Rose Vidal", hat=HAT) == refusal
