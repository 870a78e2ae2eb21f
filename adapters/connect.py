"""What an administrator uploads to connect a platform."""

from importlib.resources import files
from pathlib import Path

from adapters.teams.package import package


def slack_manifest(host: str) -> str:
    """Return the Slack app manifest for a public host name."""
    template = files("adapters.slack").joinpath("manifest.yaml").read_text(encoding="utf-8")
    return template.replace("HOST", host)


def teams_package(app_id: str, host: str, to: Path) -> Path:
    """Write the Teams app package for a bot registration and a public host name."""
    to.write_bytes(package(app_id, host))
    return to
