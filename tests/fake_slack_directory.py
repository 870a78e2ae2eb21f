"""The directory of the fake Slack: accounts, mail addresses and user groups, in pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

MOST = 999
"""In one page, as Slack has it."""

Answered = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Group:
    """A user group."""

    id: str
    handle: str
    members: tuple[str, ...]


class FakeDirectory:
    """Accounts and user groups of one workspace."""

    def __init__(self, team: str) -> None:
        self.team = team
        self.users: dict[str, dict[str, Any]] = {}
        self.groups: dict[str, Group] = {}

    # What a test sets up

    def user(self, user: str, **profile: object) -> None:
        """Have an account, or change it without telling: `is_bot`, `is_restricted` and so on."""
        known = {
            "id": user,
            "team_id": self.team,
            "name": user.lower(),
            "tz": "Europe/Paris",
            "locale": "fr-FR",
            "profile": {},
        }
        self.users[user] = self.users.get(user, known) | profile

    def mail(self, user: str, address: str) -> None:
        """Give somebody a mail address."""
        self.user(user, profile={"email": address})

    def group(self, group: str, *members: str, handle: str = "managers") -> None:
        """Have a user group."""
        self.groups[group] = Group(group, handle, members)

    # What the Web API says of them

    def user_info(self, body: Mapping[str, Any]) -> Answered:
        """Answer `users.info`."""
        user = self.users.get(str(body["user"]))
        return {"ok": True, "user": _told(user, body)} if user else _no("user_not_found")

    def user_list(self, body: Mapping[str, Any]) -> Answered:
        """Answer one page of `users.list`; closed accounts and bots are in it."""
        if "limit" not in body:
            return _no("limit_required")
        page = page_of(body, "members", list(self.users.values()))
        return page | {"members": [_told(user, body) for user in page.get("members", ())]}

    def user_with_mail(self, body: Mapping[str, Any]) -> Answered:
        """Answer `users.lookupByEmail`: whatever the case, no closed account, and no locale."""
        wanted = str(body["email"]).casefold()
        for user in self.users.values():
            mail = str(user.get("profile", {}).get("email", ""))
            if mail.casefold() == wanted and not user.get("deleted"):
                return {"ok": True, "user": _told(user, {})}
        return _no("users_not_found")

    def group_users(self, body: Mapping[str, Any]) -> Answered:
        """Answer `usergroups.users.list`, which has no pages."""
        group = self.groups.get(str(body["usergroup"]))
        return {"ok": True, "users": list(group.members)} if group else _no("no_such_subteam")


def page_of(body: Mapping[str, Any], name: str, whole: Sequence[object]) -> Answered:
    """Cut one page out of a list; the cursor says what only Slack can read."""
    limit, cursor = int(body.get("limit", 100)), str(body.get("cursor") or "")
    if not 0 < limit <= MOST:
        return _no("invalid_limit")
    if cursor and not cursor.startswith("after:"):
        return _no("invalid_cursor")
    start = int(cursor.removeprefix("after:") or 0)
    end = start + limit
    following = f"after:{end}" if end < len(whole) else ""
    page = {name: whole[start:end], "response_metadata": {"next_cursor": following}}
    return {"ok": True, **page}


def _told(user: Mapping[str, Any], body: Mapping[str, Any]) -> dict[str, Any]:
    """Tell of an account; the locale only where it was asked for."""
    asked = str(body.get("include_locale", "")) in ("1", "true")
    return {name: value for name, value in user.items() if name != "locale" or asked}


def _no(error: str) -> Answered:
    return {"ok": False, "error": error}
