"""What the reading of skills and the choice of people are worth, beside simpler ways."""
