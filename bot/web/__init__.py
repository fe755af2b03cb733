"""The one web server: what platforms post to us, and what anyone may read of us."""

HEALTH = "/sante"
"""The path at which the bot tells how it is."""
