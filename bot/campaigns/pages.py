"""What HR sees of a campaign: every message of it, by the name of its template."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from bot.campaigns import (
    company_settings,
    granting,
    launching,
    opened,
    proposals,
    reporting,
    trial,
)
from bot.campaigns.audience import reach_of
from bot.campaigns.content import LAUNCHED, LEAST, Campaign, Invitee, Reach, Source
from bot.campaigns.counts import counted, number
from bot.campaigns.invitation_page import invitation_page
from bot.campaigns.preview_page import preview_page
from bot.campaigns.speaking import hr_message, may_act, may_see, told
from bot.cards import Card
from bot.days import say_day, say_moment, say_time
from bot.errors import BotError
from bot.frame import paragraph
from bot.messages import (
    Bullets,
    Choices,
    Element,
    Facts,
    Heading,
    Message,
    Option,
    Span,
    Text,
)
from bot.people import Coachee
from bot.places import city
from bot.turn import Turn

NAMED = 20
"""People with a technical problem who are named at once."""


def campaign_page(turn: Turn, card: Card) -> Message | None:
    """Show a campaign where it stands, with what can be done next."""
    campaign = turn.uow.campaigns.look(card.args["campaign"])
    if campaign is None:
        return told(turn, "campaign.deleted")
    if not may_see(turn):
        return told(turn, "campaign.not_allowed")
    return hr_message(
        turn,
        turn.text(f"campaign.summary_{campaign.state}", name=campaign.terms.name),
        Heading(campaign.terms.name or turn.text("campaign.unnamed")),
        paragraph(turn.text(f"campaign.state_{campaign.state}")),
        Facts(tuple(_terms(turn, campaign))),
        *_why(turn, campaign),
        *(
            _drafted(turn, campaign)
            if campaign.state == "draft"
            else reporting.progress(turn, campaign)
        ),
        *_ways(turn, campaign, card.token),
    )


def new_page(turn: Turn, card: Card) -> Message:
    """Offer the form, where typed words cannot open one."""
    way = Option("campaign:form", turn.text("campaign.open_form"), "primary", form=True)
    return hr_message(
        turn,
        turn.text("campaign.new_title"),
        Heading(turn.text("campaign.new_title")),
        paragraph(turn.text("campaign.new_intro")),
        Choices(card.token, (way,)),
    )


def launch_page(turn: Turn, card: Card) -> Message | None:
    """Ask a second time, with what a launch comes to."""
    campaign = turn.uow.campaigns.look(card.args["campaign"])
    if campaign is None or not may_act(turn):
        return told(turn, "campaign.deleted" if campaign is None else "campaign.not_allowed")
    if campaign.state != "draft":
        return told(turn, "campaign.launched_already", name=campaign.terms.name)
    try:
        ahead = launching.outlook(turn, campaign)
    except BotError as error:
        return told(turn, error.told)
    first = _moment(turn, ahead.first)
    last = say_day(ahead.last, turn.lang, turn.today)
    pairs = [
        (turn.text("campaign.people"), number(turn, ahead.people)),
        (turn.text("campaign.first_message"), turn.text("campaign.your_time", when=first)),
        (turn.text("campaign.last_message"), turn.text("campaign.within_week", day=last)),
        (turn.text("campaign.sending_takes"), duration(turn, ahead.lasts)),
    ]
    ways = (
        Option("campaign:launch", turn.text("campaign.launch_now"), "primary"),
        Option("campaign:not_yet", turn.text("campaign.not_yet")),
    )
    return hr_message(
        turn,
        turn.text("campaign.launch_summary", name=campaign.terms.name),
        Heading(turn.text("campaign.launch_title", name=campaign.terms.name)),
        Facts(tuple(pairs)),
        paragraph(turn.text("campaign.launch_means")),
        Choices(card.token, ways),
    )


def unreached_page(turn: Turn, card: Card) -> Message | None:
    """Name those who cannot be invited for a technical reason, and say what helps."""
    campaign = turn.uow.campaigns.look(card.args["campaign"])
    if campaign is None or not may_act(turn):
        return told(turn, "campaign.deleted" if campaign is None else "campaign.not_allowed")
    zone = campaign.terms.zone
    found = turn.uow.campaigns.troubled(campaign.id, NAMED + 1, default_zone=zone)
    lines: list[Element] = []
    for one in found[:NAMED]:
        who = turn.uow.people.look(one.coachee_id) if one.coachee_id else None
        name = _known_as(turn, one, who)
        reason = turn.text(f"campaign.problem_{one.problem}")
        lines.append(Text((name, Span(f" · {reason}"))))
    more = paragraph(turn.text("campaign.and_more")) if len(found) > NAMED else None
    return hr_message(
        turn,
        turn.text("campaign.unreached_title"),
        Heading(turn.text("campaign.unreached_title")),
        *(lines or [paragraph(turn.text("campaign.all_reached"))]),
        more,
        paragraph(turn.text("campaign.what_helps")),
    )


def overdue_page(turn: Turn, card: Card) -> Message | None:
    """Tell an owner that messages are late."""
    campaign = turn.uow.campaigns.look(card.args["campaign"])
    if campaign is None or not may_see(turn):
        return None
    return told(turn, "campaign.overdue", name=campaign.terms.name)


def list_page(turn: Turn, card: Card) -> Message:
    """List all campaigns."""
    shown = turn.uow.campaigns.all()[:NAMED] if may_see(turn) else ()
    lines = tuple(
        f"{one.terms.name or turn.text('campaign.unnamed')} · "
        f"{turn.text(f'campaign.is_{one.state}')} · "
        f"{say_day(one.terms.first_day, turn.lang, turn.today)}"
        for one in shown
    )
    ways = tuple(
        Option(f"campaign:open:{one.id}", (one.terms.name or turn.text("campaign.unnamed"))[:70])
        for one in shown
    )
    return hr_message(
        turn,
        turn.text("campaign.list_title"),
        Heading(turn.text("campaign.list_title")),
        Bullets(lines) if lines else paragraph(turn.text("campaign.none")),
        Choices(card.token, ways, turn.text("campaign.which"), compact=len(ways) > 1),
    )


def duration(turn: Turn, lasts: timedelta) -> str:
    """Say how long something takes, rounded up to a minute."""
    minutes = max(1, -(-int(lasts.total_seconds()) // 60))
    hours, rest = divmod(minutes, 60)
    if not hours:
        return turn.text("campaign.minutes", n=str(minutes))
    return turn.text("campaign.hours", h=str(hours), m=str(rest))


def _known_as(turn: Turn, one: Invitee, who: Coachee | None) -> Span:
    """Name somebody: by a mention where there is one, else as HR or the platform calls them."""
    mine = who is not None and who.workspace == turn.coachee.workspace
    person = who.person if who else ""
    return Span(one.mail or person, person=person if mine else "")


def _terms(turn: Turn, campaign: Campaign) -> list[tuple[str, str]]:
    terms = campaign.terms
    titles = [turn.library.themes[t].title.text(turn.lang) for t in terms.themes]
    weeks = counted(turn, "weeks", terms.weeks)
    window = f"{say_time(terms.window_from, turn.lang)} – {say_time(terms.window_until, turn.lang)}"
    pairs = [
        (turn.text("campaign.themes"), ", ".join(titles) or "–"),
        (turn.text("campaign.first_day"), say_day(terms.first_day, turn.lang, turn.today)),
        (turn.text("campaign.weeks"), f"{weeks} · {turn.text(f'paces.{terms.pace}').lower()}"),
        (turn.text("campaign.window"), turn.text("campaign.window_local", window=window)),
        (
            turn.text("campaign.langs"),
            ", ".join(turn.text(f"languages.lang_{lang}") for lang in terms.langs),
        ),
        (
            turn.text("campaign.measures"),
            ", ".join(turn.text(f"campaign.measure_{m}") for m in terms.measures),
        ),
    ]
    if terms.waves > 1:
        apart = counted(turn, "weeks", terms.apart)
        text = turn.text("campaign.in_waves", n=str(terms.waves), apart=apart)
        pairs.append((turn.text("campaign.waves"), text))
    if terms.pilot < 100:  # noqa: PLR2004 - percent
        pairs.append(
            (turn.text("campaign.pilot"), turn.text("campaign.percent", n=str(terms.pilot)))
        )
    zone = city(terms.zone) if terms.zone else turn.text("campaign.no_stand_in")
    pairs.append((turn.text("campaign.zone"), zone))
    return pairs


def _why(turn: Turn, campaign: Campaign) -> list[Element]:
    return [
        Text((Span(f"{turn.text(f'languages.lang_{lang}')} · ", "bold"), Span(why)))
        for lang, why in campaign.terms.why.items()
    ]


def _amiss(turn: Turn, campaign: Campaign) -> list[Element]:
    """Say what a draft lacks."""
    return [paragraph(turn.text(lack.told)) for lack in launching.lacks(turn, campaign.terms)]


def _audience(turn: Turn, campaign: Campaign) -> list[Element]:
    if not campaign.sources:
        return [paragraph(turn.text("campaign.nobody_yet"))]
    reach = reach_of(turn, campaign)
    n, m = number(turn, reach.reachable), number(turn, reach.people)
    state = "so_far" if campaign.counting else "reachable"
    said = Text((Span(turn.text(f"campaign.{state}", n=n, m=m), "bold"),))
    lines = Bullets(tuple(_source(turn, source) for source in campaign.sources))
    if campaign.counting:  # who is missing now may be found on the next page
        return [said, lines, paragraph(turn.text("campaign.still_counting"))]
    reasons = _reasons(turn, reach)
    few = [paragraph(turn.text("campaign.too_few"))] if reach.reachable < LEAST else []
    return [said, lines, *([Bullets(reasons)] if reasons else []), *few]


def _source(turn: Turn, source: Source) -> str:
    name = source.name or turn.text(f"campaign.source_{source.kind}")
    people = counted(turn, "people", source.found)
    state = turn.text(f"campaign.source_{source.fault or source.state}", people=people)
    return f"{name} · {state}"


def _reasons(turn: Turn, reach: Reach) -> tuple[str, ...]:
    return tuple(
        f"{number(turn, n)} · {turn.text(f'campaign.problem_{problem}')}"
        for problem, n in reach.problems.items()
        if n
    )


def _drafted(turn: Turn, campaign: Campaign) -> list[Element]:
    return [*_audience(turn, campaign), *_amiss(turn, campaign), *_one_language(turn, campaign)]


def _one_language(turn: Turn, campaign: Campaign) -> list[Element]:
    """Say who will read the reason in another language than the rest."""
    terms = campaign.terms
    lacking = [lang for lang in terms.langs if terms.why and lang not in terms.why]
    return [paragraph(turn.text(f"campaign.reads_other_{lang}")) for lang in lacking]


def _ways(turn: Turn, campaign: Campaign, token: str) -> list[Element]:
    if not may_act(turn):
        return [Choices(token, (_way(turn, "preview" if campaign.state == "draft" else "report"),))]
    rows = [tuple(_way(turn, name) for name in names) for names in _offered(turn, campaign)]
    return [Choices(token, row) for row in rows]


def _offered(turn: Turn, campaign: Campaign) -> list[tuple[str, ...]]:
    """Return what can be done, row by row."""
    if campaign.state == "draft":
        named = ("unreached",) if reach_of(turn, campaign).problems else ()
        return [("preview", "test", "ready"), ("edit", "people", "waves", *named, "delete")]
    if campaign.state in LAUNCHED:
        turned = "resume" if campaign.state == "paused" else "pause"
        return [(turned, "text", "report", "stop")]
    return [("report",)]


_FORMS = {"edit", "people", "waves", "text"}


def _way(turn: Turn, name: str) -> Option:
    confirm = turn.text(f"campaign.confirm_{name}") if name in {"stop", "delete"} else ""
    style = "primary" if name in {"ready", "resume"} else "danger" if confirm else "plain"
    return Option(
        f"campaign:{name}",
        turn.text(f"campaign.way_{name}"),
        style,  # type: ignore[arg-type]  # one of three
        form=name in _FORMS,
        confirm=confirm,
    )


def _moment(turn: Turn, at: datetime) -> str:
    return say_moment(at, turn.coachee.tz, turn.lang, turn.now)


PAGES: Mapping[str, Callable[[Turn, Card], Message | None]] = {
    "campaign": campaign_page,
    "campaign_new": new_page,
    "campaign_launch": launch_page,
    "campaign_unreached": unreached_page,
    "campaign_overdue": overdue_page,
    "campaign_list": list_page,
    "campaign_preview": preview_page,
    "campaign_invitation": invitation_page,
    "campaign_report": reporting.report_page,
    "campaign_roles": granting.roles_page,
    "campaign_log": granting.log_page,
    **dict.fromkeys(company_settings.SETTINGS, company_settings.page),
    opened.TEMPLATE: opened.opened_page,
    proposals.TEMPLATE: proposals.proposals_page,
    "campaign_test": trial.test_page,
}
"""Every template of a campaign's messages."""
