"""Reading a campaign as somebody words it."""
