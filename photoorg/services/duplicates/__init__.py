"""Exact copies and look-alikes, and which of them is worth keeping."""
