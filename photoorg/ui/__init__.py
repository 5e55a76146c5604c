"""The window: the only user of PySide6. Calls services and core, and nothing below them."""
