"""Documents that a medium quotes or prints: ``цитує заяву порту Reuters``, ``Текст листа опублікувала газета X``."""

from __future__ import annotations

from firsthand.lang.outlets import find_outlet
from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Chain, Span
from firsthand.stages.attribution.clauses import phrase_span
from firsthand.stages.attribution.media import first_noun, has_newsroom, medium_name
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import Line
from firsthand.stages.chains.names import is_thing, owner_and_document, without_possessive
from firsthand.stages.chains.owners import named_owner, up_to, whole_document
from firsthand.stages.chains.put_out import is_put_out
from firsthand.stages.chains.scene import Hop, Scene, distinct, evidence, scope_of
from firsthand.stages.chains.tellers import is_foreign_name, names_medium, verb_lemmas

# Words at the start of a sentence in which what a medium printed stands: "Повний текст листа опублікувала газета X".
MOST_SHOWN = 6


def quoted_document(scene: Scene, tellers: list[Attribution]) -> list[Hop]:
    """``цитує X заяву порту``, ``наводить телеканал текст заяви``: whose document a medium quotes, and what it is."""
    line = scene.line
    for teller in tellers:
        if teller.source is None or not verb_lemmas(scene, teller) & line.group("cite_verbs"):
            continue
        for word in line.words:
            if word.start >= teller.cue.stop and not teller.source.contains(Span(word.start, word.stop)):
                hops = document_at(scene, word.at, teller.source.start)
                if hops:
                    return hops
    return []


def document_at(scene: Scene, at: int, medium: int = 0) -> list[Hop]:
    """The owner, where it is told, and the document that begins at a word, past ``текст`` or ``копія`` of it.

    A ``medium`` that starts behind it is no part of it: ``цитує заяву порту Reuters``.
    """
    line = scene.line
    copy = bool(line.words[at].lemmas & line.group("copies")) and at + 1 < len(line.words)
    phrase = phrase_at(line, at + copy, coordinate=False)
    if phrase is None or phrase.pronoun:
        return []
    span = phrase_span(line, phrase)
    span = up_to(line, span, medium)
    text = span.of(line.text)
    spoken = copy and bool(first_noun(text, line.language) & line.group("speeches"))
    if not (spoken or is_put_out(text, line.language) or first_noun(text, line.language) & shown_nouns(line)):
        return []
    whole = span if medium else whole_document(scene, span)
    plain = whole.of(line.text)
    governed = at > 0 and "PREP" in line.words[at - 1].pos
    as_it_stands = not copy and not governed and is_thing(plain, line.language)
    name = plain if as_it_stands else without_possessive(plain, line.language)
    owner = named_owner(scene, whole, medium)
    offices = line.group("bodies") - line.group("owning_nothing")
    if owner is None or (owner.islower() and not first_noun(owner, line.language) & offices):
        return [Hop(name, whole)]
    return owner_and_document(owner, name, whole, line.language)


def shown_nouns(line: Line) -> frozenset[str]:
    """Nouns for what is printed or leaked, beside what its owner puts out."""
    return line.group("documents|court_papers")


def shown_chain(scene: Scene) -> Chain | None:
    """``Текст листа опублікувала газета X``: whose it is, the document, who printed it."""
    line = scene.line
    verb = next((w for w in line.words[:MOST_SHOWN] if w.finite), None)
    if verb is None or not verb.at or not verb.lemmas & line.group("put_out_verbs"):
        return None
    medium = medium_at(line, verb.at + 1)
    hops = document_at(scene, 0) if medium is not None else []
    if medium is None or not hops:
        return None
    if len(hops) == 1:
        author = scene.cast.last_speaker(line.words[0].start, frozenset(("person", "body")))
        hops = [Hop(author, hops[0].span), *hops] if author is not None else hops
    names = distinct(hop.name for hop in (*hops, medium))
    return Chain(names, scope_of(scene, None), evidence(scene, [line_start(line), medium.span]), "shown")


def line_start(line: Line) -> Span:
    """Where the first word of a sentence stands."""
    return Span(line.words[0].start, line.words[0].stop)


def medium_at(line: Line, at: int) -> Hop | None:
    """The medium whose phrase begins at a word; an unknown name in Latin letters or quotation marks is one here."""
    phrase = phrase_at(line, at, coordinate=False) if at < len(line.words) else None
    if phrase is None:
        return None
    span = phrase_span(line, phrase)
    text = span.of(line.text)
    outlet = find_outlet(phrase_nominative(text, line.language))
    person = any(w.mention_type == "PER" for w in line.between(phrase.first, phrase.last))
    named = (outlet is not None and has_newsroom(outlet)) or (is_foreign_name(text, line.language) and not person)
    return Hop(medium_name(text, line.language), span) if named or names_medium(text, line.language) else None
