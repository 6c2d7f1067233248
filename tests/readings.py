"""Reads a marked sentence as the pipeline does, with the fast names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from marked import Said, Spoken, Told

from firsthand.records import Attribution, Chain, Report
from firsthand.stages.attribution.find import find_attributions
from firsthand.stages.chains import find_chains
from firsthand.stages.mentions import find_mentions
from firsthand.stages.segment import split
from firsthand.stages.speakers import make_cast, resolve_speakers
from firsthand.stages.times import find_times


@dataclass(frozen=True)
class Reading:
    """What the stages make of a text."""

    attributions: tuple[Attribution, ...]
    chains: tuple[Chain, ...]


def read(text: str, language: str) -> Reading:
    report = Report("x", "x.txt", text, language)
    sentences = split(report, ())
    mentions = find_mentions(report, sentences, fast=True)
    times = find_times(report, sentences)
    found = find_attributions(report, sentences, mentions, times)
    cast = make_cast(report, mentions, found)
    found = resolve_speakers(cast, found)
    return Reading(found, find_chains(report, sentences, mentions, times, cast, found))


def misread(wanted: Iterable[tuple[str, str]], language: str) -> list[tuple[str, str | None]]:
    """The texts whose last attribution is not the wanted speaker's, and whose it is."""
    found = [(text, name, read(text, language).attributions) for text, name in wanted]
    last = [(text, name, told[-1].speaker if told else None) for text, name, told in found]
    return [(text, speaker) for text, name, speaker in last if speaker != name]


def is_read(case: Said | Spoken | Told, language: str) -> bool:
    """Whether a case is read as it is marked."""
    found = read(case.text, language)
    if isinstance(case, Told):
        wanted = [(case.hops, case.scope)] if case.hops else []
        return [(chain.hops, chain.scope) for chain in found.chains] == wanted
    if isinstance(case, Spoken):
        return [a.speaker for a in found.attributions if a.source == case.source] == [case.speaker]
    if case.act == "none":
        return not found.attributions
    wanted_one = (case.act, case.form, case.source, case.cue, case.content)
    return wanted_one in [(a.act, a.form, a.source, a.cue, a.content) for a in found.attributions]
