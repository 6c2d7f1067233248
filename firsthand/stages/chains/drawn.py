"""News that stands in a document: ``Це видно з постанови суду``, ``Такі плани містить звіт компанії``."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Chain, Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import phrase_span
from firsthand.stages.attribution.media import first_noun, is_document, is_medium, medium_name
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import WORD, Line, Word
from firsthand.stages.chains.authors import with_author
from firsthand.stages.chains.documents import posted_document
from firsthand.stages.chains.names import is_nameless, owner_and_document, without_possessive
from firsthand.stages.chains.owners import behind_noun, named_owner, pronoun_owner, whole_document
from firsthand.stages.chains.posted import posted_on
from firsthand.stages.chains.scene import Hop, Scene, as_phrase, distinct, evidence, scope_of
from firsthand.stages.chains.tellers import names_medium
from firsthand.stages.speakers.resolve import speaker_of

# Words before the verb: "Такі дані про минулорічні закупівлі порту містяться".
MOST_BEFORE = 7
# Words of "Такі невтішні дані".
MOST_OF_DATA = 3
# Words at the start among which stands what points back: "До такого висновку".
MOST_OPENING = 2


def drawn_chain(scene: Scene) -> Chain | None:
    """The owner of the document and the document, or a draft alone, from which the sentences before are taken."""
    line = scene.line
    if not says_where(line):
        return None
    back = points_back(line)
    for word in line.words[:MOST_BEFORE]:
        study = study_around(line, word)
        if study:
            spans = [Span(word.start, word.stop), *(hop.span for hop in study)]
            return Chain(distinct(hop.name for hop in study), scope_of(scene, None), evidence(scene, spans), "document")
        document = document_around(line, word) or (document_held(line, word) if back else document_ahead(line, word))
        if document is None:
            continue
        hops = hops_of(scene, document, back)
        if not hops or not (back or len(hops) > 1):
            return None
        stated = evidence(scene, [Span(word.start, word.stop), *(hop.span for hop in hops)])
        return Chain(distinct(hop.name for hop in hops), scope_of(scene, None), stated, "document")
    return None


def says_where(line: Line) -> bool:
    """Whether a word of a sentence says that something is read, held or put out somewhere: nothing is drawn without."""
    spelled = line.spelled("seen_from|found_there|stands_there|provided_by")
    return bool(spelled or line.meaning("found_there|holding_verbs|put_out_verbs|put_out_participles"))


def points_back(line: Line) -> bool:
    """``Це``, ``Такий висновок``, ``До такого висновку``: whether a sentence speaks of what stands above."""
    opening = [word.low for word in line.words[:MOST_OPENING]]
    return any(low in line.group("such") or low in line.group("pronouns.this") for low in opening)


def document_around(line: Line, verb: Word) -> Phrase | None:
    """``видно з [постанови]``, ``міститься у [звіті]``: the document out of which or in which something is read."""
    if verb.at + 2 >= len(line.words):
        return None
    low = line.words[verb.at + 1].low
    out_of = verb.low in line.group("seen_from") and low in line.group("out_of")
    inside = low in line.group("inside") and is_found(line, verb)
    phrase = phrase_at(line, verb.at + 2, coordinate=False) if out_of or inside else None
    notes = line.group("notes|written_replies") if inside else frozenset()
    if phrase is None or not phrase.cases() & {"gent", "loct"}:
        return None
    return phrase if is_paper(line, phrase, notes) else None


def study_around(line: Line, verb: Word) -> list[Hop]:
    """``Такі дані опубліковані в [опитуванні] [групи «Маяк»]``: whose study it is in which data are put out."""
    put_out = verb.lemmas & line.group("put_out_participles|put_out_verbs") or is_found(line, verb)
    data = any(w.lemmas & line.group("reference_things") for w in line.words[: min(verb.at, MOST_OF_DATA)])
    if not data or not put_out or verb.at + 2 >= len(line.words) or line.words[0].low not in line.group("such"):
        return []
    inside = line.words[verb.at + 1].low in line.group("inside")
    phrase = phrase_at(line, verb.at + 2, coordinate=False) if inside else None
    found = next((w for w in line.words[verb.at + 2 :] if w.lemmas & line.group("findings")), None)
    if phrase is None or found is None or found.at >= phrase.last or "loct" not in phrase.cases():
        return []
    whose = phrase_at(line, found.at + 1, coordinate=False) if found.at + 1 < len(line.words) else None
    if whose is None or "gent" not in whose.cases():
        return []
    body = whose.named or bool(line.words[whose.head].lemmas & line.group("bodies"))
    named = takewhile(lambda w: w.kind == "word" and w.capital, line.words[whose.last :])
    owner = Span(line.words[whose.first].start, max([line.words[whose.last - 1].stop, *(w.stop for w in named)]))
    study = Span(line.words[first_word(line, phrase)].start, found.stop)
    names = (phrase_nominative(span.of(line.text), line.language) for span in (owner, study))
    return [Hop(name, span) for name, span in zip(names, (owner, study), strict=True)] if body else []


def first_word(line: Line, study: Phrase) -> int:
    """``в [останньому] опитуванні``: where what a study is called begins, past that it is the last one."""
    return study.first + bool(line.words[study.first].lemmas & line.group("pronouns.last"))


def document_first(line: Line, word: Word) -> Phrase | None:
    """``Зі [звіту] видно``, ``У [листі] міститься``: the document before what says that it is read there."""
    inside, out_of = word.low in line.group("inside"), word.low in line.group("out_of")
    phrase = phrase_at(line, word.at + 1, coordinate=False) if inside or out_of else None
    notes = line.group("notes|reviews") if inside else frozenset()
    if phrase is None or phrase.last >= len(line.words) or not is_paper(line, phrase, notes):
        return None
    verb = line.words[phrase.last]
    found = is_found(line, verb) if inside else verb.low in line.group("seen_from")
    return phrase if found else None


def document_held(line: Line, verb: Word) -> Phrase | None:
    """``передбачено [проєктом]``, ``містить [припис]``: the document that lays something down or holds it."""
    provided = verb.low in line.group("provided_by")
    holds = verb.finite and verb.lemmas & line.group("holding_verbs")
    phrase = phrase_at(line, verb.at + 1, coordinate=False) if provided or holds else None
    case = "ablt" if provided else "nomn"
    return phrase if phrase is not None and case in phrase.cases() and is_paper(line, phrase) else None


def document_ahead(line: Line, word: Word) -> Phrase | None:
    """The document before what says that something stands there."""
    return document_first(line, word) or document_holding(line, word)


def document_holding(line: Line, verb: Word) -> Phrase | None:
    """``[Звіт] містить``: the document that opens a sentence and holds something."""
    if not verb.finite or not verb.lemmas & line.group("holding_verbs") or not verb.at:
        return None
    phrase = phrase_at(line, 0, coordinate=False)
    if phrase is None or phrase.last != verb.at or "nomn" not in phrase.cases():
        return None
    return phrase if is_paper(line, phrase) else None


def is_found(line: Line, verb: Word) -> bool:
    """``міститься``, ``закладено``: whether a word says that something is to be found in a place."""
    found = line.group("found_there")
    as_verb = (verb.finite or "PRTS" in verb.pos) and bool(verb.lemmas & found)
    return as_verb or verb.low in found or verb.low in line.group("stands_there")


def is_paper(line: Line, phrase: Phrase, more: frozenset[str] = frozenset()) -> bool:
    """Whether a phrase is a document, one of an office too, or a draft; no site."""
    if phrase.pronoun:
        return False
    noun = first_noun(phrase_span(line, phrase).of(line.text), line.language)
    kinds = ("releases", "documents", "court_papers", "messages", "drafts", "press_items")
    return bool(noun & more or any(noun & line.group(kind) for kind in kinds)) and not noun & line.group("sites")


def hops_of(scene: Scene, document: Phrase, back: bool) -> list[Hop]:
    """Whose the document is, what it is and where it was put; a draft of several words by its own name.

    What has no owner beside it is of who spoke before only where the sentence points ``back``.
    """
    line = scene.line
    span = phrase_span(line, document)
    text = span.of(line.text)
    if first_noun(text, line.language) & line.group("drafts"):
        return [Hop(without_possessive(text, line.language), span)] if len(WORD.findall(text)) > 1 else []
    behind = behind_noun(scene, span)
    medium = behind.of(line.text) if behind is not None else ""
    if behind is not None and names_medium(medium, line.language):
        return [Hop(medium_name(medium, line.language), behind)]  # "із сюжету Sky News"
    whole = whole_document(scene, span if behind is None else Span(span.start, max(span.stop, behind.stop)))
    place = posted_on(line, whole)
    posted = posted_document(scene, whole, place) if place is not None else []
    if posted:
        return posted
    owner = named_owner(scene, whole)
    if owner is None and place is not None:
        return [Hop(without_possessive(whole.of(line.text), line.language), whole), place]
    if owner is None or (back and is_pointing(owner)):
        owner = owner_before(scene, span, back) or owner
    text = whole.of(line.text)
    plain = without_possessive(text, line.language)
    if owner is None or owner.lower() in (plain.lower(), text.lower()) or is_nobody(scene, owner):
        return []
    return owner_and_document(owner, plain, whole, line.language)


def owner_before(scene: Scene, document: Span, back: bool) -> str | None:
    """Whose a document is that names nobody: by a pronoun, by who has spoken, or by who must have written it."""
    bare = as_phrase(document)
    spoke = speaker_of(scene.cast, bare) if back else None
    return pronoun_owner(scene, document) or with_author(scene, replace(bare, speaker=spoke)).speaker


def is_pointing(owner: str) -> bool:
    """``суд``, ``компанія``: whether an owner is but a noun."""
    return owner.islower() and len(WORD.findall(owner)) == 1


def is_nobody(scene: Scene, owner: str) -> bool:
    """Whether an owner is none whose document it could be: a medium, a document, a noun that says not who."""
    language = scene.line.language
    no_author = is_medium(owner, language) or is_document(owner, language) or is_nameless(owner, language)
    return no_author or is_pointing(owner)
