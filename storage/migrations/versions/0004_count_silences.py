"""Count messages in a row without an answer, whatever the pace.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nobody is silent yet; the release before does not count it."""
    op.add_column("people", sa.Column("silences", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    op.drop_column("people", "silences")
