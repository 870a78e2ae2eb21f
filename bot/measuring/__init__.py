"""What the programme changes: records of what happened, indicators of them, their intervals."""
