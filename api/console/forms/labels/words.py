"""What a field is called, and a hint where it helps."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    label: str
    hint: str = ""


Labels = Mapping[str, Words]
