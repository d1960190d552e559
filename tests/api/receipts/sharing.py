"""A pathway that one organisation shares openly and another discreetly."""

from tests.api.conftest import As
from tests.api.people import People
from tests.api.speaking import Speaker


def nurse_of_relais(as_: As, people: People) -> Speaker:
    """Maud under her hat at the Relais: she meets what Inès does not."""
    maud = as_("maud")
    (hat,) = [one for one in people.members["maud"] if one.organisation_id != people.ccas]
    chosen = maud.client.put(
        "/v1/sessions/current/membership",
        json={"membership_id": str(hat.id)},
        headers=maud.headers,
    )
    assert chosen.is_success, chosen.text
    return maud


def shared_discreetly(as_: As, people: People) -> str:
    """Opened by Inès; the social service takes part openly, the hospital discreetly."""
    ines = as_("ines")
    path = ines.pathway()
    ines.invites_to_care(path, people.ccas)
    as_("paul").recorded(f"{path}/circle/acceptance")
    maud = nurse_of_relais(as_, people)
    maud.invites_to_care(path, people.hospital, data_class="screening")
    as_("lise").recorded(f"{path}/circle/acceptance")
    return path
