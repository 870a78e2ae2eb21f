"""One-to-one chats: created where there is none yet, once."""

from collections import OrderedDict

from adapters.teams.actions import Json
from adapters.teams.connector import Connector, ConversationGone
from adapters.teams.places import addressed, conversation_path, service_of
from bot.errors import SendFailed
from bot.events import Address, MessageRef

REMEMBERED = 10_000
"""Conversations created here whose ids are kept at hand, so that they are created once."""


async def post_to(
    connector: Connector, conversation: str, address: Address, activity: Json
) -> MessageRef:
    """Post into a conversation that exists."""
    path = conversation_path(conversation, "activities")
    sent = addressed(activity, address)
    answer = await connector.call("POST", service_of(address), path, sent)
    return {"conversation_id": conversation, "activity_id": str(answer.get("id", ""))}


class Chats:
    """Posts to people."""

    def __init__(self, connector: Connector) -> None:
        self._connector = connector
        self._created: OrderedDict[tuple[str, str], str] = OrderedDict()

    def known(self, address: Address) -> str:
        """Prefer what was created here: it replaces an id that the service did not know."""
        return self._created.get(_person(address), "") or address.get("conversation_id", "")

    async def open(self, address: Address) -> str:
        """Return the id of somebody's chat, which is created if need be; nothing is said there."""
        return self.known(address) or await self._create(address)

    async def post(self, address: Address, activity: Json) -> MessageRef:
        """Post to somebody's chat, which is created if need be."""
        known = self.known(address)
        conversation = known or await self._create(address)
        try:
            return await post_to(self._connector, conversation, address, activity)
        except ConversationGone:
            # About one reference in a hundred is unknown to the service although it looks
            # right; a conversation that was just created is not tried again.
            if not known:
                raise
            conversation = await self._create(address)
            return await post_to(self._connector, conversation, address, activity)

    async def _create(self, address: Address) -> str:
        member = address.get("user_id") or address.get("aad_object_id")
        if not member:
            raise SendFailed("address without person", permanent=True)
        body = _conversation(address, member)
        service = service_of(address)
        answer = await self._connector.call("POST", service, "/v3/conversations", body)
        created = answer.get("id")
        if not isinstance(created, str) or not created:
            raise SendFailed("conversation without id", permanent=True)
        self._remember(_person(address), created)
        return created

    def _remember(self, person: tuple[str, str], conversation: str) -> None:
        self._created[person] = conversation
        self._created.move_to_end(person)
        if len(self._created) > REMEMBERED:
            self._created.popitem(last=False)


def _person(address: Address) -> tuple[str, str]:
    return address.get("tenant_id", ""), address.get("aad_object_id") or address.get("user_id", "")


def _conversation(address: Address, member: str) -> Json:
    tenant = address.get("tenant_id", "")
    return {
        "isGroup": False,
        "bot": {"id": address.get("bot_id", "")},
        "members": [{"id": member}],
        "tenantId": tenant,
        "channelData": {"tenant": {"id": tenant}},
    }
