"""How many people asked for less, or stopped: private choices, told as ranges at most.

The ruling on what HR sees: such a number is banded, and shown only if it and its complement are
at least five. No range is narrower than five, so that neither two groups nor two indicators can
be subtracted to fewer.
"""

from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from bot.groups.release import visible
from bot.groups.shown import Shown, count
from bot.measuring.company import TOP, Company
from bot.measuring.fatigue import fatigue, opt_out
from bot.measuring.figures import Figure
from bot.measuring.population import four_weeks
from bot.measuring.sight import Sight


def asked_for_less(sights: Mapping[str, Sight], company: Company) -> dict[str, dict[str, Shown]]:
    """Return `fatigue` and `opt_out` of each group (coaching 5.2, #22 and #24).

    Fatigue: who slowed down, paused or stopped in the last four weeks of the month, of those
    active at their start. Opt-out: who stopped in the month, of those active at its start.
    """
    there = sights[TOP].people
    lately, active = (_visible(company, some) for some in (there.lately, there.active))
    return {
        "fatigue": {group: _count(_tired(one), group in lately) for group, one in sights.items()},
        "opt_out": {group: _count(_stopped(one), group in active) for group, one in sights.items()},
    }


def _visible(company: Company, some: AbstractSet[str]) -> frozenset[str]:
    return visible(company.tree, Counter(company.placed(some).values()))


def _count(figure: Figure, may: bool) -> Shown:
    k, n = (int(figure.hits or 0), figure.rows) if may else (0, 0)
    return count(k, n, private=True)


def _tired(sight: Sight) -> Figure:
    asked = sight.of("slowed", "paused", "stopped")
    return fatigue(asked, four_weeks(sight.month), sight.people.lately)


def _stopped(sight: Sight) -> Figure:
    return opt_out(sight.of("stopped"), sight.window, sight.people.active)
