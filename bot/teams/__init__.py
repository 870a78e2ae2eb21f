"""Team check-ins: a round of one minute in a team's channel, and what the team makes of it."""
