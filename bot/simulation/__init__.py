"""The whole bot on a virtual clock, as JSON Lines: an imagined world, and operations upon it."""
