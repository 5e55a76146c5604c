"""The worker process: everything that touches the bytes of a foreign file, where a crash costs one file.

``host`` is the side of the program, ``child`` the side of the process, ``messages`` what passes between them.
"""
