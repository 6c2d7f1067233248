"""Documents that are put out, and by whom a participle says it: ``у [поширеній радою] заяві``."""

from __future__ import annotations

from dataclasses import replace

from firsthand.records import Attribution, Span
from firsthand.stages.attribution.clauses import is_comma, phrase_span
from firsthand.stages.attribution.media import first_noun, is_release, lemmas
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import WORD, Line, Word, cases_in, group
from firsthand.stages.chains.scene import Scene, as_phrase
from firsthand.stages.speakers.resolve import speaker_of

# The comma and the participle behind a document.
BEHIND = 2


def with_publisher(scene: Scene, reporting: Attribution) -> Attribution:
    """A reporting whose source is the document alone, and whose speaker who put it out, where a participle says so."""
    line = scene.line
    assert reporting.source is not None  # noqa: S101 - who calls asks for it
    words = line.inside(reporting.source)
    if not words:
        return reporting
    document = own_noun(line, words) if is_participle(line, words[0]) else None
    if document is not None:
        reporting = replace(reporting, source=Span(document.start, reporting.source.stop))
        return published_by(scene, reporting, words[0].at + 1)
    behind = words[-1].at + 1
    follows = is_comma(line, behind) and behind + 1 < len(line.words) and is_participle(line, line.words[behind + 1])
    written = words[0].lemmas & line.group("releases|documents")
    return published_by(scene, reporting, behind + BEHIND) if follows and written else reporting


def is_participle(line: Line, word: Word) -> bool:
    """``поширеній``, ``опублікованому``."""
    verb = bool(word.lemmas & line.group("put_out_verbs")) and "PRTF" in word.pos
    return verb or bool(word.lemmas & line.group("put_out_participles"))


def own_noun(line: Line, words: list[Word]) -> Word | None:
    """``заяві`` of ``оприлюдненій міністерством заяві``: the document that a participle describes."""
    nouns = line.group("releases|documents|messages")
    return next((word for word in words[1:] if word.lemmas & nouns), None)


def published_by(scene: Scene, reporting: Attribution, at: int) -> Attribution:
    """The reporting with the body or person in the instrumental at a word as its speaker, if there is one."""
    line = scene.line
    if at < len(line.words) and line.words[at].low in line.group("place_prepositions"):
        return replace(reporting, speaker=None)  # "у розміщеному на сайті порту повідомленні": the site says whose
    phrase = phrase_at(line, at, coordinate=False) if at < len(line.words) else None
    if phrase is None or line.words[phrase.head].time:
        return reporting
    head = line.words[phrase.head]
    if phrase.pronoun and "ablt" in phrase.cases():
        return replace(reporting, speaker=only_named(scene, head.start) or reporting.speaker)
    speaks = not phrase.pronoun and (phrase.animate or phrase.named or head.lemmas & line.group("bodies"))
    if not speaks or not ("ablt" in phrase.cases() or "ablt" in cases_in(head.nouns)):
        return reporting
    span = phrase_span(line, phrase)
    name = speaker_of(scene.cast, as_phrase(span))
    if name is None or name == reporting.speaker:
        # the whole phrase was noted as a body that has the name in it
        name = next((m.name for m in scene.cast.over(span) if m.type in ("ORG", "PER")), reporting.speaker)
    return replace(reporting, speaker=name)


def only_named(scene: Scene, place: int) -> str | None:
    """``Skyline закриє рейс, йдеться в поширеній [нею] заяві``: the one body that the sentence names before a place."""
    start = scene.line.words[0].start
    names = {m.name for m in scene.cast.before(place) if m.type == "ORG" and m.span.start >= start}
    return names.pop() if len(names) == 1 else None


def is_put_out(text: str, language: str) -> bool:
    """Whether a document is one that its owner puts out: a statement, a message, a site; no law, no book."""
    noun = first_noun(text, language)
    words = WORD.findall(text)
    noted = bool(noun & group(language, "notes|written_replies")) and len(words) > 1
    written = noun & group(language, "venues") and words and lemmas(words[0], language) & group(language, "in_writing")
    return noted or bool(written) or is_release(text, language) or bool(noun & group(language, "messages"))
