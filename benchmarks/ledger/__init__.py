"""How many exchanges the ledger confirms a second, beside the bare drivers and the disk."""
