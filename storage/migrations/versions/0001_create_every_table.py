"""Create every table."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

AT = sa.DateTime(timezone=True)
JSON = sa.JSON(none_as_null=True)
SEQ = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _seen()
    _people()
    _sessions()
    _answers()
    _cards()
    _outbox()
    _words()
    _commitments()
    _outcomes()
    _moments()
    _ledger()
    _ratings()


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)


TABLES = (
    "seen",
    "people",
    "sessions",
    "answers",
    "cards",
    "outbox",
    "words",
    "commitments",
    "outcomes",
    "moments",
    "ledger",
    "ratings",
)


def _partial(name: str, table: str, columns: list[str], where: str) -> None:
    op.create_index(
        name, table, columns, postgresql_where=sa.text(where), sqlite_where=sa.text(where)
    )


def _seen() -> None:
    op.create_table(
        "seen",
        sa.Column("key", sa.LargeBinary(), primary_key=True),
        sa.Column("at", AT, nullable=False),
    )
    op.create_index("ix_seen_at", "seen", ["at"])


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("address", JSON, nullable=False),
        sa.Column("created_at", AT, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("lang_chosen", sa.Boolean(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("zone_known", sa.Boolean(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("slot_weekday", sa.Integer()),
        sa.Column("slot_at", sa.Time()),
        sa.Column("pace", sa.Text(), nullable=False),
        sa.Column("themes", JSON, nullable=False),
        sa.Column("goal_words_id", sa.Text()),
        sa.Column("obstacle", sa.Text()),
        sa.Column("paused_until", AT),
        sa.Column("stopped_at", AT),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("unanswered", sa.Integer(), nullable=False),
        sa.Column("home", sa.Boolean(), nullable=False),
        sa.Column("work_from", sa.Time(), nullable=False),
        sa.Column("work_until", sa.Time(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.UniqueConstraint("workspace", "person", name="uq_people_workspace_person"),
    )
    _partial("ix_people_goal", "people", ["goal_words_id"], "goal_words_id IS NOT NULL")
    _partial("ix_people_stopped", "people", ["stopped_at"], "stopped_at IS NOT NULL")


def _sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("seq", SEQ, primary_key=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("coachee_id", sa.Text(), nullable=False),
        sa.Column("programme_id", sa.Text(), nullable=False),
        sa.Column("programme_version", sa.Integer(), nullable=False),
        sa.Column("step_id", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("started_at", AT, nullable=False),
        sa.Column("touched_at", AT, nullable=False),
        sa.Column("passed", JSON, nullable=False),
        sa.Column("commitment_id", sa.Text()),
        sa.Column("card_token", sa.Text()),
        sa.Column("occurrence", sa.Text()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.UniqueConstraint("id", name="uq_sessions_id"),
    )
    op.create_index("ix_sessions_coachee_id", "sessions", ["coachee_id"])
    op.create_index("ix_sessions_touched_at", "sessions", ["touched_at"])
    _partial("ix_sessions_commitment", "sessions", ["commitment_id"], "commitment_id IS NOT NULL")


def _answers() -> None:
    op.create_table(
        "answers",
        sa.Column("session_id", sa.Text(), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("coachee_id", sa.Text(), nullable=False),
        sa.Column("step_id", sa.Text(), nullable=False),
        sa.Column("at", AT, nullable=False),
        sa.Column("options", JSON, nullable=False),
        sa.Column("number", sa.Integer()),
        sa.Column("day", sa.Date()),
        sa.Column("words_id", sa.Text()),
    )
    op.create_index("ix_answers_coachee_id", "answers", ["coachee_id"])
    _partial("ix_answers_words", "answers", ["words_id"], "words_id IS NOT NULL")


def _cards() -> None:
    op.create_table(
        "cards",
        sa.Column("seq", SEQ, primary_key=True),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("coachee_id", sa.Text(), nullable=False),
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("created_at", AT, nullable=False),
        sa.Column("expires_at", AT, nullable=False),
        sa.Column("args", JSON, nullable=False),
        sa.Column("session_id", sa.Text()),
        sa.Column("ref", JSON),
        sa.UniqueConstraint("token", name="uq_cards_token"),
    )
    op.create_index("ix_cards_coachee_id", "cards", ["coachee_id"])
    _partial("ix_cards_loose", "cards", ["created_at"], "session_id IS NULL")
    _partial("ix_cards_session", "cards", ["session_id"], "session_id IS NOT NULL")


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", SEQ, primary_key=True),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("coachee_id", sa.Text(), nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("address", JSON, nullable=False),
        sa.Column("created_at", AT, nullable=False),
        sa.Column("not_before", AT, nullable=False),
        sa.Column("card_token", sa.Text()),
        sa.Column("ref", JSON),
        sa.Column("occurrence", sa.Text()),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease", sa.Text(), nullable=False),
        sa.Column("leased_until", AT),
        sa.Column("settled_at", AT),
        sa.Column("outcome", sa.Text()),
        sa.UniqueConstraint("key", name="uq_outbox_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_coachee", "outbox", ["coachee_id"])
    _partial("ix_outbox_due", "outbox", ["not_before", "id"], "settled_at IS NULL")
    _partial("ix_outbox_order", "outbox", ["coachee_id", "id"], "settled_at IS NULL")
    _partial("ix_outbox_settled", "outbox", ["settled_at"], "settled_at IS NOT NULL")


def _words() -> None:
    op.create_table(
        "words",
        sa.Column("seq", SEQ, primary_key=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("coachee_id", sa.Text(), nullable=False),
        sa.Column("keeps", sa.Text(), nullable=False),
        sa.Column("ciphertext", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", AT, nullable=False),
        sa.UniqueConstraint("id", name="uq_words_id"),
    )
    op.create_index("ix_words_coachee_id", "words", ["coachee_id"])
    op.create_index("ix_words_keeps_created_at", "words", ["keeps", "created_at"])


def _commitments() -> None:
    op.create_table(
        "commitments",
        sa.Column("seq", SEQ, primary_key=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("coachee_id", sa.Text(), nullable=False),
        sa.Column("words_id", sa.Text(), nullable=False),
        sa.Column("created_at", AT, nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("first_due_on", sa.Date(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("theme_id", sa.Text()),
        sa.Column("session_id", sa.Text()),
        sa.Column("confidence", sa.Integer()),
        sa.Column("moves", sa.Integer(), nullable=False),
        sa.Column("checks_first", sa.Integer()),
        sa.Column("checks_final", sa.Integer()),
        sa.Column("closed_on", sa.Date()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.UniqueConstraint("id", name="uq_commitments_id"),
    )
    _partial("ix_commitments_closed", "commitments", ["closed_on"], "closed_on IS NOT NULL")
    op.create_index("ix_commitments_coachee_id", "commitments", ["coachee_id"])
    op.create_index("ix_commitments_words_id", "commitments", ["words_id"])


def _outcomes() -> None:
    op.create_table(
        "outcomes",
        sa.Column("seq", SEQ, primary_key=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("commitment_id", sa.Text(), nullable=False),
        sa.Column("coachee_id", sa.Text(), nullable=False),
        sa.Column("at", AT, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date()),
        sa.UniqueConstraint("id", name="uq_outcomes_id"),
    )
    op.create_index("ix_outcomes_coachee_id", "outcomes", ["coachee_id"])
    op.create_index("ix_outcomes_commitment_id", "outcomes", ["commitment_id"])


def _moments() -> None:
    op.create_table(
        "moments",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("coachee_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("due_at", AT, nullable=False),
        sa.Column("meant_at", AT, nullable=False),
        sa.Column("subject_id", sa.Text()),
        sa.Column("stage", sa.Text()),
        sa.Column("lease", sa.Text(), nullable=False),
        sa.Column("leased_until", AT),
        sa.Column("settled_at", AT),
        sa.UniqueConstraint("key", name="uq_moments_key"),
    )
    op.create_index("ix_moments_coachee_id", "moments", ["coachee_id"])
    _partial("ix_moments_due", "moments", ["due_at", "id"], "settled_at IS NULL")
    _partial("ix_moments_settled", "moments", ["settled_at"], "settled_at IS NOT NULL")


def _ledger() -> None:
    op.create_table(
        "ledger",
        sa.Column("seq", SEQ, primary_key=True),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("coachee_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("meant_at", AT, nullable=False),
        sa.Column("decided_at", AT, nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("proactive", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("key", name="uq_ledger_key"),
    )
    op.create_index("ix_ledger_coachee_id_decided_at", "ledger", ["coachee_id", "decided_at"])
    op.create_index("ix_ledger_decided_at", "ledger", ["decided_at"])


def _ratings() -> None:
    op.create_table(
        "ratings",
        sa.Column("seq", SEQ, primary_key=True),
        sa.Column("coachee_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("session_id", sa.Text(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("at", AT, nullable=False),
        sa.UniqueConstraint(
            "coachee_id", "session_id", "kind", name="uq_ratings_coachee_id_session_id_kind"
        ),
    )
    op.create_index("ix_ratings_at", "ratings", ["at"])
