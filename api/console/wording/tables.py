"""The shape of tables of words: of each kind of value, what each of its values is called."""

from collections.abc import Mapping
from enum import StrEnum

Tables = Mapping[type[StrEnum], Mapping[str, str]]
