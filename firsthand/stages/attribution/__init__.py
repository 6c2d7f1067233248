"""Attributions: who is said to have said what. Read ``find.py`` first."""
