"""A message of usual length, with buttons: what every client that is measured says."""

from bot.messages import Choices, Footer, Heading, Message, Option, Span, Text

_CHOICES = (
    Option("go", "Begin now", "primary"),
    Option("later", "Tomorrow"),
    Option("other", "Something else"),
)
_MENU = (Option("snooze", "Snooze"), Option("pause", "Pause"), Option("settings", "Settings"))

SAID = Message(
    "en",
    "This week: one small step",
    (
        Heading("One small step"),
        Text((Span("Last week you chose to leave the first answer to somebody else. "),)),
        Text((Span("It takes four minutes. "), Span("What will you try this week?", "bold"))),
        Choices("0123456789abcdefghijkl", _CHOICES),
        Footer("Only you see this.", "Help", _MENU),
    ),
)
