"""Where something stands that no source was read for: ``за даними на сайті порту``, ``у твіті міністра сказано``."""

from __future__ import annotations

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Chain, Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import is_comma, phrase_span
from firsthand.stages.attribution.media import first_noun, medium_name
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import Line
from firsthand.stages.chains.authors import with_author
from firsthand.stages.chains.documents import ADDED, closes
from firsthand.stages.chains.drawn import drawn_chain
from firsthand.stages.chains.names import joint_names, owner_and_document, without_possessive
from firsthand.stages.chains.owners import named_owner
from firsthand.stages.chains.posted import site_phrase
from firsthand.stages.chains.programmes import programme_chain
from firsthand.stages.chains.put_out import is_participle, is_put_out
from firsthand.stages.chains.registers import data_behind
from firsthand.stages.chains.scene import Hop, Scene, as_phrase, distinct, evidence, scope_of
from firsthand.stages.chains.tellers import DOMAIN, names_medium
from firsthand.stages.speakers.cast import full_name

# Words between a document and "сказано".
MOST_TO_VERB = 12
# Words in which a medium prints something: "У газеті X раніше була опублікована стаття, у якій".
MOST_TO_PRINTED = 7
# Words of "6 березня цього року" between "оприлюдненому" and "листі".
MOST_OF_DATE = 6


def placed_chain(scene: Scene) -> Chain | None:
    """The chain of a site, a document or a medium in which something stands."""
    return next(filter(None, (way(scene) for way in WAYS)), None)


def site_data_chain(scene: Scene) -> Chain | None:
    """``За інформацією на сайті порту``, ``згідно з даними з сайту``: whose site, where it is told, then the site."""
    line = scene.line
    for word in line.spelled("by_data"):
        data = data_behind(line, word)
        site = site_behind(line, data + 1) if data is not None else None
        if site is None:
            continue
        span = phrase_span(line, site)
        owner = named_owner(scene, Span(line.words[site.head].start, span.stop))
        name = phrase_nominative(span.of(line.text), line.language)
        names = distinct(iter((owner, name) if owner is not None else (name,)))
        return Chain(names, "passage", evidence(scene, [Span(word.start, word.stop), span]), "document")
    return None


def site_behind(line: Line, at: int) -> Phrase | None:
    """The site behind ``на`` or ``з`` at a word."""
    if at + 1 >= len(line.words) or "PREP" not in line.words[at].pos:
        return None
    return site_phrase(line, at + 1)


def written_chain(scene: Scene) -> Chain | None:
    """``У твіті міністра було сказано``: whose document it is, where nobody is named for what is told."""
    for told in (r for r in scene.reportings if r.source is None):
        hops = document_before(scene, told) or document_right_behind(scene, told)
        if hops:
            spans = [told.cue, hops[0].span]
            scope = "passage" if told.rule in ADDED and not closes(told) else scope_of(scene, told)
            return Chain(distinct(hop.name for hop in hops), scope, evidence(scene, spans), "document")
    return None


def document_right_behind(scene: Scene, told: Attribution) -> list[Hop]:
    """``сказано у відповіді компанії``: the owner and the document right behind a verb."""
    line = scene.line
    at = line.from_place(told.cue.stop)
    return (
        owned_document_at(scene, at + 1) if at < len(line.words) and line.words[at].low in line.group("inside") else []
    )


def document_before(scene: Scene, told: Attribution) -> list[Hop]:
    """The owner and the document behind ``у`` shortly before a verb."""
    line = scene.line
    cue = line.from_place(told.cue.start)
    for at in range(max(0, cue - MOST_TO_VERB), cue):
        hops = owned_document_at(scene, at + 1) if line.words[at].low in line.group("inside") else []
        if hops and hops[0].span.stop <= told.cue.start:
            return hops
    return []


def past_participle(line: Line, at: int) -> int:
    """``в [оприлюдненому 6 березня] листі``: the word of the document behind when it was put out."""
    if not is_participle(line, line.words[at]):
        return at
    near = line.words[at + 1 : at + 1 + MOST_OF_DATE]
    nouns = line.group("releases|documents")
    return next((word.at for word in near if word.lemmas & nouns), at)


def owned_document_at(scene: Scene, at: int) -> list[Hop]:
    """Whose the document is that begins at a word, and what it is; nothing where no owner is named."""
    line = scene.line
    phrase = phrase_at(line, past_participle(line, at), coordinate=False) if at < len(line.words) else None
    if phrase is None:
        return []
    span = phrase_span(line, phrase)
    text = span.of(line.text)
    owner = (named_owner(scene, span) or author_of(scene, span)) if is_put_out(text, line.language) else None
    if owner is None:
        return []
    return owner_and_document(owner, without_possessive(text, line.language), span, line.language)


def author_of(scene: Scene, document: Span) -> str | None:
    """Who must have put a bare document out."""
    return with_author(scene, as_phrase(document)).speaker


def printed_chain(scene: Scene) -> Chain | None:
    """``У газеті X опублікували статтю, у якій``, ``У газеті X вийшла стаття``: the medium that printed it."""
    line = scene.line
    if not line.meaning("put_out_verbs|appear_verbs"):
        return None
    for word in line.spelled("place_prepositions"):
        phrase = phrase_at(line, word.at + 1, coordinate=False)
        text = phrase_span(line, phrase).of(line.text) if phrase is not None else ""
        if phrase is None or not names_medium(text, line.language):
            continue
        if not (prints(line, phrase.last) or has_printed(line, phrase.last)):
            continue
        span = phrase_span(line, phrase)
        recalled = not line.group("earlier").isdisjoint(w.low for w in line.words[: phrase.last + MOST_TO_PRINTED])
        scope = "passage" if recalled else scope_of(scene, None)
        return Chain((medium_name(text, line.language),), scope, evidence(scene, [span]), "document")
    return None


def work_chain(scene: Scene) -> Chain | None:
    """``Стаття Олени Ткач вийшла у «Віснику»``: whose work came out, and in which medium."""
    line = scene.line
    verb = next((w for w in line.words[:MOST_TO_PRINTED] if w.finite), None)
    if verb is None or not verb.lemmas & line.group("appear_verbs"):
        return None
    first = phrase_at(line, 0, coordinate=False)
    works = line.group("columns|press_items|releases")
    if first is None or not line.words[first.head].lemmas & works:
        return None
    authors = joint_names(scene, (whose := Span(line.words[0].stop, verb.start))) or author_within(scene, whose)
    medium = next((m for w in line.words[verb.at + 1 :] if (m := printed_at(line, w.at)) is not None), None)
    if authors is None or medium is None:
        return None
    spans = [Span(line.words[0].start, verb.stop), medium.span]
    return Chain(distinct(iter((authors, medium.name))), scope_of(scene, None), evidence(scene, spans), "published")


def author_within(scene: Scene, whose: Span) -> str | None:
    """The one person whose work it is."""
    people = [m for m in scene.cast.over(whose) if m.type == "PER"]
    return full_name(scene.cast, people[0]) if len(people) == 1 else None


def printed_at(line: Line, at: int) -> Hop | None:
    """``в Politico``, ``на порталі LB.ua``: the medium behind a preposition of place at a word."""
    if line.words[at].low not in line.group("place_prepositions"):
        return None
    site = site_phrase(line, at + 1)
    phrase = site or phrase_at(line, at + 1, coordinate=False)
    if phrase is None:
        return None
    span = phrase_span(line, phrase)
    name = span if site is None else Span(line.words[phrase.head].stop, span.stop)
    text = name.of(line.text).strip()
    tells = bool(text) and (names_medium(text, line.language) or DOMAIN.fullmatch(text) is not None)
    return Hop(medium_name(text, line.language), span) if tells else None


def prints(line: Line, at: int) -> bool:
    """``була опублікована стаття, у якій``: whether behind a medium stands what was printed there, and what it says."""
    comma = next((w.at for w in line.words[at:] if is_comma(line, w.at)), None)
    if comma is None or comma - at > MOST_TO_PRINTED or comma + 2 >= len(line.words):
        return False
    inside = line.words[at:comma]
    verbs = line.group("put_out_verbs|appear_verbs")
    printed = any(word.lemmas & verbs for word in inside) and any(
        first_noun(word.text, line.language) & line.group("documents") for word in inside
    )
    return printed and any(word.low in line.group("relatives") for word in line.words[comma + 1 : comma + 3])


def has_printed(line: Line, at: int) -> bool:
    """``вийшла стаття журналістки``: whether a piece of the medium's own came out in it, and nobody else's."""
    verb = line.words[at] if at + 1 < len(line.words) else None
    item = line.words[at + 1] if verb is not None else None
    if verb is None or item is None or not verb.lemmas & line.group("appear_verbs"):
        return False
    behind = line.between(item.at + 1, item.at + 2)
    others = any(w.nouns and "PREP" not in w.pos and not w.lemmas & line.group("reporters") for w in behind)
    return bool(verb.finite and item.lemmas & line.group("press_items")) and not others


# Where something stands, in the order in which it is looked for.
WAYS = (site_data_chain, written_chain, drawn_chain, programme_chain, printed_chain, work_chain)
