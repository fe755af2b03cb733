"""What the rules claim, without a chat, a store or a clock."""
