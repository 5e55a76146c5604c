"""The library: watched, read in the background, walked through by its places, and set up."""
