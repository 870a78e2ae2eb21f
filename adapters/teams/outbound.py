"""The way out to Teams: five verbs over the Connector's REST interface."""

from collections import OrderedDict
from collections.abc import Mapping
from urllib.parse import quote

import aiohttp

from adapters.teams.actions import Json
from adapters.teams.auth import Trusts
from adapters.teams.cards import as_activity, to_activity
from adapters.teams.connector import SECONDS, Connector, ConversationGone
from adapters.teams.dialogs import NO_ERRORS, to_form_card
from adapters.teams.phrases import PHRASES, Phrases
from adapters.teams.tokens import Tokens
from bot.errors import MessageGone, SendFailed
from bot.events import Address, MessageRef
from bot.messages import Form, Message
from bot.ports import Profile

SERVICE_URL = "https://smba.trafficmanager.net/teams/"
"""Where a person is reached who never wrote; Teams finds the region by itself."""

REMEMBERED = 10_000
"""Conversations created here whose ids are kept at hand, so that they are created once."""


class TeamsMessenger:
    """Implements `bot.ports.Messenger`. Without tokens it speaks to this machine only."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        tokens: Tokens | None,
        *,
        phrases: Phrases = PHRASES,
        trusts: Trusts | None = None,
        seconds: float = SECONDS,
    ) -> None:
        self._connector = Connector(session, tokens, trusts, seconds)
        self._phrases = phrases
        self._created: OrderedDict[tuple[str, str], str] = OrderedDict()

    async def post(self, address: Address, message: Message) -> MessageRef:
        """Post to the one-to-one chat, which is created if need be."""
        return await self._post(address, to_activity(message, self._phrases))

    async def post_form(
        self, address: Address, form: Form, errors: Mapping[str, str] = NO_ERRORS
    ) -> MessageRef:
        """Post a form as a card, for a client that can't open it."""
        card = to_form_card(form, errors, self._phrases)
        return await self._post(address, as_activity(card, form.title))

    async def update(self, address: Address, ref: MessageRef, message: Message) -> None:
        """Replace the message where it stands."""
        activity = _addressed(to_activity(message, self._phrases), address)
        try:
            await self._connector.call("PUT", _service(address), _message_path(ref), activity)
        except ConversationGone as error:
            raise MessageGone(error.reason) from error

    async def delete(self, address: Address, ref: MessageRef) -> None:
        """Take the message away."""
        try:
            await self._connector.call("DELETE", _service(address), _message_path(ref))
        except (ConversationGone, MessageGone):
            return

    async def publish_home(self, address: Address, message: Message) -> None:
        """Do nothing: a home in Teams is a web page."""

    async def profile(self, address: Address) -> Profile:  # noqa: ARG002 - the port's name
        """Know nothing: Teams tells language and zone with every activity instead."""
        return Profile(None, None)

    async def _post(self, address: Address, activity: Json) -> MessageRef:
        known = self._known(address)
        conversation = known or await self._create(address)
        try:
            return await self._post_to(conversation, address, activity)
        except ConversationGone:
            # About one reference in a hundred is unknown to the service although it looks
            # right; a conversation that was just created is not tried again.
            if not known:
                raise
            conversation = await self._create(address)
            return await self._post_to(conversation, address, activity)

    async def _post_to(self, conversation: str, address: Address, activity: Json) -> MessageRef:
        path = f"/v3/conversations/{quote(conversation, safe='')}/activities"
        answer = await self._connector.call(
            "POST", _service(address), path, _addressed(activity, address)
        )
        return {"conversation_id": conversation, "activity_id": str(answer.get("id", ""))}

    async def _create(self, address: Address) -> str:
        member = address.get("user_id") or address.get("aad_object_id")
        if not member:
            raise SendFailed("address without person", permanent=True)
        body = _conversation(address, member)
        answer = await self._connector.call("POST", _service(address), "/v3/conversations", body)
        created = answer.get("id")
        if not isinstance(created, str) or not created:
            raise SendFailed("conversation without id", permanent=True)
        self._remember(_person(address), created)
        return created

    def _known(self, address: Address) -> str:
        """Prefer what was created here: it replaces an id that the service did not know."""
        return self._created.get(_person(address), "") or address.get("conversation_id", "")

    def _remember(self, person: tuple[str, str], conversation: str) -> None:
        self._created[person] = conversation
        self._created.move_to_end(person)
        if len(self._created) > REMEMBERED:
            self._created.popitem(last=False)


def _service(address: Address) -> str:
    return address.get("service_url") or SERVICE_URL


def _person(address: Address) -> tuple[str, str]:
    return address.get("tenant_id", ""), address.get("aad_object_id") or address.get("user_id", "")


def _addressed(activity: Json, address: Address) -> Json:
    bot, user = address.get("bot_id"), address.get("user_id")
    sender = {"from": {"id": bot}} if bot else {}
    return activity | sender | ({"recipient": {"id": user}} if user else {})


def _conversation(address: Address, member: str) -> Json:
    tenant = address.get("tenant_id", "")
    return {
        "isGroup": False,
        "bot": {"id": address.get("bot_id", "")},
        "members": [{"id": member}],
        "tenantId": tenant,
        "channelData": {"tenant": {"id": tenant}},
    }


def _message_path(ref: MessageRef) -> str:
    conversation = quote(ref.get("conversation_id", ""), safe="")
    return (
        f"/v3/conversations/{conversation}/activities/{quote(ref.get('activity_id', ''), safe='')}"
    )
