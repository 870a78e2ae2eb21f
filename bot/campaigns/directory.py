"""Reading a directory in the background: one page after the other, at the platform's pace.

A page is a row of the campaign's own queue, so that reading goes on after a crash, waits where
the platform says so, and keeps nobody's messages back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.campaigns import people
from bot.campaigns.content import Campaign
from bot.campaigns.speaking import of_campaign, refresh
from bot.errors import SendFailed, Unreachable
from bot.outbox import Dispatch
from bot.ports import PEOPLE_AT_ONCE, DirectoryAsk, Listing
from bot.turn import Turn

FEW = 200
"""People asked about one by one; for more the whole directory is read once."""

PACE = {
    "mails": timedelta(seconds=25),
    "people": timedelta(seconds=12),
    "details": timedelta(seconds=12),
}
"""Between two pages of people by name, which are many calls: Slack grants fifty look-ups of a mail
and a hundred of a person a minute (platforms A4)."""

PAGE_PACE = timedelta(seconds=3)
"""Between two pages that are one call: twenty a minute."""


@dataclass(frozen=True, slots=True)
class Page:
    """What one row asks for; `after` counts on in what is asked by name.

    Mail addresses are never part of a row: they are looked up when it is sent.
    """

    source: int
    kind: str
    workspace: str
    cursor: str = ""
    after: int = 0
    thin: bool = False  # some people were listed by id alone

    def as_ref(self) -> Mapping[str, str]:
        """Return it as a row carries it."""
        return {
            "source": str(self.source),
            "kind": self.kind,
            "workspace": self.workspace,
            "cursor": self.cursor,
            "after": str(self.after),
            "thin": "1" if self.thin else "",
        }

    @classmethod
    def of(cls, dispatch: Dispatch) -> "Page":
        """Read it from a row."""
        ref = dispatch.ref or {}
        return cls(
            int(ref["source"]),
            ref["kind"],
            ref["workspace"],
            ref["cursor"],
            int(ref["after"]),
            bool(ref["thin"]),
        )


def begin(turn: Turn, campaign: Campaign, number: int) -> None:
    """Ask for the first page of a source."""
    source = campaign.sources[number]
    page = Page(number, source.kind, turn.coachee.workspace)
    if source.kind == "mails":
        page = _for_mails(turn, campaign, replace(page, workspace=source.id))
    _queue(turn, campaign, page, soon=True)


def asked(turn: Turn, campaign: Campaign, dispatch: Dispatch) -> DirectoryAsk | None:
    """Say what a row asks for now; None if nobody wants to know any more."""
    page = Page.of(dispatch)
    if campaign.state != "draft" or page.source >= len(campaign.sources):
        return None
    source = campaign.sources[page.source]
    match page.kind:
        case "channel" | "usergroup" as kind:
            return DirectoryAsk(kind, (source.id,), page.cursor)
        case "people":
            return DirectoryAsk("people", source.ids[page.after : page.after + PEOPLE_AT_ONCE])
        case "details":
            rows = turn.uow.campaigns.without_details(campaign.id, page.after, PEOPLE_AT_ONCE)
            here = (one.person for _, one in rows if one.workspace == page.workspace)
            return DirectoryAsk("people", tuple(here))
        case "mails":
            rows_ = turn.uow.campaigns.without_account(campaign.id, page.after, PEOPLE_AT_ONCE)
            return DirectoryAsk("mails", tuple(one.mail for one in rows_))
    return DirectoryAsk("everybody", cursor=page.cursor)


def listed(turn: Turn, campaign: Campaign, dispatch: Dispatch, listing: Listing) -> None:
    """Take one page, and ask for the next."""
    page = Page.of(dispatch)
    if campaign.state != "draft" or page.source >= len(campaign.sources):
        return
    following = _following(turn, campaign, page, listing)
    told = [one for one in listing.people if one.kind != "bot"]
    take = people.taken if page.kind in {"channel", "usergroup", "people"} else people.recognised
    new = take(turn, campaign.id, page.workspace, told)
    new -= people.dismissed(turn, page.workspace, listing.people)
    if following is not None and following.kind in {"details", "everybody"}:
        following = _details(turn, campaign, following)
    source = campaign.sources[page.source]
    state = "waiting" if following else "read"
    kept = campaign.with_source(page.source, found=source.found + new, state=state)
    kept = turn.uow.campaigns.put(kept)
    if following:
        _queue(turn, kept, following)
    refresh(turn, kept)


def failed(turn: Turn, campaign: Campaign, dispatch: Dispatch, error: SendFailed) -> None:
    """Say that part of the audience cannot be read, and why; the rest stays."""
    page = Page.of(dispatch)
    if page.source < len(campaign.sources):
        fault = "unseen" if isinstance(error, Unreachable) else "refused"
        failed_ = campaign.with_source(page.source, state="failed", fault=fault)
        refresh(turn, turn.uow.campaigns.put(failed_))


def _following(turn: Turn, campaign: Campaign, page: Page, listing: Listing) -> Page | None:
    """Return what to ask next, as far as this page alone tells."""
    source = campaign.sources[page.source]
    thin = page.thin or any(not one.known for one in listing.people)
    match page.kind:
        case "channel" | "usergroup" | "everybody" if listing.cursor:
            return replace(page, cursor=listing.cursor, thin=thin)
        case "channel" | "usergroup" if thin:
            return replace(page, kind="details", cursor="", thin=True)
        case "people" if page.after + PEOPLE_AT_ONCE < len(source.ids):
            return replace(page, after=page.after + PEOPLE_AT_ONCE)
        case "details":
            rows = turn.uow.campaigns.without_details(campaign.id, page.after, PEOPLE_AT_ONCE)
            return replace(page, after=rows[-1][0]) if rows else None
        case "mails":
            left = turn.uow.campaigns.without_account(campaign.id, page.after, PEOPLE_AT_ONCE)
            return replace(page, after=left[-1].position) if left else None
    return None


def _details(turn: Turn, campaign: Campaign, page: Page) -> Page | None:
    """Ask about people one by one, or read the whole directory where they are many."""
    if page.kind == "everybody":
        return page
    left = turn.uow.campaigns.without_details(campaign.id, page.after, FEW + 1)
    if not left:
        return None
    return replace(page, kind="everybody", cursor="", after=0) if len(left) > FEW else page


def _for_mails(turn: Turn, campaign: Campaign, page: Page) -> Page:
    left = turn.uow.campaigns.without_account(campaign.id, 0, FEW + 1)
    return replace(page, kind="everybody") if len(left) > FEW else page


def _queue(turn: Turn, campaign: Campaign, page: Page, *, soon: bool = False) -> None:
    address = campaign.sources[page.source].address
    of_campaign(turn, campaign, address).queue(
        "directory",
        ref=page.as_ref(),
        address=address,
        not_before=None if soon else turn.now + PACE.get(page.kind, PAGE_PACE),
    )
