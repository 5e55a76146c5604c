"""What is shown: wishes in words or by example, conditions, saved searches, and the way back."""
