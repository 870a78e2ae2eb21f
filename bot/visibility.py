"""Who sees what, and for how long: one policy for the line on every question and for the purge.

Durations and readers: the table "Who sees what" in README.md.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from bot.language import Wording

Keeps = Literal[
    "session",
    "goal",
    "commitment",
    "plan",
    "learning",
    "rating",
    "settings",
    "feedback",
    "team",
    "invitation",
]
Reader = Literal["person", "partner", "groups"]
"""`partner` is whoever the person shares their plan with, and nobody else."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Who reads a kind of data, how long it stays, and how that is said."""

    readers: tuple[Reader, ...]
    kept: timedelta | None  # None: until the person changes or erases it
    line: Wording


GROUP_OF = 5
"""The smallest group whose figures anybody but the person sees."""

POLICY: dict[Keeps, Rule] = {
    "session": Rule(
        ("person",),
        timedelta(days=90),
        Wording("Only you · kept 90 days", "Vous seul · conservé 90 jours"),
    ),
    "goal": Rule(
        ("person",),
        None,
        Wording(
            "Only you · until you change or erase it",
            "Vous seul · jusqu’à ce que vous le changiez ou l’effaciez",
        ),
    ),
    "commitment": Rule(
        ("person",),
        timedelta(days=365),
        Wording(
            "Only you · kept 12 months after it is closed",
            "Vous seul · conservé 12 mois après sa clôture",
        ),
    ),
    "plan": Rule(
        ("person", "partner"),
        timedelta(days=365),
        Wording(
            "Only you, and your plan partner if you share it · kept 12 months after the plan ends",
            "Vous seul, et votre partenaire de plan si vous le partagez · conservé 12 mois après "
            "la fin du plan",
        ),
    ),
    "learning": Rule(
        ("person",),
        timedelta(days=90),
        Wording("Only you · kept 90 days", "Vous seul · conservé 90 jours"),
    ),
    "rating": Rule(
        ("person", "groups"),
        timedelta(days=395),
        Wording(
            f"You; others only as a group of {GROUP_OF} or more · kept 13 months",
            f"Vous ; les autres seulement en groupe de {GROUP_OF} ou plus · conservé 13 mois",
        ),
    ),
    "feedback": Rule(
        ("person",),
        timedelta(days=90),
        Wording("Only you · kept 90 days", "Vous seul · conservé 90 jours"),
    ),
    "settings": Rule(
        ("person",),
        None,
        Wording("Only you · change it at any time", "Vous seul · modifiable à tout moment"),
    ),
    "team": Rule(
        ("person", "groups"),
        None,
        Wording(
            f"Your team as a group, from {GROUP_OF} answers · each answer is erased at the close",
            f"Votre équipe en tant que groupe, dès {GROUP_OF} réponses · chaque réponse est "
            "effacée à la clôture",
        ),
    ),
    "invitation": Rule(
        ("person", "groups"),
        timedelta(days=395),
        Wording(
            f"Your answer: only you; others as a group of {GROUP_OF} or more · kept 13 months",
            f"Votre réponse : vous seul ; les autres en groupe de {GROUP_OF} ou plus · conservée "
            "13 mois",
        ),
    ),
}

NOTHING_ASKED = Wording("Only you see this", "Vous seul voyez ceci")

STOPPED_KEPT = timedelta(days=30)
"""After `stop`, everything of the person goes after this time."""

INVITED_KEPT = timedelta(days=30)
"""Somebody who never answered an invitation and was never anything else goes this long after the
last campaign that invited them; coaching 6.2, leavers."""

TRACES_KEPT = timedelta(days=395)
"""Events, ratings, ledger: 13 months."""

DRAFTS_KEPT = timedelta(days=90)
"""Drafts of campaigns that nobody launched, with the lists of people in them."""

PLUMBING_KEPT = timedelta(days=7)
"""Event keys and settled rows: longer than any platform redelivers."""


def line(keeps: Keeps | None) -> Wording:
    """Return the line that stands on a question of this kind."""
    return POLICY[keeps].line if keeps else NOTHING_ASKED
