"""photoorg: a desktop photo organiser that keeps everything on the person's own machine."""

__version__ = "0.1.0"
