"""People first: care shows at once, and neither the database nor the log knows of it."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.care import classify
from bot.events import Clicked
from bot.language import LANGS, Lang
from bot.messages import Bullets, Message, Reply
from storage.store import Store
from tests.databases import Database
from tests.fakes import Clock
from tests.players import Player, Words, at_the_door, controls
from tests.traces import all_logs, rows
from tests.world import MONDAY, library

SERIOUS: dict[Lang, tuple[str, ...]] = {
    "en": (
        "I want to kill myself",
        "I want to die",
        "Sometimes I think of suicide",
        "I want to end my life",
        "I want to end it all",
        "I don't want to live any more",
        "Everybody would be better off without me",
        "There is no reason to live",
        "I have been saving pills",
        "I am going to hurt myself",
        "He brought a knife to work",
        "I am going to hit him",
        "I could kill him",
        "I am going to kill my boss",
        "I don't want to be here anymore",
        "I'd be better off dead",
        "I think about ending my life every day",
        "I think about ending it",
        "I cut myself last night",
        "He has a gun in his desk",
        "She said she would kill herself",
        "My manager harasses me",
        "I am being harassed every day",
        "They bully the intern",
        "I am bullied by my team",
        "He groped me at the party",
        "He keeps touching me",
        "He touched me in the lift",
        "She made sexual remarks again",
        "He humiliates me in every meeting",
        "I was humiliated in front of everybody",
        "This is discrimination",
        "I am discriminated against",
        "He makes racist jokes",
        "I was not promoted because I am pregnant",
        "He threatened me yesterday",
        "I was threatened after the meeting",
        "They retaliated after my complaint",
        "They asked me to falsify the figures",
        "He assaulted a colleague",
        "I am close to burnout",
        "I am burned out",
        "I had a panic attack this morning",
        "I have panic attacks before meetings",
        "I can't cope any more",
        "I cannot cope with this",
        "I cry at work every day",
        "I feel hopeless",
        "The doctor signed me off",
        "I have a knot in my stomach every Sunday",
        "I can't sleep any more because of work",
        "I am completely exhausted and can't go on",
        "I break down in tears before work",
        "I feel worthless",
    ),
    "fr": (
        "J'ai plus envie de me réveiller demain",
        "Je veux me tuer",
        "Je vais me suicider",
        "Je pense au suicide",
        "J'ai envie de mourir",
        "Je veux mettre fin à mes jours",
        "Tout le monde serait mieux sans moi",
        "Je n'ai plus envie de vivre",
        "Je veux en finir",
        "Je pense à en finir avec la vie",
        "J'ai gardé des médicaments exprès",
        "Il est venu avec un couteau",
        "J'ai envie de le frapper",
        "Je vais le tuer",
        "Je me fais du mal",
        "Je préférerais être morte",
        "Je ne veux plus vivre",
        "Il a une arme dans son bureau",
        "Elle a dit qu'elle allait se suicider",
        "Je me scarifie",
        "La vie ne vaut plus la peine d'être vécue",
        "Mon chef me harcèle",
        "Je suis harcelée tous les jours",
        "C'est du harcèlement",
        "Il m'a agressée",
        "J'ai été agressé au bureau",
        "Il y a eu des attouchements",
        "Il fait des remarques sexuelles",
        "Il m'a touchée en réunion",
        "Elle m'humilie devant tout le monde",
        "J'ai été humilié en réunion",
        "C'est de la discrimination",
        "Je suis discriminée",
        "Il tient des propos racistes",
        "Pas de prime parce que je suis enceinte",
        "Il m'a menacée hier",
        "Je reçois des menaces",
        "Je crains des représailles",
        "On m'a demandé de falsifier les chiffres",
        "Il m'insulte tous les jours",
        "Je fais un burn-out",
        "Je suis en burn out",
        "J'ai eu une crise d'angoisse ce matin",
        "Je fais des crises d'angoisse",
        "Je n'en peux plus",
        "Je pleure tous les soirs",
        "Je pleure tous les matins avant de partir",
        "Je suis au bout du rouleau",
        "Le médecin m'a arrêtée",
        "J'ai la boule au ventre",
        "Je ne dors plus",
        "Je craque complètement",
        "Je suis en dépression",
        "Je suis à bout",
    ),
}
GATES = {"conflict": "work_harm", "difficult_conversation": "work_harm", "workload": "distress"}
EVERY = [text for lang in LANGS for text in SERIOUS[lang]]


@pytest.fixture
async def ada(store: Store) -> AsyncIterator[Player]:
    """Somebody who types nothing yet."""
    async with at_the_door(store, Clock(MONDAY)) as (world, chat):
        yield Player(world, chat, "U0ADA")


async def in_a_session(player: Player) -> None:
    """Go on until a question waits for words."""
    await player.onboard(Words())
    await player.command("stuck")


def kept(store: Store) -> dict[str, list[str]]:
    """Read everything but the keys of events, of which there is one for each event."""
    return rows(store, without=("seen",))


def read(message: Message | None) -> str:
    """Return the texts of a message."""
    assert message is not None, "nothing was shown"
    return str(message.elements)


def is_care(reply: Reply) -> bool:
    """Tell whether this is the care card and nothing else."""
    care = {
        library().programme("safe_response").step(step).say.text(lang).split(".")[0][:40]
        for step in ("danger", "work_harm", "distress")
        for lang in LANGS
    }
    shown = read(reply.show)
    return any(start in shown for start in care) and reply == Reply(show=reply.show)


def test_there_are_a_hundred_sentences_and_all_are_noticed() -> None:
    """In both languages, whatever language the person has chosen."""
    assert len(EVERY) >= 100
    for text in EVERY:
        assert classify(text, "en", library().safety), text
        assert classify(text, "en", library().safety) == classify(text, "fr", library().safety)


class TestNothingIsLeft:
    """A hundred times, in every place that takes words."""

    @pytest.mark.parametrize("way", ["message", "command", "argument"])
    async def test_of_what_a_newcomer_types(self, store: Store, ada: Player, way: str) -> None:
        """They do not even become known."""
        with all_logs() as heard:
            before, lines = kept(store), len(heard.lines)
            for text in EVERY:
                reply = await send(ada, way, text)
                assert is_care(reply), text
            assert kept(store) == before
            assert not any(before.values())
            assert heard.lines[lines:] == []
        assert ada.chat.calls == []

    @pytest.mark.parametrize("way", ["message", "command", "argument", "form"])
    async def test_of_what_somebody_types_in_a_session(
        self, store: Store, ada: Player, way: str
    ) -> None:
        """Neither the session nor the chat changes."""
        await in_a_session(ada)
        await ada.press("write")
        form, seen, calls = ada.form, len(rows(store)["seen"]), len(ada.chat.calls)
        with all_logs() as heard:
            before, lines = kept(store), len(heard.lines)
            for text in EVERY:
                ada.form = form
                assert is_care(await send(ada, way, text)), text
            assert kept(store) == before
            assert heard.lines[lines:] == []
        assert len(rows(store)["seen"]) == seen + len(EVERY)
        assert len(ada.chat.calls) == calls

    async def test_of_any_field_of_a_form(self, store: Store, ada: Player) -> None:
        """One serious field is enough; what else was written goes with it."""
        await in_a_session(ada)
        await ada.command("commit")
        await ada.press("write")
        form, before = ada.form, kept(store)
        for name in ("action", "cue", "who", "indicator", "due"):
            ada.form = form
            assert is_care(await ada.fill({"action": "I call the client", name: EVERY[0]})), name
        ada.form = form
        assert is_care(await ada.fill({"action": [EVERY[0]]}))
        assert kept(store) == before

    async def test_help_leaves_the_same(self, store: Store, ada: Player) -> None:
        """From outside nobody can tell the one from the other."""
        await in_a_session(ada)
        before, seen = kept(store), len(rows(store)["seen"])
        await ada.say("help")
        await ada.command("help")
        await ada.press("help")
        assert kept(store) == before
        assert len(rows(store)["seen"]) == seen + 3
        await ada.say(EVERY[0])
        assert kept(store) == before
        assert len(rows(store)["seen"]) == seen + 4

    async def test_of_what_is_pressed_on_the_care_card(self, store: Store, ada: Player) -> None:
        """Looking at the contacts is nobody's business, either."""
        await in_a_session(ada)
        before = kept(store)
        for step in ("danger", "work_harm", "distress"):
            for choice in library().programme("safe_response").step(step).choices:
                if choice.id != "work":
                    reply = await ada.send(care(ada, step, choice.id))
                    assert reply == Reply(show=reply.show)
        assert kept(store) == before

    async def test_delivered_again_it_is_answered_again(self, store: Store, ada: Player) -> None:
        """Nothing remembers it, so the person is not left without an answer."""
        await in_a_session(ada)
        before = kept(store)
        event = ada.heard("I want to die")
        assert is_care(await ada.send(event))
        assert is_care(await ada.send(event))
        assert kept(store) == before


async def send(player: Player, way: str, text: str) -> Reply:
    """Type a text somewhere."""
    match way:
        case "message":
            return await player.say(text)
        case "command":
            return await player.command(text)
        case "argument":
            return await player.command(f"start {text}")
    return await player.fill({"text": text})


def care(player: Player, step: str, choice: str) -> Clicked:
    """Press a button of the care card."""
    return player.clicked("menu", f"care:{step}:{choice}")


class TestContacts:
    """Those of the person's country, at one tap."""

    @pytest.fixture
    def database(self, sqlite_database: Database) -> Database:
        """What is tested here is the same on every database."""
        return sqlite_database

    @pytest.mark.parametrize(
        ("zone", "number"),
        [
            ("Europe/Paris", "3114"),
            ("Europe/London", "999"),
            ("Europe/Dublin", "116 123"),
            ("America/New_York", "988"),
            ("America/Toronto", "988"),
            ("Europe/Berlin", "112"),
            ("Asia/Tokyo", "112"),
            (None, "112"),
        ],
    )
    async def test_a_newcomer_sees_those_of_their_country(
        self, ada: Player, zone: str | None, number: str
    ) -> None:
        """Also without ever having said where they are."""
        ada.actor = replace(ada.actor, zone=zone)
        assert number in read((await ada.say("I want to die")).show)
        for step in ("danger", "work_harm", "distress"):
            assert number in read((await ada.send(care(ada, step, "contacts"))).show)
        assert number in read((await ada.say("help")).show)

    @pytest.mark.parametrize("lang", LANGS)
    async def test_help_shows_contacts_before_commands(self, ada: Player, lang: Lang) -> None:
        """In the person's language."""
        ada.actor = replace(ada.actor, locale=lang)
        shown = (await ada.say("aide")).show
        assert shown is not None
        first = next(e for e in shown.elements if isinstance(e, Bullets))
        contacts = library().contacts["FR"].lines
        assert first.items == tuple(line.text(lang) for line in contacts)

    async def test_every_message_offers_help(self, ada: Player) -> None:
        """It is the real safety feature: words are often missed."""
        await in_a_session(ada)
        await ada.walk(Words())
        for name in ("plan", "settings", "why", "data", "snooze", "language", "next"):
            await ada.command(name)
        every = [call.message for call in ada.chat.calls if call.message]
        assert len(every) > 20
        assert all(("menu", "help") in offers(message) for message in every)


def offers(message: Message) -> set[tuple[str, str]]:
    """List everything that can be pressed."""
    return {(token, option) for token, options in controls(message) for option in options}


class TestGoingOn:
    """The session waits at the same question."""

    @pytest.fixture
    def database(self, sqlite_database: Database) -> Database:
        """What is tested here is the same on every database."""
        return sqlite_database

    async def test_the_question_can_be_answered_as_before(self, ada: Player) -> None:
        """Its message is still there, and so is its form."""
        await in_a_session(ada)
        standing = await ada.session()
        await ada.press("write")
        form = ada.form
        await ada.fill({"text": "I want to die"})
        assert await ada.session() == standing
        ada.form = form
        await ada.fill({"text": "The supplier file"})
        after = await ada.session()
        assert after is not None
        assert standing is not None
        assert (after.id, after.step_id) != (standing.id, standing.step_id)

    async def test_go_on_asks_it_again(self, ada: Player) -> None:
        """Below the care card, where the person is looking."""
        await in_a_session(ada)
        standing, posted = await ada.session(), len(ada.chat.posts)
        await ada.say("I want to die")
        await ada.send(care(ada, "danger", "figurative"))
        await ada.send(care(ada, "sorry", "go_on"))
        after = await ada.session()
        assert after is not None
        assert standing is not None
        assert (after.id, after.step_id) == (standing.id, standing.step_id)
        assert len(ada.chat.posts) == posted + 1

    async def test_without_a_session_there_is_a_next_step(self, ada: Player) -> None:
        """Nobody is left with a button that does nothing."""
        await ada.onboard(Words())
        posted = len(ada.chat.posts)
        await ada.send(care(ada, "sorry", "go_on"))
        assert len(ada.chat.posts) == posted + 1


class TestGates:
    """Three themes ask about harm first; what is answered there is nobody's business."""

    @pytest.fixture
    def database(self, sqlite_database: Database) -> Database:
        """What is tested here is the same on every database."""
        return sqlite_database

    @pytest.mark.parametrize("theme", GATES)
    @pytest.mark.parametrize("way", ["press", "say", "yes", "oui", "maybe"])
    async def test_yes_shows_care_and_leaves_everything_as_it_is(
        self, store: Store, ada: Player, theme: str, way: str
    ) -> None:
        """As if the person had not answered at all."""
        await at_the_gate(ada, theme)
        before = kept(store)
        match way:
            case "press":
                reply = await ada.press("yes")
            case "say":
                reply = await ada.say("Yes or maybe")
            case _:
                reply = await ada.say(way)
        assert is_care(reply)
        assert kept(store) == before

    @pytest.mark.parametrize("theme", GATES)
    async def test_who_goes_on_after_yes_cannot_be_told_from_who_said_no(
        self, store: Store, ada: Player, theme: str
    ) -> None:
        """Row by row, whatever the rows are called."""
        bob = Player(ada.world, ada.chat, "U0BOB")
        for player in (ada, bob):
            await at_the_gate(player, theme)
        await ada.press("yes")
        await ada.send(care(ada, "sorry", "go_on"))
        await bob.press("no")
        hers, his = await shape(store, ada), await shape(store, bob)
        assert hers == his
        assert all(hers[name] for name in ("people", "sessions", "answers", "cards", "outbox"))
        session = await ada.session()
        assert session is not None
        assert session.answer("harm") is None

    @pytest.mark.parametrize("theme", GATES)
    async def test_no_is_never_written_down(self, store: Store, ada: Player, theme: str) -> None:
        """Neither as an answer, nor on the message."""
        gate = await at_the_gate(ada, theme)
        asked = ada.messages[-1]
        await ada.press("no")
        assert not any(f"'{gate}'" in row for row in kept(store)["answers"])
        assert asked not in ada.messages
        assert "No" not in [
            span for m in ada.messages[-2:-1] for span in re.findall(r"text='([^']*)'", str(m))
        ]


async def at_the_gate(player: Player, theme: str) -> str:
    """Begin a theme and answer until it asks about harm; return the step's id."""
    if await player.me() is None:
        await player.onboard(Words())
    await player.command(f"start {theme}")
    for _ in range(9):
        session = await player.session()
        assert session is not None
        programme = library().programme(session.programme_id)
        step = programme.step(session.step_id)
        if step.gate:
            assert step.gate == GATES[theme]
            return step.id
        await player.answer(programme, step, Words())
    raise AssertionError("it does not ask")


async def shape(store: Store, player: Player) -> dict[str, list[str]]:
    """Read all rows of a person, without names and numbers that are given by chance."""
    me = await player.me()
    assert me is not None
    every = rows(store, without=("seen", "words"))
    mine = {
        name: [row for row in some if me.id in row or me.person in row]
        for name, some in every.items()
    }
    return {name: sorted(map(nameless, some)) for name, some in mine.items()}


def nameless(row: str) -> str:
    """Leave out random names, numbers of rows and of messages, and names of people."""
    row = re.sub(r"(?<![\w-])[\w-]{22}(?![\w-])|[\w-]{22}(?=['\"])", "*", row)
    row = re.sub(r"event-\d+:\d+|'m\d+'|U0ADA|U0BOB", "*", row)
    return re.sub(r"^\((\d+), ", "(", row)
