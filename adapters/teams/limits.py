"""How often Teams may be called: fifty times a second in a tenant, whatever is asked.

In one conversation the bot may post 7 times in a second, 8 in two, 60 in thirty and 1,800 in an
hour. Half a second between two posts keeps to the first three; nobody is told more than a few
things in an hour.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import get_args

from bot.outbox import Verb
from bot.pace import Pace, at_most

TENANT = at_most(50, timedelta(seconds=1))
APART = timedelta(seconds=0.5)

LIMITS: Mapping[Verb, Pace] = dict.fromkeys(get_args(Verb), TENANT) | {
    "post": replace(TENANT, apart=APART)
}
