"""What can be done with something is offered by its state, and leads to a form that opens."""

from typing import Any
from uuid import UUID, uuid4

from api.console.forms.acts import KINDS, acts_on, form_path
from api.http.house import House
from domain.pathway.pathway import Pathway
from tests.api.conftest import As
from tests.api.console.browsing import hidden_in, said_on
from tests.api.console.conftest import Browsing
from tests.api.people import People

MEETING = {"kind": "rights", "place": "Mairie", "with_name": "Guichet"}
WHEN = {"wall": "2026-12-24T09:30:00", "zone": "Europe/Paris"}


def a_pathway_with_everything(as_: As, people: People) -> str:
    ines = as_("ines")
    pathway = ines.pathway()
    said: dict[str, dict[str, Any]] = {
        "/rights": {"scheme": "c2s"},
        "/rights/declaration": {"scheme": "puma", "starts_on": "2026-01-01"},
        "/referrals": {"ask": {"service": "domiciliation", "outside_service": "Mairie"}},
        "/appointments": {
            "meeting": {"kind": "rights", "place": "Mairie", "with_name": "Etat civil"},
            "when": WHEN,
        },
        "/follow-ups": {"plan": {"due_on": "2026-12-01", "purpose": "documents", "mode": "phone"}},
        "/needs": {"kind": "housing"},
        "/goals": {"words": "Passer le permis."},
        "/obstacles": {"kind": "MOB"},
        "/debts": {"debt": {"creditor": "hospital", "cents": 4_200}},
        "/renunciations": {"given_up": {"care": "dental"}, "reason": "MOB"},
        "/accompaniments": {
            "journey": {"on": "2026-12-24", "place": "Mairie", "why": "person_asked"}
        },
        "/contact-points": {"point": {"kind": "mobile", "reach": "+33699000000"}},
        "/sharing/objections": {"organisation_id": str(people.hospital)},
    }
    for path, body in said.items():
        answer = ines.says(f"{pathway}{path}", **body)
        assert answer.status_code == 201, (path, answer.text)
    ines.consents(pathway, people.ccas)
    return pathway


def items_of(pathway: Pathway) -> dict[UUID, Any]:
    found: dict[UUID, Any] = {}
    for name in ("rights", "referrals", "appointments", "follow_ups", "needs", "goals", "debts"):
        found |= getattr(pathway, name).by_id
    for name in ("obstacles", "renunciations", "accompaniments", "objections", "consents"):
        found |= getattr(pathway, name).by_id
    return found | pathway.contacts.points


def test_each_act_leads_to_a_form_that_opens(
    browsing: Browsing, as_: As, people: People, house: House
) -> None:
    path = a_pathway_with_everything(as_, people)
    pathway_id = UUID(path.rpartition("/")[2])
    items = items_of(house.network.log.load(Pathway, pathway_id))
    browser, opened = browsing("ines"), set()
    for item_id, item in items.items():
        for act in acts_on(item, pathway_id=pathway_id, item_id=item_id, by=people["ines"]):
            page = browser.opens(act.href)
            assert (page.status_code, act.label in said_on(page)) == (200, True), act.href
            checked = browser.sends(act.href, **hidden_in(page), check="yes")
            assert checked.status_code == 200, act.href
            opened.add(type(item))
    assert len(opened) == 13


def test_what_was_answered_is_no_longer_to_answer(as_: As, people: People, house: House) -> None:
    ines, paul = as_("ines"), as_("paul")
    path = ines.pathway()
    asked = {"service": "domiciliation", "target_id": str(people.ccas)}
    ines.consents(path, people.ccas)
    referral_id = UUID(ines.recorded(f"{path}/referrals", ask=asked))

    def acts(name: str) -> list[str]:
        pathway = house.network.log.load(Pathway, UUID(path.rpartition("/")[2]))
        item = pathway.referrals.by_id[referral_id]
        return [
            act.href.rpartition("/")[2]
            for act in acts_on(item, pathway_id=pathway.id, by=people[name])
        ]

    assert acts("paul") == ["acceptance", "rejection", "cancellation"]
    assert acts("ines") == ["cancellation", "chase", "withdrawal"]
    paul.recorded(f"{path}/referrals/{referral_id}/acceptance")
    assert acts("paul")[0] == "start"
    assert "chase" not in acts("ines")


def test_a_document_is_called_by_its_name_and_so_is_the_paper_that_proves_it(
    browsing: Browsing, as_: As
) -> None:
    ines = as_("ines")
    pathway = ines.pathway()
    right = ines.recorded(f"{pathway}/rights", scheme="c2s", documents=["identity"])
    document = f"{pathway}/rights/{right}/documents/identity"
    page = browsing("ines").opens(f"/forms{document}/collection")
    assert "Proof of identity" in said_on(page)
    saved = browsing("ines").fills_in(
        f"/forms{document}/collection", on="2026-03-10", paper="passport"
    )
    assert saved.url.path == pathway


def test_what_has_no_acts_offers_none(people: People) -> None:
    assert acts_on(object(), pathway_id=uuid4(), by=people["ines"]) == ()
    assert all(kind.named in kind.at for kind in KINDS.values())
    assert form_path("/loans/{loan_id}/end", loan_id="x") == "/forms/loans/x/end"
