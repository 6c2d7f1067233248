"""Documents that a medium has at hand: ``акт є в розпорядженні X``, ``звіт, з яким ознайомився X``."""

from __future__ import annotations

from firsthand.records import Chain
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import is_comma, phrase_span
from firsthand.stages.attribution.media import is_release
from firsthand.stages.attribution.phrases import phrases_up_to
from firsthand.stages.attribution.words import Line, Word
from firsthand.stages.chains.names import hop_name, speaker_name
from firsthand.stages.chains.scene import Hop, Scene, distinct, evidence, scope_of
from firsthand.stages.chains.shown import document_at, medium_at
from firsthand.stages.chains.tellers import tells

# Words between a document and "в розпорядженні": "документ із п'яти пунктів, який є".
MOST_TO_HAND = 12
# Words between "з яким" and the verb, and from there to the medium: "копію якого вже отримали журналісти X".
MOST_TO_VERB = 3


def at_hand_chain(scene: Scene) -> Chain | None:
    """``Копія акта є в розпорядженні X``, ``лист, копію якого отримав X``: the document, then who has it."""
    line = scene.line
    for word in line.spelled("at_hand|relatives"):
        medium = who_has(line, word)
        hops = nearest_document(scene, word) if medium is not None else []
        if medium is not None and hops:
            told = next((r for r in scene.reportings if r.source is not None and not tells(scene, r)), None)
            spans = [hops[0].span, medium.span]
            names = distinct(hop.name for hop in (*hops, medium))
            return Chain(names, scope_of(scene, told), evidence(scene, spans), "shown")
    return None


def who_has(line: Line, word: Word) -> Hop | None:
    """The medium at whose hand a document is: behind ``розпорядженні``, or in ``з яким ознайомився X``."""
    if word.low in line.group("at_hand"):
        return medium_at(line, word.at + 1)
    near = line.between(word.at + 1, word.at + 1 + MOST_TO_VERB)
    verb = next((w for w in near if w.finite and w.lemmas & line.group("acquainted_verbs")), None)
    if verb is None:
        return None
    between = line.between(word.at + 1, verb.at)
    behind = line.between(verb.at + 1, verb.at + 2)
    reporters = verb.at + 1 + any(w.lemmas & line.group("reporters") for w in behind)
    return medium_at(line, reporters) or (medium_at(line, between[0].at) if between else None)


def nearest_document(scene: Scene, word: Word) -> list[Hop]:
    """The last document before a word that no clause but its own parts from it."""
    line = scene.line
    for at in range(word.at - 1, max(-1, word.at - 1 - MOST_TO_HAND), -1):
        hops = document_at(scene, at) if not is_comma(line, at) else []
        if hops and hops[0].span.stop <= word.start:
            return with_writer(scene, at, described(scene, at) or hops)
    return []


def described(scene: Scene, at: int) -> list[Hop]:
    """``попередня заява``: a document at a word with the adjective before it."""
    before = scene.line.words[at - 1] if at else None
    plain = before is not None and before.text.islower() and before.low not in scene.line.group("whose")
    return document_at(scene, at - 1) if before is not None and plain and before.adjectives else []


def with_writer(scene: Scene, at: int, hops: list[Hop]) -> list[Hop]:
    """Whose a document without an owner is: ``дослідники X, [чий звіт] має Y``, who tells in it, who told before it."""
    line = scene.line
    if len(hops) > 1 or not is_release(hops[0].span.of(line.text), line.language):
        return hops
    if at < 2 or line.words[at - 1].low not in line.group("whose") or not is_comma(line, at - 2):
        return [*teller_in(scene, hops[0]), *hops]
    authors = (phrase for phrase in phrases_up_to(line, at - 2, MOST_TO_HAND) if can_write(line, phrase))
    author = next((phrase_span(line, phrase) for phrase in authors), None)
    return [Hop(hop_name(scene, author), author), *hops] if author is not None else hops


def teller_in(scene: Scene, document: Hop) -> list[Hop]:
    """``У листі, який має X, [міністр] заявив``, ``Копія листа є в X`` behind who wrote it: whose words it holds."""
    told = [r for r in scene.reportings if r.source is not None and not r.source.overlaps(document.span)]
    spoke = next((r for r in told if r.speaker and not tells(scene, r) and r.rule != "phrase"), None)
    if spoke is not None and spoke.source is not None:
        return [Hop(speaker_name(scene, spoke), spoke.source)]
    opens = scene.line.words[0].lemmas & scene.line.group("copies") and not told
    last = scene.cast.last_speaker(document.span.start, frozenset(("person", "body"))) if opens else None
    return [Hop(last, document.span)] if last is not None else []


def can_write(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase is for people or a body."""
    speaks = phrase.animate or phrase.named or bool(line.words[phrase.head].lemmas & line.group("bodies"))
    return speaks and not phrase.pronoun
