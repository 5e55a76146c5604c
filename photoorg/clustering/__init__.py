"""Arrays in, labels out: neighbours, the refiner, partitions, and what they are measured by. No files, no database."""
