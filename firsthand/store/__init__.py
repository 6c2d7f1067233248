"""The store of reports: SQLite by default, PostgreSQL through the same layer."""

from firsthand.store.store import CHANGED, NEW, SAME, Hit, Known, Store, Version

__all__ = ["CHANGED", "NEW", "SAME", "Hit", "Known", "Store", "Version"]
