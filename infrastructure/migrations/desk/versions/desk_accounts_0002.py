"""Failed attempts are also counted by account, wherever they come from."""

import sqlalchemy as sa
from alembic import op

revision = "desk_accounts_0002"
down_revision = "desk_chores_0001"


def upgrade() -> None:
    column = sa.Column("account_token", sa.LargeBinary, nullable=False, server_default="")
    op.add_column("sign_in_attempts", column)
    op.create_index("ix_sign_in_attempts_account_token", "sign_in_attempts", ["account_token"])
