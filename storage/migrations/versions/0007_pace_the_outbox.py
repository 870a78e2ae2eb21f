"""Let rows of the outbox wait in lanes, each with its pace.

The release before goes on meanwhile: the database works out when a row is due, and a row
without a lane only has no pace.

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

AT = sa.DateTime(timezone=True)
UNSENT = sa.text("settled_at IS NULL")
LANE = """
UPDATE outbox SET lane = coalesce({0} 'platform'{1}, '') || ':' ||
  coalesce({0} 'tenant'{1}, {0} 'tenant_id'{1}, {0} 'team'{1}, '') || ':' || verb
WHERE settled_at IS NULL
"""


def upgrade() -> None:
    """Add buckets and lanes, and indexes that pass over what is settled or leased."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    op.create_table(
        "buckets",
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("free_at", AT, nullable=False),
    )
    op.add_column("outbox", sa.Column("lane", sa.Text(), nullable=False, server_default=""))
    due = sa.Computed("coalesce(leased_until, not_before)", persisted=not sqlite)
    op.add_column("outbox", sa.Column("due_at", AT, due))
    op.execute(
        LANE.format("json_extract(address, '$.' ||", ")")
        if sqlite
        else LANE.format("(address ->>", ")")
    )
    _index("ix_outbox_due", ["lane", "due_at", "id"], unsent=True)
    _index("ix_outbox_coachee", ["coachee_id", "settled_at"])


def downgrade() -> None:
    _index("ix_outbox_due", ["not_before", "id"], unsent=True)
    _index("ix_outbox_coachee", ["coachee_id"])
    op.drop_column("outbox", "due_at")
    op.drop_column("outbox", "lane")
    op.drop_table("buckets")


def _index(name: str, columns: list[str], *, unsent: bool = False) -> None:
    """Put an index in the place of the one with its name."""
    op.drop_index(name, "outbox")
    where = UNSENT if unsent else None
    op.create_index(name, "outbox", columns, postgresql_where=where, sqlite_where=where)
