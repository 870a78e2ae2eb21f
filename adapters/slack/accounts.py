"""What an account is to a workspace, and how its owner is reached."""

from collections.abc import Mapping
from typing import Any, Literal

from bot.events import Address

Account = Mapping[str, Any]
"""An account as `users.info` and its like tell of it."""

_GUEST = ("is_restricted", "is_ultra_restricted", "is_stranger")


def kind_of(user: Account, team: str) -> Literal["member", "guest", "bot", "gone"]:
    """Say what an account is to a workspace; one of another organisation is a guest."""
    if user.get("deleted"):
        return "gone"
    if user.get("is_bot") or user.get("id") == "USLACKBOT":
        return "bot"
    foreign = bool(user.get("team_id")) and team not in _homes(user)
    return "guest" if foreign or any(user.get(mark) for mark in _GUEST) else "member"


def mail_of(user: Account) -> str | None:
    """Return the mail address, where Slack tells it."""
    return (user.get("profile") or {}).get("email") or None


def address_of(team: str, person: str) -> Address:
    """Say how somebody is reached alone."""
    return {"platform": "slack", "team": team, "user": person}


def _homes(user: Account) -> set[str]:
    """Name the workspaces, and the organisation, to which an account belongs."""
    grid = user.get("enterprise_user") or {}
    return {str(user["team_id"]), str(grid.get("enterprise_id")), *grid.get("teams", ())}
