"""What the database promises, on both engines."""
