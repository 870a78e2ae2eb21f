"""Which question of a theme a step is: the third of six, as people see it in the chat."""

from dataclasses import dataclass

from bot.library import asks
from bot.programmes import Programme


@dataclass(frozen=True, slots=True)
class QuestionNumber:
    """A place in the dialogue of a theme, written `3/6`.

    Attributes:
        at: the question, from 1 on.
        of: how many there are up to the commitment, which is the last of them. What is asked
            after it goes on counting.
    """

    at: int
    of: int

    @classmethod
    def read(cls, text: str) -> "QuestionNumber":
        """Read `3/6`. Raises `ValueError` for anything else."""
        at, _, of = text.partition("/")
        return cls(int(at), int(of))

    def __str__(self) -> str:
        return f"{self.at}/{self.of}"

    @property
    def beyond(self) -> bool:
        """Whether it comes after the commitment."""
        return self.at > self.of


def question_numbers(programme: Programme) -> dict[str, QuestionNumber]:
    """Return the number of each step, in their order; what asks nothing has that before it."""
    asked = [step for step in programme.steps.values() if asks(step)]
    of = next((number for number, step in enumerate(asked, 1) if step.tool_card), len(asked))
    found: dict[str, QuestionNumber] = {}
    at = 0
    for step in programme.steps.values():
        at += asks(step)
        found[step.id] = QuestionNumber(max(at, 1), of)
    return found
