"""What the clocks of a network are given."""

from dataclasses import dataclass

from application.clocks.ports import Watches
from application.network import Network
from domain.clocks.terms import ReferralTerms


@dataclass(frozen=True, slots=True)
class Clocks:
    network: Network
    watches: Watches
    terms: ReferralTerms
