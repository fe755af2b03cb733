"""What the bot's own parts claim, against the real loopback and real processes."""
