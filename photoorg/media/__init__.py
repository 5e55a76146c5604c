"""Files to pictures: decode with limits, metadata, thumbnails. Nothing here knows of catalogs or encoders.

``reading`` is the way in; it is not imported here, so that ``dates`` alone costs no Pillow.
"""
