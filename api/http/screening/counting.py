"""Anonymous tests, counted, and the tests of one lot for those who may see each."""

from datetime import date, datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, Asked, Told
from api.http.reading import Shown
from api.http.says import lists, on_network, reads
from api.http.screening.testing import READY
from api.http.signed_in import AHouse, SignedIn
from application.screening.count_anonymous_tests import (
    CountAnonymousTests,
    count_anonymous_tests,
)
from application.screening.list_anonymous_tests import list_anonymous_tests
from application.screening.list_lot_tests import OfLot, list_lot_tests
from application.screening.withdraw_anonymous_count import (
    WithdrawAnonymousCount,
    withdraw_anonymous_count,
)
from domain.activity.refusals import ActivityUnknown
from domain.organisation.registration import OrganisationUnknown
from domain.organisation.screening.anonymous import Counts
from domain.organisation.screening.refusals import (
    CountAlreadyKnown,
    CountUnknown,
    LotUnknown,
    NothingCounted,
    NotResponsibleForScreening,
)
from domain.pathway.screening.rapid_test import WaitsFor
from domain.screening.words import RapidTestKind, RapidTestResult

router = APIRouter(prefix="/v1/screening", tags=["screening"])


class AnonymousCount(Asked):
    lot_id: UUID = Field(description="One that your organisation declared.")
    counts: Counts = Field(examples=[{"negative": 6, "positive": 0, "invalid": 1}])
    operator_id: UUID | None = Field(
        default=None, description="The member who made them; null: yourself."
    )
    activity_id: UUID | None = Field(
        default=None, description="Of your organisation, during which they were made."
    )


class AnonymousShown(Shown):
    id: UUID
    lot_id: UUID
    kind: RapidTestKind
    on: date
    operator_id: UUID
    negative: int
    positive: int
    invalid: int
    activity_id: UUID | None


class OfLotShown(Shown):
    pathway_id: UUID
    test_id: UUID
    performed_at: datetime
    result: RapidTestResult | None
    next_step: WaitsFor | None


class LotTestsShown(Shown):
    recalled_at: datetime | None
    tests: tuple[OfLotShown, ...] = Field(description="Those that you may see.")
    anonymous: int = Field(description="How many were anonymous, as far as you may know.")


@router.get("/lots/{lot_id}/tests", responses=lists(LotUnknown))
def tests_of_lot(lot_id: UUID, by: SignedIn, house: AHouse) -> LotTestsShown:
    """Whom to call when a lot is recalled: the tests made with it that you may see."""
    found = list_lot_tests(house.network, house.views, house.traces, lot_id, by)
    return LotTestsShown(
        recalled_at=found.lot.recalled_at,
        tests=tuple(map(_shown, found.tests)),
        anonymous=found.anonymous,
    )


@on_network(
    router,
    "/anonymous-tests",
    NotResponsibleForScreening,
    OrganisationUnknown,
    *READY,
    ActivityUnknown,
    NothingCounted,
    CountAlreadyKnown,
)
def count(asked: AnonymousCount, door: ADoor) -> Told:
    """Count the anonymous tests of one lot on one day; nobody is told of."""
    command = door.command(CountAnonymousTests, asked)
    return door.run(count_anonymous_tests, command, of=command.count_id)


@on_network(
    router,
    "/anonymous-tests/{count_id}/withdrawal",
    NotResponsibleForScreening,
    OrganisationUnknown,
    CountUnknown,
)
def withdraw(count_id: UUID, asked: Asked, door: ADoor) -> Told:
    """Say that a count should never have been recorded."""
    command = door.command(WithdrawAnonymousCount, asked, count_id=count_id)
    return door.run(withdraw_anonymous_count, command, of=count_id)


@router.get("/anonymous-tests", responses=reads())
def counts(by: SignedIn, house: AHouse) -> tuple[AnonymousShown, ...]:
    """What your organisation counted; yours alone where your profession meets no results."""
    return tuple(
        AnonymousShown.model_validate(one.model_dump() | {"id": one.count_id})
        for one in list_anonymous_tests(house.network, by)
    )


def _shown(one: OfLot) -> OfLotShown:
    return OfLotShown(
        pathway_id=one.pathway_id,
        test_id=one.test.id,
        performed_at=one.test.performed_at,
        result=one.test.result,
        next_step=one.next_step,
    )
