"""Keep the themes that the company starred.

The release before knows nothing of the table and goes on as it did.

Revision ID: 0010
Revises: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table; nothing is starred at first."""
    op.create_table(
        "starred_themes",
        sa.Column("theme_id", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("theme_id", name="pk_starred_themes"),
    )


def downgrade() -> None:
    op.drop_table("starred_themes")
