"""What may be chosen where a field takes an id: from the pathway as seen, or from the network."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from api.console.forms.kinds import Field

if TYPE_CHECKING:
    from api.console.forms.asking import Asking


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str


Source = Callable[["Asking"], Iterator[Choice]]
SOURCES: Mapping[str, Source] = {}


def choices_for(asking: "Asking", field: Field) -> Iterator[Choice]:
    """The choices of a field, from the source that the catalogue names, or that its name does."""
    named = asking.form.row.sources
    yield from SOURCES[named.get(field.name, field.last)](asking)
