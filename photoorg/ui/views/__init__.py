"""The parts of the window; each shows something and tells what the person did, by signals."""
