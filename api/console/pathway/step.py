"""A next step, and what it is made from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from api.console.pathway.acts import Act, acts
from api.console.pathway.offers import Offer
from api.console.pathway.telling import Telling
from domain.members import Member
from domain.pathway.pathway import Pathway
from domain.rights.rules import RulePack


@dataclass(frozen=True, slots=True)
class Step:
    on: date  # the day it is sorted under
    when: str
    what: str
    more: str
    late: bool
    acts: tuple[Act, ...]  # the first resolves it


@dataclass(frozen=True, slots=True)
class Ahead:
    """A pathway as seen, whose next steps are looked for."""

    pathway: Pathway
    by: Member
    rules: RulePack
    telling: Telling

    def due(self, on: date, what: str, more: str, offered: Iterable[Offer], **ids: object) -> Step:
        """Something for a day, late after it."""
        when, late = self.telling.when(on), on < self.telling.today
        return self.step(on, when, what, more, offered, late=late, **ids)

    def step(
        self,
        on: date,
        when: str,
        what: str,
        more: str,
        offered: Iterable[Offer],
        *,
        late: bool = False,
        **ids: object,
    ) -> Step:
        resolving = acts(self.telling, *offered, pathway_id=self.pathway.id, **ids)
        return Step(on, when, what, more, late, resolving)
