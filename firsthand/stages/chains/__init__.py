"""Chains: through whom the news came. Read ``find.py`` first."""

from firsthand.stages.chains.find import find_chains, without_chain_only

__all__ = ["find_chains", "without_chain_only"]
