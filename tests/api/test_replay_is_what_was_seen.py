"""What a replay tells of an instant is, fact by fact, what each member was answered then."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.api.auditing import an_audit
from tests.api.conftest import As
from tests.api.people import RELAIS, People
from tests.api.speaking import Speaker

Facts = list[tuple[str, str, str]]  # kind, recorded at, ground


@dataclass
class Witness:
    """Asks each member for the timeline after each act, and remembers the answers."""

    speakers: dict[str, Speaker]
    pathway: str
    answers: list[tuple[str, str, Facts]] = field(default_factory=list)  # who, when, what

    def listen(self) -> None:
        for name, speaker in self.speakers.items():
            answer = speaker.reads(f"{self.pathway}/timeline")
            told = answer.json() if answer.status_code == 200 else []
            facts = [(one["kind"], one["recorded_at"], one["ground"]) for one in told]
            self.answers.append((name, datetime.now(UTC).isoformat(), facts))


def life(as_: As, people: People, awa: str) -> Iterator[Callable[[], Any]]:
    """Every ground comes and goes, and hats change."""
    ines, paul, lise, claire = (as_(name) for name in ("ines", "paul", "lise", "claire"))
    ccas, hospital = str(people.ccas), str(people.hospital)
    members = f"/organisations/{RELAIS}/members"
    made: dict[str, str] = {}

    def keep(name: str, made_id: str) -> None:
        made[name] = made_id

    yield lambda: ines.recorded(f"{awa}/notes", text="Cherche un logement.")
    yield lambda: ines.recorded(f"{awa}/notes", text="Asthme.", data_class="health")
    yield lambda: keep("consent", ines.consents(awa, ccas, "social"))
    ask = {"service": "food_aid", "target_id": ccas}
    yield lambda: ines.recorded(f"{awa}/referrals", ask=ask)
    yield lambda: paul.recorded(f"{awa}/notes", text="Reçu au CCAS.")
    yield lambda: ines.recorded(f"{awa}/sharing/consents/{made['consent']}/withdrawal")
    yield lambda: ines.recorded(f"{awa}/notes", text="Ne veut plus.", data_class="status")
    named = {"member_id": str(people["paul"].id), "organisation_id": ccas}
    yield lambda: ines.recorded(f"{awa}/sharing/exchanges", named=[named], classes=["social"])
    yield lambda: ines.recorded(f"{awa}/notes", text="Depuis, hébergée.")
    yield lambda: lise.recorded(f"{awa}/emergency-access", reason="violence", words="Sur place.")
    yield lambda: ines.invites_to_care(awa, hospital)
    yield lambda: lise.recorded(f"{awa}/circle/acceptance")
    yield lambda: keep(
        "objection", ines.recorded(f"{awa}/sharing/objections", organisation_id=hospital)
    )
    yield lambda: ines.recorded(f"{awa}/notes", text="Rappelée.", data_class="mental_health")
    yield lambda: ines.recorded(f"{awa}/sharing/objections/{made['objection']}/lifting")
    yield lambda: lise.recorded(f"{awa}/notes", text="Vue.", data_class="screening")
    yield lambda: ines.recorded(f"{awa}/notes", text="Suite.", data_class="protection")
    yield lambda: claire.recorded(f"{members}/{people['ines'].id}/roles", roles=["coordinator"])
    yield lambda: paul.says(f"{awa}/circle/departure")


def test_a_replay_tells_what_each_was_answered(as_: As, people: People) -> None:
    names = ("ines", "paul", "lise")
    witness = Witness({name: as_(name) for name in names}, as_("ines").pathway())
    witness.listen()
    for act in life(as_, people, witness.pathway):
        act()
        witness.listen()
    audit = an_audit(as_, people, profession="doctor")  # meets every class: nothing is withheld
    audit.mandated()
    for name, instant, facts in witness.answers:
        asked = {
            "organisation_id": str(people[name].organisation_id),
            "member_id": str(people[name].id),
            "as_of": instant,
        }
        entries = audit.odile.reads(f"/audit{witness.pathway}/timeline", **asked).json()["entries"]
        replayed = [
            (entry["kind"], entry["recorded_at"], entry["seen"][0]["ground"]) for entry in entries
        ]
        assert replayed == facts, (name, instant)
        assert all(entry["seen"][0]["made_by"] for entry in entries)
    grounds = {ground for _, _, facts in witness.answers for _, _, ground in facts}
    assert grounds == {"care_team", "consent", "exchange", "own_act", "vital_emergency"}
