"""What photoorg remembers: the SQLite catalog and the thumbnail database."""
