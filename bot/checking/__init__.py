"""Reading a commitment: spelling, clauses, heads, moments and amounts, then four criteria."""
