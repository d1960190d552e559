from typing import Any, Literal
from uuid import UUID

import pytest
from pydantic import Field

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.text import Label
from infrastructure.evolution.catalogue import broken, described, pinned_anew
from infrastructure.evolution.compatibility import losses


class Moved(Fact, topic="test-moved", lowest=DataClass.SOCIAL):
    moved_by: UUID
    reason: Literal["illness", "transport"]
    place: Label | None = None
    times: int = Field(default=1, ge=1, le=9)


Schema = dict[str, Any]
NOW = described(Moved)
FIELDS = NOW["schema"]["properties"]


def schema(required: list[str] | None = None, **fields: object) -> Schema:
    changed = {name: field for name, field in (FIELDS | fields).items() if field is not None}
    schema: Schema = NOW["schema"]
    return schema | {"properties": changed, "required": required or schema["required"]}


@pytest.mark.parametrize(
    "after",
    [
        schema(),
        schema(added={"type": "string", "default": ""}),
        schema(required=["moved_by"]),
        schema(reason=FIELDS["reason"] | {"enum": ["illness", "transport", "strike"]}),
        schema(times=FIELDS["times"] | {"maximum": 10, "minimum": 0}),
        schema(times={"type": "integer", "default": 1}),
        schema(place=FIELDS["place"] | {"anyOf": [*FIELDS["place"]["anyOf"], {"type": "integer"}]}),
    ],
)
def test_what_takes_nothing_away_is_compatible(after: Schema) -> None:
    assert list(losses(NOW["schema"], after)) == []


@pytest.mark.parametrize(
    "after",
    [
        schema(moved_by=None),
        schema(moved_by=None, by=FIELDS["moved_by"]),
        schema(moved_by={"type": "string"}),
        schema(moved_by={"type": "integer"}),
        schema(required=["occurred_at", "moved_by", "reason", "place"]),
        schema(reason=FIELDS["reason"] | {"enum": ["illness"]}),
        schema(times=FIELDS["times"] | {"maximum": 8}),
        schema(times=FIELDS["times"] | {"minimum": 2}),
        schema(times=FIELDS["times"] | {"multipleOf": 2}),
        schema(times=FIELDS["times"] | {"default": 2}),
        schema(place=FIELDS["place"] | {"anyOf": FIELDS["place"]["anyOf"][1:]}),
    ],
)
def test_what_takes_something_away_is_not(after: Schema) -> None:
    assert list(losses(NOW["schema"], after))


def test_a_fact_that_is_gone_or_narrower_is_told_by_its_topic() -> None:
    catalogue = {"test-moved": {"1": NOW}, "test-gone": {"1": NOW}}
    assert broken(catalogue, (Moved,)) == ["test-gone is gone"]
    lower = NOW | {"lowest": "identity"}
    assert broken({"test-moved": {"1": lower}}, (Moved,)) == [
        "test-moved (version 1): its floor rose from identity: older facts are below it"
    ]
    more = NOW | {"schema": schema(whom={"type": "string"})}
    assert broken({"test-moved": {"1": more}}, (Moved,)) == [
        "test-moved (version 1): properties.whom is gone"
    ]


def test_a_new_version_is_pinned_beside_the_older_one() -> None:
    older = NOW | {"schema": schema(whom={"type": "string"})}
    assert pinned_anew({"test-moved": {"0": older}}, (Moved,)) == {
        "test-moved": {"0": older, "1": NOW}
    }


def test_sentences_are_not_pinned_but_fields_of_that_name_are() -> None:
    class Titled(Fact, topic="test-titled", lowest=DataClass.SOCIAL):
        """A sentence."""

        title: str
        description: str

    properties = described(Titled)["schema"]["properties"]
    assert properties["title"] == properties["description"] == {"type": "string"}
    assert "description" not in described(Titled)["schema"]
