"""Putting photos away and back: planned first, noted in the journal, then carried out so that no kill loses a file."""
