"""The clock: due moments, dispatch, purge."""
