"""Chains of documents and bodies that put out news themselves: ``йдеться у заяві НАК``."""

from __future__ import annotations

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Chain
from firsthand.stages.attribution.media import is_document, is_medium, is_platform, is_release, lemmas
from firsthand.stages.attribution.words import WORD
from firsthand.stages.chains.names import document_name
from firsthand.stages.chains.scene import Hop, Scene, distinct, evidence, scope_of
from firsthand.stages.chains.tellers import tells


def documents(scene: Scene) -> list[Hop]:
    """``йдеться у заяві НАК``: the owner, then the document, where a document is the source in this sentence."""
    language = scene.line.language
    for reporting in scene.reportings:
        if reporting.source is None or not reporting.speaker:
            continue
        text = reporting.source.of(scene.line.text)
        name = document_name(text, language)
        if (
            (is_release(text, language) or is_platform(text.split()[0], language))
            and not is_medium(reporting.speaker, language)
            and reporting.speaker.lower() != phrase_nominative(text, language).lower()
        ):
            return [Hop(reporting.speaker, reporting.source), Hop(name, reporting.source)]
    return []


def document_chain(scene: Scene) -> Chain | None:
    """A document that carries somebody's words, where no medium tells of it in the same sentence."""
    hops = documents(scene)
    if any(tells(scene, r) for r in scene.reportings):
        return None
    if not hops:
        return own_document(scene)
    reporting = next(r for r in scene.reportings if r.source == hops[0].span)
    bare = len(WORD.findall(hops[1].name)) == 1
    if bare and reporting.rule != "about-this" and scene.number < 0:
        return None
    return Chain(
        distinct(h.name for h in hops),
        scope_of(scene, reporting),
        evidence(scene, [reporting.cue, hops[1].span]),
        "document",
    )


def own_document(scene: Scene) -> Chain | None:
    """``Про це йдеться в матеріалі Associated Press``: a medium's own text is the one hop."""
    for reporting in scene.reportings:
        if reporting.source is None or not reporting.speaker or reporting.rule != "about-this":
            continue
        text = reporting.source.of(scene.line.text)
        if is_document(text, scene.line.language) and is_medium(reporting.speaker, scene.line.language):
            return Chain(
                (reporting.speaker,),
                scope_of(scene, reporting),
                evidence(scene, [reporting.cue, reporting.source]),
                "document",
            )
    return None


def body_chain(scene: Scene) -> Chain | None:
    """``Про це повідомляє прес-служба X``: a body that puts out news itself is the one hop."""
    for reporting in scene.reportings:
        if reporting.rule != "about-this" or reporting.source is None or not reporting.speaker:
            continue
        words = WORD.findall(reporting.source.of(scene.line.text))
        if words and lemmas(words[0], scene.line.language) & scene.line.group("announcers"):
            return Chain(
                (reporting.speaker,),
                scope_of(scene, reporting),
                evidence(scene, [reporting.cue, reporting.source]),
                "press-service",
            )
    return None
