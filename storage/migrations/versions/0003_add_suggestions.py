"""Add a person's yes to wordings by a language model.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nobody has said yes; the release before does not write it."""
    column = sa.Column("suggestions", sa.Text(), nullable=False, server_default="")
    op.add_column("people", column)


def downgrade() -> None:
    op.drop_column("people", "suggestions")
