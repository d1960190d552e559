"""The OpenAPI document as people read it: sections, operations, shapes, problems."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Node = Mapping[str, Any]
PARAMETER = re.compile(r"(\{[^}]+\})")
PROBLEM = "application/problem+json"
REF = "#/components/schemas/"


@dataclass(frozen=True, slots=True)
class FieldRow:
    name: str
    type: str
    shape: str  # where the type is told; empty where it is plain
    required: bool
    about: str
    example: str


@dataclass(frozen=True, slots=True)
class Answer:
    status: str
    about: str
    shape: str  # its name; empty where there is none
    codes: tuple[str, ...]  # of problems


@dataclass(frozen=True, slots=True)
class Operation:
    id: str
    method: str
    parts: tuple[tuple[str, bool], ...]  # of the path, and whether each is a parameter
    about: str
    parameters: tuple[FieldRow, ...]
    body: tuple[FieldRow, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    name: str
    about: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    name: str
    about: str
    fields: tuple[FieldRow, ...]
    words: tuple[str, ...]  # of a list of words


@dataclass(frozen=True, slots=True)
class ProblemRow:
    code: str
    status: int
    title: str


class Reference:
    """What the page shows of a document."""

    def __init__(self, document: Node) -> None:
        self._schemas: Node = document["components"]["schemas"]
        self._operations = [
            (method, path, operation)
            for path, methods in document["paths"].items()
            for method, operation in methods.items()
        ]
        self._tags = document.get("tags", [])
        self.about: list[str] = document["info"]["description"].split("\n\n")

    def sections(self) -> Iterator[Section]:
        for tag in self._tags:
            operations = tuple(
                self._operation(method, path, operation)
                for method, path, operation in self._operations
                if tag["name"] in operation["tags"]
            )
            yield Section(f"part-{tag['name']}", tag["name"], tag["description"], operations)

    def shapes(self) -> Iterator[Shape]:
        for name, schema in sorted(self._schemas.items()):
            about = schema.get("description", "")
            words = tuple(map(str, schema.get("enum", ())))
            yield Shape(name, about, tuple(self._fields(schema)), words)

    def problems(self) -> list[ProblemRow]:
        found = {
            code: ProblemRow(code, example["value"]["status"], example["value"]["title"])
            for _, _, operation in self._operations
            for response in operation["responses"].values()
            for code, example in _problems(response).items()
        }
        return sorted(found.values(), key=lambda row: (row.status, row.code))

    def _operation(self, method: str, path: str, operation: Node) -> Operation:
        return Operation(
            id=operation["operationId"],
            method=method,
            parts=tuple((part, part.startswith("{")) for part in PARAMETER.split(path) if part),
            about=operation.get("description", ""),
            parameters=tuple(map(self._parameter, operation.get("parameters", ()))),
            body=tuple(self._body(operation)),
            answers=tuple(
                self._answer(status, response)
                for status, response in sorted(operation["responses"].items())
            ),
        )

    def _parameter(self, parameter: Node) -> FieldRow:
        return FieldRow(
            name=parameter["name"],
            type=f"{self._type(parameter['schema'])}, {parameter['in']}",
            shape=self._shape(parameter["schema"]),
            required=parameter.get("required", False),
            about=parameter.get("description", ""),
            example=_example(parameter["schema"]),
        )

    def _body(self, operation: Node) -> Iterator[FieldRow]:
        if body := operation.get("requestBody"):
            yield from self._fields(self._resolved(body["content"]["application/json"]["schema"]))

    def _fields(self, schema: Node) -> Iterator[FieldRow]:
        for name, field in schema.get("properties", {}).items():
            yield FieldRow(
                name=name,
                type=self._type(field),
                shape=self._shape(field),
                required=name in schema.get("required", ()),
                about=field.get("description", ""),
                example=_example(field),
            )

    def _answer(self, status: str, response: Node) -> Answer:
        schema = response.get("content", {}).get("application/json", {}).get("schema", {})
        codes = tuple(_problems(response))
        about = "" if codes or schema else response.get("description", "")
        return Answer(status, about, self._name(schema.get("items", schema)), codes)

    def _type(self, schema: Node) -> str:
        if "anyOf" in schema:
            kinds = [self._type(one) for one in schema["anyOf"]]
            return " or ".join(dict.fromkeys(kinds))
        if schema.get("type") == "array":
            return f"list of {self._type(schema.get('items', {}))}"
        named = self._name(schema)
        return named or str(schema.get("format") or schema.get("type") or "anything")

    def _shape(self, schema: Node) -> str:
        parts = [schema, schema.get("items", {}), *schema.get("anyOf", ())]
        return next((name for part in parts if (name := self._name(part))), "")

    def _name(self, schema: Node) -> str:
        return str(schema.get("$ref", "")).removeprefix(REF)

    def _resolved(self, schema: Node) -> Node:
        return self._schemas[self._name(schema)] if "$ref" in schema else schema


def _problems(response: Node) -> Node:
    found: Node = response.get("content", {}).get(PROBLEM, {}).get("examples", {})
    return found


def _example(schema: Node) -> str:
    examples = schema.get("examples") or []
    return json.dumps(examples[0], ensure_ascii=False) if examples else ""
