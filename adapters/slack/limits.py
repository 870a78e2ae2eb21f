"""How often Slack may be called, by method and workspace.

Slack says one post a second for a channel and "several hundred a minute" for a workspace; other
methods have tiers of so many calls a minute and more, with short bursts. What a burst was too
much for, Slack says itself, and then all processes wait.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bot.outbox import Verb
from bot.pace import Pace, at_most

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
POSTS = 8
"""In a second: 480 a minute."""

LIMITS: Mapping[Verb, Pace] = {
    "post": replace(at_most(POSTS, SECOND, "chat.postMessage"), apart=SECOND),
    "update": Pace("chat.update", MINUTE / 50, burst=30),
    "delete": Pace("chat.delete", MINUTE / 50, burst=30),
    "home": Pace("views.publish", MINUTE / 100, burst=60),
    "profile": Pace("users.info", MINUTE / 100, burst=60),
    "roster": Pace("conversations.members", MINUTE / 100, burst=60),
    "directory": Pace("users.list", MINUTE / 20, burst=10),
}
"""`directory` also stands for methods that are allowed more; it is the slowest of them."""
