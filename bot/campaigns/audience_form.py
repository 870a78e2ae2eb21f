"""The questions about whom a campaign invites."""

from bot.days import say_day
from bot.messages import Field, Option
from bot.teams.content import Team
from bot.turn import Turn

MOST = 100
"""People chosen one by one; for more there are channels and lists."""

LIST = 3000
"""Characters of a list typed into a field, which is what Slack takes."""


def audience_fields(turn: Turn) -> tuple[Field, ...]:
    """Ask for a channel, people, and a short list; what is named adds up."""
    rooms = tuple(Option(team.place, _named(turn, team)) for team in _own_teams(turn))
    return (
        Field(
            "channel",
            turn.text("campaign.channel"),
            "channel",
            required=False,
            hint=turn.text("campaign.channel_hint"),
            options=rooms,
        ),
        Field("people", turn.text("campaign.people_field"), "people", False, most=MOST),
        Field(
            "list",
            turn.text("campaign.list"),
            "long",
            required=False,
            hint=turn.text("campaign.list_hint"),
            longest=LIST,
        ),
    )


def anew_field(turn: Turn) -> Field:
    """Ask whether the audience so far goes first."""
    anew = Option("anew", turn.text("campaign.anew_yes"))
    return Field("anew", turn.text("campaign.anew"), "multi", False, options=(anew,), most=1)


def _own_teams(turn: Turn) -> list[Team]:
    """Return teams to choose from where the platform offers no channels: those of the person."""
    return [one for one in turn.uow.teams.of(turn.coachee.id) if one.state != "gone"]


def _named(turn: Turn, team: Team) -> str:
    """Tell a channel by what is known of it, which is not its name."""
    people = len(turn.uow.teams.members(team.id))
    since = say_day(turn.local(team.created_at).date(), turn.lang, turn.today)
    return turn.text("campaign.team_of", n=str(people), since=since)
