"""Frames: the ways in which cue, source and content stand together, one module a way; listed in ``find.py``."""
