"""What every layer shares: plain types, errors, paths, settings and jobs. Imports the standard library only."""
