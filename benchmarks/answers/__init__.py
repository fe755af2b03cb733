"""What the search is worth on question sets that anybody may have."""
