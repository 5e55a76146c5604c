"""One torch model a file. torch is imported here and nowhere else in ``clustering``."""
