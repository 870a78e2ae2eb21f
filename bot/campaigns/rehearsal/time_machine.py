"""The time machine: a whole campaign, worked out beforehand by what will send it."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime

from bot.campaigns.content import Campaign
from bot.campaigns.preview import Line, Planned, Preview
from bot.campaigns.previewing import Script
from bot.campaigns.rehearsal.casting import Part, ends, parts, played
from bot.campaigns.rehearsal.laying_out import Beat, beats, each, lines
from bot.campaigns.rehearsal.rehearsing import rehearse
from bot.campaigns.rehearsal.timelines import timeline
from bot.conversation import Conversation
from bot.ports import OpenUnitOfWork
from bot.speech import Speech

OpenSandbox = Callable[[], AbstractContextManager[OpenUnitOfWork]]
"""Opens an empty store that is gone at the end."""

Tell = Callable[[int, int], object]
"""Told how many parts are done, and of how many; what it raises ends the work."""


@dataclass(frozen=True, slots=True)
class TimeMachine:
    """Plays campaigns; it reads nothing of anybody and leaves nothing behind."""

    open_sandbox: OpenSandbox
    conversation: Conversation
    speech: Speech

    def preview(self, script: Script, now: datetime, tell: Tell) -> Preview:
        """Work out a preview.

        Args:
            script: what is to be played.
            now: the present; a draft is played as if it was launched now.
            tell: told how far it is.
        """
        return Preview(
            assumption=script.asked.assumption,
            computed_at=now,
            basis=script.basis,
            lines=lines(self._scores(script, now, tell)),
            share=script.share,
        )

    def people(self, script: Script, now: datetime, tell: Tell) -> Iterator[tuple[int, Line]]:
        """Work out every message of every person, who is a position in the list and no more."""
        for part, score in self._scores(script, now, tell):
            yield from each(part, score)

    def _scores(
        self, script: Script, now: datetime, tell: Tell
    ) -> Iterator[tuple[Part, Sequence[Beat]]]:
        begins = script.campaign.launched_at or now
        known: dict[Hashable, Sequence[Beat]] = {}
        cast = list(parts(script, begins))
        for done, part in enumerate(cast):
            tell(done, len(cast))
            same = timeline(script.campaign, part, begins)
            if same not in known:
                known[same] = self._score(script.campaign, part, begins)
            yield part, known[same]
        tell(len(cast), len(cast))

    def _score(self, campaign: Campaign, part: Part, begins: datetime) -> Sequence[Beat]:
        """Play the first second of a stretch, and of the last one the invitation alone."""
        first = self._play(campaign, part, begins, part.since, answers=part.answers)
        last = self._play(campaign, part, begins, part.until, answers=False)
        return beats(part, first, last)

    def _play(
        self, campaign: Campaign, part: Part, begins: datetime, second: int, *, answers: bool
    ) -> list[Planned]:
        with self.open_sandbox() as open_uow:
            return rehearse(
                open_uow,
                self.conversation,
                self.speech,
                campaign,
                played(campaign, part, second, answers=answers),
                start=part.opens,
                begins=begins,
                ends=ends(campaign, part),
            )
