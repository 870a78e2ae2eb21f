"""The app package that an administrator uploads to Teams: manifest and icons in a zip."""

import io
import json
import re
import zipfile
from importlib.resources import files
from typing import Any, cast
from uuid import UUID

from bot.errors import BotError

_HOST = re.compile(r"(?!-)[a-z0-9-]+(\.[a-z0-9-]+)*(:\d+)?")
_MADE_AT = (1980, 1, 1, 0, 0, 0)
"""The same input makes the same bytes, so a package can be compared."""


class UnusablePackage(BotError):
    """App id or host can't stand in a manifest."""


def manifest(app_id: str, host: str) -> dict[str, Any]:
    """Fill the manifest in. `host` is the bot's public name, without scheme.

    Raises:
        UnusablePackage: the app id is no GUID, or the host no host.
    """
    if not _HOST.fullmatch(host):
        raise UnusablePackage(f"not a host: {host}")
    filled = cast("dict[str, Any]", json.loads(_template().replace("HOST", host)))
    filled["id"] = filled["bots"][0]["botId"] = _guid(app_id)
    return filled


def package(app_id: str, host: str) -> bytes:
    """Build the zip."""
    here = files("adapters.teams")
    contents = {
        "manifest.json": json.dumps(manifest(app_id, host), ensure_ascii=False, indent=2).encode(),
        "fr.json": (here / "manifest.fr.json").read_bytes(),
        "color.png": (here / "color.png").read_bytes(),
        "outline.png": (here / "outline.png").read_bytes(),
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(zipfile.ZipInfo(name, _MADE_AT), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _template() -> str:
    return (files("adapters.teams") / "manifest.json").read_text(encoding="utf-8")


def _guid(app_id: str) -> str:
    try:
        return str(UUID(app_id))
    except ValueError as error:
        raise UnusablePackage(f"not an app id: {app_id}") from error
