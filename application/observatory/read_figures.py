"""The coordinator's figures, from what is kept ready of each pathway."""

from application.network import Network
from application.observatory.counting import Counting
from application.observatory.figures_told import FiguresTold
from application.views.ports import ObservatoryView
from application.views.reach import Viewer
from domain.members import Member
from domain.observatory.asked import FiguresAsked, allowed


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
    counting = Counting.of(network, asked)
    viewer = Viewer(by.organisation_id, by.id, frozenset(), network.clock(), counts=True)
    looked = views.observe(viewer, counting, min_position=min_position)
    figures = tuple(counting.sums.figures())
    return FiguresTold(asked, looked.position, figures, looked.left_out)
