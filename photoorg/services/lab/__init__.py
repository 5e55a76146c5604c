"""The lab: clustering methods compared on labelled photos, and what becomes of the comparison on screen and paper."""
