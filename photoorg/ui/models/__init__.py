"""Thin adapters between plain data and Qt's views."""
