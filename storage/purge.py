"""Deletes what was kept long enough, in batches. How long is `bot/visibility.py`'s matter."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Text,
    bindparam,
    cast,
    delete,
    or_,
    select,
    update,
)
from typing_extensions import override

from bot.measuring.published import Month
from bot.ports import MOST_MEMBERS, Purge
from bot.teams.content import LANE
from bot.visibility import STOPPED_KEPT, Keeps
from storage.campaign_lists import discard, forget_list
from storage.scope import Scope
from storage.tables import (
    answers,
    audit,
    campaign_people,
    campaign_previews,
    campaigns,
    cards,
    commitments,
    ledger,
    measures,
    moments,
    outbox,
    outcomes,
    people,
    plan_versions,
    plans,
    ratings,
    records,
    seen,
    sessions,
    team_blockers,
    team_commitments,
    team_members,
    team_rounds,
    teams,
    words,
)
from storage.team_rounds import unlink
from storage.waves import forget_oldest

_KEEP_TIMES = update(sessions).where(sessions.c.id == bindparam("of_id"))


class StoredPurge(Purge):
    """At most `limit` rows of a table at a time; call again until nothing goes."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    @override
    def words(self, keeps: Keeps, before: datetime, limit: int) -> int:
        # The words of a commitment go with the commitment, those of a version with its plan;
        # only those of a draft that never became either go by age.
        committed = select(commitments.c.words_id).where(commitments.c.words_id == words.c.id)
        planned = select(plan_versions.c.words_id).where(plan_versions.c.words_id == words.c.id)
        loose = ~committed.exists() & ~planned.exists()
        old = (words.c.keeps == keeps, words.c.created_at < before, loose)
        ids = self._some(words.c.id, *old, first=words.c.created_at, limit=limit)
        self._unlink(ids)
        gone = self._delete(words.c.id, ids)
        return gone + self._answers(before, limit) if keeps == "session" else gone

    @override
    def commitments(self, closed_before: date, limit: int) -> int:
        closed = commitments.c.closed_on
        ids = self._some(commitments.c.id, closed < closed_before, first=closed, limit=limit)
        mine = select(commitments.c.words_id).where(commitments.c.id.in_(ids))
        words_ids = self._scope.execute(mine).scalars().all()
        self._unlink(words_ids)
        self._delete(words.c.id, words_ids)
        self._delete(outcomes.c.commitment_id, ids)
        self._clear(sessions.c.commitment_id, ids)
        return self._delete(commitments.c.id, ids)

    @override
    def plans(self, ended_before: datetime, limit: int) -> int:
        ended = plans.c.ended_at
        ids = self._some(plans.c.id, ended < ended_before, first=ended, limit=limit)
        written = select(plan_versions.c.words_id).where(plan_versions.c.plan_id.in_(ids))
        self._delete(words.c.id, self._scope.execute(written).scalars().all())
        self._delete(plan_versions.c.plan_id, ids)
        self._delete(measures.c.plan_id, ids)
        return self._delete(plans.c.id, ids)

    @override
    def campaigns(self, closed_before: datetime, drafted_before: datetime, limit: int) -> int:
        log = self._older(audit.c.seq, audit.c.at, closed_before, limit)
        return log + self._drafts(drafted_before, limit) + self._lists(closed_before, limit)

    @override
    def teams(self, before: datetime, gone_before: datetime, limit: int) -> int:
        # Nobody tells the store when a team went: the first purge that meets it so notes it.
        self._note_gone(gone_before + STOPPED_KEPT, limit)
        few = max(1, limit // MOST_MEMBERS)  # every team brings as many rows as it has people
        gone = (teams.c.state == "gone", teams.c.gone_at < gone_before)
        ids = self._some(teams.c.id, *gone, first=teams.c.gone_at, limit=few)
        return self._rounds(before, limit) + sum(map(self._team, ids))

    @override
    def traces(self, before: datetime, limit: int) -> int:
        gone = (
            self._older(moments.c.id, moments.c.settled_at, before, limit)
            + self._older(ledger.c.seq, ledger.c.decided_at, before, limit)
            + self._older(ratings.c.seq, ratings.c.at, before, limit)
            + self._older(records.c.seq, records.c.at, before, limit)
            + forget_oldest(self._scope, Month.of(before.date()))
        )
        loose = cards.c.session_id.is_(None)
        return (
            gone
            + self._sessions(before, limit)
            + self._older(cards.c.seq, cards.c.created_at, before, limit, loose)
        )

    @override
    def plumbing(self, before: datetime, limit: int) -> int:
        return self._older(seen.c.key, seen.c.at, before, limit) + self._older(
            outbox.c.id, outbox.c.settled_at, before, limit
        )

    def _answers(self, before: datetime, limit: int) -> int:
        # What was tapped is as personal as what was written, and goes with it.
        touched = sessions.c.touched_at
        any_left = select(answers.c.session_id).where(answers.c.session_id == sessions.c.id)
        old = (touched < before, any_left.exists())
        ids = self._some(sessions.c.id, *old, first=touched, limit=limit)
        self._keep_times(ids)
        return self._delete(answers.c.session_id, ids)

    def _keep_times(self, session_ids: Sequence[str]) -> None:
        # That it was answered, and how soon, is a trace; to what and how goes with the answers.
        if not session_ids:
            return
        came = (
            select(answers.c.session_id, answers.c.at)
            .where(answers.c.session_id.in_(session_ids))
            .order_by(answers.c.at)
        )
        times: dict[str, list[str]] = {}
        for session_id, at in self._scope.execute(came):
            times.setdefault(session_id, []).append(at.isoformat())
        for session_id, kept in times.items():
            self._scope.later(_KEEP_TIMES, {"of_id": session_id, "answered": kept})

    def _sessions(self, before: datetime, limit: int) -> int:
        # Also those left open: nobody can take them up again after a week.
        touched = sessions.c.touched_at
        ids = self._some(sessions.c.id, touched < before, first=touched, limit=limit)
        parts = self._delete(answers.c.session_id, ids) + self._delete(cards.c.session_id, ids)
        return parts + self._delete(sessions.c.id, ids)

    def _drafts(self, before: datetime, limit: int) -> int:
        left = (campaigns.c.state == "draft", campaigns.c.created_at < before)
        made = campaigns.c.created_at
        gone = 0
        for draft in self._some(campaigns.c.id, *left, first=made, limit=1):
            gone += discard(self._scope, draft, limit) or self._whole(draft)
        return gone

    def _lists(self, before: datetime, limit: int) -> int:
        # What is left of a campaign are figures; the names of its sources stand for people, too.
        any_left = select(campaign_people.c.position).where(
            campaign_people.c.campaign_id == campaigns.c.id
        )
        closed = campaigns.c.closed_at
        full = or_(any_left.exists(), cast(campaigns.c.sources, Text) != "[]")
        gone = 0
        for old in self._some(campaigns.c.id, closed < before, full, first=closed, limit=1):
            gone += forget_list(self._scope, old, limit) or self._emptied(old)
        return gone

    def _whole(self, campaign_id: str) -> int:
        previews = self._delete(campaign_previews.c.campaign_id, [campaign_id])
        return previews + self._delete(campaigns.c.id, [campaign_id])

    def _emptied(self, campaign_id: str) -> int:
        self._delete(campaign_previews.c.campaign_id, [campaign_id])
        emptied = {"sources": [], "watchers": {}, "version": campaigns.c.version + 1}
        which = campaigns.c.id == campaign_id
        return self._scope.execute(update(campaigns).where(which).values(emptied)).rowcount

    def _rounds(self, before: datetime, limit: int) -> int:
        closes = team_rounds.c.closes_at
        closed = (team_rounds.c.state != "open", closes < before)
        ids = self._some(team_rounds.c.id, *closed, first=closes, limit=limit)
        return (
            self._delete(team_commitments.c.round_id, ids)
            + self._delete(cards.c.session_id, ids)
            + self._delete(team_rounds.c.id, ids)
            + self._blockers(limit)
        )

    def _blockers(self, limit: int) -> int:
        # They outlive their round as long as the team follows them.
        named_in = select(team_rounds.c.id).where(
            team_rounds.c.team_id == team_blockers.c.team_id,
            team_rounds.c.number == team_blockers.c.number,
        )
        left = (team_blockers.c.state != "open", ~named_in.exists())
        first = team_blockers.c.opened_on
        ids = self._some(team_blockers.c.id, *left, first=first, limit=limit)
        return self._delete(team_blockers.c.id, ids)

    def _note_gone(self, at: datetime, limit: int) -> None:
        new = (teams.c.state == "gone", teams.c.gone_at.is_(None))
        ids = self._some(teams.c.id, *new, first=teams.c.created_at, limit=limit)
        if ids:
            self._scope.execute(update(teams).where(teams.c.id.in_(ids)).values(gone_at=at))

    def _team(self, team_id: str) -> int:
        mine = select(team_rounds.c.id).where(team_rounds.c.team_id == team_id)
        rounds = self._scope.execute(mine).scalars().all()
        for round_id in rounds:
            unlink(self._scope, round_id, team_id)
        lanes = (table.c.coachee_id for table in (moments, outbox, cards, ledger))
        parts = (team_members, team_rounds, team_blockers, team_commitments)
        return (
            sum(self._delete(lane, [f"{LANE}{team_id}"]) for lane in lanes)
            + sum(self._delete(part.c.team_id, [team_id]) for part in parts)
            + self._delete(teams.c.id, [team_id])
        )

    def _older(
        self,
        key: Column[Any],
        at: Column[Any],
        before: datetime,
        limit: int,
        *conditions: ColumnElement[bool],
    ) -> int:
        return self._delete(key, self._some(key, at < before, *conditions, first=at, limit=limit))

    def _some(
        self, key: Column[Any], *conditions: ColumnElement[bool], first: Column[Any], limit: int
    ) -> Sequence[Any]:
        """Choose the oldest; rows that another worker has in hand are left to it."""
        query = select(key).where(*conditions).order_by(first).limit(limit)
        return self._scope.execute(query.with_for_update(skip_locked=True)).scalars().all()

    def _unlink(self, words_ids: Sequence[str]) -> None:
        self._clear(answers.c.words_id, words_ids)
        self._clear(people.c.goal_words_id, words_ids)

    def _clear(self, reference: Column[Any], ids: Sequence[Any]) -> None:
        if ids:
            table = reference.table
            self._scope.execute(
                update(table).where(reference.in_(ids)).values({reference.name: None})
            )

    def _delete(self, key: Column[Any], ids: Sequence[Any]) -> int:
        if not ids:
            return 0
        gone = delete(key.table).where(key.in_(ids)).returning(key)
        return len(self._scope.execute(gone).all())
