"""What makes and measures the tables and weights that ship; imported lazily, by services alone."""
