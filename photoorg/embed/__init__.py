"""Encoders behind one protocol: pictures and words to unit vectors in named spaces.

Runs in the worker process. torch and timm are imported when an image encoder is loaded, never before;
text of the embedded profile needs numpy only.
"""
