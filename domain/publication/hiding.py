"""Which numbers a release leaves out: those that are too small, and those that would tell them."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from domain.publication.attacking import attacked, targets
from domain.publication.knowledge import CellId, Knowledge, Sum
from domain.publication.linear import Attack, Attacks
from domain.publication.release import THRESHOLD, Tables
from domain.refusals import Conflict

ENDLESS = 1 << 40  # people: no span of a number that is bounded is as wide


class Why(StrEnum):
    """Why a number is left out."""

    SMALL = "small"  # fewer than eleven people, nobody included
    NEAR = "near"  # an earlier release told it higher, or lower by fewer than eleven
    BEFORE = "before"  # an earlier release of the year hid it
    COMPLEMENT = "complement"  # a number that is hidden would follow from it


class CannotBeHidden(Conflict):
    code = "cannot-be-hidden"
    title = (
        "Earlier releases of this year would give hidden numbers away, whatever this one leaves "
        "out: do not publish the year again."
    )


@dataclass(frozen=True, slots=True)
class Protected:
    """The tables as they may be published, and why each number that is left out is."""

    tables: Tables
    why: dict[CellId, Why]
    attacked: int  # hidden numbers and changes that the last attack failed to recover


def protected(counted: Tables, earlier: Sequence[Tables], attacks: Attacks) -> Protected:
    """Leave out what must be; `earlier` are the releases of the same year, the first first.

    Raises:
        CannotBeHidden: earlier releases give numbers away by themselves.
    """
    hiding = Hiding(Knowledge((*earlier, counted)))
    hiding.hide_what_must_be()
    hiding.agree_with_before(attacks)
    hiding.hide_what_would_tell(attacks)
    tables = hiding.tables()
    found = attacked((*earlier, tables), attacks)  # from the beginning, on what will be published
    if found.recovered:
        raise CannotBeHidden
    return Protected(tables, hiding.why(), found.targets)


@dataclass(slots=True)
class Hiding:
    """The numbers of a release while it is decided which are left out."""

    whole: Knowledge  # the earlier releases, and this one with nothing left out yet
    left_out: dict[Sum, Why] = field(default_factory=dict)

    @property
    def present(self) -> int:
        return len(self.whole.releases) - 1

    def hide_what_must_be(self) -> None:
        """Hide what is small, what was hidden before, and what is near to what was told before."""
        for cell, one in self.whole.sums.items():
            if cell.release == self.present and (why := self._must_be_hidden(cell)):
                self.left_out.setdefault(one, why)

    def agree_with_before(self, attacks: Attacks) -> None:
        """Hide until no number that is left contradicts that counts only grow."""
        if not self.present:
            return
        attack, ours = self._begin(attacks, contradicting=True)
        while (gap := attack.span({0: 1}, enough=ENDLESS)).least:
            self._hide_one_of(gap.proof, attack, ours)

    def hide_what_would_tell(self, attacks: Attacks) -> None:
        """Hide further numbers, those that cost least first, until the attack fails."""
        attack, ours = self._begin(attacks)
        aims = deque(targets(self.whole, self._now().hidden))
        while aims:
            aim = aims.popleft()
            while not aim.holds(found := attack.span(aim.terms, enough=THRESHOLD)):
                hidden = self._hide_one_of(found.proof, attack, ours)
                aims.extend(targets(self.whole, [hidden]))

    def tables(self) -> Tables:
        """The release without what is left out."""
        why, counted = self.why(), self.whole.releases[self.present]
        tables = tuple(
            table.hiding(cell.place for cell in why if cell.table == table.outline.code)
            for table in counted.tables
        )
        return counted.model_copy(update={"tables": tables})

    def why(self) -> dict[CellId, Why]:
        return {
            cell: self.left_out[one]
            for cell, one in self.whole.sums.items()
            if cell.release == self.present and one in self.left_out
        }

    def _must_be_hidden(self, cell: CellId) -> Why | None:
        number = self.whole.numbers[cell]
        if number is None or number < THRESHOLD:
            return Why.SMALL
        for release in range(self.present):
            before = cell._replace(release=release)
            if before not in self.whole.numbers:
                continue
            told = self.whole.numbers[before]
            if told is None:
                return Why.BEFORE
            if told != number and number < told + THRESHOLD:
                return Why.NEAR
        return None

    def _now(self) -> Knowledge:
        return Knowledge((*self.whole.releases[: self.present], self.tables()))

    def _begin(
        self, attacks: Attacks, *, contradicting: bool = False
    ) -> tuple[Attack, dict[int, Sum]]:
        """An attack on what is told now, and the rows of it that this release may leave out."""
        now = self._now()
        program = now.program(contradicting=contradicting)
        ours = {one for cell, one in now.sums.items() if cell.release == self.present}
        told = enumerate(now.told, start=len(program.rows) - len(now.told))
        return attacks(program), {row: one for row, one in told if one in ours}

    def _hide_one_of(self, proof: Iterable[int], attack: Attack, ours: dict[int, Sum]) -> Sum:
        """Leave out, of the numbers that a conclusion follows from, the one that costs least."""
        candidates = [row for row in proof if row in ours]
        if not candidates:
            raise CannotBeHidden
        row = min(candidates, key=lambda row: (self._cost(ours[row]), row))
        attack.forget(row)
        hidden = ours.pop(row)
        self.left_out[hidden] = Why.COMPLEMENT
        return hidden

    def _cost(self, one: Sum) -> tuple[bool, int]:
        """What was told before is told anyway; then, of how many people nothing is told."""
        before = self.whole.before.get(one)
        return before in self.whole.told, self.whole.told[one]
