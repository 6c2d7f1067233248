"""Trained models of crfsuite out of the package."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any


@cache
def weights(package: str, name: str) -> bytes:
    """The file of a model; kept, since crfsuite reads on in these bytes as long as it tags."""
    return resources.files(package).joinpath("model", name).read_bytes()


@cache
def tagger(package: str, name: str) -> Any:
    """The tagger of a model in a package's ``model`` folder; raises FileNotFoundError where it was not installed."""
    import pycrfsuite

    found = pycrfsuite.Tagger()
    found.open_inmemory(weights(package, name))
    return found
