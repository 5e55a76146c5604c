"""Which encoders a catalog uses: the list of them, fetching them, and changing over from one profile to another."""
