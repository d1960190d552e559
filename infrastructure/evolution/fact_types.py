"""How facts are written and read: one line that says topic and schema version, then JSON."""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from pydantic import TypeAdapter, ValidationError

from domain.kernel import Fact
from infrastructure.event_store.rows import StoredRow
from infrastructure.evolution.upcasting import Upcaster
from infrastructure.sealing.errors import UnknownSchema, UnreadableFact

NEWLINE = b"\n"


class FactTypes:
    """Strict when it writes; when it reads, it ignores fields that a newer Cordée added.

    Raises:
        LookupError: an older schema version of a fact has no upcaster.
    """

    def __init__(
        self, facts: Iterable[type[Fact]], upcasters: Mapping[tuple[str, int], Upcaster]
    ) -> None:
        self._headers = {fact: _header(fact.topic, fact.schema_version) for fact in facts}
        self._readers: dict[bytes, Callable[[bytes], Fact]] = {}
        for fact, header in self._headers.items():
            # what `model_validate_json` calls, without its own questions: 0.4 µs a fact
            validator = TypeAdapter(fact).validator
            self._readers[header] = partial(validator.validate_json, extra="ignore")
            for version in range(1, fact.schema_version):
                steps = [
                    upcasters[fact.topic, step] for step in range(version, fact.schema_version)
                ]
                self._readers[_header(fact.topic, version)] = partial(_upcast, fact, steps)

    def write(self, fact: Fact) -> bytes:
        return self._headers[type(fact)] + NEWLINE + fact.model_dump_json().encode()

    def read(self, payload: bytes, row: StoredRow) -> Fact:
        """The fact that was written; the row says where, should it not be read.

        Raises:
            UnknownSchema: a newer Cordée wrote it.
            UnreadableFact: it does not fit its type.
        """
        header, _, content = payload.partition(NEWLINE)
        reader = self._readers.get(header)
        if reader is None:
            raise UnknownSchema.at(row)
        try:
            return reader(content)
        except ValidationError:
            pass  # raised below, where the values that pydantic quotes are out of reach
        raise UnreadableFact.at(row)


def _header(topic: str, version: int) -> bytes:
    return f"{topic} {version}".encode()


def _upcast(fact: type[Fact], steps: Iterable[Upcaster], content: bytes) -> Fact:
    payload = json.loads(content)
    for step in steps:
        payload = step(payload)
    return fact.model_validate_json(json.dumps(payload), extra="ignore")
