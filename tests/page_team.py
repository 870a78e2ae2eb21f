"""A team played on one page: a channel of eight, a round that all answer, the loop."""

from dataclasses import dataclass
from functools import cached_property

from playwright.sync_api import Locator, Page, expect

from bot.language import LANGS, Lang
from tests.page_journey import PARTS, press
from tests.world import library

EIGHT = ("Alex", "Camille", "Noor", "Inès", "Sam", "Luc", "Maya", "Élise")
"""Whom the page seats in a channel that is filled up."""

CHANNEL = {"en": "Line 4", "fr": "Ligne 4"}
TEAM = {
    "en": {
        "expect": "Calls answered before noon",
        "offer": "An hour on Friday to read drafts",
        "heard": "Decisions come late.",
        "will": "We decide on Mondays.",
        "wont": "No second meeting: nobody has the hour.",
        "action": "Decide on the open quotes at the start of each week",
    },
    "fr": {
        "expect": "Une réponse aux appels avant midi",
        "offer": "Une heure le vendredi pour relire",
        "heard": "Les décisions arrivent tard.",
        "will": "Nous décidons le lundi.",
        "wont": "Pas de deuxième réunion : personne n’a l’heure.",
        "action": "Trancher les devis ouverts en début de semaine",
    },
}
"""What is written, by the name of the field."""


@dataclass
class TeamOnPage:
    """A page that shows a channel, played in one language as in the other."""

    page: Page
    lang: Lang

    @property
    def maker(self) -> str:
        """Who makes the channel, confirms, and so becomes the champion."""
        return PARTS[self.lang].name.partition(",")[0]

    @cached_property
    def written(self) -> dict[str, str]:
        """What is written in this language."""
        return TEAM[self.lang]

    @property
    def log(self) -> Locator:
        """What stands in the channel."""
        return self.page.locator("#log")

    @property
    def form(self) -> Locator:
        """The form that is open."""
        return self.page.locator("#form")

    @property
    def spoken(self) -> Lang:
        """The language of whoever is played now: that of forms, whatever the channel's."""
        return "fr" if self.page.locator("html").get_attribute("lang") == "fr" else "en"

    def asked(self, key: str) -> str:
        """Say a text as the form does."""
        return library().say(key, self.spoken)

    def posted(self, key: str) -> str:
        """Say a text as the channel does."""
        return library().say(key, self.lang)

    def gather(self, address: str) -> None:
        """Come to the page, and make a channel filled up to eight."""
        self.page.goto(address)
        self.page.get_by_text(PARTS[self.lang].name).click()
        expect(self.page.locator("#who")).to_have_text(self.maker)
        self.page.locator("#add-channel").click()
        self.page.locator("#new-name").fill(CHANNEL[self.lang])
        self.page.locator("#new").get_by_role("checkbox").first.check()
        self.page.locator("#new button[type=submit]").click()
        self.sees("team.proposal")

    def play_as(self, name: str) -> None:
        """Go on as somebody else in the channel."""
        chip = self.page.locator("#cast").get_by_role("button", name=name)
        chip.click()
        expect(chip).to_have_attribute("aria-pressed", "true")

    def press(self, key: str) -> None:
        """Press the newest button of that name in the channel."""
        press(self.page, self.posted(key))

    def sees(self, key: str) -> None:
        """Wait until a text stands in the channel, as far as nothing is filled in."""
        expect(self.log).to_contain_text(self.posted(key).partition("{")[0], timeout=20_000)

    def own_chat(self, name: str) -> None:
        """Look at what somebody has with the bot alone."""
        self.page.locator("#players").get_by_role("button", name=name).click()
        expect(self.page.locator("#who")).to_have_text(name)

    def channel(self) -> None:
        """Look at the channel again."""
        self.page.locator("#channels").get_by_role("button", name=CHANNEL[self.lang]).click()
        expect(self.page.locator("#who")).to_have_text(f"# {CHANNEL[self.lang]}")

    def command(self, text: str) -> None:
        """Type a command in the channel."""
        self.page.locator("#text").fill(f"/coach-team {text}")
        with self.page.expect_response(lambda told: told.url.partition("?")[0].endswith("/say")):
            self.page.keyboard.press("Enter")

    def close_loop(self, owner: str) -> None:
        """Say as the champion what was heard and what follows, and take one action on."""
        for name in ("heard", "will", "wont"):
            self.write(f"team.loop_{name}", self.written[name])
        self.write("team.action", self.written["action"])
        self.form.get_by_label(self.asked("team.owner")).select_option(label=owner)
        self.send("team.publish")

    def newest(self) -> Locator:
        """Return the newest message of the bot."""
        return self.log.locator(".entry.bot").last

    def holding(self, key: str) -> Locator:
        """Return the newest message in which a text stands."""
        return self.log.locator(".entry.bot", has_text=self.posted(key)).last

    def lines(self) -> list[str]:
        """Return the lines that were written, in either language."""
        return [TEAM[lang][name] for lang in LANGS for name in ("expect", "offer")]

    def move(self, to: str) -> None:
        """Move the clock: to the next `message`, `day` or `monday`."""
        button = self.page.locator(f"[data-move={to}]")
        with self.page.expect_response(lambda told: "/clock" in told.url, timeout=30_000):
            button.click()
        expect(button).to_be_enabled()

    def answer(self, blocker: str, *, lines: bool = False) -> None:
        """Answer the round in the form, with two lines that may be shown or with none."""
        self.press("team.answer")
        self.fill_in(blocker, lines=lines)

    def fill_in(self, blocker: str, *, lines: bool = False) -> None:
        """Fill the open form in and send it."""
        for item in ("energy", "role", "goal"):
            self.choose(f"team.ask_{item}", "4")
        self.choose("team.ask_blocker", self.asked(f"team.blocker_{blocker}"))
        if not lines:
            self.send("team.send")
            return
        for name in ("expect", "offer"):
            self.write(f"team.ask_{name}", TEAM[self.spoken][name])
        self.send("team.send")
        self.choose("team.quote_ask", self.asked("team.quote_yes"))
        self.send("buttons.save")

    def be_reminded(self) -> None:
        """Say not now, and tick the reminder."""
        self.press("team.decline")
        self.form.get_by_role("checkbox").check()
        self.send("buttons.save")
        expect(self.form).to_contain_text(self.asked("team.will_remind").partition("{")[0])
        self.put_away()

    def answer_when_reminded(self, name: str, blocker: str) -> None:
        """Let the reminder come, in private, and answer by its button."""
        self.own_chat(name)
        self.move("message")
        expect(self.log).to_contain_text(self.asked("team.reminder").partition("{")[0])
        press(self.page, self.asked("team.answer"))
        self.fill_in(blocker)
        expect(self.form).to_contain_text(self.asked("team.thanks").partition("{")[0])
        self.put_away()
        self.channel()

    def choose(self, question: str, label: str) -> None:
        """Choose one of the answers offered to a question."""
        asked = self.form.get_by_role("radiogroup", name=self.asked(question))
        asked.get_by_label(label, exact=True).check()

    def write(self, question: str, text: str) -> None:
        """Write an answer to a question."""
        self.form.get_by_label(self.asked(question)).fill(text)

    def send(self, key: str) -> None:
        """Send the form."""
        press(self.page, self.asked(key))

    def put_away(self) -> None:
        """Close what the form has become."""
        press(self.page, self.asked("buttons.close"))
        expect(self.form).to_be_hidden()
