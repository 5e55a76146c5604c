"""Finding photos: by words, by example, by conditions, typed or saved; and the vectors that it takes."""
