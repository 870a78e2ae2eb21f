"""Slack's errors in the project's own words."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.errors import MessageGone, SendFailed, Unreachable

_PERSON = frozenset(
    {
        "cannot_dm_bot",
        "channel_not_found",
        "is_archived",
        "is_inactive",  # what chat.update says of a channel that is archived or deleted
        "messages_tab_disabled",
        "method_not_supported_for_channel_type",
        "no_such_subteam",  # a user group that is not there, or switched off
        "not_in_channel",
        "plan_upgrade_required",  # the workspace has no user groups at all
        "user_disabled",
        "user_not_found",
        "user_not_visible",
        "users_not_found",
    }
)
_MESSAGE = frozenset(
    {
        "block_mismatch",  # a message with rich_text cannot become one without
        "cant_delete_message",
        "cant_update_message",
        "edit_window_closed",
        "message_not_found",
    }
)
_APP = frozenset(
    {
        "access_denied",
        "account_inactive",
        "app_missing_action_url",
        "enterprise_is_restricted",
        "invalid_auth",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "not_authed",
        "org_login_required",
        "team_access_not_granted",
        "token_expired",
        "token_revoked",
    }
)
_CONTENT = frozenset(
    {
        "invalid_arguments",
        "invalid_blocks",
        "invalid_blocks_format",
        "invalid_cursor",  # of a page that was asked for too late
        "metadata_too_large",
        "msg_blocks_too_long",
        "msg_too_long",
        "no_text",
        "too_many_attachments",
        "view_too_large",
    }
)
_APP_PAUSE = timedelta(minutes=15)
_TOO_MANY = 429


@contextmanager
def in_our_words() -> Iterator[None]:
    """Turn whatever the SDK raises into `SendFailed` or one of its kinds."""
    try:
        yield
    except SlackApiError as error:
        raise meaning(error) from error
    except (TimeoutError, aiohttp.ClientError) as error:
        raise SendFailed(type(error).__name__) from error


def meaning(error: SlackApiError) -> SendFailed:
    """Say what an answer of Slack means for the message and the person.

    A refused token or a missing scope says nothing about the person: the message waits until
    the operator has put it right, or until the outbox gives up. Unknown codes may pass.
    """
    code = reason(error)
    if code == "ratelimited":
        return SendFailed(code, retry_after=_waiting_time(error))
    if code in _PERSON or code.startswith("restricted_action"):
        return Unreachable(code)
    if code in _MESSAGE:
        return MessageGone(code)
    if code in _APP:
        return SendFailed(code, retry_after=_APP_PAUSE)
    return SendFailed(code, permanent=code in _CONTENT)


def reason(error: SlackApiError) -> str:
    """Name the error: Slack's own code, or the HTTP status where there is none."""
    response = error.response
    status = getattr(response, "status_code", None) or getattr(response, "status", 0)
    if status == _TOO_MANY:
        return "ratelimited"
    body = getattr(response, "data", None)
    code = body.get("error") if isinstance(body, dict) else None
    return str(code) if code else f"http_{status}"


def _waiting_time(error: SlackApiError) -> timedelta | None:
    seconds = (getattr(error.response, "headers", None) or {}).get("Retry-After", "")
    return timedelta(seconds=int(seconds)) if str(seconds).isdecimal() else None
