"""How fast calendars are read, beside the plain libraries."""
