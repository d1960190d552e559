"""Write canaries through the API, in every free field that its document tells of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from httpx2 import Response

from tests.api.examples import OPERATIONS, SCHEMAS, Node, Operation, least
from tests.api.speaking import Speaker
from tests.canaries.values import Canaries

LEFT_OUT = object()  # said of a field that must not be sent

# Fields of text that no canary can be written in.
CODES = "a code of a public list, too short to be told from noise"
REASONS = {
    "birth_country": CODES,
    "commune": CODES,
    "communes": CODES,
    "position": "drawn by Cordée: how far the history had come",
    "mark": "drawn by Cordée from what was prepared to be published",
    "language": CODES,
    "interpreter": CODES,
    "zone": CODES,
    "time_zone": CODES,
    "code": "drawn by Cordée, for a password that was lost",
    "description": "an organisation's entry in the directory, which stands in clear in a list",
}
DATES = (
    "the day of a step or of an agreement: lists keep days in clear, docs/security.md says which"
)
FORMATS = {"uuid": "an id", "date-time": "when it happened", "date": DATES, "time": DATES}

Place = tuple[str, str]  # an operation, and a field of its body


@dataclass
class Writer:
    """Fills bodies with canaries, sends them, and keeps account of what was taken."""

    canaries: Canaries = field(default_factory=Canaries)
    written: set[Place] = field(default_factory=set)

    def writes(self, who: Speaker, path: str, **said: Any) -> str:
        """Record something whose free fields all hold canaries; the id of what it made."""
        answer = self.sends(who, "POST", path, said)
        assert answer.status_code == 201, f"{path}: {answer.text}"
        return str(answer.json()["id"])

    def sends(self, who: Speaker, method: str, path: str, said: Mapping[str, Any]) -> Response:
        """Send it; first with a field too many, which refuses it with all that it holds."""
        operation = operation_of(method, f"/v1{path}")
        seen = said.get("seen")
        headers = who.headers | ({"If-Match": seen} if seen else {})
        body = self.filled(operation, {name: said[name] for name in said if name != "seen"})
        for sent in (body | {self.canaries.code(): 1}, body):
            answer = who.client.request(method, f"/v1{path}", json=sent, headers=headers)
        if answer.is_success:
            self._wrote(operation, body)
        return answer

    def sends_in_vain(self, who: Speaker, method: str, path: str, said: Mapping[str, Any]) -> None:
        """Send what is refused, and must be kept nowhere for all that."""
        assert self.sends(who, method, path, said).is_error
        operation = operation_of(method, f"/v1{path}")
        self._wrote(operation, self.filled(operation, said))

    def _wrote(self, operation: Operation, body: Any) -> None:
        self.written |= {(str(operation), place) for place, _ in texts(body)}

    def filled(self, operation: Operation, said: Mapping[str, Any]) -> Any:
        schema = operation.node["requestBody"]["content"]["application/json"]["schema"]
        return self._object(resolved(schema), least(schema), said, ())

    def _object(
        self, schema: Node, base: Mapping[str, Any], said: Mapping[str, Any], at: tuple[str, ...]
    ) -> dict[str, Any]:
        """The least it may be, with a canary in each free field, but for what is said."""
        made = dict(base)
        for name, inner in schema.get("properties", {}).items():
            told, taken = said.get(name), resolved(inner)
            if isinstance(told, Mapping) and taken.get("type") == "object":
                made[name] = self._object(taken, {**made.get(name, {}), **told}, told, (*at, name))
            elif name in said:
                made[name] = told
            elif is_free(name, taken):
                made[name] = self._canary(name)
            elif name not in REASONS and has_free_fields(taken):
                least_inner = made.get(name) or least(taken)
                made[name] = self._object(taken, least_inner, {}, (*at, name))
        return {name: value for name, value in made.items() if value is not LEFT_OUT}

    def _canary(self, name: str) -> str:
        match name:
            case "email":
                return self.canaries.email()
            case "notice" | "paper":
                return self.canaries.code()
            case "call_back":
                return self.canaries.number()
        return self.canaries.text()


def operation_of(method: str, path: str) -> Operation:
    """The operation whose address has this shape; one that names more of it goes first."""
    parts = path.split("/")
    fitting = [
        one for one in OPERATIONS if one.method == method and _fits(one.path.split("/"), parts)
    ]
    return min(fitting, key=lambda one: one.path.count("{"))


def _fits(shape: list[str], parts: list[str]) -> bool:
    return len(shape) == len(parts) and all(
        one.startswith("{") or one == part for one, part in zip(shape, parts, strict=True)
    )


def free_fields() -> Iterator[Place]:
    """Every field of every body where somebody could write what they like."""
    for operation in OPERATIONS:
        if body := operation.node.get("requestBody"):
            schema = body["content"]["application/json"]["schema"]
            yield from ((str(operation), place) for place in _free_in(resolved(schema), ()))


def _free_in(schema: Node, at: tuple[str, ...]) -> Iterator[str]:
    for name, inner in schema.get("properties", {}).items():
        taken = resolved(inner)
        taken = resolved(taken["items"]) if taken.get("type") == "array" else taken
        if is_free(name, taken):
            yield ".".join((*at, name))
        elif name not in REASONS:
            yield from _free_in(taken, (*at, name))


def is_free(name: str, schema: Node) -> bool:
    closed = {"enum", "const"} & schema.keys() or schema.get("format") in FORMATS
    return schema.get("type") == "string" and not closed and name not in REASONS


def has_free_fields(schema: Node) -> bool:
    return any(True for _ in _free_in(schema, ()))


def resolved(schema: Node) -> Node:
    """The schema itself, behind references and beside null."""
    if "$ref" in schema:
        return resolved(SCHEMAS[schema["$ref"].rpartition("/")[2]])
    return resolved(schema["anyOf"][0]) if "anyOf" in schema else schema


def texts(value: Any, at: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Each text of a body with the name of its field."""
    if isinstance(value, str):
        yield ".".join(at), value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from texts(inner, (*at, name))
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, at)
