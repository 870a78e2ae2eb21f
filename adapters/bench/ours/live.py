"""The live application of ours, as the wiring joins it, with settings of its own."""

from adapters.bench.load.clicks import SECRET
from adapters.bench.people.population import KEY
from adapters.settings import Settings


def settings(database: str, api: str) -> Settings:
    """Return settings that hold whatever the environment of this machine says."""
    unset = dict.fromkeys(
        (
            "SLACK_APP_TOKEN",
            "TEAMS_APP_ID",
            "TEAMS_APP_PASSWORD",
            "TEAMS_TENANT_ID",
            "DECLIC_PUBLIC_URL",
            "DECLIC_OWNERS",
            "DECLIC_LLM_MODEL",
        ),
        "",
    )
    names = {
        "DECLIC_DATABASE_URL": database,
        "DECLIC_SECRET_KEY": KEY,
        "SLACK_BOT_TOKEN": "xoxb-bench",
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": f"{api}/api/",
        "TEAMS_ALLOW_ANONYMOUS": "false",
    }
    return Settings(**(unset | names))  # type: ignore[arg-type] # aliases, read as from a file
