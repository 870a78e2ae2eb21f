"""Somebody as a roster tells of them: id, address, kind and mail."""

from typing import Literal

from adapters.teams.actions import Json
from adapters.teams.activities import text_at
from bot.events import Address

BOT = "28:"
"""How the ids of bots begin."""

OUTSIDE = "#ext#"
"""What stands in the name under which a guest of the tenant signs in; such a name is no mail."""


def accounts_of(page: Json) -> list[object]:
    """Return the accounts of one page of a roster; what has no id is left out."""
    members = page.get("members")
    listed = members if isinstance(members, list) else []
    return [account for account in listed if text_at(account, "id")]


def id_of(account: object) -> str:
    """Prefer the directory's id, which rosters also call by an older name."""
    return _directory_id(account) or text_at(account, "id")


def address_of(account: object, seen_from: Address) -> Address:
    """Return from what somebody's own chat can be created; `seen_from` is of the same tenant."""
    return {
        "platform": "teams",
        "service_url": seen_from.get("service_url", ""),
        "tenant_id": seen_from.get("tenant_id", ""),
        "bot_id": seen_from.get("bot_id", ""),
        "user_id": text_at(account, "id"),
        "aad_object_id": _directory_id(account),
    }


def kind_of(account: object, seen_from: Address) -> Literal["member", "guest", "bot"]:
    """Tell bots and guests by id, role, home and name; who has none of them is a member."""
    user, home = text_at(account, "id"), text_at(account, "tenantId")
    if user.startswith(BOT) or user == seen_from.get("bot_id"):
        return "bot"
    role = text_at(account, "userRole").casefold()
    outside = role in ("guest", "anonymous") or OUTSIDE in _name(account)
    return "guest" if outside or home not in ("", seen_from.get("tenant_id", "")) else "member"


def mail_of(account: object) -> str | None:
    """Return the mail address, or the name for signing in where that is one."""
    name = "" if OUTSIDE in _name(account) else text_at(account, "userPrincipalName")
    return text_at(account, "email") or name or None


def _directory_id(account: object) -> str:
    return text_at(account, "aadObjectId") or text_at(account, "objectId")


def _name(account: object) -> str:
    return text_at(account, "userPrincipalName").casefold()
