"""Messages and values, as their readers see them."""
