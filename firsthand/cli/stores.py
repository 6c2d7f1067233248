"""Which store a command works on."""

from __future__ import annotations

import os

from firsthand.cli.chosen import Chosen
from firsthand.errors import StoreError
from firsthand.store import Store

DEFAULT = "firsthand.db"


def place(store: str | None) -> str:
    """The store named after the command, before it, in the environment, or the default, in this order."""
    return store or Chosen.store or DEFAULT


def existing(store: str | None) -> Store:
    """A store to ask: one that is not there is not made. Raises StoreError."""
    where = place(store)
    if "://" not in where and where != ":memory:" and not os.path.exists(where):
        raise StoreError(f"no store {where}; first: firsthand read FOLDER")
    return Store.open(where)
