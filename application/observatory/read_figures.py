"""The coordinator's figures, from what is kept ready of each pathway."""

from uuid import UUID

from application.network import Network
from application.observatory.figures_told import FiguresTold
from application.views.observatory import heard
from application.views.ports import ObservatoryView
from application.views.reach import Viewer
from domain.members import Member
from domain.observatory.asked import FiguresAsked, allowed
from domain.observatory.figures import Sums


def read_figures(
    network: Network,
    views: ObservatoryView,
    asked: FiguresAsked,
    by: Member,
    *,
    min_position: int = 0,
) -> FiguresTold:
    """Every indicator over a period and a territory.

    Raises:
        NotYoursToCount: the member coordinates nothing, or asks of another organisation.
        PeriodWrong: the period is none.
        ViewBehind: the view has not come to `min_position` in time.
    """
    asked = allowed(asked, by)
    sums = Sums(asked)

    def take(stream_id: UUID, told: str) -> None:
        row = heard(told, asked.first, asked.last)
        sums.add(stream_id, row.contributions, places=row.places, linked=row.linked)

    viewer = Viewer(by.organisation_id, by.id, frozenset(), network.clock(), counts=True)
    looked = views.observe(viewer, take, min_position=min_position)
    return FiguresTold(asked, looked.position, tuple(sums.figures()), looked.left_out)
