"""Shares of parts of something whose own share is told as well."""

from collections.abc import Mapping, Sequence

from bot.groups.levels import apart
from bot.measuring.estimates import Row
from bot.visibility import GROUP_OF


def told_apart(
    parts: Mapping[str, Sequence[Row]], rest: Sequence[Row] = ()
) -> Mapping[str, Sequence[Row]]:
    """Return the parts whose shares may be told beside that of the whole.

    Rows are of a person, and 1 or 0. A part is told only if five people have a 1 in it and five
    a 0; and what is left of the whole beside all that are told is nothing, or stands in the same
    way. Parts that stand are given up for it, the smallest first.

    Args:
        parts: by name.
        rest: rows of the whole that are in no part.
    """
    told = sorted(parts, key=lambda part: (not stands(parts[part]), -len(parts[part]), part))
    left = list(rest)
    while told and (not stands(parts[told[-1]]) or (left and not stands(left))):
        left += parts[told.pop()]
    return {part: parts[part] for part in told}


def stands(rows: Sequence[Row]) -> bool:
    """Tell whether those with a 1, and those with a 0, are each a group."""
    ones = [person for person, worth in rows if worth]
    others = [person for person, worth in rows if not worth]
    few = min(len(set(ones)), len(set(others))) < GROUP_OF
    return not few and apart((len(ones), len(others)))
