"""Arrays and files in, ids and scores out: exact and approximate search over the vectors of one space.

Everything here is a cache of the catalog: whatever is absent, old or damaged is made anew from it.
"""
