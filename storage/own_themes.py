"""Whether a commitment is on a theme of the person's own choice (coaching 5.2, #28)."""

from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select

from storage.scope import Scope
from storage.tables import campaign_people, campaigns, commitments, people, sessions

CHOOSES = "choose_theme"
"""The programme in which a person picks a theme; the theme begins with its last answer."""

_THEMES = select(people.c.id, people.c.themes)
_STARRED = (
    select(campaign_people.c.coachee_id, campaigns.c.terms)
    .join(campaigns, campaigns.c.id == campaign_people.c.campaign_id)
    .where(campaign_people.c.answer == "yes", campaign_people.c.coachee_id.is_not(None))
)
_choosing = sessions.alias("choosing")
_PICKED = (
    select(sessions.c.id)
    .join(commitments, commitments.c.session_id == sessions.c.id)
    .join(
        _choosing,
        (_choosing.c.coachee_id == sessions.c.coachee_id)
        & (_choosing.c.touched_at == sessions.c.started_at),
    )
    .where(
        _choosing.c.programme_id == CHOOSES,
        _choosing.c.status == "done",
        commitments.c.created_at >= bindparam("start"),
        commitments.c.created_at < bindparam("end"),
    )
)


@dataclass(frozen=True, slots=True)
class OwnThemes:
    """Themes that people chose when they began, and sessions on a theme picked there and then.

    What a campaign proposed is on the list of whoever said yes to it: that was not their choice.
    """

    listed: Mapping[str, AbstractSet[str]]
    picked: AbstractSet[str]

    def chose(self, coachee_id: str, theme_id: str | None, session_id: str | None) -> bool:
        """Tell whether somebody chose the theme of a commitment made in a session."""
        on_list = theme_id is not None and theme_id in self.listed.get(coachee_id, ())
        return on_list or session_id in self.picked


def own_themes(scope: Scope, which: Mapping[str, datetime]) -> OwnThemes:
    """Read them, for commitments made from `start` until before `end`."""
    starred: dict[str, set[str]] = {}
    for coachee_id, terms in scope.execute(_STARRED):
        starred.setdefault(coachee_id, set()).update(_themes(terms))
    listed = {
        coachee_id: frozenset(themes) - starred.get(coachee_id, set())
        for coachee_id, themes in scope.execute(_THEMES)
    }
    return OwnThemes(listed, frozenset(scope.execute(_PICKED, which).scalars()))


def _themes(terms: Mapping[str, Collection[str]]) -> Collection[str]:
    return terms["themes"]
