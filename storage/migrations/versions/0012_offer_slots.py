"""Keep the weekly slots that the company offers first.

The release before knows nothing of the table and goes on as it did.

Revision ID: 0012
Revises: 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table; nothing is set so far."""
    op.create_table(
        "offered_slots",
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("at", sa.Time(), nullable=False),
        sa.PrimaryKeyConstraint("place", name="pk_offered_slots"),
    )


def downgrade() -> None:
    op.drop_table("offered_slots")
