"""Offers to clients that no subject makes: ``Пасажирам пропонують обміняти квитки`` is the firm's."""

from __future__ import annotations

import re
from itertools import pairwise

from firsthand.records import Attribution
from firsthand.stages.attribution.media import is_medium, lemmas
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.cast import MOST, Cast
from firsthand.stages.speakers.crowds import sentences_before
from firsthand.stages.speakers.firms import frequent_body

CLAUSE = re.compile(r"[,.;:!?…\n]")
SUBJECT_REACH = 60  # code points behind a verb in which its subject may stand
CLIENTS_BEFORE = 200  # code points in which those are named to whom something is offered
CLIENTS_BEHIND = 40


def from_offer(cast: Cast, attribution: Attribution) -> str | None:
    """The firm the report names most, where clients are offered something and nobody is said to offer it."""
    return from_body_before(cast, attribution) or from_firm_named(cast, attribution)


def from_firm_named(cast: Cast, attribution: Attribution) -> str | None:
    """The firm named most, where clients are offered something."""
    language, cue = cast.report.language, attribution.cue
    offers = group(language, "offers")
    if not any(lemmas(word, language) & offers for word in WORD.findall(cue.of(cast.report.text))):
        return None
    near = cast.report.text[max(0, cue.start - CLIENTS_BEFORE) : cue.stop + CLIENTS_BEHIND]
    if not any(is_client(word, language) for word in WORD.findall(near)):
        return None
    firm = frequent_body(cast, cue.start, firm=True)
    return None if firm is None or is_medium(firm, language) else firm


def is_client(word: str, language: str) -> bool:
    """Whether a word can only be a noun for those whom a firm serves."""
    nouns = word_forms(word, language).nouns
    return bool(nouns) and bool(lemmas(word, language) & group(language, "clients"))


def from_body_before(cast: Cast, attribution: Attribution) -> str | None:
    """``... наголосили в порту. Водіїв просять зачекати``: the body that spoke in the sentence before."""
    text, at = cast.report.text, attribution.cue.start
    starts = sentences_before(cast, at)
    told = [(start, stop) for start, stop in pairwise(starts) if text[start:stop].strip()][-1:]
    last = [spoken for spoken in cast.spoken[-MOST:] if spoken[0] < at][-1:]
    if (
        attribution.source is not None
        or not told
        or not may_go_on(cast, attribution)
        or not is_impersonal(cast, attribution, starts[-1])
    ):
        return None
    places = {m.name for m in cast.mentions[:MOST] if m.type == "LOC"}
    spoken = ((start, name) for start, name, kind in last if kind == "body" and name not in places)
    return next((name for start, name in spoken if told[0][0] <= start < told[0][1]), None)


def may_go_on(cast: Cast, attribution: Attribution) -> bool:
    """Whether something is promised or asked for, or told to clients."""
    near = cast.report.text[max(0, attribution.cue.start - CLIENTS_BEHIND) : attribution.cue.stop]
    to_clients = any(is_client(word, cast.report.language) for word in WORD.findall(near))
    return attribution.act in ("commit", "direct") or to_clients


def is_impersonal(cast: Cast, attribution: Attribution, start: int) -> bool:
    """``обіцяють``, ``готовы``: whether a cue is in the plural and nobody near it can be its subject."""
    text, language, cue = cast.report.text, cast.report.language, attribution.cue
    if any(word.endswith(("ся", "сь")) for word in WORD.findall(cue.of(text))):
        return False
    readings = [r for word in WORD.findall(cue.of(text)) for r in word_forms(word, language).readings]
    several = [r for r in readings if r.pos in ("VERB", "ADJS") and "plur" in r.grammemes]
    if not several or any({"1per", "2per", "impr"} & r.grammemes for r in several):
        return False
    stop = min(len(text), cue.stop + SUBJECT_REACH)
    around = [
        "",
        *WORD.findall(text[start : cue.start]),
        "",
        *WORD.findall(CLAUSE.split(text[cue.stop : stop], maxsplit=1)[0]),
    ]
    # "без комиссии"
    free = (word for before, word in pairwise(around) if "PREP" not in word_forms(before, language).pos)
    return not any(may_do(word, language) for word in free)


def may_do(word: str, language: str) -> bool:
    """Whether a word may be those who do something: a noun for people or bodies, or a pronoun, in the plural."""
    known = word_forms(word, language)
    living = [r for r in known.readings if "anim" in r.grammemes or r.pos in ("NPRO", "NUMR")]
    bodies = bool(lemmas(word, language) & group(language, "bodies|firms"))
    return any({"nomn", "plur"} <= r.grammemes for r in (known.readings if bodies else living))
