"""What the bot promises, as sentences."""
