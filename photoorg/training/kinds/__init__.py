"""The kinds: what is a photo, a screenshot, a document, a drawing. The pictures to learn from, and the training."""
