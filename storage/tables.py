"""Every table. What belongs to a person has `coachee_id`, so that erasing can find it."""

from collections.abc import Sequence as Several
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Computed,
    Date,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TextClause,
    Time,
    UniqueConstraint,
    text,
)

from storage.types import Json, Plain, Sequence, UtcDateTime

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

WITHOUT_OWNER = {
    "seen": "holds only hashes of the platforms' event keys, purged after some days",
    "teams": "a channel; `erase` takes the person out as its champion and as who set it up",
    "team_rounds": "group figures, and lines that no longer have an author",
    "team_blockers": "types that at least three people named",
    "team_commitments": "what the team agreed on; `erase` takes the person out as its owner",
    "campaigns": "what is offered; `erase` takes the person out as maker, watcher and named one",
    "campaign_previews": "made of what is public about groups, with made-up people",
    "buckets": "when a platform may be called again, by workspace",
    "starred_themes": "what the company chose for its goals",
    "offered_slots": "what the company offers everybody first",
    "adaptations": "what the company changed because of figures of its own; it knows nobody",
    "audit": "what HR did; `erase` writes `erased` where the person stood",
    "records": "pseudonyms of people; `erase` finds theirs by the keys",
    "closings": "names of groups, as HR gave them",
    "figures": "what may be told of groups; it stays as it was published",
    "waves": "groups by position in `wave_people`",
    "wave_people": "pseudonyms of people; who is erased gets one that nothing leads to",
}
"""Tables without `coachee_id`, each with the reason why `erase` has nothing to do there."""


def owned() -> Several[Table]:
    """Return every table with rows of a person; `people` itself comes last."""
    tables = [table for table in metadata.tables.values() if "coachee_id" in table.c]
    return [*tables, people]


def _where(condition: ColumnElement[bool] | TextClause) -> dict[str, Any]:
    return {"postgresql_where": condition, "sqlite_where": condition}


def _text(name: str, *, null: bool = False, unique: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null, unique=unique or None)


def _at(name: str, *, null: bool = False) -> Column[Any]:
    return Column(name, UtcDateTime, nullable=null)


def _count(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=null)


def _seq() -> Column[int]:
    """Return the order in which rows came; it decides between rows of the same instant."""
    return Column("seq", Sequence, primary_key=True)


seen = Table(
    "seen",
    metadata,
    Column("key", LargeBinary, primary_key=True),
    _at("at"),
    Index(None, "at"),
)

people = Table(
    "people",
    metadata,
    Column("id", Text, primary_key=True),
    _text("workspace"),
    _text("person"),
    Column("address", Json, nullable=False),
    _at("created_at"),
    _text("state"),
    _text("lang"),
    Column("lang_chosen", Boolean, nullable=False),
    _text("zone"),
    Column("zone_known", Boolean, nullable=False),
    _text("country"),
    _count("slot_weekday", null=True),
    Column("slot_at", Time),
    _text("pace"),
    Column("themes", Json, nullable=False),
    _text("goal_words_id", null=True),
    _text("obstacle", null=True),
    _at("paused_until", null=True),
    _at("stopped_at", null=True),
    Column("reachable", Boolean, nullable=False),
    _count("unanswered"),
    Column("home", Boolean, nullable=False),
    Column("suggestions", Text, nullable=False, server_default=""),
    Column("silences", Integer, nullable=False, server_default="0"),
    Column("work_from", Time, nullable=False),
    Column("work_until", Time, nullable=False),
    _count("version"),
    _text("mail_key", null=True),
    UniqueConstraint("workspace", "person"),
)
Index("ix_people_mail_key", people.c.mail_key, **_where(people.c.mail_key.is_not(None)))
Index("ix_people_stopped", people.c.stopped_at, **_where(people.c.stopped_at.is_not(None)))
Index("ix_people_goal", people.c.goal_words_id, **_where(people.c.goal_words_id.is_not(None)))

sessions = Table(
    "sessions",
    metadata,
    _seq(),
    _text("id", unique=True),
    _text("coachee_id"),
    _text("programme_id"),
    _count("programme_version"),
    _text("step_id"),
    _text("status"),
    _at("started_at"),
    _at("touched_at"),
    Column("passed", Json, nullable=False),
    _text("commitment_id", null=True),
    _text("card_token", null=True),
    _text("occurrence", null=True),
    _count("version"),
    _text("objective_id", null=True),
    Column("prompts", Json, nullable=False, server_default="[]"),
    Column("answered", Json),  # when answers came that are gone since; null while they are there
    Index(None, "coachee_id"),
    Index(None, "touched_at"),
)
Index(
    "ix_sessions_commitment",
    sessions.c.commitment_id,
    **_where(sessions.c.commitment_id.is_not(None)),
)

answers = Table(
    "answers",
    metadata,
    Column("session_id", Text, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _text("coachee_id"),
    _text("step_id"),
    _at("at"),
    Column("options", Json, nullable=False),
    _count("number", null=True),
    Column("day", Date),
    _text("words_id", null=True),
    Index(None, "coachee_id"),
)
Index("ix_answers_words", answers.c.words_id, **_where(answers.c.words_id.is_not(None)))

cards = Table(
    "cards",
    metadata,
    _seq(),
    _text("token", unique=True),
    _text("coachee_id"),
    _text("template"),
    _at("created_at"),
    _at("expires_at"),
    Column("args", Json, nullable=False),
    _text("session_id", null=True),
    Column("ref", Json),
    Index(None, "coachee_id"),
)
Index("ix_cards_session", cards.c.session_id, **_where(cards.c.session_id.is_not(None)))
Index("ix_cards_loose", cards.c.created_at, **_where(cards.c.session_id.is_(None)))

outbox = Table(
    "outbox",
    metadata,
    Column("id", Sequence, primary_key=True),
    _text("key", unique=True),
    _text("coachee_id"),
    _text("verb"),
    Column("address", Json, nullable=False),
    _at("created_at"),
    _at("not_before"),
    _text("card_token", null=True),
    Column("ref", Json),
    _text("occurrence", null=True),
    _count("attempts"),
    _text("lease"),
    _at("leased_until", null=True),
    _at("settled_at", null=True),
    _text("outcome", null=True),
    Column("lane", Text, nullable=False, server_default=""),
    Column("due_at", UtcDateTime, Computed("coalesce(leased_until, not_before)", persisted=True)),
    # A number is never given twice: it decides the order, and a lost lease must not hit
    # another row.
    sqlite_autoincrement=True,
)
_unsent = _where(outbox.c.settled_at.is_(None))
Index("ix_outbox_order", outbox.c.coachee_id, outbox.c.id, **_unsent)
Index("ix_outbox_due", outbox.c.lane, outbox.c.due_at, outbox.c.id, **_unsent)
Index("ix_outbox_settled", outbox.c.settled_at, **_where(outbox.c.settled_at.is_not(None)))
Index("ix_outbox_coachee", outbox.c.coachee_id, outbox.c.settled_at)

buckets = Table(
    "buckets",
    metadata,
    Column("name", Text, primary_key=True),
    _at("free_at"),
)

words = Table(
    "words",
    metadata,
    _seq(),
    _text("id", unique=True),
    _text("coachee_id"),
    _text("keeps"),
    Column("ciphertext", LargeBinary, nullable=False),
    _at("created_at"),
    Index(None, "coachee_id"),
    Index(None, "keeps", "created_at"),
)

commitments = Table(
    "commitments",
    metadata,
    _seq(),
    _text("id", unique=True),
    _text("coachee_id"),
    _text("words_id"),
    _at("created_at"),
    Column("due_on", Date, nullable=False),
    Column("first_due_on", Date, nullable=False),
    _text("status"),
    _text("theme_id", null=True),
    _text("session_id", null=True),
    _count("confidence", null=True),
    _count("moves"),
    _count("checks_first", null=True),
    _count("checks_final", null=True),
    Column("closed_on", Date),
    _count("version"),
    _text("objective_id", null=True),
    Index(None, "coachee_id"),
    Index(None, "words_id"),
)
Index(
    "ix_commitments_closed",
    commitments.c.closed_on,
    **_where(commitments.c.closed_on.is_not(None)),
)

outcomes = Table(
    "outcomes",
    metadata,
    _seq(),
    _text("id", unique=True),
    _text("commitment_id"),
    _text("coachee_id"),
    _at("at"),
    _text("kind"),
    _text("reason"),
    Column("due_on", Date),
    Index(None, "coachee_id"),
    Index(None, "commitment_id"),
    Index(None, "at"),
)

plans = Table(
    "plans",
    metadata,
    _seq(),
    _text("id", unique=True),
    _text("coachee_id"),
    _at("created_at"),
    _text("partner_id", null=True),
    Column("shared", Boolean, nullable=False),
    _count("number"),
    _count("agreed"),
    _text("invite", null=True),
    _at("invite_until", null=True),
    _at("ended_at", null=True),
    _count("version"),
    Index(None, "coachee_id"),
)
Index("ix_plans_open", plans.c.coachee_id, unique=True, **_where(plans.c.ended_at.is_(None)))
Index("ix_plans_partner", plans.c.partner_id, **_where(plans.c.partner_id.is_not(None)))
Index("ix_plans_invite", plans.c.invite, **_where(plans.c.invite.is_not(None)))
Index("ix_plans_ended", plans.c.ended_at, **_where(plans.c.ended_at.is_not(None)))

plan_versions = Table(
    "plan_versions",
    metadata,
    _seq(),
    _text("plan_id"),
    _text("coachee_id"),
    _count("number"),
    _text("author"),
    _text("words_id"),
    _at("at"),
    _text("status"),
    _at("agreed_at", null=True),
    UniqueConstraint("plan_id", "number"),
    Index(None, "coachee_id"),
    Index(None, "words_id"),
)

measures = Table(
    "measures",
    metadata,
    _seq(),
    _text("id", unique=True),
    _text("plan_id"),
    _text("coachee_id"),
    _text("subject_id"),
    _text("kind"),
    Column("value", Float, nullable=False),
    _at("at"),
    Index(None, "coachee_id"),
    Index(None, "plan_id"),
)

moments = Table(
    "moments",
    metadata,
    Column("id", Text, primary_key=True),
    _text("key", unique=True),
    _text("coachee_id"),
    _text("kind"),
    _at("due_at"),
    _at("meant_at"),
    _text("subject_id", null=True),
    _text("stage", null=True),
    _text("lease"),
    _at("leased_until", null=True),
    _at("settled_at", null=True),
    Index(None, "coachee_id"),
)
Index("ix_moments_due", moments.c.due_at, moments.c.id, **_where(moments.c.settled_at.is_(None)))
Index(
    "ix_moments_invitations",
    moments.c.subject_id,
    moments.c.key,
    **_where(text("kind = 'invitation' AND settled_at IS NULL")),
)
Index("ix_moments_settled", moments.c.settled_at, **_where(moments.c.settled_at.is_not(None)))

ledger = Table(
    "ledger",
    metadata,
    _seq(),
    Column("key", Plain, nullable=False, unique=True),
    _text("coachee_id"),
    _text("kind"),
    _at("meant_at"),
    _at("decided_at"),
    _text("outcome"),
    _text("reason"),
    Column("proactive", Boolean, nullable=False),
    Index(None, "coachee_id", "decided_at"),
    Index(None, "decided_at"),
)

ratings = Table(
    "ratings",
    metadata,
    _seq(),
    _text("coachee_id"),
    _text("kind"),
    _text("session_id"),
    _count("value"),
    _at("at"),
    UniqueConstraint("coachee_id", "session_id", "kind"),
    Index(None, "at"),
)

records = Table(
    "records",
    metadata,
    _seq(),
    _text("kind"),
    _text("person"),
    _at("at"),
    _text("detail"),
    Index(None, "at"),
    Index(None, "person"),
)

teams = Table(
    "teams",
    metadata,
    _seq(),
    _text("id", unique=True),
    _text("workspace"),
    _text("place"),
    Column("address", Json, nullable=False),
    _at("created_at"),
    _text("lang"),
    _text("zone"),
    _text("country"),
    _text("state"),
    _count("weekday"),
    Column("at", Time, nullable=False),
    _count("weeks"),
    Column("questions", Json, nullable=False),
    _text("champion_id", null=True),
    _text("set_up_by", null=True),
    Column("public", Boolean, nullable=False),
    Column("whole", Boolean, nullable=False),
    _count("rounds"),
    _count("compared"),
    _count("went"),
    _text("card_token", null=True),
    _count("version"),
    _at("gone_at", null=True),  # when the purge first met it gone; every change clears it
    UniqueConstraint("workspace", "place"),
)
Index("ix_teams_gone", teams.c.gone_at, **_where(teams.c.state == "gone"))

team_members = Table(
    "team_members",
    metadata,
    Column("team_id", Text, primary_key=True),
    Column("coachee_id", Text, primary_key=True),
    _count("since"),
    Column("remind", Boolean, nullable=False),
    Index(None, "coachee_id"),
)

team_rounds = Table(
    "team_rounds",
    metadata,
    _seq(),
    _text("id", unique=True),
    _text("team_id"),
    _count("number"),
    _at("opened_at"),
    _at("closes_at"),
    Column("questions", Json, nullable=False),
    _text("state"),
    _text("card_token", null=True),
    Column("sealed", LargeBinary),
    Column("lines", LargeBinary),
    Column("loop", LargeBinary),
    _count("version"),
    UniqueConstraint("team_id", "number"),
)
Index(
    "ix_team_rounds_open",
    team_rounds.c.team_id,
    unique=True,
    **_where(team_rounds.c.state == "open"),
)
Index("ix_team_rounds_closed", team_rounds.c.closes_at, **_where(team_rounds.c.state != "open"))

# While a round is open, and in no order: not even SQLite's own row numbers tell who came first.
team_answers = Table(
    "team_answers",
    metadata,
    Column("round_id", Text, primary_key=True),
    Column("coachee_id", Text, primary_key=True),
    Column("ciphertext", LargeBinary, nullable=False),
    Index(None, "coachee_id"),
    sqlite_with_rowid=False,
)

team_reports = Table(
    "team_reports",
    metadata,
    Column("team_id", Text, primary_key=True),
    Column("coachee_id", Text, primary_key=True),
    Column("ciphertext", LargeBinary, nullable=False),
    Index(None, "coachee_id"),
    sqlite_with_rowid=False,
)

team_blockers = Table(
    "team_blockers",
    metadata,
    _seq(),
    _text("id", unique=True),
    _text("team_id"),
    _text("kind"),
    _count("number"),
    Column("opened_on", Date, nullable=False),
    _text("state"),
    Column("closed_on", Date),
    _count("version"),
    Index(None, "team_id"),
)

team_commitments = Table(
    "team_commitments",
    metadata,
    _seq(),
    _text("id", unique=True),
    _text("team_id"),
    _text("round_id"),
    Column("action", LargeBinary, nullable=False),
    _text("owner_id", null=True),
    Column("due_on", Date, nullable=False),
    _at("created_at"),
    _text("status"),
    _count("moves"),
    Column("closed_on", Date),
    _text("card_token", null=True),
    _count("version"),
    Index(None, "team_id"),
    Index(None, "round_id"),
)
Index(
    "ix_team_commitments_owner",
    team_commitments.c.owner_id,
    **_where(team_commitments.c.owner_id.is_not(None)),
)

campaigns = Table(
    "campaigns",
    metadata,
    _seq(),
    _text("id", unique=True),
    _text("created_by"),
    _at("created_at"),
    Column("ciphertext", LargeBinary, nullable=False),  # the name, and what HR says to people
    Column("terms", Json, nullable=False),
    _text("state"),
    Column("sources", Json, nullable=False),
    _text("seed"),
    _text("drawn"),
    _count("cursor"),
    _at("launched_at", null=True),
    _at("closed_at", null=True),
    Column("watchers", Json, nullable=False),
    Column("figures", Json, nullable=False),
    _count("version"),
)

campaign_people = Table(
    "campaign_people",
    metadata,
    Column("campaign_id", Text, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _text("coachee_id", null=True),
    _text("mail_key", null=True),
    Column("label", LargeBinary),  # the mail address that HR gave
    _text("zone"),
    _text("team"),
    _text("site"),
    _text("problem"),
    _count("wave"),
    _text("answer"),
    Column("joined", Boolean, nullable=False),
    UniqueConstraint("coachee_id", "campaign_id"),
    UniqueConstraint("mail_key", "campaign_id"),
)

campaign_previews = Table(
    "campaign_previews",
    metadata,
    Column("campaign_id", Text, primary_key=True),
    Column("assumption", Text, primary_key=True),
    Column("ciphertext", LargeBinary, nullable=False),
)

roles = Table(
    "roles",
    metadata,
    _seq(),
    _text("coachee_id"),
    _text("role"),
    _text("given_by"),
    _at("at"),
    UniqueConstraint("coachee_id", "role"),
)

starred_themes = Table(
    "starred_themes",
    metadata,
    Column("theme_id", Text, primary_key=True),
    _count("place"),
)

offered_slots = Table(
    "offered_slots",
    metadata,
    Column("place", Integer, primary_key=True, autoincrement=False),
    _count("weekday"),
    Column("at", Time, nullable=False),
)

adaptations = Table(
    "adaptations",
    metadata,
    Column("day", Date, primary_key=True),
    Column("proposal", Text, primary_key=True),
    _text("month"),  # whose figures these are
    Column("figures", Json, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    _seq(),
    _at("at"),
    _text("by"),
    _text("act"),
    _text("subject"),
    _text("detail"),
    Index(None, "at"),
)

placements = Table(
    "placements",
    metadata,
    Column("coachee_id", Text, primary_key=True),
    Column("ciphertext", LargeBinary, nullable=False),  # the groups a person is in
)

closings = Table(
    "closings",
    metadata,
    Column("month", Text, primary_key=True),
    Column("ciphertext", LargeBinary, nullable=False),  # the names of the groups, in order
    Column("themes", Json, nullable=False),
)

figures = Table(
    "figures",
    metadata,
    Column("month", Text, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),  # of the group
    Column("indicator", Text, primary_key=True),
    Column("shown", Json, nullable=False),
    Column("change", Json),
)

waves = Table(
    "waves",
    metadata,
    Column("month", Text, primary_key=True),
    Column("series", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    _text("name"),
    Column("ciphertext", LargeBinary, nullable=False),  # the group of each of `wave_people`
)

wave_people = Table(
    "wave_people",
    metadata,
    Column("month", Text, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _text("person"),
    Index(None, "person"),
)

_BY_KEY = "substr(key, 1, 14) = 'team_reminder:'"
_BY_OCCURRENCE = "substr(occurrence, 1, 14) = 'team_reminder:'"
REMINDS = {
    moments: text(_BY_KEY),
    outbox: text(f"({_BY_KEY} OR {_BY_OCCURRENCE})"),
    ledger: text(_BY_KEY),
}
"""Rows of private reminders, as the indexes that find them without reading the whole table say."""
for _table, _reminds in REMINDS.items():
    Index(f"ix_{_table.name}_team_reminder", _table.c.key, **_where(_reminds))

ENCRYPTED = (
    words.c.ciphertext,
    team_answers.c.ciphertext,
    team_reports.c.ciphertext,
    team_rounds.c.sealed,
    team_rounds.c.lines,
    team_rounds.c.loop,
    team_commitments.c.action,
    campaigns.c.ciphertext,
    campaign_people.c.label,
    campaign_previews.c.ciphertext,
    placements.c.ciphertext,
    closings.c.ciphertext,
    waves.c.ciphertext,
)
"""Every column that only the key opens."""
