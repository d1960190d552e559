"""Say things to the API as one of the people, and hear what it answers."""

from dataclasses import dataclass
from typing import Any

from httpx2 import Response
from starlette.testclient import TestClient


@dataclass(frozen=True)
class Speaker:
    """Somebody who signed in; paths are relative to `/v1`."""

    client: TestClient
    headers: dict[str, str]

    def says(self, path: str, *, seen: str | None = None, **said: Any) -> Response:
        """POST something, having seen what has this ETag."""
        headers = self.headers | ({"If-Match": seen} if seen else {})
        return self.client.post(f"/v1{path}", json=said, headers=headers)

    def recorded(self, path: str, *, seen: str | None = None, **said: Any) -> str:
        """POST something that must be recorded; the id of what it made or acted upon."""
        answer = self.says(path, seen=seen, **said)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    def refused(self, path: str, *, seen: str | None = None, **said: Any) -> tuple[int, str]:
        """POST something that must be refused; the status and the code."""
        answer = self.says(path, seen=seen, **said)
        return answer.status_code, answer.json()["code"]

    def reads(self, path: str, **asked: Any) -> Response:
        return self.client.get(f"/v1{path}", params=asked, headers=self.headers)

    def pathway(self, called: str = "Awa") -> str:
        """Open a pathway; its path."""
        return f"/pathways/{self.recorded('/pathways', called=called, met_at='food_distribution')}"

    def invites_to_care(self, pathway: str, organisation_id: object, **said: Any) -> None:
        """Tell the person how a care team shares, and ask an organisation to be of it."""
        notice = {"notice": "notice-1", "language": "fr", "means": "oral"}
        self.recorded(f"{pathway}/sharing/information", **notice)
        asked = {"organisation_id": str(organisation_id), "in_care_team": True, **said}
        self.recorded(f"{pathway}/circle/invitations", **asked)

    def consents(self, pathway: str, organisation_id: object, *classes: str) -> str:
        """Record that the person agrees to share with an organisation."""
        scope = {
            "recipients": {"organisations": [str(organisation_id)]},
            "classes": classes or ("social",),
        }
        return self.recorded(f"{pathway}/sharing/consents", consent={"scope": scope})
