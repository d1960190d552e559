"""The register of a network's mandates: one stream, about no person."""

from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from domain.kernel import Aggregate, readers_of
from domain.mandates.mandates import Mandates

REGISTER = UUID("c02dee00-0000-4000-8000-000000000002")  # the id of this stream in each network


@dataclass(frozen=True, slots=True)
class Register(Aggregate):
    mandates: Mandates = field(default_factory=Mandates)

    readers: ClassVar = readers_of(mandates=Mandates)
