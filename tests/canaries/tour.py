"""A tour of the API by people who write canaries wherever something may be written."""

from collections.abc import Callable
from uuid import UUID

from httpx2 import Client

from tests.api.people import PASSWORD, People
from tests.api.speaking import Speaker
from tests.canaries.testing import tell_of_a_test
from tests.canaries.values import BORN, STEM
from tests.canaries.writing import LEFT_OUT, Writer

As = Callable[[str], Speaker]
SOON = {"wall": "2031-03-04T10:00:00", "zone": "Europe/Paris"}


def tour(writer: Writer, as_: As, people: People) -> str:
    """One person followed with all that may be said of them; the path of their pathway."""
    ines, paul, lise = as_("ines"), as_("paul"), as_("lise")
    awa = f"/pathways/{writer.writes(ines, '/pathways')}"
    tell_who_it_is(writer, ines, awa)
    ines.invites_to_care(awa, people.ccas)
    paul.recorded(f"{awa}/circle/acceptance")
    tell_of_the_household(writer, ines, awa)
    tell_what_is_wanted(writer, ines, awa)
    tell_what_is_asked(writer, ines, awa)
    access = writer.writes(lise, f"{awa}/emergency-access")
    writer.writes(ines, f"{awa}/emergency-access/{access}/review")
    tell_what_is_done(writer, ines, awa)
    tell_of_a_test(writer, ines, as_("claire"), awa)
    writer.sends(ines, "POST", "/searches", {})
    writer.sends_in_vain(ines, "POST", "/deliveries", {})  # no gateway signed it
    for path in ("", "/timeline", "/identity", "/notes", "/circle", "/referrals/no-id"):
        ines.reads(f"{awa}{path}", cursor=STEM)
        ines.reads(f"{awa}{path}")
    ines.reads("/organisations", named=STEM)
    for nowhere in (f"/{STEM}", f"/pathways/{STEM}", f"{awa}/notes/{STEM}/withdrawal"):
        assert ines.reads(nowhere).is_error
    return awa


def tell_who_it_is(writer: Writer, ines: Speaker, awa: str) -> None:
    writer.writes(ines, f"{awa}/identity", identity={"born": BORN})
    seen = ines.reads(f"{awa}/identity").headers["etag"]
    writer.writes(ines, f"{awa}/identity/correction", identity={"born": BORN}, seen=seen)
    writer.writes(ines, f"{awa}/usual-name")
    for kind in ("mobile", "landline"):
        point = {"kind": kind, "reach": writer.canaries.number(), "through": LEFT_OUT}
        writer.writes(ines, f"{awa}/contact-points", point=point)
    email = {"kind": "email", "reach": writer.canaries.email(), "through": LEFT_OUT}
    writer.writes(ines, f"{awa}/contact-points", point=email)
    writer.writes(ines, f"{awa}/contact-points", point={"kind": "postal", "through": LEFT_OUT})
    writer.writes(ines, f"{awa}/contact-points", point={"kind": "third_party"})
    writer.writes(ines, f"{awa}/sharing/information")


def tell_of_the_household(writer: Writer, ines: Speaker, awa: str) -> None:
    child = writer.writes(ines, f"{awa}/household/children", child={"born": BORN})
    held = writer.writes(
        ines, f"{awa}/household/parental-authority", holder="other_parent", child_id=child
    )
    writer.writes(ines, f"{awa}/household/parental-authority/{held}/prohibition")


def tell_what_is_wanted(writer: Writer, ines: Speaker, awa: str) -> None:
    need = writer.writes(ines, f"{awa}/needs")
    writer.writes(ines, f"{awa}/needs/{need}/closing")
    obstacle = writer.writes(ines, f"{awa}/obstacles")
    writer.writes(ines, f"{awa}/obstacles/{obstacle}/lifting")
    for end in ("achievement", "abandonment"):
        goal = writer.writes(ines, f"{awa}/goals")
        writer.writes(ines, f"{awa}/goals/{goal}/{end}")
    writer.writes(ines, f"{awa}/debts")
    writer.writes(ines, f"{awa}/psychology/relays", relay={"organisation_id": LEFT_OUT})
    given_up = writer.writes(
        ines, f"{awa}/renunciations", given_up={"scheme": "c2s", "care": LEFT_OUT}
    )
    writer.writes(ines, f"{awa}/renunciations/{given_up}/outcome")
    writer.writes(ines, f"{awa}/accompaniments", journey={"appointment_id": LEFT_OUT})
    note = writer.writes(ines, f"{awa}/notes")
    writer.writes(ines, f"{awa}/notes/{note}/correction")


def tell_what_is_asked(writer: Writer, ines: Speaker, awa: str) -> None:
    outside = {"service": "food_aid", "target_id": LEFT_OUT}
    writer.writes(ines, f"{awa}/referrals", ask=outside)
    writer.writes(ines, f"{awa}/referrals/drafts", ask=outside)
    right = ines.recorded(f"{awa}/rights", scheme="c2s")
    writer.writes(ines, f"{awa}/rights/{right}/documents/identity/collection")
    meeting = writer.writes(ines, f"{awa}/appointments", when=SOON)
    seen = ines.reads(f"{awa}/appointments/{meeting}").headers["etag"]
    to = {"when": SOON | {"wall": "2031-03-05T10:00:00"}}
    writer.writes(ines, f"{awa}/appointments/{meeting}/move", to=to, seen=seen)


def tell_what_is_done(writer: Writer, ines: Speaker, awa: str) -> None:
    session = writer.writes(
        ines, "/activities/outreach-sessions", happening={"team": LEFT_OUT, "partners": LEFT_OUT}
    )
    tell_whom_one_met(writer, ines, awa, f"/activities/{session}")
    nowhere = {"team": LEFT_OUT, "partners": LEFT_OUT}
    writer.writes(ines, f"/activities/outreach-sessions/{session}/correction", happening=nowhere)
    nobody = {"team": LEFT_OUT, "partners": LEFT_OUT}
    day = {
        "other_partners": [writer.canaries.text()],
        "stands": [{"theme": "nutrition", "kept_by": writer.canaries.text()}],
    }
    for kind, said in (
        ("health-days", {"day": day}),
        ("preventions", {}),
        ("trainings", {}),
        ("bodies", {}),
        ("workshops", {}),
    ):
        held = writer.writes(ines, f"/activities/{kind}", happening=nobody, **said)
        writer.writes(ines, f"/activities/{kind}/{held}/correction", happening=nobody, **said)
        assert ines.reads(f"/activities/{held}").is_success


def tell_whom_one_met(writer: Writer, ines: Speaker, awa: str, session: str) -> None:
    text = writer.canaries.text
    batch: list[dict[str, object]] = [
        {"pathway_id": awa.rpartition("/")[2], "note": {"text": text()}},
        {"called": text(), "need": {"kind": "food", "words": text()}},
        {"word": "otter"},
    ]
    contacts = [{"id": str(UUID(int=place)), **one} for place, one in enumerate(batch)]
    told = writer.sends(ines, "POST", f"{session}/contacts", {"contacts": contacts})
    *_, nameless = told.json()["contacts"]
    writer.writes(ines, f"{session}/contacts/{nameless['contact_id']}/pathway")
    for path in ("", "/contacts"):
        assert ines.reads(f"{session}{path}").is_success


def let_in(writer: Writer, claire: Speaker) -> None:
    """What an administrator writes, and somebody who signs in."""
    place = writer.writes(claire, "/organisations")
    writer.writes(claire, f"/organisations/{place}/description")
    claire.recorded(f"/organisations/{place}/agreements", starts_on="2025-01-01")
    member = writer.writes(claire, f"/organisations/{place}/members")
    writer.writes(claire, "/facilities", organisation_id=place)
    login = {"email": writer.canaries.email(), "password": writer.canaries.text()}
    account = f"/organisations/{place}/members/{member}/account"
    given = writer.sends(claire, "PUT", account, login)
    assert given.status_code == 204, given.text
    opened = writer.sends(claire, "POST", "/sessions", login)
    newcomer = Speaker(claire.client, {"Authorization": f"Bearer {opened.json()['token']}"})
    current = {"current": login["password"]}
    changed = writer.sends(newcomer, "PUT", "/sessions/current/password", current)
    assert changed.status_code in {200, 204}, changed.text
    writer.sends(claire, "POST", "/sessions", {})  # nobody has this address
    for lost in ({"email": login["email"]}, {}):
        assert writer.sends(claire, "POST", "/password-resets", lost).is_success
    writer.sends_in_vain(claire, "POST", "/password-resets/completion", {})


def signing_in(client: Client) -> As:
    """Speak as somebody, by first name, through whatever client."""

    def speak(name: str) -> Speaker:
        asked = {"email": f"{name}@cordee.example", "password": PASSWORD}
        answer = client.post("/v1/sessions", json=asked)
        assert answer.status_code == 201, answer.text
        return Speaker(client, {"Authorization": f"Bearer {answer.json()['token']}"})  # type: ignore[arg-type] # a real client speaks as the test's own does

    return speak
