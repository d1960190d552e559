"""The tests made with one lot, for those who may see each: whom to call when it is recalled."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from application.network import Network
from application.screening.list_anonymous_tests import list_anonymous_tests
from application.traces.trace import Look, Traces
from application.traces.trace_listed import trace_listed
from application.views.caseload import CaseloadFilter
from application.views.pages import MOST, PageAsked
from application.views.ports import CaseloadView
from application.views.read_caseload import read_caseload
from domain.data_classes import DataClass
from domain.erasure import Erased
from domain.members import Member
from domain.organisation.organisation import Organisation
from domain.organisation.screening.lots import Lot
from domain.pathway.pathway import Pathway
from domain.pathway.screening.rapid_test import RapidTest, WaitsFor
from domain.pathway.wrong_file import without_wrong_entries


@dataclass(frozen=True, slots=True)
class OfLot:
    pathway_id: UUID
    test: RapidTest
    next_step: WaitsFor | None


@dataclass(frozen=True, slots=True)
class LotTests:
    lot: Lot
    tests: tuple[OfLot, ...]  # those that the viewer may see, and no count of others
    anonymous: int  # those counted, as far as the viewer may know of counts


def list_lot_tests(
    network: Network, views: CaseloadView, traces: Traces, lot_id: UUID, by: Member
) -> LotTests:
    """Read each pathway that is followed: recalls are rare, and no table tells who was tested.

    Raises:
        RoleFollowsNobody: the viewer follows no pathway under this hat.
        LotUnknown: their organisation declared no such lot.
        StoreUnavailable: the look could not be traced.
    """
    lot = network.log.load(Organisation, by.organisation_id).kit_lots.known(lot_id)
    followed = list(_followed(network, views, by))
    found = tuple(_tests(network, followed, lot_id, by))
    shown = ((one.pathway_id, {DataClass.SCREENING}) for one in found)
    trace_listed(network, traces, by, look=Look.LIST, shown=shown)
    counts = (one for one in list_anonymous_tests(network, by) if one.lot_id == lot_id)
    return LotTests(lot, found, sum(one.negative + one.positive + one.invalid for one in counts))


def _followed(network: Network, views: CaseloadView, by: Member) -> Iterator[UUID]:
    for is_open in (True, False):
        page = PageAsked(MOST)
        while True:
            wanted = CaseloadFilter(is_open=is_open)
            found = read_caseload(network, views, by, wanted=wanted, page=page)
            yield from (entry.pathway_id for entry in found.entries)
            if found.next is None:
                break
            page = replace(page, after=found.next)


def _tests(network: Network, followed: list[UUID], lot_id: UUID, by: Member) -> Iterator[OfLot]:
    for start in range(0, len(followed), MOST):
        for pathway_id, events in network.log.streams(followed[start : start + MOST]).items():
            told = [event for event in events if not isinstance(event.fact, Erased)]
            sight = network.sight(Pathway(pathway_id).after(told), by)
            seen = Pathway(pathway_id).after(sight.visible(without_wrong_entries(told)))
            for test in seen.rapid_tests.by_id.values():
                if test.used.lot_id == lot_id:
                    yield OfLot(pathway_id, test, seen.rapid_tests.next_step(test.id))
