"""The dialog of settings: a page each for folders, the archive, how the window looks and works, and the catalog."""
