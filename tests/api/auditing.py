"""An auditor, and who mandates them, in the invented network."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from tests.api.conftest import As
from tests.api.people import PASSWORD, RELAIS, People
from tests.api.speaking import Speaker


@dataclass(frozen=True)
class Audit:
    """Odile audits; Carl asks, Claire or Dora grants."""

    odile: Speaker
    carl: Speaker
    dora: Speaker
    claire: Speaker
    auditor_id: str
    dora_id: str

    def asks(self, **said: Any) -> dict[str, Any]:
        until = datetime.now(UTC) + timedelta(days=7)
        return {
            "auditor_id": self.auditor_id,
            "organisation_id": str(RELAIS),
            "scope": {"reach": "network"},
            "purpose": "complaint",
            "until": until.isoformat(),
        } | said

    def mandated(self, **said: Any) -> str:
        """Let Odile read; the id of her mandate."""
        mandate = self.carl.recorded("/mandates", **self.asks(**said))
        return self.claire.recorded(f"/mandates/{mandate}/grant")


def enrolled(
    claire: Speaker,
    name: str,
    *roles: str,
    organisation_id: UUID = RELAIS,
    profession: str = "other",
    human_id: str | None = None,
) -> str:
    """Enrol somebody who can sign in; their membership."""
    hat = {"profession": profession, "status": "employee", "roles": roles}
    path = f"/organisations/{organisation_id}/members"
    said = {"human_id": human_id} if human_id else {}
    member = claire.recorded(path, name=name.title(), hat=hat, **said)
    answer = claire.client.put(
        f"/v1{path}/{member}/account",
        json={"email": f"{name}@cordee.example", "password": PASSWORD},
        headers=claire.headers,
    )
    assert answer.status_code == 204, answer.text
    return member


def an_audit(as_: As, people: People, *, profession: str = "other") -> Audit:
    claire = as_("claire")
    auditor = enrolled(claire, "odile", "auditor", profession=profession)
    enrolled(claire, "carl", "coordinator", organisation_id=people.ccas)
    dora = enrolled(claire, "dora", "coordinator")
    return Audit(as_("odile"), as_("carl"), as_("dora"), claire, auditor, dora)
