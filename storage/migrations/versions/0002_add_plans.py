"""Add action plans; only adds, so that the release before can go on meanwhile."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

AT = sa.DateTime(timezone=True)
SEQ = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("sessions", sa.Column("objective_id", sa.Text()))
    op.add_column("commitments", sa.Column("objective_id", sa.Text()))
    _plans()
    _plan_versions()
    _measures()


def downgrade() -> None:
    for table in ("measures", "plan_versions", "plans"):
        op.drop_table(table)
    for table in ("commitments", "sessions"):
        op.drop_column(table, "objective_id")


def _partial(
    name: str, table: str, columns: list[str], where: str, *, unique: bool = False
) -> None:
    condition = sa.text(where)
    op.create_index(
        name, table, columns, unique=unique, postgresql_where=condition, sqlite_where=condition
    )


def _plans() -> None:
    op.create_table(
        "plans",
        sa.Column("seq", SEQ, primary_key=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("coachee_id", sa.Text(), nullable=False),
        sa.Column("created_at", AT, nullable=False),
        sa.Column("partner_id", sa.Text()),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("agreed", sa.Integer(), nullable=False),
        sa.Column("invite", sa.Text()),
        sa.Column("invite_until", AT),
        sa.Column("ended_at", AT),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.UniqueConstraint("id", name="uq_plans_id"),
    )
    op.create_index("ix_plans_coachee_id", "plans", ["coachee_id"])
    _partial("ix_plans_open", "plans", ["coachee_id"], "ended_at IS NULL", unique=True)
    _partial("ix_plans_partner", "plans", ["partner_id"], "partner_id IS NOT NULL")
    _partial("ix_plans_invite", "plans", ["invite"], "invite IS NOT NULL")
    _partial("ix_plans_ended", "plans", ["ended_at"], "ended_at IS NOT NULL")


def _plan_versions() -> None:
    op.create_table(
        "plan_versions",
        sa.Column("seq", SEQ, primary_key=True),
        sa.Column("plan_id", sa.Text(), nullable=False),
        sa.Column("coachee_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("words_id", sa.Text(), nullable=False),
        sa.Column("at", AT, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("agreed_at", AT),
        sa.UniqueConstraint("plan_id", "number", name="uq_plan_versions_plan_id_number"),
    )
    op.create_index("ix_plan_versions_coachee_id", "plan_versions", ["coachee_id"])
    op.create_index("ix_plan_versions_words_id", "plan_versions", ["words_id"])


def _measures() -> None:
    op.create_table(
        "measures",
        sa.Column("seq", SEQ, primary_key=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("plan_id", sa.Text(), nullable=False),
        sa.Column("coachee_id", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("at", AT, nullable=False),
        sa.UniqueConstraint("id", name="uq_measures_id"),
    )
    op.create_index("ix_measures_coachee_id", "measures", ["coachee_id"])
    op.create_index("ix_measures_plan_id", "measures", ["plan_id"])
