"""Remember what the company changed because of figures.

The release before knows nothing of the table and goes on as it did.

Revision ID: 0011
Revises: 0010
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table; nothing was changed so far."""
    op.create_table(
        "adaptations",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("proposal", sa.Text(), nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("day", "proposal", name="pk_adaptations"),
    )


def downgrade() -> None:
    op.drop_table("adaptations")
