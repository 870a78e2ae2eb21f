"""A campaign played on one page: HR, a channel of twelve, and somebody who says yes."""

from dataclasses import dataclass

from playwright.sync_api import Locator, expect

from bot.language import Lang
from tests.page_journey import press
from tests.page_team import CHANNEL, TeamOnPage
from tests.world import library

OWNER = "Robin"
"""Who owns campaigns on the page, and speaks English."""

HR: dict[Lang, str] = {"en": OWNER, "fr": "Camille"}
INVITED: dict[Lang, str] = {"en": "Noor", "fr": "Inès"}

NAME = {"en": "Autumn of delegation", "fr": "Un automne pour déléguer"}
WHY = {"en": "More room to decide", "fr": "Plus de latitude"}


@dataclass
class CampaignOnPage(TeamOnPage):
    """A page that shows the chat of somebody of HR."""

    @property
    def hr(self) -> str:
        """Who makes the campaign."""
        return HR[self.lang]

    @property
    def field(self) -> str:
        """What the field of the reason is called, in the language of the campaign."""
        return f"campaign.why_{self.lang}"

    def gather(self, address: str) -> None:
        """Come as the owner, and make a channel filled up to twelve."""
        self.page.goto(address)
        self.page.get_by_text("Robin, London").click()
        expect(self.page.locator("#who")).to_have_text(OWNER)
        self.page.locator("#add-channel").click()
        self.page.locator("#new-name").fill(CHANNEL[self.lang])
        self.page.locator("#new").get_by_role("checkbox").nth(1).check()
        self.page.locator("#new button[type=submit]").click()
        expect(self.page.locator("#cast").get_by_role("button")).to_have_count(12, timeout=30_000)

    def come_as_hr(self) -> None:
        """Look at the chat of whoever makes the campaign; the owner gives others the role."""
        self.own_chat(OWNER)
        if self.hr != OWNER:
            self.type(f"/coach-campaign roles hr @{self.hr}")
            self.reads("campaign.role_hr")
            self.own_chat(self.hr)

    def type(self, text: str) -> None:
        """Type something in the chat."""
        self.page.locator("#text").fill(text)
        with self.page.expect_response(lambda told: told.url.partition("?")[0].endswith("/say")):
            self.page.keyboard.press("Enter")

    def fill_in_form(self) -> None:
        """Say in the open form what is offered to whom, and send it."""
        self.form.get_by_label(self.asked("campaign.name"), exact=True).fill(NAME[self.lang])
        title = library().themes["delegation"].title.text(self.lang)
        themes = self.form.get_by_role("group", name=self.asked("campaign.themes"))
        themes.get_by_label(title, exact=True).check()
        self.write(self.field, WHY[self.lang])
        channel = self.form.get_by_label(self.asked("campaign.channel"))
        channel.select_option(label=f"# {CHANNEL[self.lang]}")
        self.send("buttons.save")

    def press_one(self, key: str) -> None:
        """Press the newest button of that name, in the language of whoever is played."""
        press(self.page, self.asked(key))

    def reads(self, key: str, **values: str) -> Locator:
        """Wait until whoever is played reads a text in their chat; unfilled it is read in part."""
        said = library().say(key, self.spoken, **values)
        text = said if values else max(said.replace("}", "{").split("{")[::2], key=len)
        there = self.log.locator(".entry.bot", has_text=text.strip()).last
        expect(there).to_be_visible(timeout=30_000)
        return there
