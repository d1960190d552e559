"""What the use cases of erasures are given."""

from dataclasses import dataclass

from application.erasures.ports import Erasures, Shredder
from application.network import Network


@dataclass(frozen=True, slots=True)
class Erasing:
    network: Network
    erasures: Erasures
    shredder: Shredder
