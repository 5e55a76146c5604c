"""Screenshots of real programs, taken on a virtual screen: what the kinds are learnt from and measured on.

The pictures are not part of the project (a program's licence is not ours); this is how anybody makes them again.
``packaging/kinds/README.md`` says what must be installed.

    python -m photoorg.training.kinds.capture --photos FOLDER --out FOLDER --visits 3
"""
