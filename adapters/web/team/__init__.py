"""A team's closed rounds on a page, for its members."""
