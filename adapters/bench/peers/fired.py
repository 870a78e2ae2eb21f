"""A job that does nothing but be counted; stored jobs name it by its module."""

count = 0
"""How many jobs ran in this process."""


async def weekly(_person: str) -> None:
    """Run."""
    global count  # noqa: PLW0603 - a stored job reaches nothing else
    count += 1
