"""The lots of kits of an organisation: declared once, then chosen, perhaps recalled."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import ClassVar, Self
from uuid import UUID

from domain.kernel import Fact, Items, Part, having, none_yet
from domain.organisation.screening.facts import (
    KitLotDeclared,
    KitLotEnteredInError,
    KitLotRecalled,
)
from domain.organisation.screening.refusals import (
    KindNotListed,
    LotAlreadyDeclared,
    LotAlreadyRecalled,
    LotExpired,
    LotRecalled,
    LotUnknown,
)
from domain.screening.rules import ScreeningRules
from domain.screening.words import Kit, KitUsed, RecallReason


@dataclass(frozen=True, slots=True)
class Lot:
    id: UUID
    kit: Kit
    recalled_at: datetime | None = None
    recalled_for: RecallReason | None = None
    recall_reference: str | None = None
    withdrawn: bool = False  # declared wrong: chosen no more; tests made with it are still found


@dataclass(frozen=True, slots=True)
class Lots(Part):
    """Those in use, those past and those recalled."""

    facts: ClassVar = (KitLotDeclared, KitLotEnteredInError, KitLotRecalled)

    by_id: Items[UUID, Lot] = field(default_factory=none_yet)

    def declare(
        self, *, lot_id: UUID, kit: Kit, rules: ScreeningRules, at: datetime
    ) -> KitLotDeclared:
        """Say once what a box says.

        Raises:
            KindNotListed: the rules list no such test.
            LotAlreadyDeclared: it was said before.
        """
        if not rules.lists(kit.kind):
            raise KindNotListed
        boxes = {lot.kit.box for lot in self.by_id.values() if not lot.withdrawn}
        if lot_id in self.by_id or kit.box in boxes:
            raise LotAlreadyDeclared
        return KitLotDeclared(occurred_at=at, lot_id=lot_id, kit=kit)

    def enter_in_error(self, *, lot_id: UUID, at: datetime) -> KitLotEnteredInError:
        """Note that a box says something else: tests that were made keep what they say.

        Raises:
            LotUnknown: there is no such lot, or it was withdrawn before.
        """
        return KitLotEnteredInError(occurred_at=at, lot_id=self._chosen(lot_id).id)

    def recall(
        self, *, lot_id: UUID, reason: RecallReason, reference: str | None, at: datetime
    ) -> KitLotRecalled:
        """Note that no kit of this lot is to be used, from then on.

        Raises:
            LotUnknown: there is no such lot.
            LotAlreadyRecalled: it was recalled before.
        """
        if self.known(lot_id).recalled_at is not None:
            raise LotAlreadyRecalled
        return KitLotRecalled(occurred_at=at, lot_id=lot_id, reason=reason, reference=reference)

    def usable(self, lot_id: UUID, *, at: datetime, day: date) -> KitUsed:
        """The kit of a test made then; `day` is that day where the organisation is.

        Raises:
            LotUnknown: there is no such lot, or it was withdrawn.
            LotRecalled: it had been recalled by then.
            LotExpired: it had expired on that day.
        """
        lot = self._chosen(lot_id)
        if lot.recalled_at is not None and lot.recalled_at <= at:
            raise LotRecalled
        if lot.kit.expires_on < day:
            raise LotExpired
        return KitUsed(lot_id=lot_id, kit=lot.kit)

    def known(self, lot_id: UUID) -> Lot:
        """One of them, withdrawn or not.

        Raises:
            LotUnknown: there is no such lot.
        """
        if lot_id not in self.by_id:
            raise LotUnknown
        return self.by_id[lot_id]

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case KitLotDeclared():
                return type(self)(having(self.by_id, fact.lot_id, Lot(fact.lot_id, fact.kit)))
            case KitLotEnteredInError() if known := self.by_id.get(fact.lot_id):
                withdrawn = replace(known, withdrawn=True)
                return type(self)(having(self.by_id, fact.lot_id, withdrawn))
            case KitLotRecalled() if known := self.by_id.get(fact.lot_id):
                recalled = replace(
                    known,
                    recalled_at=fact.occurred_at,
                    recalled_for=fact.reason,
                    recall_reference=fact.reference,
                )
                return type(self)(having(self.by_id, fact.lot_id, recalled))
        return self

    def _chosen(self, lot_id: UUID) -> Lot:
        lot = self.known(lot_id)
        if lot.withdrawn:
            raise LotUnknown
        return lot
