"""Published figures in words, for the page and the chat."""
