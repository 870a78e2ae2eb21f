"""The way out to channels of Teams: threads, who is there, and people named in a card."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

import aiohttp
import pytest

from adapters.teams.cards import to_card
from adapters.teams.members import FRESH
from adapters.teams.mentions import Named, mentions_of
from adapters.teams.outbound import TeamsMessenger
from bot.errors import MessageGone, SendFailed, Unreachable
from bot.events import Address
from bot.messages import Element, Form, Message, Receipt, Span, Text
from bot.ports import MOST_MEMBERS, Messenger, Roster
from tests.fake_teams import BOT_ID, TENANT, FakeTeams, Fault, Room, fake_connector
from tests.fakes import Clock
from tests.teams_reading import Json, texts

HELLO = Message("en", "Hello", (Text((Span("Hello, team."),)),))
AGAIN = Message("en", "Again", (Text((Span("Hello again."),)),))
OWNED = Message(
    "en", "Agreed", (Text((Span("Ask sooner: "), Span("somebody", person="aad-ada"), Span("."))),)
)


@dataclass
class Office:
    """The service, the messenger and one channel."""

    teams: FakeTeams
    messenger: TeamsMessenger
    room: Room
    clock: Clock

    @property
    def address(self) -> Address:
        return self.address_of(self.room)

    def address_of(self, room: Room) -> Address:
        return {
            "platform": "teams",
            "service_url": self.teams.service_url,
            "tenant_id": TENANT,
            "bot_id": BOT_ID,
            "conversation_id": room.id,
        }

    def paths(self) -> list[str]:
        return [f"{call.method} {call.path}" for call in self.teams.calls]

    def lookups(self) -> list[str]:
        return [call.path.rsplit("/", 1)[1] for call in self.teams.calls if call.method == "GET"]


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    async with fake_connector() as teams, aiohttp.ClientSession() as http:
        clock = Clock()
        messenger = TeamsMessenger(http, None, now=clock)
        yield Office(teams, messenger, teams.room("ada", "bo"), clock)


class Endless(Room):
    """A channel whose roster promises another page for ever."""

    def page(self, size: int, token: str) -> Json:
        return {"members": [], "continuationToken": f"{token}{size}"}


def entities(card: Json) -> list[Json]:
    found: list[Json] = card.get("msteams", {}).get("entities", [])
    return found


async def test_post_update_and_delete_in_a_channel(office: Office) -> None:
    """A message of its own, addressed to nobody in particular, and changed where it stands."""
    messenger: Messenger = office.messenger
    ref = await messenger.post(office.address, HELLO)
    assert ref["conversation_id"] == office.room.id
    (activity,) = office.teams.posts()
    assert activity["from"] == {"id": BOT_ID}
    assert "recipient" not in activity
    await messenger.update(office.address, ref, AGAIN)
    assert texts(office.teams.last(office.room.id).card) == ["Hello again."]
    await messenger.delete(office.address, ref)
    assert not office.teams.messages
    here = f"/emea/v3/conversations/{office.room.id}/activities"
    there = f"{here}/{ref['activity_id']}"
    assert office.paths() == [f"POST {here}", f"PUT {there}", f"DELETE {there}"]


async def test_what_belongs_to_a_message_stands_under_it(office: Office) -> None:
    """In its thread, also when what is answered stands in that thread itself."""
    root = await office.messenger.post(office.address, HELLO)
    first = await office.messenger.post(office.address, AGAIN, root)
    second = await office.messenger.post(office.address, AGAIN, first)
    thread = f"{office.room.id};messageid={root['activity_id']}"
    assert [first["conversation_id"], second["conversation_id"]] == [thread, thread]
    await office.messenger.update(office.address, second, HELLO)
    assert texts(office.teams.last(office.room.id).card) == ["Hello, team."]


async def test_a_reference_taken_from_a_click_serves_as_well(office: Office) -> None:
    """A click tells the thread of the message, with which it can be changed and answered."""
    root = await office.messenger.post(office.address, HELLO)
    thread = f"{office.room.id};messageid={root['activity_id']}"
    clicked = {"conversation_id": thread, "activity_id": root["activity_id"]}
    await office.messenger.update(office.address, clicked, AGAIN)
    assert texts(office.teams.last(office.room.id).card) == ["Hello again."]
    under = await office.messenger.post(office.address, HELLO, clicked)
    assert under["conversation_id"] == thread


async def test_a_group_chat_has_no_threads(office: Office) -> None:
    """There it is said below."""
    chat = office.teams.room("ada", kind="groupChat")
    root = await office.messenger.post(office.address_of(chat), HELLO)
    below = await office.messenger.post(office.address_of(chat), AGAIN, root)
    assert below["conversation_id"] == chat.id


async def test_a_message_somebody_deleted_can_be_posted_anew(office: Office) -> None:
    """An update says so, and a delete has nothing left to do."""
    ref = await office.messenger.post(office.address, HELLO)
    office.teams.take_away(office.teams.last())
    with pytest.raises(MessageGone):
        await office.messenger.update(office.address, ref, AGAIN)
    await office.messenger.delete(office.address, ref)


@pytest.mark.parametrize("what", ["botRemoved", "channelDeleted", "teamArchived", "teamDeleted"])
async def test_a_channel_the_bot_is_out_of_is_out_of_reach(office: Office, what: str) -> None:
    """For every verb; and no chat with anybody is created in its place."""
    ref = await office.messenger.post(office.address, HELLO)
    office.room.has_bot = what != "botRemoved"
    office.room.change(what)
    for attempt in (
        office.messenger.post(office.address, HELLO),
        office.messenger.post(office.address, HELLO, ref),
        office.messenger.update(office.address, ref, AGAIN),
        office.messenger.roster(office.address),
    ):
        with pytest.raises(Unreachable):
            await attempt
    assert "POST /emea/v3/conversations" not in office.paths()


async def test_throttling_in_a_channel_says_how_long_to_wait(office: Office) -> None:
    """The outbox repeats, at the service's own time."""
    office.teams.fail(429, "Throttled", "7")
    with pytest.raises(SendFailed) as caught:
        await office.messenger.post(office.address, HELLO)
    assert caught.value.retry_after == timedelta(seconds=7)
    assert not caught.value.permanent


async def test_a_form_has_no_place_in_a_channel(office: Office) -> None:
    """Whoever tries is refused before anything is sent."""
    with pytest.raises(SendFailed) as caught:
        await office.messenger.post_form(office.address, Form("t", "en", "F", "OK", "No"))
    assert caught.value.permanent
    assert not office.teams.calls


async def test_the_roster_says_who_is_there_and_how_they_are_reached_alone(
    office: Office,
) -> None:
    """By the directory's id, with an address from which their own chat can be created."""
    office.room.add("gus", aadObjectId="")
    roster = await office.messenger.roster(office.address)
    assert (roster.public, roster.whole) == (False, True)
    assert [one.person for one in roster.people] == ["aad-ada", "aad-bo", "29:gus"]
    ada = roster.people[0]
    assert ada.address == {
        "platform": "teams",
        "service_url": office.teams.service_url,
        "tenant_id": TENANT,
        "bot_id": BOT_ID,
        "user_id": "29:ada",
        "aad_object_id": "aad-ada",
    }
    assert (ada.locale, ada.zone) == (None, None)
    ref = await office.messenger.post(ada.address, HELLO)
    assert ref["conversation_id"].startswith("a:29:ada:")


async def test_guests_and_bots_are_told_apart(office: Office) -> None:
    """By role, by home, and by the id of a bot; who has neither role nor tenant is a member."""
    office.room.add("gus", userRole="guest").add("ann", userRole="anonymous")
    office.room.add("far", tenantId="another").add("una", tenantId="", userRole="")
    office.room.members["28:other"] = {"id": "28:other", "name": "Other bot"}
    office.room.members[BOT_ID] = {"id": BOT_ID, "name": "Déclic"}
    roster = await office.messenger.roster(office.address)
    kinds = {one.address["user_id"]: one.kind for one in roster.people}
    assert kinds == {
        "29:ada": "member",
        "29:bo": "member",
        "29:gus": "guest",
        "29:ann": "guest",
        "29:far": "guest",
        "29:una": "member",
        "28:other": "bot",
        BOT_ID: "bot",
    }


async def test_the_older_name_of_the_directorys_id_counts(office: Office) -> None:
    """Some rosters call it `objectId`."""
    office.room.add("old", aadObjectId="", objectId="aad-old")
    assert (await office.messenger.roster(office.address)).people[-1].person == "aad-old"


async def test_a_large_roster_is_read_page_by_page(office: Office) -> None:
    """Everybody once, up to the most a check-in is for."""
    office.room.add(*(f"p{n}" for n in range(MOST_MEMBERS - 2)))
    roster = await office.messenger.roster(office.address)
    assert len({one.person for one in roster.people}) == len(roster.people) == MOST_MEMBERS
    assert roster.whole
    queries = [call.query for call in office.teams.calls]
    assert [query.get("continuationToken") for query in queries] == [None, "100", "200"]
    assert {query["pageSize"] for query in queries} == {"100"}


async def test_the_roster_stops_where_a_check_in_does(office: Office) -> None:
    """One person more, or a thousand: it is not whole, and nothing more is read."""
    office.room.add(*(f"p{n}" for n in range(1200)))
    roster = await office.messenger.roster(office.address)
    assert len(roster.people) == MOST_MEMBERS
    assert not roster.whole
    assert len(office.teams.calls) == 4


async def test_a_roster_without_end_ends(office: Office) -> None:
    """A service that always promises another page is not followed for ever."""
    office.teams.rooms[office.room.id] = Endless(office.room.id)
    roster = await office.messenger.roster(office.address)
    assert roster == Roster((), whole=False)


@pytest.mark.parametrize("page", [0, 1])
async def test_a_throttled_roster_is_read_later(office: Office, page: int) -> None:
    """On whichever page: half a roster is none."""
    office.room.add(*(f"p{n}" for n in range(150)))
    office.teams.faults.extend([*[Fault()] * page, Fault(429, "Throttled", "3")])
    with pytest.raises(SendFailed) as caught:
        await office.messenger.roster(office.address)
    assert caught.value.retry_after == timedelta(seconds=3)
    assert len((await office.messenger.roster(office.address)).people) == 152


async def test_somebody_is_named_in_the_channel_they_are_in(office: Office) -> None:
    """By the name of the directory, as a mention; the text stands in nowhere."""
    await office.messenger.post(office.address, OWNED)
    card = office.teams.last().card
    assert texts(card) == ["Ask sooner: @Ada."]
    assert entities(card) == [
        {"type": "mention", "text": "<at>Ada</at>", "mentioned": {"id": "29:ada", "name": "Ada"}}
    ]


async def test_a_name_is_asked_for_once_an_hour(office: Office) -> None:
    """Posting and updating again cost no more requests, until the hour is over."""
    ref = await office.messenger.post(office.address, OWNED)
    await office.messenger.update(office.address, ref, OWNED)
    assert texts(office.teams.last().card) == ["Ask sooner: @Ada."]
    assert office.lookups() == ["aad-ada"]
    office.room.members["29:ada"]["name"] = "Ada L."
    office.clock.move(FRESH)
    await office.messenger.update(office.address, ref, OWNED)
    assert texts(office.teams.last().card) == ["Ask sooner: @Ada L.."]
    assert office.lookups() == ["aad-ada", "aad-ada"]


@pytest.mark.parametrize("fault", [Fault(404, "MemberNotFoundInConversation"), Fault(502)])
async def test_without_a_name_the_text_stands_in(office: Office, fault: Fault) -> None:
    """Somebody who left, or a service in trouble: the message comes all the same."""
    office.teams.faults.append(fault)
    await office.messenger.post(office.address, OWNED)
    card = office.teams.last().card
    assert texts(card) == ["Ask sooner: somebody."]
    assert "msteams" not in card


async def test_nobody_is_mentioned_in_a_chat_of_two(office: Office) -> None:
    """There somebody is named, as in their own chat with the bot, and is told nothing."""
    roster = await office.messenger.roster(office.address)
    for _ in range(2):
        await office.messenger.post(roster.people[1].address, OWNED)
    assert texts(office.teams.last().card) == ["Ask sooner: Ada."]
    assert "msteams" not in office.teams.last().card
    assert office.lookups() == ["pagedmembers", "aad-ada"]
    assert len(office.teams.messages) == 2


async def test_who_has_no_chat_with_the_bot_is_not_named_in_a_chat_of_two(office: Office) -> None:
    """There the text stands in, and the message comes all the same."""
    roster = await office.messenger.roster(office.address)
    office.teams.without_app.add("aad-ada")
    await office.messenger.post(roster.people[1].address, OWNED)
    assert texts(office.teams.last().card) == ["Ask sooner: somebody."]


async def test_names_stay_out_of_the_log(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever is asked for and goes wrong."""
    caplog.set_level("DEBUG")
    await office.messenger.post(office.address, OWNED)
    await office.messenger.roster(office.address)
    office.clock.move(FRESH)
    office.teams.fail(502)
    await office.messenger.post(office.address, OWNED)
    assert "Ada" not in caplog.text


HOSTILE = [
    "</at> <at>everyone</at>",
    "[Ada](https://evil.example)",
    "**Ada** _L_ `x` ~~y~~",
    "Ada\n\n# Title",
    "&lt;at&gt;Bo&lt;/at&gt;",
    "https://evil.example",
    "{{DATE(2026-11-23T09:00:00Z)}}",
    "A" * 500,
]


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_name_is_no_markup(office: Office, name: str) -> None:
    """Whatever somebody calls themselves: one mention of one person, and nothing else."""
    office.room.members["29:ada"]["name"] = name
    await office.messenger.post(office.address, OWNED)
    card = office.teams.last().card
    (entity,) = entities(card)
    written = card["body"][0]["text"]
    assert written.count("<") == written.count(">") == 2
    assert entity["text"] in written
    assert entity["mentioned"]["id"] == "29:ada"
    for mark in ("](", "**", "`", "://", "#", "&", "{{", "\n"):
        assert mark not in written
    assert len(written) < 100


@pytest.mark.parametrize("typed", ["<at>Ada</at>", "<AT>Ada</AT>", "< at>Ada</at>", "@Ada"])
async def test_typed_words_never_become_a_mention(office: Office, typed: str) -> None:
    """Not even where the person of that name is mentioned beside them."""
    spans = (Span(typed), Span(" "), Span("x", person="aad-ada"))
    await office.messenger.post(office.address, Message("en", "s", (Text(spans),)))
    card = office.teams.last().card
    assert card["body"][0]["text"].casefold().count("<at>ada</at>") == 1
    assert len(entities(card)) == 1


async def test_a_person_who_is_no_id_reaches_no_other_address(office: Office) -> None:
    """What stands in for an id in the request stays one part of its path."""
    message = Message("en", "s", (Text((Span("x", person="../../../y?z#"),)),))
    await office.messenger.post(office.address, message)
    assert office.teams.calls[0].path.startswith(
        f"/emea/v3/conversations/{office.room.id}/members/"
    )
    assert texts(office.teams.last().card) == ["x"]


def test_two_people_of_one_name_are_told_apart() -> None:
    """A mention is found by its text, so no two may have the same."""
    people = {"a": Named("29:a", "Ada"), "b": Named("29:b", "Ada"), "c": Named("29:c", "*")}
    mentions = mentions_of(people)
    assert [m.written for m in mentions.values()] == ["<at>Ada</at>", "<at>Ada (2)</at>"]
    both = (Text((Span("?", person="a"), Span("?", person="b"), Span("?", person="c"))),)
    card = to_card(Message("en", "s", both), mentions=mentions)
    assert card["body"][0]["text"] == "<at>Ada</at><at>Ada (2)</at>?"
    assert [e["mentioned"]["id"] for e in entities(card)] == ["29:a", "29:b"]


def test_a_shortened_card_mentions_only_whom_it_still_names() -> None:
    """Teams refuses a card whose mentions are not in its texts."""
    mentions = mentions_of({"a": Named("29:a", "Ada"), "b": Named("29:b", "Bo")})
    long = tuple(Text((Span("mot " * 30),)) for _ in range(400))
    named: tuple[Element, ...] = (
        Receipt((Span("x", person="a"),)),
        *long,
        Text((Span("y", person="b"),)),
    )
    card = to_card(Message("fr", "s", named), mentions=mentions)
    written = " ".join(texts(card))
    assert "@Ada" in written
    assert "@Bo" not in written
    assert [e["text"] for e in entities(card)] == ["<at>Ada</at>"]


def test_a_message_names_each_person_once_in_its_entities() -> None:
    """However often they stand in the texts."""
    mentions = mentions_of({"a": Named("29:a", "Ada")})
    twice = (Text((Span("x", person="a"),)), Text((Span("x", person="a"),)))
    card = to_card(Message("en", "s", twice), mentions=mentions)
    assert len(entities(card)) == 1
