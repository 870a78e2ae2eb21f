"""The way out to Teams: the port's verbs over the Connector's REST interface."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

import aiohttp

from adapters.teams.actions import Json
from adapters.teams.auth import Trusts
from adapters.teams.cards import as_activity, to_activity
from adapters.teams.chats import Chats, post_to
from adapters.teams.connector import SECONDS, Connector, ConversationGone
from adapters.teams.dialogs import NO_ERRORS, to_form_card
from adapters.teams.directory import Directory
from adapters.teams.members import Members
from adapters.teams.mentions import named, people_in
from adapters.teams.phrases import PHRASES, Phrases
from adapters.teams.places import addressed, is_channel, message_path, service_of, thread_of
from adapters.teams.tokens import Tokens
from bot.errors import MessageGone, SendFailed
from bot.events import Address, MessageRef
from bot.messages import Form, Message
from bot.ports import DirectoryAsk, Listing, Profile, Roster


class TeamsMessenger:
    """Implements `bot.ports.Messenger`. Without tokens it speaks to this machine only."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        tokens: Tokens | None,
        *,
        now: Callable[[], datetime],
        phrases: Phrases = PHRASES,
        trusts: Trusts | None = None,
        seconds: float = SECONDS,
    ) -> None:
        self._connector = Connector(session, tokens, trusts, seconds)
        self._chats = Chats(self._connector)
        self._members = Members(self._connector, now)
        self._directory = Directory(self._members, self._chats)
        self._phrases = phrases

    async def post(
        self, address: Address, message: Message, under: MessageRef | None = None
    ) -> MessageRef:
        """Post to a channel, or to the one-to-one chat, which is created if need be."""
        activity = await self._written(address, message)
        if not is_channel(address):
            return await self._chats.post(address, activity)
        return await post_to(self._connector, thread_of(address, under), address, activity)

    async def post_form(
        self, address: Address, form: Form, errors: Mapping[str, str] = NO_ERRORS
    ) -> MessageRef:
        """Post a form as a card, for a client that can't open it; never to a channel."""
        if is_channel(address):
            raise SendFailed("form in a channel", permanent=True)
        card = to_form_card(form, errors, self._phrases)
        return await self._chats.post(address, as_activity(card, form.title))

    async def update(self, address: Address, ref: MessageRef, message: Message) -> None:
        """Replace the message where it stands."""
        activity = addressed(await self._written(address, message), address)
        try:
            await self._connector.call("PUT", service_of(address), message_path(ref), activity)
        except ConversationGone as error:
            if is_channel(address):
                raise
            raise MessageGone(error.reason) from error

    async def delete(self, address: Address, ref: MessageRef) -> None:
        """Take the message away."""
        try:
            await self._connector.call("DELETE", service_of(address), message_path(ref))
        except (ConversationGone, MessageGone):
            return

    async def publish_home(self, address: Address, message: Message) -> None:
        """Do nothing: a home in Teams is a web page."""

    async def profile(self, address: Address) -> Profile:
        """Ask for the mail alone: Teams tells language and zone with every activity instead."""
        return Profile(None, None, await self._directory.mail(address))

    async def roster(self, address: Address) -> Roster:
        """Read who is in a channel or group chat."""
        return await self._members.roster(address)

    async def directory(self, address: Address, ask: DirectoryAsk) -> Listing:
        """Read members of a conversation, or people by id; nobody can be found otherwise."""
        return await self._directory.read(address, ask)

    async def _written(self, address: Address, message: Message) -> Json:
        """Write a message; people are mentioned where they are, and elsewhere named."""
        people = people_in(message.elements)
        if is_channel(address):
            mentions = await self._members.mentions(address, people)
            return to_activity(message, self._phrases, mentions)
        names = await self._directory.names(address, people)
        said = replace(message, elements=named(message.elements, names)) if names else message
        return to_activity(said, self._phrases)
