"""A campaign from the role to the stop, on every platform, in both languages.

The same script is played in Slack, in Teams and in the playground, through the real adapters
over HTTP. Sentences and labels are named by their wording key.
"""

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from bot.campaigns.grants import Deed
from bot.language import LANGS, Lang
from storage.store import Store
from tests.desk import Chair, Desk
from tests.desks import DESKS, two_desks
from tests.fakes import Clock
from tests.reading import foreign
from tests.room import Values, says
from tests.stage import Shown
from tests.talks import fold
from tests.world import library

START = datetime(2026, 11, 23, 9, tzinfo=UTC)
"""A Monday, 10:00 in Paris."""

NOON = datetime(2026, 11, 30, 11, tzinfo=UTC)
"""On the first day 12:00 in Paris, when invitations are out there, and 06:00 in New York."""

TUESDAY = datetime(2026, 12, 1, 8, tzinfo=UTC)
EVENING = datetime(2026, 12, 1, 19, tzinfo=UTC)
"""On the second day 09:00 in Paris, and 14:00 in New York."""

NAME = {"en": "Autumn of delegation", "fr": "Un automne pour déléguer"}
WHY = {"why_en": "More room to decide", "why_fr": "Plus de latitude"}
ANEW = {"why_en": "Asked for in June", "why_fr": "Demandé en juin"}
MET = (0, 1, 8, 11)
"""Who has written to the bot before."""

WISH = {
    "en": "new delegation for {room} from monday for 6 weeks",
    "fr": "nouvelle délégation pour {room} à partir de lundi pendant 6 semaines",
}
MADE = {"en": "new", "fr": "nouvelle"}
NONSENSE = {"en": "new delegation for the blue elephants", "fr": "nouvelle délégation zèbre bleu"}

FIELDS = ["name", "themes", "why_en", "why_fr", "first_day", "weeks", "pace", "window_from"]
FIELDS += ["window_until", "langs", "measures", "pilot", "channel", "people", "list"]

CASES = [
    *(("sqlite", platform, lang) for platform in DESKS for lang in LANGS),
    ("postgres", "slack", "en"),
    ("postgres", "teams", "fr"),
]


@asynccontextmanager
async def opened(platform: str, store: Store, lang: Lang) -> AsyncIterator[Desk]:
    """Twelve people and a guest; 8, 9 and 11 speak the other language, 10 and 11 live far away."""
    langs = [lang] * 12
    for number in (8, 9, 11):
        langs[number] = other(lang)
    async with DESKS[platform](store, Clock(START), langs) as desk:
        yield desk


@pytest.mark.parametrize(("database", "platform", "lang"), CASES, indirect=["database"])
async def test_a_campaign_comes_from_the_role_to_the_stop(
    store: Store, platform: str, lang: Lang
) -> None:
    """Roles, words, form, audience, preview, test, launch, answers, pause, text, report, stop."""
    async with opened(platform, store, lang) as desk:
        await people_have_met_the_bot(desk)
        await who_has_no_role_is_told_whom_to_ask(desk)
        await the_owner_gives_roles(desk)
        await words_become_a_draft(desk)
        await the_form_makes_a_draft(desk)
        await the_audience_is_counted(desk)
        draft = await the_preview_is_shown(desk)
        await a_test_run_comes_to_hr_alone(desk)
        await a_second_yes_launches(desk, draft)
        await people_are_invited_once(desk)
        await one_says_yes(desk)
        await another_says_no(desk)
        await a_pause_holds_and_a_resume_goes_on(desk)
        await the_report_names_nobody(desk)
        await a_stop_asks_and_ends_it(desk)
        await the_log_says_who_did_what(desk)
        for one in desk.hr.messages:
            assert foreign(one, lang) == [], one
        await desk.check()


async def test_one_campaign_spans_slack_and_teams(store: Store) -> None:
    """Two people of HR, one in each; whoever has an account in both is invited once."""
    langs: tuple[Lang, Lang] = ("en", "fr")
    async with two_desks(store, Clock(START), [langs[0]] * 6, [langs[1]] * 6) as (slack, teams):
        for desk in (slack, teams):
            await desk.owner.types("list")
            await desk.hr.types("list")
            await desk.appoint(desk.owner.seat, "hr", desk.hr.seat)
        here, there = slack.hr, teams.hr
        await here.types("new")
        await here.fills({**WHY, "name": NAME["en"], "themes": ["meetings"], "channel": "C0TEAM"})
        await slack.count()
        draft = newest(here, "campaign.state_draft")
        assert counted(here, 6, 6) in plain(draft)

        await there.types("liste")
        await there.seat.own.press(NAME["en"])
        await there.presses("campaign.way_people")
        await there.fills({"channel": teams.room.id})
        await teams.count()
        await slack.room.look()
        assert counted(here, 11, 11) in plain(here.now(draft))
        assert counted(there, 11, 11) in plain(newest(there, "campaign.state_draft"))

        for chair in (here, there):
            await chair.presses("campaign.way_ready")
        for chair in (there, here):
            await chair.presses("campaign.launch_now")
        await there.desk.until(NOON)
        await slack.room.look()
        invited = slack.invited(), teams.invited()
        assert sorted(len(some) for some in invited) == [5, 6]
        assert all(len(set(some)) == len(some) for some in invited)

        await there.types("suspendre")
        await slack.room.look()
        assert shows(here, here.now(draft), "campaign.state_paused")
        await here.types("report")
        report = here.reads("campaign.report_title")
        assert fold(f"{here.text('campaign.handled')}: 11") in plain(report)
        assert sum(deed.act == "launched" for deed in await log(slack)) == 1


# the script


async def people_have_met_the_bot(desk: Desk) -> None:
    """Somebody says what language they speak before anything comes; an owner is known, too."""
    for chair in [desk.chairs[number] for number in MET]:
        await chair.seat.own.say({"en": "why", "fr": "pourquoi"}[chair.lang])
    await desk.room.look()


async def who_has_no_role_is_told_whom_to_ask(desk: Desk) -> None:
    """In one line that names the owner; nothing is made."""
    await desk.hr.types(WISH[desk.hr.lang].format(room=""))
    said = desk.hr.reads("campaign.ask_owner")
    assert desk.called(desk.owner.seat) in said.text
    assert not await desk.campaigns()


async def the_owner_gives_roles(desk: Desk) -> None:
    """HR in words, an observer by the form; who is not known to the bot keeps it open."""
    owner, hr, observer = desk.owner, desk.hr, desk.chairs[8]
    owner.mark()
    await desk.appoint(owner.seat, "hr", hr.seat)
    await desk.room.look()
    given = owner.reads("campaign.roles_title", "campaign.role_hr")
    assert desk.called(hr.seat) in given.text
    await owner.presses("campaign.way_give")
    await owner.fills({"people": ["nobody-at-all"], "role": "observer"})
    assert owner.window_says("campaign.never_met"), owner.window
    assert owner.form == ["people", "role"]
    await owner.fills({"people": [observer.seat.id], "role": "observer"})
    assert desk.called(observer.seat) in owner.now(given).text
    assert says(owner.now(given).text, "campaign.role_observer", owner.lang)
    await observer.types("pause")
    assert observer.fresh


async def words_become_a_draft(desk: Desk) -> None:
    """Echoed back, and once when delivered twice; what was not understood is said."""
    hr = desk.hr
    hr.mark()
    await desk.wish(hr.seat, WISH[hr.lang])
    await desk.room.look()
    hr.reads("campaign.state_draft")
    await hr.again()
    made = await desk.count()
    assert len(await desk.campaigns()) == 1
    assert made.terms.themes == ("delegation",)
    assert (made.terms.first_day.isoformat(), made.terms.weeks) == ("2026-11-30", 6)
    assert counted(hr, 12, 13) in plain(newest(hr, "campaign.state_draft"))
    await hr.presses("campaign.way_delete")
    hr.reads("campaign.deleted")
    await hr.types(NONSENSE[hr.lang])
    hr.reads("campaign.not_understood")
    await hr.presses("campaign.way_delete")
    assert not await desk.campaigns()
    await hr.types({"en": "helpp", "fr": "aidee"}[hr.lang])
    hr.reads("campaign.help_title", "campaign.help_launch")


async def the_form_makes_a_draft(desk: Desk) -> None:
    """An error keeps it open; then the lines of the list that have a fault are named."""
    hr = desk.hr
    await hr.types(MADE[hr.lang])
    if not hr.form:
        hr.reads("campaign.new_intro")
        await hr.presses("campaign.open_form")
    assert sorted(hr.form) == sorted(FIELDS)
    asked = hr.form
    await hr.fills({**the_form(desk), "first_day": "2026-11-20"})
    assert hr.window_says("errors.past_date")
    assert hr.form == asked
    assert NAME[hr.lang] in hr.window or not desk.refills
    assert not await desk.campaigns()
    await hr.fills(the_form(desk))
    for line, fault, value in (
        ("5", "bad_mail", "camille@example"),
        ("6", "duplicate", desk.mail(10)),
        ("7", "unknown_zone", "Narnia"),
    ):
        said = hr.text(f"campaign_list.{fault}", line=line, value=value)
        assert fold(said) in fold(hr.window)
    await hr.again()
    assert len(await desk.campaigns()) == 1


async def the_audience_is_counted(desk: Desk) -> None:
    """How many can be reached, and by name only whom a technical reason keeps out."""
    hr = desk.hr
    await desk.count()
    draft = hr.reads("campaign.state_draft")
    assert counted(hr, 12, 15) in plain(draft)
    for n, problem in ((1, "guest"), (2, "not_installed")):
        assert fold(f"{n} · {hr.text(f'campaign.problem_{problem}')}") in plain(draft)
    await hr.presses("campaign.way_unreached")
    named = hr.reads("campaign.unreached_title", "campaign.what_helps").text
    for one in (desk.called(desk.guest), "nobody@example.net", "paul@example.net"):
        assert one in named
    assert not names_in(desk, named)


async def the_preview_is_shown(desk: Desk) -> Shown:
    """Computed, switched to another assumption, with its texts in a window; it names nobody."""
    hr = desk.hr
    draft = newest(hr, "campaign.state_draft")
    await hr.presses("campaign.way_preview")
    asked = hr.reads("campaign.assume_all", "campaign.computing")
    await hr.waits_for_preview()
    shown = hr.now(asked)
    assert shows(hr, shown, "campaign.assume_all", "campaign.week_of", "campaign.as_if")
    for piece in ("Paris", "New York", hr.text("kinds.invitation")):
        assert piece in shown.text
    await hr.presses("campaign.try_none")
    await hr.waits_for_preview()
    switched = hr.now(asked)
    assert shows(hr, switched, "campaign.assume_none", "campaign.week_of")
    assert len(switched.text) < len(shown.text)
    await hr.presses("campaign.way_texts")
    assert hr.window_says("invitation.voluntary")
    assert WHY[f"why_{hr.lang}"] in hr.window
    assert not names_in(desk, shown.text)
    return draft


async def a_test_run_comes_to_hr_alone(desk: Desk) -> None:
    """What people will get, seconds apart; nobody else hears anything."""
    hr = desk.hr
    others = [chair for chair in desk.chairs if chair is not hr]
    for chair in others:
        chair.mark()
    await hr.presses("campaign.way_test")
    hr.reads("campaign.test_begins_many")
    await hr.waits(minutes=3)
    tests = [one for one in hr.messages if shows(hr, one, "campaign.test_title")]
    assert len(tests) > 1
    assert says(tests[0].text, "invitation.voluntary", hr.lang)
    assert not [one for chair in others for one in chair.fresh]


async def a_second_yes_launches(desk: Desk, draft: Shown) -> None:
    """The question says how many, when and how long; the message of the draft shows how far."""
    hr = desk.hr
    await hr.presses("campaign.way_ready")
    asked = hr.reads("campaign.launch_title", "campaign.launch_means", "campaign.minutes")
    assert fold(f"{hr.text('campaign.people')}: 12") in plain(asked)
    await hr.presses("campaign.not_yet")
    hr.reads("campaign.nothing_sent")
    assert (await desk.newest()).state == "draft"
    await hr.presses("campaign.launch_now")
    await hr.again()
    assert shows(hr, hr.now(asked), "campaign.launched_already")
    await hr.waits(minutes=1)
    assert shows(hr, hr.now(draft), "campaign.state_running", "campaign.invitations_out")
    assert (await desk.newest()).state == "running"
    assert not desk.invited()


async def people_are_invited_once(desk: Desk) -> None:
    """On the first day at their own hours; whoever lives far away is still to come."""
    await desk.until(NOON)
    assert desk.invited() == list(range(10))
    for number, chair in enumerate(desk.chairs[:10]):
        invitation = chair.sees(NAME[desk.hr.lang])
        spoken = chair.lang if number in MET or desk.tells_langs else desk.hr.lang
        assert says(invitation.text, "invitation.voluntary", spoken)
        assert WHY[f"why_{spoken}"] in invitation.text


async def one_says_yes(desk: Desk) -> None:
    """Once when delivered twice; the first conversation begins, in the person's language."""
    joiner = desk.chairs[8]
    await joiner.presses("invitation.yes")
    joiner.reads("invitation.said_yes")
    joiner.reads("onboarding.privacy")
    await joiner.again()
    assert not joiner.fresh
    await joiner.seat.own.press(label("onboarding", "privacy", "understood", joiner.lang))
    await desk.room.look()
    joiner.reads("onboarding.language")


async def another_says_no(desk: Desk) -> None:
    """One tap, which can be taken back; HR reads nothing of it."""
    refuser, hr = desk.chairs[2], desk.hr
    hr.mark()
    await refuser.presses("invitation.no")
    refuser.reads("invitation.said_no")
    await refuser.presses("buttons.change")
    assert refuser.text("invitation.yes") in refuser.reads("invitation.voluntary").labels
    await refuser.presses("invitation.no")
    refuser.reads("invitation.said_no")
    assert not hr.fresh


async def a_pause_holds_and_a_resume_goes_on(desk: Desk) -> None:
    """Nobody is invited meanwhile; a new wording reaches those who are still to come."""
    hr, far = desk.hr, desk.chairs[10]
    await hr.types("pause")
    hr.reads("campaign.state_paused")
    await hr.presses("campaign.way_text")
    assert hr.form == ["name", "why_en", "why_fr"]
    await hr.fills(ANEW)
    await desk.until(TUESDAY)
    assert desk.invited() == list(range(10))
    await hr.types({"en": "resume", "fr": "reprendre"}[hr.lang])
    hr.reads("campaign.state_running")
    await desk.until(EVENING)
    assert desk.invited() == list(range(12))
    invitation = far.reads("invitation.hr_says")
    assert any(why in invitation.text for why in ANEW.values())
    assert not any(why in invitation.text for why in WHY.values())


async def the_report_names_nobody(desk: Desk) -> None:
    """Status, list and report: figures and technical reasons, and no word of who said what."""
    hr = desk.hr
    await hr.types({"en": "status", "fr": "état"}[hr.lang])
    hr.reads("campaign.state_running", "campaign.invitations_out")
    await hr.types({"en": "list", "fr": "liste"}[hr.lang])
    listed = hr.reads("campaign.list_title", "campaign.is_running")
    assert NAME[hr.lang] in listed.text
    await hr.types({"en": "report", "fr": "rapport"}[hr.lang])
    report = hr.reads("campaign.report_title", "campaign.too_few_to_tell", "campaign.unknown")
    assert fold(f"{hr.text('campaign.handled')}: 12") in plain(report)
    assert fold(f"{hr.text('campaign.pending')}: 0") in plain(report)
    assert not names_in(desk, report.text)


async def a_stop_asks_and_ends_it(desk: Desk) -> None:
    """By its button, with a question; an old invitation is over, what was begun goes on."""
    hr, joiner, late = desk.hr, desk.chairs[8], desk.chairs[3]
    await hr.types({"en": "stop", "fr": "arrêter"}[hr.lang])
    hr.reads("campaign.press_stop")
    assert (await desk.newest()).state == "running"
    running = hr.reads("campaign.state_running")
    asked = desk.question(hr.seat, hr.text("campaign.way_stop"))
    assert fold(asked) == fold(hr.text("campaign.confirm_stop"))
    await hr.presses("campaign.way_stop")
    hr.reads("campaign.stopped_remains")
    await hr.waits(minutes=1)
    assert shows(hr, hr.now(running), "campaign.state_stopped")
    kept = len(lasting(late))
    await late.presses("invitation.yes")
    late.reads("invitation.over")
    assert len(lasting(late)) == kept
    await joiner.seat.own.press(label("onboarding", "language", joiner.lang, joiner.lang))
    await desk.room.look()
    joiner.reads("onboarding.themes")


async def the_log_says_who_did_what(desk: Desk) -> None:
    """For the owner alone."""
    owner, hr = desk.owner, desk.hr
    await owner.types({"en": "log", "fr": "journal"}[owner.lang])
    log = owner.reads("campaign.log_title").text
    acts = "created deleted audience previewed tested launched paused changed resumed"
    for act in (*acts.split(), "reported", "stopped", "named"):
        assert f"{desk.called(hr.seat)} · {fold(owner.text(f'campaign.act_{act}'))}" in fold(log)
    assert fold(log).count(fold(owner.text("campaign.act_launched"))) == 1
    await hr.types({"en": "log", "fr": "journal"}[hr.lang])
    hr.reads("campaign.ask_owner")


# what is filled in, and what is seen


def the_form(desk: Desk) -> Values:
    """An ordinary campaign; four lines of its list can be used, one of them without its zone."""
    rows = [
        f"{desk.mail(10)};America/New_York",
        f"{desk.mail(11)};America/New_York",
        "nobody@example.net;Europe/Paris",
        "camille@example;Europe/Paris",
        f"{desk.mail(10)};Europe/Paris",
        "paul@example.net;Narnia",
    ]
    return {
        **WHY,
        "name": NAME[desk.hr.lang],
        "themes": ["delegation"],
        "first_day": "2026-11-30",
        "weeks": "2",
        "channel": desk.room.id,
        "list": "\n".join(["mail;zone", *rows]),
    }


def shows(chair: Chair, shown: Shown, *keys: str) -> bool:
    return all(says(shown.text, key, chair.lang) for key in keys)


def names_in(desk: Desk, text: str) -> list[str]:
    """List whom of the company a text names."""
    names = [desk.called(seat) for seat in desk.room.seats]
    return [name for name in names if re.search(rf"{re.escape(name)}(?!\w)", text)]


def lasting(chair: Chair) -> list[Shown]:
    return [one for one in chair.messages if not one.passing]


async def log(desk: Desk) -> Sequence[Deed]:
    return await desk.world.look(lambda uow: uow.roles.log(100))


def newest(chair: Chair, key: str) -> Shown:
    return next(one for one in reversed(chair.messages) if shows(chair, one, key))


def counted(chair: Chair, n: int, m: int) -> str:
    return fold(chair.text("campaign.reachable", n=str(n), m=str(m)))


def plain(shown: Shown) -> str:
    return fold(shown.text)


def label(programme: str, step: str, choice: str, lang: Lang) -> str:
    """Return what a button of a conversation is called."""
    found = library().programme(programme).step(step).choice(choice)
    assert found
    return found.label.text(lang)


def other(lang: Lang) -> Lang:
    return next(one for one in LANGS if one != lang)
