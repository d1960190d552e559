from uuid import uuid4

from starlette.testclient import TestClient

from api.http.organisations import A_DESCRIPTION
from tests.api.conftest import As
from tests.api.people import PASSWORD, RELAIS, People

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


def test_an_administrator_lets_a_member_sign_in(
    as_: As, people: People, client: TestClient
) -> None:
    claire = as_("claire")
    members = f"/organisations/{people.ccas}/members"
    account = f"/v1{members}/{claire.recorded(members, name='Rose Vidal', hat=HAT)}/account"
    asked = {"email": "rose@cordee.example", "password": PASSWORD}
    assert client.put(account, json=asked, headers=claire.headers).status_code == 204
    assert client.put(account, json=asked, headers=claire.headers).status_code == 204
    assert client.post("/v1/sessions", json=asked).status_code == 201
    taken = client.put(
        account, json=asked | {"email": "other@cordee.example"}, headers=claire.headers
    )
    assert (taken.status_code, taken.json()["code"]) == (409, "membership-taken")
    unknown = f"/v1{members}/{uuid4()}/account"
    assert client.put(unknown, json=asked, headers=claire.headers).status_code == 404
    refused = client.put(account, json=asked, headers=as_("ines").headers)
    assert (refused.status_code, refused.json()["code"]) == (403, "not-yours-to-administer")


def test_an_address_that_has_an_account_gains_the_membership(
    as_: As, people: People, client: TestClient
) -> None:
    claire = as_("claire")
    members = f"/organisations/{people.hospital}/members"
    account = f"/v1{members}/{claire.recorded(members, name='Paul Arnal', hat=HAT)}/account"
    asked = {"email": "paul@cordee.example", "password": "another-password-14"}
    assert client.put(account, json=asked, headers=claire.headers).status_code == 204
    opened = client.post("/v1/sessions", json=asked | {"password": PASSWORD}).json()
    assert len(opened["memberships"]) == 2
    assert opened["membership_id"] is None


def test_the_name_of_a_member_who_left_is_erased(as_: As, people: People) -> None:
    claire, of_ines = as_("claire"), f"/organisations/{RELAIS}/members/{people['ines'].id}"
    assert claire.refused(f"{of_ines}/name/erasure") == (409, "member-still-here")
    claire.recorded(f"{of_ines}/departure")
    assert as_("paul").refused(f"{of_ines}/name/erasure") == (403, "not-yours-to-administer")
    assert claire.recorded(f"{of_ines}/name/erasure") == str(people["ines"].id)
    listed = claire.reads(f"/organisations/{RELAIS}/members").json()
    assert [one["name"] for one in listed if one["id"] == str(people["ines"].id)] == [None]
    assert claire.refused(f"{of_ines}/name/erasure") == (409, "name-already-erased")
