"""Groups: shown, edited, reviewed, explained."""
