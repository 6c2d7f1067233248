"""Chains of media that tell: ``передає X із посиланням на Y``."""

from __future__ import annotations

from firsthand.records import Attribution, Chain
from firsthand.stages.attribution.media import is_document, is_medium, lemmas, medium_name
from firsthand.stages.attribution.words import WORD, group
from firsthand.stages.chains.documents import documents
from firsthand.stages.chains.names import is_nameless
from firsthand.stages.chains.references import references
from firsthand.stages.chains.scene import LEAD, Hop, Scene, distinct, evidence, scope_of
from firsthand.stages.chains.tellers import tells
from firsthand.stages.speakers.cast import full_name


def media_chain(scene: Scene) -> Chain | None:
    """``передає X``, ``Про це пише X із посиланням на Y``, ``Про це заявив Z, повідомляє X``."""
    tellers = [r for r in scene.reportings if tells(scene, r)]
    sources = list(references(scene))
    if not tellers and not any(is_medium(h.span.of(scene.line.text), scene.line.language) for h in sources):
        return None
    first = [r for r in tellers if r.rule == "about-this"] + [r for r in tellers if r.rule != "about-this"]
    hops = (
        [*persons_behind(scene, tellers, bool(sources)), *sources] or documents(scene) or quoted_person(scene, tellers)
    )
    for teller in first:
        assert teller.source is not None  # noqa: S101 - `tells` asks for it
        hops.append(
            Hop(teller.speaker or medium_name(teller.source.of(scene.line.text), scene.line.language), teller.source)
        )
    names = distinct(h.name for h in hops)
    if any(is_nameless(name, scene.line.language) for name in names):
        return None
    back = next((r for r in scene.reportings if r.rule == "about-this"), None)
    lead = first[0] if first else back
    scope = scope_of(scene, lead) if lead is not None else ("report" if scene.number < LEAD else "passage")
    rule = "as-reported" if lead is not None and lead.rule == "as" and scope == "passage" else "medium"
    return Chain(names, scope, evidence(scene, [h.span for h in hops] + [t.cue for t in first]), rule)


def persons_behind(scene: Scene, tellers: list[Attribution], referred: bool) -> list[Hop]:
    """``Про це заявив Z, повідомляє X``: the person; a pronoun not where the medium says from whom it has the news."""
    found = []
    for reporting in scene.reportings:
        if reporting.rule != "about-this" or reporting in tellers or not reporting.speaker or reporting.source is None:
            continue
        pronoun = (
            len(WORD.findall(reporting.source.of(scene.line.text))) == 1
            and reporting.source.of(scene.line.text).islower()
        )
        if not is_document(reporting.source.of(scene.line.text), scene.line.language) and not (pronoun and referred):
            found.append(Hop(reporting.speaker, reporting.source))
    return found


def quoted_person(scene: Scene, tellers: list[Attribution]) -> list[Hop]:
    """``цитує X Коваля``, ``приводит его слова X``: the person quoted, who spoke last."""
    for teller in tellers:
        cue = (
            lemmas(WORD.findall(teller.cue.of(scene.line.text))[-1], scene.line.language)
            if WORD.findall(teller.cue.of(scene.line.text))
            else frozenset()
        )
        if not cue & group(scene.line.language, "cite_verbs") or teller.source is None:
            continue
        inside = [
            m
            for m in scene.cast.mentions
            if m.type == "PER"
            and scene.line.words[0].start <= m.span.start < scene.line.words[-1].stop
            and m.span.start > teller.cue.start
        ]
        name = (
            full_name(scene.cast, inside[0])
            if inside
            else scene.cast.last_speaker(teller.cue.start, frozenset(("person",)))
        )
        if name:
            return [Hop(name, teller.cue)]
    return []
