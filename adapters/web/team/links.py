"""Links to a team's page: each is one person's, for one team, for a quarter of an hour."""

from dataclasses import dataclass
from datetime import datetime

import orjson

from adapters.web.links import SignedLinks
from bot.language import Lang

PATH = "team-results"

LIVES = 15 * 60
"""Seconds a link works."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who a link was made for, the team it is about, and the language they spoke then."""

    coachee_id: str
    team_id: str
    lang: Lang


class TeamLinks:
    """Makes and reads the links. They are encrypted: nothing can be read from one."""

    def __init__(self, keys: str, base_url: str) -> None:
        self._links = SignedLinks(keys, base_url, PATH, lives=LIVES)

    def address(self, coachee_id: str, team_id: str, lang: Lang, now: datetime) -> str | None:
        """Return a link for one person and one team; None without a public address."""
        return self._links.address(orjson.dumps([coachee_id, team_id, lang]), now)

    def reader(self, token: str, now: datetime) -> Reader | None:
        """Return who a link was made for; None if it is forged or too old."""
        content = self._links.content(token, now)
        return None if content is None else Reader(*orjson.loads(content))
