"""What a picture is: a photo, a screenshot, a document or a drawing, told from all evidence there is.

``evidence`` looks at the pixels, ``facts`` at what the file says of itself, ``classifier`` weighs both with what the
encoder sees.
"""
