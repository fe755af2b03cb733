"""The one web server: what platforms post to us, and what anyone may read of us."""

HEALTH = "/sante"
"""The path at which the bot tells how it is."""

AGENDA = "/agenda"
"""What the paths begin with at which the agenda is read."""
