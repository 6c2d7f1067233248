"""Whose a document is that nothing beside it tells: ``Порт закриє причал. «...», – сказано в оприлюдненій заяві``."""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.records import Attribution, Mention
from firsthand.stages.attribution.media import is_medium, known_outlet, lemmas
from firsthand.stages.attribution.words import WORD, Line, Word, group
from firsthand.stages.chains.scene import QUOTES, Scene
from firsthand.stages.chains.whose import opening_firm
from firsthand.stages.speakers.cast import written_out
from firsthand.stages.speakers.told import bodies_told, distinct

# Who can put a document out, as the report has heard them.
AUTHORS = ("person", "body", "group")
# Words of one whom but a noun names: "посадовець міністерства", and not "експерти".
LEAST_DESCRIBED = 2
# Words before a name that begins a sentence, and characters before it in which that begins.
LEADING, REACH = 2, 100
SENTENCE_END = re.compile(r"[.!?…\n]")
# Letters of a noun that no case changes, and those of an ending.
LEAST_OF_STEM, MOST_OF_ENDING = 4, 2
# Letters of a noun that may be the end of another one: "фірма" of "турфірма".
SHORT_NOUN = 4
# Characters of a report in which it may say that it speaks of a firm.
MOST_READ = 1_500
# "Фармкомпанія Biovesta", "«Зоря»": a noun, if any, and a name at the beginning.
OPENING_NAME = re.compile(
    r"(?:([А-ЯЁІЇЄҐ][а-яёіїєґ'’-]{3,25})\s)?(?:[«“\"]([^«»“”\"\n]{2,40})[»”\"]|([A-Z][\w&-]{1,25}(?:\s[A-Z][\w&-]{1,25}){0,3}))\s"
)


def with_author(scene: Scene, reporting: Attribution) -> Attribution:
    """A reporting from a bare document with who must have put it out as its speaker."""
    source = reporting.source
    words = scene.line.inside(source) if source is not None else []
    if source is None or not words or not is_bare(scene.line, words):
        return reporting
    if reporting.speaker is not None and not is_itself(scene.line, words, reporting.speaker):
        return reporting
    if is_told_before(scene, words[-1]):
        return reporting
    own = any(word.low in scene.line.group("pronouns.possessive") for word in words)
    place = min(part.start for part in (source, *reporting.content))  # what is quoted names whom it speaks of
    author = only_body(scene, place) if own else author_before(scene, place)
    return reporting if author is None else replace(reporting, speaker=author)


def is_told_before(scene: Scene, noun: Word) -> bool:
    """Whether the report has spoken of such a document before, which somebody else may have put out."""
    stem = noun.low[: max(LEAST_OF_STEM, len(noun.low) - MOST_OF_ENDING)]
    before = scene.cast.report.text[max(0, scene.line.words[0].start - MOST_READ) : scene.line.words[0].start]
    return re.search(rf"\b{re.escape(stem)}\w{{0,{MOST_OF_ENDING + 1}}}\b", before, re.I) is not None


def is_bare(line: Line, words: list[Word]) -> bool:
    """``заяві``, ``офіційній заяві``: whether a noun for a document ends a phrase and nothing in it says whose."""
    *described, noun = words
    kinds = ("releases", "messages", "notes", "reviews", "written_replies")
    written = any(noun.lemmas & line.group(kind) for kind in kinds) and not noun.lemmas & line.group("sites")
    comment = noun.lemmas & line.group("venues") and any(w.lemmas & line.group("in_writing") for w in described)
    plain = all(w.adjectives and w.mention < 0 and not w.lemmas & line.group("joint") for w in described)
    return bool(written or comment) and plain


def is_itself(line: Line, words: list[Word], speaker: str) -> bool:
    """Whether a speaker is but the document."""
    return speaker.islower() and any(lemmas(word, line.language) & words[-1].lemmas for word in WORD.findall(speaker))


def author_before(scene: Scene, place: int) -> str | None:
    """The one who alone has spoken before a place; where nobody has, the one body that the report tells of."""
    spoke = frozenset(name for at, name, kind in scene.cast.spoken if at < place and kind in AUTHORS)
    language = scene.line.language
    heard = [name for name in spoke if not is_medium(name, language) and not is_but_document(scene.line, name)]
    if heard:
        return heard[0] if len(heard) == 1 and is_told_of(heard[0]) else None
    return only_body(scene, place)


def is_but_document(line: Line, name: str) -> bool:
    """``поширена заява``: whether a speaker is a document that nobody was found for."""
    last = WORD.findall(name)[-1:]
    return name.islower() and any(lemmas(word, line.language) & line.group("releases") for word in last)


def is_told_of(name: str) -> bool:
    """Whether a name says who that is."""
    return not name.islower() or len(WORD.findall(name)) >= LEAST_DESCRIBED


def only_body(scene: Scene, place: int) -> str | None:
    """The one body that the report tells of before a place, no outlet; of several the one with which it begins."""
    language = scene.line.language
    named = [m for m in scene.cast.before(place) if m.type == "ORG" and known_outlet(m.name, language) is None]
    if len({m.name for m in named}) == 1 and any(acts(scene, mention) for mention in named):
        return written_out(scene.cast, named[0])
    told = [body for body in bodies_told(scene.cast) if body.start < place and not is_medium(body.name, language)]
    names = distinct(told)
    if len(names) == 1 and not named:
        return names[0]
    opening = next((body.name for body in told if not scene.cast.report.text[: body.start].strip(QUOTES + "\n")), None)
    return opening or opening_firm(scene) or opening_name(scene, place)


def acts(scene: Scene, mention: Mention) -> bool:
    """``Фармкомпанія «Хвиля» закриє``: whether a name begins a sentence in the nominative, at most behind its noun."""
    text = scene.cast.report.text
    before = SENTENCE_END.split(text[max(0, mention.span.start - REACH) : mention.span.start])[-1]
    return mention.span.of(text).lower() == mention.name.lower() and len(WORD.findall(before)) <= LEADING


def opening_name(scene: Scene, place: int) -> str | None:
    """``Фармкомпанія Biovesta``, ``«Зоря»``: the name with which a report begins, where it speaks of a firm."""
    text, language = scene.cast.report.text, scene.line.language
    match = OPENING_NAME.match(text)
    if match is None:
        return None
    noun: str | None = match.group(1)
    name: str | None = match.group(2) or match.group(3)
    firms = group(language, "firms|makers")
    called = WORD.findall(noun) if noun else WORD.findall(text[match.end() : min(place, MOST_READ)])
    return name if any(is_firm_noun(word, language, firms) for word in called) else None


def is_firm_noun(word: str, language: str, firms: frozenset[str]) -> bool:
    """``компанія``, ``фармкомпанія``: whether a word is a noun for a firm or is joined of one."""
    known = lemmas(word, language)
    return bool(known & firms) or any(
        lemma.endswith(firm) for lemma in known for firm in firms if len(firm) > SHORT_NOUN
    )
