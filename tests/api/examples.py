"""Bodies made from the OpenAPI document: whatever it says is enough, and no more."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from api.http.app import ROUTES
from api.http.description import document_of

Node = Mapping[str, Any]
DOCUMENT: Node = document_of(ROUTES)
SCHEMAS: Node = DOCUMENT["components"]["schemas"]
BY_FORMAT = {
    "uuid": "99999999-9999-4999-8999-999999999999",
    "date": "2026-03-10",
    "date-time": "2026-03-10T10:00:00Z",
    "password": "corde-de-rappel-12",
}
RECEIPTS = ("Receipt", "ContactPointNoted")  # some tell more: never of anybody


@dataclass(frozen=True)
class Operation:
    method: str
    path: str
    node: Node

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def body(self) -> Any:
        """The least that it may be sent; None where it takes no body."""
        sent = self.node.get("requestBody")
        return least(sent["content"]["application/json"]["schema"]) if sent else None

    @property
    def is_for_strangers(self) -> bool:
        return "security" not in self.node

    @property
    def is_signed(self) -> bool:
        """Whether who asks is known by a signature of what they send."""
        headers = [one["name"] for one in self.node.get("parameters", ()) if one["in"] == "header"]
        return "webhook-signature" in headers

    @property
    def parameters(self) -> list[str]:
        return [one["name"] for one in self.node.get("parameters", ()) if one["in"] == "path"]

    @property
    def needs_a_mark(self) -> bool:
        return "428" in self.node["responses"]

    @property
    def is_command(self) -> bool:
        headers = [one["name"] for one in self.node.get("parameters", ()) if one["in"] == "header"]
        return "Idempotency-Key" in headers

    @property
    def answers_a_receipt(self) -> bool:
        answer = self.node["responses"].get("201", {}).get("content", {})
        schema = answer.get("application/json", {}).get("schema", {})
        return str(schema.get("$ref", "")).rpartition("/")[2] in RECEIPTS

    @property
    def administers(self) -> bool:
        return self.method != "GET" and self.path.startswith("/v1/organisations")

    @property
    def equips(self) -> bool:
        """Whether it is for those responsible for an organisation's rapid tests."""
        of_office = ("authorisations", "trainings", "lots")
        doors = tuple(f"/v1/screening/{name}" for name in of_office)
        return self.method != "GET" and self.path.startswith(doors)

    def at(self, **values: str) -> str:
        """Its address; what is not said is an id that nobody knows."""
        unknown = {"document": "identity", "year": "2026"}
        known = {name: unknown.get(name, BY_FORMAT["uuid"]) for name in self.parameters}
        return self.path.format(**known | values)


OPERATIONS = [
    Operation(method.upper(), path, node)
    for path, methods in DOCUMENT["paths"].items()
    for method, node in methods.items()
]


def least(schema: Node) -> Any:
    """The least value that a schema takes: its example, else what is required."""
    for told in ("examples", "enum"):
        if told in schema:
            return schema[told][0]
    if "$ref" in schema:
        return least(SCHEMAS[schema["$ref"].rpartition("/")[2]])
    return least(schema["anyOf"][0]) if "anyOf" in schema else _least_of_type(schema)


def _least_of_type(schema: Node) -> Any:
    match schema["type"]:
        case "object":
            fields = schema.get("properties", {})
            return {name: least(fields[name]) for name in schema.get("required", ())}
        case "array":
            return [least(schema["items"]) for _ in range(schema.get("minItems", 0))]
        case "string":
            return BY_FORMAT.get(schema.get("format", ""), "x" * schema.get("minLength", 1))
        case "boolean":
            return False
        case _:
            return schema.get("minimum", 1)


def texts_in(value: Any) -> Iterator[tuple[Any, ...]]:
    """Where there is text in a body, as paths of keys and places."""
    if isinstance(value, str):
        yield ()
    elif isinstance(value, Mapping):
        yield from ((key, *rest) for key, inner in value.items() for rest in texts_in(inner))
    elif isinstance(value, list):
        yield from ((place, *rest) for place, one in enumerate(value) for rest in texts_in(one))


def with_(value: Any, where: tuple[Any, ...], other: Any) -> Any:
    """The same body, with something else at one place."""
    if not where:
        return other
    first, *rest = where
    changed = list(value) if isinstance(value, list) else dict(value)
    changed[first] = with_(value[first], tuple(rest), other)
    return changed
