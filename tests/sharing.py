"""Which tests go to one process: those of files that build much once, or use one thing alone.

pytest-xdist's own marks of groups have no effect with pytest 9.2, which gives tests no other name
any more.
"""

from collections.abc import Mapping
from typing import Literal

from xdist.scheduler.loadscope import LoadScopeScheduling

Group = Literal["browser", "agents", "transcripts", "crawl", "demo", "privacy"]

GROUPS: Mapping[str, Group] = {
    "test_agents_playground_journey": "agents",
    "test_audience_page": "browser",
    "test_crawl": "crawl",
    "test_dashboard_fit": "browser",
    "test_dashboard_look": "browser",
    "test_dashboard_pictures": "browser",
    "test_demo": "demo",
    "test_page_journey": "browser",
    "test_playground_page": "browser",
    "test_privacy": "privacy",
    "test_team_page_look": "browser",
    "test_teams_playground": "agents",
    "test_transcripts": "transcripts",
}
"""Files by name. One browser and one of Microsoft's clients at a time are enough for two cores."""


class Sharing(LoadScopeScheduling):
    """Gives out groups first, then all other tests one by one."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition(".py::")[0].rpartition("/")[2]
        return GROUPS.get(file, nodeid)
