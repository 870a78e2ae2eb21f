"""Keep what the records of what happened need and nothing else tells.

The release before goes on meanwhile: it fills none of it.

Revision ID: 0008
Revises: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

AT = sa.DateTime(timezone=True)
SEQ = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the table of records, what asked a session, and when it was answered."""
    op.create_table(
        "records",
        sa.Column("seq", SEQ, primary_key=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("at", AT, nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
    )
    op.create_index("ix_records_at", "records", ["at"])
    op.create_index("ix_records_person", "records", ["person"])
    op.create_index("ix_outcomes_at", "outcomes", ["at"])
    op.add_column("sessions", sa.Column("prompts", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("sessions", sa.Column("answered", sa.JSON()))


def downgrade() -> None:
    op.drop_column("sessions", "answered")
    op.drop_column("sessions", "prompts")
    op.drop_index("ix_outcomes_at", "outcomes")
    op.drop_table("records")
