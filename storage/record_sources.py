"""Where each kind of record is read: one or a few statements, however long the tables are."""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from bot.measuring.records import Kind, Record
from storage import recorded_commitments, recorded_figures, recorded_prompts, recorded_sessions
from storage.stretch import Stretch

Source = Callable[[Stretch], Iterator[Record]]

OF_KINDS: Sequence[tuple[AbstractSet[Kind], Source]] = (
    (
        frozenset({"session_started", "node_reached", "session_completed", "session_left"}),
        recorded_sessions.of_sessions,
    ),
    (frozenset({"prompt_sent", "message_sent"}), recorded_prompts.of_prompts),
    (frozenset({"prompt_answered"}), recorded_prompts.of_answers),
    (
        frozenset(
            {
                "commitment_created",
                "check_result",
                "commitment_due",
                "commitment_status",
                "confidence",
            }
        ),
        recorded_commitments.of_commitments,
    ),
    (
        frozenset(
            {
                "useful",
                "recommend",
                "goal_progress",
                "minutes_saved",
                "items_asked",
                "baseline_item",
                "endline_item",
                "retrospective_item",
                "behaviour_count",
            }
        ),
        recorded_figures.rated,
    ),
    (frozenset({"blocker_opened", "blocker_resolved"}), recorded_figures.slowed_teams),
)
"""What is read for which kinds; it may tell more, of other kinds and times."""
