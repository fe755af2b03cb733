"""The vocabulary of a chat: what is heard, what is said, what a command is. Knows no platform."""
