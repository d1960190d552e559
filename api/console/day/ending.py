"""Lines of rights that end soon, or ended: their renewal is to be filed in time."""

from api.console.day.acting import opening
from api.console.day.line import Line
from api.console.day.naming import called
from api.console.day.speaking import Speaking
from application.views.caseload import CaseloadEntry


def ending_line(speaking: Speaking, entry: CaseloadEntry) -> Line:
    ends_on = entry.right_ends_on or speaking.today
    scheme = speaking.label(entry.right_scheme) if entry.right_scheme else ""
    is_over = ends_on < speaking.today
    return Line(
        pathway_id=entry.pathway_id,
        person=called(entry.person),
        said=speaking.gettext("%(scheme)s has ended", scheme=scheme)
        if is_over
        else speaking.gettext("%(scheme)s ends", scheme=scheme),
        when=speaking.since(ends_on) if is_over else speaking.near(ends_on),
        acts=(opening(speaking, entry.pathway_id),),
        is_late=is_over,
    )
