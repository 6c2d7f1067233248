"""The path of one report, stage by stage: read this page first.

Each stage is a pure function; ``needs`` names the records it takes, ``makes`` the record it gives. What happens across
reports is in ``firsthand/answer``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from firsthand.names.words import mended
from firsthand.records import Analysis, Report
from firsthand.stages.attribution.find import find_attributions
from firsthand.stages.chains import find_chains, without_chain_only
from firsthand.stages.clean import find_regions
from firsthand.stages.mentions import find_mentions
from firsthand.stages.quantities import find_quantities
from firsthand.stages.scores import with_scores
from firsthand.stages.segment import split
from firsthand.stages.speakers import make_cast, resolve_speakers
from firsthand.stages.times import find_published, find_times


@dataclass(frozen=True, slots=True)
class Stage:
    """One step: a function from the records it needs to the record it makes."""

    makes: str
    needs: tuple[str, ...]
    run: Callable[..., Any]


STAGES: tuple[Stage, ...] = (
    Stage("regions", ("report",), find_regions),
    Stage("sentences", ("report", "regions"), split),
    Stage("mentions", ("report", "sentences"), find_mentions),
    Stage("times", ("report", "sentences"), find_times),
    Stage("published", ("report", "times"), find_published),
    Stage("quantities", ("report", "sentences", "times"), find_quantities),
    Stage("cues", ("report", "sentences", "mentions", "times"), find_attributions),
    Stage("cast", ("report", "mentions", "cues"), make_cast),
    Stage("reportings", ("cast", "cues"), resolve_speakers),
    Stage("chains", ("report", "sentences", "mentions", "times", "cast", "reportings"), find_chains),
    Stage("tellings", ("report", "reportings"), without_chain_only),
    Stage("attributions", ("report", "sentences", "tellings"), with_scores),
)

# Marks that stages need not tell apart, one for one so that offsets stay: dashes, hyphens, narrow spaces.
ALIKE = str.maketrans(
    "\u2012\u2015\u2500\u2010\u2011\u2002\u2003\u2007\u2009\u202f\u3000",
    "\u2013\u2013\u2013--\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0",
)
SOME_ALIKE = re.compile(f"[{''.join(map(chr, ALIKE))}]")

# A minus that stands for a dash: "..., − сказав мер", and not "−5 градусів".
MINUS = re.compile(r"\u2212(?!\d)")

TWO_SCRIPTS = re.compile(r"[A-Za-z][\u0400-\u052f]|[\u0400-\u052f][A-Za-z]")
LETTERS = re.compile(r"[^\W\d_]+")

# What the stages make that the analysis keeps; the rest is only passed on.
KEPT = ("regions", "sentences", "mentions", "times", "published", "quantities", "attributions", "chains")


def analyse(report: Report, stages: tuple[Stage, ...] = STAGES) -> Analysis:
    """All that a report says, taken on its own; a pure function, so it runs in any process."""
    records: dict[str, Any] = {"report": replace(report, text=plain(report.text))}
    for stage in stages:
        records[stage.makes] = stage.run(*(records[name] for name in stage.needs))
    return Analysis(report, **{name: records[name] for name in KEPT})


def plain(text: str) -> str:
    """A text with one mark for those that mean the same, and words in one script ("вiн" with a Latin i), in place."""
    # most texts have none of these marks, and each letter of one would be looked up
    text = text.translate(ALIKE) if SOME_ALIKE.search(text) else text
    text = MINUS.sub("\u2013", text)
    return LETTERS.sub(lambda word: mended(word[0]), text) if TWO_SCRIPTS.search(text) else text


def with_names(fast: bool) -> tuple[Stage, ...]:
    """The stages with the fast name tagger, for archives, or with the best one."""
    if not fast:
        return STAGES
    return tuple(Stage(s.makes, s.needs, find_fast_mentions) if s.makes == "mentions" else s for s in STAGES)


def find_fast_mentions(report: Report, sentences: Any) -> Any:
    """Names by the fast tagger."""
    return find_mentions(report, sentences, fast=True)


def analyse_fast(report: Report) -> Analysis:
    """``analyse`` with the fast name tagger."""
    return analyse(report, with_names(fast=True))
