"""What the chains of a report say together: how far each reaches, and which says no more than another."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from firsthand.names.words import doubles
from firsthand.records import Attribution, Chain, Report
from firsthand.stages.attribution.words import group

# How far into the text the only medium of a report may be named, and the first of several, to stand for all of it.
ONLY_REACH, FIRST_REACH = 0.6, 0.4
# The same for where the one spoke whom the report quotes most.
VENUE_REACH = 0.65


def settled(report: Report, chains: tuple[Chain, ...], reportings: tuple[Attribution, ...]) -> tuple[Chain, ...]:
    """The chains with the scope that they have beside each other, without those that say no more than another."""
    chains = promoted(report, told_best(report.language, chains))
    chains = told_best(report.language, with_venue(report, chains, reportings))
    return tuple(chain for chain in chains if not is_inner(chain, chains))


def told_best(language: str, chains: tuple[Chain, ...]) -> tuple[Chain, ...]:
    """The chains without those that others tell better."""
    return tuple(chain for chain in chains if not is_told_better(language, chain, chains))


def promoted(report: Report, chains: tuple[Chain, ...]) -> tuple[Chain, ...]:
    """The first medium that tells covers the report where none in the lead does (``..., пише DW`` further down)."""
    leads = [chain for chain in chains if chain.scope == "report" and chain.rule == "medium"]
    if leads:
        return tuple(one_lead(report, chain, leads) for chain in chains)
    tellers = [chain for chain in chains if chain.rule == "medium" and not chain.hops[-1].islower()]
    reach = len(report.text) * (ONLY_REACH if len(tellers) == 1 else FIRST_REACH)
    first = min(tellers, key=lambda chain: chain.evidence.start, default=None)
    if first is None and not any(chain.scope == "report" for chain in chains):
        # "Про це повідомляє прес-служба" at the foot is of all that stands above it.
        first = next((chain for chain in chains if chain.rule == "press-service"), None)
    elif first is not None and first.evidence.start > reach:
        first = None
    return tuple(replace(chain, scope="report") if chain is first else chain for chain in chains)


def one_lead(report: Report, chain: Chain, leads: list[Chain]) -> Chain:
    """Of several media in the lead the first covers the report, the others their piece; the title's stands aside."""
    body = [lead for lead in leads if "\n" in report.text[: lead.evidence.start].strip()]
    return replace(chain, scope="passage") if chain in body[1:] or chain.rule == "published" else chain


def with_venue(report: Report, chains: tuple[Chain, ...], reportings: tuple[Attribution, ...]) -> tuple[Chain, ...]:
    """A venue covers the report where no other chain does, and it stands early or its speaker speaks most."""
    if any(chain.scope == "report" for chain in chains) or not chains:
        return chains
    first = min(chains, key=lambda chain: chain.evidence.start)
    for chain in sorted((c for c in chains if c.rule == "venue"), key=lambda c: c.evidence.start):
        place = chain.evidence.start / max(len(report.text), 1)
        if (place < FIRST_REACH and chain is first) or (place < VENUE_REACH and speaks_most(chain, reportings)):
            return tuple(replace(c, scope="report") if c is chain else c for c in chains)
    return chains


def speaks_most(chain: Chain, reportings: tuple[Attribution, ...]) -> bool:
    """Whether a hop is who ``Про це заявив`` names, or who is quoted most in the report, and more than twice."""
    if any(r.rule == "about-this" and r.speaker in chain.hops for r in reportings):
        return True
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
    if any(len(o.hops) > 1 and any(is_same(chain.hops[0], hop) for hop in o.hops) for o in rivals):
        return True
    return any(abbreviates(chain.hops[0], o.hops[-1]) for o in rivals)


def is_same(left: str, right: str) -> bool:
    """Whether two names are one, written in look-alike letters (``ВВС`` in Cyrillic is BBC)."""
    to_latin = doubles()[1]
    return left.translate(to_latin) == right.translate(to_latin)


def abbreviates(short: str, long: str) -> bool:
    """``WP`` for ``Washington Post``."""
    return short.isupper() and len(short) > 1 and short == "".join(word[0] for word in long.split()).upper()
