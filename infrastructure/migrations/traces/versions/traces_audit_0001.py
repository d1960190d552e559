"""Under which mandate an auditor looked, and as which organisation."""

import sqlalchemy as sa
from alembic import op

from infrastructure.views.columns import Id

revision = "traces_audit_0001"
down_revision = "traces_0001"


def upgrade() -> None:
    for name in ("mandate_id", "seen_as"):
        op.add_column("traces", sa.Column(name, Id))
