"""The few things that open a window of their own."""
