"""Files to pictures: decode with limits, metadata, thumbnails. Nothing here knows of catalogs or encoders."""

from photoorg.media.reading import Reading, preview, read, read_region

__all__ = ["Reading", "preview", "read", "read_region"]
