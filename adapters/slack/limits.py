"""How often Slack may be called, by method and workspace.

Slack gives a number only for posts to one channel, "several hundred a minute" for a whole
workspace, and for everything else tiers: so many calls a minute at least, with short bursts.
"""

from collections.abc import Mapping
from datetime import timedelta

from bot.outbox import Verb
from bot.pace import Pace

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)

LIMITS: Mapping[Verb, Pace] = {
    "post": Pace("chat.postMessage", 8, SECOND, apart=SECOND),
    "update": Pace("chat.update", 50, MINUTE, burst=20),
    "delete": Pace("chat.delete", 50, MINUTE, burst=20),
    "home": Pace("views.publish", 100, MINUTE, burst=40),
    "profile": Pace("users.info", 100, MINUTE, burst=40),
    "roster": Pace("conversations.members", 100, MINUTE, burst=40),
    "directory": Pace("users.list", 20, MINUTE, burst=10),
}
"""`directory` also stands for methods that are allowed more; it is the slowest of them."""
