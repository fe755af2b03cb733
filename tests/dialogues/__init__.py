"""Conversations, on each imagined platform."""
