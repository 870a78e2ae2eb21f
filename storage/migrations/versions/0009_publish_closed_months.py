"""Add what is published of closed months, who was behind it, and where people are.

Revision ID: 0009
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add tables; nothing that was there changes."""
    op.create_table(
        "placements",
        sa.Column("coachee_id", sa.Text(), primary_key=True),
        sa.Column("ciphertext", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "closings",
        sa.Column("month", sa.Text(), primary_key=True),
        sa.Column("ciphertext", sa.LargeBinary(), nullable=False),
        sa.Column("themes", sa.JSON(), nullable=False),
    )
    op.create_table(
        "figures",
        sa.Column("month", sa.Text(), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("indicator", sa.Text(), primary_key=True),
        sa.Column("shown", sa.JSON(), nullable=False),
        sa.Column("change", sa.JSON()),
    )
    op.create_table(
        "waves",
        sa.Column("month", sa.Text(), primary_key=True),
        sa.Column("series", sa.Text(), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("ciphertext", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "wave_people",
        sa.Column("month", sa.Text(), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("person", sa.Text(), nullable=False),
    )
    op.create_index("ix_wave_people_person", "wave_people", ["person"])


def downgrade() -> None:
    for table in ("wave_people", "waves", "figures", "closings", "placements"):
        op.drop_table(table)
