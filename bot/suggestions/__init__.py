"""Wordings suggested by a language model: what is asked, what is believed, what is shown."""
