"""Action plans: objectives, indicators and milestones, agreed on by one person or by two."""
