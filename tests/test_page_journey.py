"""A manager on the real page, with the real engine: from the first visit to the check-in."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from bot.language import Lang
from tests.browsers import chromium, needs_chromium
from tests.page_campaign import INVITED, NAME, WHY, CampaignOnPage
from tests.page_journey import PARTS, play, playground, press
from tests.page_team import EIGHT, TeamOnPage
from tests.world import library

pytestmark = needs_chromium


@pytest.fixture
def chrome() -> Iterator[Browser]:
    """One for each test: they are long, and each begins afresh."""
    with chromium() as running:
        yield running


@pytest.mark.parametrize("lang", ["en"])  # in French in Microsoft's client
def test_clicks_lead_from_the_first_visit_to_the_check_in(chrome: Browser, lang: Lang) -> None:
    """Onboarding, a session, a commitment, its follow-up and the check-in, all by clicking."""
    with playground(14872 if lang == "en" else 14873) as address:
        page = chrome.new_page(viewport={"width": 1280, "height": 860})
        play(page, address, PARTS[lang])
        question = page.locator(".entry.bot", has_text=PARTS[lang].asked).last
        expect(question).to_be_visible()
        check(page)
        press(page, PARTS[lang].done)
        expect(question).to_contain_text("✓")
        page.close()


@pytest.mark.parametrize("lang", ["fr"])  # in English they meet in Microsoft's client
def test_eight_people_played_on_one_page_hold_a_round_and_close_the_loop(
    chrome: Browser, lang: Lang
) -> None:
    """A proposal, eight answers, one after a reminder, a summary, the loop, and the next round."""
    with playground(14874 if lang == "en" else 14875) as address:
        page = chrome.new_page(viewport={"width": 1280, "height": 860})
        page.set_default_timeout(20_000)
        team = TeamOnPage(page, lang)
        team.gather(address)
        team.press("team.start")
        team.move("message")
        team.sees("team.round_intro")
        check(page)
        *prompt, reminded = EIGHT
        team.play_as(reminded)
        team.be_reminded()
        for number, name in enumerate(prompt):
            team.play_as(name)
            team.answer("decision" if number < 6 else "means", lines=number < 2)
            expect(team.form).to_contain_text(team.asked("team.thanks").partition("{")[0])
            team.put_away()
        team.answer_when_reminded(reminded, "means")
        assert not any(name in team.newest().inner_text() for name in EIGHT)

        team.play_as(team.maker)
        team.own_chat(team.maker)
        while not page.get_by_text(team.posted("team.guidance_summary")).count():
            team.move("message")
        team.press("team.loop_title")
        check(page)
        team.close_loop("Noor")
        team.put_away()

        team.channel()
        summary = team.holding("team.talk_1")
        for key in ("team.blocker_decision", "team.level_high", "team.loop_closed"):
            expect(summary).to_contain_text(team.posted(key))
        expect(summary).not_to_contain_text(team.posted("team.blocker_means"))
        for line in team.lines():
            expect(summary).to_contain_text(line)
        expect(page.locator(".entry.under", has_text=team.written["heard"])).to_be_visible()
        expect(page.locator(".entry.under", has_text=team.written["action"])).to_contain_text(
            "Noor"
        )
        check(page)
        while not page.get_by_role("button", name=team.posted("team.answer"), exact=True).count():
            team.move("message")
        expect(team.newest()).to_contain_text(team.posted("team.round_intro").partition("{")[0])
        page.close()


@pytest.mark.parametrize("lang", ["en"])  # in French in Microsoft's client
def test_hr_makes_looks_at_and_launches_a_campaign_for_a_channel_of_twelve(
    chrome: Browser, lang: Lang
) -> None:
    """A role, a form, the preview and its texts, a launch, a yes, a pause and a report."""
    with playground(14876 if lang == "en" else 14877) as address:
        page = chrome.new_page(viewport={"width": 1280, "height": 860})
        page.set_default_timeout(20_000)
        hr = CampaignOnPage(page, lang)
        hr.gather(address)
        hr.come_as_hr()
        hr.type("/coach-campaign new")
        check(page)
        hr.fill_in_form()
        hr.reads("campaign.reachable", n="12", m="12")
        check(page)

        hr.press_one("campaign.way_preview")
        expect(hr.reads("campaign.as_if")).to_contain_text(hr.asked("kinds.invitation"))
        check(page)
        hr.press_one("campaign.way_texts")
        expect(hr.form).to_contain_text(hr.asked("invitation.voluntary"))
        check(page)
        hr.put_away()
        hr.press_one("campaign.way_ready")
        question = hr.reads("campaign.launch_means")
        expect(question).to_contain_text(hr.asked("campaign.sending_takes"))
        check(page)
        hr.press_one("campaign.launch_now")
        hr.reads("campaign.launched_already", name=NAME[lang])
        expect(hr.reads("campaign.state_running")).to_contain_text(NAME[lang])

        hr.own_chat(INVITED[lang])
        while not page.get_by_role("button", name=hr.asked("invitation.yes")).count():
            hr.move("message")
        invitation = hr.reads("invitation.voluntary")
        expect(invitation).to_contain_text(WHY[lang])
        check(page)
        hr.press_one("invitation.yes")
        hr.reads("invitation.said_yes")
        privacy = library().programme("onboarding").step("privacy").say.text(lang)
        expect(hr.newest()).to_contain_text(privacy)

        hr.own_chat(hr.hr)
        hr.press_one("campaign.way_pause")
        hr.reads("campaign.state_paused")
        hr.press_one("campaign.way_report")
        report = hr.reads("campaign.unknown")
        expect(report).to_contain_text(hr.asked("campaign.too_few_to_tell"))
        expect(report).not_to_contain_text(INVITED[lang])
        check(page)
        page.close()


def check(page: Page) -> None:
    """Fail on anything that axe finds."""
    assert [v["id"] for v in Axe().run(page).response["violations"]] == []
