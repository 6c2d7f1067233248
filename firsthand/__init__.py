"""firsthand traces what the news says back to who said it first."""

__version__ = "0.1.0"
