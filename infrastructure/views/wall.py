"""The second wall, on PostgreSQL: the database gives a viewer their rows, whatever it is asked.

Each policy says again, in SQL, the rule of `Reach`. Whom one looks as is told per transaction;
where it is not, there is nothing of people to see.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, func

from application.views.folded import ANYBODY
from application.views.reach import Viewer
from infrastructure.views.columns import EPOCH, MICROSECOND

# Subselects: read once a statement, not once a row.
ORGANISATION = "(SELECT NULLIF(current_setting('cordee.viewer_organisation', true), '')::uuid)"
MEMBER = "(SELECT NULLIF(current_setting('cordee.viewer_member', true), '')::uuid)"
CLASSES = "(SELECT NULLIF(current_setting('cordee.viewer_classes', true), ''))"
AT = "(SELECT NULLIF(current_setting('cordee.viewer_at', true), '')::bigint)"
COUNTS = "(SELECT current_setting('cordee.viewer_counts', true) = 'on')"
IS_MET = f"data_class = ANY (string_to_array({CLASSES}, ','))"

LIVE = "(SELECT live FROM view_generations WHERE view = '{view}')"
NOT_BARRED = (
    "NOT EXISTS (SELECT FROM view_barred AS barred WHERE barred.pathway_id = {table}.pathway_id"
    f" AND barred.generation = {LIVE.format(view='barred')} AND barred.member_id = {MEMBER})"
)
GRANTED = (
    "EXISTS (SELECT FROM view_grants AS granted WHERE granted.pathway_id = {table}.pathway_id"
    f" AND granted.generation = {LIVE.format(view='grants')}"
    f" AND granted.organisation_id = {ORGANISATION}"
    " AND granted.data_class = {table}.data_class"
    f" AND granted.since <= {AT} AND {AT} < granted.until)"
)
OWNED = (
    f"organisation_id = {ORGANISATION} AND CASE WHEN {IS_MET}"
    f" THEN owner_id = '{ANYBODY}' OR (owner_id = organisation_id AND {GRANTED} AND {NOT_BARRED})"
    f" ELSE owner_id = {MEMBER} AND {CLASSES} IS NOT NULL END"
)
IN_THE_CASELOAD = (
    "EXISTS (SELECT FROM view_caseload AS listed WHERE listed.pathway_id = {table}.pathway_id"
    f" AND listed.generation = {LIVE.format(view='caseload')}"
    f" AND listed.organisation_id = {ORGANISATION})"  # under the policy of that table
)

SHOWN: Mapping[str, str] = {  # which rows of each view, to whoever looks
    "caseload": OWNED,
    "referrals": OWNED,
    "agenda": OWNED,
    "people": IN_THE_CASELOAD,
    "names": f"organisation_id = {ORGANISATION} AND {IN_THE_CASELOAD}",
    "emergencies": f"organisation_id = {ORGANISATION} AND {NOT_BARRED}",
    "invitations": f"organisation_id = {ORGANISATION} AND {CLASSES} IS NOT NULL AND {NOT_BARRED}",
    "grants": f"organisation_id = {ORGANISATION} AND {CLASSES} IS NOT NULL",
    "barred": f"member_id = {MEMBER}",
    "likenesses": "false",  # nobody looks at them
    "duplicates": f"organisation_id = {ORGANISATION} AND {IN_THE_CASELOAD} AND {NOT_BARRED}",
    "observatory": COUNTS,  # sealed sums of everybody, to who is told figures
    "activity_figures": COUNTS,
    "activities": f"organisation_id = {ORGANISATION}",  # about no person
    "organisations": "true",  # the directory: about no person, open to every member
}


def shown(view: str) -> str:
    """The rows of a view that whoever looks may see, as a condition of SQL."""
    return SHOWN[view].format(table=f"view_{view}")


def looking_as(viewer: Viewer) -> Iterator[ColumnElement[Any]]:
    """Columns which tell PostgreSQL, until the end of the transaction, who looks."""
    said = {
        "organisation": str(viewer.organisation_id),
        "member": str(viewer.member_id),
        "classes": ",".join(sorted(viewer.classes)),
        "at": str((viewer.at - EPOCH) // MICROSECOND) if viewer.at else "",
        "counts": "on" if viewer.counts else "",
    }
    for name, value in said.items():
        yield func.set_config(f"cordee.viewer_{name}", value, True)
