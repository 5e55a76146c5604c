"""Care of the catalog itself: a copy of it, checks of it, and mending what is damaged."""
