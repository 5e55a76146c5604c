"""What is done with one photo, or a few side by side: looked at, turned, marked, described."""
