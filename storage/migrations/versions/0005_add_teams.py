"""Add teams with their check-ins; only adds, so that the release before can go on meanwhile.

Revision ID: 0005
Revises: 0004
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

AT = sa.DateTime(timezone=True)
SEQ = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
BY_KEY = "substr(key, 1, 14) = 'team_reminder:'"
BY_OCCURRENCE = "substr(occurrence, 1, 14) = 'team_reminder:'"
REMINDS = {"moments": BY_KEY, "outbox": f"({BY_KEY} OR {BY_OCCURRENCE})", "ledger": BY_KEY}


def upgrade() -> None:
    _teams()
    _members()
    _rounds()
    _of_a_person("team_answers", "round_id")
    _of_a_person("team_reports", "team_id")
    _blockers()
    _commitments()
    for table, where in REMINDS.items():
        _partial(f"ix_{table}_team_reminder", table, "key", where)


def downgrade() -> None:
    for table in REMINDS:
        op.drop_index(f"ix_{table}_team_reminder", table)
    for part in ("commitments", "blockers", "reports", "answers", "rounds", "members"):
        op.drop_table(f"team_{part}")
    op.drop_table("teams")


def _partial(name: str, table: str, column: str, where: str, *, unique: bool = False) -> None:
    condition = sa.text(where)
    op.create_index(
        name, table, [column], unique=unique, postgresql_where=condition, sqlite_where=condition
    )


def _text(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=null)


def _count(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _teams() -> None:
    op.create_table(
        "teams",
        sa.Column("seq", SEQ, primary_key=True),
        _text("id"),
        _text("workspace"),
        _text("place"),
        sa.Column("address", sa.JSON(), nullable=False),
        sa.Column("created_at", AT, nullable=False),
        _text("lang"),
        _text("zone"),
        _text("country"),
        _text("state"),
        _count("weekday"),
        sa.Column("at", sa.Time(), nullable=False),
        _count("weeks"),
        sa.Column("questions", sa.JSON(), nullable=False),
        _text("champion_id", null=True),
        _text("set_up_by", null=True),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        _count("rounds"),
        _count("compared"),
        _count("went"),
        _text("card_token", null=True),
        _count("version"),
        sa.Column("gone_at", AT),
        sa.UniqueConstraint("id", name="uq_teams_id"),
        sa.UniqueConstraint("workspace", "place", name="uq_teams_workspace_place"),
    )
    _partial("ix_teams_gone", "teams", "gone_at", "state = 'gone'")


def _members() -> None:
    op.create_table(
        "team_members",
        sa.Column("team_id", sa.Text(), primary_key=True),
        sa.Column("coachee_id", sa.Text(), primary_key=True),
        _count("since"),
        sa.Column("remind", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_team_members_coachee_id", "team_members", ["coachee_id"])


def _rounds() -> None:
    op.create_table(
        "team_rounds",
        sa.Column("seq", SEQ, primary_key=True),
        _text("id"),
        _text("team_id"),
        _count("number"),
        sa.Column("opened_at", AT, nullable=False),
        sa.Column("closes_at", AT, nullable=False),
        sa.Column("questions", sa.JSON(), nullable=False),
        _text("state"),
        _text("card_token", null=True),
        sa.Column("sealed", sa.LargeBinary()),
        sa.Column("lines", sa.LargeBinary()),
        sa.Column("loop", sa.LargeBinary()),
        _count("version"),
        sa.UniqueConstraint("id", name="uq_team_rounds_id"),
        sa.UniqueConstraint("team_id", "number", name="uq_team_rounds_team_id_number"),
    )
    _partial("ix_team_rounds_open", "team_rounds", "team_id", "state = 'open'", unique=True)
    _partial("ix_team_rounds_closed", "team_rounds", "closes_at", "state != 'open'")


def _of_a_person(table: str, of: str) -> None:
    """Without SQLite's own row numbers, which would tell the order."""
    op.create_table(
        table,
        sa.Column(of, sa.Text(), primary_key=True),
        sa.Column("coachee_id", sa.Text(), primary_key=True),
        sa.Column("ciphertext", sa.LargeBinary(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index(f"ix_{table}_coachee_id", table, ["coachee_id"])


def _blockers() -> None:
    op.create_table(
        "team_blockers",
        sa.Column("seq", SEQ, primary_key=True),
        _text("id"),
        _text("team_id"),
        _text("kind"),
        _count("number"),
        sa.Column("opened_on", sa.Date(), nullable=False),
        _text("state"),
        sa.Column("closed_on", sa.Date()),
        _count("version"),
        sa.UniqueConstraint("id", name="uq_team_blockers_id"),
    )
    op.create_index("ix_team_blockers_team_id", "team_blockers", ["team_id"])


def _commitments() -> None:
    op.create_table(
        "team_commitments",
        sa.Column("seq", SEQ, primary_key=True),
        _text("id"),
        _text("team_id"),
        _text("round_id"),
        sa.Column("action", sa.LargeBinary(), nullable=False),
        _text("owner_id", null=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("created_at", AT, nullable=False),
        _text("status"),
        _count("moves"),
        sa.Column("closed_on", sa.Date()),
        _text("card_token", null=True),
        _count("version"),
        sa.UniqueConstraint("id", name="uq_team_commitments_id"),
    )
    for column in ("team_id", "round_id"):
        op.create_index(f"ix_team_commitments_{column}", "team_commitments", [column])
    _partial("ix_team_commitments_owner", "team_commitments", "owner_id", "owner_id IS NOT NULL")
