"""Single photos: the timeline they are in, what is known of them, how they look, what a person says of them."""
