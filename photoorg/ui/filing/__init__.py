"""What is done with photos by the hundred: moved, dragged, told what they are, and taken back."""
