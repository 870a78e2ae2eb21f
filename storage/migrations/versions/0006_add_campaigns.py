"""Add campaigns; what was there only gains a column, so that the release before can go on.

Revision ID: 0006
Revises: 0005
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

AT = sa.DateTime(timezone=True)
SEQ = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INVITATIONS = "kind = 'invitation' AND settled_at IS NULL"


def upgrade() -> None:
    """Add tables, and what finds people by mail and invitations by campaign."""
    _campaigns()
    _people()
    _previews()
    _roles()
    _audit()
    op.add_column("people", _text("mail_key", null=True))
    _partial("ix_people_mail_key", "people", ["mail_key"], "mail_key IS NOT NULL")
    _partial("ix_moments_invitations", "moments", ["subject_id", "key"], INVITATIONS)
    _collate("C")


def downgrade() -> None:
    _collate("default")
    op.drop_index("ix_moments_invitations", "moments")
    op.drop_index("ix_people_mail_key", "people")
    op.drop_column("people", "mail_key")
    for table in ("audit", "roles", "campaign_previews", "campaign_people", "campaigns"):
        op.drop_table(table)


def _collate(collation: str) -> None:
    """Let the ledger's keys stand in the order of their bytes, as on SQLite they always do."""
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("ledger", "key", type_=sa.Text(collation=collation))


def _partial(name: str, table: str, columns: list[str], where: str) -> None:
    condition = sa.text(where)
    op.create_index(name, table, columns, postgresql_where=condition, sqlite_where=condition)


def _text(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=null)


def _count(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _campaigns() -> None:
    op.create_table(
        "campaigns",
        sa.Column("seq", SEQ, primary_key=True),
        _text("id"),
        _text("created_by"),
        sa.Column("created_at", AT, nullable=False),
        sa.Column("ciphertext", sa.LargeBinary(), nullable=False),
        sa.Column("terms", sa.JSON(), nullable=False),
        _text("state"),
        sa.Column("sources", sa.JSON(), nullable=False),
        _text("seed"),
        _text("drawn"),
        _count("cursor"),
        sa.Column("launched_at", AT),
        sa.Column("closed_at", AT),
        sa.Column("watchers", sa.JSON(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        _count("version"),
        sa.UniqueConstraint("id", name="uq_campaigns_id"),
    )


def _people() -> None:
    op.create_table(
        "campaign_people",
        sa.Column("campaign_id", sa.Text(), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        _text("coachee_id", null=True),
        _text("mail_key", null=True),
        sa.Column("label", sa.LargeBinary()),
        _text("zone"),
        _text("team"),
        _text("site"),
        _text("problem"),
        _count("wave"),
        _text("answer"),
        sa.Column("joined", sa.Boolean(), nullable=False),
        sa.UniqueConstraint(
            "coachee_id", "campaign_id", name="uq_campaign_people_coachee_id_campaign_id"
        ),
        sa.UniqueConstraint(
            "mail_key", "campaign_id", name="uq_campaign_people_mail_key_campaign_id"
        ),
    )


def _previews() -> None:
    op.create_table(
        "campaign_previews",
        sa.Column("campaign_id", sa.Text(), primary_key=True),
        sa.Column("assumption", sa.Text(), primary_key=True),
        sa.Column("ciphertext", sa.LargeBinary(), nullable=False),
    )


def _roles() -> None:
    op.create_table(
        "roles",
        sa.Column("seq", SEQ, primary_key=True),
        _text("coachee_id"),
        _text("role"),
        _text("given_by"),
        sa.Column("at", AT, nullable=False),
        sa.UniqueConstraint("coachee_id", "role", name="uq_roles_coachee_id_role"),
    )


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("seq", SEQ, primary_key=True),
        sa.Column("at", AT, nullable=False),
        _text("by"),
        _text("act"),
        _text("subject"),
        _text("detail"),
    )
    op.create_index("ix_audit_at", "audit", ["at"])
