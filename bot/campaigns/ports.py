"""What campaigns need of a store. Part of `bot.ports.UnitOfWork`."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.campaigns.content import Campaign, DrawnTeam, Ended, Group, Invitee, Reach
from bot.campaigns.grants import Act, Deed, Grant, Role
from bot.campaigns.preview import Preview
from bot.people import Coachee


class Campaigns(Protocol):
    """Campaigns, whom they invite, and previews.

    Name and why, and how HR named people, are encrypted. `get` locks until the end, where the
    database can.
    """

    def add(self, campaign: Campaign) -> None:
        """Add one."""

    def get(self, campaign_id: str) -> Campaign | None:
        """Find one, and lock it."""

    def look(self, campaign_id: str) -> Campaign | None:
        """Find one without a lock."""

    def put(self, campaign: Campaign) -> Campaign:
        """Save and return it with its next version. Raises `Conflict` from an outdated copy."""

    def all(self) -> Sequence[Campaign]:
        """All campaigns, the newest first."""

    def delete(self, campaign_id: str) -> None:
        """Delete a draft with its list and previews; people who are there only for it go, too.

        That is who is new, is in no other list, and has neither a session nor a message nor
        anything else of theirs.
        """

    def list_people(self, campaign_id: str, found: Sequence[Invitee]) -> int:
        """Add people to an audience and return how many were new.

        Somebody who is there by coachee id or mail is the same person and stays once: where
        they had a problem and have none now, the account found now takes their place; what a
        list said of zone, team and site is kept or filled in. Safe to repeat. New people stand
        behind all others, unless they bring a position.
        """

    def unlist(self, campaign_id: str) -> None:
        """Empty the audience of a draft; people who are there only for it go."""

    def invitee(self, campaign_id: str, coachee_id: str) -> Invitee | None:
        """Find one."""

    def put_invitee(self, campaign_id: str, invitee: Invitee) -> None:
        """Save one with its position; without a mail address the one that is kept stays.

        Raises `Conflict` if the account is listed elsewhere already: `list_people` joins the two.
        """

    def without_account(self, campaign_id: str, after: int, limit: int) -> Sequence[Invitee]:
        """Invitees behind a position with a mail and no account, in order of position."""

    def expected(self, campaign_id: str, mails: Sequence[str]) -> Sequence[str]:
        """Which of these mail addresses are in the audience without an account."""

    def without_details(
        self, campaign_id: str, after: int, limit: int
    ) -> Sequence[tuple[int, Coachee]]:
        """People behind a position of whom something is not known yet; with position.

        That is a zone, which neither account nor list tells, or the account's mail address.
        """

    def reach(self, campaign_id: str, *, default_zone: str) -> Reach:
        """Count an audience; without a default zone those whose zone nobody knows have a problem.

        An account that cannot be written to (`Coachee.reachable`) has the problem
        `not_installed`. What people said or chose counts nowhere.
        """

    def troubled(self, campaign_id: str, limit: int, *, default_zone: str) -> Sequence[Invitee]:
        """Invitees with a problem, in order of position; the problem filled in as in `reach`."""

    def teams(self, campaign_id: str) -> Sequence[DrawnTeam]:
        """What is drawn: teams of people who can be reached, in order of their names.

        Each person without a team is one of its own, named by position (`#12`), site as listed.
        """

    def assign(self, campaign_id: str, wave: int, teams: Sequence[str]) -> None:
        """Put teams (or `#12`) into a wave."""

    def groups(self, campaign_id: str, *, default_zone: str) -> Sequence[Group]:
        """Count those who can be reached by what is public about them, in a fixed order."""

    def positions(self, campaign_id: str, *, default_zone: str) -> Sequence[Sequence[int]]:
        """The positions of the people of each group, ascending, in the order of `groups`."""

    def zones_of_next(self, campaign: Campaign, most: int) -> Sequence[str]:
        """Zones of those of the next invitees behind `campaign.cursor` who can be reached."""

    def plan(
        self,
        campaign: Campaign,
        starts: Mapping[tuple[int, str], datetime],
        most: int,
    ) -> int | None:
        """Plan the invitations of the next invitees behind `campaign.cursor`, in one go.

        One moment `invitation:{campaign}:{coachee}` each, of kind `invitation`, at the start of
        their wave and zone, in whole seconds, plus `position` seconds modulo the length of the
        window; of a zone that `starts` does not know at the last start of the wave. Who cannot
        be reached, is in no wave or is planned already is passed over.

        Returns:
            The position up to which it went; None if nobody was left.
        """

    def call_off(self, campaign_id: str, reason: str, at: datetime, most: int) -> int:
        """Settle pending invitations as skipped in the ledger, up to `most`; return how many.

        One that waits for a reason of the person's own (`OWN`) keeps that reason.
        Whoever calls holds the campaign (`get`), so that nothing is planned meanwhile.
        """

    def pending(self, campaign_id: str) -> int:
        """Count invitations still to come.

        As in `overdue` and `last_due`, none counts that waits for a reason of the person's own
        (`OWN`); one of somebody who is erased counts until its time.
        """

    def ended(self, campaign_id: str) -> Sequence[Ended]:
        """Count the invitations in the ledger by outcome and reason.

        Of who is erased, only those that did not go out for a technical reason are still there.
        """

    def overdue(self, campaign_id: str, before: datetime) -> int:
        """Count invitations that were due before a time and are neither sent nor given up."""

    def last_due(self, campaign_id: str, before: datetime) -> datetime | None:
        """When the last invitation that is to come before a time is due; None without one."""

    def answers(self, campaign_id: str) -> Mapping[str, int]:
        """Count answers by what was said; for group figures only."""

    def of(self, coachee_id: str) -> Sequence[tuple[Campaign, Invitee]]:
        """Campaigns that were launched with somebody in a wave, the newest first."""

    def shared(self, campaign_id: str, others: Sequence[str]) -> bool:
        """Tell whether somebody of an audience is in that of one of these campaigns."""

    def keep_preview(self, campaign_id: str, preview: Preview) -> None:
        """Keep a preview, in place of the one under the same assumption."""

    def preview(self, campaign_id: str, assumption: str) -> Preview | None:
        """Read a preview."""


class Stars(Protocol):
    """Themes that the company starred for its goals, whatever campaigns there are."""

    def all(self) -> Sequence[str]:
        """Theme ids, the first one first."""

    def put(self, themes: Sequence[str]) -> None:
        """Star these, in this order, in place of those before."""


class Roles(Protocol):
    """Who may do what, and the log of what was done."""

    def of(self, coachee_id: str) -> frozenset[Role]:
        """Roles granted to somebody."""

    def grant(self, grant: Grant) -> None:
        """Give a role; once is enough."""

    def revoke(self, coachee_id: str, role: Role) -> None:
        """Take a role back."""

    def all(self) -> Sequence[Grant]:
        """Everybody with a role, oldest first."""

    def note(self, deed: Deed) -> None:
        """Write a line into the log."""

    def log(self, limit: int) -> Sequence[Deed]:
        """The latest lines, newest first."""

    def count(self, act: Act, since: datetime) -> Mapping[str, int]:
        """How often something was done since a time, by the detail that stands with it."""
