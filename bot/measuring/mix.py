"""Which themes people work on: the share of each in the sessions that were started."""

from collections import Counter
from collections.abc import Mapping, Sequence

from bot.groups.levels import apart
from bot.measuring.estimates import share
from bot.measuring.figures import Figure
from bot.measuring.records import Record
from bot.measuring.selecting import begun
from bot.measuring.sight import Sight
from bot.visibility import GROUP_OF

OTHER = "other"
"""The themes that are not shown one by one, taken together."""


def themed(sight: Sight) -> list[Record]:
    """Return the sessions on a theme that were started in the month."""
    given = begun(sight.of("session_started"), sight.window, "session_started")
    return [one for one in given if one.theme]


def mix(sessions: Sequence[Record], seeds: Mapping[str, int]) -> dict[str, Figure]:
    """Return the share of each theme in these sessions, by size, `OTHER` last.

    Each theme and the rest have at least five people, and neither is as good as all; what falls
    short is pooled, if need be with the smallest that does not, so that nothing of it is what is
    left of the others. Empty where nothing can be told apart.

    Args:
        sessions: started ones, each once.
        seeds: by theme.
    """
    parts = _parts(sessions)
    figures = {
        part: share(
            ((one.person, float(parts[one.theme] == part)) for one in sessions),
            seeds.get(part, 0),
        )
        for part in {parts[one.theme] for one in sessions}
    }
    order = sorted(figures, key=lambda part: (part == OTHER, -(figures[part].hits or 0), part))
    return {part: figures[part] for part in order} if len(order) > 1 else {}


def alone(sessions: Sequence[Record]) -> frozenset[str]:
    """Return the themes whose share in these sessions is told one by one."""
    parts = frozenset(_parts(sessions).values())
    return parts - {OTHER} if len(parts) > 1 else frozenset()


def _parts(sessions: Sequence[Record]) -> dict[str, str]:
    """Say under which name each theme is told."""
    number = Counter(one.theme for one in sessions)
    alone = [theme for theme, _ in sorted(number.items(), key=lambda item: (-item[1], item[0]))]
    pooled = [theme for theme in alone if not _stands(sessions, {theme})]
    alone = [theme for theme in alone if theme not in pooled]
    while pooled and alone and not _stands(sessions, set(pooled)):
        pooled.append(alone.pop())
    return dict.fromkeys(pooled, OTHER) | {theme: theme for theme in alone}


def _stands(sessions: Sequence[Record], themes: set[str]) -> bool:
    """Tell whether sessions on these themes, and all others, are those of a group."""
    inside = [one.person for one in sessions if one.theme in themes]
    outside = [one.person for one in sessions if one.theme not in themes]
    few = min(len(set(inside)), len(set(outside))) < GROUP_OF
    return not few and apart((len(inside), len(outside)))
