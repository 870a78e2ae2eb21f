"""A made-up organisation that lives through some weeks, by all that really runs."""
