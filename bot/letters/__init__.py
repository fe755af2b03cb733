"""The letter outside the chats: as a mail, and as pages that anybody may read."""
