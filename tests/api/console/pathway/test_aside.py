"""How to reach the person and how not to, who is around them, and on which grounds."""

from tests.api.conftest import As, Place
from tests.api.console.browsing import said_on
from tests.api.console.conftest import Browsing
from tests.api.people import People

MOBILE = {"kind": "mobile", "reach": "+33639980001", "language": "fr"}
LANDLINE = {"kind": "landline", "reach": "+33473000001", "language": "fr"}


def test_a_number_is_rung_from_the_page_and_an_unsafe_one_is_not(
    as_: As, browsing: Browsing
) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    ines.recorded(f"{awa}/contact-points", point=MOBILE)
    unsafe = ines.recorded(f"{awa}/contact-points", point=LANDLINE)
    ines.recorded(f"{awa}/contact-points/{unsafe}/warning")
    page = browsing("ines").opens(awa)
    assert '<a class="reach" href="tel:+33639980001">+33 6 39 98 00 01</a>' in page.text
    assert "tel:+33473000001" not in page.text
    assert "Landline not safe: do not use +33 4 73 00 00 01" in said_on(page)


def test_reminders_say_whether_they_are_stopped_and_how_the_person_said_so(
    as_: As, browsing: Browsing
) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    assert "Reminders active" in said_on(browsing("ines").opens(awa))
    ines.recorded(f"{awa}/reminders/stop", told_by="phone")
    ines.recorded(f"{awa}/reminders/fuller-texts")
    said = said_on(browsing("ines").opens(awa))
    assert "as the person asked: by phone" in said.replace("telephone", "phone")
    assert "Resume reminders, as the person asks" in said
    assert "They asked that messages say more." in said


def test_a_suspended_contact_stands_beside_the_name(as_: As, browsing: Browsing) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    ines.recorded(f"{awa}/contact-suspension", reason="overwhelmed")
    ines.recorded(f"{awa}/interpreter-need", language="ar")
    ines.recorded(f"{awa}/living-situation", housing="hosted", commune="63281")
    said = said_on(browsing("ines").opens(awa))
    assert "Contact suspended, until they say so" in said
    assert "Interpreter: Arabic" in said
    assert "63281" in said


def test_each_organisation_stands_with_its_ground(
    as_: As, browsing: Browsing, people: People
) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    ines.invites_to_care(awa, people.hospital)
    ines.recorded(f"{awa}/circle/invitations", organisation_id=str(people.ccas))
    ines.consents(awa, people.ccas, "social", "status")
    as_("paul").recorded(f"{awa}/circle/acceptance")
    said = said_on(browsing("ines").opens(awa))
    assert "Relais Combrailles care team Inès Moulin" in said
    assert "PASS de Montluçon invited, has not answered" in said
    assert "CCAS de Saint-Éloy agreed on " in said
    assert "Informed on " in said


def test_what_the_person_wants_stands_in_their_words(as_: As, browsing: Browsing) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    goal = ines.recorded(f"{awa}/goals", words="Passer le permis.", hoped_by="2030-06-01")
    page = browsing("ines").opens(awa)
    assert "Passer le permis. hoped by 1 June 2030" in said_on(page)
    assert f'href="/forms{awa}/goals/{goal}/achievement"' in page.text


def test_pathways_read_together_lead_to_each_other_and_can_be_parted(
    as_: As, browsing: Browsing
) -> None:
    ines = as_("ines")
    awa, hawa = ines.pathway(), ines.pathway("Hawa")
    ines.recorded(f"{hawa}/notes", text="Même personne.")
    link = ines.recorded(f"{awa}/links", linked_id=hawa.rpartition("/")[2])
    page = browsing("ines").opens(awa)
    assert "Read together since " in said_on(page)
    assert f'<a href="{hawa}">See that pathway</a>' in page.text
    assert f'href="/forms{awa}/links/{link}/end"' in page.text
    assert "on the pathway read together" in said_on(page)
    assert "Même personne." in said_on(page)


def test_a_possible_duplicate_is_told_to_whom_it_is_told_with_what_to_answer(
    as_: As, browsing: Browsing, place: Place
) -> None:
    ines = as_("ines")
    born = {"year": 1990, "month": 5, "day": 2}
    identity = {"given_names": "Awa", "family_name": "Diallo", "born": born}
    awa, again = ines.pathway(), ines.pathway()
    for one in (awa, again):
        ines.recorded(
            f"{one}/identity", identity=identity | {"born": {"year": 1990, "month": 5, "day": 2}}
        )
    place.match()
    page = browsing("ines").opens(awa)
    assert "Another pathway may be of the same person." in said_on(page)
    assert f'href="/forms{awa}/duplicates/' in page.text


def test_a_closed_pathway_says_so_and_can_be_followed_again(as_: As, browsing: Browsing) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    ines.recorded(f"{awa}/closing", reason="autonomy")
    page = browsing("ines").opens(awa)
    assert "Closed: nobody follows any more" in said_on(page)
    assert f'href="/forms{awa}/reopening"' in page.text
    assert f'href="/forms{awa}/interviews"' not in page.text


def test_a_death_stands_beside_the_name(as_: As, browsing: Browsing) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    ines.recorded(f"{awa}/death", died={"year": 2026, "month": 3})
    assert "The person died: March 2026" in said_on(browsing("ines").opens(awa))
