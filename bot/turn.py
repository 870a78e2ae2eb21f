"""A turn: one event for one person, with everything it reads and writes."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from bot.campaigns.arrivals import Rehearse
from bot.campaigns.grants import Role
from bot.cards import TOKEN_LIVES, Card
from bot.events import Address, MessageRef
from bot.language import Lang
from bot.library import Library
from bot.messages import Drawing, Reply
from bot.outbox import OWN_LEASE, Dispatch, Verb
from bot.people import Coachee
from bot.ports import UnitOfWork
from bot.suggestions.rewording import AskModel
from bot.workdays import Calendar

NewId = Callable[[], str]

ExportUrl = Callable[[str, datetime], str | None]
"""Gives a short-lived address of a person's export; None where nothing is served to the web."""


PictureUrl = Callable[[Drawing, datetime], str]
"""Gives a short-lived address of a picture; empty where nothing is served to the web."""


ListUrl = Callable[[str, str, Lang, datetime], str | None]
"""Gives a short-lived address at which somebody of HR brings a list for a campaign (coachee id,
campaign id, language, now); None where nothing is served to the web."""


DashboardUrl = Callable[[str, Role, Lang, datetime], str | None]
"""Gives an address that opens the page of figures once (coachee id, role, language, now); None
where nothing is served to the web."""


TeamUrl = Callable[[str, str, Lang, datetime], str | None]
"""Gives a short-lived address at which one member of a team reads its closed rounds (coachee id,
team id, language, now); None where nothing is served to the web."""


def no_list(_coachee_id: str, _campaign_id: str, _lang: Lang, _now: datetime) -> None:
    """Serve no page for lists."""


def no_dashboard(_coachee_id: str, _role: Role, _lang: Lang, _now: datetime) -> None:
    """Serve no page of figures."""


def no_team_page(_coachee_id: str, _team_id: str, _lang: Lang, _now: datetime) -> None:
    """Serve no page of a team."""


def no_picture(_drawing: Drawing, _now: datetime) -> str:
    """Serve no pictures."""
    return ""


@dataclass(slots=True)
class Turn:
    """Collects what a turn does; the caller commits.

    `coachee` is the present state; change it through `change`, so that it is saved once.
    `model_at` is the host of the operator's language model; empty where there is none. `others`
    are the ids of other people for whom something is queued. `owners` are those that a setting
    names, as `workspace:person`; `rehearse` is to be computed, and with `soon` moments are due at
    once, as soon as this is committed. With `at_once` somebody waits for what is queued, so that
    this process keeps it to itself and sends it; what the clock brings is anybody's to send.
    """

    uow: UnitOfWork
    library: Library
    new_id: NewId
    now: datetime
    event_id: str
    coachee: Coachee
    reply: Reply | None = None
    changed: bool = False
    home_stale: bool = False
    model_at: str = ""
    ask: AskModel | None = None
    others: set[str] = field(default_factory=set)
    picture_url: PictureUrl = no_picture
    owners: frozenset[str] = frozenset()
    list_url: ListUrl = no_list
    dashboard_url: DashboardUrl = no_dashboard
    team_url: TeamUrl = no_team_page
    rehearse: Rehearse | None = None
    soon: bool = False
    at_once: bool = True
    _queued: int = field(default=0)

    @property
    def lang(self) -> Lang:
        """The person's language."""
        return self.coachee.lang

    @property
    def today(self) -> date:
        """The day it is where the person is."""
        return self.now.astimezone(self.coachee.tz).date()

    @property
    def calendar(self) -> Calendar:
        """Working days where the person is."""
        return Calendar(self.coachee.country)

    def text(self, key: str, **values: str) -> str:
        """Say a short interface text in the person's language."""
        return self.library.say(key, self.lang, **values)

    def change(self, **values: object) -> None:
        """Change the person; saved when the turn ends."""
        self.coachee = replace(self.coachee, **values)  # type: ignore[arg-type]  # names are fields
        self.changed = True

    def post(
        self,
        template: str,
        *,
        session_id: str | None = None,
        occurrence: str | None = None,
        **args: str,
    ) -> Card:
        """Queue a new message."""
        card = self.card_for(self.coachee, template, session_id, **args)
        self.queue("post", card_token=card.token, occurrence=occurrence)
        return card

    def post_under(
        self, root: MessageRef | None, template: str, occurrence: str | None = None, **args: str
    ) -> Card:
        """Queue a new message in the thread under another one, where that was posted."""
        card = self.card_for(self.coachee, template, **args)
        self.queue("post", card_token=card.token, ref=root, occurrence=occurrence)
        return card

    def card_for(
        self, who: Coachee, template: str, session_id: str | None = None, **args: str
    ) -> Card:
        """Make a message for somebody without sending it: for a form that opens at once."""
        card = Card(
            token=self.new_id(),
            coachee_id=who.id,
            template=template,
            created_at=self.now,
            expires_at=self.now + TOKEN_LIVES,
            args=args,
            session_id=session_id,
        )
        self.uow.cards.add(card)
        return card

    def refresh(self, token: str | None) -> None:
        """Queue an update of a message to what it stands for now."""
        if token:
            self.queue("update", card_token=token)

    def queue(
        self,
        verb: Verb,
        *,
        card_token: str | None = None,
        ref: MessageRef | None = None,
        occurrence: str | None = None,
        address: Address | None = None,
        to: Coachee | None = None,
        key: str = "",
        not_before: datetime | None = None,
    ) -> None:
        """Queue something to send, to the person or `to` another.

        With `key`, nothing happens where the same was queued before, by whatever event.
        """
        self._queued += 1
        who = to or self.coachee
        self.others |= {who.id} - {self.coachee.id}
        self.uow.outbox.add(
            Dispatch(
                key=key or f"{self.event_id}:{self._queued}",
                coachee_id=who.id,
                verb=verb,
                address=address or who.address,
                created_at=self.now,
                not_before=not_before or self.now,
                card_token=card_token,
                ref=ref,
                occurrence=occurrence,
                leased_until=self.now + OWN_LEASE if self.at_once and not not_before else None,
            )
        )

    def save(self) -> None:
        """Write what changed of the person, and refresh the home where it shows it."""
        if self.home_stale and self.coachee.home:
            self.queue("home")
        if self.changed:
            self.coachee = self.uow.people.put(self.coachee)
            self.changed = False

    def local(self, at: datetime) -> datetime:
        """Return a time as the person's clock shows it."""
        return at.astimezone(self.coachee.tz)

    def in_days(self, days: int) -> datetime:
        """Return the time so many days from now."""
        return self.now + timedelta(days=days)
