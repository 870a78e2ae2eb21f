"""Whom an audience names in Teams: members of a conversation page by page, and people by id."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

import aiohttp
import pytest

from adapters.teams.outbound import TeamsMessenger
from bot.errors import SendFailed, Unreachable
from bot.events import Address
from bot.messages import Message, Span, Text
from bot.ports import PEOPLE_AT_ONCE, DirectoryAsk, Listed, Listing, Messenger, Profile
from tests.fake_teams import BOT_ID, TENANT, FakeTeams, Fault, Room, fake_connector
from tests.fakes import Clock

HELLO = Message("en", "Hello", (Text((Span("Hello."),)),))


@dataclass
class Office:
    """The service, the messenger, and somebody of HR in their own chat."""

    teams: FakeTeams
    messenger: Messenger

    @property
    def hr(self) -> Address:
        return self.address("hana") | {"conversation_id": "a:hana"}

    def address(self, person: str) -> dict[str, str]:
        """Return from what somebody's own chat can be created."""
        return {
            "platform": "teams",
            "service_url": self.teams.service_url,
            "tenant_id": TENANT,
            "bot_id": BOT_ID,
            "user_id": f"29:{person}",
            "aad_object_id": f"aad-{person}",
        }

    async def channel(self, room: Room, cursor: str = "") -> Listing:
        return await self.messenger.directory(self.hr, DirectoryAsk("channel", (room.id,), cursor))

    async def people(self, *ids: str) -> Listing:
        return await self.messenger.directory(self.hr, DirectoryAsk("people", ids))

    def created(self) -> list[str]:
        """Return for whom a chat was asked for, in order."""
        asked = [c for c in self.teams.calls if c.path.endswith("/v3/conversations")]
        return [call.body["members"][0]["id"] for call in asked]


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    async with fake_connector() as teams, aiohttp.ClientSession() as http:
        yield Office(teams, TeamsMessenger(http, None, now=Clock()))


async def test_a_channel_tells_who_is_in_it_with_mail_and_without_zone(office: Office) -> None:
    """Seen from the chat of somebody who is not in it; the address leads to each one's own chat."""
    room = office.teams.room("ada", "bo")
    assert await office.channel(room) == Listing(
        (
            Listed("aad-ada", office.address("ada"), mail="ada@contoso.example"),
            Listed("aad-bo", office.address("bo"), mail="bo@contoso.example"),
        )
    )
    ada = (await office.channel(room)).people[0]
    ref = await office.messenger.post(ada.address, HELLO)
    assert ref["conversation_id"].startswith("a:29:ada:")


async def test_whoever_asks_may_be_a_channel(office: Office) -> None:
    """Its address names nobody, and is no one's own."""
    asking, asked = office.teams.room("cy", name="asking"), office.teams.room("ada", name="asked")
    address = {k: v for k, v in office.hr.items() if k not in ("user_id", "aad_object_id")}
    found = await office.messenger.directory(
        address | {"conversation_id": asking.id}, DirectoryAsk("channel", (asked.id,))
    )
    assert [(one.person, one.address) for one in found.people] == [
        ("aad-ada", office.address("ada"))
    ]


async def test_a_thread_has_the_people_of_its_channel(office: Office) -> None:
    """Teams knows no roster of a thread."""
    room = office.teams.room("ada")
    ask = DirectoryAsk("channel", (f"{room.id};messageid=1700",))
    assert len((await office.messenger.directory(office.hr, ask)).people) == 1


async def test_a_large_channel_is_read_page_by_page(office: Office) -> None:
    """Each reading costs one request of at most 500 people, and says where to go on."""
    room = office.teams.room(*(f"p{n}" for n in range(1100)))
    found, sizes, cursor = [], [], ""
    while True:
        page = await office.channel(room, cursor)
        found += [one.person for one in page.people]
        sizes.append(len(page.people))
        cursor = page.cursor
        if not cursor:
            break
    assert sizes == [500, 500, 100]
    assert found == [f"aad-p{n}" for n in range(1100)]
    tokens = [call.query.get("continuationToken") for call in office.teams.calls]
    assert tokens == [None, "500", "1000"]
    assert {call.query["pageSize"] for call in office.teams.calls} == {"500"}


async def test_a_group_chat_is_told_at_once(office: Office) -> None:
    """Chats have no pages."""
    chat = office.teams.room(*(f"p{n}" for n in range(600)), kind="groupChat")
    page = await office.channel(chat)
    assert (len(page.people), page.cursor) == (600, "")


async def test_guests_and_bots_are_told_apart(office: Office) -> None:
    """By role, by home, and by the name under which a guest signs in."""
    room = office.teams.room("ada").add("gus", userRole="guest").add("far", tenantId="another")
    room.add("ext", userPrincipalName="ext_else.example#EXT#@corp.example", userRole="")
    room.members[BOT_ID] = {"id": BOT_ID, "name": "Déclic"}
    kinds = {one.address["user_id"]: one.kind for one in (await office.channel(room)).people}
    assert kinds == {
        "29:ada": "member",
        "29:gus": "guest",
        "29:far": "guest",
        "29:ext": "guest",
        BOT_ID: "bot",
    }


async def test_the_name_for_signing_in_stands_in_for_a_mail(office: Office) -> None:
    """But that of a guest is no mail, and an account without either has none."""
    room = office.teams.room().add("ada", email="").add("una", email="", userPrincipalName="")
    room.add("ext", email="", userPrincipalName="ext_else.example#EXT#@corp.example")
    room.add("gus", userPrincipalName="gus_else.example#EXT#@corp.example")
    mails = {one.person: one.mail for one in (await office.channel(room)).people}
    assert mails == {
        "aad-ada": "ada@corp.example",
        "aad-una": None,
        "aad-ext": None,
        "aad-gus": "gus@contoso.example",
    }


@pytest.mark.parametrize("what", ["botRemoved", "channelDeleted", "teamArchived", "teamDeleted"])
async def test_a_channel_the_bot_is_out_of_cannot_be_read(office: Office, what: str) -> None:
    """Whatever the reason, and nobody is taken for its member."""
    room = office.teams.room("ada")
    room.has_bot = what != "botRemoved"
    room.change(what)
    with pytest.raises(Unreachable):
        await office.channel(room)


async def test_a_channel_nobody_knows_cannot_be_read(office: Office) -> None:
    """Not even when its id looks like another address."""
    for unknown in ("19:none@thread.tacv2", "../../x?y#"):
        with pytest.raises(Unreachable):
            await office.channel(Room(unknown))


async def test_a_throttled_page_is_read_later(office: Office) -> None:
    """At the service's own time, from where it was."""
    room = office.teams.room(*(f"p{n}" for n in range(700)))
    first = await office.channel(room)
    office.teams.fail(429, "Throttled", "3")
    with pytest.raises(SendFailed) as caught:
        await office.channel(room, first.cursor)
    assert (caught.value.retry_after, caught.value.permanent) == (timedelta(seconds=3), False)
    assert len((await office.channel(room, first.cursor)).people) == 200


async def test_people_are_found_in_the_chat_that_the_bot_has_with_them(office: Office) -> None:
    """By the directory's id or the service's own; nothing is said, and the chat is kept."""
    office.teams.more = {"gus": {"userRole": "guest"}}
    found = await office.people("aad-ada", "29:gus")
    assert not found.missing
    assert [(one.person, one.kind, one.mail, one.known) for one in found.people] == [
        ("aad-ada", "member", "ada@contoso.example", True),
        ("aad-gus", "guest", "gus@contoso.example", True),
    ]
    assert not office.teams.messages
    ada = found.people[0].address
    assert ada == office.address("ada") | {"conversation_id": "a:aad-ada:1"}
    ref = await office.messenger.post(ada, HELLO)
    assert ref["conversation_id"] == ada["conversation_id"]
    assert office.created() == ["aad-ada", "29:gus"]


async def test_who_lacks_the_app_and_who_is_nobody_are_missing(office: Office) -> None:
    """With the ids that were asked; the others are found all the same."""
    office.teams.without_app = {"aad-bo"}
    office.teams.nobody = {"aad-ghost"}
    office.teams.unknown = {"a:aad-cy:1"}
    found = await office.people("aad-cy", "aad-bo", "aad-ghost", "aad-ada")
    assert [one.person for one in found.people] == ["aad-ada"]
    assert found.missing == ("aad-cy", "aad-bo", "aad-ghost")


@pytest.mark.parametrize("method", ["POST", "GET"])
async def test_throttled_people_are_asked_later_and_no_chat_twice(
    office: Office, method: str
) -> None:
    """Nobody counts as missing because the service was busy."""
    ids = tuple(f"aad-p{n}" for n in range(PEOPLE_AT_ONCE))
    before = 2 * (PEOPLE_AT_ONCE // 2) + (method == "GET")
    office.teams.faults.extend([*[Fault()] * before, Fault(429, "Throttled", "5")])
    with pytest.raises(SendFailed) as caught:
        await office.people(*ids)
    assert caught.value.retry_after == timedelta(seconds=5)
    found = await office.people(*ids)
    assert [one.person for one in found.people] == list(ids)
    assert sorted(set(office.created())) == sorted(ids)
    assert len(office.created()) == PEOPLE_AT_ONCE + (method == "POST")


async def test_a_bot_that_is_not_let_in_calls_nobody_missing(office: Office) -> None:
    """That is the installation's fault, not that of the people."""
    office.teams.accepts = "another"
    with pytest.raises(SendFailed) as caught:
        await office.people("aad-ada")
    assert not isinstance(caught.value, Unreachable)


async def test_somebody_named_twice_is_asked_once(office: Office) -> None:
    """And listed once."""
    found = await office.people("aad-ada", "aad-ada")
    assert len(found.people) == 1
    assert office.created() == ["aad-ada"]


@pytest.mark.parametrize("kind", ["mails", "usergroup", "everybody"])
async def test_what_only_graph_tells_is_told_to_nobody(office: Office, kind: str) -> None:
    """Whatever was named is missing, and no request is made: the bot asks for no such right."""
    ids = () if kind == "everybody" else ("ada@contoso.example",)
    ask = DirectoryAsk(kind, ids)  # type: ignore[arg-type]  # one of its kinds
    assert await office.messenger.directory(office.hr, ask) == Listing((), missing=ids)
    assert not office.teams.calls


async def test_the_profile_tells_the_mail_from_the_persons_own_chat(office: Office) -> None:
    """Language and zone come with what people write."""
    profile = await office.messenger.profile(office.hr)
    assert profile == Profile(None, None, "hana@contoso.example")
    (call,) = office.teams.calls
    assert call.path == "/emea/v3/conversations/a:hana/members/aad-hana"


async def test_a_chat_created_for_a_first_message_tells_the_mail_too(office: Office) -> None:
    """Before, there is nothing to ask, and no chat is created for it."""
    ada = office.address("ada")
    assert await office.messenger.profile(ada) == Profile(None, None)
    assert not office.teams.calls
    await office.messenger.post(ada, HELLO)
    assert (await office.messenger.profile(ada)).mail == "ada@contoso.example"


@pytest.mark.parametrize(
    "fault",
    [
        Fault(403, "BotNotInConversationRoster"),
        Fault(404, "MemberNotFoundInConversation"),
        Fault(429, "Throttled", "30"),
        Fault(502),
        Fault(401, "BotNotRegistered"),
    ],
)
async def test_a_mail_that_cannot_be_had_keeps_nobody_waiting(office: Office, fault: Fault) -> None:
    """The first message to the person stands behind this in the queue."""
    office.teams.faults.append(fault)
    assert await office.messenger.profile(office.hr) == Profile(None, None)


async def test_names_and_mails_stay_out_of_the_log(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever is read and goes wrong."""
    caplog.set_level("DEBUG")
    await office.channel(office.teams.room("ada"))
    await office.people("aad-ada")
    await office.messenger.profile(office.hr)
    office.teams.fail(502)
    await office.messenger.profile(office.hr)
    assert "contoso" not in caplog.text
    assert "Ada" not in caplog.text
