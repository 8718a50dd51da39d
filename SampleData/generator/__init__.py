"""The parts of generate.py: who there is, what happened, and how each system exports it."""
