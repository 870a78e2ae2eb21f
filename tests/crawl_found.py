"""What people of the demo typed, as the store gives it out, and what each reader found."""

from dataclasses import dataclass, field

from bot.commitments import from_words
from bot.messages import Reply
from bot.plans.content import from_words as plan_from_words
from bot.ports import UnitOfWork
from bot.visibility import Keeps
from tests.crawling import Crawl
from tests.demo_town import Town
from tests.phrases import Run, runs_of, texts_in
from tests.planting import Planted
from tests.world import library

Kept = dict[str, list[tuple[Keeps, str]]]
"""Each person's words as the store gives them out to whoever has the key; by platform id."""


@dataclass(slots=True)
class Story:
    """What was typed, and what came of it.

    Attributes:
        to_team: what was said to each team, by its channel: approved lines, and its champion's.
        crawls: by who looked: hr, manager, member, operator.
        exports: the files of manager and member.
        refused: what those two were answered where only HR may look.
        closed: how HR's pages answered those two.
        foreign: how the pages of teams answered those who are not in them.
    """

    planted: Planted = field(default_factory=Planted)
    kept: Kept = field(default_factory=dict)
    to_team: dict[str, list[str]] = field(default_factory=dict)
    crawls: dict[str, Crawl] = field(default_factory=dict)
    exports: dict[str, str] = field(default_factory=dict)
    refused: dict[str, list[Reply]] = field(default_factory=dict)
    closed: dict[str, list[int]] = field(default_factory=dict)
    foreign: dict[str, list[int]] = field(default_factory=dict)
    exits: dict[str, int] = field(default_factory=dict)

    @property
    def phrases(self) -> set[str]:
        """All that people typed, as far as it is kept, and what never was."""
        typed = {text for words in self.kept.values() for _, text in words}
        said = {line for lines in self.to_team.values() for line in lines}
        return typed | said | {*self.planted.every, *self.planted.hidden, *self.planted.unsafe}

    def theirs(self, person: str, channel: str) -> set[Run]:
        """What somebody may read: what they typed, what their team was told, what is shared."""
        own = [text for _, text in self.kept.get(person, ())]
        own += self.planted.by[person].planted if person in self.planted.by else []
        shared = self.planted.shared.get(person, [])
        return runs_of([*own, *shared, *self.to_team.get(channel, [])])

    def others(self, person: str = "", channel: str = "") -> set[Run]:
        """What somebody may not read: what anybody typed, but for what is theirs to read.

        What the coach says, too, tells nothing: 'at the end of the' stands in many texts.
        """
        return runs_of(self.phrases) - self.theirs(person, channel) - runs_of(texts_in(library()))


def read_all(uow: UnitOfWork, there: Town) -> tuple[Kept, dict[str, list[str]]]:
    """Read everybody's words, and what was said to each team, by its channel."""
    kept: Kept = {}
    to_team: dict[str, list[str]] = {}
    for one in there.company.people:
        known = uow.people.look_for(one.actor.workspace, one.id)
        words = uow.words.of(known.id) if known else ()
        kept[one.id] = [(keeps, p) for _, keeps, text, _ in words for p in _typed(keeps, text)]
    for team in there.company.teams:
        found = uow.teams.find(there.hr.actor.workspace, team.channel.id)
        to_team[team.channel.id] = _said_to(uow, found.id) if found else []
    return kept, to_team


def _typed(keeps: Keeps, text: str) -> list[str]:
    """Return what somebody typed of what is kept as one piece."""
    if keeps == "commitment":
        draft = from_words(text)
        return [part for part in (draft.action, draft.cue, draft.who, draft.indicator) if part]
    return [*texts_in(plan_from_words(text))] if keeps == "plan" else [text]


def _said_to(uow: UnitOfWork, team_id: str) -> list[str]:
    rounds = [(one.lines, one.loop) for one in uow.teams.rounds(team_id)]
    return [*texts_in(rounds), *(one.action for one in uow.teams.commitments(team_id))]
