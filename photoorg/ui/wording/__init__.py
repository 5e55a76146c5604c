"""What the window says: dates, sizes, wishes and jobs in words, in the language of the window."""
