"""A line of the catalogue: what a form says beyond what its route already tells."""

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass, field
from typing import TYPE_CHECKING, Any

from api.languages.words import phrase
from application.marks import Concern
from domain.data_classes import DataClass
from domain.kernel import none_yet

if TYPE_CHECKING:
    from api.console.forms.asking import Asking

Known = Callable[["Asking"], Mapping[str, Any]]
SAVE = phrase("Save")


@dataclass(frozen=True, slots=True)
class Row:
    path: str  # of the API's route, after its version
    title: str
    intro: str = ""
    _: KW_ONLY
    button: str = SAVE
    order: tuple[str, ...] = ()  # fields that are asked first
    later: tuple[str, ...] = ()  # fields that are seldom needed: folded, at the end
    out: tuple[str, ...] = ()  # fields that nobody fills in by hand
    known: Known | None = None  # what is already known, by name of field
    sources: Mapping[str, str] = field(
        default_factory=none_yet
    )  # of choices, where a field's name does not say
    lowest: DataClass = DataClass.SOCIAL  # the class of what it records, at least
    varies: bool = False  # its content may raise that class
    looks: bool = True  # whether whoever fills it in may look at the pathway
    seen_by: str = ""  # who sees it, where it is no entry of a pathway
    rehearsed: bool = True  # whether who would see it may be tried out before it is saved
    concern: Concern | None = None  # what the mark is of, where the address names no item
    after: str = ""  # where it leads; empty: to the pathway


def on_pathway(path: str, title: str, intro: str = "", **more: Any) -> Row:
    """The row of a route on one pathway."""
    return Row(f"/pathways/{{pathway_id}}{path}", title, intro, **more)
