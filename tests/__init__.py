"""The suite: conversations with standing people, rules, servers."""
