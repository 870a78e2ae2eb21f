"""Who is in the playground: people and channels found, named and chosen, as on a platform."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.playground.asking import Say
from adapters.playground.channels import PlayedChannel
from adapters.playground.directory import AT_ONCE
from adapters.playground.inbound import said
from adapters.playground.mentions import mentions_in
from adapters.playground.messenger import PlaygroundMessenger
from adapters.playground.people import HR, OWNERS, Player, Players
from adapters.playground.seat import Seat
from adapters.playground.shelf import Shelf
from bot.errors import Unreachable
from bot.events import Commanded, Mention, Said
from bot.ports import DirectoryAsk, Listed, Listing, Messenger, Profile
from tests.playground_script import START


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "playground.db")


@pytest.fixture
def messenger(shelf: Shelf) -> PlaygroundMessenger:
    ids = count(1)
    return PlaygroundMessenger(shelf, lambda: START, lambda: f"Id{next(ids)}")


@dataclass(frozen=True, slots=True)
class Company:
    """Twelve people and Robin of HR, and a channel with all but Robin, one of them a guest."""

    messenger: PlaygroundMessenger
    people: tuple[Player, ...]
    robin: Player
    room: PlayedChannel

    async def ask(self, kind: Any, *ids: str, cursor: str = "") -> Listing:
        port: Messenger = self.messenger
        return await port.directory(self.robin.address, DirectoryAsk(kind, ids, cursor))

    async def everyone(self, kind: Any, *ids: str) -> list[Listing]:
        pages = [await self.ask(kind, *ids)]
        while pages[-1].cursor:
            pages.append(await self.ask(kind, *ids, cursor=pages[-1].cursor))
        return pages


@pytest.fixture
def company(messenger: PlaygroundMessenger) -> Company:
    add = messenger.players.add
    people = tuple(add(f"Person {n}", "fr-FR", "Europe/Paris", f"k{n}") for n in range(12))
    robin = add("Robin", "en-GB", "Europe/London", "k-robin", hr=True)
    room = messenger.channels.add("Line 4", [p.id for p in people], public=False, key="k-room")
    messenger.channels.put(room.seating(people[3].id, "guest"))
    return Company(messenger, people, robin, room)


def persons(pages: Sequence[Listing]) -> list[str]:
    return [one.person for page in pages for one in page.people]


async def test_a_channel_is_read_page_by_page(company: Company) -> None:
    """Everybody in it once, guests marked, with what a platform knows of them."""
    pages = await company.everyone("channel", company.room.id)
    assert [len(page.people) for page in pages] == [AT_ONCE, 2]
    assert persons(pages) == [one.id for one in company.people]
    first, guest = pages[0].people[0], pages[0].people[3]
    address = {"platform": "playground", "person": first.person}
    mail = "person.0@example.org"
    assert first == Listed(first.person, address, "member", "fr-FR", "Europe/Paris", mail)
    assert guest.kind == "guest"


async def test_who_leaves_between_two_pages_moves_nobody_else(company: Company) -> None:
    """The last one of a page has gone when the next is asked for."""
    first = await company.ask("channel", company.room.id)
    gone = company.people[AT_ONCE - 1]
    company.messenger.channels.put(company.room.seating(gone.id, "nobody"))
    second = await company.ask("channel", company.room.id, cursor=first.cursor)
    assert persons([second]) == [one.id for one in company.people[AT_ONCE:]]


async def test_everybody_is_read_page_by_page(company: Company) -> None:
    """Robin of HR too, who is in no channel."""
    pages = await company.everyone("everybody")
    assert persons(pages) == [*(one.id for one in company.people), HR]


async def test_people_are_found_by_id_and_by_mail(company: Company) -> None:
    """Whatever the case of an address; who is unknown is named as asked."""
    by_id = await company.ask("people", company.people[2].id, "player-x", HR)
    assert persons([by_id]) == [company.people[2].id, HR]
    assert by_id.missing == ("player-x",)
    by_mail = await company.ask("mails", "Person.1@Example.ORG", "No@example.org")
    assert persons([by_mail]) == [company.people[1].id]
    assert by_mail.missing == ("No@example.org",)
    assert (by_id.cursor, by_mail.cursor) == ("", "")


async def test_where_the_bot_cannot_see_there_is_nobody(company: Company) -> None:
    """User groups, which there are none of, and channels that are gone, closed or without it."""
    channels, room = company.messenger.channels, company.room
    for asked in (("usergroup", "S1"), ("channel", "channel-x"), ("channel",)):
        with pytest.raises(Unreachable):
            await company.ask(*asked)
    for closed in (replace(room, bot=False), replace(room, archived=True)):
        channels.put(closed)
        with pytest.raises(Unreachable):
            await company.ask("channel", room.id)


async def test_a_profile_tells_the_mail_address(company: Company) -> None:
    """It is made up from the name, at a domain that stands for no company."""
    port: Messenger = company.messenger
    profile = await port.profile(company.robin.address)
    assert profile == Profile("en-GB", "Europe/London", "robin@example.org")


def test_no_two_people_have_one_address(shelf: Shelf) -> None:
    """Not even under one name, nor under names without a Latin letter."""
    ids = count(1)
    players = Players(shelf, lambda: str(next(ids)))
    names = ("Élise", "Elise", "elise", "日本", "東京", "<b>Noor</b> K")
    mails = [players.add(n, "en-IE", "Europe/Dublin", f"key-{n}").mail for n in names]
    assert mails == [
        "elise@example.org",
        "elise2@example.org",
        "elise3@example.org",
        "somebody@example.org",
        "somebody2@example.org",
        "b.noor.b.k@example.org",
    ]
    assert [one.mail for one in Players(shelf, str).all()] == mails


def test_people_of_an_older_file_get_an_address(shelf: Shelf) -> None:
    """Files from before there were addresses open as they are."""
    row = {"id": "player-1", "name": "Alex", "locale": "en-IE", "zone": "Europe/Dublin", "key": "k"}
    shelf.put("players", [row, {**row, "id": "player-2"}])
    assert [one.mail for one in Players(shelf, str).all()] == [
        "alex@example.org",
        "alex2@example.org",
    ]


def test_there_is_one_person_of_hr_and_an_owner(messenger: PlaygroundMessenger) -> None:
    """Known before anybody is played; who asks for another gets the same."""
    add = messenger.players.add
    alex = add("Alex", "en-IE", "Europe/Dublin", "k1")
    robin = add("Robin", "en-GB", "Europe/London", "k2", hr=True)
    assert add("Sasha", "fr-FR", "Europe/Paris", "k3", hr=True) == robin
    assert (alex.hr, robin.hr) == (False, True)
    assert f"{robin.actor.workspace}:{robin.actor.person}" in OWNERS
    assert f"{alex.actor.workspace}:{alex.actor.person}" not in OWNERS


# Names in what is typed

LINE, SHORT = Mention("channel", "channel-1", "Line 4"), Mention("channel", "channel-2", "Line")
NOOR, ANNA = Mention("person", "player-1", "Noor"), Mention("person", "player-2", "Anna (HR)")
KNOWN = (SHORT, NOOR, LINE, ANNA)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("new delegation for #Line 4 from monday", (LINE,)),
        ("new for #line from monday", (SHORT,)),
        ("@noor, #LINE 4 and @Anna (HR)", (NOOR, LINE, ANNA)),
        ("#Line #Line 4", (SHORT, LINE)),
        ("(#Line)", (SHORT,)),
        ("@Noor’s team", (NOOR,)),
        ("#Line4 @Noora #noor @line", ()),
        ("noor@Noor.example", ()),
        ("Line 4 and Noor", ()),
        ("#", ()),
    ],
)
def test_names_after_a_sign_are_mentions_in_order(text: str, named: tuple[Mention, ...]) -> None:
    """Spaces in a name included; of two that fit the longer; never inside a word."""
    assert mentions_in(text, KNOWN) == named


@given(st.lists(st.one_of(st.text(max_size=12), st.sampled_from(["#Line 4", "@Noor"]))))
def test_any_text_is_read_and_no_name_is_missed(parts: list[str]) -> None:
    """Among any words between spaces, each whole name is found, and nothing unknown."""
    found = mentions_in(" , ".join(parts), KNOWN)
    assert set(found) <= set(KNOWN)
    assert found.count(NOOR) >= parts.count("@Noor")
    assert found.count(LINE) >= parts.count("#Line 4")


def typed(company: Company, text: str, player: Player, room: PlayedChannel | None = None) -> Any:
    asked = Say(request_id="request-1", text=text)
    known = company.messenger.known_to(player)
    return said(asked, Seat(player, room), START, known)


def test_a_command_carries_what_it_names(company: Company) -> None:
    """The text stays as it was typed; ids are beside it."""
    event = typed(company, "/coach-campaign new for #line 4 and @Robin", company.people[0])
    assert isinstance(event, Commanded)
    assert event.text == "new for #line 4 and @Robin"
    assert [(m.kind, m.id, m.name) for m in event.mentions] == [
        ("channel", company.room.id, "Line 4"),
        ("person", HR, "Robin"),
    ]


def test_said_words_carry_what_they_name(company: Company) -> None:
    """In the own chat and, after the bot's name, in a channel."""
    alone = typed(company, "ask @robin", company.people[0])
    there = typed(company, "@Déclic ask @robin", company.people[0], company.room)
    assert isinstance(alone, Said)
    assert isinstance(there, Said)
    assert there.text == "ask @robin"
    assert [m.id for m in alone.mentions] == [m.id for m in there.mentions] == [HR]


def test_words_to_a_colleague_are_not_the_bots(company: Company) -> None:
    """Who begins with a colleague's name in a channel talks to that colleague."""
    first = company.people[0]
    assert typed(company, "@Robin, lunch?", first, company.room) is None
    assert typed(company, "@Robinson lunch?", first, company.room) is not None


def test_only_channels_that_somebody_sees_can_be_named(company: Company) -> None:
    """A private one by its members, a public one by all, an archived one by nobody."""

    def named(room: PlayedChannel) -> list[str]:
        company.messenger.channels.put(room)
        event = typed(company, "#Line 4", company.robin)
        return [m.id for m in event.mentions]

    room = company.room
    assert named(room) == []
    assert named(replace(room, public=True)) == [room.id]
    assert named(replace(room, public=True, archived=True)) == []
    assert named(room.seating(HR, "member")) == [room.id]
