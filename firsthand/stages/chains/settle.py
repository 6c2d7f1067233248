"""What the chains of a report say together: how far each reaches, and which says no more than another."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from firsthand.records import Attribution, Chain, Report
from firsthand.stages.attribution.words import group

# How far into the text the only medium of a report may be named, and the first of several, to stand for all of it.
ONLY_REACH, FIRST_REACH = 0.6, 0.4
# The same for where the one spoke whom the report quotes most.
VENUE_REACH = 0.65


def settled(report: Report, chains: tuple[Chain, ...], reportings: tuple[Attribution, ...]) -> tuple[Chain, ...]:
    """The chains with the scope that they have beside each other, without those that say no more than another."""
    chains = promoted(report, chains)
    chains = tuple(rescoped(report, chain, chains, reportings) for chain in chains)
    return tuple(
        chain for chain in chains if not is_told_better(report.language, chain, chains) and not is_inner(chain, chains)
    )


def promoted(report: Report, chains: tuple[Chain, ...]) -> tuple[Chain, ...]:
    """The first medium that tells covers the report where none in the lead does (``..., пише DW`` further down)."""
    if any(chain.scope == "report" and chain.rule == "medium" for chain in chains):
        return chains
    tellers = [chain for chain in chains if chain.rule == "medium" and not chain.hops[-1].islower()]
    reach = len(report.text) * (ONLY_REACH if len(tellers) == 1 else FIRST_REACH)
    first = min(tellers, key=lambda chain: chain.evidence.start, default=None)
    if first is None or first.evidence.start > reach:
        return chains
    return tuple(replace(chain, scope="report") if chain is first else chain for chain in chains)


def rescoped(report: Report, chain: Chain, chains: tuple[Chain, ...], reportings: tuple[Attribution, ...]) -> Chain:
    """A venue covers the report where no other chain does, and it stands early or its speaker speaks most."""
    if chain.rule != "venue" or chain.scope == "report" or any(o.scope == "report" for o in chains):
        return chain
    place = chain.evidence.start / max(len(report.text), 1)
    early = place < FIRST_REACH and chain is min(chains, key=lambda c: c.evidence.start)
    leads = place < VENUE_REACH and speaks_most(chain, reportings)
    return replace(chain, scope="report") if early or leads else chain


def speaks_most(chain: Chain, reportings: tuple[Attribution, ...]) -> bool:
    """Whether a hop of the chain is the one who is quoted most in the report, and more than twice."""
    main = Counter(r.speaker for r in reportings if r.speaker).most_common(2)
    if not main or main[0][0] not in chain.hops or main[0][1] < 3:
        return False
    return len(main) == 1 or main[0][1] > main[1][1]


def is_inner(chain: Chain, others: tuple[Chain, ...]) -> bool:
    """A passage that a hop of the report's chain tells (``X зазначило, що Y заявив``) is no chain beside it."""
    if chain.scope != "passage" or chain.rule == "background":
        return False
    return any(o.scope == "report" and goes_through(chain, o) for o in others)


def goes_through(chain: Chain, whole: Chain) -> bool:
    """Whether the report's chain has the passage's: its hops, its one hop, its last, or the author of its message."""
    if whole.hops in (chain.hops, chain.hops[-1:]):
        return True
    message = chain.rule == "document" and " " not in chain.hops[-1] and len(whole.hops) > 1
    return chain.hops[0] in whole.hops and (len(chain.hops) == 1 or message)


def is_told_better(language: str, chain: Chain, others: tuple[Chain, ...]) -> bool:
    """One hop of the lead that a longer chain holds too: ``Reuters: ...`` above ``пише Reuters із посиланням на``."""
    if len(chain.hops) != 1 or chain.scope != "report":
        return False
    rivals = [o for o in others if o is not chain and o.scope == "report"]
    if chain.rule == "body" or chain.hops[0].lower() in group(language, "media_at_large"):
        return bool(rivals)
    if any(len(o.hops) > 1 and chain.hops[0] in o.hops for o in rivals):
        return True
    return any(abbreviates(chain.hops[0], o.hops[-1]) for o in rivals)


def abbreviates(short: str, long: str) -> bool:
    """``WP`` for ``Washington Post``."""
    return short.isupper() and len(short) > 1 and short == "".join(word[0] for word in long.split()).upper()
