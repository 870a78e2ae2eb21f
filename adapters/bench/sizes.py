"""Sizes as people write them: 1k, 10k, 1M."""

_UNITS = {"k": 1_000, "M": 1_000_000}


def read_sizes(written: str) -> tuple[int, ...]:
    """Read sizes separated by commas, and return them ascending.

    Raises:
        ValueError: one is no positive number, with or without k or M.
    """
    return tuple(sorted({_size(one.strip()) for one in written.split(",")}))


def size_name(size: int) -> str:
    """Write a size as short as it gets."""
    for unit, worth in reversed(_UNITS.items()):
        if size >= worth and size % worth == 0:
            return f"{size // worth}{unit}"
    return str(size)


def _size(written: str) -> int:
    number, worth = written, 1
    if written[-1:] in _UNITS:
        number, worth = written[:-1], _UNITS[written[-1]]
    size = int(number) * worth
    if size < 1:
        raise ValueError(f"no size: {written}")
    return size
